//! Tables for `docs/evaluation/face.md`.

use std::fmt::Write as _;

use anyhow::Result;
use countersign_domain::Check;
use countersign_inference::face::log_ratio;

use super::corpus::Corpus;
use super::rates::{spread, tail};
use super::trial::{self, Set};
use crate::eval::documents::tables::wilson;
use crate::eval::table::{part, table, times};
use crate::inspect::Bench;

/// Rates at which a limit is asked for.
const RATES: [(&str, f64); 4] =
    [("1 in 100", 1e-2), ("1 in 1,000", 1e-3), ("1 in 10,000", 1e-4), ("1 in 100,000", 1e-5)];

/// Everything that is written down.
pub fn markdown(bench: &Bench, corpus: &Corpus, sets: &[Set]) -> Result<String> {
    let limit = |name| bench.policy.limit(Check::FaceSamePerson, name);
    let (same, other) = (limit("max_same_distance")?, limit("min_other_distance")?);
    let many = bench.policy.limit(Check::FaceSeenBefore, "max_distance")?;
    let persons = trial::persons(corpus).len();
    let documents = corpus.faces.iter().filter(|face| face.person.is_none()).count();
    let mut out = format!(
        "{} labelled pairs of {} pictures, {persons} persons; {documents} portraits of strangers on documents. No face on {} labelled pictures, \
         so that {} pairs are not compared. One picture, face found and described: {} ms (median / p95).\n",
        corpus.pairs.len() + corpus.lost.1,
        corpus.faces.len() - documents + corpus.lost.0,
        corpus.lost.0,
        corpus.lost.1,
        times(&corpus.ms)
    );
    out.push_str("\n### One against one\n");
    out.push_str(&pairs(sets, same, other));
    out.push_str("\n### How far apart strangers are\n");
    out.push_str(&impostors(corpus, same, persons));
    out.push_str("\n### One among many\n");
    out.push_str(&search(corpus, many));
    out.push_str("\n### What a distance says\n");
    out.push_str(&calibration(bench));
    Ok(out)
}

fn percent(rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".into(), |rate| format!("{:.1} %", 100.0 * rate))
}

fn pairs(sets: &[Set], same: f64, other: f64) -> String {
    let lines: Vec<Vec<String>> = sets
        .iter()
        .map(|set| {
            let found = &set.distances;
            let both = |values: &[f64]| {
                spread(values).map_or_else(|| "–".into(), |(mean, dev)| format!("{mean:.3} ± {dev:.3}"))
            };
            let within = |values: &[f64]| values.iter().filter(|distance| **distance <= same).count();
            // Limits are ours; a peer's descriptors have limits of their own.
            let ours = !set.name.starts_with("peer");
            let cell = |text: String| if ours { text } else { "–".into() };
            vec![
                set.name.clone(),
                set.source.clone(),
                format!("{} / {}", found.same.len(), found.different.len()),
                if set.lost.1 == 0 { "–".into() } else { part(set.lost.0, set.lost.1) },
                found.equal().map_or_else(|| "–".into(), |(rate, at)| format!("{:.2} % ({at:.3})", 100.0 * rate)),
                percent(found.missed_at(1e-2)),
                percent(found.missed_at(1e-3)),
                cell(part(within(&found.same), found.same.len())),
                cell(part(within(&found.different), found.different.len())),
                cell(part(found.same.iter().filter(|distance| **distance >= other).count(), found.same.len())),
                both(&found.same),
                both(&found.different),
            ]
        })
        .collect();
    let (taken, wrong, refused) =
        (format!("same, at most {same}"), format!("different, at most {same}"), format!("same, from {other}"));
    let head = [
        "one side",
        "source",
        "n same / different",
        "no face",
        "EER (distance)",
        "FNMR at FMR 1e-2",
        "FNMR at FMR 1e-3",
        &taken,
        &wrong,
        &refused,
        "same: mean ± deviation",
        "different",
    ];
    table(&head, &lines)
}

fn impostors(corpus: &Corpus, same: f64, persons: usize) -> String {
    let mut lines = Vec::new();
    let labelled = trial::impostors(corpus);
    for (name, found) in [("labelled persons", &labelled), ("portraits of documents", &trial::strangers(corpus))] {
        let within = found.iter().filter(|pair| pair.0 <= same).count();
        let nearest = found.iter().map(|pair| pair.0).min_by(f64::total_cmp);
        let mut line = vec![
            name.to_owned(),
            found.len().to_string(),
            nearest.map_or_else(|| "–".into(), |at| format!("{at:.3}")),
            part(within, found.len()),
        ];
        line.extend(
            RATES.map(|(_, rate)| {
                tail(found, rate).map_or_else(|| "–".into(), |(at, low)| format!("{at:.3} ({low:.3})"))
            }),
        );
        lines.push(line);
    }
    let alike = trial::alike(corpus);
    let nearest = alike.iter().copied().min_by(f64::total_cmp);
    let mut line = vec![
        "each person and who is most like them".into(),
        alike.len().to_string(),
        nearest.map_or_else(|| "–".into(), |at| format!("{at:.3}")),
        part(alike.iter().filter(|apart| **apart <= same).count(), alike.len()),
    ];
    line.extend(RATES.map(|_| "–".to_owned()));
    lines.push(line);
    let within = format!("at most {same}");
    let mut head = vec!["strangers", "n", "nearest", within.as_str()];
    head.extend(RATES.map(|(name, _)| name));
    let mut out = table(&head, &lines);
    writeln!(
        out,
        "\nThe last columns: the distance under which a normal distribution of these distances lets that share of strangers through, and in brackets \
         its lower bound at 95 % when persons are drawn anew. They go beyond the data: no pair of {persons} persons passing proves by itself \
         no more than a rate under {:.0} % by persons, and {:.2} % if the {} pairs were independent (rule of three).",
        300.0 / persons.max(1) as f64,
        300.0 / labelled.len().max(1) as f64,
        labelled.len()
    )
    .unwrap_or_default();
    out
}

fn search(corpus: &Corpus, limit: f64) -> String {
    let (nearest, own, others) = trial::search(corpus);
    let within = |values: &[f64]| values.iter().filter(|distance| **distance <= limit).count();
    let rate = |values: &[f64]| {
        let bounds = wilson(within(values), values.len());
        let text = part(within(values), values.len());
        bounds.map_or_else(|| text.clone(), |(low, high)| format!("{text}, {:.1}–{:.1} %", 100.0 * low, 100.0 * high))
    };
    let median =
        |values: &[f64]| crate::eval::table::quantile(values, 0.5).map_or_else(|| "–".into(), |v| format!("{v:.3}"));
    let least = nearest.iter().copied().min_by(f64::total_cmp).map_or_else(|| "–".into(), |v| format!("{v:.3}"));
    let (false_head, own_head) =
        (format!("a stranger at most {limit}"), format!("their own other picture at most {limit}"));
    table(
        &["searched among", &false_head, "nearest stranger: least / median", &own_head, "own: median"],
        &[vec![
            format!("{others} others"),
            rate(&nearest),
            format!("{least} / {}", median(&nearest)),
            rate(&own),
            median(&own),
        ]],
    )
}

fn calibration(bench: &Bench) -> String {
    let contract = bench.toolbox.faces.recognition();
    let (Some(same), Some(different)) = (&contract.same, &contract.different) else {
        return "\nThe net's manifest states no distributions.\n".into();
    };
    let lines: Vec<Vec<String>> = (6..=16)
        .map(|twentieth| {
            let distance = f64::from(twentieth) / 20.0;
            let ratio = log_ratio(&contract, distance).unwrap_or_default();
            vec![format!("{distance:.2}"), format!("{ratio:+.1}"), format!("{:.4}", 1.0 / (1.0 + (-ratio).exp()))]
        })
        .collect();
    format!(
        "\nBy the manifest: one person {:.3} ± {:.3} ({} pairs), two {:.3} ± {:.3} ({} pairs).\n{}",
        same.mean,
        same.deviation,
        same.pairs,
        different.mean,
        different.deviation,
        different.pairs,
        table(&["distance", "logarithm of the likelihood ratio", "probability of one person, at even odds"], &lines)
    )
}
