//! The folder: pictures with what is known of them.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use anyhow::{Result, bail};

use crate::eval::{Row, rows, source};

/// One picture and its ground truth.
#[derive(Default)]
pub struct Sample {
    /// Below the folder.
    pub path: String,
    /// Which source it came from.
    pub source: String,
    /// Lines of the zone joined by `|`, and whether its check digits verify.
    pub mrz: Option<(String, bool)>,
    /// Kind (`text` or `bin`) and expected content of the barcode.
    pub barcode: Option<(String, String)>,
    /// Printed fields by name, as printed.
    pub printed: Vec<(String, String)>,
}

/// Pictures named by the ground truth tables, and those whose category in the manifest says document. A table that is not there is empty.
pub fn load(folder: &Path) -> Result<Vec<Sample>> {
    let table = |name: &str| if folder.join(name).is_file() { rows(folder, name) } else { Ok(vec![]) };
    let cell = |row: &Row, name: &str| row.get(name).cloned().unwrap_or_default();
    let mut found: BTreeMap<String, Sample> = BTreeMap::new();
    for row in table("mrz_groundtruth.csv")? {
        let truth = (cell(&row, "mrz"), cell(&row, "check_digits") == "pass");
        // Some rows say that a picture has no zone.
        let has_zone = truth.0.contains('<');
        found.entry(cell(&row, "path")).or_default().mrz = has_zone.then_some(truth);
    }
    for row in table("pdf417_groundtruth.csv")? {
        found.entry(cell(&row, "path")).or_default().barcode = Some((cell(&row, "kind"), cell(&row, "expected")));
    }
    for row in table("printed_fields.csv")? {
        found.entry(cell(&row, "path")).or_default().printed.push((cell(&row, "field"), cell(&row, "value")));
    }
    let manifest = table("MANIFEST.csv")?;
    for row in manifest.iter().filter(|row| cell(row, "category").contains("document")) {
        found.entry(cell(row, "path")).or_default();
    }
    let mut origins: BTreeMap<String, String> =
        manifest.iter().map(|row| (cell(row, "path"), cell(row, "source_repo"))).collect();
    for (path, sample) in &mut found {
        if Path::new(path).components().any(|part| !matches!(part, Component::Normal(_))) {
            bail!("the tables name a path that leaves the folder");
        }
        let listed = origins.remove(path).filter(|name| !name.is_empty());
        sample.source = listed.unwrap_or_else(|| source(path).to_owned());
        sample.path.clone_from(path);
    }
    let is_picture = |path: &str| {
        let end = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        matches!(end.as_str(), "jpg" | "jpeg" | "png" | "webp" | "heic" | "heif")
    };
    Ok(found.into_values().filter(|sample| is_picture(&sample.path)).collect())
}
