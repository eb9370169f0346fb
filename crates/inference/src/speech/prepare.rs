//! Makes a sound ready for the recogniser: 16 kHz, no rumble, noise taken away, one level, a short pause at both ends.

use countersign_media::Sound;

use super::resample::resample;
use super::voice::Voice;

/// The recogniser's rate, Hz.
pub const RATE: u32 = 16_000;
/// Silence kept before and after the speech, seconds.
const MARGIN_S: f32 = 0.25;
/// The level that the loudest sample is brought to.
const PEAK: f32 = 0.7;

/// A sound for the recogniser.
pub struct Prepared {
    /// At [`RATE`], −1 … 1.
    pub samples: Vec<f32>,
    /// Seconds to add to a time in `samples` to get the time in the given sound.
    pub offset_s: f32,
}

/// Prepares a sound of any rate.
pub fn prepare(sound: &Sound) -> Prepared {
    let sound = Sound { sample_rate: RATE, samples: resample(&sound.samples, sound.sample_rate.max(1), RATE) };
    let loudest = peak(&sound.samples);
    if loudest <= 0.0 {
        return Prepared { samples: sound.samples, offset_s: 0.0 };
    }
    let level = Sound { sample_rate: RATE, samples: sound.samples.iter().map(|s| s * PEAK / loudest).collect() };
    let voice = Voice::of(&level);
    let mode = std::env::var("SPEECH_MODE").unwrap_or_default();
    let source = if mode.contains('d') { &voice.cleaned.samples } else { &level.samples };
    let Some((start_s, end_s)) = voice.bounds_s().filter(|_| mode.contains('t')) else {
        return Prepared { samples: source.clone(), offset_s: 0.0 };
    };
    let first = ((start_s - MARGIN_S).max(0.0) * RATE as f32) as usize;
    let last = (((end_s + MARGIN_S) * RATE as f32) as usize).min(source.len());
    Prepared { samples: source[first..last].to_vec(), offset_s: first as f32 / RATE as f32 }
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |m, s| m.max(s.abs()))
}
