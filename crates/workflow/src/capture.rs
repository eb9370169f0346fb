//! Capture: what the applicant hands in.

mod challenge;
mod details;
mod hints;
mod look;
mod pieces;
mod submit;
mod upload;
mod way;

use countersign_domain::{
    ChallengeRefusal, DeclarationError, Reason, Session, SessionId, SessionState, Step, TransitionRefused,
};
use countersign_storage::{StorageError, Tx};
use jiff::Timestamp;

pub use details::DeclaredDetails;
pub use look::LookError;
pub(crate) use look::current as current_looks;
pub use pieces::{Announced, PieceError, Progress};
pub(crate) use submit::missing;
pub use upload::Upload;

/// Why something is not taken.
#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    /// No such session.
    #[error("there is no session of that id")]
    UnknownSession,
    /// The session's time is over.
    #[error("the session has expired")]
    SessionExpired,
    /// Consent comes before any picture.
    #[error("consent has not been given yet")]
    ConsentMissing,
    /// Details come before the photos: the document decides what is asked.
    #[error("the details have not been declared yet")]
    DetailsMissing,
    /// The chosen document has no such side, or the level asks for no video.
    #[error("nothing of that kind is asked for")]
    NotNeeded,
    /// A video needs the challenge it answers.
    #[error("the video names no challenge")]
    ChallengeMissing,
    /// No such challenge in this session.
    #[error("there is no challenge of that id in this session")]
    UnknownChallenge,
    /// The challenge cannot be used.
    #[error(transparent)]
    Challenge(#[from] ChallengeRefusal),
    /// More challenges than a person needs.
    #[error("too many challenges were asked for in this session")]
    TooManyChallenges,
    /// The declared details are refused.
    #[error(transparent)]
    Declaration(#[from] DeclarationError),
    /// The file is refused, for a reason that the applicant can put right.
    #[error("the file is refused: {}", .0.code())]
    Refused(Reason),
    /// Steps are missing.
    #[error("steps are missing")]
    StepsMissing(Vec<Step>),
    /// The state does not allow it.
    #[error(transparent)]
    Transition(#[from] TransitionRefused),
    /// The decoder did not work; the file may be in order.
    #[error("the file could not be looked at")]
    DecoderFailed,
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The session, held for this transaction, open and in time.
async fn open_session(tx: &mut dyn Tx, id: SessionId, now: Timestamp) -> Result<Session, CaptureError> {
    let session = tx.session_for_update(id).await?.ok_or(CaptureError::UnknownSession)?;
    prove_open(&session, now)?;
    Ok(session)
}

fn prove_open(session: &Session, now: Timestamp) -> Result<(), CaptureError> {
    // The same answer before and after the worker has noted it.
    let noted = matches!(session.state, SessionState::Expired { .. });
    if noted || (session.state.accepts_evidence() && now >= session.expires_at) {
        return Err(CaptureError::SessionExpired);
    }
    Ok(())
}
