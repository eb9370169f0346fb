//! `document_portrait`: the portrait on the front is large and clear enough, and the ghost image, where one is seen, shows the same face.
//!
//! Raw: `portrait.eyes_px` (pixels between the eyes), `portrait.sharpness`, `portrait.screen` (strength of a print screen, logarithm),
//! `portrait.other_colour_share`, `ghost.found`, `ghost.eyes_px`, `ghost.distance` (Euclidean, both faces treated alike). Limits
//! `min_eyes_px`, `min_sharpness`, `max_ghost_distance`. Fails with `portrait_not_found`, `portrait_too_small`,
//! `portrait_unclear`; a ghost of another face is *doubt* with `ghost_portrait_differs`. A document without a ghost passes: most
//! types have none, and a faint one is not always seen.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::measurements::{GhostMeasured, Measurements};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentPortrait, policy);
    let (eyes_needed, sharpness_needed) = (ruling.limit("min_eyes_px")?, ruling.limit("min_sharpness")?);
    let ghost_limit = ruling.limit("max_ghost_distance")?;
    ruling.models(&found.face_models);
    let Some(front) = found.front.as_ref().filter(|front| front.portrait_searched) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let Some(portrait) = &front.portrait else {
        ruling.fail(Reason::PortraitNotFound);
        return Ok(ruling.done());
    };
    let finite = [portrait.eyes_px, portrait.height_px, portrait.sharpness].iter().all(|value| value.is_finite());
    if !finite || portrait.eyes_px <= 0.0 {
        ruling.not_assessed();
        return Ok(ruling.done());
    }
    ruling.raw("portrait.eyes_px", portrait.eyes_px, "px");
    ruling.raw("portrait.sharpness", portrait.sharpness, "ratio");
    if let Some(screen) = portrait.screen {
        ruling.raw("portrait.screen", screen, "ratio");
    }
    ruling.raw("portrait.other_colour_share", portrait.other_colour_share, "share");
    if portrait.eyes_px < eyes_needed {
        // Told as the height of the face, which an applicant can picture.
        let needed_px = (portrait.height_px * eyes_needed / portrait.eyes_px).ceil() as u64;
        ruling.fail(Reason::PortraitTooSmall { found_px: portrait.height_px as u64, needed_px });
    } else if portrait.sharpness < sharpness_needed {
        // When the whole side is blurred, that is the cause, and `document_sharpness` tells it once.
        let all_blurred = policy.limit(Check::DocumentSharpness, "min")?;
        if front.sharpness.is_some_and(|sharpness| sharpness < all_blurred) {
            ruling.lower(CheckResult::Fail);
        } else {
            ruling.fail(Reason::PortraitUnclear);
        }
    }
    ruling.score(portrait.sharpness, sharpness_needed, sharpness_needed * 3.0);
    if portrait.ghost_searched {
        ruling.raw("ghost.found", f64::from(u8::from(portrait.ghost.is_some())), "flag");
        judge_ghost(&mut ruling, portrait.ghost.as_ref(), ghost_limit);
    } else {
        ruling.not_assessed();
    }
    Ok(ruling.done())
}

fn judge_ghost(ruling: &mut Ruling<'_>, ghost: Option<&GhostMeasured>, max_distance: f64) {
    let Some(ghost) = ghost else { return };
    if !ghost.distance.is_finite() {
        ruling.not_assessed();
        return;
    }
    ruling.raw("ghost.eyes_px", ghost.eyes_px, "px");
    ruling.raw("ghost.distance", ghost.distance, "distance");
    if ghost.distance > max_distance {
        ruling.doubt(Reason::GhostPortraitDiffers);
    }
}
