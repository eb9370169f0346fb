//! What the net sees of a sound: log-mel energies, as `training/digits/features.py` computes them.

use std::f32::consts::PI;

use realfft::RealFftPlanner;

/// Samples a second.
pub const RATE: u32 = 16_000;
/// Samples of one window, 25 ms.
const WINDOW: usize = 400;
/// Samples from window to window, 10 ms.
const HOP: usize = 160;
/// Points of the transform.
const FFT: usize = 512;
/// Bands.
pub const BANDS: usize = 40;
/// The lowest and the highest edge of a band, Hz.
const EDGES_HZ: (f64, f64) = (60.0, 7600.0);
/// Nats under the loudest cell that are still told apart: 60 dB.
const DEPTH: f32 = 14.0;
/// Nats for one unit of the net's input.
const SCALE: f32 = 4.0;

/// Two planes of [`BANDS`] × `frames`: the cells around their mean, and around each band's mean.
pub struct Planes {
    /// Frames of 10 ms.
    pub frames: usize,
    /// Plane, band, frame; the last runs fastest.
    pub values: Vec<f32>,
}

/// The planes of mono samples at [`RATE`]; shorter than one window they are continued with silence.
pub fn planes(samples: &[f32]) -> Planes {
    let cells = log_mel(samples);
    let frames = cells.len();
    let mean = |values: &mut dyn Iterator<Item = f32>, count: usize| {
        values.map(f64::from).sum::<f64>() as f32 / count.max(1) as f32
    };
    let whole = mean(&mut cells.iter().flatten().copied(), frames * BANDS);
    let mut values = Vec::with_capacity(2 * frames * BANDS);
    for band in 0..BANDS {
        values.extend(cells.iter().map(|frame| (frame[band] - whole) / SCALE));
    }
    for band in 0..BANDS {
        let own = mean(&mut cells.iter().map(|frame| frame[band]), frames);
        values.extend(cells.iter().map(|frame| (frame[band] - own) / SCALE));
    }
    Planes { frames, values }
}

/// For each frame the natural logarithm of the energy in each band, at most [`DEPTH`] under the loudest.
fn log_mel(samples: &[f32]) -> Vec<[f32; BANDS]> {
    let frames = if samples.len() < WINDOW { 1 } else { 1 + (samples.len() - WINDOW) / HOP };
    let window: Vec<f32> = (0..WINDOW).map(|i| 0.5 - 0.5 * (2.0 * PI * i as f32 / WINDOW as f32).cos()).collect();
    let bands = triangles();
    let transform = RealFftPlanner::<f32>::new().plan_fft_forward(FFT);
    let (mut input, mut output) = (transform.make_input_vec(), transform.make_output_vec());
    let mut scratch = transform.make_scratch_vec();
    let mut cells = Vec::with_capacity(frames);
    for frame in 0..frames {
        input.fill(0.0);
        let part = samples.get(frame * HOP..).unwrap_or_default();
        for (to, (sample, weight)) in input.iter_mut().zip(part.iter().zip(&window)) {
            *to = sample * weight;
        }
        // The lengths are the plan's own, so the transform cannot refuse them; a refusal would leave silence.
        if transform.process_with_scratch(&mut input, &mut output, &mut scratch).is_err() {
            output.fill_with(Default::default);
        }
        let power: Vec<f32> = output.iter().map(|c| c.re * c.re + c.im * c.im).collect();
        cells.push(std::array::from_fn(|band| {
            let (first, weights) = &bands[band];
            let energy: f32 = weights.iter().zip(&power[*first..]).map(|(w, p)| w * p).sum();
            (energy + 1e-10).ln()
        }));
    }
    let loudest = cells.iter().flatten().copied().fold(f32::NEG_INFINITY, f32::max);
    for cell in cells.iter_mut().flatten() {
        *cell = cell.max(loudest - DEPTH);
    }
    cells
}

/// For each band the first point of the spectrum it takes, and the weights from there.
fn triangles() -> Vec<(usize, Vec<f32>)> {
    let mel = |hertz: f64| 2595.0 * (1.0 + hertz / 700.0).log10();
    let (low, high) = (mel(EDGES_HZ.0), mel(EDGES_HZ.1));
    let edge = |at: usize| {
        let place = low + (high - low) * at as f64 / (BANDS + 1) as f64;
        700.0 * (10.0_f64.powf(place / 2595.0) - 1.0)
    };
    (0..BANDS)
        .map(|band| {
            let (low, middle, high) = (edge(band), edge(band + 1), edge(band + 2));
            let weight = |point: usize| {
                let hertz = point as f64 * f64::from(RATE) / FFT as f64;
                ((hertz - low) / (middle - low)).min((high - hertz) / (high - middle)).max(0.0) as f32
            };
            let points: Vec<usize> = (0..=FFT / 2).filter(|point| weight(*point) > 0.0).collect();
            let first = points.first().copied().unwrap_or(0);
            (first, points.into_iter().map(weight).collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_lights_its_band_and_loudness_does_not_matter() {
        let tone = |gain: f32| -> Vec<f32> {
            (0..16_000).map(|i| gain * (2.0 * PI * 1000.0 * i as f32 / 16_000.0).sin()).collect()
        };
        let found = planes(&tone(0.5));
        assert_eq!(found.frames, 98);
        assert_eq!(found.values.len(), 2 * BANDS * 98);
        let at = |band: usize| found.values[band * 98 + 50];
        let loudest = (0..BANDS).max_by(|a, b| at(*a).total_cmp(&at(*b))).unwrap();
        let edges = triangles();
        let hertz = |band: usize| (edges[band].0 + edges[band].1.len() / 2) as f64 * 31.25;
        assert!((hertz(loudest) - 1000.0).abs() < 100.0, "{}", hertz(loudest));
        let quiet = planes(&tone(0.005));
        let apart = found.values.iter().zip(&quiet.values).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(apart < 0.02, "{apart}");
    }

    #[test]
    fn silence_and_next_to_nothing_are_frames_too() {
        assert!(planes(&[]).values.iter().all(|v| v.abs() < 1e-6));
        assert_eq!(planes(&[0.1; 399]).frames, 1);
        assert_eq!(planes(&[0.1; 560]).frames, 2);
    }
}
