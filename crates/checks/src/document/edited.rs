//! `document_edited`: nothing in the photo was painted, pasted, copied or erased after it was taken.
//!
//! Raw, by side, where the detector applies: `*.recompressed_cells` (places saved once in a picture saved twice), `*.clean_cells` (places
//! without their surroundings' noise), `*.copied_patches`. Limits `max_recompressed_cells`, `max_clean_cells`, `max_copied_patches`. Above
//! one: *doubt* with `document_edit_suspected`, told to reviewers only, who see the place: honest pictures show such traces too, and what
//! was seen would teach a forger. Never fails. *Could not assess* when not one detector applies to a side.
//!
//! Print that is retyped and photographed again leaves no trace here; print against zone and portrait against ghost answer that.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentEdited, policy);
    let recompressed = ruling.limit("max_recompressed_cells")?;
    let clean = ruling.limit("max_clean_cells")?;
    let copied = ruling.limit("max_copied_patches")?;
    for (side, measured) in found.sides() {
        let seen = measured.and_then(|side| side.unaltered.as_ref());
        let values = [
            ("recompressed_cells", "recompressed", seen.and_then(|seen| seen.recompressed_cells), recompressed),
            ("clean_cells", "clean", seen.and_then(|seen| seen.clean_cells), clean),
            ("copied_patches", "copied", seen.and_then(|seen| seen.copied_patches), copied),
        ];
        let mut applied = false;
        for (name, sign, value, limit) in values {
            let Some(value) = value.filter(|value| value.is_finite()) else { continue };
            applied = true;
            ruling.raw(format!("{side}.{name}"), value, "count");
            ruling.score(value, limit, 0.0);
            if value > limit {
                ruling.doubt(Reason::DocumentEditSuspected { side: side.into(), found: sign.into() });
            }
        }
        if !applied {
            ruling.not_assessed();
        }
    }
    Ok(ruling.done())
}
