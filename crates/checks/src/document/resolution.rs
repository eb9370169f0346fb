//! `document_resolution`: enough pixels across the document to read its smallest print.
//!
//! Raw: `front.width_px`, `back.width_px` (pixels along the longer side of the outline, or of the photo where no outline was found).
//! Limit `min_px`. Fails with `document_low_resolution`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentResolution, policy);
    let needed = ruling.limit("min_px")?;
    each_side(
        &mut ruling,
        &found.sides(),
        "width_px",
        "px",
        |side| side.width_px,
        |ruling, side, px| {
            ruling.score(px, needed, 2.0 * needed);
            if px < needed {
                ruling.fail(Reason::DocumentLowResolution {
                    side: side.into(),
                    found_px: px as u64,
                    needed_px: needed as u64,
                });
            }
        },
    );
    Ok(ruling.done())
}
