//! The verification session: one attempt to reach a level, with a state that carries its facts.

use jiff::Timestamp;

use crate::{ApplicantId, Consent, DecisionId, Declaration, Outcome, PolicyRef, SessionId, Step};

/// Where a session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Made; nothing was sent yet.
    Created,
    /// The applicant is at it.
    Capturing,
    /// Everything was handed in; the checks run.
    Processing {
        /// Since when.
        since: Timestamp,
    },
    /// A person looks.
    InReview {
        /// The decision that sent it there.
        decision: DecisionId,
        /// Since when.
        since: Timestamp,
        /// Until when the promise holds.
        due: Timestamp,
    },
    /// The named steps are asked again; the rest is kept.
    ResubmissionRequested {
        /// The decision that asked.
        decision: DecisionId,
        /// Which steps.
        steps: Vec<Step>,
    },
    /// The level is granted.
    Approved {
        /// By which decision.
        decision: DecisionId,
        /// When.
        at: Timestamp,
    },
    /// The level is refused.
    Declined {
        /// By which decision.
        decision: DecisionId,
        /// When.
        at: Timestamp,
    },
    /// Not finished in time.
    Expired {
        /// When.
        at: Timestamp,
    },
    /// Taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// A verification session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who is verified.
    pub applicant: ApplicantId,
    /// Under which policy.
    pub policy: PolicyRef,
    /// For which level.
    pub level: u32,
    /// Where it stands.
    pub state: SessionState,
    /// Which try, from 1.
    pub attempt: u32,
    /// Consent, once given.
    pub consent: Option<Consent>,
    /// Declared details, once given.
    pub declaration: Option<Declaration>,
    /// Steps of the current try that are still to be done again after a resubmission request; empty in the first try.
    pub redo: Vec<Step>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends if it is not handed in.
    pub expires_at: Timestamp,
}

/// A transition that the state does not allow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{session} is {from}: {event} is not possible")]
pub struct TransitionRefused {
    /// The session.
    pub session: SessionId,
    /// The name of the state it is in.
    pub from: &'static str,
    /// What was asked.
    pub event: &'static str,
}

impl SessionState {
    /// Until when a person has looked, while one is to look.
    pub fn review_due(&self) -> Option<Timestamp> {
        match self {
            Self::InReview { due, .. } => Some(*due),
            _ => None,
        }
    }

    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Capturing => "capturing",
            Self::Processing { .. } => "processing",
            Self::InReview { .. } => "in_review",
            Self::ResubmissionRequested { .. } => "resubmission_requested",
            Self::Approved { .. } => "approved",
            Self::Declined { .. } => "declined",
            Self::Expired { .. } => "expired",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether nothing follows but a new, signed decision.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Approved { .. } | Self::Declined { .. } | Self::Expired { .. } | Self::Withdrawn { .. })
    }

    /// Whether the applicant may hand something in.
    pub fn accepts_evidence(&self) -> bool {
        matches!(self, Self::Created | Self::Capturing | Self::ResubmissionRequested { .. })
    }
}

impl Session {
    fn refused(&self, event: &'static str) -> TransitionRefused {
        TransitionRefused { session: self.id, from: self.state.name(), event }
    }

    /// The applicant hands something in: consent, details, a photo, the video. `step` is done with it.
    pub fn capture(mut self, step: Step) -> Result<Self, TransitionRefused> {
        match &self.state {
            SessionState::Created | SessionState::Capturing => self.redo.retain(|open| *open != step),
            SessionState::ResubmissionRequested { steps, .. } => {
                self.redo = steps.iter().copied().filter(|open| *open != step).collect();
                self.attempt += 1;
            }
            _ => return Err(self.refused("handing in evidence")),
        }
        self.state = SessionState::Capturing;
        Ok(self)
    }

    /// Everything is handed in. The caller has proved that no step is missing.
    pub fn submit(mut self, now: Timestamp) -> Result<Self, TransitionRefused> {
        match self.state {
            SessionState::Capturing if self.redo.is_empty() => {
                self.state = SessionState::Processing { since: now };
                Ok(self)
            }
            _ => Err(self.refused("submitting")),
        }
    }

    /// The policy decided.
    pub fn decided(
        mut self,
        outcome: &Outcome,
        decision: DecisionId,
        now: Timestamp,
        due: Timestamp,
    ) -> Result<Self, TransitionRefused> {
        match self.state {
            SessionState::Processing { .. } => {
                self.state = Self::after(outcome, decision, now, due);
                Ok(self)
            }
            _ => Err(self.refused("a decision by policy")),
        }
    }

    /// A person decided: from review, or a new signed decision over an earlier final one.
    pub fn reviewed(
        mut self,
        outcome: &Outcome,
        decision: DecisionId,
        now: Timestamp,
        due: Timestamp,
    ) -> Result<Self, TransitionRefused> {
        match self.state {
            SessionState::InReview { .. } | SessionState::Approved { .. } | SessionState::Declined { .. } => {
                self.state = Self::after(outcome, decision, now, due);
                Ok(self)
            }
            _ => Err(self.refused("a decision by a reviewer")),
        }
    }

    /// A first look found a photo of the current try unreadable: its step is to be done again at once.
    pub fn ask_again(mut self, step: Step) -> Result<Self, TransitionRefused> {
        if self.state != SessionState::Capturing {
            return Err(self.refused("asking for another photo"));
        }
        if !self.redo.contains(&step) {
            self.redo.push(step);
            self.redo.sort_unstable();
        }
        Ok(self)
    }

    /// The applicant asks for a person after a decline. The decision stands until that person signs another.
    pub fn appeal(mut self, now: Timestamp, due: Timestamp) -> Result<Self, TransitionRefused> {
        match self.state {
            SessionState::Declined { decision, .. } => {
                self.state = SessionState::InReview { decision, since: now, due };
                Ok(self)
            }
            _ => Err(self.refused("an appeal")),
        }
    }

    /// Steps asked again need time: a reviewer may ask for them long after the session's first end. Any other state keeps its end.
    #[must_use]
    pub fn with_time_until(mut self, until: Timestamp) -> Self {
        if matches!(self.state, SessionState::ResubmissionRequested { .. }) {
            self.expires_at = self.expires_at.max(until);
        }
        self
    }

    /// The time is over.
    pub fn expire(mut self, now: Timestamp) -> Result<Self, TransitionRefused> {
        if self.state.accepts_evidence() && now >= self.expires_at {
            self.state = SessionState::Expired { at: now };
            return Ok(self);
        }
        Err(self.refused("expiring"))
    }

    /// The applicant or the integrator takes it back.
    pub fn withdraw(mut self, now: Timestamp) -> Result<Self, TransitionRefused> {
        if self.state.is_final() {
            return Err(self.refused("withdrawing"));
        }
        self.state = SessionState::Withdrawn { at: now };
        Ok(self)
    }

    fn after(outcome: &Outcome, decision: DecisionId, now: Timestamp, due: Timestamp) -> SessionState {
        match outcome {
            Outcome::Approved => SessionState::Approved { decision, at: now },
            Outcome::Declined => SessionState::Declined { decision, at: now },
            Outcome::Resubmit(steps) => SessionState::ResubmissionRequested { decision, steps: steps.clone() },
            Outcome::InReview => SessionState::InReview { decision, since: now, due },
        }
    }
}

#[cfg(test)]
mod tests;
