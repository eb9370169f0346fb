//! A file in pieces: announced with its length and hash, sent piece by piece, continued where the line broke.

use countersign_domain::{
    BlobId, ChallengeId, Evidence, EvidenceKind, PartialUpload, Piece, SessionId, Sha256, UploadId, partial,
};
use countersign_storage::StorageError;
use jiff::SignedDuration;
use sha2::Digest;

use super::{CaptureError, Upload, open_session};
use crate::App;

/// Files that may be open in one session at once: one a kind, and as many again for what a reload left behind.
const MOST_OPEN: usize = 6;
/// How long an unfinished file is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// The kind under which pieces are sealed.
const PIECE: &str = "upload_piece";

/// What an applicant announces.
#[derive(Clone, Debug)]
pub struct Announced {
    /// What it shows.
    pub kind: EvidenceKind,
    /// Its length.
    pub bytes: u64,
    /// Its hash.
    pub sha256: Sha256,
    /// The challenge that a video answers.
    pub challenge: Option<ChallengeId>,
}

/// Why a piece is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PieceError {
    /// No such file in this session.
    #[error("there is no such upload in this session")]
    UnknownUpload,
    /// The file is longer than anything that is taken.
    #[error("the file is longer than {0} bytes")]
    TooLarge(u64),
    /// Too many files at once.
    #[error("too many uploads are open in this session")]
    TooMany,
    /// Another byte is wanted.
    #[error("the next byte wanted is {0}")]
    Offset(u64),
    /// All bytes are there, and they are not the announced ones.
    #[error("the bytes that arrived are not the announced ones")]
    Hash,
    /// As for a file sent in one.
    #[error(transparent)]
    Capture(#[from] CaptureError),
}

impl From<StorageError> for PieceError {
    fn from(error: StorageError) -> Self {
        Self::Capture(error.into())
    }
}

/// Where an upload stands.
#[derive(Clone, Debug)]
pub enum Progress {
    /// The next byte that is wanted.
    Wants(u64),
    /// It is whole and taken.
    Taken(Box<Evidence>),
}

impl App {
    /// Announces a file, or finds the same one announced before; gives the next byte that is wanted.
    pub async fn announce_upload(&self, id: SessionId, new: &Announced) -> Result<(UploadId, u64), PieceError> {
        let now = self.now();
        let longest = self.limits().clip_bytes as u64;
        if new.bytes == 0 || new.bytes > longest {
            return Err(PieceError::TooLarge(longest));
        }
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        super::upload::prove_asked_for(&session, new.kind)?;
        let open = tx.uploads_of(id).await?;
        let same = |known: &&PartialUpload| {
            known.kind == new.kind
                && known.sha256 == new.sha256
                && known.bytes == new.bytes
                && known.challenge == new.challenge
        };
        if let Some(known) = open.iter().find(same) {
            let wanted = partial::received(&tx.pieces_of(known.id).await?);
            return Ok((known.id, wanted));
        }
        if open.len() >= MOST_OPEN {
            return Err(PieceError::TooMany);
        }
        let upload = PartialUpload {
            id: UploadId::new(now, self.random_id()),
            session: id,
            kind: new.kind,
            bytes: new.bytes,
            sha256: new.sha256,
            challenge: new.challenge,
            created_at: now,
        };
        tx.insert_upload(&upload).await?;
        tx.commit().await?;
        Ok((upload.id, 0))
    }

    /// The next byte that is wanted of an announced file.
    pub async fn upload_wants(&self, id: SessionId, upload: UploadId) -> Result<u64, PieceError> {
        let mut tx = self.parts.store.read().await?;
        tx.upload(upload).await?.filter(|known| known.session == id).ok_or(PieceError::UnknownUpload)?;
        Ok(partial::received(&tx.pieces_of(upload).await?))
    }

    /// Takes the piece that begins at `offset`. With the last one the whole is proved and taken as evidence.
    pub async fn take_piece(
        &self,
        id: SessionId,
        upload: UploadId,
        offset: u64,
        bytes: Vec<u8>,
    ) -> Result<Progress, PieceError> {
        let now = self.now();
        let mut tx = self.parts.store.read().await?;
        let known = tx.upload(upload).await?.filter(|known| known.session == id).ok_or(PieceError::UnknownUpload)?;
        let pieces = tx.pieces_of(upload).await?;
        let key = tx.session_key(id).await?.ok_or(CaptureError::UnknownSession)?;
        drop(tx);
        let wanted = partial::received(&pieces);
        let length = bytes.len() as u64;
        if offset == wanted && length == 0 && wanted == known.bytes {
            // All bytes are there, and the try to take them failed by a fault of ours.
            return self.finish(known).await.map(|evidence| Progress::Taken(Box::new(evidence)));
        }
        if offset != wanted || length == 0 || length > known.bytes - wanted {
            return Err(PieceError::Offset(wanted));
        }
        let piece = Piece { offset, bytes: length, blob: BlobId::new(now, self.random_id()) };
        self.parts.blobs.put(id, piece.blob, PIECE, bytes, &key).await?;
        let mut tx = self.parts.store.begin().await?;
        if let Err(error) = tx.insert_piece(upload, piece).await {
            drop(tx);
            self.parts.blobs.delete(id, piece.blob).await?;
            return match error.kind {
                // Another tab, or a repeat, sent this piece at the same time.
                countersign_storage::ErrorKind::Conflict => {
                    Err(PieceError::Offset(self.upload_wants(id, upload).await?))
                }
                _ => Err(error.into()),
            };
        }
        tx.commit().await?;
        if offset + length < known.bytes {
            return Ok(Progress::Wants(offset + length));
        }
        self.finish(known).await.map(|evidence| Progress::Taken(Box::new(evidence)))
    }

    async fn finish(&self, known: PartialUpload) -> Result<Evidence, PieceError> {
        let mut tx = self.parts.store.read().await?;
        let pieces = tx.pieces_of(known.id).await?;
        let key = tx.session_key(known.session).await?.ok_or(CaptureError::UnknownSession)?;
        drop(tx);
        let mut whole = Vec::with_capacity(usize::try_from(known.bytes).unwrap_or(0));
        for piece in &pieces {
            whole.extend_from_slice(&self.parts.blobs.get(known.session, piece.blob, PIECE, &key).await?);
        }
        let right = Sha256(sha2::Sha256::digest(&whole).into()) == known.sha256;
        let taken = if right {
            let upload = Upload { session: known.session, kind: known.kind, bytes: whole, challenge: known.challenge };
            self.accept_upload(upload).await.map_err(PieceError::from)
        } else {
            Err(PieceError::Hash)
        };
        // Taken or refused, the pieces have served; only a fault of ours leaves them for another try.
        let ours = matches!(taken, Err(PieceError::Capture(CaptureError::Storage(_) | CaptureError::DecoderFailed)));
        if ours {
            // The pieces stay: an empty piece at the end asks for another try.
            return taken;
        }
        self.forget_upload(&known, &pieces).await?;
        taken
    }

    async fn forget_upload(&self, known: &PartialUpload, pieces: &[Piece]) -> Result<(), StorageError> {
        let mut tx = self.parts.store.begin().await?;
        tx.remove_upload(known.id).await?;
        tx.commit().await?;
        for piece in pieces {
            self.parts.blobs.delete(known.session, piece.blob).await?;
        }
        Ok(())
    }

    /// Forgets files that were begun and not finished; gives how many.
    pub async fn forget_old_uploads(&self) -> Result<usize, StorageError> {
        let old = self.parts.store.read().await?.uploads_before(self.now() - KEPT, 100).await?;
        for upload in &old {
            let pieces = self.parts.store.read().await?.pieces_of(upload.id).await?;
            self.forget_upload(upload, &pieces).await?;
        }
        Ok(old.len())
    }
}
