//! What a sound demands of the lips: how loud the voice is, and by the net `speech-lips` how far they open and whether they round.

use countersign_media::Sound;

use super::signal::GRID;
use crate::models::{Model, ModelError, ModelStore, Tensor};
use crate::speech::{resample, spoken_planes};

/// Name of the manifest.
pub const MODEL: &str = "speech-lips";
/// Bands of one frame.
const BANDS: usize = 40;
/// Samples a second that the net knows.
const RATE: u32 = 16_000;
/// Frames a second of the net.
const FRAMES_PER_SECOND: f64 = 100.0;
/// Bands of the voice: about 200 to 4,000 Hz.
const VOICE: std::ops::Range<usize> = 4..30;
/// Nats of one unit of the planes.
const NATS: f32 = 4.0;
/// How much under the loudest 5 % the loudness ends, nats (35 dB): pauses count as equally quiet.
const RANGE: f32 = 8.0;
/// Frames over which the loudness is taken, 80 ms.
const LOUD: usize = 8;

/// Hears what the lips must do.
pub struct HeardLips {
    net: Box<dyn Model>,
}

/// Courses of a sound on the common grid.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Demand {
    /// Loudness of the voice's band, nats.
    pub(super) loud: Vec<f32>,
    /// Expected opening, about 0–1.
    pub(super) opening: Vec<f32>,
    /// Expected rounding, about −1–1.
    pub(super) rounding: Vec<f32>,
}

impl HeardLips {
    /// With the net of a store.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self::over(store.load(MODEL)?))
    }

    /// Over any net with the manifest's contract.
    pub fn over(net: Box<dyn Model>) -> Self {
        Self { net }
    }

    /// What the weights are: hex sha256.
    pub fn fingerprint(&self) -> &str {
        &self.net.info().sha256
    }

    /// Opening and rounding for each 10 ms of mono samples at 16 kHz.
    pub fn expected(&self, samples: &[f32]) -> Result<[Vec<f32>; 2], ModelError> {
        let (frames, planes) = spoken_planes(samples);
        self.answer(frames, &planes)
    }

    fn answer(&self, frames: usize, planes: &[f32]) -> Result<[Vec<f32>; 2], ModelError> {
        let contract = |reason: String| ModelError::Contract { name: self.net.info().name.clone(), reason };
        let input = planes.get(frames * BANDS..).and_then(|own| Tensor::new(vec![1, BANDS, frames], own.to_vec()));
        let input = input.ok_or_else(|| contract("was given planes of another size".to_owned()))?;
        let output = self.net.run(&[input])?.into_iter().next();
        match output {
            Some(Tensor { shape, data }) if shape == [1, 2, frames] && data.len() == 2 * frames => {
                Ok([data[..frames].to_vec(), data[frames..].to_vec()])
            }
            other => Err(contract(format!("answered {:?}", other.map(|tensor| tensor.shape)))),
        }
    }

    /// The sound's courses from `first_s` on, `count` grid steps; past its end the last frame is held.
    pub(super) fn demand(&self, sound: &Sound, first_s: f64, count: usize) -> Result<Demand, ModelError> {
        let samples = resample(&sound.samples, sound.sample_rate.max(1), RATE);
        let (frames, planes) = spoken_planes(&samples);
        let [opening, rounding] = self.answer(frames, &planes)?;
        let loud = loudness(frames, &planes);
        let on_grid = |course: &[f32]| -> Vec<f32> {
            let at = |step: usize| ((first_s + step as f64 / GRID) * FRAMES_PER_SECOND).max(0.0) as usize;
            let value = |frame: usize| course[frame.min(course.len() - 1)];
            // Two frames make one step, weighted so that neighbouring steps share them.
            (0..count)
                .map(|step| {
                    let here = at(step);
                    0.5 * value(here) + 0.25 * (value(here.saturating_sub(1)) + value(here + 1))
                })
                .collect()
        };
        Ok(Demand { loud: on_grid(&loud), opening: on_grid(&opening), rounding: on_grid(&rounding) })
    }
}

/// Logarithm of the energy of the voice's band for each frame, a mean over [`LOUD`] frames, ending [`RANGE`] under the loudest.
fn loudness(frames: usize, planes: &[f32]) -> Vec<f32> {
    let energy = |frame: usize| -> f32 {
        let of = |band: usize| (NATS * planes.get(band * frames + frame).copied().unwrap_or_default()).exp();
        VOICE.map(of).sum::<f32>().max(1e-12).ln()
    };
    let single: Vec<f32> = (0..frames).map(energy).collect();
    let mean = |at: usize| {
        let window = &single[at.saturating_sub(LOUD / 2 - 1)..(at + LOUD / 2 + 1).min(frames)];
        window.iter().sum::<f32>() / window.len().max(1) as f32
    };
    let course: Vec<f32> = (0..frames).map(mean).collect();
    let mut sorted = course.clone();
    sorted.sort_by(f32::total_cmp);
    let top = sorted.get(sorted.len() * 95 / 100).copied().unwrap_or(0.0);
    course.iter().map(|value| value.clamp(top - RANGE, top)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::FakeModel;

    #[test]
    fn a_net_of_another_contract_is_an_error() {
        let wrong = FakeModel::new(MODEL, |_| vec![Tensor { shape: vec![1, 3, 4], data: vec![0.0; 12] }]);
        let sound = Sound { sample_rate: 16_000, samples: vec![0.1; 8000] };
        assert!(HeardLips::over(Box::new(wrong)).demand(&sound, 0.0, 10).is_err());
    }

    #[test]
    fn loud_parts_are_loud_and_pauses_end_eight_nats_below() {
        let samples: Vec<f32> =
            (0..32_000).map(|i| if (8000..16_000).contains(&i) { 0.4 * (i as f32 * 0.4).sin() } else { 0.0 }).collect();
        let (frames, planes) = spoken_planes(&samples);
        let course = loudness(frames, &planes);
        let top = course.iter().copied().fold(f32::MIN, f32::max);
        assert!((course[75] - top).abs() < 0.5 && (top - course[150] - RANGE).abs() < 0.5, "{}", course[150]);
    }
}
