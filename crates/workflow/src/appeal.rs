//! An appeal: after a decline the applicant may ask once that a person looks.

use countersign_domain::{EventKind, Session, SessionId, TransitionRefused};
use countersign_storage::{MailKind, StorageError};
use jiff::SignedDuration;

use crate::App;

/// Why an appeal is not taken.
#[derive(Debug, thiserror::Error)]
pub enum AppealError {
    /// No such session.
    #[error("there is no session of that id")]
    UnknownSession,
    /// A person has looked already because of an earlier appeal.
    #[error("this session was appealed before")]
    Before,
    /// The state does not allow it.
    #[error(transparent)]
    Transition(#[from] TransitionRefused),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl App {
    /// Puts a declined session before a person. The decision stands until they sign another.
    pub async fn appeal(&self, id: SessionId) -> Result<Session, AppealError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(AppealError::UnknownSession)?;
        let hours = self.parts.policies.get(&session.policy.name).map_or(48, |loaded| loaded.policy.review_hours);
        let session = session.appeal(now, now + SignedDuration::from_hours(i64::from(hours)))?;
        if tx.events_of(id).await?.iter().any(|event| event.kind == EventKind::DeclineAppealed) {
            return Err(AppealError::Before);
        }
        tx.update_session(&session).await?;
        self.record(&mut *tx, id, EventKind::DeclineAppealed, None, now).await?;
        self.tell(&mut *tx, id, MailKind::InReview, now).await?;
        tx.commit().await?;
        Ok(session)
    }
}
