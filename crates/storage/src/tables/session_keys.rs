//! Each session's key, wrapped by a master key. Erasing it is how a person's data is forgotten.
//!
//! Sealed with it are the blobs, the declaration, what the document says, the face as numbers, a reviewer's notes and what is said in requests for help. After erasing, declaration, reading and face are gone, a note reads as
//! [`ERASED_NOTE`], and the blobs open nowhere, in no backup either, once the backup of this table is gone. Decisions, events and hashes stay: they are
//! the record that a verification took place, and hold no personal data.

use async_trait::async_trait;
use countersign_domain::SessionId;

use crate::crypto::SessionKey;
use crate::error::{ErrorKind, StorageError};
use crate::row::values;
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("session_keys", "session_id");

/// What stands in place of a note whose key was erased.
pub const ERASED_NOTE: &str = "[erased]";

/// Keys of sessions. [`insert_session`](super::sessions::SessionTable::insert_session) makes each.
#[async_trait]
pub trait SessionKeyTable {
    /// The key of a session; `None` once it was erased, or for a session that does not exist.
    async fn session_key(&mut self, session: SessionId) -> Result<Option<SessionKey>, StorageError>;
    /// Erases a session's key, declaration, reading and face; `false` when it was erased before. Delete the blobs and call
    /// [`Store::scrub`](crate::Store::scrub) after the commit.
    async fn erase_session_key(&mut self, session: SessionId) -> Result<bool, StorageError>;
    /// Wraps up to `limit` keys anew that a former master key wraps; gives how many. 0 means that the former ones can go.
    async fn rewrap_session_keys(&mut self, limit: u32) -> Result<u32, StorageError>;
}

pub(crate) struct SessionKeySql {
    /// `session_id`, `master_key_id`, wrapped
    pub(crate) insert: &'static str,
    pub(crate) by_session: &'static str,
    pub(crate) erase: &'static str,
    pub(crate) erase_declaration: &'static str,
    /// current master key id, limit
    pub(crate) under_others: &'static str,
    /// `session_id`, `master_key_id`, wrapped
    pub(crate) rewrap: &'static str,
}

pub(crate) fn declaration_place(session: &str) -> [&str; 2] {
    ["sessions.declaration", session]
}

pub(crate) fn note_place<'a>(session: &'a str, decision: &'a str) -> [&'a str; 3] {
    ["decisions.note", session, decision]
}

impl OpenTx {
    pub(crate) async fn insert_session_key(&mut self, session: SessionId, key: SessionKey) -> Result<(), StorageError> {
        let params = values![session.to_string(), self.keys.current_id(), self.keys.wrap(session, &key)];
        self.run(TABLE.0, session, self.sql().session_keys.insert, params).await?;
        self.unwrapped.insert(session, Some(key));
        Ok(())
    }

    /// The key to seal something new with; after erasing there is none.
    pub(crate) async fn required_key(&mut self, session: SessionId) -> Result<SessionKey, StorageError> {
        let missing = || {
            StorageError::new(ErrorKind::Crypto, "session key").of(session).saying("there is none, or it was erased")
        };
        self.session_key(session).await?.ok_or_else(missing)
    }
}

#[async_trait]
impl SessionKeyTable for OpenTx {
    async fn session_key(&mut self, session: SessionId) -> Result<Option<SessionKey>, StorageError> {
        if let Some(known) = self.unwrapped.get(&session) {
            return Ok(known.clone());
        }
        let row = self.row(TABLE, self.sql().session_keys.by_session, values![session.to_string()]).await?;
        let key = match row {
            None => None,
            Some(row) => Some(self.keys.unwrap(session, &row.text("master_key_id")?, &row.blob("wrapped")?)?),
        };
        self.unwrapped.insert(session, key.clone());
        Ok(key)
    }

    async fn erase_session_key(&mut self, session: SessionId) -> Result<bool, StorageError> {
        let id = session.to_string();
        let erased = self.run(TABLE.0, session, self.sql().session_keys.erase, values![id.as_str()]).await?;
        self.run("readings", session, self.sql().readings.erase, values![id.as_str()]).await?;
        self.run("face_templates", session, self.sql().faces.erase, values![id.as_str()]).await?;
        self.run("face_matches", session, self.sql().faces.erase_matches, values![id.as_str()]).await?;
        self.run("mail_addresses", session, self.sql().mails.forget_address, values![id.as_str()]).await?;
        let emptied = self.run("sessions", session, self.sql().session_keys.erase_declaration, values![id]).await?;
        if emptied == 0 {
            return Err(StorageError::new(ErrorKind::NotFound, "sessions").of(session));
        }
        self.unwrapped.insert(session, None);
        self.revisions.remove(&session);
        Ok(erased == 1)
    }

    async fn rewrap_session_keys(&mut self, limit: u32) -> Result<u32, StorageError> {
        let params = values![self.keys.current_id(), limit];
        let rows = self.rows(TABLE, self.sql().session_keys.under_others, params).await?;
        for row in &rows {
            let session = row.parsed("session_id")?;
            let key = self.keys.unwrap(session, &row.text("master_key_id")?, &row.blob("wrapped")?)?;
            let params = values![session.to_string(), self.keys.current_id(), self.keys.wrap(session, &key)];
            self.run(TABLE.0, session, self.sql().session_keys.rewrap, params).await?;
        }
        Ok(rows.len() as u32)
    }
}
