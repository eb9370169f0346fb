//! Which recordings there are, and the strings joined from them: the same in every run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use countersign_media::Sound;

use crate::sound::{Dice, decode, silence, trim};

/// A source's speaker.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    pub source: String,
    pub name: String,
    /// Recorded at 8 kHz: telephone band.
    pub narrow: bool,
}

/// Six digits of one speaker.
pub struct Said {
    pub speaker: Speaker,
    pub digits: Vec<u8>,
    pub sound: Sound,
}

/// The samples' folder, where there is one.
pub fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("COUNTERSIGN_CORPUS").map_or(beside, PathBuf::from);
    folder.join("MANIFEST.csv").is_file().then_some(folder)
}

/// Every speaker with at least four different English digits, with the files of each digit.
pub fn speakers(folder: &Path) -> BTreeMap<Speaker, BTreeMap<u8, Vec<PathBuf>>> {
    let manifest = std::fs::read_to_string(folder.join("MANIFEST.csv")).unwrap();
    let mut found: BTreeMap<Speaker, BTreeMap<u8, Vec<PathBuf>>> = BTreeMap::new();
    for line in manifest.lines().filter(|l| l.contains(",5_spoken_digits,") && l.contains("; English")) {
        let path = line.split(',').next().unwrap();
        let Some(truth) = line.split_once("digit ").filter(|_| !path.contains(',')) else { continue };
        let Some(digit) = truth.1.chars().next().and_then(|c| c.to_digit(10)) else { continue };
        let Some(name) = truth.1.split("speaker ").nth(1).and_then(|n| n.split(';').next()) else { continue };
        let source = path.split('/').nth(1).unwrap_or_default().to_owned();
        let speaker = Speaker { narrow: source.starts_with("Jakobovski"), source, name: name.to_owned() };
        found.entry(speaker).or_default().entry(digit as u8).or_default().push(folder.join(path));
    }
    for files in found.values_mut().flat_map(BTreeMap::values_mut) {
        files.sort();
    }
    found.retain(|_, digits| digits.len() >= 4);
    found
}

/// `each` strings of six digits for every speaker; pauses of 80–200 ms, 300 ms of silence at both ends.
pub fn strings(folder: &Path, each: usize) -> Vec<Said> {
    let mut all = Vec::new();
    for (at, (speaker, digits)) in speakers(folder).into_iter().enumerate() {
        let mut dice = Dice::new(0x5EED + at as u64);
        for _ in 0..each {
            all.push(join(&speaker, &digits, &mut dice));
        }
    }
    all
}

fn join(speaker: &Speaker, digits: &BTreeMap<u8, Vec<PathBuf>>, dice: &mut Dice) -> Said {
    let known: Vec<u8> = digits.keys().copied().collect();
    let mut samples = silence(0.3);
    let mut said = Vec::new();
    for _ in 0..6 {
        let digit = known[dice.below(known.len())];
        let files = &digits[&digit];
        samples.extend(trim(&decode(&files[dice.below(files.len())])));
        samples.extend(silence(0.08 + 0.12 * dice.share()));
        said.push(digit);
    }
    samples.extend(silence(0.3));
    Said { speaker: speaker.clone(), digits: said, sound: Sound { sample_rate: 16_000, samples } }
}
