//! Makes a sound ready for the recogniser: 16 kHz, one level, a short pause at both ends, never digital silence.
//!
//! Taking the noise away with `RNNoise` first was measured too and heard fewer digits at every noise level, so it is not done.

use countersign_media::Sound;

use super::resample::resample;
use super::voice::Voice;

/// The recogniser's rate, Hz.
pub const RATE: u32 = 16_000;
/// Silence kept before and after the speech, seconds.
const MARGIN_S: f32 = 0.25;
/// The level that the loudest sample is brought to.
const PEAK: f32 = 0.7;

/// How much of the rumble stays from sample to sample: falls by 6 dB an octave above 100 Hz.
const LEAK: f32 = 0.96;
/// Brings the rumble to −55 dB under full scale. Between −60 and −50 real and made speech were heard alike; without it, 6 of 27
/// made strings instead of 19 (docs/evaluation/speech.md).
const FLOOR: f32 = 0.001_73;

/// A sound for the recogniser.
pub struct Prepared {
    /// At [`RATE`], −1 … 1.
    pub samples: Vec<f32>,
    /// Seconds to add to a time in `samples` to get the time in the given sound.
    pub offset_s: f32,
}

/// Prepares a sound of any rate. Where no voice is found, the whole of it.
pub fn prepare(sound: &Sound) -> Prepared {
    let sound = Sound { sample_rate: RATE, samples: resample(&sound.samples, sound.sample_rate.max(1), RATE) };
    let loudest = peak(&sound.samples);
    if loudest <= 0.0 {
        return Prepared { samples: sound.samples, offset_s: 0.0 };
    }
    let level = Sound { sample_rate: RATE, samples: sound.samples.iter().map(|s| s * PEAK / loudest).collect() };
    let (start_s, end_s) = Voice::of(&level).bounds_s().unwrap_or((0.0, level.duration_s() as f32));
    let first = (((start_s - MARGIN_S).max(0.0) * RATE as f32) as usize).min(level.samples.len());
    let last = (((end_s + MARGIN_S) * RATE as f32) as usize).clamp(first, level.samples.len());
    Prepared { samples: with_floor(&level.samples[first..last]), offset_s: first as f32 / RATE as f32 }
}

/// Adds a soft rumble, the same in every run: the recogniser was trained on rooms, and pauses of exact zeros (which browsers' noise gates
/// and encoders leave) throw its normalisation off.
fn with_floor(samples: &[f32]) -> Vec<f32> {
    let mut state = 1_u32;
    let mut rumble = 0.0_f32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        rumble = rumble * LEAK + (f64::from(state) / f64::from(u32::MAX) - 0.5) as f32;
        rumble * FLOOR
    };
    samples.iter().map(|s| s + next()).collect()
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |m, s| m.max(s.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digital_silence_gets_a_floor_of_55_db_under_full_scale() {
        let floor = with_floor(&vec![0.0; 16_000]);
        let power = floor.iter().map(|s| s * s).sum::<f32>() / 16_000.0;
        assert!((10.0 * power.log10() + 55.0).abs() < 1.0, "{power}");
        assert_eq!(floor, with_floor(&vec![0.0; 16_000]));
    }

    #[test]
    fn quiet_and_loud_sounds_come_out_at_one_level_and_rate() {
        for gain in [0.01, 0.9] {
            let samples: Vec<f32> = (0..24_000).map(|i| gain * (i as f32 * 0.05).sin()).collect();
            let found = prepare(&Sound { sample_rate: 48_000, samples });
            assert!((peak(&found.samples) - PEAK).abs() < 0.05, "{gain}");
            assert!(found.samples.len() <= 8000 && found.offset_s < 0.5);
        }
        let nothing = prepare(&Sound { sample_rate: 16_000, samples: vec![0.0; 16_000] });
        assert_eq!(nothing.samples.len(), 16_000);
    }
}
