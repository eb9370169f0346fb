//! `document_type`: the kind of document that was chosen.
//!
//! Judged by the MRZ's document code (`P…` passport, `I…`/`A…`/`C…` card) and by a licence record in a barcode. A document with neither gives
//! no evidence of its kind: *doubt* when fields were read from print, *could not assess* otherwise. Fails with `document_type_differs`.

use countersign_domain::{Breakdown, Check, CheckResult, DocumentType, Policy, Reason};

use crate::measurements::{Measurements, Side};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Breakdown {
    let mut ruling = Ruling::new(Check::DocumentType, policy);
    let sides: Vec<&Side> = [&found.front, &found.back].into_iter().flatten().collect();
    let kind = sides.iter().find_map(|side| kind_of(side));
    match kind {
        Some(kind) if kind == found.document_type => ruling.raw("kind.agrees", 1.0, "flag"),
        Some(kind) => {
            ruling.raw("kind.agrees", 0.0, "flag");
            ruling.fail(Reason::DocumentTypeDiffers {
                found: kind.name().into(),
                chosen: found.document_type.name().into(),
            });
        }
        None if sides.iter().any(|side| !side.fields.names.is_empty() || !side.fields.numbers.is_empty()) => {
            ruling.lower(CheckResult::Doubt);
        }
        None => ruling.not_assessed(),
    }
    ruling.done()
}

/// The kind that one side proves. An unverified MRZ proves nothing.
fn kind_of(side: &Side) -> Option<DocumentType> {
    if side.licence_record {
        return Some(DocumentType::DrivingLicence);
    }
    let mrz = side.mrz.as_ref().filter(|mrz| mrz.valid)?;
    match (mrz.document_code.chars().next()?, mrz.format.as_str()) {
        ('P', _) => Some(DocumentType::Passport),
        ('D', "TD1") => Some(DocumentType::DrivingLicence),
        ('I' | 'A' | 'C', _) => Some(DocumentType::IdCard),
        _ => None,
    }
}
