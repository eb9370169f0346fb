//! Replay: recomputes a stored decision from the stored evidence and says equal or where not.

use countersign_domain::{Breakdown, DecidedBy, Decision, SessionId, decide};
use jiff::tz::TimeZone;

use crate::App;
use crate::gallery::Gallery;
use crate::process::ProcessError;

/// Raw values may differ by this share of themselves: sums of floating point numbers in another order on another processor.
const TOLERANCE: f64 = 1e-4;

/// What came of a replay.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The decision that was recomputed.
    pub decision: countersign_domain::DecisionId,
    /// Where the recomputed decision differs; empty means equal.
    pub differences: Vec<String>,
}

impl App {
    /// Recomputes the last decision that the policy made.
    ///
    /// Declared details are those of the session now: a decision before a change of details is not recomputable and not chosen here.
    pub async fn replay(&self, id: SessionId) -> Result<Replay, ProcessError> {
        let decisions = self.parts.store.read().await?.decisions_of(id).await?;
        let stored = decisions
            .into_iter()
            .rfind(|decision| decision.by == DecidedBy::Policy)
            .ok_or(ProcessError::NothingToProcess)?;
        let loaded = self.load_case(id, Some(&stored.inputs), stored.at.to_zoned(TimeZone::UTC).date()).await?;
        let book = self.parts.policies.get(&stored.policy.name).ok_or(ProcessError::Policy)?;
        let document = loaded.question.document_type;
        let mut differences = Vec::new();
        if book.sha256 != stored.policy_sha256 {
            differences.push(format!("policy {}: the file has changed since", stored.policy.name));
        }
        if loaded.inputs != stored.inputs {
            differences.push("evidence: what was decided on is not all there".into());
        }
        let examined =
            self.examine_loaded(&book.policy, loaded.files, loaded.question, &Gallery::recorded(&stored)).await?;
        differences.extend(compare(&stored, &examined.breakdowns));
        let verdict = decide(&examined.breakdowns, &book.policy, document, stored.attempt);
        if verdict != stored.verdict {
            differences.push(format!(
                "verdict: stored {}, now {}",
                stored.verdict.outcome.name(),
                verdict.outcome.name()
            ));
        }
        Ok(Replay { decision: stored.id, differences })
    }
}

fn compare(stored: &Decision, now: &[Breakdown]) -> Vec<String> {
    let mut differences = Vec::new();
    for old in &stored.breakdowns {
        let name = old.check.name();
        let Some(new) = now.iter().find(|new| new.check == old.check) else {
            differences.push(format!("{name}: is not asked any more"));
            continue;
        };
        if old.result != new.result {
            differences.push(format!("{name}: stored {}, now {}", old.result.name(), new.result.name()));
        }
        if old.models != new.models {
            differences.push(format!("{name}: other models than then"));
        }
        for value in &old.raw {
            match new.raw.iter().find(|other| other.name == value.name) {
                Some(other) if (other.value - value.value).abs() <= TOLERANCE * value.value.abs().max(1.0) => {}
                Some(other) => {
                    differences.push(format!("{name}: {} was {}, is {}", value.name, value.value, other.value));
                }
                None => differences.push(format!("{name}: {} is not measured any more", value.name)),
            }
        }
    }
    differences.extend(
        now.iter()
            .filter(|new| stored.breakdowns.iter().all(|old| old.check != new.check))
            .map(|new| format!("{}: was not asked then", new.check.name())),
    );
    differences
}
