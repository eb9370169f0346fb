//! `liveness_digits`: the digits on the screen were said.
//!
//! Raw: `digits.matched`, `digits.asked`, `digits.heard` (counts; how many were heard when any number may have been said), `digits.score`
//! (0–1: how likely the prompt is against the likeliest other string). Limits `min_score`, `min_matched_share`, and `min_score_unproven` in
//! place of `min_score` where the language was never measured on people. Fails with `digits_other_language`, `digits_missing` or
//! `digits_differ`; all digits heard with a weak score is *doubt*. Where the sound explains what was not heard (noise, clipping, other speech,
//! silence: `liveness_noise` says which), in a language that was never measured on people, and for a clip without sound or challenge, the
//! check could not be assessed.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use super::noise::explanation;
use crate::measurements::{ClipMeasured, DigitsHeard, Measurements};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessDigits, policy);
    ruling.models(&found.speech_models);
    let Some(heard) = found.clip.as_ref().and_then(|clip| clip.digits.as_ref()).filter(|heard| heard.asked > 0) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let (score, share) = (ruling.limit(min_score(heard.proven))?, ruling.limit("min_matched_share")?);
    ruling.raw("digits.matched", heard.matched as f64, "count");
    ruling.raw("digits.asked", heard.asked as f64, "count");
    if let Some(free) = heard.free {
        ruling.raw("digits.heard", free as f64, "count");
    }
    ruling.raw("digits.score", heard.score, "0-1");
    ruling.score(heard.score, score, 1.0);
    let enough = heard.matched as f64 >= share * heard.asked as f64;
    if enough && heard.score >= score {
        return Ok(ruling.done());
    }
    // Of a language that is known from synthesised voices alone, not hearing says nothing of the person.
    if heard.language.is_none() && (!heard.proven || explanation(found, policy)?.is_some()) {
        ruling.not_assessed();
    } else if heard.matched == heard.asked {
        ruling.lower(CheckResult::Doubt);
    } else {
        ruling.fail(difference(heard));
    }
    Ok(ruling.done())
}

/// Whether the prompt was heard as the policy asks for it; without a challenge or a hearing it was not.
pub(super) fn heard_for_certain(clip: &ClipMeasured, policy: &Policy) -> Result<bool, PolicyError> {
    let limit = |name| policy.limit(Check::LivenessDigits, name);
    let Some(heard) = clip.digits.as_ref().filter(|heard| heard.asked > 0) else {
        return Ok(false);
    };
    let enough = heard.matched as f64 >= limit("min_matched_share")? * heard.asked as f64;
    Ok(enough && heard.score >= limit(min_score(heard.proven))?)
}

/// The limit of the score, by whether hearing the language was measured on people. Whoever opens a session chooses its language: one that is
/// known less well has to be heard more surely.
pub fn min_score(proven: bool) -> &'static str {
    if proven { "min_score" } else { "min_score_unproven" }
}

fn difference(heard: &DigitsHeard) -> Reason {
    match (&heard.language, heard.free) {
        (Some(language), _) => Reason::DigitsOtherLanguage { language: language.clone() },
        (None, Some(free)) if free < heard.asked => Reason::DigitsMissing { heard: free, asked: heard.asked },
        _ => Reason::DigitsDiffer { matched: heard.matched, asked: heard.asked },
    }
}
