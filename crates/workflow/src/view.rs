//! What a session looks like from outside: its steps, reasons and tries.

use countersign_domain::{
    Accommodation, Audience, Decision, DocumentSays, EventKind, Evidence, Look, Outcome, Reason, Remedy, Session,
    SessionId, SessionState, Step,
};
use countersign_storage::StorageError;

use crate::App;
use crate::capture::{current_looks, missing};
use crate::queue::Place;
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

/// Whether changes are told by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailChoice {
    /// This server sends none.
    Off,
    /// No address was given.
    Possible,
    /// An address was given.
    Chosen,
}

impl MailChoice {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Possible => "possible",
            Self::Chosen => "chosen",
        }
    }
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
    /// What first looks found on the photos that count now.
    pub looks: Vec<Look>,
    /// What the document says; `None` before it was read.
    pub says: Option<DocumentSays>,
    /// Another way that the applicant chose.
    pub way: Option<Accommodation>,
    /// Where it stands among the cases that wait for a person.
    pub place: Option<Place>,
    /// Whether a decline may still be put before a person.
    pub may_appeal: bool,
    /// Whether changes are told by mail.
    pub mail: MailChoice,
}

impl App {
    /// The session as its applicant or integrator sees it.
    pub async fn view(&self, id: SessionId) -> Result<SessionView, SessionError> {
        let mut tx = self.parts.store.read().await?;
        let session = tx.session(id).await?.ok_or(SessionError::UnknownSession)?;
        let evidence = tx.evidence_of(id).await?;
        let decision = tx.decisions_of(id).await?.pop();
        let looks = tx.looks_of(id).await?;
        let looks: Vec<Look> = current_looks(&looks, &session).cloned().collect();
        let (says, way) = (tx.reading(id).await?, tx.accommodation(id).await?);
        let appealed = tx.events_of(id).await?.iter().any(|event| event.kind == EventKind::DeclineAppealed);
        let mail = match (self.mails(), tx.mail_address(id).await?) {
            (false, _) => MailChoice::Off,
            (true, None) => MailChoice::Possible,
            (true, Some(_)) => MailChoice::Chosen,
        };
        drop(tx);
        let place = self.place(&session).await?;
        let may_appeal = matches!(session.state, SessionState::Declined { .. }) && !appealed;
        let reasons: Vec<Reason> = decision
            .iter()
            .flat_map(|decision| &decision.verdict.reasons)
            .filter(|reason| reason.audience() == Audience::Applicant)
            .cloned()
            .collect();
        let tries = self.parts.policies.get(&session.policy.name).map_or(1, |loaded| loaded.policy.tries);
        let films = self.films(&session);
        let steps = steps((&session, films), &evidence, decision.as_ref(), &reasons, &looks);
        let tries_left = tries.saturating_sub(session.attempt);
        Ok(SessionView {
            session,
            steps,
            reasons,
            decision,
            tries_left,
            evidence,
            looks,
            says,
            way,
            place,
            may_appeal,
            mail,
        })
    }

    /// Every decision of a session, oldest first.
    pub async fn decisions(&self, id: SessionId) -> Result<Vec<Decision>, StorageError> {
        self.parts.store.read().await?.decisions_of(id).await
    }
}

fn steps(
    (session, films): (&Session, bool),
    evidence: &[Evidence],
    decision: Option<&Decision>,
    reasons: &[Reason],
    looks: &[Look],
) -> Vec<StepView> {
    let missing = missing(session, films, |kind| evidence.iter().any(|found| found.kind == kind));
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
                Step::Liveness if !films => StepState::NotNeeded,
                _ if asked_again.contains(&step) => StepState::Redo,
                _ if missing.contains(&step) => StepState::Required,
                _ => StepState::Done,
            };
            let own = |reason: &&Reason| matches!(reason.remedy(), Remedy::Redo(of) if of == step);
            let looked = looks.iter().find(|look| look.asked_again && look.kind.step() == step);
            let reasons = match (state, looked) {
                (StepState::Redo, Some(look)) => look.unreadable.clone(),
                (StepState::Redo, None) if was_asked(step) => reasons.iter().filter(own).cloned().collect(),
                _ => vec![],
            };
            StepView { step, state, reasons }
        })
        .collect()
}
