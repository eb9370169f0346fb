//! How long people wait for a person: what is waiting, and how long it took others. Times only, nothing of a case.

use async_trait::async_trait;
use countersign_domain::SessionState;
use jiff::Timestamp;

use super::sessions::TABLE;
use crate::error::StorageError;
use crate::row::values;
use crate::stored::read_state;
use crate::tx::OpenTx;

/// From when to when one case waited for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// When it was handed to people.
    pub since: Timestamp,
    /// When one of them decided.
    pub until: Timestamp,
}

/// The queue before the people who decide.
#[async_trait]
pub trait QueueTable {
    /// Since when each waiting case waits, oldest first.
    async fn waiting_since(&mut self) -> Result<Vec<Timestamp>, StorageError>;
    /// Cases decided after `after` that had waited, at most `limit`, in no order.
    async fn waits_after(&mut self, after: Timestamp, limit: u32) -> Result<Vec<Wait>, StorageError>;
}

pub(crate) struct QueueSql {
    pub(crate) waiting: &'static str,
    /// after, limit: the next decision after each that sent a case to people
    pub(crate) waits: &'static str,
}

#[async_trait]
impl QueueTable for OpenTx {
    async fn waiting_since(&mut self) -> Result<Vec<Timestamp>, StorageError> {
        let rows = self.rows(TABLE, self.sql().queue.waiting, vec![]).await?;
        let mut found = Vec::with_capacity(rows.len());
        for row in &rows {
            match row.document("state_facts", read_state)? {
                SessionState::InReview { since, .. } => found.push(since),
                _ => return Err(row.impossible("state")),
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    async fn waits_after(&mut self, after: Timestamp, limit: u32) -> Result<Vec<Wait>, StorageError> {
        let rows = self.rows(("decisions", "id"), self.sql().queue.waits, values![after, limit]).await?;
        rows.iter().map(|row| Ok(Wait { since: row.time("since")?, until: row.time("until")? })).collect()
    }
}
