//! Counting: attacks that passed and live people that did not, by species and source, the worst first.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use countersign_domain::CheckResult;
use countersign_inference::pad::Signs;

use super::corpus::{FACE, Trial};
use crate::eval::documents::tables::rate;
use crate::eval::table::{quantile, table};

/// Every table.
pub fn markdown(trials: &[Trial]) -> String {
    let (clips, photos): (Vec<&Trial>, Vec<&Trial>) =
        trials.iter().partition(|trial| !trial.species.starts_with("photo"));
    let mut out = String::new();
    if !clips.is_empty() {
        let pieces: BTreeSet<&str> = clips.iter().map(|trial| trial.clip.as_str()).collect();
        write!(
            out,
            "Made by `countersign eval pad FOLDER`: {} clips made of {} pieces. Those of one piece resemble each other, so the truth is wider than \
             the intervals (Wilson, 95 %).\n\n### By species\n{}\n### By source\n{}",
            clips.len(),
            pieces.len(),
            species(&clips),
            sources(&clips)
        )
        .unwrap_or_default();
    }
    let (faces, photos): (Vec<&Trial>, Vec<&Trial>) = photos.into_iter().partition(|trial| trial.species == FACE);
    if !photos.is_empty() {
        write!(out, "\n### Signs of single photographs\n{}", single(&photos)).unwrap_or_default();
    }
    if !faces.is_empty() {
        write!(out, "\n### Signs of {} photographs of live faces\n{}", faces.len(), spreads(&faces))
            .unwrap_or_default();
    }
    out
}

fn count(trials: &[&Trial], result: CheckResult) -> usize {
    trials.iter().filter(|trial| trial.result == result).count()
}

/// Of attacks the share that passed (APCER), of live clips the share that did not (BPCER).
fn error(trials: &[&Trial], genuine: bool) -> usize {
    let passed = count(trials, CheckResult::Pass);
    if genuine { trials.len() - passed } else { passed }
}

fn line(name: &str, trials: &[&Trial]) -> Vec<String> {
    let scores: Vec<f64> = trials.iter().filter_map(|trial| trial.score.map(f64::from)).collect();
    let at = |share| quantile(&scores, share).map_or_else(String::new, |score| format!("{score:.1}"));
    let genuine = trials.first().is_some_and(|trial| trial.genuine);
    vec![
        name.to_owned(),
        if genuine { String::new() } else { rate(error(trials, false), trials.len()) },
        if genuine { rate(error(trials, true), trials.len()) } else { String::new() },
        count(trials, CheckResult::Doubt).to_string(),
        count(trials, CheckResult::Fail).to_string(),
        count(trials, CheckResult::NotAssessed).to_string(),
        format!("{} / {} / {}", at(0.05), at(0.5), at(0.95)),
    ]
}

const HEAD: [&str; 7] = [
    "species",
    "APCER: passed",
    "BPCER: not passed",
    "doubt",
    "failed",
    "could not assess",
    "score, 5 % / median / 95 %",
];

fn species(trials: &[&Trial]) -> String {
    let names: BTreeSet<(bool, &str)> = trials.iter().map(|trial| (!trial.genuine, trial.species.as_str())).collect();
    let mut groups: Vec<(&str, Vec<&Trial>)> = names
        .iter()
        .map(|(_, name)| (*name, trials.iter().copied().filter(|trial| trial.species == *name).collect()))
        .collect();
    let share = |group: &[&Trial]| {
        let genuine = group.first().is_some_and(|trial| trial.genuine);
        (!genuine, error(group, genuine) as f64 / group.len().max(1) as f64)
    };
    groups.sort_by(|(_, a), (_, b)| {
        let ((attack_a, a), (attack_b, b)) = (share(a), share(b));
        attack_a.cmp(&attack_b).then(b.total_cmp(&a))
    });
    table(&HEAD, &groups.iter().map(|(name, group)| line(name, group)).collect::<Vec<_>>())
}

fn sources(trials: &[&Trial]) -> String {
    let names: BTreeSet<&str> = trials.iter().map(|trial| trial.source.as_str()).collect();
    let mut lines = Vec::new();
    for name in names {
        for genuine in [true, false] {
            let own: Vec<&Trial> =
                trials.iter().copied().filter(|trial| trial.source == name && trial.genuine == genuine).collect();
            if !own.is_empty() {
                lines.push(line(&format!("{name}, {}", if genuine { "live" } else { "attacks" }), &own));
            }
        }
    }
    let mut head = HEAD;
    head[0] = "source";
    table(&head, &lines)
}

/// The signs that one picture has.
const PICTURE: [&str; 6] = ["grid", "colour_beat", "detail", "border", "black", "colour"];

fn spreads(trials: &[&Trial]) -> String {
    let row = |name: &&str| {
        let values: Vec<f64> = trials.iter().filter_map(|trial| trial.signs.named(name).map(f64::from)).collect();
        let at = |share| quantile(&values, share).map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
        vec![(*name).to_owned(), values.len().to_string(), at(0.05), at(0.5), at(0.95)]
    };
    table(&["sign", "n", "5 %", "median", "95 %"], &PICTURE.iter().map(row).collect::<Vec<_>>())
}

fn single(trials: &[&Trial]) -> String {
    let value = |signs: &Signs, name: &str| signs.named(name).map_or_else(|| "–".to_owned(), |v| format!("{v:.2}"));
    let lines: Vec<Vec<String>> = trials
        .iter()
        .map(|trial| {
            let values = PICTURE.iter().map(|name| value(&trial.signs, name));
            let score = trial.score.map_or_else(|| "–".to_owned(), |score| format!("{score:.1}"));
            let told = [trial.source.clone(), trial.species.replace("photo: ", "")];
            told.into_iter().chain(values).chain([score]).collect()
        })
        .collect();
    let head: Vec<&str> =
        ["source", "picture"].into_iter().chain(PICTURE).chain(["score, less for standing still"]).collect();
    table(&head, &lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(genuine: bool, species: &str, result: CheckResult) -> Trial {
        Trial {
            source: "one".into(),
            clip: "a".into(),
            species: species.into(),
            genuine,
            signs: Signs::default(),
            score: Some(1.0),
            result,
        }
    }

    #[test]
    fn the_worst_species_stands_first_and_errors_are_counted_apart() {
        let trials = [
            trial(true, "live", CheckResult::Pass),
            trial(true, "live", CheckResult::NotAssessed),
            trial(false, "mild", CheckResult::Fail),
            trial(false, "worst", CheckResult::Pass),
        ];
        let text = markdown(&trials);
        let place = |name: &str| text.find(name).unwrap_or(usize::MAX);
        assert!(place("| live") < place("| worst") && place("| worst") < place("| mild"), "{text}");
        assert!(text.contains("| live |  | 1 of 2 (50 %"), "{text}");
        assert!(text.contains("| worst | 1 of 1 (100 %"), "{text}");
    }
}
