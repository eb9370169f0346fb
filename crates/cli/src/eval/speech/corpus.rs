//! Strings of one speaker, joined from a manifest's single digits or recorded whole.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use countersign_media::Sound;

use super::spoil::{Dice, RATE, at_rate};
use crate::eval::{Row, rows, source};
use crate::inspect::Bench;

/// Digits in a joined string.
pub const LENGTH: usize = 6;
/// A speaker's recordings of one digit that are used at most.
const MOST_RECORDINGS: usize = 4;

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    /// The repository.
    pub source: String,
    /// The manifest's name for them.
    pub name: String,
    /// Samples a second of the recordings, the lowest.
    pub rate: u32,
}

/// A string somebody said.
pub struct Said {
    /// Who.
    pub speaker: Speaker,
    /// What.
    pub digits: Vec<u8>,
    /// Recorded as a whole, not joined.
    pub whole: bool,
    /// 16 kHz.
    pub samples: Vec<f32>,
}

/// What there is to hear.
pub struct Corpus {
    /// Strings.
    pub strings: Vec<Said>,
    /// Single digits of anybody, for babble; 16 kHz.
    pub voices: Vec<Vec<f32>>,
}

/// A speaker's recordings of each digit, 16 kHz.
type Digits = BTreeMap<u8, Vec<Vec<f32>>>;

/// `each` joined strings of every speaker with at least four different digits, and every recorded string.
pub fn load(bench: &Bench, folder: &Path, language: &str, each: usize) -> Result<Corpus> {
    let mut speakers: BTreeMap<(String, String), (u32, Digits)> = BTreeMap::new();
    let mut strings = Vec::new();
    for row in rows(folder, "MANIFEST.csv")? {
        let Some((said, speaker)) = label(&row, language) else { continue };
        let name = (source(&row["path"]).to_owned(), speaker);
        let full = |digits: &Digits| digits.get(&said[0]).is_some_and(|known| known.len() >= MOST_RECORDINGS);
        if said.len() == 1 && speakers.get(&name).is_some_and(|(_, digits)| full(digits)) {
            continue;
        }
        let Ok(sound) = bench.decoder.sound(&std::fs::read(folder.join(&row["path"]))?) else { continue };
        let samples = at_rate(&sound);
        if said.len() > 1 {
            let speaker = Speaker { source: name.0, name: name.1, rate: sound.sample_rate };
            strings.push(Said { speaker, digits: said, whole: true, samples });
            continue;
        }
        let (rate, digits) = speakers.entry(name).or_insert((sound.sample_rate, BTreeMap::new()));
        *rate = sound.sample_rate.min(*rate);
        digits.entry(said[0]).or_default().push(trimmed(&samples));
    }
    let voices = speakers.values().flat_map(|(_, digits)| digits.values().flatten()).take(400).cloned().collect();
    for (at, ((source, name), (rate, digits))) in speakers.into_iter().enumerate() {
        if digits.len() < 4 {
            continue;
        }
        let mut dice = Dice::new(0x5EED + at as u64);
        let speaker = Speaker { source, name, rate };
        strings.extend((0..each).map(|_| join(&speaker, &digits, &mut dice)));
    }
    Ok(Corpus { strings, voices })
}

/// Digits and speaker of a row such as `digit 4; speaker jackson; English` or `digits 1 2 3; speaker ntua_01; English`.
fn label(row: &Row, language: &str) -> Option<(Vec<u8>, String)> {
    let truth = row.get("ground_truth")?;
    let spoken = countersign_checks::SpokenLanguage::of(language)?;
    if !row.get("category")?.contains("digits") || !truth.to_lowercase().contains(&spoken.name.to_lowercase()) {
        return None;
    }
    let mut parts = truth.split(';').map(str::trim);
    let said = parts.next()?.strip_prefix("digit")?.trim_start_matches('s').trim();
    let digits: Vec<u8> =
        said.split_whitespace().map(|word| word.parse().ok().filter(|digit| *digit < 10)).collect::<Option<_>>()?;
    let speaker = parts.find_map(|part| part.strip_prefix("speaker "))?.split(" (").next()?.to_owned();
    (!digits.is_empty() && digits.len() <= 16).then_some((digits, speaker))
}

/// Without the silence around the word: louder than a twentieth of the peak, with 30 ms on both sides.
fn trimmed(samples: &[f32]) -> Vec<f32> {
    let peak = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    let loud = |sample: &f32| sample.abs() > 0.05 * peak;
    let room = RATE as usize * 3 / 100;
    let first = samples.iter().position(loud).unwrap_or(0).saturating_sub(room);
    let last = (samples.iter().rposition(loud).unwrap_or(0) + room).min(samples.len());
    let cut = samples.get(first..last).unwrap_or_default();
    cut.iter().map(|sample| sample * 0.5 / peak.max(1e-6)).collect()
}

/// Pauses of 80–200 ms, 300 ms of silence at both ends; a speaker's levels are evened out.
fn join(speaker: &Speaker, digits: &Digits, dice: &mut Dice) -> Said {
    let known: Vec<u8> = digits.keys().copied().collect();
    let silence = |seconds: f32| vec![0.0; (seconds * RATE as f32) as usize];
    let mut samples = silence(0.3);
    let mut said = Vec::new();
    for _ in 0..LENGTH {
        let digit = known[dice.below(known.len())];
        let recordings = &digits[&digit];
        samples.extend(&recordings[dice.below(recordings.len())]);
        samples.extend(silence(0.08 + 0.12 * dice.share()));
        said.push(digit);
    }
    samples.extend(silence(0.2));
    Said { speaker: speaker.clone(), digits: said, whole: false, samples }
}

/// As the recogniser takes it.
pub fn sound(samples: Vec<f32>) -> Sound {
    Sound { sample_rate: RATE, samples }
}
