//! Handing everything in.

use countersign_domain::{EventKind, EvidenceKind, JobId, Session, SessionId, Step};
use countersign_storage::{NewJob, Tx};

use super::{CaptureError, open_session};
use crate::App;
use crate::jobs::{PROCESS_ATTEMPTS, PROCESS_SESSION};

impl App {
    /// Hands the session in: state, event and the job that processes it in one transaction.
    pub async fn submit(&self, id: SessionId) -> Result<Session, CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        let missing = missing_steps(&mut *tx, &session).await?;
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
}

/// Steps that are still to be done, in order.
pub(crate) async fn missing_steps(
    tx: &mut dyn Tx,
    session: &Session,
) -> Result<Vec<Step>, countersign_storage::StorageError> {
    let evidence = tx.evidence_of(session.id).await?;
    Ok(missing(session, |kind| evidence.iter().any(|found| found.kind == kind)))
}

/// Steps that are still to be done, given which evidence there is.
pub(crate) fn missing(session: &Session, has: impl Fn(EvidenceKind) -> bool) -> Vec<Step> {
    let mut missing = Vec::new();
    if session.consent.is_none() {
        missing.push(Step::Consent);
    }
    if session.declaration.is_none() {
        missing.push(Step::Details);
    }
    for kind in EvidenceKind::ALL {
        let needed = kind != EvidenceKind::DocumentBack
            || session.declaration.as_ref().is_none_or(|declared| declared.document_type.has_back());
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
