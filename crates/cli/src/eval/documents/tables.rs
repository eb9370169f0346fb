//! Counting: one section a question, each by source and for all.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use countersign_domain::CheckResult;

use super::corpus::Sample;
use super::judge::{BarcodeFound, Judged};
use super::peers::Answers;
use crate::eval::table::{table, times};

/// One table.
pub struct Section {
    pub title: &'static str,
    pub note: String,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// Wilson's 95 % interval of a rate; `None` of nothing.
pub fn wilson(hits: usize, n: usize) -> Option<(f64, f64)> {
    const Z: f64 = 1.959_964;
    if n == 0 {
        return None;
    }
    let (count, share) = (n as f64, hits as f64 / n as f64);
    let middle = (share + Z * Z / (2.0 * count)) / (1.0 + Z * Z / count);
    let half = Z / (1.0 + Z * Z / count) * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}

/// `12 of 34 (35 %, 21–52)`.
pub fn rate(hits: usize, n: usize) -> String {
    match wilson(hits, n) {
        None => "0 of 0".into(),
        Some((low, high)) => {
            let share = 100.0 * hits as f64 / n as f64;
            format!("{hits} of {n} ({share:.0} %, {:.0}–{:.0})", 100.0 * low, 100.0 * high)
        }
    }
}

/// Every section that has something to say.
pub fn sections(samples: &[Sample], judged: &[Judged], peers: &Answers) -> Vec<Section> {
    let all = [
        zones(samples, judged),
        zone_confusion(samples, judged),
        characters(samples, judged),
        beside_peers(samples, judged, peers),
        barcodes(samples, judged),
        printed(samples, judged),
        checks(samples, judged),
        speed(judged),
    ];
    all.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

/// The sections as Markdown.
pub fn markdown(sections: &[Section]) -> String {
    let mut text = String::from(
        "Made by `countersign eval documents FOLDER`. Rates with Wilson's 95 % interval; small n proves little. \
         Times are of this machine while it was busy.\n",
    );
    for section in sections {
        let head: Vec<&str> = section.head.clone();
        write!(text, "\n### {}\n{}", section.title, table(&head, &section.rows)).unwrap_or_default();
        if !section.note.is_empty() {
            write!(text, "\n{}\n", section.note).unwrap_or_default();
        }
    }
    text
}

fn by_source<'a>(
    samples: &'a [Sample],
    judged: &'a [Judged],
    wanted: impl Fn(&Sample) -> bool,
) -> BTreeMap<String, Vec<(&'a Sample, &'a Judged)>> {
    let mut groups: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for pair in samples.iter().zip(judged).filter(|(sample, _)| wanted(sample)) {
        groups.entry(pair.0.source.clone()).or_default().push(pair);
        groups.entry("~all".into()).or_default().push(pair);
    }
    groups
}

/// `~all` sorts behind every source and is written `all`.
fn label(source: &str) -> String {
    source.trim_start_matches('~').to_owned()
}

fn truth(sample: &Sample) -> (&str, bool) {
    sample.mrz.as_ref().map_or(("", false), |(lines, verifies)| (lines.as_str(), *verifies))
}

fn zones(samples: &[Sample], judged: &[Judged]) -> Section {
    let rows = by_source(samples, judged, |sample| sample.mrz.is_some())
        .into_iter()
        .map(|(source, group)| {
            let count = |test: &dyn Fn(&Sample, &Judged) -> bool| group.iter().filter(|(s, j)| test(s, j)).count();
            let exact = |s: &Sample, j: &Judged| j.mrz.as_ref().is_some_and(|zone| zone.lines == truth(s).0);
            let verifiable = count(&|s, _| truth(s).1);
            let accepted_wrong = count(&|s, j| j.mrz.as_ref().is_some_and(|zone| zone.valid) && !exact(s, j));
            vec![
                label(&source),
                rate(count(&|_, j| j.mrz.is_some()), group.len()),
                rate(count(&|s, j| exact(s, j)), group.len()),
                rate(count(&|s, j| truth(s).1 && exact(s, j)), verifiable),
                rate(accepted_wrong, group.len()),
                times(&group.iter().map(|(_, j)| step(j, "mrz")).collect::<Vec<_>>()),
            ]
        })
        .collect();
    Section {
        title: "Machine readable zone",
        note: "Exact: every character of every line. Verifiable: the check digits of the truth agree.".into(),
        head: vec!["source", "found", "exact", "exact of the verifiable", "valid but wrong", "ms, median / p95"],
        rows,
    }
}

fn zone_confusion(samples: &[Sample], judged: &[Judged]) -> Section {
    let mut counts: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for (sample, judged) in samples.iter().zip(judged).filter(|(sample, _)| sample.mrz.is_some()) {
        let (lines, verifies) = truth(sample);
        let answer = match &judged.mrz {
            None => 4,
            Some(zone) => usize::from(zone.lines != lines) + 2 * usize::from(!zone.valid),
        };
        *counts.entry((if verifies { "verifies" } else { "does not verify" }, answer)).or_default() += 1;
    }
    let row = |truth: &'static str| {
        let cells = [0, 1, 2, 3, 4].map(|answer| counts.get(&(truth, answer)).copied().unwrap_or(0).to_string());
        std::iter::once(truth.to_owned()).chain(cells).collect::<Vec<_>>()
    };
    Section {
        title: "Zone: what was true, what was said",
        note: String::new(),
        head: vec!["truth", "valid, exact", "valid, wrong", "not valid, exact", "not valid, wrong", "none found"],
        rows: if counts.is_empty() { vec![] } else { vec![row("verifies"), row("does not verify")] },
    }
}

fn characters(samples: &[Sample], judged: &[Judged]) -> Section {
    let mut pairs: BTreeMap<(char, char), usize> = BTreeMap::new();
    for (sample, judged) in samples.iter().zip(judged) {
        let (Some((lines, _)), Some(zone)) = (&sample.mrz, &judged.mrz) else { continue };
        if lines.len() == zone.lines.len() {
            for (right, read) in lines.chars().zip(zone.lines.chars()).filter(|(a, b)| a != b) {
                *pairs.entry((right, read)).or_default() += 1;
            }
        }
    }
    let mut worst: Vec<_> = pairs.into_iter().collect();
    worst.sort_by_key(|((right, read), count)| (std::cmp::Reverse(*count), *right, *read));
    let rows = worst
        .into_iter()
        .take(12)
        .map(|((right, read), count)| vec![format!("`{right}`"), format!("`{read}`"), count.to_string()]);
    Section {
        title: "Zone: characters taken for another",
        note: String::new(),
        head: vec!["right", "read", "times"],
        rows: rows.collect(),
    }
}

fn beside_peers(samples: &[Sample], judged: &[Judged], peers: &Answers) -> Section {
    let known: Vec<(&Sample, &Judged)> = samples.iter().zip(judged).filter(|(s, _)| s.mrz.is_some()).collect();
    let verifiable = known.iter().filter(|(s, _)| truth(s).1).count();
    let mut rows = Vec::new();
    if !peers.read.is_empty() || !peers.missing.is_empty() {
        let ours = |s: &Sample, j: &Judged| j.mrz.as_ref().is_some_and(|zone| zone.lines == truth(s).0);
        let wrong = known.iter().filter(|(s, j)| !ours(s, j) && j.mrz.as_ref().is_some_and(|zone| zone.valid)).count();
        let ms: Vec<f64> = known.iter().map(|(_, j)| step(j, "mrz") + step(j, "decode")).collect();
        rows.push(vec![
            "countersign".into(),
            rate(known.iter().filter(|(s, j)| ours(s, j)).count(), known.len()),
            rate(known.iter().filter(|(s, j)| truth(s).1 && ours(s, j)).count(), verifiable),
            rate(wrong, known.len()),
            times(&ms),
        ]);
    }
    for (peer, read) in &peers.read {
        let exact = |s: &Sample| matches!(read.get(&s.path), Some((Some(zone), _)) if zone.lines == truth(s).0);
        let valid = |s: &Sample| matches!(read.get(&s.path), Some((Some(zone), _)) if zone.valid);
        rows.push(vec![
            peer.clone(),
            rate(known.iter().filter(|(s, _)| exact(s)).count(), known.len()),
            rate(known.iter().filter(|(s, _)| truth(s).1 && exact(s)).count(), verifiable),
            rate(known.iter().filter(|(s, _)| valid(s) && !exact(s)).count(), known.len()),
            times(&read.values().map(|(_, ms)| *ms).collect::<Vec<_>>()),
        ]);
    }
    for (peer, why) in &peers.missing {
        rows.push(vec![peer.clone(), format!("could not run ({why})"), String::new(), String::new(), String::new()]);
    }
    Section {
        title: "Zone: beside other readers",
        note: "The same pictures in the same run, decoding included, one thread each. Every reader's lines get the repair that ours get: brought to \
               width, classes and check digits. Theirs start from text, ours from character scores."
            .into(),
        head: vec!["reader", "exact", "exact of the verifiable", "valid but wrong", "ms, median / p95"],
        rows,
    }
}

fn barcodes(samples: &[Sample], judged: &[Judged]) -> Section {
    let rows = by_source(samples, judged, |sample| sample.barcode.is_some())
        .into_iter()
        .map(|(source, group)| {
            let count = |kind| group.iter().filter(|(_, judged)| judged.barcode == Some(kind)).count();
            vec![
                label(&source),
                rate(count(BarcodeFound::Exact), group.len()),
                count(BarcodeFound::Another).to_string(),
                count(BarcodeFound::Nothing).to_string(),
                times(&group.iter().map(|(_, j)| step(j, "barcode")).collect::<Vec<_>>()),
            ]
        })
        .collect();
    Section {
        title: "Barcodes",
        note: "Texts without their last line end, binary payloads byte by byte.".into(),
        head: vec!["source", "exact", "another content", "none", "ms, median / p95"],
        rows,
    }
}

fn printed(samples: &[Sample], judged: &[Judged]) -> Section {
    let mut groups: BTreeMap<String, [usize; 5]> = BTreeMap::new();
    for (sample, judged) in samples.iter().zip(judged) {
        for field in &judged.printed {
            for name in [field.field.clone(), format!("~{}", sample.source), "~~all".into()] {
                let counts = groups.entry(name).or_default();
                counts[0] += 1;
                counts[1] += usize::from(field.exact == Some(true));
                counts[2] += usize::from(field.folded);
                counts[3] += usize::from(field.exact == Some(false) && !field.folded);
                counts[4] += usize::from(field.exact.is_none());
            }
        }
    }
    let rows = groups
        .into_iter()
        .map(|(name, [n, exact, folded, wrong, abstained])| {
            vec![label(&name), rate(exact, n), rate(folded, n), rate(wrong, n), abstained.to_string()]
        })
        .collect();
    Section {
        title: "Printed fields, by field and by source",
        note: "Dates count by their day, countries by their code. Wrong: read with confidence, and another text even without accents.".into(),
        head: vec!["field or source", "exact with accents", "exact without accents", "wrong", "abstained"],
        rows,
    }
}

fn checks(samples: &[Sample], judged: &[Judged]) -> Section {
    let mut counts: BTreeMap<(&str, String), [usize; 4]> = BTreeMap::new();
    let mut reasons: BTreeMap<(&str, String), BTreeMap<&str, usize>> = BTreeMap::new();
    for (sample, judged) in samples.iter().zip(judged) {
        for (check, result, why) in &judged.checks {
            for source in [sample.source.clone(), "~all".into()] {
                let at = CheckResult::ALL.iter().position(|known| known == result).unwrap_or(3);
                counts.entry((check, source.clone())).or_default()[at] += 1;
                for code in why {
                    *reasons.entry((check, source.clone())).or_default().entry(code).or_default() += 1;
                }
            }
        }
    }
    let rows = counts
        .into_iter()
        .map(|((check, source), [pass, fail, doubt, none])| {
            let why = reasons.remove(&(check, source.clone())).unwrap_or_default();
            let why: Vec<String> = why.into_iter().map(|(code, count)| format!("{code} {count}")).collect();
            let n = pass + fail + doubt + none;
            vec![
                check.to_owned(),
                label(&source),
                rate(pass, n),
                fail.to_string(),
                doubt.to_string(),
                none.to_string(),
                why.join(", "),
            ]
        })
        .collect();
    Section {
        title: "Checks of one side, under policy level-2",
        note: "What the pictures should have got is not known here: specimens, scans and drawings are among them, so *pass* is no target.".into(),
        head: vec!["check", "source", "pass", "fail", "doubt", "could not assess", "reasons"],
        rows,
    }
}

fn step(judged: &Judged, name: &str) -> f64 {
    judged.timings.iter().find(|(step, _)| *step == name).map_or(0.0, |(_, ms)| *ms)
}

fn speed(judged: &[Judged]) -> Section {
    let mut steps: Vec<&str> = Vec::new();
    for (name, _) in judged.iter().flat_map(|judged| &judged.timings) {
        if !steps.contains(name) {
            steps.push(name);
        }
    }
    let of = |name: &str| {
        judged.iter().filter_map(|j| j.timings.iter().find(|(step, _)| *step == name)).map(|(_, ms)| *ms).collect()
    };
    let mut rows: Vec<Vec<String>> = steps
        .iter()
        .map(|name| (name, of(name)))
        .map(|(name, ms): (_, Vec<f64>)| vec![(*name).to_owned(), ms.len().to_string(), times(&ms)])
        .collect();
    let whole: Vec<f64> =
        judged.iter().filter(|j| !j.timings.is_empty()).map(|j| j.timings.iter().map(|(_, ms)| ms).sum()).collect();
    if !whole.is_empty() {
        rows.push(vec!["all".into(), whole.len().to_string(), times(&whole)]);
    }
    Section { title: "Time", note: String::new(), head: vec!["step", "n", "ms, median / p95"], rows }
}
