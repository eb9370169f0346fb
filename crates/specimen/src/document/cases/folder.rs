//! A folder of documents in the form that `countersign eval documents` reads: photographs, MANIFEST.csv and what is true of them.

use std::fmt::Write as _;
use std::path::Path;

use crate::SpecimenError;
use crate::document::mrz::CheckDigit;
use crate::document::{Defects, Holder, Kind, Side, render};
use crate::photograph::{Scene, encode_jpeg, photograph};

const KINDS: [Kind; 3] = [Kind::Passport, Kind::IdCard, Kind::DrivingLicence];
/// Every so many documents one has a check digit that does not fit, so that refusing is measured as well.
const FORGED: usize = 7;

/// The tables, growing.
struct Tables {
    manifest: String,
    zones: String,
    barcodes: String,
    printed: String,
}

/// Writes `count` documents of invented people, kinds in turn, photographed on a table.
pub fn write_folder(folder: &Path, count: usize, seed: u64) -> Result<(), SpecimenError> {
    let mut tables = Tables {
        manifest: "path,category,source_repo,commit,licence,ground_truth,quality_note,bytes\n".into(),
        zones: "path,type,mrz,check_digits,failing_fields,note\n".into(),
        barcodes: "path,kind,expected,verified_with_zxing_cpp\n".into(),
        printed: "path,field,value\n".into(),
    };
    for n in 0..count {
        let (kind, seed) = (KINDS[n % KINDS.len()], seed + n as u64);
        let forged = n % FORGED == FORGED - 1;
        let defects = Defects { wrong_check_digit: forged.then_some(CheckDigit::BirthDate), ..Defects::none() };
        for side in render(kind, &Holder::sample(seed), &defects)? {
            let path = format!("specimens/{}/{n:03}-{}.jpg", kind.name(), side.name);
            let scene = Scene::clean(seed);
            let bytes = encode_jpeg(&photograph(&side.picture, &scene), scene.jpeg_quality, None)?;
            let file = folder.join(&path);
            std::fs::create_dir_all(file.parent().unwrap_or(folder))?;
            std::fs::write(&file, &bytes)?;
            tables.add(&path, &side, forged, bytes.len());
        }
    }
    std::fs::write(folder.join("MANIFEST.csv"), &tables.manifest)?;
    std::fs::write(folder.join("mrz_groundtruth.csv"), &tables.zones)?;
    std::fs::write(folder.join("pdf417_groundtruth.csv"), &tables.barcodes)?;
    std::fs::write(folder.join("printed_fields.csv"), &tables.printed)?;
    Ok(())
}

impl Tables {
    /// Writing to a text cannot fail.
    fn add(&mut self, path: &str, side: &Side, forged: bool, bytes: usize) {
        writeln!(self.manifest, "{path},documents,specimens,,Apache-2.0,made here,,{bytes}").unwrap_or_default();
        if !side.truth.mrz.is_empty() {
            let format = if side.truth.mrz.len() == 3 { "TD1" } else { "TD3" };
            let state = if forged { "FAIL" } else { "pass" };
            writeln!(self.zones, "{path},{format},{},{state},,", side.truth.mrz.join("|")).unwrap_or_default();
        }
        let quoted = |text: &str| text.replace('"', "\"\"");
        if let Some(text) = &side.truth.barcode {
            writeln!(self.barcodes, "{path},text,\"{}\",made here", quoted(text)).unwrap_or_default();
        }
        for (field, value) in &side.truth.printed {
            let field = if *field == "expiry_date" { "expiry" } else { field };
            writeln!(self.printed, "{path},{field},\"{}\"", quoted(value)).unwrap_or_default();
        }
    }
}
