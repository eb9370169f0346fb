//! A decision policy: which checks are required, their limits, and what follows from each answer.

use std::collections::BTreeMap;

use crate::{Check, Step};

/// Which policy a session runs under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRef {
    /// Name, for example `level-2`.
    pub name: String,
    /// Version, for example `2026-11-22`.
    pub version: String,
}

/// What follows from an answer that is not a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// Noted, nothing follows.
    Note,
    /// A person looks.
    Review,
    /// The applicant does the step again, as long as tries are left; then a person looks.
    Resubmit,
    /// Declined.
    Decline,
}

impl Consequence {
    /// Every consequence, mildest first.
    pub const ALL: [Self; 4] = [Self::Note, Self::Review, Self::Resubmit, Self::Decline];

    /// The stable name, as written in a policy file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Review => "review",
            Self::Resubmit => "resubmit",
            Self::Decline => "decline",
        }
    }

    /// The consequence of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|consequence| consequence.name() == name)
    }
}

/// One check's rule.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckRule {
    /// Limits by name; exactly those of [`Check::limits`].
    pub limits: BTreeMap<String, f64>,
    /// What follows from *fail*.
    pub on_fail: Consequence,
    /// What follows from *doubt*.
    pub on_doubt: Consequence,
    /// What follows from *could not assess*.
    pub on_not_assessed: Consequence,
    /// Where the limits come from: a measurement, a rule, a promise.
    pub origin: String,
}

/// A policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Name and version.
    pub id: PolicyRef,
    /// The level it grants.
    pub level: u32,
    /// Tries before a person looks, ≥ 1.
    pub tries: u32,
    /// How often another photo of the same side is asked for at once because a first look found it unreadable, in each try; 0: never.
    pub photo_asks: u32,
    /// Minutes from creation until an unfinished session expires.
    pub session_minutes: u32,
    /// Digits in a challenge, 4–8.
    pub challenge_digits: usize,
    /// Seconds until a challenge expires.
    pub challenge_seconds: u32,
    /// Hours within which a person has looked.
    pub review_hours: u32,
    /// Whether the person is filmed; without, nothing is asked of a video and nothing is believed of one.
    pub video: bool,
    /// Required checks.
    pub rules: BTreeMap<Check, CheckRule>,
}

/// Why a policy cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// No rule for a check.
    #[error("the policy has no rule for the check {0}")]
    MissingCheck(&'static str),
    /// A limit is missing.
    #[error("the policy gives the check {check} no limit {limit}")]
    MissingLimit {
        /// The check.
        check: &'static str,
        /// The limit.
        limit: &'static str,
    },
    /// A limit that the check does not know: most likely a misspelt one.
    #[error("the check {check} knows no limit {limit}")]
    UnknownLimit {
        /// The check.
        check: &'static str,
        /// The limit.
        limit: String,
    },
    /// A limit that is not a finite number.
    #[error("the limit {limit} of the check {check} is not a finite number")]
    NotFinite {
        /// The check.
        check: &'static str,
        /// The limit.
        limit: String,
    },
    /// *Could not assess* would pass unseen.
    #[error("the check {0} may not answer 'could not assess' with 'note': a missing measurement never passes")]
    NotAssessedPasses(&'static str),
    /// A number outside its range.
    #[error("{field} must lie between {min} and {max}")]
    Range {
        /// The field.
        field: &'static str,
        /// Smallest.
        min: u32,
        /// Largest.
        max: u32,
    },
}

impl Policy {
    /// Proves the policy usable; called by whoever loads one.
    pub fn validate(&self) -> Result<(), PolicyError> {
        for check in Check::ALL.iter().filter(|check| self.asks(**check)) {
            let rule = self.rules.get(check).ok_or(PolicyError::MissingCheck(check.name()))?;
            rule.validate(*check)?;
        }
        range("tries", self.tries, 1, 20)?;
        range("challenge_digits", self.challenge_digits as u32, 4, 8)?;
        range("challenge_seconds", self.challenge_seconds, 10, 600)?;
        range("photo_asks", self.photo_asks, 0, 20)?;
        range("session_minutes", self.session_minutes, 5, 60 * 24 * 30)?;
        range("review_hours", self.review_hours, 1, 24 * 30)
    }

    /// Whether the check is asked under this policy.
    pub fn asks(&self, check: Check) -> bool {
        self.video || check.step() != Step::Liveness
    }

    /// A limit of a check.
    pub fn limit(&self, check: Check, limit: &'static str) -> Result<f64, PolicyError> {
        let rule = self.rules.get(&check).ok_or(PolicyError::MissingCheck(check.name()))?;
        rule.limits.get(limit).copied().ok_or(PolicyError::MissingLimit { check: check.name(), limit })
    }
}

impl CheckRule {
    fn validate(&self, check: Check) -> Result<(), PolicyError> {
        for limit in check.limits() {
            if !self.limits.contains_key(*limit) {
                return Err(PolicyError::MissingLimit { check: check.name(), limit });
            }
        }
        for (limit, value) in &self.limits {
            if !check.limits().contains(&limit.as_str()) {
                return Err(PolicyError::UnknownLimit { check: check.name(), limit: limit.clone() });
            }
            if !value.is_finite() {
                return Err(PolicyError::NotFinite { check: check.name(), limit: limit.clone() });
            }
        }
        if self.on_not_assessed == Consequence::Note {
            return Err(PolicyError::NotAssessedPasses(check.name()));
        }
        Ok(())
    }
}

fn range(field: &'static str, value: u32, min: u32, max: u32) -> Result<(), PolicyError> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(PolicyError::Range { field, min, max }) }
}
