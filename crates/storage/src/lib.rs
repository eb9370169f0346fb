//! Repositories over SQLite and PostgreSQL, encrypted blobs and the job queue.
//!
//! - [`Store`] begins transactions; [`Tx`] is every table of one transaction. Dropping a `Tx` without `commit` rolls it back.
//! - [`BlobStore`] keeps the encrypted bytes. Write a blob first, commit the row that names it after.
//! - [`MasterKeys`] wrap the key of each session; [`Tx::erase_session_key`](SessionTable::erase_session_key) makes everything sealed with it unreadable.
//!
//! Reading re-proves what is read: an impossible row is [`ErrorKind::Corrupt`] with its table, column and row.

pub mod blob;
pub mod crypto;
pub mod error;
mod link;
mod migrate;
mod postgres;
mod row;
mod sqlite;
pub mod store;
pub mod stored;
pub mod tables;
#[cfg(feature = "test-support")]
pub mod test_support;
mod tx;

pub use blob::BlobStore;
pub use crypto::{MasterKeys, SessionKey};
pub use error::{ErrorKind, StorageError};
pub use store::{Store, Tx, connect};
pub use tables::api_keys::{ApiKey, ApiKeyTable, Role};
pub use tables::applicant_links::{ApplicantLink, ApplicantLinkTable};
pub use tables::applicants::{Applicant, ApplicantTable};
pub use tables::challenges::ChallengeTable;
pub use tables::decisions::DecisionTable;
pub use tables::desk_cases::{DeskCase, DeskCaseTable, Look};
pub use tables::desk_passkeys::{Passkey, PasskeyTable};
pub use tables::desk_people::{DeskPeopleTable, DeskRole, Login, Person};
pub use tables::events::EventTable;
pub use tables::evidence::EvidenceTable;
pub use tables::faces::{FaceMatch, FaceTable, StoredFace};
pub use tables::handoffs::{Handoff, HandoffEnd, HandoffTable};
pub use tables::idempotency::{Claim, IdempotencyTable};
pub use tables::jobs::{DeadJob, Job, JobFate, JobQueue, NewJob, retry_after};
pub use tables::looks::LookTable;
pub use tables::mails::{Mail, MailAddress, MailKind, MailTable};
pub use tables::queue::{QueueTable, Wait};
pub use tables::readings::ReadingTable;
pub use tables::session_keys::SessionKeyTable;
pub use tables::sessions::{SessionFilter, SessionLabels, SessionPage, SessionTable};
pub use tables::tickets::{Ticket, TicketFile, TicketMessage, TicketState, TicketTable};
pub use tables::uploads::UploadTable;
