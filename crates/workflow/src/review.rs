//! Review: a person's signed decision, final until another signed one.

use countersign_domain::{
    DecidedBy, Decision, DecisionId, EventKind, Outcome, Reason, Session, SessionId, Sha256, TransitionRefused, Verdict,
};
use countersign_storage::{ApiKey, Role, StorageError};
use jiff::SignedDuration;

use crate::App;

/// The longest note, in characters.
pub const NOTE_MAX: usize = 2_000;

/// Why a review is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The key may not review.
    #[error("this key may not decide cases")]
    NotAllowed,
    /// No such session.
    #[error("there is no session of that id")]
    UnknownSession,
    /// A decision needs a reason of the catalogue.
    #[error("a decision needs a reason")]
    ReasonMissing,
    /// The note is too long.
    #[error("the note is longer than {NOTE_MAX} characters")]
    NoteTooLong,
    /// A reviewer approves, declines or asks again; they do not send to review.
    #[error("a reviewer approves, declines or asks for steps again")]
    Outcome,
    /// The state does not allow it.
    #[error(transparent)]
    Transition(#[from] TransitionRefused),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl App {
    /// Stores a reviewer's decision.
    pub async fn review(
        &self,
        id: SessionId,
        key: &ApiKey,
        outcome: Outcome,
        reason: Option<Reason>,
        note: &str,
    ) -> Result<(Session, Decision), ReviewError> {
        if !matches!(key.role, Role::Reviewer | Role::Admin) {
            return Err(ReviewError::NotAllowed);
        }
        let reason = reason.ok_or(ReviewError::ReasonMissing)?;
        if note.chars().count() > NOTE_MAX {
            return Err(ReviewError::NoteTooLong);
        }
        let empty = matches!(&outcome, Outcome::Resubmit(steps) if steps.is_empty());
        if outcome == Outcome::InReview || empty {
            return Err(ReviewError::Outcome);
        }
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(ReviewError::UnknownSession)?;
        let policy_sha256 =
            self.parts.policies.get(&session.policy.name).map_or(Sha256([0; 32]), |loaded| loaded.sha256);
        let decision = Decision {
            id: DecisionId::new(now, self.random_id()),
            session: id,
            attempt: session.attempt,
            verdict: Verdict { outcome: outcome.clone(), reasons: vec![reason] },
            by: DecidedBy::Reviewer { key: key.name.clone(), note: note.to_owned() },
            at: now,
            policy: session.policy.clone(),
            policy_sha256,
            breakdowns: vec![],
            inputs: tx.decisions_of(id).await?.last().map(|last| last.inputs.clone()).unwrap_or_default(),
        };
        let policy = self.parts.policies.get(&session.policy.name).map(|loaded| &loaded.policy);
        let hours = policy.map_or(48, |policy| policy.review_hours);
        let minutes = policy.map_or(1440, |policy| policy.session_minutes);
        let session = session
            .reviewed(&outcome, decision.id, now, now + SignedDuration::from_hours(i64::from(hours)))?
            .with_time_until(now + SignedDuration::from_mins(i64::from(minutes)));
        tx.update_session(&session).await?;
        tx.insert_decision(&decision).await?;
        self.record(&mut *tx, id, EventKind::SessionDecided, Some(decision.id.to_string()), now).await?;
        tx.commit().await?;
        Ok((session, decision))
    }
}
