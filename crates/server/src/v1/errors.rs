//! Errors of the use cases as problems.

use countersign_domain::ChallengeRefusal;
use countersign_workflow::capture::CaptureError;
use countersign_workflow::process::ProcessError;
use countersign_workflow::review::ReviewError;
use countersign_workflow::sessions::SessionError;
use countersign_workflow::stored::{ErrorKind, StorageError};

use super::wire::ReasonWire;
use crate::problem::{ErrorCode, Problem};
use crate::texts::Texts;

/// A store's error: told by what can be done about it, logged with its cause.
pub(crate) fn storage(error: &StorageError) -> Problem {
    tracing::error!(%error, kind = ?error.kind, "the store failed");
    match error.kind {
        ErrorKind::Full => ErrorCode::StorageFull.into(),
        ErrorKind::Busy | ErrorKind::Unavailable => ErrorCode::Unavailable.into(),
        ErrorKind::Conflict => ErrorCode::StateConflict.into(),
        _ => ErrorCode::Internal.into(),
    }
}

pub(crate) fn session(error: &SessionError) -> Problem {
    match error {
        SessionError::UnknownPolicy => Problem::new(ErrorCode::BadRequest).saying("there is no policy of that name"),
        SessionError::UnknownApplicant => {
            Problem::new(ErrorCode::BadRequest).saying("there is no applicant of that id")
        }
        SessionError::UnknownSession => ErrorCode::NotFound.into(),
        SessionError::Transition(refused) => Problem::new(ErrorCode::StateConflict).saying(refused.to_string()),
        SessionError::Storage(error) => storage(error),
    }
}

pub(crate) fn capture(error: &CaptureError, texts: &Texts, language: &str) -> Problem {
    match error {
        CaptureError::UnknownSession | CaptureError::Challenge(ChallengeRefusal::Foreign) => ErrorCode::NotFound.into(),
        CaptureError::SessionExpired => ErrorCode::SessionExpired.into(),
        CaptureError::ConsentMissing => Problem::new(ErrorCode::StepMissing).steps(["consent"]),
        CaptureError::DetailsMissing => Problem::new(ErrorCode::StepMissing).steps(["details"]),
        CaptureError::NotNeeded => ErrorCode::StepNotNeeded.into(),
        CaptureError::ChallengeMissing => {
            Problem::new(ErrorCode::BadRequest).saying("a video needs the header Countersign-Challenge")
        }
        CaptureError::UnknownChallenge => {
            Problem::new(ErrorCode::NotFound).saying("there is no such challenge in this session")
        }
        CaptureError::Challenge(ChallengeRefusal::Expired) => ErrorCode::ChallengeExpired.into(),
        CaptureError::Challenge(ChallengeRefusal::Spent) => ErrorCode::ChallengeSpent.into(),
        CaptureError::TooManyChallenges => ErrorCode::TooManyChallenges.into(),
        CaptureError::Declaration(refused) => Problem::new(ErrorCode::DetailRefused).saying(refused.to_string()),
        CaptureError::Refused(reason) => {
            Problem::new(ErrorCode::FileRefused).because(ReasonWire::new(reason, texts, language))
        }
        CaptureError::StepsMissing(steps) => {
            Problem::new(ErrorCode::StepMissing).steps(steps.iter().map(|step| step.name()))
        }
        CaptureError::Transition(refused) => Problem::new(ErrorCode::StateConflict).saying(refused.to_string()),
        CaptureError::DecoderFailed => ErrorCode::Unavailable.into(),
        CaptureError::Storage(error) => storage(error),
    }
}

/// A look that could not be taken: the photo is kept, and the session goes on without it.
pub(crate) fn process(error: &ProcessError) -> Problem {
    match error {
        ProcessError::UnknownSession => ErrorCode::NotFound.into(),
        ProcessError::NothingToProcess => Problem::new(ErrorCode::StepMissing).steps(["details"]),
        ProcessError::Storage(error) => storage(error),
        ProcessError::Policy | ProcessError::Sandbox | ProcessError::Task | ProcessError::Transition(_) => {
            tracing::error!(%error, "a first look failed");
            ErrorCode::Unavailable.into()
        }
    }
}

pub(crate) fn review(error: &ReviewError) -> Problem {
    match error {
        ReviewError::NotAllowed => ErrorCode::Forbidden.into(),
        ReviewError::UnknownSession => ErrorCode::NotFound.into(),
        ReviewError::ReasonMissing | ReviewError::NoteMissing | ReviewError::NoteTooLong | ReviewError::Outcome => {
            Problem::new(ErrorCode::BadRequest).saying(error.to_string())
        }
        ReviewError::Moved | ReviewError::NotHeld => Problem::new(ErrorCode::StateConflict).saying(error.to_string()),
        ReviewError::Transition(refused) => Problem::new(ErrorCode::StateConflict).saying(refused.to_string()),
        ReviewError::Storage(error) => storage(error),
    }
}
