//! `document_glare`: no light reflection hides part of the document.
//!
//! Raw: `front.glare_share`, `back.glare_share`, share of the document, 0–1. Limit `max_share`. Fails with `document_glare`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentGlare, policy);
    let most = ruling.limit("max_share")?;
    each_side(
        &mut ruling,
        &found.sides(),
        "glare_share",
        "share",
        |side| side.glare_share,
        |ruling, side, share| {
            ruling.score(share, most, 0.0);
            if share > most {
                ruling.fail(Reason::DocumentGlare { side: side.into(), percent: (share * 100.0).round() });
            }
        },
    );
    Ok(ruling.done())
}
