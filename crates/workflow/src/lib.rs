//! The use cases named by the flow: capture, process, decide, review, outcome.
//!
//! Each use case is one transaction; its next job and its event are in it. Blobs are written first and referred to after.

mod app;
pub mod appeal;
pub mod capture;
pub mod decide;
pub mod desk;
pub mod differences;
pub mod environment;
pub mod flight;
mod gallery;
pub mod handoff;
pub mod jobs;
pub mod keys;
pub mod levels;
pub mod mail;
pub mod policy_file;
pub mod process;
pub mod queue;
pub mod refusal;
pub mod replay;
pub mod review;
pub mod sessions;
pub mod support;
pub mod view;

pub use app::{App, AppParts};
pub use environment::{Clock, Randomness, SystemClock, SystemRandomness};
pub use policy_file::{LoadedPolicy, PolicyBook, PolicyFileError};
/// The seam to the measuring parts, for those who put another examiner behind it.
pub mod examining {
    pub use countersign_checks::examine::{
        Asked, FaceContract, FaceMoment, FaceQuality, Flight, FlightFace, HeardDigit, Mark, Pose, Spread,
    };
    pub use countersign_checks::{Case, Examiner, Measurements, Stage, measurements};
}
/// What the store hands out, for those who depend on the use cases only.
pub mod stored {
    pub use countersign_storage::{
        ApiKey, Applicant, ApplicantLink, Claim, DeskRole, ErrorKind, Look, Passkey, Person, Role, StorageError,
        Ticket, TicketState,
    };
}
