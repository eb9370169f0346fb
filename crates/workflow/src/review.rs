//! Review: a person's signed decision, final until another signed one.

use countersign_domain::{
    DecidedBy, Decision, DecisionId, EventKind, Outcome, Reason, Session, SessionId, Sha256, TransitionRefused, Verdict,
};
use countersign_storage::{ApiKey, DeskCase, Person, Role, StorageError, Tx};
use jiff::{SignedDuration, Timestamp};

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
    /// At the desk a decision needs a note as well.
    #[error("a decision needs a note")]
    NoteMissing,
    /// Somebody decided since the case was looked at.
    #[error("the case was decided by somebody else meanwhile")]
    Moved,
    /// The person does not hold the case.
    #[error("the case is held by somebody else, or by nobody")]
    NotHeld,
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

/// What a person decides.
pub(crate) struct Ruling<'a> {
    pub(crate) outcome: Outcome,
    pub(crate) reason: Option<Reason>,
    pub(crate) note: &'a str,
}

/// A decision made at the desk: by the one who holds the case, on the decision that they have seen.
pub(crate) struct AtDesk<'a> {
    pub(crate) person: &'a Person,
    pub(crate) after: DecisionId,
}

impl AtDesk<'_> {
    /// Proves that the person holds the case and saw its last decision, and lets go of it.
    async fn settle(
        &self,
        tx: &mut (dyn Tx + '_),
        id: SessionId,
        last: Option<&Decision>,
        now: Timestamp,
    ) -> Result<(), ReviewError> {
        let case = tx.desk_case(id).await?;
        if last.map(|last| last.id) != Some(self.after) {
            return Err(ReviewError::Moved);
        }
        if case.held_by(now) != Some(self.person.id) {
            return Err(ReviewError::NotHeld);
        }
        tx.put_desk_case(&DeskCase { holder: None, held_until: None, urgent: None, ..case }).await?;
        Ok(())
    }
}

impl App {
    /// Stores a reviewer's decision, signed with a key.
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
        self.sign(id, &key.name, Ruling { outcome, reason, note }, None).await
    }

    /// Stores a decision under the name of who signs it.
    pub(crate) async fn sign(
        &self,
        id: SessionId,
        signer: &str,
        ruling: Ruling<'_>,
        desk: Option<AtDesk<'_>>,
    ) -> Result<(Session, Decision), ReviewError> {
        let Ruling { outcome, reason, note } = ruling;
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
        let last = tx.decisions_of(id).await?.pop();
        if let Some(desk) = &desk {
            desk.settle(&mut *tx, id, last.as_ref(), now).await?;
        }
        let book = self.parts.policies.get(&session.policy.name);
        let decision = Decision {
            id: DecisionId::new(now, self.random_id()),
            session: id,
            attempt: session.attempt,
            verdict: Verdict { outcome: outcome.clone(), reasons: vec![reason] },
            by: DecidedBy::Reviewer { key: signer.to_owned(), note: note.to_owned() },
            at: now,
            policy: session.policy.clone(),
            policy_sha256: book.map_or(Sha256([0; 32]), |loaded| loaded.sha256),
            breakdowns: vec![],
            inputs: last.map(|last| last.inputs).unwrap_or_default(),
        };
        let hours = book.map_or(48, |loaded| loaded.policy.review_hours);
        let minutes = book.map_or(1440, |loaded| loaded.policy.session_minutes);
        let session = session
            .reviewed(&outcome, decision.id, now, now + SignedDuration::from_hours(i64::from(hours)))?
            .with_time_until(now + SignedDuration::from_mins(i64::from(minutes)));
        tx.update_session(&session).await?;
        tx.insert_decision(&decision).await?;
        let subject = Some(decision.id.to_string());
        if let Some(desk) = &desk {
            Self::note_look(&mut *tx, desk.person, "case.decided", Some(id), subject.clone(), now).await?;
        }
        self.record(&mut *tx, id, EventKind::SessionDecided, subject, now).await?;
        self.tell(&mut *tx, id, crate::mail::kind_of(&decision.verdict.outcome), now).await?;
        tx.commit().await?;
        Ok((session, decision))
    }
}
