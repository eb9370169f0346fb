//! Counting: strings right, prompts taken, by condition, source and listener.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::corpus::{Corpus, LENGTH};
use super::spoil::Condition;
use super::trial::{Listener, Trial};
use crate::eval::documents::tables::wilson;
use crate::eval::table::{table, times};

/// Scores from which a prompt could be taken for said.
const THRESHOLDS: [f32; 9] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/// `12 of 34 (35.3 %, 21.5–52.1)`.
fn rate(hits: usize, n: usize) -> String {
    match wilson(hits, n) {
        None => "–".into(),
        Some((low, high)) => {
            let percent = |share: f64| 100.0 * share;
            let share = hits as f64 / n as f64;
            format!("{hits} of {n} ({:.1} %, {:.1}–{:.1})", percent(share), percent(low), percent(high))
        }
    }
}

/// The conditions that were tried, in their order.
pub fn conditions(trials: &[Trial<'_>]) -> Vec<Condition> {
    Condition::ALL.into_iter().filter(|condition| trials.iter().any(|trial| trial.condition == *condition)).collect()
}

/// Every table.
pub fn markdown(corpus: &Corpus, trials: &[Trial<'_>]) -> String {
    let speakers: std::collections::BTreeSet<_> = corpus.strings.iter().map(|said| &said.speaker).collect();
    let whole = corpus.strings.iter().filter(|said| said.whole).count();
    let mut out = format!(
        "Made by `countersign eval speech FOLDER`: {} strings of {LENGTH} joined from single digits, {whole} recorded as a whole, {} speakers. \
         Rates with Wilson's 95 % interval; strings of one speaker resemble each other, so the truth is wider.\n",
        corpus.strings.len() - whole,
        speakers.len()
    );
    for (title, text) in [
        ("Strings right", strings(trials)),
        ("By source, as recorded and at 10 dB", sources(trials)),
        ("Which prompt is taken", thresholds(trials)),
        ("By speaker, as recorded", people(trials)),
        ("How sure", certainty(trials)),
    ] {
        write!(out, "\n### {title}\n{text}").unwrap_or_default();
    }
    out
}

fn of<'a, 'b>(
    trials: &'a [Trial<'b>],
    listener: Listener,
    condition: Condition,
) -> impl Iterator<Item = &'a Trial<'b>> + Clone {
    trials.iter().filter(move |trial| trial.listener == listener && trial.condition == condition)
}

fn strings(trials: &[Trial<'_>]) -> String {
    let mut lines = Vec::new();
    for condition in conditions(trials) {
        for listener in Listener::ALL {
            let own = || of(trials, listener, condition);
            let right = |narrow: bool| {
                let those = || own().filter(move |trial| (trial.said.speaker.rate < 16_000) == narrow);
                rate(those().filter(|trial| trial.own.exact).count(), those().count())
            };
            let places: Vec<bool> = own().flat_map(|trial| trial.own.matched.clone()).collect();
            if places.is_empty() {
                continue;
            }
            let digits = places.iter().filter(|matched| **matched).count() as f64 / places.len() as f64;
            let ms: Vec<f64> = own().map(|trial| trial.ms).collect();
            lines.push(vec![
                condition.name(),
                listener.name().into(),
                right(false),
                right(true),
                format!("{digits:.3}"),
                times(&ms),
            ]);
        }
    }
    table(&["condition", "listener", "16 kHz and wider", "recorded at 8 kHz", "digits", "ms, median / p95"], &lines)
}

fn sources(trials: &[Trial<'_>]) -> String {
    let mut lines = Vec::new();
    for condition in [Condition::Clean, Condition::White(10), Condition::Babble(10)] {
        let mut found: BTreeMap<&str, [(usize, usize); 3]> = BTreeMap::new();
        for (at, listener) in Listener::ALL.into_iter().enumerate() {
            for trial in of(trials, listener, condition) {
                let own = &mut found.entry(&trial.said.speaker.source).or_default()[at];
                *own = (own.0 + usize::from(trial.own.exact), own.1 + 1);
            }
        }
        lines.extend(found.into_iter().map(|(source, counts)| {
            let cells = counts.map(|(hits, n)| rate(hits, n));
            [vec![condition.name(), source.to_owned()], cells.to_vec()].concat()
        }));
    }
    table(&["condition", "source", "server", "net", "PocketSphinx"], &lines)
}

fn thresholds(trials: &[Trial<'_>]) -> String {
    let mut lines = Vec::new();
    for condition in conditions(trials) {
        for listener in [Listener::Server, Listener::Sphinx] {
            for threshold in THRESHOLDS {
                let own = || of(trials, listener, condition);
                let taken = |scores: &[f32]| scores.iter().filter(|score| **score >= threshold).count();
                let near = own().map(|trial| taken(&trial.near)).sum();
                let far = own().map(|trial| taken(&trial.far)).sum();
                if own().count() == 0 {
                    continue;
                }
                lines.push(vec![
                    condition.name(),
                    listener.name().into(),
                    threshold.to_string(),
                    rate(own().filter(|trial| trial.own.score >= threshold).count(), own().count()),
                    rate(near, own().map(|trial| trial.near.len()).sum()),
                    rate(far, own().map(|trial| trial.far.len()).sum()),
                ]);
            }
        }
    }
    let head = ["condition", "listener", "score from", "said, taken", "one digit wrong, taken", "random prompt, taken"];
    table(&head, &lines)
}

fn people(trials: &[Trial<'_>]) -> String {
    let mut found: BTreeMap<_, [(usize, usize); 3]> = BTreeMap::new();
    for (at, listener) in Listener::ALL.into_iter().enumerate() {
        for trial in of(trials, listener, Condition::Clean) {
            let own = &mut found.entry(&trial.said.speaker).or_default()[at];
            *own = (own.0 + usize::from(trial.own.exact), own.1 + 1);
        }
    }
    let lines: Vec<Vec<String>> = found
        .into_iter()
        .map(|(speaker, counts)| {
            let cells = counts.map(|(hits, n)| if n == 0 { "–".into() } else { format!("{hits} of {n}") });
            let who = vec![speaker.source.clone(), speaker.name.clone(), speaker.rate.to_string()];
            [who, cells.to_vec()].concat()
        })
        .collect();
    table(&["source", "speaker", "Hz", "server", "net", "PocketSphinx"], &lines)
}

/// How often a digit is right, by the confidence it came with.
fn certainty(trials: &[Trial<'_>]) -> String {
    let mut lines = Vec::new();
    for (from, to) in [(0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 0.99), (0.99, 1.01)] {
        let cells = [Listener::Server, Listener::Net].map(|listener| {
            let own = trials.iter().filter(|trial| trial.listener == listener);
            let places = own.flat_map(|trial| trial.hearing.digits.iter().zip(&trial.own.matched));
            let within: Vec<bool> = places
                .filter(|(digit, _)| (from..to).contains(&digit.confidence))
                .map(|(_, matched)| *matched)
                .collect();
            rate(within.iter().filter(|matched| **matched).count(), within.len())
        });
        lines.push([vec![format!("{from}–{:.2}", f32::min(to, 1.0))], cells.to_vec()].concat());
    }
    table(&["confidence", "server: right", "net: right"], &lines)
}
