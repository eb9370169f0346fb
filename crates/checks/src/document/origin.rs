//! `document_origin`: the photo shows the document itself, not a screen, a screenshot or a copy without colour.
//!
//! Raw, by side: `*.moire`, share of the picture with the coloured beat of a screen; `*.halftone`, share with crossed
//! dots of one printer's screen, where it is large enough to tell; `*.screenshot`, sum of the signs of a screenshot, 0–1;
//! `*.own_colour`, colour beyond a tint, steps of chroma, judged on the front. Limits `max_moire` (above: *doubt*), `max_moire_sure` (above: fails with
//! `document_from_screen`), `max_halftone` (above: *doubt*), `max_screenshot` (fails with `document_screenshot`), `min_colour` (fails with `document_grey_copy`).
//!
//! It cannot see a screen without visible moiré, a cropped screenshot saved as JPEG, or a colour print without a regular
//! screen of dots (inkjet, photographic paper). What each detector cannot see
//! and how often it errs: docs/evaluation/documents-unaltered.md.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, Side, Unaltered};
use crate::ruling::{Ruling, each_side, where_told};

/// A value of the photo's examination.
fn value(read: impl Fn(&Unaltered) -> Option<f64>) -> impl Fn(&Side) -> Option<f64> {
    move |side| side.unaltered.as_ref().and_then(&read)
}

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentOrigin, policy);
    let doubtful = ruling.limit("max_moire")?;
    let sure = ruling.limit("max_moire_sure")?;
    let halftone = ruling.limit("max_halftone")?;
    let screenshot = ruling.limit("max_screenshot")?;
    let colour = ruling.limit("min_colour")?;
    let sides = found.sides();
    each_side(&mut ruling, &sides, "moire", "share", value(|seen| seen.moire), |ruling, side, seen| {
        ruling.score(seen, sure, 0.0);
        if seen > sure {
            ruling.fail(Reason::DocumentFromScreen { side: side.into() });
        } else if seen > doubtful {
            ruling.doubt(Reason::DocumentOriginDoubtful { side: side.into() });
        }
    });
    where_told(&mut ruling, &sides, "halftone", "share", value(|seen| seen.halftone), |ruling, side, seen| {
        ruling.score(seen, halftone, 0.0);
        if seen > halftone {
            ruling.doubt(Reason::DocumentOriginDoubtful { side: side.into() });
        }
    });
    each_side(&mut ruling, &sides, "screenshot", "0-1", value(|seen| Some(seen.screenshot)), |ruling, side, seen| {
        ruling.score(seen, screenshot, 0.0);
        if seen > screenshot {
            ruling.fail(Reason::DocumentScreenshot { side: side.into() });
        }
    });
    each_side(&mut ruling, &sides, "own_colour", "steps", value(|seen| seen.own_colour), |ruling, side, seen| {
        // Many genuine backs are black print on white: only the front, which has a portrait, must have colour.
        if side == "front" {
            ruling.score(seen, colour, 4.0 * colour);
            if seen < colour {
                ruling.fail(Reason::DocumentGreyCopy { side: side.into() });
            }
        }
    });
    Ok(ruling.done())
}
