//! `liveness_mouth`: the mouth moves, and it moves with the sound.
//!
//! Raw: `mouth.motion` (share of the time with voice in which the mouth moves, 0–1), `mouth.correlation` (height, darkness and width of the
//! lips against what the sound demands of them, in step, −1 … 1), `mouth.best_correlation` (within ±0.5 s), `mouth.offset_s`, `mouth.shape_fit` (share of comparisons in which the lips
//! were wider or more open where the digits ask for it; absent where they give too few). Limits
//! `min_motion`, `min_correlation`, `min_sure_correlation`, `max_offset_s`, `max_shift_gain`,
//! `min_shape_fit`. Fails with `mouth_still`, or with
//! `mouth_out_of_step` when the correlation is too low or is clearly better (by `max_shift_gain`) at a shift beyond `max_offset_s`; a
//! shift that is only a little better, a correlation under `min_sure_correlation`, or shapes that contradict the digits are *doubt*. Where the
//! pictures themselves fail (light, distance, sharpness, something over the face, facing), or other sounds hide the voice, it could not be assessed. It cannot tell a generated mouth from a real one.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use super::{hindrance, noise};
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessMouth, policy);
    let (least, shift) = (ruling.limit("min_motion")?, ruling.limit("max_offset_s")?);
    let (together, sure) = (ruling.limit("min_correlation")?, ruling.limit("min_sure_correlation")?);
    let (gain, fitting) = (ruling.limit("max_shift_gain")?, ruling.limit("min_shape_fit")?);
    ruling.models(&found.face_models);
    let Some(mouth) = found.clip.as_ref().and_then(|clip| clip.mouth.as_ref()) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("mouth.motion", mouth.motion, "share");
    ruling.raw("mouth.correlation", mouth.correlation, "-1-1");
    ruling.raw("mouth.offset_s", mouth.offset_s, "s");
    ruling.score(mouth.correlation, together, 1.0);
    ruling.raw("mouth.best_correlation", mouth.best_correlation, "-1-1");
    if let Some(fit) = mouth.shape_fit {
        ruling.raw("mouth.shape_fit", fit, "share");
    }
    let contradicts = mouth.shape_fit.is_some_and(|fit| fit < fitting);
    let shifted = mouth.offset_s.abs() > shift;
    let still = mouth.motion < least;
    let out_of_step = mouth.correlation < together || (shifted && mouth.best_correlation - mouth.correlation > gain);
    if still || out_of_step {
        // A mouth that is not clearly seen, or not heard alone, is not called false.
        if hindrance::any(found, policy)? || noise::check(found, policy)?.result == CheckResult::Fail {
            ruling.not_assessed();
        } else {
            ruling.fail(if still { Reason::MouthStill } else { Reason::MouthOutOfStep });
        }
    } else if shifted || contradicts || mouth.correlation < sure {
        ruling.lower(CheckResult::Doubt);
    }
    Ok(ruling.done())
}
