//! Faces as numbers, each sealed with its session's key, and where the same face was found under another applicant.
//!
//! A search opens every other applicant's face of the same release in pages; it is linear in their number, some ten thousand a second.

use async_trait::async_trait;
use countersign_domain::{ApplicantId, SessionId};
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("face_templates", "session_id");
const MATCHES: (&str, &str) = ("face_matches", "session_id");
/// Millionths in a distance of 1.
const PPM: f64 = 1e6;

/// A face of a session. Biometric data: its `Debug` form hides it.
#[derive(Clone, PartialEq)]
pub struct StoredFace {
    /// Whose video.
    pub session: SessionId,
    /// The net's numbers.
    pub values: Vec<f32>,
}

impl std::fmt::Debug for StoredFace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StoredFace({}, hidden)", self.session)
    }
}

/// Another applicant's session with the same face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceMatch {
    /// Which.
    pub other: SessionId,
    /// Euclidean distance, to a millionth.
    pub distance: f64,
}

/// Faces.
#[async_trait]
pub trait FaceTable {
    /// Keeps a session's face in place of an earlier one.
    async fn put_face(
        &mut self,
        session: SessionId,
        release: &str,
        values: &[f32],
        at: Timestamp,
    ) -> Result<(), StorageError>;
    /// Faces of this release of sessions of everybody but the applicant, by session, `after` one, at most `limit`.
    async fn faces_of_others(
        &mut self,
        applicant: ApplicantId,
        release: &str,
        after: Option<SessionId>,
        limit: u32,
    ) -> Result<Vec<StoredFace>, StorageError>;
    /// How many faces of others are of another release and cannot be compared.
    async fn faces_not_comparable(&mut self, applicant: ApplicantId, release: &str) -> Result<u64, StorageError>;
    /// Keeps where a session's face was found, in place of what was found before.
    async fn put_face_matches(
        &mut self,
        session: SessionId,
        found: &[FaceMatch],
        at: Timestamp,
    ) -> Result<(), StorageError>;
    /// Where a session's face was found, and in whose search it was found itself; nearest first.
    async fn face_matches(&mut self, session: SessionId) -> Result<Vec<FaceMatch>, StorageError>;
}

pub(crate) struct FaceSql {
    /// session, release, sealed, at
    pub(crate) put: &'static str,
    /// release, applicant, after, limit
    pub(crate) of_others: &'static str,
    /// release, applicant
    pub(crate) of_other_releases: &'static str,
    /// session, other, millionths, at
    pub(crate) put_match: &'static str,
    pub(crate) matches: &'static str,
    pub(crate) forget_matches: &'static str,
    pub(crate) erase: &'static str,
    pub(crate) erase_matches: &'static str,
}

fn place<'a>(session: &'a str, release: &'a str) -> [&'a str; 3] {
    ["face_templates.sealed", session, release]
}

impl OpenTx {
    fn read_face(&self, row: &Row, release: &str) -> Result<StoredFace, StorageError> {
        let session: SessionId = row.parsed("session_id")?;
        let key = self.keys.unwrap(session, &row.text("master_key_id")?, &row.blob("wrapped")?)?;
        let id = session.to_string();
        let plain = key
            .open(&place(&id, release), &row.blob("sealed")?)
            .map_err(|cause| row.impossible("sealed").because(cause))?;
        let values = plain.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        Ok(StoredFace { session, values })
    }
}

#[async_trait]
impl FaceTable for OpenTx {
    async fn put_face(
        &mut self,
        session: SessionId,
        release: &str,
        values: &[f32],
        at: Timestamp,
    ) -> Result<(), StorageError> {
        let key = self.required_key(session).await?;
        let id = session.to_string();
        let plain: zeroize::Zeroizing<Vec<u8>> =
            zeroize::Zeroizing::new(values.iter().flat_map(|value| value.to_le_bytes()).collect());
        let sealed = key.seal(&place(&id, release), &plain);
        self.run(TABLE.0, session, self.sql().faces.put, values![id, release, sealed, at]).await.map(drop)
    }

    async fn faces_of_others(
        &mut self,
        applicant: ApplicantId,
        release: &str,
        after: Option<SessionId>,
        limit: u32,
    ) -> Result<Vec<StoredFace>, StorageError> {
        let after = after.map_or_else(String::new, |session| session.to_string());
        let params = values![release, applicant.to_string(), after, limit];
        let rows = self.rows(TABLE, self.sql().faces.of_others, params).await?;
        rows.iter().map(|row| self.read_face(row, release)).collect()
    }

    async fn faces_not_comparable(&mut self, applicant: ApplicantId, release: &str) -> Result<u64, StorageError> {
        let params = values![release, applicant.to_string()];
        let row = self.row((TABLE.0, "faces"), self.sql().faces.of_other_releases, params).await?;
        row.map_or(Ok(0), |row| row.u64("faces"))
    }

    async fn put_face_matches(
        &mut self,
        session: SessionId,
        found: &[FaceMatch],
        at: Timestamp,
    ) -> Result<(), StorageError> {
        let id = session.to_string();
        self.run(MATCHES.0, session, self.sql().faces.forget_matches, values![id.as_str()]).await?;
        for one in found {
            let millionths = (one.distance * PPM).round() as i64;
            let params = values![id.as_str(), one.other.to_string(), millionths, at];
            self.run(MATCHES.0, session, self.sql().faces.put_match, params).await?;
        }
        Ok(())
    }

    async fn face_matches(&mut self, session: SessionId) -> Result<Vec<FaceMatch>, StorageError> {
        let rows = self.rows(MATCHES, self.sql().faces.matches, values![session.to_string()]).await?;
        let mut found: Vec<FaceMatch> = Vec::new();
        for row in &rows {
            let (own, other): (SessionId, SessionId) = (row.parsed("session_id")?, row.parsed("other_id")?);
            let other = if own == session { other } else { own };
            // Both may have found each other, in searches of their own.
            if found.iter().all(|known| known.other != other) {
                found.push(FaceMatch { other, distance: row.int("distance_ppm")? as f64 / PPM });
            }
        }
        Ok(found)
    }
}
