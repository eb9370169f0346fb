//! What documents say, sealed with the session's key; the latest reading of each session.

use async_trait::async_trait;
use countersign_domain::{DocumentSays, SessionId};

use super::session_keys::SessionKeyTable;
use crate::error::StorageError;
use crate::row::values;
use crate::stored::{read_reading, write_reading};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("readings", "session_id");

/// What documents say.
#[async_trait]
pub trait ReadingTable {
    /// Keeps what the document says in place of what was kept before.
    async fn put_reading(&mut self, session: SessionId, says: &DocumentSays) -> Result<(), StorageError>;
    /// What the document says; `None` before the first processing, and once the session's key was erased.
    async fn reading(&mut self, session: SessionId) -> Result<Option<DocumentSays>, StorageError>;
}

pub(crate) struct ReadingSql {
    /// session, sealed
    pub(crate) put: &'static str,
    pub(crate) by_session: &'static str,
    pub(crate) erase: &'static str,
}

fn place(session: &str) -> [&str; 2] {
    ["readings.sealed", session]
}

#[async_trait]
impl ReadingTable for OpenTx {
    async fn put_reading(&mut self, session: SessionId, says: &DocumentSays) -> Result<(), StorageError> {
        let key = self.required_key(session).await?;
        let id = session.to_string();
        let sealed = key.seal(&place(&id), write_reading(says)?.as_bytes());
        self.run(TABLE.0, session, self.sql().readings.put, values![id, sealed]).await?;
        Ok(())
    }

    async fn reading(&mut self, session: SessionId) -> Result<Option<DocumentSays>, StorageError> {
        let id = session.to_string();
        let Some(row) = self.row(TABLE, self.sql().readings.by_session, values![id.as_str()]).await? else {
            return Ok(None);
        };
        let Some(key) = self.session_key(session).await? else { return Ok(None) };
        let impossible = || row.impossible("sealed");
        let plain = key.open(&place(&id), &row.blob("sealed")?).map_err(|cause| impossible().because(cause))?;
        let text = std::str::from_utf8(&plain).map_err(|_| impossible())?;
        read_reading(text).map(Some).map_err(|cause| impossible().because(cause))
    }
}
