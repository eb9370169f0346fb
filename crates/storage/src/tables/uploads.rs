//! Files that arrive in pieces.

use async_trait::async_trait;
use countersign_domain::{EvidenceKind, PartialUpload, Piece, SessionId, Sha256, UploadId};
use jiff::Timestamp;

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("uploads", "id");
const PIECES: (&str, &str) = ("upload_pieces", "blob_id");

/// Uploads in pieces.
#[async_trait]
pub trait UploadTable {
    /// Announces a file; a known id is a conflict.
    async fn insert_upload(&mut self, upload: &PartialUpload) -> Result<(), StorageError>;
    /// The announced file of that id.
    async fn upload(&mut self, id: UploadId) -> Result<Option<PartialUpload>, StorageError>;
    /// A session's announced files, oldest first.
    async fn uploads_of(&mut self, session: SessionId) -> Result<Vec<PartialUpload>, StorageError>;
    /// Files announced before a time, oldest first, at most `limit`.
    async fn uploads_before(&mut self, before: Timestamp, limit: u32) -> Result<Vec<PartialUpload>, StorageError>;
    /// Adds a piece whose blob is already stored; a second one at the same place is a conflict.
    async fn insert_piece(&mut self, upload: UploadId, piece: Piece) -> Result<(), StorageError>;
    /// The pieces of a file in the order of their places.
    async fn pieces_of(&mut self, upload: UploadId) -> Result<Vec<Piece>, StorageError>;
    /// Forgets a file and its pieces; the caller deletes the blobs.
    async fn remove_upload(&mut self, id: UploadId) -> Result<(), StorageError>;
}

pub(crate) struct UploadSql {
    /// id, session, kind, bytes, sha256, challenge, `created_at`
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) of_session: &'static str,
    /// before, limit
    pub(crate) before: &'static str,
    /// upload, `first_byte`, bytes, blob
    pub(crate) insert_piece: &'static str,
    pub(crate) pieces: &'static str,
    pub(crate) remove_pieces: &'static str,
    pub(crate) remove: &'static str,
}

fn read(row: &Row) -> Result<PartialUpload, StorageError> {
    Ok(PartialUpload {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        kind: row.named("kind", EvidenceKind::from_name)?,
        bytes: row.u64("bytes")?,
        sha256: Sha256(row.hash("sha256")?),
        challenge: row.opt_parsed("challenge_id")?,
        created_at: row.time("created_at")?,
    })
}

fn number(value: u64, upload: UploadId) -> Result<i64, StorageError> {
    i64::try_from(value).map_err(|_| StorageError::new(ErrorKind::Invalid, TABLE.0).of(upload))
}

#[async_trait]
impl UploadTable for OpenTx {
    async fn insert_upload(&mut self, upload: &PartialUpload) -> Result<(), StorageError> {
        let params = values![
            upload.id.to_string(),
            upload.session.to_string(),
            upload.kind.name(),
            number(upload.bytes, upload.id)?,
            upload.sha256.0,
            upload.challenge.map(|id| id.to_string()),
            upload.created_at,
        ];
        self.run(TABLE.0, upload.id, self.sql().uploads.insert, params).await.map(drop)
    }

    async fn upload(&mut self, id: UploadId) -> Result<Option<PartialUpload>, StorageError> {
        let row = self.row(TABLE, self.sql().uploads.by_id, values![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn uploads_of(&mut self, session: SessionId) -> Result<Vec<PartialUpload>, StorageError> {
        let rows = self.rows(TABLE, self.sql().uploads.of_session, values![session.to_string()]).await?;
        rows.iter().map(read).collect()
    }

    async fn uploads_before(&mut self, before: Timestamp, limit: u32) -> Result<Vec<PartialUpload>, StorageError> {
        let rows = self.rows(TABLE, self.sql().uploads.before, values![before, limit]).await?;
        rows.iter().map(read).collect()
    }

    async fn insert_piece(&mut self, upload: UploadId, piece: Piece) -> Result<(), StorageError> {
        let params = values![
            upload.to_string(),
            number(piece.offset, upload)?,
            number(piece.bytes, upload)?,
            piece.blob.to_string(),
        ];
        self.run(PIECES.0, upload, self.sql().uploads.insert_piece, params).await.map(drop)
    }

    async fn pieces_of(&mut self, upload: UploadId) -> Result<Vec<Piece>, StorageError> {
        let rows = self.rows(PIECES, self.sql().uploads.pieces, values![upload.to_string()]).await?;
        rows.iter()
            .map(|row| {
                Ok(Piece { offset: row.u64("first_byte")?, bytes: row.u64("bytes")?, blob: row.parsed("blob_id")? })
            })
            .collect()
    }

    async fn remove_upload(&mut self, id: UploadId) -> Result<(), StorageError> {
        self.run(PIECES.0, id, self.sql().uploads.remove_pieces, values![id.to_string()]).await?;
        self.run(TABLE.0, id, self.sql().uploads.remove, values![id.to_string()]).await.map(drop)
    }
}
