//! `liveness_distance`: the face is large enough, and wholly in the picture.
//!
//! Raw: `face.eyes_px` (pixels between the eyes in the recording as it came), `face.eyes_share` (the same over the picture's shorter side),
//! `face.cut_share` (share of frames with part of the face beyond the border), and `InterEyeDistance` of ISO/IEC 29794-5. Limits
//! `min_eyes_distance_px`, `max_eyes_share`, `max_cut_share`. Fails with `face_too_far`, `face_too_near` or `face_cut_off`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance::{self, at_least, at_most, components};
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessDistance, policy);
    let (least, most) = (ruling.limit("min_eyes_distance_px")?, ruling.limit("max_eyes_share")?);
    let cut = ruling.limit("max_cut_share")?;
    ruling.models(&found.face_models);
    let Some(seen) = hindrance::seen(found) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.eyes_px", seen.eyes_px, "px");
    ruling.raw("face.eyes_share", seen.eyes_share, "share");
    ruling.raw("face.cut_share", seen.cut_share, "share");
    components(&mut ruling, seen, &["InterEyeDistance"]);
    ruling.score(seen.eyes_px, least, 3.0 * least);
    if !at_most(seen.eyes_share, most) {
        ruling.fail(Reason::FaceTooNear);
    } else if !at_least(seen.eyes_px, least) {
        ruling.fail(Reason::FaceTooFar { found_px: seen.eyes_px.max(0.0) as u64, needed_px: least as u64 });
    } else if !at_most(seen.cut_share, cut) && !hindrance::left(found, policy)? {
        ruling.fail(Reason::FaceCutOff);
    }
    Ok(ruling.done())
}
