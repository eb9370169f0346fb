//! `document_mrz`: the machine readable zone is there, its check digits fit, and it was read with confidence.
//!
//! Raw: `mrz.found`, `mrz.valid`, `mrz.by_exception`, `mrz.confidence`. Limit `min_confidence`. Fails with `mrz_not_found` or
//! `mrz_check_digits`; valid but read with less confidence is *doubt*: check digits miss one wrong letter in ten.

use countersign_domain::{Breakdown, Check, CheckResult, DocumentType, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, MrzMeasured, Side};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentMrz, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    let sides: Vec<(&str, &Side)> = found.sides().into_iter().filter_map(|(name, side)| Some((name, side?))).collect();
    if sides.len() < found.sides().len() || sides.iter().any(|(_, side)| !side.mrz_searched) {
        ruling.not_assessed();
        return Ok(ruling.done());
    }
    let best = sides
        .iter()
        .filter_map(|(name, side)| Some((*name, side.mrz.as_ref()?)))
        .max_by(|a, b| rank(a.1).total_cmp(&rank(b.1)));
    let Some((side, mrz)) = best else {
        ruling.raw("mrz.found", 0.0, "flag");
        // Passports carry it on the data page, cards of the common TD1 layout on the back.
        let side = if found.document_type == DocumentType::Passport { "front" } else { "back" };
        ruling.fail(Reason::MrzNotFound { side: side.into() });
        return Ok(ruling.done());
    };
    ruling.raw("mrz.found", 1.0, "flag");
    ruling.raw("mrz.valid", f64::from(u8::from(mrz.valid)), "flag");
    ruling.raw("mrz.by_exception", f64::from(u8::from(mrz.exception.is_some())), "flag");
    ruling.raw("mrz.confidence", mrz.confidence, "0-1");
    if !mrz.valid {
        ruling.fail(Reason::MrzCheckDigits { side: side.into() });
    } else if mrz.confidence < needed {
        ruling.lower(CheckResult::Doubt);
    }
    ruling.score(mrz.confidence, needed, 1.0);
    Ok(ruling.done())
}

fn rank(mrz: &MrzMeasured) -> f64 {
    mrz.confidence + if mrz.valid { 1.0 } else { 0.0 }
}
