//! One case on one screen: what was declared, what the document says, the evidence, the breakdown, the history.

use countersign_checks::identity::difference::{self, Letter};
use countersign_domain::{Accommodation, Challenge, Decision, Event, Evidence, Session, SessionId, SessionState};
use countersign_storage::{Look, Person, SessionFilter, SessionLabels, Ticket};
use jiff::Timestamp;

use super::queue::Named;
use super::{DeskError, May, TARGET, name_of};
use crate::App;

/// A field as declared and as the document says, letter by letter. Its `Debug` form leaves both out.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldView {
    /// `legal_name`, `birth_date`, `document_type` or `issuing_country`.
    pub field: &'static str,
    /// As declared.
    pub declared: String,
    /// As on the document, where it was read.
    pub document: Option<String>,
    /// The alignment of both; empty where the document was not read.
    pub letters: Vec<Letter>,
}

impl std::fmt::Debug for FieldView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldView({}, redacted)", self.field)
    }
}

/// Another session that has something in common with this one.
#[derive(Clone, Debug)]
pub struct Related {
    /// Which.
    pub session: SessionId,
    /// Where it stands.
    pub state: &'static str,
    /// `applicant`, `face`, or the kind of evidence that is the same file.
    pub by: &'static str,
}

/// A case.
pub struct CaseView {
    /// The session, with its declaration.
    pub session: Session,
    /// Language and the integrator's reference.
    pub labels: Option<SessionLabels>,
    /// Since when, target and due, while it waits.
    pub clock: Option<(Timestamp, Timestamp, Timestamp)>,
    /// Who is to do it.
    pub assignee: Option<Named>,
    /// Who has it open.
    pub holder: Option<Named>,
    /// Why it comes first.
    pub urgent: Option<String>,
    /// Fields with their differences.
    pub fields: Vec<FieldView>,
    /// Every accepted file, oldest first.
    pub evidence: Vec<Evidence>,
    /// What the videos were asked to show, oldest first.
    pub challenges: Vec<Challenge>,
    /// Another way that the applicant chose.
    pub way: Option<Accommodation>,
    /// Every decision, oldest first.
    pub decisions: Vec<Decision>,
    /// What happened.
    pub events: Vec<Event>,
    /// Who looked.
    pub looks: Vec<Look>,
    /// Other sessions of the same person, or with the same file.
    pub related: Vec<Related>,
    /// Requests for help, oldest first, with the device that was told.
    pub tickets: Vec<Ticket>,
}

impl App {
    /// Opens a case for looking at; the look is on record before anything is shown.
    pub async fn open_case(&self, person: &Person, id: SessionId) -> Result<CaseView, DeskError> {
        if !person.role.may_see_evidence() {
            return Err(DeskError::NotAllowed);
        }
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        tx.session(id).await?.ok_or(DeskError::Unknown)?;
        Self::note_look(&mut *tx, person, "case.opened", Some(id), None, now).await?;
        tx.commit().await?;
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(id).await?.ok_or(DeskError::Unknown)?;
        let names = Self::names(&mut *tx).await?;
        let case = tx.desk_case(id).await?;
        let named = |id| Named { id, name: name_of(&names, id) };
        let clock = match &session.state {
            SessionState::InReview { since, due, .. } => Some((*since, (*since + TARGET).min(*due), *due)),
            _ => None,
        };
        let says = tx.reading(id).await?.unwrap_or_default();
        let evidence = tx.evidence_of(id).await?;
        let related = related(&mut *tx, &session, &evidence).await?;
        Ok(CaseView {
            clock,
            labels: tx.session_labels(id).await?,
            assignee: case.assignee.map(named),
            holder: case.held_by(now).map(named),
            urgent: case.urgent.clone(),
            fields: fields(&session, &says),
            decisions: tx.decisions_of(id).await?,
            events: tx.events_of(id).await?,
            looks: tx.looks_at(id).await?,
            tickets: tx.tickets_of(id).await?,
            challenges: tx.challenges_of(id).await?,
            way: tx.accommodation(id).await?,
            evidence,
            related,
            session,
        })
    }
}

fn fields(session: &Session, says: &countersign_domain::DocumentSays) -> Vec<FieldView> {
    let Some(declared) = &session.declaration else { return vec![] };
    let field = |field, declared: String, document: Option<String>| FieldView {
        letters: document.as_ref().map(|found| difference::letters(&declared, found)).unwrap_or_default(),
        field,
        declared,
        document,
    };
    vec![
        field("legal_name", declared.legal_name.expose().to_owned(), says.legal_name.clone()),
        field("birth_date", declared.birth_date.expose().to_string(), says.birth_date.map(|day| day.to_string())),
        field("document_type", declared.document_type.name().to_owned(), None),
        field("issuing_country", declared.issuing_country.code().to_owned(), None),
    ]
}

/// Other sessions of the applicant, sessions with the same face, and sessions that hold one of these very files.
async fn related(
    tx: &mut (dyn countersign_storage::Tx + '_),
    session: &Session,
    evidence: &[Evidence],
) -> Result<Vec<Related>, DeskError> {
    let mut found = Vec::new();
    let filter = SessionFilter { state: None, applicant: Some(session.applicant) };
    for other in tx.list_sessions(filter, None, 20).await?.sessions {
        if other.id != session.id {
            found.push(Related { session: other.id, state: other.state.name(), by: "applicant" });
        }
    }
    for other in tx.face_matches(session.id).await? {
        let state = tx.session(other.other).await?.map_or("unknown", |other| other.state.name());
        found.push(Related { session: other.other, state, by: "face" });
    }
    for file in evidence {
        for id in tx.sessions_with_file(file.sha256, session.id, 20).await? {
            let state = tx.session(id).await?.map_or("unknown", |other| other.state.name());
            let related = Related { session: id, state, by: file.kind.name() };
            if !found.iter().any(|known| known.session == id && known.by == related.by) {
                found.push(related);
            }
        }
    }
    Ok(found)
}
