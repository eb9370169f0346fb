//! Accepting a file: sniffed and decoded in the sandbox, encrypted, stored, and only then acknowledged.

use countersign_domain::{
    BlobId, Challenge, ChallengeId, EventKind, Evidence, EvidenceId, EvidenceKind, Session, SessionId, Sha256,
};
use countersign_media::{DecodeError, PhotoFormat};
use jiff::Timestamp;
use sha2::Digest;

use super::{CaptureError, open_session, prove_open};
use crate::App;
use crate::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};
use crate::refusal;

/// A file as it arrives.
pub struct Upload {
    /// Whose.
    pub session: SessionId,
    /// What it shows.
    pub kind: EvidenceKind,
    /// The received bytes.
    pub bytes: Vec<u8>,
    /// The challenge that a video answers.
    pub challenge: Option<ChallengeId>,
}

impl App {
    /// Takes a file. When this returns `Ok`, the file outlives a crash.
    ///
    /// The same bytes sent again for the same purpose give the evidence that is there already. A challenge is spent before the video is
    /// looked at: whatever becomes of the file, the next try gets new digits.
    pub async fn accept_upload(&self, upload: Upload) -> Result<Evidence, CaptureError> {
        let now = self.now();
        let sha256 = Sha256(sha2::Sha256::digest(&upload.bytes).into());
        if let Some(known) = self.known_upload(&upload, sha256, now).await? {
            return Ok(known);
        }
        let challenge = self.spend(&upload, now).await?;
        let (bytes, media_type) = self.look_at(upload.bytes, upload.kind).await?;
        let evidence = Evidence {
            id: EvidenceId::new(now, self.random_id()),
            session: upload.session,
            kind: upload.kind,
            sha256,
            bytes: bytes.len() as u64,
            media_type: media_type.to_owned(),
            blob: BlobId::new(now, self.random_id()),
            challenge: challenge.map(|challenge| challenge.id),
            received_at: now,
        };
        let key =
            self.parts.store.read().await?.session_key(upload.session).await?.ok_or(CaptureError::UnknownSession)?;
        self.parts.blobs.put(upload.session, evidence.blob, upload.kind.name(), bytes, &key).await?;
        match self.refer_to(&evidence, now).await {
            Ok(()) => Ok(evidence),
            Err(error) => {
                // Nothing refers to the blob: best effort, an orphan is unreadable without its row anyway.
                if let Err(left) = self.parts.blobs.delete(upload.session, evidence.blob).await {
                    tracing::warn!(session = %upload.session, error = %left, "an unreferenced blob stays");
                }
                Err(error)
            }
        }
    }

    /// Proves that the file is asked for, and finds the same bytes taken before.
    async fn known_upload(
        &self,
        upload: &Upload,
        sha256: Sha256,
        now: Timestamp,
    ) -> Result<Option<Evidence>, CaptureError> {
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(upload.session).await?.ok_or(CaptureError::UnknownSession)?;
        prove_open(&session, now)?;
        prove_asked_for(&session, upload.kind)?;
        let evidence = tx.evidence_of(upload.session).await?;
        let latest = evidence.into_iter().rfind(|known| known.kind == upload.kind);
        let redone = session.redo.contains(&upload.kind.step())
            || matches!(&session.state, countersign_domain::SessionState::ResubmissionRequested { steps, .. } if steps.contains(&upload.kind.step()));
        Ok(latest.filter(|known| known.sha256 == sha256 && known.challenge == upload.challenge && !redone))
    }

    async fn spend(&self, upload: &Upload, now: Timestamp) -> Result<Option<Challenge>, CaptureError> {
        if upload.kind != EvidenceKind::LivenessVideo {
            return Ok(None);
        }
        let id = upload.challenge.ok_or(CaptureError::ChallengeMissing)?;
        let mut tx = self.parts.store.begin().await?;
        let challenge = tx.challenge(id).await?.ok_or(CaptureError::UnknownChallenge)?;
        let newest = tx.challenges_of(upload.session).await?.last().map_or(id, |last| last.id);
        // A challenge of another session is not told apart from one that does not exist.
        let spent = match challenge.spend(upload.session, newest, now) {
            Err(countersign_domain::ChallengeRefusal::Foreign) => return Err(CaptureError::UnknownChallenge),
            other => other?,
        };
        if !tx.spend_challenge(id, now).await? {
            return Err(countersign_domain::ChallengeRefusal::Spent.into());
        }
        tx.commit().await?;
        Ok(Some(spent))
    }

    /// Decodes once, so that a file which cannot be used is refused now, with its reason, and not after everything is handed in.
    async fn look_at(&self, bytes: Vec<u8>, kind: EvidenceKind) -> Result<(Vec<u8>, &'static str), CaptureError> {
        let permit = self.decoding.acquire().await.map_err(|_| CaptureError::DecoderFailed)?;
        let decoder = self.parts.decoder.clone();
        let looked = tokio::task::spawn_blocking(move || {
            let media_type = match kind {
                EvidenceKind::LivenessVideo => decoder
                    .clip(&bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE)
                    .map(|clip| if clip.facts.container == "mp4" { "video/mp4" } else { "video/webm" }),
                EvidenceKind::DocumentFront | EvidenceKind::DocumentBack => {
                    decoder.photo(&bytes).map(|photo| match photo.format {
                        PhotoFormat::Jpeg => "image/jpeg",
                        PhotoFormat::Png => "image/png",
                        PhotoFormat::WebP => "image/webp",
                    })
                }
            };
            media_type.map(|media_type| (bytes, media_type))
        })
        .await;
        drop(permit);
        match looked {
            Ok(Ok(done)) => Ok(done),
            Ok(Err(DecodeError::Refused(refused))) => Err(CaptureError::Refused(refusal::reason(&refused))),
            Ok(Err(DecodeError::Sandbox(error))) => {
                tracing::error!(%error, "the sandbox failed");
                Err(CaptureError::DecoderFailed)
            }
            Err(error) => {
                tracing::error!(%error, "the decoding task failed");
                Err(CaptureError::DecoderFailed)
            }
        }
    }

    async fn refer_to(&self, evidence: &Evidence, now: Timestamp) -> Result<(), CaptureError> {
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, evidence.session, now).await?;
        prove_asked_for(&session, evidence.kind)?;
        let session = session.capture(evidence.kind.step())?;
        tx.update_session(&session).await?;
        tx.insert_evidence(evidence).await?;
        self.record(&mut *tx, evidence.session, EventKind::EvidenceAccepted, Some(evidence.id.to_string()), now)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

pub(super) fn prove_asked_for(session: &Session, kind: EvidenceKind) -> Result<(), CaptureError> {
    if session.consent.is_none() {
        return Err(CaptureError::ConsentMissing);
    }
    let declaration = session.declaration.as_ref().ok_or(CaptureError::DetailsMissing)?;
    if kind == EvidenceKind::DocumentBack && !declaration.document_type.has_back() {
        return Err(CaptureError::NotNeeded);
    }
    if !session.state.accepts_evidence() {
        session.clone().capture(kind.step())?;
    }
    Ok(())
}
