//! `document_lighting`: neither too dark nor over-exposed.
//!
//! Raw: `front.brightness`, `back.brightness` (mean of the document, 0 black to 1 white). Limits `min_brightness`, `max_brightness`.
//! Fails with `document_dark`, `document_overexposed`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentLighting, policy);
    let darkest = ruling.limit("min_brightness")?;
    let brightest = ruling.limit("max_brightness")?;
    each_side(
        &mut ruling,
        &found.sides(),
        "brightness",
        "0-1",
        |side| side.brightness,
        |ruling, side, value| {
            ruling.score(value, darkest, 2.0 * darkest);
            if value < darkest {
                ruling.fail(Reason::DocumentDark { side: side.into() });
            } else if value > brightest {
                ruling.fail(Reason::DocumentOverexposed { side: side.into() });
            }
        },
    );
    Ok(ruling.done())
}
