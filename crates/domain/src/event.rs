//! What happened to a session, in order; the source of history and webhooks.

use jiff::Timestamp;

use crate::{EventId, SessionId};

/// The kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A session was created.
    SessionCreated,
    /// Consent was given.
    ConsentGiven,
    /// Name, birth date and document were declared.
    DetailsDeclared,
    /// A piece of evidence was accepted.
    EvidenceAccepted,
    /// A photo could not be read and another was asked for.
    PhotoAskedAgain,
    /// The applicant chose another way through the journey.
    WayChosen,
    /// The applicant asked for a person to look at a decline again.
    DeclineAppealed,
    /// The page said something of the camera or the browser behind a recording.
    DeviceHinted,
    /// A challenge was given.
    ChallengeIssued,
    /// The applicant asked for the decision.
    SessionSubmitted,
    /// A decision was made.
    SessionDecided,
    /// The session expired.
    SessionExpired,
    /// The applicant or the integrator withdrew it.
    SessionWithdrawn,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::SessionCreated,
        Self::ConsentGiven,
        Self::DetailsDeclared,
        Self::EvidenceAccepted,
        Self::PhotoAskedAgain,
        Self::WayChosen,
        Self::DeclineAppealed,
        Self::DeviceHinted,
        Self::ChallengeIssued,
        Self::SessionSubmitted,
        Self::SessionDecided,
        Self::SessionExpired,
        Self::SessionWithdrawn,
    ];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::SessionCreated => "session.created",
            Self::ConsentGiven => "session.consent_given",
            Self::DetailsDeclared => "session.details_declared",
            Self::EvidenceAccepted => "session.evidence_accepted",
            Self::PhotoAskedAgain => "session.photo_asked_again",
            Self::WayChosen => "session.way_chosen",
            Self::DeclineAppealed => "session.decline_appealed",
            Self::DeviceHinted => "session.device_hinted",
            Self::ChallengeIssued => "session.challenge_issued",
            Self::SessionSubmitted => "session.submitted",
            Self::SessionDecided => "session.decided",
            Self::SessionExpired => "session.expired",
            Self::SessionWithdrawn => "session.withdrawn",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One event. `subject` is an identifier (of evidence, a challenge, a decision), never personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id; events of a session are ordered by it.
    pub id: EventId,
    /// Whose.
    pub session: SessionId,
    /// What.
    pub kind: EventKind,
    /// The identifier of what it is about, if not the session itself.
    pub subject: Option<String>,
    /// When.
    pub at: Timestamp,
}
