//! What a mail says, from `locales/<lang>/email.ftl`: that something changed and what to do, no name, no picture, no reason.

use std::collections::BTreeMap;

use countersign_domain::Session;
use countersign_storage::{Mail, MailAddress};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use super::Letter;

/// Every language; English stands in for any other.
const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("../../../../locales/en/email.ftl")),
    ("ar", include_str!("../../../../locales/ar/email.ftl")),
    ("de", include_str!("../../../../locales/de/email.ftl")),
    ("es", include_str!("../../../../locales/es/email.ftl")),
    ("fr", include_str!("../../../../locales/fr/email.ftl")),
    ("hi", include_str!("../../../../locales/hi/email.ftl")),
    ("id", include_str!("../../../../locales/id/email.ftl")),
    ("pt", include_str!("../../../../locales/pt/email.ftl")),
    ("ru", include_str!("../../../../locales/ru/email.ftl")),
    ("tr", include_str!("../../../../locales/tr/email.ftl")),
    ("vi", include_str!("../../../../locales/vi/email.ftl")),
    ("zh-Hans", include_str!("../../../../locales/zh-Hans/email.ftl")),
    ("zh-Hant", include_str!("../../../../locales/zh-Hant/email.ftl")),
];

/// A language file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the mails of {language} cannot be used: {what}")]
pub struct TextError {
    language: String,
    what: String,
}

/// Every language's mails.
pub struct MailTexts(BTreeMap<String, FluentBundle<FluentResource>>);

impl MailTexts {
    /// The built-in texts.
    pub fn built_in() -> Result<Self, TextError> {
        let mut bundles = BTreeMap::new();
        for (language, text) in BUILT_IN {
            let fault = |what: String| TextError { language: (*language).to_owned(), what };
            let id: LanguageIdentifier = language.parse().map_err(|_| fault("no language tag".into()))?;
            let resource =
                FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| fault(format!("{errors:?}")))?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Isolation marks would stand in the subject line, where many programs show them.
            bundle.set_use_isolating(false);
            bundle.add_resource(resource).map_err(|errors| fault(format!("{errors:?}")))?;
            bundles.insert((*language).to_owned(), bundle);
        }
        Ok(Self(bundles))
    }

    /// Puts a mail into words.
    pub(crate) fn letter(&self, mail: &Mail, to: &MailAddress, session: &Session) -> Letter {
        let base = to.language.split('-').next().unwrap_or("en");
        let tag = [to.language.as_str(), base].into_iter().find(|tag| self.0.contains_key(*tag)).unwrap_or("en");
        let kind = mail.kind.name();
        let mut arguments = FluentArgs::new();
        arguments.set("level", f64::from(session.level));
        arguments.set("reference", session.id.to_string());
        let until =
            session.state.review_due().map(|at| at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M UTC").to_string());
        arguments.set("until", until.unwrap_or_else(|| "–".to_owned()));
        let text = |id: &str| self.text(tag, id, &arguments);
        let parts = ["mail-greeting", &format!("mail-{kind}"), "mail-where", "mail-caution", "mail-reference"];
        Letter {
            id: mail.id.to_string(),
            to: to.address.clone(),
            language: tag.to_owned(),
            subject: text(&format!("mail-{kind}-subject")),
            text: parts.map(text).join("\n\n") + "\n",
            at: mail.made_at,
        }
    }

    fn text(&self, tag: &str, id: &str, arguments: &FluentArgs<'_>) -> String {
        let find = |tag: &str| {
            let bundle = self.0.get(tag)?;
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = vec![];
            let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
            errors.is_empty().then_some(text)
        };
        find(tag).or_else(|| find("en")).unwrap_or_else(|| id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::{ApplicantId, MailId, PolicyRef, SessionId, SessionState};
    use countersign_storage::MailKind;
    use jiff::Timestamp;
    use zeroize::Zeroizing;

    use super::*;

    fn session(at: Timestamp) -> Session {
        Session {
            id: SessionId::new(at, 1),
            applicant: ApplicantId::new(at, 2),
            policy: PolicyRef { name: "level-2".into(), version: "1".into() },
            level: 2,
            state: SessionState::Created,
            attempt: 1,
            consent: None,
            declaration: None,
            redo: vec![],
            created_at: at,
            expires_at: at,
        }
    }

    #[test]
    fn every_mail_reads_in_every_language_and_says_where_to_look() {
        let texts = MailTexts::built_in().expect("the built-in texts parse");
        let at = Timestamp::from_second(1_795_000_000).expect("a second");
        let session = session(at);
        for (language, kind) in BUILT_IN.iter().flat_map(|(tag, _)| MailKind::ALL.map(|kind| (*tag, kind))) {
            let mail =
                Mail { id: MailId::new(at, 3), session: session.id, kind, made_at: at, sent_at: None, dropped: None };
            let to =
                MailAddress { address: Zeroizing::new("anna@example.org".into()), language: format!("{language}-XX") };
            let to = if language.contains('-') { MailAddress { language: language.into(), ..to } } else { to };
            let letter = texts.letter(&mail, &to, &session);
            assert_eq!(letter.language, language);
            assert!(!letter.subject.contains('\n') && !letter.subject.contains("mail-"), "{language} {kind:?}");
            assert!(letter.text.contains(&session.id.to_string()), "{language} {kind:?}: {}", letter.text);
            assert!(!letter.text.contains("mail-") && !letter.text.contains('{'), "{language} {kind:?}");
            assert!(!letter.text.contains("anna"), "no name, no address");
        }
    }
}
