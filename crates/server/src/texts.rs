//! Texts of reasons in the applicant's language, from `locales/<lang>/reasons.ftl`.

use std::collections::BTreeMap;

use countersign_domain::{Param, Reason};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages built in, English first: it stands in for every other.
const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("../../../locales/en/reasons.ftl")),
    ("ar", include_str!("../../../locales/ar/reasons.ftl")),
    ("de", include_str!("../../../locales/de/reasons.ftl")),
    ("es", include_str!("../../../locales/es/reasons.ftl")),
    ("fr", include_str!("../../../locales/fr/reasons.ftl")),
    ("hi", include_str!("../../../locales/hi/reasons.ftl")),
    ("id", include_str!("../../../locales/id/reasons.ftl")),
    ("pt", include_str!("../../../locales/pt/reasons.ftl")),
    ("ru", include_str!("../../../locales/ru/reasons.ftl")),
    ("tr", include_str!("../../../locales/tr/reasons.ftl")),
    ("vi", include_str!("../../../locales/vi/reasons.ftl")),
    ("zh-Hans", include_str!("../../../locales/zh-Hans/reasons.ftl")),
    ("zh-Hant", include_str!("../../../locales/zh-Hant/reasons.ftl")),
];

/// A language file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the texts of {language} cannot be used: {what}")]
pub struct TextError {
    language: String,
    what: String,
}

/// What a person reads of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonText {
    /// What happened.
    pub title: String,
    /// What to do now.
    pub fix: String,
}

/// Every language's texts.
pub struct Texts(BTreeMap<String, FluentBundle<FluentResource>>);

impl Texts {
    /// The built-in texts.
    pub fn built_in() -> Result<Self, TextError> {
        let mut bundles = BTreeMap::new();
        for (language, text) in BUILT_IN {
            let fault = |what: String| TextError { language: (*language).to_owned(), what };
            let id: LanguageIdentifier = language.parse().map_err(|_| fault("no language tag".into()))?;
            let resource =
                FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| fault(format!("{errors:?}")))?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Isolation marks would stand inside JSON and on consoles; the page isolates what it shows.
            bundle.set_use_isolating(false);
            bundle.add_resource(resource).map_err(|errors| fault(format!("{errors:?}")))?;
            bundles.insert((*language).to_owned(), bundle);
        }
        Ok(Self(bundles))
    }

    /// Whether there are texts in this language or its base.
    pub fn speaks(&self, language: &str) -> bool {
        let base = language.split('-').next().unwrap_or_default();
        self.0.contains_key(language) || self.0.contains_key(base)
    }

    /// The text of a reason in a language, in English where the language is not there.
    pub fn reason(&self, reason: &Reason, language: &str) -> ReasonText {
        let base = language.split('-').next().unwrap_or("en");
        let bundle = self.0.get(language).or_else(|| self.0.get(base)).or_else(|| self.0.get("en"));
        let mut arguments = FluentArgs::new();
        for (name, param) in reason.params() {
            let value = match param {
                Param::Count(n) => FluentValue::from(n),
                Param::Number(n) => FluentValue::from(n),
                Param::Word(word) => FluentValue::from(word),
            };
            arguments.set(name, value);
        }
        let text = |attribute: Option<&str>| {
            let bundle = bundle?;
            let message = bundle.get_message(reason.code())?;
            let pattern = match attribute {
                None => message.value()?,
                Some(attribute) => message.get_attribute(attribute)?.value(),
            };
            let mut errors = vec![];
            let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
            errors.is_empty().then_some(text)
        };
        // A missing text fails the build (`xtask tidy`); the code is still better than nothing.
        ReasonText {
            title: text(None).unwrap_or_else(|| reason.code().to_owned()),
            fix: text(Some("fix")).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_reads_as_a_sentence_in_every_language() {
        let texts = Texts::built_in().expect("the built-in texts parse");
        let all = BUILT_IN.iter().map(|(language, _)| *language).chain(["de-AT", "sw"]);
        for (language, code) in all.flat_map(|language| Reason::CODES.iter().map(move |code| (language, code))) {
            let reason = Reason::from_parts(code, &|name| {
                let words = ["side", "format", "codec", "field", "found", "chosen", "rule", "check", "language"];
                Some(if words.contains(&name) { Param::Word("back".into()) } else { Param::Count(7) })
            })
            .expect("known");
            let text = texts.reason(&reason, language);
            assert_ne!(text.title, *code, "{language}: {code} has no text");
            assert!(text.fix.ends_with(['.', '。', '।']), "{language} {code}: {}", text.fix);
            assert!(!text.title.contains('{') && !text.fix.contains('{'), "{language} {code}: {text:?}");
        }
    }

    #[test]
    fn numbers_stand_in_the_text_as_measured() {
        let texts = Texts::built_in().expect("the built-in texts parse");
        let text = texts.reason(&Reason::VideoTooShort { seconds: 1.4, needed_s: 2.7 }, "en");
        assert_eq!(text.title, "The video lasts 1.4 seconds, at least 2.7 are needed");
    }
}
