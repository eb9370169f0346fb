//! Which letters differ between what the applicant declared and what their document says, for their own eyes.
//!
//! The document's reading is sealed with the session's key and erased with it. It is in no reason, event, log or webhook; the letters are computed
//! when the applicant asks.

use countersign_checks::Measurements;
use countersign_checks::identity::difference;
use countersign_domain::{Check, DocumentSays, Policy, Reason, SessionId};

use crate::App;
use crate::capture::current_looks;
use crate::process::ProcessError;
use crate::sessions::SessionError;

pub use countersign_checks::identity::difference::{Letter, LetterKind};

/// One field that differs.
#[derive(Clone, PartialEq, Eq)]
pub struct Difference {
    /// `legal_name` or `birth_date`.
    pub field: &'static str,
    /// As declared.
    pub declared: String,
    /// As on the document.
    pub document: String,
    /// Letter by letter.
    pub letters: Vec<Letter>,
}

impl std::fmt::Debug for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Difference({}, redacted)", self.field)
    }
}

impl Difference {
    fn new(field: &'static str, declared: String, document: String) -> Self {
        Self { letters: difference::letters(&declared, &document), field, declared, document }
    }

    /// Whether any letter still differs: the applicant may have corrected theirs since it was found.
    fn is_one(&self) -> bool {
        self.letters.iter().any(|letter| letter.kind() != LetterKind::Equal)
    }
}

/// The fields that a decision found different, letter by letter. Nothing for a field that was not read.
pub fn differences(
    declared: &countersign_domain::Declaration,
    says: &DocumentSays,
    reasons: &[Reason],
) -> Vec<Difference> {
    let mut found = Vec::new();
    if let (true, Some(name)) = (reasons.contains(&Reason::NameDiffers), &says.legal_name) {
        found.push(Difference::new("legal_name", declared.legal_name.expose().to_owned(), name.clone()));
    }
    if let (true, Some(day)) = (reasons.contains(&Reason::BirthDateDiffers), says.birth_date) {
        found.push(Difference::new("birth_date", declared.birth_date.expose().to_string(), day.to_string()));
    }
    found
}

/// What the document says, as sure as the policy asks of the name.
pub fn document_says(measurements: &Measurements, policy: &Policy) -> Result<DocumentSays, ProcessError> {
    let needed = policy.limit(Check::IdentityName, "min_confidence").map_err(|_| ProcessError::Policy)?;
    Ok(difference::document_says(measurements, needed))
}

impl App {
    /// What differed at the last decision or at a first look since, against what is declared now. Only for the applicant of this session.
    pub async fn differences(&self, id: SessionId) -> Result<Vec<Difference>, SessionError> {
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(id).await?.ok_or(SessionError::UnknownSession)?;
        let looks = tx.looks_of(id).await?;
        // The latest look of this try has seen the most of the document.
        let look = current_looks(&looks, &session).max_by_key(|look| look.at);
        let mut reasons = look.map(|look| look.differs.clone()).unwrap_or_default();
        let Some(declared) = session.declaration else { return Ok(vec![]) };
        if let Some(decision) = tx.decisions_of(id).await?.pop() {
            reasons.extend(decision.verdict.reasons);
        }
        let says = tx.reading(id).await?.unwrap_or_default();
        Ok(differences(&declared, &says, &reasons).into_iter().filter(Difference::is_one).collect())
    }
}
