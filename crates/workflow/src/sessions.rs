//! Making, finding, withdrawing and expiring sessions.

use countersign_domain::{
    ApplicantId, EventKind, Policy, PolicyRef, Session, SessionId, SessionState, TransitionRefused,
};
use countersign_storage::{Applicant, StorageError, Tx};
use jiff::SignedDuration;

use crate::App;
use crate::keys::{Secret, TOKEN_PREFIX, hash};

/// What a new session is made of.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Whose; a new applicant when absent.
    pub applicant: Option<ApplicantId>,
    /// Name of the policy.
    pub policy: String,
    /// Language of the journey (BCP 47).
    pub language: String,
    /// The integrator's reference.
    pub external_ref: Option<String>,
    /// Where the applicant is told of what changed.
    pub mail: Option<crate::mail::Address>,
}

/// Why a session cannot be made, found or changed.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// No such policy.
    #[error("there is no policy of that name")]
    UnknownPolicy,
    /// No such applicant.
    #[error("there is no applicant of that id")]
    UnknownApplicant,
    /// No such session.
    #[error("there is no session of that id")]
    UnknownSession,
    /// The state does not allow it.
    #[error(transparent)]
    Transition(#[from] TransitionRefused),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl App {
    /// Makes an applicant.
    pub async fn create_applicant(&self, external_id: Option<String>) -> Result<Applicant, StorageError> {
        let now = self.now();
        let applicant = Applicant { id: ApplicantId::new(now, self.random_id()), external_id, created_at: now };
        let mut tx = self.parts.store.begin().await?;
        tx.insert_applicant(&applicant).await?;
        tx.commit().await?;
        Ok(applicant)
    }

    /// The applicant of that id.
    pub async fn applicant(&self, id: ApplicantId) -> Result<Option<Applicant>, StorageError> {
        self.parts.store.read().await?.applicant(id).await
    }

    /// Makes a session and the token that opens it for its applicant.
    pub async fn create_session(&self, new: &NewSession) -> Result<(Session, Secret), SessionError> {
        let policy = &self.parts.policies.get(&new.policy).ok_or(SessionError::UnknownPolicy)?.policy;
        let now = self.now();
        let token = self.draw_secret(TOKEN_PREFIX);
        let mut tx = self.parts.store.begin().await?;
        let applicant = if let Some(id) = new.applicant {
            tx.applicant(id).await?.ok_or(SessionError::UnknownApplicant)?.id
        } else {
            let applicant =
                Applicant { id: ApplicantId::new(now, self.random_id()), external_id: None, created_at: now };
            tx.insert_applicant(&applicant).await?;
            applicant.id
        };
        let labels = (&token, new.language.as_str());
        let session = self.begin_session(&mut *tx, (applicant, policy), labels, new.external_ref.as_deref()).await?;
        if let Some(mail) = &new.mail {
            self.keep_mail_address(&mut *tx, session.id, mail, &new.language).await?;
        }
        tx.commit().await?;
        Ok((session, token))
    }

    /// Puts a new session into an open transaction.
    pub(crate) async fn begin_session(
        &self,
        tx: &mut (dyn Tx + '_),
        (applicant, policy): (ApplicantId, &Policy),
        (token, language): (&Secret, &str),
        external_ref: Option<&str>,
    ) -> Result<Session, StorageError> {
        let now = self.now();
        let session = Session {
            id: SessionId::new(now, self.random_id()),
            applicant,
            policy: PolicyRef { name: policy.id.name.clone(), version: policy.id.version.clone() },
            level: policy.level,
            state: SessionState::Created,
            attempt: 1,
            consent: None,
            declaration: None,
            redo: vec![],
            created_at: now,
            expires_at: now + SignedDuration::from_mins(i64::from(policy.session_minutes)),
        };
        tx.insert_session(&session, hash(token.expose()), language, external_ref).await?;
        self.record(tx, session.id, EventKind::SessionCreated, None, now).await?;
        Ok(session)
    }

    /// The session of that id.
    pub async fn session(&self, id: SessionId) -> Result<Session, SessionError> {
        self.parts.store.read().await?.session(id).await?.ok_or(SessionError::UnknownSession)
    }

    /// The language of a session's texts; English for one that is not there.
    pub async fn language(&self, id: SessionId) -> Result<String, StorageError> {
        let labels = self.parts.store.read().await?.session_labels(id).await?;
        Ok(labels.map_or_else(|| "en".to_owned(), |labels| labels.language))
    }

    /// Takes a session back.
    pub async fn withdraw(&self, id: SessionId) -> Result<Session, SessionError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(SessionError::UnknownSession)?.withdraw(now)?;
        tx.update_session(&session).await?;
        self.record(&mut *tx, id, EventKind::SessionWithdrawn, None, now).await?;
        tx.commit().await?;
        Ok(session)
    }

    /// Expires open sessions whose time is over; gives how many.
    pub async fn expire_due(&self) -> Result<usize, StorageError> {
        let now = self.now();
        let due = self.parts.store.read().await?.sessions_expiring(now, 100).await?;
        let mut expired = 0;
        for id in due {
            let mut tx = self.parts.store.begin().await?;
            let Some(session) = tx.session_for_update(id).await? else { continue };
            // Handed in or withdrawn between the list and the lock: nothing to do.
            let Ok(session) = session.expire(now) else { continue };
            tx.update_session(&session).await?;
            self.record(&mut *tx, id, EventKind::SessionExpired, None, now).await?;
            tx.commit().await?;
            expired += 1;
        }
        Ok(expired)
    }
}
