//! The store as the rest of the house sees it, whichever database is behind it.

use std::sync::Arc;

use async_trait::async_trait;

use crate::crypto::MasterKeys;
use crate::error::{ErrorKind, StorageError};
use crate::tables::{
    api_keys::ApiKeyTable, applicant_links::ApplicantLinkTable, applicants::ApplicantTable, challenges::ChallengeTable,
    decisions::DecisionTable, desk_cases::DeskCaseTable, desk_passkeys::PasskeyTable, desk_people::DeskPeopleTable,
    events::EventTable, evidence::EvidenceTable, faces::FaceTable, handoffs::HandoffTable,
    idempotency::IdempotencyTable, jobs::JobQueue, looks::LookTable, mails::MailTable, queue::QueueTable,
    readings::ReadingTable, session_keys::SessionKeyTable, sessions::SessionTable, tickets::TicketTable,
    uploads::UploadTable,
};
use crate::{postgres, sqlite};

/// A database.
#[async_trait]
pub trait Store: Send + Sync {
    /// Begins a transaction that may write.
    ///
    /// On SQLite there is one writer: a second `begin` waits until the first transaction ends, so a task must never hold two.
    async fn begin(&self) -> Result<Box<dyn Tx>, StorageError>;

    /// Begins a transaction that only reads, from one snapshot; it neither waits for a writer nor holds one up. Writing in it is an error.
    async fn read(&self) -> Result<Box<dyn Tx>, StorageError>;

    /// Brings the schema to this program's version; says how many steps were applied.
    async fn migrate(&self) -> Result<u32, StorageError>;

    /// Whether the database answers and has this program's schema.
    async fn healthy(&self) -> Result<(), StorageError>;

    /// Removes what the database itself still keeps of erased rows (SQLite: folds the write-ahead log into the file, whose freed
    /// pages are overwritten with zeros). Call it after erasing. PostgreSQL: nothing; its log ages out by its own settings.
    async fn scrub(&self) -> Result<(), StorageError>;

    /// `sqlite` or `postgres`.
    fn backend(&self) -> &'static str;
}

/// One transaction: every table, then [`commit`](Tx::commit). Dropped without it, nothing happened.
#[async_trait]
pub trait Tx:
    ApplicantTable
    + SessionTable
    + SessionKeyTable
    + ReadingTable
    + LookTable
    + UploadTable
    + QueueTable
    + EvidenceTable
    + ChallengeTable
    + DecisionTable
    + EventTable
    + JobQueue
    + IdempotencyTable
    + ApiKeyTable
    + DeskPeopleTable
    + DeskCaseTable
    + HandoffTable
    + TicketTable
    + FaceTable
    + ApplicantLinkTable
    + MailTable
    + PasskeyTable
    + Send
{
    /// Makes everything done in this transaction lasting, all of it or nothing.
    async fn commit(self: Box<Self>) -> Result<(), StorageError>;
}

/// Opens a database; the schema is brought up by [`Store::migrate`].
///
/// - `sqlite:///var/lib/countersign/countersign.db`: a file, made if it is missing
/// - `sqlite::memory:`: a database of its own that vanishes with the store (a temporary file, so that it behaves like the real one)
/// - `postgres://user@host/name?sslmode=verify-full`, or `postgres://user@localhost/name?host=/run/postgresql` for a socket
pub async fn connect(url: &str, keys: Arc<MasterKeys>) -> Result<Arc<dyn Store>, StorageError> {
    if url.starts_with("sqlite:") {
        return Ok(Arc::new(sqlite::SqliteStore::open(url, keys).await?));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Arc::new(postgres::PostgresStore::open(url, keys).await?));
    }
    Err(StorageError::new(ErrorKind::Invalid, "database address")
        .saying("it starts with neither sqlite: nor postgres://"))
}
