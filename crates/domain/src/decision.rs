//! The decision: a pure function of the breakdowns and the policy.

use jiff::Timestamp;

use crate::{
    Breakdown, Check, CheckResult, Consequence, DecisionId, DocumentType, Policy, PolicyRef, Reason, Remedy, SessionId,
    Sha256, Step,
};

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The level is granted.
    Approved,
    /// The level is refused.
    Declined,
    /// The named steps are done again; never empty.
    Resubmit(Vec<Step>),
    /// A person looks.
    InReview,
}

impl Outcome {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Resubmit(_) => "resubmission_requested",
            Self::InReview => "in_review",
        }
    }
}

/// An outcome and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What is decided.
    pub outcome: Outcome,
    /// Why, worst first; empty only for *approved*.
    pub reasons: Vec<Reason>,
}

/// Who decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// `decide` under the policy.
    Policy,
    /// A person, by the name of the key that signed.
    Reviewer {
        /// The key's name.
        key: String,
        /// The note given with it.
        note: String,
    },
}

/// A stored decision. Immutable: a later one follows it, none replaces it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// Whose session.
    pub session: SessionId,
    /// Which try, from 1.
    pub attempt: u32,
    /// What and why.
    pub verdict: Verdict,
    /// Who.
    pub by: DecidedBy,
    /// When.
    pub at: Timestamp,
    /// The policy and its version.
    pub policy: PolicyRef,
    /// SHA-256 over the policy file's text.
    pub policy_sha256: Sha256,
    /// Every check's answer; empty for a reviewer's decision, which follows one that has them.
    pub breakdowns: Vec<Breakdown>,
    /// Hashes of the evidence it rests on, by kind.
    pub inputs: Vec<(crate::EvidenceKind, Sha256)>,
}

/// Decides.
///
/// Every check of the policy that applies to the document counts; one without a breakdown counts as *could not assess*. The worst
/// consequence wins in the order decline, resubmit, review, approve: what a person can put right at once is asked before anyone waits for a reviewer.
/// On the last try nothing is asked again and a person looks.
pub fn decide(breakdowns: &[Breakdown], policy: &Policy, document: DocumentType, attempt: u32) -> Verdict {
    let mut worst = Consequence::Note;
    let mut by_consequence: Vec<(Consequence, Vec<Reason>, Check)> = Vec::new();
    for (check, rule) in policy.rules.iter().filter(|(check, _)| policy.asks(**check) && check.applies_to(document)) {
        let missing = Breakdown::not_assessed(*check);
        let found = breakdowns.iter().find(|breakdown| breakdown.check == *check).unwrap_or(&missing);
        let consequence = match found.result {
            CheckResult::Pass => continue,
            CheckResult::Fail => rule.on_fail,
            CheckResult::Doubt => rule.on_doubt,
            // A policy that was not validated may still say `note` here; a missing measurement never passes.
            CheckResult::NotAssessed => rule.on_not_assessed.max(Consequence::Review),
        };
        worst = worst.max(consequence);
        by_consequence.push((consequence, found.reasons.clone(), *check));
    }
    by_consequence.sort_by_key(|(consequence, _, check)| (std::cmp::Reverse(*consequence), *check));
    let steps = steps_to_redo(&by_consequence);
    let mut reasons = distinct(
        by_consequence.into_iter().filter(|(c, ..)| *c > Consequence::Note).flat_map(|(_, reasons, _)| reasons),
    );
    let outcome = match worst {
        Consequence::Note => Outcome::Approved,
        Consequence::Review => Outcome::InReview,
        Consequence::Decline => Outcome::Declined,
        Consequence::Resubmit if attempt < policy.tries => Outcome::Resubmit(steps),
        Consequence::Resubmit => {
            reasons.insert(0, Reason::TriesUsed);
            Outcome::InReview
        }
    };
    Verdict { outcome, reasons }
}

/// The steps named by the reasons of what is to be resubmitted; a check whose reasons name none gives its own step.
fn steps_to_redo(found: &[(Consequence, Vec<Reason>, Check)]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (_, reasons, check) in found.iter().filter(|(consequence, ..)| *consequence == Consequence::Resubmit) {
        let named: Vec<Step> = reasons
            .iter()
            .filter_map(|reason| match reason.remedy() {
                Remedy::Redo(step) => Some(step),
                Remedy::Wait | Remedy::Final => None,
            })
            .collect();
        if named.is_empty() {
            steps.push(check.step());
        }
        steps.extend(named);
    }
    steps.sort_unstable();
    steps.dedup();
    steps
}

fn distinct(reasons: impl Iterator<Item = Reason>) -> Vec<Reason> {
    let mut kept: Vec<Reason> = Vec::new();
    for reason in reasons {
        if !kept.contains(&reason) {
            kept.push(reason);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
