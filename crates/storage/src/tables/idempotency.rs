//! Answers kept for repeated requests, by the caller's scope and key.
//!
//! Claim in a transaction of its own and commit it; finish in the transaction that does the work; release when the work failed. An answer
//! may hold a session token, so bodies are sealed with the master key.

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};

use crate::error::StorageError;
use crate::row::values;
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("idempotency", "scope");

/// After this long an unfinished claim is taken to be its process's last trace and may be claimed anew: well beyond any request's time.
pub const CLAIM_ABANDONED_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What a claim found.
#[derive(Clone, PartialEq, Eq)]
pub enum Claim {
    /// The request is new and now ours to answer.
    New,
    /// It was answered before; give this answer again.
    Replay {
        /// HTTP status.
        status: u16,
        /// Media type.
        content_type: String,
        /// The body.
        body: Vec<u8>,
    },
    /// The key was used for another request.
    Mismatch,
    /// The same request is being answered right now.
    InProgress,
}

impl std::fmt::Debug for Claim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::New => f.write_str("New"),
            Self::Replay { status, body, .. } => write!(f, "Replay({status}, {} bytes)", body.len()),
            Self::Mismatch => f.write_str("Mismatch"),
            Self::InProgress => f.write_str("InProgress"),
        }
    }
}

/// Kept answers.
#[async_trait]
pub trait IdempotencyTable {
    /// Claims a key in a scope (an API key's or a session's id) for a request of that hash. Of many at once exactly one gets [`Claim::New`].
    async fn claim_idempotency(
        &mut self,
        scope: &str,
        key: &str,
        request_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Claim, StorageError>;
    /// Keeps the answer of a claimed request.
    async fn finish_idempotency(
        &mut self,
        scope: &str,
        key: &str,
        status: u16,
        content_type: &str,
        body: &[u8],
    ) -> Result<(), StorageError>;
    /// Gives an unfinished claim up, so that the request can be sent again.
    async fn release_idempotency(&mut self, scope: &str, key: &str) -> Result<(), StorageError>;
    /// Removes what was claimed before `before`; gives how many.
    async fn purge_idempotency(&mut self, before: Timestamp) -> Result<u64, StorageError>;
}

pub(crate) struct IdempotencySql {
    /// scope, key, `request_hash`, now
    pub(crate) claim: &'static str,
    /// scope, key, `request_hash`, now, abandoned before
    pub(crate) reclaim: &'static str,
    /// scope, key
    pub(crate) by_key: &'static str,
    /// scope, key, status, `content_type`, body
    pub(crate) finish: &'static str,
    /// scope, key
    pub(crate) release: &'static str,
    /// before
    pub(crate) purge: &'static str,
}

fn place<'a>(scope: &'a str, key: &'a str) -> [&'a str; 3] {
    ["idempotency.body", scope, key]
}

#[async_trait]
impl IdempotencyTable for OpenTx {
    async fn claim_idempotency(
        &mut self,
        scope: &str,
        key: &str,
        request_hash: [u8; 32],
        now: Timestamp,
    ) -> Result<Claim, StorageError> {
        let sql = &self.sql().idempotency;
        if self.run(TABLE.0, scope, sql.claim, values![scope, key, request_hash, now]).await? == 1 {
            return Ok(Claim::New);
        }
        let abandoned = now.saturating_sub(CLAIM_ABANDONED_AFTER).unwrap_or(Timestamp::MIN);
        if self.run(TABLE.0, scope, sql.reclaim, values![scope, key, request_hash, now, abandoned]).await? == 1 {
            return Ok(Claim::New);
        }
        let Some(row) = self.row(TABLE, sql.by_key, values![scope, key]).await? else {
            // Released between our insert and our look: whoever sends it again gets it.
            return Ok(Claim::InProgress);
        };
        if row.hash("request_hash")? != request_hash {
            return Ok(Claim::Mismatch);
        }
        let Some(sealed) = row.opt_blob("body")? else { return Ok(Claim::InProgress) };
        let status = u16::try_from(row.int("status")?).map_err(|_| row.impossible("status"))?;
        let body = self.keys.open(&place(scope, key), &sealed).ok_or_else(|| row.impossible("body"))?;
        Ok(Claim::Replay { status, content_type: row.text("content_type")?, body })
    }

    async fn finish_idempotency(
        &mut self,
        scope: &str,
        key: &str,
        status: u16,
        content_type: &str,
        body: &[u8],
    ) -> Result<(), StorageError> {
        let sealed = self.keys.seal(&place(scope, key), body);
        let params = values![scope, key, i64::from(status), content_type, sealed];
        match self.run(TABLE.0, scope, self.sql().idempotency.finish, params).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(crate::ErrorKind::NotFound, "open claim").of(scope)),
        }
    }

    async fn release_idempotency(&mut self, scope: &str, key: &str) -> Result<(), StorageError> {
        self.run(TABLE.0, scope, self.sql().idempotency.release, values![scope, key]).await.map(drop)
    }

    async fn purge_idempotency(&mut self, before: Timestamp) -> Result<u64, StorageError> {
        self.run(TABLE.0, "", self.sql().idempotency.purge, values![before]).await
    }
}
