//! The queue: every case that waits for a person, the most pressing first. Nothing in it names anyone.

use countersign_domain::{DocumentType, PersonId, Reason, Session, SessionId, SessionState};
use countersign_storage::{DeskCase, Person, SessionFilter};
use jiff::Timestamp;

use super::{DeskError, May, TARGET, name_of};
use crate::App;

/// Sessions read at a time.
const PAGE: u32 = 200;

/// A person by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: PersonId,
    /// The name.
    pub name: String,
}

/// A case that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub session: SessionId,
    /// For which level.
    pub level: u32,
    /// Under which policy.
    pub policy: String,
    /// Which try.
    pub attempt: u32,
    /// The chosen document and its issuer.
    pub document: Option<(DocumentType, String)>,
    /// Since when it waits.
    pub since: Timestamp,
    /// When a person should have looked.
    pub target: Timestamp,
    /// When a person must have looked.
    pub due: Timestamp,
    /// Why it waits.
    pub reasons: Vec<Reason>,
    /// Who is to do it.
    pub assignee: Option<Named>,
    /// Who has it open now.
    pub holder: Option<Named>,
    /// Why it comes first.
    pub urgent: Option<String>,
}

impl App {
    /// The queue: urgent ones first, then by what is due first.
    pub async fn desk_queue(&self, person: &Person) -> Result<Vec<Waiting>, DeskError> {
        if !person.role.may_see_evidence() {
            return Err(DeskError::NotAllowed);
        }
        let now = self.now();
        let mut tx = self.parts.store.read().await?;
        let names = Self::names(&mut *tx).await?;
        let touched = tx.desk_cases_waiting().await?;
        let mut waiting = Vec::new();
        let mut after = None;
        loop {
            let filter = SessionFilter { state: Some("in_review"), applicant: None };
            let page = tx.list_sessions(filter, after, PAGE).await?;
            for session in page.sessions {
                let case = touched.iter().find(|case| case.session == session.id).cloned();
                let case = case.unwrap_or_else(|| DeskCase::untouched(session.id));
                let reasons = tx.decisions_of(session.id).await?.pop().map(|last| last.verdict.reasons);
                waiting.extend(entry(&session, &case, reasons.unwrap_or_default(), &names, now));
            }
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        waiting.sort_by_key(|entry| (entry.urgent.is_none(), entry.due, entry.session));
        Ok(waiting)
    }
}

fn entry(
    session: &Session,
    case: &DeskCase,
    reasons: Vec<Reason>,
    names: &[(PersonId, String)],
    now: Timestamp,
) -> Option<Waiting> {
    let SessionState::InReview { since, due, .. } = &session.state else { return None };
    let named = |id: PersonId| Named { id, name: name_of(names, id) };
    Some(Waiting {
        session: session.id,
        level: session.level,
        policy: session.policy.name.clone(),
        attempt: session.attempt,
        document: session
            .declaration
            .as_ref()
            .map(|declared| (declared.document_type, declared.issuing_country.code().to_owned())),
        since: *since,
        target: (*since + TARGET).min(*due),
        due: *due,
        reasons,
        assignee: case.assignee.map(named),
        holder: case.held_by(now).map(named),
        urgent: case.urgent.clone(),
    })
}
