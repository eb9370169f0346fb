//! `liveness_mouth`: the mouth moves, and it moves with the sound.
//!
//! Raw: `mouth.motion` (share of the time with voice in which the mouth moves, 0–1), `mouth.correlation` (−1 … 1), `mouth.offset_s`. Limits `min_motion`, `min_correlation`,
//! `max_offset_s`. Fails with `mouth_still`, `mouth_out_of_step`. It cannot tell a generated mouth from a real one.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessMouth, policy);
    let (least, together, shift) =
        (ruling.limit("min_motion")?, ruling.limit("min_correlation")?, ruling.limit("max_offset_s")?);
    ruling.models(&found.face_models);
    let Some(mouth) = found.clip.as_ref().and_then(|clip| clip.mouth.as_ref()) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("mouth.motion", mouth.motion, "share");
    ruling.raw("mouth.correlation", mouth.correlation, "-1-1");
    ruling.raw("mouth.offset_s", mouth.offset_s, "s");
    ruling.score(mouth.correlation, together, 1.0);
    if mouth.motion < least {
        ruling.fail(Reason::MouthStill);
    } else if mouth.correlation < together || mouth.offset_s.abs() > shift {
        ruling.fail(Reason::MouthOutOfStep);
    }
    Ok(ruling.done())
}
