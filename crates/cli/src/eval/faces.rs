//! Face pairs: distances, error rates, EER.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use countersign_checks::examine::find_portrait;
use countersign_domain::Check;
use countersign_inference::face::{Descriptor, distance};

use super::rows;
use super::table::{part, table, times};
use crate::inspect::Bench;

#[derive(Default)]
struct Tally {
    same: Vec<f64>,
    different: Vec<f64>,
    lost: usize,
}

/// Measures every labelled pair.
pub fn measure(bench: &Bench, corpus: &Path) -> Result<String> {
    let same_below = bench.policy.limit(Check::FaceSamePerson, "max_same_distance")?;
    let other_from = bench.policy.limit(Check::FaceSamePerson, "min_other_distance")?;
    let mut known: HashMap<String, Option<Descriptor>> = HashMap::new();
    let mut ms = Vec::new();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for row in rows(corpus, "faces_pairs.csv")? {
        for path in [&row["path_a"], &row["path_b"]] {
            if !known.contains_key(path) {
                let started = Instant::now();
                let photo = bench.decoder.photo(&std::fs::read(corpus.join(path))?).ok();
                let portrait = photo.and_then(|photo| find_portrait(&bench.toolbox.faces, &photo.image, 0, &[0]).0);
                ms.push(started.elapsed().as_secs_f64() * 1000.0);
                known.insert(path.clone(), portrait.map(|portrait| portrait.descriptor));
            }
        }
        let tally = tallies.entry(row["source"].clone()).or_default();
        match (&known[&row["path_a"]], &known[&row["path_b"]]) {
            (Some(a), Some(b)) if row["label"] == "same" => tally.same.push(f64::from(distance(a, b))),
            (Some(a), Some(b)) => tally.different.push(f64::from(distance(a, b))),
            _ => tally.lost += 1,
        }
    }
    let lines: Vec<Vec<String>> = tallies
        .iter()
        .map(|(name, t)| {
            let below = |values: &[f64], limit: f64| values.iter().filter(|v| **v <= limit).count();
            vec![
                name.clone(),
                part(below(&t.same, same_below), t.same.len()),
                part(below(&t.different, same_below), t.different.len()),
                part(t.same.iter().filter(|v| **v >= other_from).count(), t.same.len()),
                equal_error(&t.same, &t.different)
                    .map_or_else(|| "none".into(), |(rate, at)| format!("{:.2} % at {at:.3}", rate * 100.0)),
                t.lost.to_string(),
            ]
        })
        .collect();
    let same_head = format!("same, at most {same_below}");
    let other_head = format!("different, at most {same_below}");
    let declined_head = format!("same, from {other_from}");
    let head = ["source", &same_head, &other_head, &declined_head, "equal error rate", "pairs without a face"];
    let time = format!(
        "\nOne picture, decoded, face found and described: {} ms (median / p95). The pairs are few and dependent: no claim of an error rate.\n",
        times(&ms)
    );
    Ok(format!("\n## Faces\n{}{time}", table(&head, &lines)))
}

/// The rate at which misses and false matches are equal, and its distance.
fn equal_error(same: &[f64], different: &[f64]) -> Option<(f64, f64)> {
    if same.is_empty() || different.is_empty() {
        return None;
    }
    let mut at: Vec<f64> = same.iter().chain(different).copied().collect();
    at.sort_by(f64::total_cmp);
    at.into_iter()
        .map(|limit| {
            let missed = same.iter().filter(|v| **v > limit).count() as f64 / same.len() as f64;
            let matched = different.iter().filter(|v| **v <= limit).count() as f64 / different.len() as f64;
            ((missed - matched).abs(), f64::midpoint(missed, matched), limit)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, rate, limit)| (rate, limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_equal_error_rate_lies_where_both_curves_meet() {
        assert_eq!(equal_error(&[0.1, 0.2], &[0.8, 0.9]).map(|(rate, _)| rate), Some(0.0));
        let (rate, _) = equal_error(&[0.1, 0.6], &[0.5, 0.9]).expect("both there");
        assert!((rate - 0.5).abs() < 1e-9);
        assert_eq!(equal_error(&[], &[0.5]), None);
    }
}
