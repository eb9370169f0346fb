//! Sessions on their way from one device to another.

use async_trait::async_trait;
use countersign_domain::{HandoffId, SessionId};
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("handoffs", "id");

/// How a hand-off ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoffEnd {
    /// Another code took its place before anyone opened it.
    Replaced,
    /// The person said that the numbers differ.
    Denied,
    /// The other device has the session.
    Taken,
    /// The first device took the session back.
    Returned,
}

impl HandoffEnd {
    const ALL: [Self; 4] = [Self::Replaced, Self::Denied, Self::Taken, Self::Returned];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Denied => "denied",
            Self::Taken => "taken",
            Self::Returned => "returned",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.name() == name)
    }
}

/// A hand-off. Of its three secrets only the hashes are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// Its id.
    pub id: HandoffId,
    /// Of which session.
    pub session: SessionId,
    /// Hash of the code that opens it, once.
    pub code_hash: [u8; 32],
    /// The number that both screens show.
    pub number: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when the code opens it.
    pub expires_at: Timestamp,
    /// Hash of the opener's secret.
    pub claim_hash: Option<[u8; 32]>,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
    /// When somebody else tried to open it as well.
    pub refused_at: Option<Timestamp>,
    /// Hash of the first device's secret, with which it follows.
    pub follow_hash: Option<[u8; 32]>,
    /// When the person said that the numbers are equal.
    pub confirmed_at: Option<Timestamp>,
    /// How it ended.
    pub ended: Option<HandoffEnd>,
}

/// Hand-offs.
#[async_trait]
pub trait HandoffTable {
    /// Adds a hand-off.
    async fn insert_handoff(&mut self, handoff: &Handoff) -> Result<(), StorageError>;
    /// The hand-off of that code.
    async fn handoff_by_code(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError>;
    /// The hand-off that was opened with that claim.
    async fn handoff_by_claim(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError>;
    /// The hand-off that is followed with that secret.
    async fn handoff_by_follow(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError>;
    /// A session's latest hand-off.
    async fn latest_handoff(&mut self, session: SessionId) -> Result<Option<Handoff>, StorageError>;
    /// Stores what changed of a hand-off. Take its session for update first: that makes the opener the only one.
    async fn update_handoff(&mut self, handoff: &Handoff) -> Result<(), StorageError>;
}

pub(crate) struct HandoffSql {
    /// id, session, code, number, made, expires
    pub(crate) insert: &'static str,
    pub(crate) by_code: &'static str,
    pub(crate) by_claim: &'static str,
    pub(crate) by_follow: &'static str,
    pub(crate) latest: &'static str,
    /// id, claim, opened, refused, follow, confirmed, ended
    pub(crate) update: &'static str,
}

fn read(row: &Row) -> Result<Handoff, StorageError> {
    let hash = |column| match row.opt_blob(column)? {
        None => Ok(None),
        Some(bytes) => <[u8; 32]>::try_from(bytes).map(Some).map_err(|_| row.impossible(column)),
    };
    let ended = match row.opt_text("ended")? {
        None => None,
        Some(name) => Some(HandoffEnd::from_name(&name).ok_or_else(|| row.impossible("ended"))?),
    };
    Ok(Handoff {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        code_hash: row.hash("code_hash")?,
        number: row.text("number")?,
        made_at: row.time("made_at")?,
        expires_at: row.time("expires_at")?,
        claim_hash: hash("claim_hash")?,
        opened_at: row.opt_time("opened_at")?,
        refused_at: row.opt_time("refused_at")?,
        follow_hash: hash("follow_hash")?,
        confirmed_at: row.opt_time("confirmed_at")?,
        ended,
    })
}

impl OpenTx {
    async fn one_handoff(
        &mut self,
        sql: &'static str,
        params: Vec<crate::row::Value>,
    ) -> Result<Option<Handoff>, StorageError> {
        let row = self.row(TABLE, sql, params).await?;
        row.as_ref().map(read).transpose()
    }
}

#[async_trait]
impl HandoffTable for OpenTx {
    async fn insert_handoff(&mut self, handoff: &Handoff) -> Result<(), StorageError> {
        let params = values![
            handoff.id.to_string(),
            handoff.session.to_string(),
            handoff.code_hash,
            handoff.number.as_str(),
            handoff.made_at,
            handoff.expires_at,
        ];
        self.run(TABLE.0, handoff.id, self.sql().handoffs.insert, params).await.map(drop)
    }

    async fn handoff_by_code(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError> {
        self.one_handoff(self.sql().handoffs.by_code, values![hash]).await
    }

    async fn handoff_by_claim(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError> {
        self.one_handoff(self.sql().handoffs.by_claim, values![hash]).await
    }

    async fn handoff_by_follow(&mut self, hash: [u8; 32]) -> Result<Option<Handoff>, StorageError> {
        self.one_handoff(self.sql().handoffs.by_follow, values![hash]).await
    }

    async fn latest_handoff(&mut self, session: SessionId) -> Result<Option<Handoff>, StorageError> {
        self.one_handoff(self.sql().handoffs.latest, values![session.to_string()]).await
    }

    async fn update_handoff(&mut self, handoff: &Handoff) -> Result<(), StorageError> {
        let params = values![
            handoff.id.to_string(),
            handoff.claim_hash.map(|hash| hash.to_vec()),
            handoff.opened_at,
            handoff.refused_at,
            handoff.follow_hash.map(|hash| hash.to_vec()),
            handoff.confirmed_at,
            handoff.ended.map(HandoffEnd::name),
        ];
        self.run(TABLE.0, handoff.id, self.sql().handoffs.update, params).await.map(drop)
    }
}
