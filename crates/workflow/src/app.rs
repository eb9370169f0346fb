//! What every use case works with.

use std::sync::Arc;

use countersign_checks::Examiner;
use countersign_domain::{Event, EventId, EventKind, SessionId};
use countersign_media::Decoder;
use countersign_storage::{BlobStore, StorageError, Store, Tx};
use jiff::Timestamp;
use tokio::sync::{Notify, Semaphore};

use crate::desk::passkeys::Ceremonies;
use crate::desk::sign_in::Strangers;
use crate::environment::{Clock, Randomness};
use crate::policy_file::PolicyBook;

/// The parts that an application is put together from.
pub struct AppParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The encrypted files.
    pub blobs: Arc<BlobStore>,
    /// The sandboxed decoder.
    pub decoder: Arc<Decoder>,
    /// What measures.
    pub examiner: Arc<dyn Examiner>,
    /// The decision policies.
    pub policies: PolicyBook,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub randomness: Arc<dyn Randomness>,
    /// How many uploads are decoded at once, ≥ 1.
    pub decoders: usize,
    /// What tells applicants by mail; `None`: no mail is ever sent.
    pub mail: Option<crate::mail::MailParts>,
}

/// The application behind the interface and the worker.
pub struct App {
    pub(crate) parts: AppParts,
    pub(crate) decoding: Semaphore,
    pub(crate) work: Notify,
    /// One password is hashed at a time.
    pub(crate) hashing: Semaphore,
    pub(crate) strangers: Strangers,
    pub(crate) ceremonies: Ceremonies,
}

impl App {
    /// Puts an application together.
    pub fn new(parts: AppParts) -> Arc<Self> {
        let decoding = Semaphore::new(parts.decoders.max(1));
        Arc::new(Self {
            parts,
            decoding,
            work: Notify::new(),
            hashing: Semaphore::new(1),
            strangers: Strangers::default(),
            ceremonies: Ceremonies::default(),
        })
    }

    /// The database, for what is no use case: idempotency and health.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.parts.store
    }

    /// The decision policies.
    pub fn policies(&self) -> &PolicyBook {
        &self.parts.policies
    }

    /// What measures.
    pub fn examiner(&self) -> &Arc<dyn Examiner> {
        &self.parts.examiner
    }

    /// The decoder's limits.
    pub fn limits(&self) -> &countersign_media::Limits {
        self.parts.decoder.limits()
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.parts.clock.now()
    }

    /// 128 random bits for an identifier.
    pub(crate) fn random_id(&self) -> u128 {
        let mut bytes = [0; 16];
        self.parts.randomness.fill(&mut bytes);
        u128::from_le_bytes(bytes)
    }

    /// Appends an event to an open transaction.
    pub(crate) async fn record(
        &self,
        tx: &mut (dyn Tx + '_),
        session: SessionId,
        kind: EventKind,
        subject: Option<String>,
        at: Timestamp,
    ) -> Result<(), StorageError> {
        tracing::info!(%session, event = kind.name(), "session event");
        tx.append_event(&Event { id: EventId::new(at, self.random_id()), session, kind, subject, at }).await
    }
}
