//! Processing: evidence to breakdowns.

use std::sync::Arc;

use countersign_checks::measurements::GallerySearch;
use countersign_checks::{Case, Examiner, Measurements, Stage, assess};
use countersign_domain::{
    Accommodation, Breakdown, Challenge, Declaration, DocumentType, Evidence, EvidenceKind, Policy, PolicyError,
    Session, SessionId, Sha256,
};
use countersign_media::{Clip, DecodeError, Decoder, Photo};
use countersign_storage::{FaceMatch, StorageError};
use jiff::civil::Date;

use crate::App;
use crate::gallery::Gallery;

/// Frames a second that are looked at: at 15 a swapped sound was told from the own one in 80 % of trials, at 25 in 98 %, each with one genuine
/// clip in twenty lost (docs/evaluation/liveness.md).
pub const CLIP_FRAMES_PER_SECOND: f64 = 25.0;
/// Longest side of the frames, pixels: a face that fills a third of them is 200 px high, enough for the descriptor.
pub const CLIP_MAX_SIDE: u32 = 640;

/// The bytes of a file, wiped when they are no longer needed.
pub type Bytes = zeroize::Zeroizing<Vec<u8>>;

/// Received files of one case, still encoded.
#[derive(Default)]
pub struct Files {
    /// Photo of the front.
    pub front: Option<Bytes>,
    /// Photo of the back.
    pub back: Option<Bytes>,
    /// The video.
    pub clip: Option<Bytes>,
}

/// What else a case needs.
#[derive(Clone)]
pub struct Question {
    /// The day of the check, UTC.
    pub today: Date,
    /// The chosen document.
    pub document_type: DocumentType,
    /// What was declared.
    pub declared: Option<Declaration>,
    /// The digits that were asked.
    pub digits: Option<Vec<u8>>,
    /// Another way that the applicant chose.
    pub way: Option<Accommodation>,
    /// The language they were asked in (BCP 47, the language alone).
    pub language: String,
}

/// What came of a case.
pub struct Examined {
    /// Raw measurements.
    pub measurements: Measurements,
    /// The checks' answers.
    pub breakdowns: Vec<Breakdown>,
    /// Files that the decoder did not open, by kind.
    pub undecoded: Vec<(EvidenceKind, DecodeError)>,
    /// Sessions of other applicants with the same face.
    pub matches: Vec<FaceMatch>,
}

impl Examined {
    /// What is known of a case that the examiner could not look at: every check *could not assess*.
    pub(crate) fn nothing(policy: &Policy, today: Date, document_type: DocumentType) -> Result<Self, ProcessError> {
        let measurements = Measurements::nothing(today, document_type);
        let breakdowns = assess(&measurements, policy).map_err(|_| ProcessError::Policy)?;
        Ok(Self { measurements, breakdowns, undecoded: vec![], matches: vec![] })
    }
}

/// Decodes, measures and checks a case by itself, without a store: the face is compared with nobody's. Blocking: takes seconds. What cannot
/// be decoded leaves its checks *could not assess*.
pub fn examine(
    decoder: &Decoder,
    examiner: &dyn Examiner,
    policy: &Policy,
    files: &Files,
    question: &Question,
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<Examined, PolicyError> {
    let (mut measurements, undecoded) = measure(decoder, examiner, files, question, progress);
    measurements.gallery = measurements.template.as_ref().map(|_| GallerySearch::default());
    let breakdowns = assess(&measurements, policy)?;
    Ok(Examined { measurements, breakdowns, undecoded, matches: vec![] })
}

/// Decodes and measures.
fn measure(
    decoder: &Decoder,
    examiner: &dyn Examiner,
    files: &Files,
    question: &Question,
    progress: &(dyn Fn(Stage) + Sync),
) -> (Measurements, Vec<(EvidenceKind, DecodeError)>) {
    let started = std::time::Instant::now();
    let decoded = Decoded::from(decoder, files);
    let decode_ms = started.elapsed().as_secs_f64() * 1000.0;
    let case = Case {
        today: question.today,
        document_type: question.document_type,
        declared: question.declared.as_ref(),
        front: decoded.front.as_ref(),
        back: decoded.back.as_ref(),
        clip: decoded.clip.as_ref(),
        digits: question.digits.as_deref(),
        language: &question.language,
    };
    let mut measurements = examiner.examine(&case, progress);
    measurements.timings.insert(0, ("decode".into(), decode_ms));
    if question.way == Some(Accommodation::WithoutSpeech) {
        forget_sound(&mut measurements);
    }
    (measurements, decoded.failed)
}

/// Whoever shows the digits with their hands says nothing: what sound would prove could not be assessed, and a person looks.
fn forget_sound(measurements: &mut Measurements) {
    if let Some(clip) = &mut measurements.clip {
        clip.has_sound = true;
        clip.sound = None;
        clip.digits = None;
        clip.mouth = None;
    }
}

struct Decoded {
    front: Option<Photo>,
    back: Option<Photo>,
    clip: Option<Clip>,
    failed: Vec<(EvidenceKind, DecodeError)>,
}

impl Decoded {
    /// Each file in a child of its own, side by side.
    fn from(decoder: &Decoder, files: &Files) -> Self {
        let (front, back, clip) = std::thread::scope(|scope| {
            let clip = scope
                .spawn(|| files.clip.as_ref().map(|bytes| decoder.clip(bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE)));
            let front = files.front.as_ref().map(|bytes| decoder.photo(bytes));
            let back = files.back.as_ref().map(|bytes| decoder.photo(bytes));
            (front, back, clip.join().ok().flatten())
        });
        let mut failed = Vec::new();
        let front = keep(front, EvidenceKind::DocumentFront, &mut failed);
        let back = keep(back, EvidenceKind::DocumentBack, &mut failed);
        let clip = keep(clip, EvidenceKind::LivenessVideo, &mut failed);
        Self { front, back, clip, failed }
    }
}

fn keep<T>(
    decoded: Option<Result<T, DecodeError>>,
    kind: EvidenceKind,
    failed: &mut Vec<(EvidenceKind, DecodeError)>,
) -> Option<T> {
    match decoded? {
        Ok(value) => Some(value),
        Err(error) => {
            failed.push((kind, error));
            None
        }
    }
}

/// Why processing stops without an answer; the job is tried again.
#[derive(Debug, thiserror::Error)]
pub enum ProcessError {
    /// No such session.
    #[error("there is no session of that id")]
    UnknownSession,
    /// The session was erased or has no declaration.
    #[error("the session has nothing to process")]
    NothingToProcess,
    /// The policy is not there any more or cannot be used.
    #[error("the session's policy cannot be used")]
    Policy,
    /// The sandbox did not work; the evidence may be in order.
    #[error("the sandbox failed")]
    Sandbox,
    /// The task was broken off.
    #[error("the processing task was broken off")]
    Task,
    /// The decision could not be made.
    #[error(transparent)]
    Transition(#[from] countersign_domain::TransitionRefused),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What a session's processing starts from.
pub(crate) struct Loaded {
    pub(crate) session: Session,
    pub(crate) question: Question,
    pub(crate) files: Files,
    pub(crate) inputs: Vec<(EvidenceKind, Sha256)>,
}

impl App {
    /// Loads and decrypts what a session handed in. `only`: the evidence of an earlier decision, by hash; otherwise the latest of each kind.
    pub(crate) async fn load_case(
        &self,
        id: SessionId,
        only: Option<&[(EvidenceKind, Sha256)]>,
        today: Date,
    ) -> Result<Loaded, ProcessError> {
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(id).await?.ok_or(ProcessError::UnknownSession)?;
        let declared = session.declaration.clone().ok_or(ProcessError::NothingToProcess)?;
        let way = tx.accommodation(id).await?;
        let key = tx.session_key(id).await?.ok_or(ProcessError::NothingToProcess)?;
        let evidence = tx.evidence_of(id).await?;
        let chosen: Vec<&Evidence> = EvidenceKind::ALL
            .into_iter()
            .filter(|kind| *kind != EvidenceKind::DocumentBack || declared.document_type.has_back())
            .filter_map(|kind| {
                let wanted = |found: &&Evidence| {
                    found.kind == kind && only.is_none_or(|only| only.contains(&(kind, found.sha256)))
                };
                evidence.iter().rfind(wanted)
            })
            .collect();
        let video = chosen.iter().find(|found| found.kind == EvidenceKind::LivenessVideo);
        let challenge: Option<Challenge> = match video.and_then(|video| video.challenge) {
            Some(challenge) => tx.challenge(challenge).await?,
            None => None,
        };
        drop(tx);
        let mut files = Files::default();
        for found in &chosen {
            let bytes = self.parts.blobs.get(id, found.blob, found.kind.name(), &key).await?;
            match found.kind {
                EvidenceKind::DocumentFront => files.front = Some(bytes),
                EvidenceKind::DocumentBack => files.back = Some(bytes),
                EvidenceKind::LivenessVideo => files.clip = Some(bytes),
            }
        }
        let inputs = chosen.iter().map(|found| (found.kind, found.sha256)).collect();
        let language = challenge.as_ref().map_or_else(|| "en".to_owned(), |challenge| challenge.language.clone());
        let question = Question {
            today,
            document_type: declared.document_type,
            declared: Some(declared),
            digits: challenge.map(|challenge| challenge.digits.as_slice().to_vec()),
            way,
            language,
        };
        Ok(Loaded { session, question, files, inputs })
    }

    /// Measures off the asynchronous threads, searches the face among others, and checks.
    pub(crate) async fn examine_loaded(
        &self,
        policy: &Policy,
        files: Files,
        question: Question,
        gallery: &Gallery,
    ) -> Result<Examined, ProcessError> {
        let (decoder, examiner) = (self.parts.decoder.clone(), Arc::clone(&self.parts.examiner));
        let work = move || measure(&decoder, &*examiner, &files, &question, &|_| {});
        let (mut measurements, undecoded) = tokio::task::spawn_blocking(work).await.map_err(|_| ProcessError::Task)?;
        let (search, matches) = self.search_gallery(gallery, measurements.template.as_ref(), policy).await?;
        measurements.gallery = search;
        let breakdowns = assess(&measurements, policy).map_err(|_| ProcessError::Policy)?;
        Ok(Examined { measurements, breakdowns, undecoded, matches })
    }
}
