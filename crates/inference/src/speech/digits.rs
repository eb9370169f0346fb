//! The seam for spoken digits: what was heard, when, and how it compares with what was asked for. Never a verdict.

use countersign_media::Sound;
use serde::Serialize;

/// Hears a known number of digits in a sound.
pub trait DigitRecogniser: Send + Sync {
    /// The recogniser's stable name, kept with every result.
    fn name(&self) -> &str;

    /// Whether it knows the digits of a language (BCP 47, the language alone).
    fn hears(&self, language: &str) -> bool;

    /// The most likely string of exactly `expected_len` digits (1 to [`MAX_DIGITS`]) of a language in a mono sound of −1 … 1.
    ///
    /// Blind: the recogniser is not told what was asked for.
    fn recognise(&self, sound: &Sound, language: &str, expected_len: usize) -> Result<Hearing, HearingError>;
}

/// The longest string a recogniser is asked for: a 15 s clip (the longest that decodes) holds no more.
pub const MAX_DIGITS: usize = 16;

/// The shortest sound in which digits are looked for, seconds: a spoken digit lasts about 0.2 s or more.
pub const SHORTEST_SOUND_S: f64 = 0.2;

/// The longest sound that is listened to, seconds: the longest clip that decodes.
const LONGEST_SOUND_S: f64 = 15.0;

/// Supports under this are told apart no further: one in a billion.
const LEAST_SUPPORT: f32 = 1e-9;

/// One digit that was heard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeardDigit {
    /// 0 to 9.
    pub digit: u8,
    /// Start in the given sound, seconds.
    pub start_s: f32,
    /// End in the given sound, seconds, ≥ `start_s`.
    pub end_s: f32,
    /// 0 … 1: this digit's share of `support`.
    pub confidence: f32,
    /// For each digit 0 to 9, its share of the likelihood at this place; together 1, and `digit` has the largest.
    pub support: [f32; 10],
}

/// What a recogniser heard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hearing {
    /// In time order, exactly as many as asked for; empty when no string of that length fits the sound.
    pub digits: Vec<HeardDigit>,
    /// The digits heard when any number of them may have been said; `None` where nobody listened for that.
    pub free: Option<Vec<u8>>,
    /// Other languages in which just as many digits as asked are heard, with the digits.
    pub elsewhere: Vec<(String, Vec<u8>)>,
}

impl Hearing {
    /// Nothing that could be a string of the asked length.
    pub fn nothing() -> Self {
        Self { digits: Vec::new(), free: None, elsewhere: Vec::new() }
    }

    /// 0 … 1: the lowest confidence of all digits, 0 when nothing was heard.
    pub fn score(&self) -> f32 {
        self.digits.iter().map(|digit| digit.confidence).reduce(f32::min).unwrap_or(0.0)
    }

    /// The digits as text, such as `471902`.
    pub fn text(&self) -> String {
        digits_text(self.digits.iter().map(|d| d.digit))
    }
}

/// Why nothing could be heard at all: each means *could not assess*, never a pass and never a wrong answer.
#[derive(Debug, thiserror::Error)]
pub enum HearingError {
    /// The recogniser's program is not installed.
    #[error("the speech recogniser {program} is not installed")]
    ProgramMissing {
        /// Its name.
        program: String,
    },
    /// The recogniser's acoustic model is not installed.
    #[error("the speech model {model} is not installed")]
    ModelMissing {
        /// Its name.
        model: String,
    },
    /// A length that cannot be asked for.
    #[error("1 to {MAX_DIGITS} digits can be heard, not {asked}")]
    Length {
        /// What was asked.
        asked: usize,
    },
    /// Digits of a language that the recogniser does not know.
    #[error("digits in the language {asked} cannot be heard")]
    Language {
        /// BCP 47.
        asked: String,
    },
    /// The sound is too short, too long or at a rate that no digit can be heard in.
    #[error("the sound cannot be listened to: {0}")]
    Unusable(&'static str),
    /// The recogniser did not finish in time and was stopped.
    #[error("the speech recogniser did not finish within {seconds} s")]
    TimedOut {
        /// The limit.
        seconds: u64,
    },
    /// The recogniser ended with an error. Holds no part of the sound and nothing of what was heard.
    #[error("the speech recogniser failed: {0}")]
    Failed(String),
    /// The recogniser could not be started or fed.
    #[error("the speech recogniser could not be run")]
    Io(#[from] std::io::Error),
}

/// What was heard against what was asked for. A measurement: the policy holds the threshold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DigitMatch {
    /// The digits heard, as text; empty when none.
    pub heard: String,
    /// The digits asked for, as text.
    pub prompted: String,
    /// For each place of the prompt, whether the digit heard there is the prompted one.
    pub matched: Vec<bool>,
    /// Natural logarithm of the likelihood of the prompt over that of the likeliest other string of its length, calibrated; −∞ when
    /// another number of digits was heard.
    pub log_ratio: f32,
    /// 0 … 1: `log_ratio` as the probability that the prompt was said and not that other string.
    pub score: f32,
    /// Whether every place matches and nothing more was heard.
    pub exact: bool,
    /// Another language in which exactly the prompt was heard.
    pub elsewhere: Option<String>,
}

/// Compares what was heard with the prompt (digits 0 to 9).
pub fn judge(hearing: &Hearing, prompted: &[u8]) -> DigitMatch {
    let place = |at: usize| hearing.digits.get(at);
    let matched: Vec<bool> =
        prompted.iter().enumerate().map(|(at, wanted)| place(at).is_some_and(|d| d.digit == *wanted)).collect();
    let same_length = !prompted.is_empty() && hearing.digits.len() == prompted.len();
    let exact = same_length && matched.iter().all(|m| *m);
    let log_ratio = if same_length { log_ratio(hearing, prompted) } else { f32::NEG_INFINITY };
    let score = 1.0 / (1.0 + (-log_ratio).exp());
    let elsewhere = hearing.elsewhere.iter().find(|(_, digits)| !exact && digits == prompted);
    DigitMatch {
        heard: hearing.text(),
        prompted: digits_text(prompted.iter().copied()),
        matched,
        log_ratio,
        score,
        exact,
        elsewhere: elsewhere.map(|(language, _)| language.clone()),
    }
}

/// The likeliest other string differs in one place where the prompt is what was heard, and is what was heard otherwise.
fn log_ratio(hearing: &Hearing, prompted: &[u8]) -> f32 {
    let lead = |heard: &HeardDigit, wanted: u8| {
        let own = heard.support.get(usize::from(wanted)).copied().unwrap_or(0.0);
        let others = heard.support.iter().enumerate().filter(|(digit, _)| *digit != usize::from(wanted));
        let other = others.map(|(_, support)| *support).fold(0.0, f32::max);
        own.max(LEAST_SUPPORT).ln() - other.max(LEAST_SUPPORT).ln()
    };
    let leads = || prompted.iter().zip(&hearing.digits).map(|(wanted, heard)| lead(heard, *wanted));
    let behind: f32 = leads().filter(|lead| *lead < 0.0).sum();
    if behind < 0.0 { behind } else { leads().fold(f32::INFINITY, f32::min) }
}

/// Whether a sound is one in which digits can be looked for.
pub(super) fn usable(sound: &Sound) -> Result<(), HearingError> {
    if sound.sample_rate < 8000 {
        return Err(HearingError::Unusable("fewer than 8,000 samples a second"));
    }
    if sound.duration_s() < SHORTEST_SOUND_S {
        return Err(HearingError::Unusable("shorter than one spoken digit"));
    }
    if sound.duration_s() > LONGEST_SOUND_S {
        return Err(HearingError::Unusable("longer than any clip"));
    }
    if sound.samples.iter().any(|s| !s.is_finite()) {
        return Err(HearingError::Unusable("a sample that is no number"));
    }
    Ok(())
}

fn digits_text(digits: impl Iterator<Item = u8>) -> String {
    digits.map(|d| char::from_digit(u32::from(d), 10).unwrap_or('?')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each place as the digit heard, its support, and the one other digit that has the rest.
    fn hearing(digits: &[(u8, f32, u8)]) -> Hearing {
        let place = |(i, (digit, confidence, other)): (usize, &(u8, f32, u8))| {
            let mut support = [0.0; 10];
            support[usize::from(*digit)] = *confidence;
            support[usize::from(*other)] = 1.0 - confidence;
            HeardDigit { digit: *digit, start_s: i as f32, end_s: i as f32 + 0.5, confidence: *confidence, support }
        };
        let digits: Vec<HeardDigit> = digits.iter().enumerate().map(place).collect();
        Hearing { digits, ..Hearing::nothing() }
    }

    #[test]
    fn the_prompted_string_matches_at_every_place() {
        let found = judge(&hearing(&[(4, 0.9, 5), (7, 0.8, 1)]), &[4, 7]);
        assert!(found.exact);
        assert_eq!((found.heard.as_str(), found.prompted.as_str()), ("47", "47"));
        assert_eq!(found.matched, [true, true]);
        assert!((found.score - 0.8).abs() < 1e-6);
    }

    #[test]
    fn one_wrong_digit_is_named_and_takes_its_support_for_the_score() {
        let found = judge(&hearing(&[(4, 0.9, 5), (7, 0.8, 1)]), &[5, 7]);
        assert!(!found.exact);
        assert_eq!(found.matched, [false, true]);
        assert!((found.score - 0.1).abs() < 1e-6);
        assert!(judge(&hearing(&[(4, 0.9, 5)]), &[6]).score.abs() < 1e-6);
    }

    #[test]
    fn nothing_heard_matches_nothing() {
        let found = judge(&Hearing::nothing(), &[1, 2, 3]);
        assert!(!found.exact);
        assert_eq!(found.heard, "");
        assert_eq!(found.matched, [false; 3]);
        assert!(found.score.abs() < 1e-6);
        assert!(!judge(&Hearing::nothing(), &[]).exact);
    }

    #[test]
    fn a_longer_or_shorter_string_is_never_exact() {
        assert!(!judge(&hearing(&[(1, 0.9, 4), (2, 0.9, 5)]), &[1]).exact);
        assert!(!judge(&hearing(&[(1, 0.9, 4)]), &[1, 2]).exact);
    }
}
