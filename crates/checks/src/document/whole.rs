//! `document_whole`: all four edges lie inside the photo.
//!
//! Raw: `*.margin_share`, the smallest distance from the outline to the photo's edge over the photo's longer side; absent where no
//! outline was found. Limit `min_margin_share`.
//! Fails with `document_cut_off`, or with `document_too_near` when opposite edges are not in the photo. Where every edge lies on the photo's
//! border, the answer is *doubt* when a zone or licence record was read in full or the photo has a document's proportions (a scan has no
//! visible outline); where no outline was found, when anything was read. Otherwise, `document_too_near` in the first case, and in the second `photo_blank` or `document_not_found`.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, Placement, Side};
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
                    judge(&mut ruling, side, measured);
                }
            }
            None if something_was_read(measured) => ruling.lower(CheckResult::Doubt),
            None if measured.placement.as_ref().is_some_and(|placement| placement.blank) => {
                ruling.fail(Reason::PhotoBlank { side: side.into() });
            }
            None => ruling.fail(Reason::DocumentNotFound { side: side.into() }),
        }
    }
    Ok(ruling.done())
}

/// An outline that reaches the photo's edge.
fn judge(ruling: &mut Ruling<'_>, side: &'static str, measured: &Side) {
    let is = |what: fn(&Placement) -> bool| measured.placement.as_ref().is_some_and(what);
    if is(|placement| placement.scanned) || (is(|placement| placement.fills_frame) && read_to_its_ends(measured)) {
        ruling.lower(CheckResult::Doubt);
    } else if is(|placement| placement.fills_frame || placement.too_near) {
        ruling.fail(Reason::DocumentTooNear { side: side.into() });
    } else {
        ruling.fail(Reason::DocumentCutOff { side: side.into() });
    }
}

/// A zone runs from edge to edge, a licence's barcode nearly so: where they read in full, little is outside.
fn read_to_its_ends(side: &Side) -> bool {
    side.mrz.as_ref().is_some_and(|mrz| mrz.valid) || side.licence_record
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
