//! What a level opens: words of a list that the page knows in every language, or a text of the operator's own.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::PolicyFileError;

/// Words that the page of levels has texts for, in `locales/<lang>/levels.ftl`.
pub const WORDS: [&str; 6] = ["deposit", "trade", "withdraw", "fiat", "card", "business"];
/// Periods of a limit.
const PERIODS: [&str; 3] = ["day", "month", "year"];

/// One thing that a level opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlock {
    /// What.
    pub text: UnlockText,
    /// Up to how much: amount, ISO 4217 currency, and `day`, `month` or `year`.
    pub limit: Option<(f64, String, String)>,
}

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnlockText {
    /// A word of [`WORDS`].
    Word(String),
    /// The operator's own text by language tag; English is there.
    Own(BTreeMap<String, String>),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    #[serde(default)]
    word: Option<String>,
    #[serde(default)]
    text: BTreeMap<String, String>,
    #[serde(default)]
    amount: Option<f64>,
    #[serde(default)]
    currency: Option<String>,
    #[serde(default)]
    per: Option<String>,
}

impl Entry {
    pub(super) fn read(self) -> Result<Unlock, PolicyFileError> {
        let wrong = || PolicyFileError::Unlock(self.word.clone().unwrap_or_default());
        let text = match &self.word {
            Some(word) if WORDS.contains(&word.as_str()) && self.text.is_empty() => UnlockText::Word(word.clone()),
            None if self.text.contains_key("en") => UnlockText::Own(self.text.clone()),
            _ => return Err(wrong()),
        };
        let limit = match (self.amount, &self.currency, &self.per) {
            (None, None, None) => None,
            (Some(amount), Some(currency), Some(per))
                if amount.is_finite()
                    && amount >= 0.0
                    && currency.len() == 3
                    && currency.bytes().all(|b| b.is_ascii_uppercase())
                    && PERIODS.contains(&per.as_str()) =>
            {
                Some((amount, currency.clone(), per.clone()))
            }
            _ => return Err(wrong()),
        };
        Ok(Unlock { text, limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Unlock, PolicyFileError> {
        toml::from_str::<Entry>(text).expect("the shape").read()
    }

    #[test]
    fn a_word_of_the_list_or_a_text_with_english_and_a_whole_limit() {
        let found = read("word = 'withdraw'\namount = 10000\ncurrency = 'EUR'\nper = 'day'").expect("usable");
        assert_eq!(found.limit, Some((10_000.0, "EUR".into(), "day".into())));
        assert!(read("[text]\nen = 'Sell houses'\nde = 'Häuser verkaufen'").is_ok());
        for wrong in [
            "word = 'fly'",
            "[text]\nde = 'Nur deutsch'",
            "word = 'trade'\namount = 5",
            "word = 'trade'\namount = -5\ncurrency = 'EUR'\nper = 'day'",
            "word = 'trade'\namount = 5\ncurrency = 'euro'\nper = 'day'",
        ] {
            assert!(matches!(read(wrong), Err(PolicyFileError::Unlock(_))), "{wrong}");
        }
    }
}
