//! Spoken digits: strings joined from real isolated digits, speaker by speaker; right strings, accepted wrong prompts, times.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use countersign_checks::liveness::digits::min_score;
use countersign_domain::Check;
use countersign_inference::speech::{DigitRecogniser as _, judge};
use countersign_media::Sound;

use super::rows;
use super::table::{part, table, times};
use crate::inspect::Bench;

/// Digits in a string.
const LENGTH: usize = 6;
/// Strings a speaker.
const STRINGS: usize = 8;
/// Silence between two digits, seconds.
const GAP_S: f64 = 0.12;

/// A speaker's recordings of each digit.
type Speaker = BTreeMap<u8, Vec<Vec<f32>>>;

#[derive(Default)]
struct Tally {
    speakers: usize,
    strings: usize,
    heard: usize,
    accepted: usize,
    wrong_accepted: usize,
    ms: Vec<f64>,
}

/// Measures English speakers with at least four digits at 16 kHz or wider.
pub fn measure(bench: &Bench, corpus: &Path) -> Result<String> {
    let needed = bench.policy.limit(Check::LivenessDigits, min_score(true))?;
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for ((source, _), speaker) in speakers(bench, corpus)? {
        let mut state = 1;
        let tally = tallies.entry(source).or_default();
        tally.speakers += 1;
        for _ in 0..STRINGS {
            let (digits, sound) = join(&speaker, &mut state);
            let started = Instant::now();
            let Ok(hearing) = bench.toolbox.digits.recognise(&sound, "en", digits.len()) else { continue };
            tally.ms.push(started.elapsed().as_secs_f64() * 1000.0);
            let right = judge(&hearing, &digits);
            tally.strings += 1;
            tally.heard += usize::from(right.exact);
            tally.accepted += usize::from(f64::from(right.score) >= needed);
            // The prompt of somebody else: one digit changed, the hardest to refuse.
            let mut other = digits.clone();
            other[next(&mut state) % LENGTH] = (next(&mut state) % 10) as u8;
            let wrong = judge(&hearing, &other);
            tally.wrong_accepted += usize::from(other != digits && f64::from(wrong.score) >= needed);
        }
    }
    let lines: Vec<Vec<String>> = tallies
        .into_iter()
        .map(|(name, t)| {
            vec![
                name,
                t.speakers.to_string(),
                part(t.heard, t.strings),
                part(t.accepted, t.strings),
                part(t.wrong_accepted, t.strings),
                times(&t.ms),
            ]
        })
        .collect();
    let head = ["source", "speakers", "strings heard exactly", "accepted", "wrong prompt accepted", "ms, median / p95"];
    let note = format!(
        "\nRecogniser: {}. Strings of {LENGTH} real digits of one speaker with {GAP_S} s between them, clean; score limit {needed}. More in speech.md.\n",
        bench.toolbox.digits.name()
    );
    Ok(format!("\n## Spoken digits\n{}{note}", table(&head, &lines)))
}

fn speakers(bench: &Bench, corpus: &Path) -> Result<BTreeMap<(String, String), Speaker>> {
    let mut speakers: BTreeMap<(String, String), Speaker> = BTreeMap::new();
    for row in rows(corpus, "MANIFEST.csv")? {
        let truth = &row["ground_truth"];
        if row["category"] != "5_spoken_digits" || !truth.contains("English") && !truth.contains("english") {
            continue;
        }
        let word = |label: &str| {
            truth
                .split(label)
                .nth(1)
                .map(|rest| rest.trim_start().split([';', ' ', '(']).next().unwrap_or("").to_owned())
        };
        let digit = word("digit").and_then(|digit| digit.parse::<u8>().ok()).filter(|digit| *digit < 10);
        let rate: u32 = row["quality_note"].split(" Hz").next().and_then(|rate| rate.trim().parse().ok()).unwrap_or(0);
        let (Some(digit), Some(speaker), true) = (digit, word("speaker"), rate >= 16_000) else { continue };
        let of_digit = speakers.entry((row["source_repo"].clone(), speaker)).or_default().entry(digit).or_default();
        if of_digit.len() < 4
            && let Ok(sound) = bench.decoder.sound(&std::fs::read(corpus.join(&row["path"]))?)
        {
            of_digit.push(trimmed(&sound));
        }
    }
    speakers.retain(|_, digits| digits.values().filter(|recordings| !recordings.is_empty()).count() >= 4);
    Ok(speakers)
}

/// Without the silence around the word: above a hundredth of the peak's power, with 30 ms on both sides.
fn trimmed(sound: &Sound) -> Vec<f32> {
    let peak = sound.samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    let loud = |sample: &f32| sample.abs() > 0.05 * peak;
    let room = (0.03 * f64::from(sound.sample_rate)) as usize;
    let first = sound.samples.iter().position(loud).unwrap_or(0).saturating_sub(room);
    let last = (sound.samples.iter().rposition(loud).unwrap_or(0) + room).min(sound.samples.len());
    sound.samples.get(first..last).unwrap_or_default().to_vec()
}

fn join(speaker: &Speaker, state: &mut u64) -> (Vec<u8>, Sound) {
    let known: Vec<u8> =
        speaker.iter().filter(|(_, recordings)| !recordings.is_empty()).map(|(digit, _)| *digit).collect();
    let gap = vec![0.0; (GAP_S * 16_000.0) as usize];
    let mut digits = Vec::new();
    let mut samples = [gap.clone(), gap.clone()].concat();
    while digits.len() < LENGTH {
        let digit = known[next(state) % known.len()];
        if digits.last() == Some(&digit) {
            continue;
        }
        let recordings = &speaker[&digit];
        samples.extend(&recordings[next(state) % recordings.len()]);
        samples.extend(&gap);
        digits.push(digit);
    }
    samples.extend(&gap);
    (digits, Sound { sample_rate: 16_000, samples })
}

/// The same strings on every run: a small generator with a fixed start.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}
