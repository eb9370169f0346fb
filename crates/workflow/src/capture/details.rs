//! Consent and declared details.

use countersign_domain::{
    BirthDate, Consent, Country, Declaration, DocumentType, EventKind, LegalName, Session, SessionId, Step,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{CaptureError, open_session};
use crate::App;

/// The longest consent version or language tag that is kept, in characters.
const WORD_MAX: usize = 35;

/// Details as they arrive.
pub struct DeclaredDetails<'a> {
    /// Legal name as on the document.
    pub legal_name: &'a str,
    /// Birth date.
    pub birth_date: Date,
    /// Chosen document.
    pub document_type: DocumentType,
    /// Who issued it.
    pub issuing_country: &'a str,
}

impl App {
    /// Stores the receipt of consent.
    pub async fn give_consent(&self, id: SessionId, version: &str, language: &str) -> Result<Session, CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let mut session = open_session(&mut *tx, id, now).await?.capture(Step::Consent)?;
        let word = |text: &str| {
            text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '.').take(WORD_MAX).collect()
        };
        session.consent = Some(Consent { version: word(version), language: word(language), given_at: now });
        tx.update_session(&session).await?;
        self.record(&mut *tx, id, EventKind::ConsentGiven, None, now).await?;
        tx.commit().await?;
        Ok(session)
    }

    /// Stores name, birth date and chosen document.
    pub async fn declare(&self, id: SessionId, details: &DeclaredDetails<'_>) -> Result<Session, CaptureError> {
        let now = self.now();
        let declaration = Declaration {
            legal_name: LegalName::new(details.legal_name)?,
            birth_date: BirthDate::new(details.birth_date, now.to_zoned(TimeZone::UTC).date())?,
            document_type: details.document_type,
            issuing_country: Country::new(details.issuing_country)?,
        };
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        if session.consent.is_none() {
            return Err(CaptureError::ConsentMissing);
        }
        let mut session = session.capture(Step::Details)?;
        session.declaration = Some(declaration);
        tx.update_session(&session).await?;
        self.record(&mut *tx, id, EventKind::DetailsDeclared, None, now).await?;
        tx.commit().await?;
        Ok(session)
    }
}
