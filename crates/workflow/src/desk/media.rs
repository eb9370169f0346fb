//! What people of the desk see of the evidence: pictures and sound made anew from what the sandbox decoded, never a received byte.

use std::sync::Arc;

use countersign_checks::examine::{FaceMoment, Mark};
use countersign_domain::{Evidence, EvidenceId, EvidenceKind, SessionId};
use countersign_media::{Clip, ClipFacts, PhotoMetadata, encode};
use countersign_storage::Person;
use jiff::tz::TimeZone;

use super::{DeskError, May};
use crate::App;
use crate::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};

/// Longest side of a photo on the desk, pixels: an ID-1 card then has some 700 dpi.
const PHOTO_MAX_SIDE: u32 = 2_400;
/// Frames a second and longest side of a video on the desk.
const FILM_FRAMES_PER_SECOND: f64 = 10.0;
const FILM_MAX_SIDE: u32 = 480;
/// Frames beside each other in a film's one picture.
const FILM_COLUMNS: u32 = 8;

/// A photo for the desk.
pub struct ShownPhoto {
    /// A JPEG of our own making.
    pub jpeg: Vec<u8>,
    /// Pixels of the received photo.
    pub size: (u32, u32),
    /// What the received file says of its origin; a hint.
    pub metadata: PhotoMetadata,
}

/// A video for the desk: its frames on one picture, row by row, and its sound.
pub struct ShownFilm {
    /// All frames, [`ShownFilm::columns`] in a row, as one JPEG.
    pub sheet: Vec<u8>,
    /// 16 kHz mono, as a WAV file; `None` without a sound track.
    pub sound: Option<Vec<u8>>,
    /// Frames beside each other.
    pub columns: u32,
    /// How many frames.
    pub frames: usize,
    /// Pixels of one frame.
    pub size: (u32, u32),
    /// Frames a second.
    pub frame_rate: f64,
    /// Seconds.
    pub duration_s: f64,
    /// What the received file is.
    pub facts: ClipFacts,
}

impl App {
    /// Shows a photo. The look is on record before it is opened.
    pub async fn show_photo(
        &self,
        person: &Person,
        session: SessionId,
        id: EvidenceId,
    ) -> Result<ShownPhoto, DeskError> {
        let (evidence, bytes) = self.seen_by(person, session, id).await?;
        if evidence.kind == EvidenceKind::LivenessVideo {
            return Err(DeskError::Unknown);
        }
        let decoder = self.parts.decoder.clone();
        self.decoding(move || {
            let photo = decoder.photo(&bytes).map_err(|_| DeskError::Undecodable)?;
            let jpeg = encode::jpeg(&photo.image, PHOTO_MAX_SIDE).ok_or(DeskError::Undecodable)?;
            Ok(ShownPhoto { jpeg, size: (photo.image.width, photo.image.height), metadata: photo.metadata })
        })
        .await
    }

    /// Shows a video. The look is on record before it is opened.
    pub async fn show_film(&self, person: &Person, session: SessionId, id: EvidenceId) -> Result<ShownFilm, DeskError> {
        let (evidence, bytes) = self.seen_by(person, session, id).await?;
        if evidence.kind != EvidenceKind::LivenessVideo {
            return Err(DeskError::Unknown);
        }
        let decoder = self.parts.decoder.clone();
        self.decoding(move || {
            let clip =
                decoder.clip(&bytes, FILM_FRAMES_PER_SECOND, FILM_MAX_SIDE).map_err(|_| DeskError::Undecodable)?;
            film(clip).ok_or(DeskError::Undecodable)
        })
        .await
    }

    /// Where things lie on a photo, measured anew. The same look as at the photo, and on record as one.
    pub async fn show_marks(
        &self,
        person: &Person,
        session: SessionId,
        id: EvidenceId,
    ) -> Result<Vec<Mark>, DeskError> {
        let (evidence, bytes) = self.seen_by(person, session, id).await?;
        if evidence.kind == EvidenceKind::LivenessVideo {
            return Err(DeskError::Unknown);
        }
        let (decoder, examiner) = (self.parts.decoder.clone(), Arc::clone(&self.parts.examiner));
        let today = self.now().to_zoned(TimeZone::UTC).date();
        self.decoding(move || {
            let photo = decoder.photo(&bytes).map_err(|_| DeskError::Undecodable)?;
            Ok(examiner.marks(&photo, today))
        })
        .await
    }

    /// How the face goes through a video, and how far it is from the portrait of the newest front, measured anew.
    pub async fn show_moments(
        &self,
        person: &Person,
        session: SessionId,
        id: EvidenceId,
    ) -> Result<Vec<FaceMoment>, DeskError> {
        let (evidence, bytes) = self.seen_by(person, session, id).await?;
        if evidence.kind != EvidenceKind::LivenessVideo {
            return Err(DeskError::Unknown);
        }
        let all = self.parts.store.read().await?.evidence_of(session).await?;
        let front = match all.iter().rfind(|file| file.kind == EvidenceKind::DocumentFront) {
            Some(front) => Some(self.seen_by(person, session, front.id).await?.1),
            None => None,
        };
        let (decoder, examiner) = (self.parts.decoder.clone(), Arc::clone(&self.parts.examiner));
        self.decoding(move || {
            let clip =
                decoder.clip(&bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE).map_err(|_| DeskError::Undecodable)?;
            let front = front.and_then(|bytes| decoder.photo(&bytes).ok());
            Ok(examiner.moments(front.as_ref(), &clip))
        })
        .await
    }

    async fn seen_by(
        &self,
        person: &Person,
        session: SessionId,
        id: EvidenceId,
    ) -> Result<(Evidence, crate::process::Bytes), DeskError> {
        if !person.role.may_see_evidence() {
            return Err(DeskError::NotAllowed);
        }
        let mut tx = self.parts.store.begin().await?;
        let evidence =
            tx.evidence_of(session).await?.into_iter().find(|found| found.id == id).ok_or(DeskError::Unknown)?;
        let key = tx.session_key(session).await?.ok_or(DeskError::Unknown)?;
        Self::note_look(&mut *tx, person, "evidence.seen", Some(session), Some(id.to_string()), self.now()).await?;
        tx.commit().await?;
        let bytes = self.parts.blobs.get(session, evidence.blob, evidence.kind.name(), &key).await?;
        Ok((evidence, bytes))
    }

    /// Decodes off the asynchronous threads, as many at once as uploads.
    pub(crate) async fn decoding<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, DeskError> {
        let permit = self.decoding.acquire().await.map_err(|_| DeskError::Undecodable)?;
        let done = tokio::task::spawn_blocking(work).await.map_err(|_| DeskError::Undecodable);
        drop(permit);
        done?
    }
}

fn film(clip: Clip) -> Option<ShownFilm> {
    let first = clip.frames.first()?;
    let size = (first.image.width, first.image.height);
    let images: Vec<_> = clip.frames.iter().map(|frame| &frame.image).collect();
    Some(ShownFilm {
        sheet: encode::sheet(&images, FILM_COLUMNS)?,
        sound: clip.sound.as_ref().map(encode::wav),
        columns: FILM_COLUMNS,
        frames: images.len(),
        size,
        frame_rate: FILM_FRAMES_PER_SECOND,
        duration_s: clip.duration_s,
        facts: clip.facts,
    })
}
