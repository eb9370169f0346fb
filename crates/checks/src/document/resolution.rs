//! `document_resolution`: enough pixels across the document to read its smallest print.
//!
//! Raw: `front.width_px`, `back.width_px` (pixels along the longer side of the outline, or of the photo where no outline was found).
//! and `*.fill` (that side over the photo's longer side). Limits `min_px`, `min_fill`. Fails with `document_too_far` when the document
//! takes less than `min_fill` of a photo that has the pixels to spare, and with `document_low_resolution` otherwise.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentResolution, policy);
    let needed = ruling.limit("min_px")?;
    let near_enough = ruling.limit("min_fill")?;
    let fills: Vec<(&str, f64)> = found
        .sides()
        .into_iter()
        .filter_map(|(name, side)| Some((name, side?.placement.as_ref().filter(|p| p.documents > 0)?.fill)))
        .collect();
    for (side, fill) in &fills {
        ruling.raw(format!("{side}.fill"), *fill, "share");
    }
    each_side(
        &mut ruling,
        &found.sides(),
        "width_px",
        "px",
        |side| side.width_px,
        |ruling, side, px| {
            ruling.score(px, needed, 2.0 * needed);
            if px < needed {
                let (found_px, needed_px) = (px as u64, needed as u64);
                let far = fills.iter().any(|(name, fill)| *name == side && *fill < near_enough);
                ruling.fail(if far {
                    Reason::DocumentTooFar { side: side.into(), found_px, needed_px }
                } else {
                    Reason::DocumentLowResolution { side: side.into(), found_px, needed_px }
                });
            }
        },
    );
    Ok(ruling.done())
}
