//! First looks at photos, and the way an applicant chose.

use async_trait::async_trait;
use countersign_domain::{Accommodation, EvidenceKind, Look, SessionId};
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::stored::{read_look, write_look};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("looks", "evidence_id");
const WAYS: (&str, &str) = ("accommodations", "session_id");

/// First looks and chosen ways.
#[async_trait]
pub trait LookTable {
    /// Adds what a look found; a second look at the same evidence is a conflict.
    async fn insert_look(&mut self, look: &Look) -> Result<(), StorageError>;
    /// A session's looks in the order in which they were taken.
    async fn looks_of(&mut self, session: SessionId) -> Result<Vec<Look>, StorageError>;
    /// Keeps the way an applicant chose in place of an earlier choice; `None` is the usual way.
    async fn put_accommodation(
        &mut self,
        session: SessionId,
        way: Option<Accommodation>,
        at: Timestamp,
    ) -> Result<(), StorageError>;
    /// The way an applicant chose; `None` is the usual one.
    async fn accommodation(&mut self, session: SessionId) -> Result<Option<Accommodation>, StorageError>;
}

pub(crate) struct LookSql {
    /// evidence, session, kind, attempt, body, `asked_again`, at
    pub(crate) insert: &'static str,
    pub(crate) of_session: &'static str,
    /// session, kind, at
    pub(crate) put_way: &'static str,
    pub(crate) way: &'static str,
    pub(crate) forget_way: &'static str,
}

fn read(row: &Row) -> Result<Look, StorageError> {
    let (unreadable, differs) = row.document("body", read_look)?;
    Ok(Look {
        evidence: row.parsed("evidence_id")?,
        session: row.parsed("session_id")?,
        kind: row.named("kind", EvidenceKind::from_name)?,
        attempt: row.u32("attempt")?,
        unreadable,
        differs,
        asked_again: row.int("asked_again")? != 0,
        at: row.time("at")?,
    })
}

#[async_trait]
impl LookTable for OpenTx {
    async fn insert_look(&mut self, look: &Look) -> Result<(), StorageError> {
        let params = values![
            look.evidence.to_string(),
            look.session.to_string(),
            look.kind.name(),
            look.attempt,
            write_look(&look.unreadable, &look.differs)?,
            i64::from(look.asked_again),
            look.at,
        ];
        self.run(TABLE.0, look.evidence, self.sql().looks.insert, params).await.map(drop)
    }

    async fn looks_of(&mut self, session: SessionId) -> Result<Vec<Look>, StorageError> {
        let rows = self.rows(TABLE, self.sql().looks.of_session, values![session.to_string()]).await?;
        rows.iter().map(read).collect()
    }

    async fn put_accommodation(
        &mut self,
        session: SessionId,
        way: Option<Accommodation>,
        at: Timestamp,
    ) -> Result<(), StorageError> {
        let id = session.to_string();
        match way {
            Some(way) => self.run(WAYS.0, session, self.sql().looks.put_way, values![id, way.name(), at]).await,
            None => self.run(WAYS.0, session, self.sql().looks.forget_way, values![id]).await,
        }
        .map(drop)
    }

    async fn accommodation(&mut self, session: SessionId) -> Result<Option<Accommodation>, StorageError> {
        let row = self.row(WAYS, self.sql().looks.way, values![session.to_string()]).await?;
        row.map(|row| row.named("kind", Accommodation::from_name)).transpose()
    }
}
