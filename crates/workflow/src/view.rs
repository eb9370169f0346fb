//! What a session looks like from outside: its steps, reasons and tries.

use countersign_domain::{
    Audience, Decision, Evidence, Outcome, Reason, Remedy, Session, SessionId, SessionState, Step,
};
use countersign_storage::StorageError;

use crate::App;
use crate::capture::missing;
use crate::sessions::SessionError;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Still to be done.
    Required,
    /// Done.
    Done,
    /// To be done again.
    Redo,
    /// Not asked for this document.
    NotNeeded,
}

/// One step.
#[derive(Clone, Debug)]
pub struct StepView {
    /// Which.
    pub step: Step,
    /// Where it stands.
    pub state: StepState,
    /// Why it is asked again.
    pub reasons: Vec<Reason>,
}

/// A session with what belongs to it.
pub struct SessionView {
    /// The session.
    pub session: Session,
    /// Every step in order.
    pub steps: Vec<StepView>,
    /// Reasons of the last decision that an applicant may read.
    pub reasons: Vec<Reason>,
    /// The last decision.
    pub decision: Option<Decision>,
    /// Tries left after the current one.
    pub tries_left: u32,
    /// Accepted evidence.
    pub evidence: Vec<Evidence>,
}

impl App {
    /// The session as its applicant or integrator sees it.
    pub async fn view(&self, id: SessionId) -> Result<SessionView, SessionError> {
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(id).await?.ok_or(SessionError::UnknownSession)?;
        let evidence = tx.evidence_of(id).await?;
        let decision = tx.decisions_of(id).await?.pop();
        drop(tx);
        let reasons: Vec<Reason> = decision
            .iter()
            .flat_map(|decision| &decision.verdict.reasons)
            .filter(|reason| reason.audience() == Audience::Applicant)
            .cloned()
            .collect();
        let tries = self.parts.policies.get(&session.policy.name).map_or(1, |loaded| loaded.policy.tries);
        let steps = steps(&session, &evidence, decision.as_ref(), &reasons);
        let tries_left = tries.saturating_sub(session.attempt);
        Ok(SessionView { session, steps, reasons, decision, tries_left, evidence })
    }

    /// Every decision of a session, oldest first.
    pub async fn decisions(&self, id: SessionId) -> Result<Vec<Decision>, StorageError> {
        self.parts.store.read().await?.decisions_of(id).await
    }
}

fn steps(session: &Session, evidence: &[Evidence], decision: Option<&Decision>, reasons: &[Reason]) -> Vec<StepView> {
    let missing = missing(session, |kind| evidence.iter().any(|found| found.kind == kind));
    let asked_again: &[Step] = match &session.state {
        SessionState::ResubmissionRequested { steps, .. } => steps,
        _ => &session.redo,
    };
    let was_asked = |step: Step| matches!(decision.map(|d| &d.verdict.outcome), Some(Outcome::Resubmit(steps)) if steps.contains(&step));
    let has_back = session.declaration.as_ref().is_none_or(|declared| declared.document_type.has_back());
    Step::ALL
        .into_iter()
        .map(|step| {
            let state = match step {
                Step::DocumentBack if !has_back => StepState::NotNeeded,
                _ if asked_again.contains(&step) => StepState::Redo,
                _ if missing.contains(&step) => StepState::Required,
                _ => StepState::Done,
            };
            let own = |reason: &&Reason| matches!(reason.remedy(), Remedy::Redo(of) if of == step);
            let told = state == StepState::Redo && was_asked(step);
            StepView { step, state, reasons: if told { reasons.iter().filter(own).cloned().collect() } else { vec![] } }
        })
        .collect()
}
