//! `liveness_duration`: as long as asked.
//!
//! Raw: `clip.duration_s`. Limits `min_s`, `max_s`. Fails with `video_too_short`, `video_too_long`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessDuration, policy);
    let (shortest, longest) = (ruling.limit("min_s")?, ruling.limit("max_s")?);
    let Some(clip) = &found.clip else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let seconds = (clip.duration_s * 10.0).round() / 10.0;
    ruling.raw("clip.duration_s", clip.duration_s, "s");
    if clip.duration_s < shortest {
        ruling.fail(Reason::VideoTooShort { seconds, needed_s: shortest });
    } else if clip.duration_s > longest {
        ruling.fail(Reason::VideoTooLong { seconds, limit_s: longest });
    }
    Ok(ruling.done())
}
