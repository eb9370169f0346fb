//! Events: a session's history. Rows are added, never changed or deleted.

use async_trait::async_trait;
use countersign_domain::{Event, EventKind, SessionId};

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("events", "id");

/// Events.
#[async_trait]
pub trait EventTable {
    /// Adds an event; a known id is a conflict.
    async fn append_event(&mut self, event: &Event) -> Result<(), StorageError>;
    /// A session's events in the order in which they were added.
    async fn events_of(&mut self, session: SessionId) -> Result<Vec<Event>, StorageError>;
}

pub(crate) struct EventSql {
    /// id, session, kind, subject, at
    pub(crate) insert: &'static str,
    pub(crate) of_session: &'static str,
}

fn read(row: &Row) -> Result<Event, StorageError> {
    Ok(Event {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        kind: row.named("kind", EventKind::from_name)?,
        subject: row.opt_text("subject")?,
        at: row.time("at")?,
    })
}

#[async_trait]
impl EventTable for OpenTx {
    async fn append_event(&mut self, event: &Event) -> Result<(), StorageError> {
        let params = values![
            event.id.to_string(),
            event.session.to_string(),
            event.kind.name(),
            event.subject.as_deref(),
            event.at,
        ];
        self.run(TABLE.0, event.id, self.sql().events.insert, params).await.map(drop)
    }

    async fn events_of(&mut self, session: SessionId) -> Result<Vec<Event>, StorageError> {
        let rows = self.rows(TABLE, self.sql().events.of_session, values![session.to_string()]).await?;
        rows.iter().map(read).collect()
    }
}
