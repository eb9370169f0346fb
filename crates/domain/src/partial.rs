//! An upload in pieces: what has arrived so far of a file that is longer than the line holds.

use jiff::Timestamp;

use crate::{BlobId, ChallengeId, EvidenceKind, SessionId, Sha256, UploadId};

/// A file that is announced and arrives piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialUpload {
    /// Its id.
    pub id: UploadId,
    /// Whose.
    pub session: SessionId,
    /// What it will show.
    pub kind: EvidenceKind,
    /// Bytes of the whole.
    pub bytes: u64,
    /// Hash of the whole, as announced; proved when the last piece is there.
    pub sha256: Sha256,
    /// The challenge that a video answers.
    pub challenge: Option<ChallengeId>,
    /// When it was announced.
    pub created_at: Timestamp,
}

/// One piece that is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first byte's place in the whole.
    pub offset: u64,
    /// Its length.
    pub bytes: u64,
    /// Where it lies, sealed.
    pub blob: BlobId,
}

/// The place of the byte that is wanted next, given the pieces in order.
pub fn received(pieces: &[Piece]) -> u64 {
    pieces.last().map_or(0, |piece| piece.offset + piece.bytes)
}
