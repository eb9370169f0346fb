//! Two recognisers: the net first, a second opinion where it is in doubt.

use countersign_media::Sound;

use super::digits::{DigitRecogniser, HeardDigit, Hearing, HearingError};

/// From this confidence of every digit on, the second recogniser is not asked: it costs ten times as much.
const SURE: f32 = 0.9;
/// How much of each recogniser's logarithmic support counts when both are asked: they fail on the same recordings now and then, so together
/// they are less sure than if they knew nothing of each other. Set by judgement: the strings at hand are those that the evaluation reports.
const WEIGHTS: (f32, f32) = (0.8, 0.5);
/// Supports under this count as this: what one recogniser rules out, the other may still have heard.
const LEAST: f32 = 1e-4;

/// Hears with what there is.
pub struct Ears {
    first: Option<Box<dyn DigitRecogniser>>,
    second: Box<dyn DigitRecogniser>,
}

impl Ears {
    /// `second` is asked where `first` is in doubt or does not hear the language, in the languages that it hears.
    pub fn new(first: Option<Box<dyn DigitRecogniser>>, second: impl DigitRecogniser + 'static) -> Self {
        Self { first, second: Box::new(second) }
    }

    /// The two, for measuring them side by side.
    pub fn each(&self) -> (Option<&dyn DigitRecogniser>, &dyn DigitRecogniser) {
        (self.first.as_deref(), &*self.second)
    }

    fn first_for(&self, language: &str) -> Option<&dyn DigitRecogniser> {
        self.first.as_deref().filter(|first| first.hears(language))
    }

    /// Whether a first opinion leaves doubt.
    pub fn in_doubt(first: &Hearing) -> bool {
        first.score() < SURE
    }

    /// Both opinions of each place; where they do not hear as many digits, the first.
    pub fn together(first: Hearing, second: &Hearing) -> Hearing {
        if first.digits.len() != second.digits.len() {
            return first;
        }
        let digits = first.digits.iter().zip(&second.digits).map(|(a, b)| both(a, b)).collect();
        Hearing { digits, ..first }
    }
}

impl DigitRecogniser for Ears {
    fn name(&self) -> &str {
        self.first.as_ref().map_or(self.second.name(), |first| first.name())
    }

    fn hears(&self, language: &str) -> bool {
        self.first_for(language).is_some() || self.second.hears(language)
    }

    fn recognise(&self, sound: &Sound, language: &str, expected_len: usize) -> Result<Hearing, HearingError> {
        let Some(first) = self.first_for(language) else {
            return self.second.recognise(sound, language, expected_len);
        };
        let first = first.recognise(sound, language, expected_len)?;
        if !Self::in_doubt(&first) || !self.second.hears(language) {
            return Ok(first);
        }
        // Without a second opinion the first one stands.
        let Ok(second) = self.second.recognise(sound, language, expected_len) else { return Ok(first) };
        Ok(Self::together(first, &second))
    }
}

fn both(a: &HeardDigit, b: &HeardDigit) -> HeardDigit {
    let own = |support: f32, weight: f32| support.max(LEAST).ln() * weight;
    let odds: [f32; 10] = std::array::from_fn(|d| (own(a.support[d], WEIGHTS.0) + own(b.support[d], WEIGHTS.1)).exp());
    let total: f32 = odds.iter().sum();
    let support = odds.map(|o| o / total);
    let digit =
        (0..10_u8).max_by(|x, y| support[usize::from(*x)].total_cmp(&support[usize::from(*y)])).unwrap_or(a.digit);
    HeardDigit { digit, confidence: support[usize::from(digit)], support, ..a.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hears one digit with a given support, everything else alike.
    struct Says(u8, f32);

    impl DigitRecogniser for Says {
        fn name(&self) -> &'static str {
            "says"
        }

        fn hears(&self, language: &str) -> bool {
            language == "en"
        }

        fn recognise(&self, _: &Sound, _: &str, count: usize) -> Result<Hearing, HearingError> {
            if self.1 < 0.0 {
                return Err(HearingError::ProgramMissing { program: "says".into() });
            }
            let mut support = [(1.0 - self.1) / 9.0; 10];
            support[usize::from(self.0)] = self.1;
            let digit = HeardDigit { digit: self.0, start_s: 0.0, end_s: 0.1, confidence: self.1, support };
            Ok(Hearing { digits: vec![digit; count], ..Hearing::nothing() })
        }
    }

    fn heard(first: Says, second: Says) -> Hearing {
        let sound = Sound { sample_rate: 16_000, samples: vec![0.0; 16_000] };
        Ears::new(Some(Box::new(first)), second).recognise(&sound, "en", 2).unwrap()
    }

    #[test]
    fn who_is_sure_is_not_asked_twice_and_who_doubts_is() {
        assert_eq!(heard(Says(4, 0.95), Says(5, 1.0)).text(), "44");
        assert_eq!(heard(Says(4, 0.4), Says(5, 0.99)).text(), "55");
        let agreed = heard(Says(4, 0.6), Says(4, 0.6));
        assert!(agreed.text() == "44" && agreed.score() > 0.6);
        assert!((agreed.digits[0].support.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }

    #[test]
    fn without_a_first_the_second_hears_alone() {
        let ears = Ears::new(None, Says(7, 0.8));
        let sound = Sound { sample_rate: 16_000, samples: vec![0.0; 16_000] };
        assert!(ears.hears("en") && !ears.hears("es"));
        assert_eq!(ears.recognise(&sound, "en", 2).unwrap().text(), "77");
    }

    #[test]
    fn without_a_second_opinion_the_first_stands() {
        let alone = heard(Says(4, 0.4), Says(5, -1.0));
        assert!(alone.text() == "44" && (alone.score() - 0.4).abs() < 1e-6);
    }
}
