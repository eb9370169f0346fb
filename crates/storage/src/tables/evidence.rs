//! Evidence that was accepted. Rows are added, never changed or deleted.

use async_trait::async_trait;
use countersign_domain::{Evidence, EvidenceKind, SessionId, Sha256};

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("evidence", "id");

/// Evidence.
#[async_trait]
pub trait EvidenceTable {
    /// Adds evidence whose blob is already stored; a known id or blob is a conflict.
    async fn insert_evidence(&mut self, evidence: &Evidence) -> Result<(), StorageError>;
    /// A session's evidence in the order of acceptance.
    async fn evidence_of(&mut self, session: SessionId) -> Result<Vec<Evidence>, StorageError>;
}

pub(crate) struct EvidenceSql {
    /// id, session, kind, sha256, bytes, `media_type`, blob, challenge, `received_at`
    pub(crate) insert: &'static str,
    pub(crate) of_session: &'static str,
}

fn read(row: &Row) -> Result<Evidence, StorageError> {
    Ok(Evidence {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        kind: row.named("kind", EvidenceKind::from_name)?,
        sha256: Sha256(row.hash("sha256")?),
        bytes: row.u64("bytes")?,
        media_type: row.text("media_type")?,
        blob: row.parsed("blob_id")?,
        challenge: row.opt_parsed("challenge_id")?,
        received_at: row.time("received_at")?,
    })
}

#[async_trait]
impl EvidenceTable for OpenTx {
    async fn insert_evidence(&mut self, evidence: &Evidence) -> Result<(), StorageError> {
        let Ok(bytes) = i64::try_from(evidence.bytes) else {
            return Err(StorageError::new(ErrorKind::Invalid, TABLE.0).of(evidence.id));
        };
        let params = values![
            evidence.id.to_string(),
            evidence.session.to_string(),
            evidence.kind.name(),
            evidence.sha256.0,
            bytes,
            evidence.media_type.as_str(),
            evidence.blob.to_string(),
            evidence.challenge.map(|id| id.to_string()),
            evidence.received_at,
        ];
        self.run(TABLE.0, evidence.id, self.sql().evidence.insert, params).await.map(drop)
    }

    async fn evidence_of(&mut self, session: SessionId) -> Result<Vec<Evidence>, StorageError> {
        let rows = self.rows(TABLE, self.sql().evidence.of_session, values![session.to_string()]).await?;
        rows.iter().map(read).collect()
    }
}
