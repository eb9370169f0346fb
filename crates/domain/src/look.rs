//! A first look at a photo, right after it arrived: can it be read at all?

use jiff::Timestamp;

use crate::{EvidenceId, EvidenceKind, Reason, SessionId};

/// What a first look at one accepted photo found. It decides nothing but whether another photo is asked for at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The photo.
    pub evidence: EvidenceId,
    /// Its session.
    pub session: SessionId,
    /// What it shows.
    pub kind: EvidenceKind,
    /// The try in which it was taken, from 1.
    pub attempt: u32,
    /// Why it cannot be read; empty when it can.
    pub unreadable: Vec<Reason>,
    /// Declared details that the document contradicts, as reasons; told to the applicant before they hand in.
    pub differs: Vec<Reason>,
    /// Whether another photo was asked for because of it.
    pub asked_again: bool,
    /// When.
    pub at: Timestamp,
}
