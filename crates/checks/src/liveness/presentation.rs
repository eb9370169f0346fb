//! `liveness_presentation`: a live person before a camera, not a picture, a replay or a stream of a program (ISO/IEC 30107-3).
//!
//! Raw: `presentation.score` (how much likelier a live person is than an attack, natural logarithm), `presentation.impossible` (share of frame
//! times that no camera gives), and every sign by its name in `countersign_inference::pad`. Limits `min_score`, `min_sure_score`,
//! `max_impossible_share`. Fails with `live_person_doubtful` under the first, *doubt* with the same under the second; fails with
//! `video_times_impossible`. A clip on which a sign that counts could not be measured, or whose doubt a covered or unclear face explains (lips that
//! are not seen do not open), is *could not assess*. Masks and a stream that is generated well pass: docs/evaluation/pad.md.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessPresentation, policy);
    let (least, sure) = (ruling.limit("min_score")?, ruling.limit("min_sure_score")?);
    let most_impossible = ruling.limit("max_impossible_share")?;
    ruling.models(&found.face_models);
    let Some(presentation) = found.clip.as_ref().and_then(|clip| clip.presentation.as_ref()) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    for (name, value) in &presentation.signs {
        ruling.raw(format!("presentation.{name}"), *value, "sign");
    }
    match presentation.score.filter(|score| score.is_finite()) {
        Some(score) => {
            ruling.raw("presentation.score", score, "ln");
            ruling.score(score, least, least + 6.0);
            if score < sure && hindrance::hidden(found, policy)? {
                ruling.not_assessed();
            } else if score < least {
                ruling.fail(Reason::LivePersonDoubtful);
            } else if score < sure {
                ruling.doubt(Reason::LivePersonDoubtful);
            }
        }
        None => ruling.not_assessed(),
    }
    match presentation.impossible_share {
        Some(share) if share > most_impossible => ruling.fail(Reason::VideoTimesImpossible),
        Some(_) => {}
        None => ruling.not_assessed(),
    }
    Ok(ruling.done())
}
