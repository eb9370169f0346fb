//! `liveness_digits`: the digits on the screen were said.
//!
//! Raw: `digits.matched`, `digits.asked` (counts), `digits.score` (0–1). Limits `min_score`, `min_matched_share`. Fails with
//! `digits_differ`; all digits heard with a weak score is *doubt*. A clip without sound or challenge could not be assessed.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessDigits, policy);
    let (score, share) = (ruling.limit("min_score")?, ruling.limit("min_matched_share")?);
    ruling.models(&found.speech_models);
    let Some(heard) = found.clip.as_ref().and_then(|clip| clip.digits.as_ref()).filter(|heard| heard.asked > 0) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("digits.matched", heard.matched as f64, "count");
    ruling.raw("digits.asked", heard.asked as f64, "count");
    ruling.raw("digits.score", heard.score, "0-1");
    ruling.score(heard.score, score, 1.0);
    if (heard.matched as f64) < share * heard.asked as f64 {
        ruling.fail(Reason::DigitsDiffer { matched: heard.matched, asked: heard.asked });
    } else if heard.score < score {
        ruling.lower(CheckResult::Doubt);
    }
    Ok(ruling.done())
}
