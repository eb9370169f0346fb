//! Machine readable zones: exact documents, wrong ones that verify, times.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use countersign_inference::document::mrz::{Effort, decode};
use countersign_inference::document::picture::Gray;

use super::table::{part, table, times};
use super::{rows, source};
use crate::inspect::Bench;

#[derive(Default)]
struct Tally {
    n: usize,
    verifiable: usize,
    exact: usize,
    exact_verifiable: usize,
    found: usize,
    wrong_but_valid: usize,
    ms: Vec<f64>,
}

/// Measures every image with a ground truth.
pub fn measure(bench: &Bench, corpus: &Path) -> Result<String> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for row in rows(corpus, "mrz_groundtruth.csv")? {
        let Ok(photo) = bench.decoder.photo(&std::fs::read(corpus.join(&row["path"]))?) else { continue };
        let started = Instant::now();
        let zone = bench.toolbox.documents.mrz.read(&Gray::from_rgb(&photo.image), Effort::Search).ok().flatten();
        let read = zone.and_then(|zone| decode(&zone, bench.today));
        let ms = started.elapsed().as_secs_f64() * 1000.0;
        let verifiable = row.get("check_digits").is_some_and(|state| state == "pass");
        for name in [source(&row["path"]).to_owned(), "all".into()] {
            let tally = tallies.entry(name).or_default();
            tally.n += 1;
            tally.verifiable += usize::from(verifiable);
            tally.ms.push(ms);
            let Some(read) = &read else { continue };
            let exact = read.mrz.lines.join("|") == row["mrz"];
            tally.found += 1;
            tally.exact += usize::from(exact);
            tally.exact_verifiable += usize::from(exact && verifiable);
            tally.wrong_but_valid += usize::from(!exact && read.mrz.valid);
        }
    }
    let lines: Vec<Vec<String>> = tallies
        .into_iter()
        .map(|(name, t)| {
            vec![
                name,
                part(t.found, t.n),
                part(t.exact, t.n),
                part(t.exact_verifiable, t.verifiable),
                part(t.wrong_but_valid, t.n),
                times(&t.ms),
            ]
        })
        .collect();
    let head = [
        "source",
        "zone found",
        "all lines exact",
        "exact, of those whose check digits verify",
        "wrong but valid",
        "ms, median / p95",
    ];
    Ok(format!("\n## Machine readable zones\n{}", table(&head, &lines)))
}
