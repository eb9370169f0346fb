//! How loud, how noisy and how full of speech a sound is.

use countersign_media::Sound;
use serde::Serialize;

use super::digits::HeardDigit;
use super::voice::{STEP_S, Voice};

/// The highest distance that is reported, dB: beyond it lies only the silence of a decoder.
const MOST_SNR_DB: f32 = 80.0;
/// Speech and pauses must each last this long for their distance to mean something, steps of 10 ms.
const FEWEST_STEPS: usize = 20;
/// Voice this close to a digit belongs to it, seconds: breaths, and the detector's own inertia.
const NEAR_S: f32 = 0.25;
/// A sample this close to full scale counts as clipped: 16-bit encoders and Opus leave flat tops slightly under 1.
const CLIPPED: f32 = 0.98;
/// Under this level in its loudest tenth of a second a sound holds nothing that could be heard, dBFS: a muted microphone's hiss lies
/// at −70 or lower, a whisper at arm's length at about −45.
const SILENT_DBFS: f32 = -55.0;
/// What digital silence is reported as, dBFS: half a step of 16 bits.
const FLOOR_DBFS: f32 = -96.0;

/// What was measured about a sound, apart from what was said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoiseMeasurement {
    /// Power of the speech over the power of the pauses, dB, at most 80; negative where the pauses are louder. `None` where speech or
    /// pauses last under 0.2 s: then nothing can be compared.
    pub snr_db: Option<f32>,
    /// Share of the time in which somebody speaks, 0 … 1.
    pub speech_share: f32,
    /// Share of the samples at full scale, 0 … 1.
    pub clipped_share: f32,
    /// The largest sample, 0 … 1.
    pub peak: f32,
    /// Mean power over the whole sound, dB under full scale, −96 … 0.
    pub level_dbfs: f32,
    /// Whether nothing could be heard at all: the loudest 0.1 s lies under −55 dBFS.
    pub silent: bool,
    /// The longest stretch of speech without a pause of 0.1 s, seconds.
    pub longest_speech_s: f32,
    /// When speech starts, seconds; 0 where there is none.
    pub speech_start_s: f32,
    /// When speech ends, seconds; 0 where there is none.
    pub speech_end_s: f32,
    /// For each step of 10 ms, whether somebody speaks.
    #[serde(skip)]
    active: Vec<bool>,
}

impl NoiseMeasurement {
    /// Measures a mono sound of −1 … 1 at any rate. Speech is where `RNNoise` finds a voice or within 50 ms of it. An empty sound is silent.
    pub fn of(sound: &Sound) -> Self {
        let voice = Voice::of(sound);
        let powers = step_powers(sound, voice.active.len());
        let speaking = voice.active.iter().filter(|a| **a).count();
        let (start, end) = voice.bounds_s().unwrap_or_default();
        let loudest = powers.windows(10).map(mean).fold(if powers.len() < 10 { mean(&powers) } else { 0.0 }, f32::max);
        Self {
            snr_db: snr_db(&powers, &voice.active),
            speech_share: share(speaking, voice.active.len()),
            clipped_share: share(sound.samples.iter().filter(|s| s.abs() >= CLIPPED).count(), sound.samples.len()),
            peak: sound.samples.iter().fold(0.0, |m, s| m.max(s.abs())),
            level_dbfs: decibels(mean(&powers)),
            silent: decibels(loudest) < SILENT_DBFS,
            longest_speech_s: longest_run(&voice.active) as f32 * STEP_S,
            speech_start_s: start,
            speech_end_s: end,
            active: voice.active,
        }
    }

    /// Seconds in which somebody speaks and none of the digits is said, nor within 0.25 s of one; 0 where no digits are given.
    pub fn other_speech_s(&self, digits: &[HeardDigit]) -> f32 {
        let said = |at: f32| digits.iter().any(|d| (d.start_s - NEAR_S..d.end_s + NEAR_S).contains(&at));
        let outside = self.active.iter().enumerate().filter(|(step, active)| **active && !said(*step as f32 * STEP_S));
        if digits.is_empty() { 0.0 } else { outside.count() as f32 * STEP_S }
    }
}

fn snr_db(powers: &[f32], active: &[bool]) -> Option<f32> {
    let of =
        |wanted: bool| powers.iter().zip(active).filter(|(_, a)| **a == wanted).map(|(p, _)| *p).collect::<Vec<f32>>();
    let (speech, pauses) = (of(true), of(false));
    if speech.len() < FEWEST_STEPS || pauses.len() < FEWEST_STEPS {
        return None;
    }
    let noise = mean(&pauses).max(1e-12);
    // The speech steps hold the noise as well.
    let clean = (mean(&speech) - noise).max(noise * 0.01);
    Some((10.0 * (clean / noise).log10()).min(MOST_SNR_DB))
}

/// Mean power of each 10 ms step.
fn step_powers(sound: &Sound, steps: usize) -> Vec<f32> {
    let width = sound.sample_rate as f32 * STEP_S;
    (0..steps)
        .map(|step| {
            let first = (step as f32 * width) as usize;
            let last = (((step + 1) as f32 * width) as usize).min(sound.samples.len());
            mean(&sound.samples.get(first..last).unwrap_or_default().iter().map(|s| s * s).collect::<Vec<f32>>())
        })
        .collect()
}

fn mean(values: &[f32]) -> f32 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f32>() / values.len() as f32 }
}

fn decibels(power: f32) -> f32 {
    (10.0 * power.max(1e-12).log10()).max(FLOOR_DBFS)
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn longest_run(active: &[bool]) -> usize {
    active.split(|a| !a).map(<[bool]>::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(samples: Vec<f32>) -> Sound {
        Sound { sample_rate: 16_000, samples }
    }

    #[test]
    fn silence_is_silent_and_has_no_distance() {
        for seconds in [0, 1] {
            let found = NoiseMeasurement::of(&sound(vec![0.0; seconds * 16_000]));
            assert!(found.silent);
            assert_eq!(found.snr_db, None);
            assert!(found.level_dbfs <= FLOOR_DBFS && found.speech_share.abs() < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn full_scale_is_clipped_and_loud() {
        let found =
            NoiseMeasurement::of(&sound((0..16_000).map(|i| if i / 40 % 2 == 0 { 1.0 } else { -1.0 }).collect()));
        assert!(found.clipped_share > 0.99 && !found.silent && found.level_dbfs > -0.1, "{found:?}");
        assert!((found.peak - 1.0).abs() < 1e-6);
    }

    #[test]
    fn distance_is_the_power_of_speech_over_pauses() {
        let active: Vec<bool> = (0..100).map(|i| i < 50).collect();
        let powers: Vec<f32> = active.iter().map(|a| if *a { 0.0101 } else { 0.0001 }).collect();
        assert!((snr_db(&powers, &active).unwrap_or_default() - 20.0).abs() < 0.01);
        assert_eq!(snr_db(&powers, &[true; 100]), None);
    }

    #[test]
    fn runs_are_the_longest_stretch() {
        assert_eq!(longest_run(&[true, true, false, true, true, true, false]), 3);
        assert_eq!(longest_run(&[]), 0);
    }
}
