//! Where somebody speaks, and the sound with the noise taken away: one pass of `RNNoise` (crate `nnnoiseless`).

use countersign_media::Sound;
use nnnoiseless::DenoiseState;

use super::resample::resample;

/// `RNNoise`'s rate, Hz.
const RATE: u32 = 48_000;
/// Seconds that one step covers.
pub const STEP_S: f32 = 0.01;
/// Voice probability from which a step counts as speech: the net's own middle.
const SPEECH: f32 = 0.5;
/// Steps by which speech is widened on both sides: quiet onsets and releases (/s/, /f/, /t/) lie there.
const HANG: usize = 5;

/// One pass over a sound.
pub struct Voice {
    /// For each 10 ms step, whether somebody speaks: probable, or within 50 ms of it.
    pub active: Vec<bool>,
    /// The sound with steady noise taken away, at the given sound's rate, aligned with it.
    pub cleaned: Sound,
}

impl Voice {
    /// Listens to a mono sound of −1 … 1 at any rate.
    pub fn of(sound: &Sound) -> Self {
        let (probability, cleaned) = denoise(&resample(&sound.samples, sound.sample_rate.max(1), RATE));
        let mut samples = resample(&cleaned, RATE, sound.sample_rate.max(1));
        samples.resize(sound.samples.len(), 0.0);
        let active = widen(&probability);
        Self { active, cleaned: Sound { sample_rate: sound.sample_rate, samples } }
    }

    /// The first and the last moment of speech, seconds; `None` where nobody speaks.
    pub fn bounds_s(&self) -> Option<(f32, f32)> {
        let first = self.active.iter().position(|a| *a)?;
        let last = self.active.iter().rposition(|a| *a)?;
        Some((first as f32 * STEP_S, (last + 1) as f32 * STEP_S))
    }
}

/// Voice probability for each whole or begun step, and the cleaned samples at 48 kHz.
fn denoise(samples: &[f32]) -> (Vec<f32>, Vec<f32>) {
    const STEP: usize = DenoiseState::FRAME_SIZE;
    let mut state = DenoiseState::new();
    let mut probability = Vec::new();
    let mut cleaned = Vec::with_capacity(samples.len() + STEP);
    let mut input = [0.0_f32; STEP];
    let mut output = [0.0_f32; STEP];
    let steps = samples.len().div_ceil(STEP);
    // The net answers one step late: feed one more and drop the first answer.
    for step in 0..=steps {
        let part = samples.get(step * STEP..).unwrap_or_default();
        input.fill(0.0);
        for (to, from) in input.iter_mut().zip(part) {
            *to = from * f32::from(i16::MAX);
        }
        let voice = state.process_frame(&mut output, &input);
        if step > 0 {
            probability.push(voice);
            cleaned.extend(output.iter().map(|s| s / f32::from(i16::MAX)));
        }
    }
    (probability, cleaned)
}

fn widen(probability: &[f32]) -> Vec<bool> {
    let mut active = vec![false; probability.len()];
    for (at, _) in probability.iter().enumerate().filter(|(_, p)| **p >= SPEECH) {
        let end = (at + HANG + 1).min(active.len());
        active[at.saturating_sub(HANG)..end].fill(true);
    }
    active
}
