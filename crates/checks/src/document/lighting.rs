//! `document_lighting`: neither too dark nor over-exposed.
//!
//! Raw: `*.brightness` (mean of the document, 0 black to 1 white), `*.overexposed_share` (share of the document that is blown out while even
//! its ink is bright; a white drawing or scan has none). Limits `min_brightness`, `max_overexposed_share`.
//! Fails with `document_dark`, `document_overexposed`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentLighting, policy);
    let darkest = ruling.limit("min_brightness")?;
    let most = ruling.limit("max_overexposed_share")?;
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
            }
        },
    );
    each_side(
        &mut ruling,
        &found.sides(),
        "overexposed_share",
        "share",
        |side| side.overexposed_share,
        |ruling, side, share| {
            if share > most {
                ruling.fail(Reason::DocumentOverexposed { side: side.into() });
            }
        },
    );
    Ok(ruling.done())
}
