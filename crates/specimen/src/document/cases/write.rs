//! A case as files.

use std::path::Path;

use serde_json::{Value, json};

use super::CaseSpec;
use crate::SpecimenError;
use crate::document::{Side, render};
use crate::photograph::{Scene, encode_jpeg, photograph};

/// Writes `front.jpg`, for cards `back.jpg`, and `expected.json` into `folder`, which is made when absent.
pub fn write_case(folder: &Path, case: &CaseSpec) -> Result<(), SpecimenError> {
    std::fs::create_dir_all(folder)?;
    let sides = render(case.kind, &case.holder, &case.defects)?;
    for side in &sides {
        let scene = if side.name == "front" { &case.front } else { &case.back };
        std::fs::write(folder.join(format!("{}.jpg", side.name)), taken(side, scene)?)?;
    }
    let text = format!("{:#}\n", expected(case, &sides));
    std::fs::write(folder.join("expected.json"), text)?;
    Ok(())
}

fn taken(side: &Side, scene: &Scene) -> Result<Vec<u8>, SpecimenError> {
    encode_jpeg(&photograph(&side.picture, scene), scene.jpeg_quality, scene.exif.as_ref())
}

/// What a perfect verification knows: whose portrait it is, the declaration, the outcome, and every side's printed fields, zone and barcode.
fn expected(case: &CaseSpec, sides: &[Side]) -> Value {
    let sides: serde_json::Map<String, Value> = sides
        .iter()
        .map(|side| {
            let truth = &side.truth;
            let value = json!({ "printed": truth.printed, "mrz": truth.mrz, "barcode": truth.barcode });
            (side.name.to_owned(), value)
        })
        .collect();
    json!({
        "case": case.name,
        "document": case.kind.name(),
        "person_seed": case.holder.person_seed,
        "declared": { "name": case.declared_name, "birth_date": case.holder.birth_date.iso() },
        "outcome": case.outcome,
        "finding": case.finding,
        "sides": sides,
    })
}
