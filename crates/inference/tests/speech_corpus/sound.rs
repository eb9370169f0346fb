//! Sounds for the measurements: decoding with `ffmpeg`, trimming, noise at a given distance. The same in every run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::Speaker;

pub const RATE: f32 = 16_000.0;

/// `SplitMix64`: enough for choosing strings and noise.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// 0 … 1.
    pub fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }
}

/// A sound file as 16 kHz mono.
pub fn decode(path: &Path) -> Vec<f32> {
    let out = Command::new("ffmpeg")
        .args(["-v", "error", "-i"])
        .arg(path)
        .args(["-ac", "1", "-ar", "16000", "-f", "f32le", "-"])
        .output();
    out.unwrap().stdout.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

pub fn silence(seconds: f32) -> Vec<f32> {
    vec![0.0; (seconds * RATE) as usize]
}

/// Without the quiet ends: everything 30 dB under the loudest 10 ms, less 50 ms.
pub fn trim(samples: &[f32]) -> Vec<f32> {
    let energy: Vec<f32> = samples.chunks(160).map(|c| c.iter().map(|s| s * s).sum::<f32>()).collect();
    let floor = energy.iter().fold(0.0_f32, |m, e| m.max(*e)) / 1000.0;
    let loud = |e: &f32| *e > floor;
    let (Some(first), Some(last)) = (energy.iter().position(loud), energy.iter().rposition(loud)) else {
        return samples.to_vec();
    };
    samples[first.saturating_sub(5) * 160..((last + 6) * 160).min(samples.len())].to_vec()
}

/// With `noise` (repeated as needed) `distance_db` under the speech, both measured over the parts above silence.
pub fn with_noise(samples: &[f32], noise: &[f32], distance_db: f32) -> Vec<f32> {
    let gain = (power(samples) / power(noise).max(1e-12)).sqrt() * 10_f32.powf(-distance_db / 20.0);
    let mixed: Vec<f32> = samples.iter().enumerate().map(|(i, s)| s + gain * noise[i % noise.len()]).collect();
    let loudest = mixed.iter().fold(1.0_f32, |m, s| m.max(s.abs()));
    mixed.iter().map(|s| s / loudest).collect()
}

fn power(samples: &[f32]) -> f32 {
    let loud: Vec<f32> =
        samples.chunks(160).map(|c| c.iter().map(|s| s * s).sum::<f32>() / 160.0).filter(|p| *p > 1e-7).collect();
    loud.iter().sum::<f32>() / loud.len().max(1) as f32
}

pub fn white(seconds: f32, dice: &mut Dice) -> Vec<f32> {
    (0..(seconds * RATE) as usize).map(|_| (0..4).map(|_| dice.share() - 0.5).sum()).collect()
}

/// Many voices at once: eight streams of digits from all speakers laid over each other.
pub fn babble(speakers: &BTreeMap<Speaker, BTreeMap<u8, Vec<PathBuf>>>, seconds: f32, dice: &mut Dice) -> Vec<f32> {
    let files: Vec<&PathBuf> = speakers.values().flat_map(BTreeMap::values).filter_map(|f| f.first()).collect();
    let voices: Vec<Vec<f32>> = files.iter().map(|f| level(&trim(&decode(f)))).collect();
    let mut sum = silence(seconds);
    for _ in 0..8 {
        let mut at = 0;
        while at < sum.len() {
            let voice = &voices[dice.below(voices.len())];
            for (to, from) in sum[at..].iter_mut().zip(voice) {
                *to += from;
            }
            at += voice.len();
        }
    }
    sum
}

fn level(samples: &[f32]) -> Vec<f32> {
    let gain = 0.1 / power(samples).sqrt().max(1e-6);
    samples.iter().map(|s| s * gain).collect()
}

/// Through the telephone band: 8 kHz and back, by `ffmpeg`.
pub fn telephone(samples: &[f32]) -> Vec<f32> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sound.f32");
    let bytes: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
    std::fs::write(&file, bytes).unwrap();
    let filter = ["-af", "aresample=8000,aresample=16000", "-f", "f32le", "-"];
    let out = Command::new("ffmpeg")
        .args(["-v", "error", "-f", "f32le", "-ar", "16000", "-ac", "1", "-i"])
        .arg(&file)
        .args(filter)
        .output();
    out.unwrap().stdout.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}
