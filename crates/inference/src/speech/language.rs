//! The digits as they are said, by language: words, variants and the shapes of the lips (`speech/<language>.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

/// The languages a challenge can be given in.
const FILES: [&str; 14] = [
    include_str!("../../../../speech/en.toml"),
    include_str!("../../../../speech/es.toml"),
    include_str!("../../../../speech/fr.toml"),
    include_str!("../../../../speech/de.toml"),
    include_str!("../../../../speech/pt.toml"),
    include_str!("../../../../speech/ru.toml"),
    include_str!("../../../../speech/ar.toml"),
    include_str!("../../../../speech/zh.toml"),
    include_str!("../../../../speech/tr.toml"),
    include_str!("../../../../speech/vi.toml"),
    include_str!("../../../../speech/id.toml"),
    include_str!("../../../../speech/hi.toml"),
    include_str!("../../../../speech/uk.toml"),
    include_str!("../../../../speech/bn.toml"),
];

static LANGUAGES: LazyLock<Vec<SpokenLanguage>> = LazyLock::new(|| {
    // A file that does not read is left out; a test reads all of them.
    FILES.iter().filter_map(|text| SpokenLanguage::parse(text).ok()).collect()
});

/// What the lips look like: what a camera can tell apart, not phonemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MouthShape {
    /// Lips together: m, b, p.
    Closed,
    /// Lower lip at the upper teeth: f, v.
    Bite,
    /// Lips pushed forward: o, u, w, sh.
    Round,
    /// Jaw down: a.
    Open,
    /// Corners apart, jaw up: i, e, s, and consonants behind the lips.
    Spread,
}

/// One digit of a language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpokenDigit {
    /// 0 to 9.
    pub value: u8,
    /// The usual word first, then what people say instead; at least one.
    pub words: Vec<String>,
    /// The shapes that the lips go through in the usual word, in order; at least one.
    pub mouth: Vec<MouthShape>,
}

/// The digits of a language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpokenLanguage {
    /// BCP 47, the language alone: `en`.
    pub language: String,
    /// In English.
    pub name: String,
    /// Whether hearing it was measured on recordings of people; of other languages only what is heard for certain is believed.
    #[serde(default)]
    pub proven: bool,
    /// 0 to 9 in order.
    #[serde(rename = "digit")]
    pub digits: Vec<SpokenDigit>,
}

impl SpokenLanguage {
    /// The language of a BCP 47 tag such as `pt-BR`; `None` where its digits are not known.
    pub fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        LANGUAGES.iter().find(|known| known.language == primary)
    }

    /// All of them, English first.
    pub fn all() -> &'static [Self] {
        &LANGUAGES
    }

    /// For each word of the language, in the order of its file: which digit it means.
    pub fn words(&self) -> impl Iterator<Item = (u8, &str)> {
        self.digits.iter().flat_map(|digit| digit.words.iter().map(|word| (digit.value, word.as_str())))
    }

    /// For each digit, the shape its usual word starts with.
    pub fn starts(&self) -> [MouthShape; 10] {
        self.shapes(<[MouthShape]>::first)
    }

    /// For each digit, the shape its usual word ends with.
    pub fn ends(&self) -> [MouthShape; 10] {
        self.shapes(<[MouthShape]>::last)
    }

    fn shapes(&self, which: fn(&[MouthShape]) -> Option<&MouthShape>) -> [MouthShape; 10] {
        std::array::from_fn(|at| {
            self.digits.get(at).and_then(|d| which(&d.mouth)).copied().unwrap_or(MouthShape::Spread)
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let found: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let values: Vec<u8> = found.digits.iter().map(|digit| digit.value).collect();
        if values != (0..10).collect::<Vec<u8>>() {
            return Err(format!("{}: the digits are not 0 to 9 in order", found.language));
        }
        if found.digits.iter().any(|digit| digit.words.is_empty() || digit.mouth.is_empty()) {
            return Err(format!("{}: a digit without a word or without a mouth", found.language));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_reads_and_no_word_means_two_digits() {
        for text in FILES {
            let language = SpokenLanguage::parse(text).unwrap();
            let mut words: Vec<&str> = language.words().map(|(_, word)| word).collect();
            assert!(words.len() >= 10);
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), language.words().count(), "{}", language.language);
        }
        assert_eq!(SpokenLanguage::all().len(), FILES.len());
    }

    #[test]
    fn variants_people_say_are_there() {
        let says = |tag: &str, word: &str, digit: u8| {
            SpokenLanguage::of(tag).unwrap().words().any(|said| said == (digit, word))
        };
        assert!(says("en-GB", "oh", 0) && says("en", "nil", 0));
        assert!(says("zh-CN", "幺", 1) && says("de", "zwo", 2) && says("pt-BR", "meia", 6));
        assert!(SpokenLanguage::of("tlh").is_none());
    }

    #[test]
    fn a_file_with_a_digit_missing_or_mute_is_refused() {
        let whole = FILES[0];
        assert!(SpokenLanguage::parse(&whole.replace("value = 7", "value = 6")).unwrap_err().contains("0 to 9"));
        assert!(SpokenLanguage::parse(&whole.replace("[\"nine\"]", "[]")).unwrap_err().contains("without a word"));
        assert!(SpokenLanguage::parse(&whole.replace("\"bite\"", "\"teeth\"")).is_err());
    }
}
