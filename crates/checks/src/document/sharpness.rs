//! `document_sharpness`: sharp enough to read.
//!
//! Raw: `front.sharpness`, `back.sharpness`, 0 (no detail) to 1 (as sharp as the pixels allow). Limit `min`. Fails with `document_blurred`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentSharpness, policy);
    let needed = ruling.limit("min")?;
    each_side(
        &mut ruling,
        &found.sides(),
        "sharpness",
        "0-1",
        |side| side.sharpness,
        |ruling, side, value| {
            ruling.score(value, needed, 1.0);
            if value < needed {
                ruling.fail(Reason::DocumentBlurred { side: side.into() });
            }
        },
    );
    Ok(ruling.done())
}
