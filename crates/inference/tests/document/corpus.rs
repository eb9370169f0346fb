//! Finding the corpus, its ground truth, and its pictures.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use countersign_inference::convert::{text_wheel, unpack_text_nets};
use countersign_inference::document::DocumentReader;
use countersign_inference::models::ModelStore;
use countersign_media::RgbImage;

/// The corpus folder; `None`, said aloud, where there is none.
pub fn root() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("COUNTERSIGN_CORPUS").map_or(beside, PathBuf::from);
    let there = root.join("MANIFEST.csv").exists();
    if !there {
        println!("skipped: no corpus");
    }
    there.then_some(root)
}

/// The reader as it ships, with the text nets out of their wheel, on one thread.
pub fn reader() -> DocumentReader {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let weights = Path::new(env!("CARGO_TARGET_TMPDIR")).join("document-weights");
    unpack_text_nets(&text_wheel(&models.join("weights")), &weights).expect("the wheel is there: run `make setup`");
    let store = ModelStore::open(&models, &weights).expect("manifests").with_threads(1);
    DocumentReader::load(&store).expect("the nets load")
}

/// Rows of a CSV file without its heading; quoted cells may hold commas and line breaks.
pub fn csv(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("a readable table");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    for char in text.chars() {
        match char {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    rows.into_iter().skip(1).collect()
}

/// A picture of the corpus.
#[expect(clippy::disallowed_methods, reason = "tests decode their own trusted samples")]
pub fn picture(path: &Path) -> RgbImage {
    let rgb = image::open(path).expect("a picture").into_rgb8();
    RgbImage { width: rgb.width(), height: rgb.height(), pixels: rgb.into_raw() }
}

/// `owner__repository` of a corpus path.
pub fn source(path: &str) -> String {
    path.split('/').nth(1).unwrap_or_default().to_owned()
}

/// Counts per source, printed as a Markdown table.
#[derive(Default)]
pub struct Table(BTreeMap<String, Vec<f64>>);

impl Table {
    /// Adds to a source's row.
    pub fn add(&mut self, source: &str, values: &[f64]) {
        for name in [source, "~ all"] {
            let row = self.0.entry(name.to_owned()).or_insert_with(|| vec![0.0; values.len()]);
            row.iter_mut().zip(values).for_each(|(sum, v)| *sum += v);
        }
    }

    /// Prints; the first column of values is n, the last milliseconds (shown as a mean).
    pub fn print(&self, title: &str, columns: &[&str]) {
        println!("\n{title}\n\n| source | {} |\n|---|{}|", columns.join(" | "), vec!["---"; columns.len()].join("|"));
        for (source, row) in &self.0 {
            let last = row.len() - 1;
            let cells: Vec<String> = row
                .iter()
                .enumerate()
                .map(|(i, v)| if i == last { format!("{:.0}", v / row[0].max(1.0)) } else { format!("{v:.0}") })
                .collect();
            println!("| {} | {} |", source.trim_start_matches("~ "), cells.join(" | "));
        }
    }
}
