//! Handing everything in.

use countersign_domain::{EventKind, EvidenceKind, JobId, Session, SessionId, Step};
use countersign_storage::NewJob;

use super::{CaptureError, open_session};
use crate::App;
use crate::jobs::{PROCESS_ATTEMPTS, PROCESS_SESSION};

impl App {
    /// Hands the session in: state, event and the job that processes it in one transaction.
    pub async fn submit(&self, id: SessionId) -> Result<Session, CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        let evidence = tx.evidence_of(id).await?;
        let has = |kind| evidence.iter().any(|found| found.kind == kind);
        let missing = missing(&session, self.films(&session), has);
        if session.state.accepts_evidence() && !missing.is_empty() {
            return Err(CaptureError::StepsMissing(missing));
        }
        let session = session.submit(now)?;
        tx.update_session(&session).await?;
        let job = NewJob {
            id: JobId::new(now, self.random_id()),
            kind: PROCESS_SESSION.into(),
            subject: id.to_string(),
            run_at: now,
            max_attempts: PROCESS_ATTEMPTS,
            dedupe_key: Some(format!("{id}/{}", session.attempt)),
        };
        tx.enqueue(&job).await?;
        self.record(&mut *tx, id, EventKind::SessionSubmitted, None, now).await?;
        tx.commit().await?;
        self.work.notify_one();
        Ok(session)
    }

    /// Whether the person of a session is filmed; a policy that is gone asked for all there is.
    pub(crate) fn films(&self, session: &Session) -> bool {
        self.parts.policies.get(&session.policy.name).is_none_or(|loaded| loaded.policy.video)
    }
}

/// Steps that are still to be done, given whether the person is filmed and which evidence there is.
pub(crate) fn missing(session: &Session, films: bool, has: impl Fn(EvidenceKind) -> bool) -> Vec<Step> {
    let mut missing = Vec::new();
    if session.consent.is_none() {
        missing.push(Step::Consent);
    }
    if session.declaration.is_none() {
        missing.push(Step::Details);
    }
    for kind in EvidenceKind::ALL {
        let needed = match kind {
            EvidenceKind::DocumentFront => true,
            EvidenceKind::DocumentBack => {
                session.declaration.as_ref().is_none_or(|declared| declared.document_type.has_back())
            }
            EvidenceKind::LivenessVideo => films,
        };
        if needed && !has(kind) {
            missing.push(kind.step());
        }
    }
    let asked_again = match &session.state {
        countersign_domain::SessionState::ResubmissionRequested { steps, .. } => steps.as_slice(),
        _ => session.redo.as_slice(),
    };
    missing.extend(asked_again.iter().copied().filter(|step| !missing.contains(step)).collect::<Vec<_>>());
    missing.sort_unstable();
    missing
}
