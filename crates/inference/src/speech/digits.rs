//! The seam for spoken digits: what was heard, when, and how it compares with what was asked for. Never a verdict.

use countersign_media::Sound;
use serde::Serialize;

/// Hears a known number of digits in a sound.
pub trait DigitRecogniser: Send + Sync {
    /// The recogniser's stable name, kept with every result.
    fn name(&self) -> &str;

    /// The most likely string of exactly `expected_len` digits (1 to [`MAX_DIGITS`]) in a mono sound of −1 … 1.
    ///
    /// Blind: the recogniser is not told what was asked for.
    fn recognise(&self, sound: &Sound, expected_len: usize) -> Result<Hearing, HearingError>;
}

/// The longest string a recogniser is asked for: a 15 s clip (the longest that decodes) holds no more.
pub const MAX_DIGITS: usize = 16;

/// The shortest sound in which digits are looked for, seconds: a spoken digit lasts about 0.2 s or more.
pub const SHORTEST_SOUND_S: f64 = 0.2;

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
    /// 0 … 1: the lowest confidence of all digits, 0 when nothing was heard.
    pub score: f32,
}

impl Hearing {
    /// Nothing that could be a string of the asked length.
    pub fn nothing() -> Self {
        Self { digits: Vec::new(), score: 0.0 }
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
    /// 0 … 1: the support of the prompted digit at the place where it has least; 0 when another number of digits was heard.
    pub score: f32,
    /// Whether every place matches and nothing more was heard.
    pub exact: bool,
}

/// Compares what was heard with the prompt (digits 0 to 9).
pub fn judge(hearing: &Hearing, prompted: &[u8]) -> DigitMatch {
    let place = |at: usize| hearing.digits.get(at);
    let matched: Vec<bool> =
        prompted.iter().enumerate().map(|(at, wanted)| place(at).is_some_and(|d| d.digit == *wanted)).collect();
    let same_length = !prompted.is_empty() && hearing.digits.len() == prompted.len();
    let exact = same_length && matched.iter().all(|m| *m);
    let score = if same_length {
        prompted.iter().zip(&hearing.digits).map(|(wanted, heard)| support(heard, *wanted)).fold(1.0, f32::min)
    } else {
        0.0
    };
    DigitMatch { heard: hearing.text(), prompted: digits_text(prompted.iter().copied()), matched, score, exact }
}

fn support(heard: &HeardDigit, wanted: u8) -> f32 {
    heard.support.get(usize::from(wanted)).copied().unwrap_or(0.0)
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
        let score = digits.iter().map(|d| d.confidence).fold(1.0, f32::min);
        Hearing { digits, score }
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
