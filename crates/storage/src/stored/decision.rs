//! The body of a stored decision: outcome, reasons, who, policy, breakdowns and inputs. Its id, session, try and time are columns, and
//! a reviewer's note is a sealed column of its own, for it may speak of the person.

use countersign_domain::{Breakdown, DecidedBy, Decision, EvidenceKind, Outcome, PolicyRef, Sha256, Verdict};
use serde::{Deserialize, Serialize};

use super::breakdown::BreakdownV1;
use super::reason::{ReasonV1, read_reasons, write_reasons};
use super::steps::{from_names, names};
use super::{Unreadable, id, parse, print, version};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionV1 {
    v: u32,
    outcome: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    steps: Vec<String>,
    reasons: Vec<ReasonV1>,
    /// The key's name of the reviewer who decided; absent when the policy did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reviewer: Option<String>,
    policy: String,
    policy_version: String,
    policy_sha256: String,
    breakdowns: Vec<BreakdownV1>,
    inputs: Vec<(String, String)>,
}

/// What the body says of a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionBody {
    /// What and why.
    pub verdict: Verdict,
    /// Who; a reviewer's note is empty here.
    pub by: DecidedBy,
    /// The policy and its version.
    pub policy: PolicyRef,
    /// SHA-256 over the policy file's text.
    pub policy_sha256: Sha256,
    /// Every check's answer.
    pub breakdowns: Vec<Breakdown>,
    /// Hashes of the evidence, by kind.
    pub inputs: Vec<(EvidenceKind, Sha256)>,
}

/// Writes the newest form.
pub fn write_decision(decision: &Decision) -> Result<String, StorageError> {
    let reviewer = match &decision.by {
        DecidedBy::Policy => None,
        DecidedBy::Reviewer { key, .. } => Some(key.clone()),
    };
    let steps = match &decision.verdict.outcome {
        Outcome::Resubmit(steps) => names(steps),
        Outcome::Approved | Outcome::Declined | Outcome::InReview => vec![],
    };
    print(&DecisionV1 {
        v: 1,
        outcome: decision.verdict.outcome.name().into(),
        steps,
        reasons: write_reasons(&decision.verdict.reasons)?,
        reviewer,
        policy: decision.policy.name.clone(),
        policy_version: decision.policy.version.clone(),
        policy_sha256: decision.policy_sha256.to_string(),
        breakdowns: decision.breakdowns.iter().map(BreakdownV1::write).collect::<Result<_, _>>()?,
        inputs: decision.inputs.iter().map(|(kind, hash)| (kind.name().to_owned(), hash.to_string())).collect(),
    })
}

/// Reads any form ever written.
pub fn read_decision(text: &str) -> Result<DecisionBody, Unreadable> {
    match version(text)? {
        1 => read_v1(parse(text)?),
        other => Err(Unreadable::Version(other)),
    }
}

fn read_v1(form: DecisionV1) -> Result<DecisionBody, Unreadable> {
    let inputs = form.inputs.iter().map(|(kind, hash)| {
        Ok((EvidenceKind::from_name(kind).ok_or(Unreadable::Field("inputs"))?, id(hash, "inputs")?))
    });
    Ok(DecisionBody {
        verdict: Verdict { outcome: outcome(&form.outcome, &form.steps)?, reasons: read_reasons(&form.reasons)? },
        by: match form.reviewer {
            None => DecidedBy::Policy,
            Some(key) => DecidedBy::Reviewer { key, note: String::new() },
        },
        policy: PolicyRef { name: form.policy, version: form.policy_version },
        policy_sha256: id(&form.policy_sha256, "policy_sha256")?,
        inputs: inputs.collect::<Result<_, Unreadable>>()?,
        breakdowns: form.breakdowns.into_iter().map(BreakdownV1::read).collect::<Result<_, _>>()?,
    })
}

fn outcome(name: &str, steps: &[String]) -> Result<Outcome, Unreadable> {
    match (name, steps) {
        ("approved", []) => Ok(Outcome::Approved),
        ("declined", []) => Ok(Outcome::Declined),
        ("in_review", []) => Ok(Outcome::InReview),
        ("resubmission_requested", [_, ..]) => Ok(Outcome::Resubmit(from_names(steps)?)),
        _ => Err(Unreadable::Field("outcome")),
    }
}
