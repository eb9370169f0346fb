//! `document_whole`: all four edges lie inside the photo.
//!
//! Raw: `*.margin_share`, the smallest distance from the outline to the photo's edge over the photo's longer side; absent where no
//! outline was found. Limit `min_margin_share`.
//! Fails with `document_cut_off`. Without an outline the answer is *doubt* when the side was read anyway (a scan has no visible outline),
//! and `document_not_found` when nothing of a document was read.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, Side};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentWhole, policy);
    let needed = ruling.limit("min_margin_share")?;
    for (side, measured) in found.sides() {
        let Some(measured) = measured else {
            ruling.not_assessed();
            continue;
        };
        match measured.margin_share {
            Some(margin) => {
                ruling.raw(format!("{side}.margin_share"), margin, "share");
                if margin < needed {
                    ruling.fail(Reason::DocumentCutOff { side: side.into() });
                }
            }
            None if something_was_read(measured) => ruling.lower(CheckResult::Doubt),
            None => ruling.fail(Reason::DocumentNotFound { side: side.into() }),
        }
    }
    Ok(ruling.done())
}

fn something_was_read(side: &Side) -> bool {
    let fields = &side.fields;
    side.mrz.is_some()
        || side.barcodes > 0
        || side.portrait_px.is_some()
        || !(fields.names.is_empty()
            && fields.birth_dates.is_empty()
            && fields.expiries.is_empty()
            && fields.numbers.is_empty())
}
