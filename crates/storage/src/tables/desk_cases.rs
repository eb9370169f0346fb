//! Who has which case in hand, and every look a person of the desk took at personal data.

use async_trait::async_trait;
use countersign_domain::{PersonId, SessionId, Sha256};
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::tx::OpenTx;

const CASES: (&str, &str) = ("desk_cases", "session_id");
const LOOKS: (&str, &str) = ("desk_looks", "person_id");
const EVIDENCE: (&str, &str) = ("evidence", "session_id");

/// What the desk knows of a case beside the session itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskCase {
    /// Which.
    pub session: SessionId,
    /// Who is to do it.
    pub assignee: Option<PersonId>,
    /// Who has it open and may decide, while `held_until` lies ahead.
    pub holder: Option<PersonId>,
    /// Until when.
    pub held_until: Option<Timestamp>,
    /// Why it comes first, a word of a closed list.
    pub urgent: Option<String>,
}

impl DeskCase {
    /// A case that nobody has touched.
    pub fn untouched(session: SessionId) -> Self {
        Self { session, assignee: None, holder: None, held_until: None, urgent: None }
    }

    /// Who holds it at `now`.
    pub fn held_by(&self, now: Timestamp) -> Option<PersonId> {
        self.holder.filter(|_| self.held_until.is_some_and(|until| until > now))
    }
}

/// One look, or one act, of a person of the desk. Rows are added, never changed or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Who.
    pub person: PersonId,
    /// Their name then.
    pub name: String,
    /// What they did, a word of a closed list: `case.opened`, `evidence.seen`, …
    pub action: String,
    /// Whose data.
    pub session: Option<SessionId>,
    /// The identifier of what was looked at.
    pub subject: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// Cases of the desk and its looks.
#[async_trait]
pub trait DeskCaseTable {
    /// What the desk knows of a case; an untouched one where there is no row.
    async fn desk_case(&mut self, session: SessionId) -> Result<DeskCase, StorageError>;
    /// Every touched case whose session waits for a person.
    async fn desk_cases_waiting(&mut self) -> Result<Vec<DeskCase>, StorageError>;
    /// Stores what the desk knows of a case. Take the session for update first.
    async fn put_desk_case(&mut self, case: &DeskCase) -> Result<(), StorageError>;
    /// Adds a look.
    async fn append_look(&mut self, look: &Look) -> Result<(), StorageError>;
    /// The looks at a session's data, oldest first.
    async fn looks_at(&mut self, session: SessionId) -> Result<Vec<Look>, StorageError>;
    /// Sessions that hold a file with exactly these bytes, other than `than`, oldest first.
    async fn sessions_with_file(
        &mut self,
        sha256: Sha256,
        than: SessionId,
        limit: u32,
    ) -> Result<Vec<SessionId>, StorageError>;
}

pub(crate) struct DeskCaseSql {
    pub(crate) by_session: &'static str,
    pub(crate) waiting: &'static str,
    /// session, assignee, holder, until, urgent
    pub(crate) put: &'static str,
    /// person, name, action, session, subject, at
    pub(crate) look: &'static str,
    pub(crate) looks: &'static str,
    /// hash, session, limit
    pub(crate) with_file: &'static str,
}

fn read(row: &Row) -> Result<DeskCase, StorageError> {
    Ok(DeskCase {
        session: row.parsed("session_id")?,
        assignee: row.opt_parsed("assignee")?,
        holder: row.opt_parsed("holder")?,
        held_until: row.opt_time("held_until")?,
        urgent: row.opt_text("urgent")?,
    })
}

fn read_look(row: &Row) -> Result<Look, StorageError> {
    Ok(Look {
        person: row.parsed("person_id")?,
        name: row.text("person")?,
        action: row.text("action")?,
        session: row.opt_parsed("session_id")?,
        subject: row.opt_text("subject")?,
        at: row.time("at")?,
    })
}

#[async_trait]
impl DeskCaseTable for OpenTx {
    async fn desk_case(&mut self, session: SessionId) -> Result<DeskCase, StorageError> {
        let row = self.row(CASES, self.sql().desk_cases.by_session, values![session.to_string()]).await?;
        row.as_ref().map_or_else(|| Ok(DeskCase::untouched(session)), read)
    }

    async fn desk_cases_waiting(&mut self) -> Result<Vec<DeskCase>, StorageError> {
        self.rows(CASES, self.sql().desk_cases.waiting, vec![]).await?.iter().map(read).collect()
    }

    async fn put_desk_case(&mut self, case: &DeskCase) -> Result<(), StorageError> {
        let params = values![
            case.session.to_string(),
            case.assignee.map(|id| id.to_string()),
            case.holder.map(|id| id.to_string()),
            case.held_until,
            case.urgent.as_deref(),
        ];
        self.run(CASES.0, case.session, self.sql().desk_cases.put, params).await.map(drop)
    }

    async fn append_look(&mut self, look: &Look) -> Result<(), StorageError> {
        let params = values![
            look.person.to_string(),
            look.name.as_str(),
            look.action.as_str(),
            look.session.map(|id| id.to_string()),
            look.subject.as_deref(),
            look.at,
        ];
        self.run(LOOKS.0, look.person, self.sql().desk_cases.look, params).await.map(drop)
    }

    async fn looks_at(&mut self, session: SessionId) -> Result<Vec<Look>, StorageError> {
        self.rows(LOOKS, self.sql().desk_cases.looks, values![session.to_string()])
            .await?
            .iter()
            .map(read_look)
            .collect()
    }

    async fn sessions_with_file(
        &mut self,
        sha256: Sha256,
        than: SessionId,
        limit: u32,
    ) -> Result<Vec<SessionId>, StorageError> {
        let params = values![sha256.0, than.to_string(), limit];
        let rows = self.rows(EVIDENCE, self.sql().desk_cases.with_file, params).await?;
        rows.iter().map(|row| row.parsed("session_id")).collect()
    }
}
