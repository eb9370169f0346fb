//! `inspect speech`

use std::path::Path;

use countersign_checks::SpokenLanguage;
use countersign_checks::liveness::digits::min_score;
use countersign_domain::Check;
use countersign_inference::speech::{DigitRecogniser, Hearing, NoiseMeasurement, judge};
use countersign_media::Sound;
use serde_json::{Value, json};

use super::{Bench, Finding, bytes_of};

/// Listens to one sound or video file.
pub fn inspect(bench: &Bench, file: &Path, digits: &[u8], language: &str) -> Finding {
    let sound = match decoded(bench, file) {
        Ok(sound) => sound,
        Err(error) => return Finding::refused(file, error),
    };
    match heard(&bench.toolbox.digits, &sound, digits, language) {
        Ok((hearing, noise)) => {
            let mut value = as_json(bench, &hearing, digits, language);
            value["file"] = json!(file.display().to_string());
            value["noise"] = json!(noise);
            Finding::of(value)
        }
        Err(error) => Finding::refused(file, error),
    }
}

fn decoded(bench: &Bench, file: &Path) -> Result<Sound, Value> {
    let bytes = bytes_of(file)?;
    bench.decoder.sound(&bytes).map_err(|error| bench.refused(&error))
}

fn heard(
    ears: &dyn DigitRecogniser,
    sound: &Sound,
    digits: &[u8],
    language: &str,
) -> Result<(Hearing, NoiseMeasurement), Value> {
    let hearing = ears
        .recognise(sound, language, digits.len())
        .map_err(|error| json!({ "code": "could_not_assess", "title": error.to_string() }))?;
    Ok((hearing, NoiseMeasurement::of(sound)))
}

/// What was heard against what was asked.
pub fn as_json(bench: &Bench, hearing: &Hearing, digits: &[u8], language: &str) -> Value {
    let found = judge(hearing, digits);
    // The same rule as the check `liveness_digits`.
    let limit = |name| bench.policy.limit(Check::LivenessDigits, name).unwrap_or(1.0);
    let matched = found.matched.iter().filter(|matched| **matched).count() as f64;
    let score = f64::from(found.score);
    let least = limit(min_score(SpokenLanguage::of(language).is_some_and(|language| language.proven)));
    json!({
        "heard": found.heard,
        "prompted": found.prompted,
        "accepted": matched >= limit("min_matched_share") * found.matched.len() as f64 && score >= least,
        "score": score,
        "log_ratio": found.log_ratio,
        "free": hearing.free,
        "elsewhere": found.elsewhere,
        "digits": hearing.digits.iter().map(|digit| json!({
            "digit": digit.digit, "start_s": digit.start_s, "end_s": digit.end_s, "confidence": digit.confidence,
        })).collect::<Vec<_>>(),
    })
}
