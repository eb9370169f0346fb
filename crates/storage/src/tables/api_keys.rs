//! Keys of integrators and reviewers, by the hash of their secret.

use async_trait::async_trait;
use countersign_domain::ApiKeyId;
use jiff::Timestamp;

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("api_keys", "id");

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Makes applicants and sessions, reads their outcomes.
    Integrator,
    /// Looks at cases and decides them.
    Reviewer,
    /// Also makes and revokes keys.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Integrator, Self::Reviewer, Self::Admin];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Integrator => "integrator",
            Self::Reviewer => "reviewer",
            Self::Admin => "admin",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A key; its secret is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// What people call it.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// SHA-256 over the secret, which has 256 random bits, so that no slow hash is needed.
    pub hash: [u8; 32],
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// Keys of integrators and reviewers.
#[async_trait]
pub trait ApiKeyTable {
    /// Adds a key; a known id, name or hash is a conflict.
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StorageError>;
    /// The key of that hash, revoked or not: the caller tells the two apart.
    async fn api_key_by_hash(&mut self, hash: [u8; 32]) -> Result<Option<ApiKey>, StorageError>;
    /// Every key, oldest first.
    async fn api_keys(&mut self) -> Result<Vec<ApiKey>, StorageError>;
    /// Revokes a key; `false` when it was revoked before.
    async fn revoke_api_key(&mut self, id: ApiKeyId, at: Timestamp) -> Result<bool, StorageError>;
}

pub(crate) struct ApiKeySql {
    /// id, name, role, hash, `created_at`, `revoked_at`
    pub(crate) insert: &'static str,
    pub(crate) by_hash: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) all: &'static str,
    /// id, at
    pub(crate) revoke: &'static str,
}

fn read(row: &Row) -> Result<ApiKey, StorageError> {
    Ok(ApiKey {
        id: row.parsed("id")?,
        name: row.text("name")?,
        role: row.named("role", Role::from_name)?,
        hash: row.hash("hash")?,
        created_at: row.time("created_at")?,
        revoked_at: row.opt_time("revoked_at")?,
    })
}

#[async_trait]
impl ApiKeyTable for OpenTx {
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StorageError> {
        let params =
            values![key.id.to_string(), key.name.as_str(), key.role.name(), key.hash, key.created_at, key.revoked_at];
        self.run(TABLE.0, key.id, self.sql().api_keys.insert, params).await.map(drop)
    }

    async fn api_key_by_hash(&mut self, hash: [u8; 32]) -> Result<Option<ApiKey>, StorageError> {
        let row = self.row(TABLE, self.sql().api_keys.by_hash, values![hash]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn api_keys(&mut self) -> Result<Vec<ApiKey>, StorageError> {
        self.rows(TABLE, self.sql().api_keys.all, vec![]).await?.iter().map(read).collect()
    }

    async fn revoke_api_key(&mut self, id: ApiKeyId, at: Timestamp) -> Result<bool, StorageError> {
        let revoked = self.run(TABLE.0, id, self.sql().api_keys.revoke, values![id.to_string(), at]).await?;
        if revoked == 0 && self.row(TABLE, self.sql().api_keys.by_id, values![id.to_string()]).await?.is_none() {
            return Err(StorageError::new(ErrorKind::NotFound, TABLE.0).of(id));
        }
        Ok(revoked == 1)
    }
}
