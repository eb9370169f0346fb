//! Where somebody speaks: the voice detector of `RNNoise` (crate `nnnoiseless`).

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
}

impl Voice {
    /// Listens to a mono sound of −1 … 1 at any rate.
    pub fn of(sound: &Sound) -> Self {
        let probability = voice_probability(&resample(&sound.samples, sound.sample_rate.max(1), RATE));
        Self { active: widen(&probability) }
    }

    /// The first and the last moment of speech, seconds; `None` where nobody speaks.
    pub fn bounds_s(&self) -> Option<(f32, f32)> {
        let first = self.active.iter().position(|a| *a)?;
        let last = self.active.iter().rposition(|a| *a)?;
        Some((first as f32 * STEP_S, (last + 1) as f32 * STEP_S))
    }
}

/// For each whole or begun step of a sound at 48 kHz, the probability of a voice, 0 … 1.
fn voice_probability(samples: &[f32]) -> Vec<f32> {
    const STEP: usize = DenoiseState::FRAME_SIZE;
    let mut state = DenoiseState::new();
    let mut input = [0.0_f32; STEP];
    let mut cleaned = [0.0_f32; STEP];
    let step = |part: &[f32]| {
        input.fill(0.0);
        for (to, from) in input.iter_mut().zip(part) {
            *to = from * f32::from(i16::MAX);
        }
        state.process_frame(&mut cleaned, &input)
    };
    samples.chunks(STEP).map(step).collect()
}

fn widen(probability: &[f32]) -> Vec<bool> {
    let mut active = vec![false; probability.len()];
    for (at, _) in probability.iter().enumerate().filter(|(_, p)| **p >= SPEECH) {
        let end = (at + HANG + 1).min(active.len());
        active[at.saturating_sub(HANG)..end].fill(true);
    }
    active
}
