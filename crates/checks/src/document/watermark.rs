//! `document_watermark`: no SPECIMEN, COPY, VOID or application's mark lies over the document.
//!
//! Raw, by side: `*.overprint_words`, how many such words were read. More than none fails with `document_overprint`. *Could not assess* when
//! nothing at all was read on a side. A policy that must take samples (a test system) says `on_fail = "note"`.
//!
//! It cannot see what was not read: faint or slanted overprints that the text readers pass over, and print on a back whose zone or barcode was
//! read, where it is left out.

use countersign_domain::{Breakdown, Check, Policy, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Breakdown {
    let mut ruling = Ruling::new(Check::DocumentWatermark, policy);
    for (side, measured) in found.sides() {
        let words = measured.and_then(|side| side.unaltered.as_ref()).and_then(|seen| seen.overprint.as_ref());
        let Some(words) = words else {
            ruling.not_assessed();
            continue;
        };
        ruling.raw(format!("{side}.overprint_words"), words.len() as f64, "count");
        if let Some(word) = words.first() {
            ruling.fail(Reason::DocumentOverprint { side: side.into(), found: (*word).into() });
        }
    }
    ruling.done()
}
