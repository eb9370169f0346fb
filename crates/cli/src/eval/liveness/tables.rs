//! Counting: who passed, by source and attack.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use countersign_domain::CheckResult;

use super::corpus::Talking;
use super::trial::{Attack, Trial};
use crate::eval::documents::tables::rate;
use crate::eval::table::{quantile, table};

/// Every table.
pub fn markdown(clips: &[Talking], trials: &[Trial<'_>]) -> String {
    let followed: BTreeSet<*const Talking> = trials.iter().map(|trial| std::ptr::from_ref(trial.talking)).collect();
    let mut out = format!(
        "Made by `countersign eval liveness FOLDER`: {} pieces of at most 4 s, {} of them with a face nearly throughout. Pieces of one \
         speaker resemble each other and swapped sounds share pictures, so the truth is wider than the intervals (Wilson, 95 %).\n",
        clips.len(),
        followed.len()
    );
    write!(out, "\n### What the check says under the policy\n{}", verdicts(trials)).unwrap_or_default();
    // Limits can be traded only where the same pieces are there with and without attack.
    if of(trials, Attack::Genuine, None).next().is_some() {
        write!(out, "\n### Swapped and shifted sound refused\n{}", trade(trials)).unwrap_or_default();
    }
    out
}

fn of<'a, 'b>(trials: &'a [Trial<'b>], attack: Attack, source: Option<&'a str>) -> impl Iterator<Item = &'a Trial<'b>> {
    let wanted =
        move |trial: &&Trial<'b>| trial.attack == attack && source.is_none_or(|source| source == trial.talking.source);
    trials.iter().filter(wanted)
}

fn verdicts(trials: &[Trial<'_>]) -> String {
    let sources: BTreeSet<&str> = trials.iter().map(|trial| trial.talking.source.as_str()).collect();
    let mut labels: Vec<&str> = Vec::new();
    for trial in trials {
        if !labels.contains(&trial.label()) {
            labels.push(trial.label());
        }
    }
    let mut lines = Vec::new();
    for label in labels {
        for source in sources.iter().map(|source| Some(*source)).chain([None]) {
            let all = || {
                let own = |trial: &&Trial<'_>| source.is_none_or(|source| source == trial.talking.source);
                trials.iter().filter(|trial| trial.label() == label).filter(own)
            };
            let count = |result| all().filter(|trial| trial.result == result).count();
            let n = all().count();
            lines.push(vec![
                label.to_owned(),
                source.unwrap_or("all").to_owned(),
                rate(count(CheckResult::Pass), n),
                count(CheckResult::Doubt).to_string(),
                count(CheckResult::Fail).to_string(),
                count(CheckResult::NotAssessed).to_string(),
            ]);
        }
    }
    table(&["recording", "source", "passed", "to a person", "refused", "could not assess"], &lines)
}

/// What is refused when the score's limit loses a given share of genuine recordings.
fn trade(trials: &[Trial<'_>]) -> String {
    let scores =
        |attack| -> Vec<f64> { of(trials, attack, None).map(|trial| trial.score().map_or(-1.0, f64::from)).collect() };
    let own = scores(Attack::Genuine);
    let mut lines = Vec::new();
    for lost in [0.0, 0.05, 0.10, 0.20] {
        let Some(limit) = quantile(&own, lost) else { continue };
        let cells = Attack::ALL[1..].iter().map(|attack| {
            let attacked = scores(*attack);
            rate(attacked.iter().filter(|score| **score < limit).count(), attacked.len())
        });
        let refused = own.iter().filter(|score| **score < limit).count();
        let head = [rate(refused, own.len()), format!("{limit:.2}")];
        lines.push(head.into_iter().chain(cells).collect());
    }
    let names = Attack::ALL[1..].iter().map(|attack| attack.name());
    let head: Vec<&str> = ["genuine refused", "score from"].into_iter().chain(names).collect();
    format!(
        "{}\nThe score is the agreement in step less twice what it gains out of step; the limits are chosen on the very recordings they are \
         reported on.\n",
        table(&head, &lines)
    )
}
