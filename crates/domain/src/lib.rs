//! The vocabulary, the state machine, the reasons, the levels, the policy and the decision. No IO, no clock, no wire form.

pub mod accommodation;
pub mod breakdown;
pub mod challenge;
pub mod check;
pub mod decision;
pub mod declaration;
pub mod device_hint;
mod event;
pub mod evidence;
pub mod id;
pub mod look;
pub mod partial;
pub mod policy;
pub mod reading;
pub mod reason;
pub mod session;
pub mod step;

pub use accommodation::Accommodation;
pub use breakdown::{Breakdown, CheckResult, Measured, ModelUse};
pub use challenge::{Challenge, ChallengeRefusal, Digits, Followers};
pub use check::Check;
pub use decision::{DecidedBy, Decision, Outcome, Verdict, decide};
pub use declaration::{BirthDate, Consent, Country, Declaration, DeclarationError, DocumentType, LegalName};
pub use device_hint::DeviceHint;
pub use event::{Event, EventKind};
pub use evidence::{Evidence, EvidenceKind, Sha256};
pub use id::{
    ApiKeyId, ApplicantId, BlobId, ChallengeId, DecisionId, EventId, EvidenceId, HandoffId, JobId, MailId, PersonId,
    SessionId, TicketId, UploadId,
};
pub use look::Look;
pub use partial::{PartialUpload, Piece};
pub use policy::{CheckRule, Consequence, Policy, PolicyError, PolicyRef};
pub use reading::DocumentSays;
pub use reason::{Audience, Param, Reason, Remedy};
pub use session::{Session, SessionState, TransitionRefused};
pub use step::Step;
