//! Liveness challenges, each spent at most once.

use async_trait::async_trait;
use countersign_domain::{Challenge, ChallengeId, Digits, SessionId};
use jiff::Timestamp;

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("challenges", "id");

/// Challenges.
#[async_trait]
pub trait ChallengeTable {
    /// Adds a challenge; a known id is a conflict.
    async fn insert_challenge(&mut self, challenge: &Challenge) -> Result<(), StorageError>;
    /// The challenge of that id.
    async fn challenge(&mut self, id: ChallengeId) -> Result<Option<Challenge>, StorageError>;
    /// A session's challenges in the order in which they were given.
    async fn challenges_of(&mut self, session: SessionId) -> Result<Vec<Challenge>, StorageError>;
    /// Marks a challenge as used up: `true` for exactly one caller ever. Whose it is and whether it is in time, the domain checks.
    async fn spend_challenge(&mut self, id: ChallengeId, at: Timestamp) -> Result<bool, StorageError>;
}

pub(crate) struct ChallengeSql {
    /// id, session, digits, language, `issued_at`, `expires_at`, `spent_at`
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) of_session: &'static str,
    /// id, at
    pub(crate) spend: &'static str,
}

fn read(row: &Row) -> Result<Challenge, StorageError> {
    Ok(Challenge {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        digits: row.named("digits", |text| Digits::parse(text).ok())?,
        language: row.text("language")?,
        issued_at: row.time("issued_at")?,
        expires_at: row.time("expires_at")?,
        spent_at: row.opt_time("spent_at")?,
    })
}

#[async_trait]
impl ChallengeTable for OpenTx {
    async fn insert_challenge(&mut self, challenge: &Challenge) -> Result<(), StorageError> {
        let params = values![
            challenge.id.to_string(),
            challenge.session.to_string(),
            challenge.digits.text(),
            challenge.language.as_str(),
            challenge.issued_at,
            challenge.expires_at,
            challenge.spent_at,
        ];
        self.run(TABLE.0, challenge.id, self.sql().challenges.insert, params).await.map(drop)
    }

    async fn challenge(&mut self, id: ChallengeId) -> Result<Option<Challenge>, StorageError> {
        let row = self.row(TABLE, self.sql().challenges.by_id, values![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn challenges_of(&mut self, session: SessionId) -> Result<Vec<Challenge>, StorageError> {
        let rows = self.rows(TABLE, self.sql().challenges.of_session, values![session.to_string()]).await?;
        rows.iter().map(read).collect()
    }

    async fn spend_challenge(&mut self, id: ChallengeId, at: Timestamp) -> Result<bool, StorageError> {
        let spent = self.run(TABLE.0, id, self.sql().challenges.spend, values![id.to_string(), at]).await?;
        if spent == 0 && self.challenge(id).await?.is_none() {
            return Err(StorageError::new(ErrorKind::NotFound, TABLE.0).of(id));
        }
        Ok(spent == 1)
    }
}
