//! The pulse in the skin's colour: the plane orthogonal to the skin's own tone (Wang and others 2017, POS), and how much of its swing lies at one
//! frequency of a heart. Four seconds hold three to eight beats and codecs take most of the colour away, so this is weak evidence and is
//! recorded without weight.

use countersign_media::Clip;

use super::Signs;
use crate::face::{FaceTrack, Landmarks};

/// Shortest clip, seconds.
const LEAST_S: f64 = 3.5;
/// Slowest clip, frames a second.
const LEAST_RATE: f64 = 15.0;
/// Frequencies of a heart, hertz: 42 to 180 beats a minute.
const HEART: (f64, f64) = (0.7, 3.0);
/// How wide one frequency counts, hertz: what a raised cosine over four seconds blurs it to.
const WIDE: f64 = 0.4;

pub(super) fn measure(clip: &Clip, track: &FaceTrack, found: &mut Signs) {
    let mut colours = Vec::new();
    for (point, frame) in track.points.iter().zip(&clip.frames) {
        // Where the face is lost for a frame the last colour is held.
        let mean = point.face.map(|face| skin(&frame.image, &face.landmarks)).or_else(|| colours.last().copied());
        colours.extend(mean);
    }
    let seconds = clip.frames.last().map_or(0.0, |frame| frame.at_s);
    if seconds < LEAST_S || clip.facts.frame_rate < LEAST_RATE || colours.len() < 2 {
        return;
    }
    found.pulse = strength(&colours, (colours.len() - 1) as f64 / seconds);
}

/// Mean colour of both cheeks.
fn skin(image: &countersign_media::RgbImage, landmarks: &Landmarks) -> [f64; 3] {
    let [left, right] = landmarks.eyes();
    let (nose, reach) = (landmarks.nose(), 0.16 * landmarks.inter_eye_distance());
    let mut sum = [0.0; 3];
    let mut count = 0.0;
    for (x, y) in [(left.0, nose.1), (right.0, nose.1)] {
        let span =
            |middle: f32, limit: u32| ((middle - reach).max(0.0) as u32)..((middle + reach).max(0.0) as u32).min(limit);
        for row in span(y, image.height) {
            for column in span(x, image.width) {
                let pixel = image.at(column, row);
                sum = [0, 1, 2].map(|c| sum[c] + f64::from(pixel[c]));
                count += 1.0;
            }
        }
    }
    sum.map(|value| value / f64::max(count, 1.0))
}

/// Power at the strongest frequency of a heart over that of the rest of the band, decibels.
fn strength(colours: &[[f64; 3]], rate: f64) -> Option<f32> {
    let count = colours.len() as f64;
    let mean = [0, 1, 2].map(|c| colours.iter().map(|colour| colour[c]).sum::<f64>() / count);
    if mean.iter().any(|value| *value < 1.0) {
        return None;
    }
    let normal: Vec<[f64; 3]> = colours.iter().map(|colour| [0, 1, 2].map(|c| colour[c] / mean[c] - 1.0)).collect();
    let first: Vec<f64> = normal.iter().map(|[_, g, b]| g - b).collect();
    let second: Vec<f64> = normal.iter().map(|[r, g, b]| g + b - 2.0 * r).collect();
    let ratio = deviation(&first) / deviation(&second).max(1e-9);
    let signal: Vec<f64> = first.iter().zip(&second).map(|(a, b)| a + ratio * b).collect();
    let powers: Vec<(f64, f64)> =
        (0..=46).map(|n| HEART.0 + f64::from(n) * 0.05).map(|hertz| (hertz, power(&signal, hertz, rate))).collect();
    let (best, _) = powers.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    let near = |hertz: f64| (hertz - best).abs() <= WIDE;
    let share =
        |wanted: bool| powers.iter().filter(|(hertz, _)| near(*hertz) == wanted).map(|(_, power)| power).sum::<f64>();
    debug_assert!(powers.last().is_some_and(|(hertz, _)| *hertz <= HEART.1 + 0.01));
    Some((10.0 * (share(true).max(1e-12) / share(false).max(1e-12)).log10()) as f32)
}

fn deviation(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len().max(1) as f64).sqrt()
}

/// Power at one frequency under a raised cosine, the mean taken away.
fn power(signal: &[f64], hertz: f64, rate: f64) -> f64 {
    let count = signal.len() as f64;
    let mean = signal.iter().sum::<f64>() / count;
    let (mut real, mut imaginary) = (0.0, 0.0);
    for (at, value) in signal.iter().enumerate() {
        let window = 0.5 - 0.5 * (std::f64::consts::TAU * at as f64 / count).cos();
        let turn = std::f64::consts::TAU * hertz * at as f64 / rate;
        real += window * (value - mean) * turn.cos();
        imaginary += window * (value - mean) * turn.sin();
    }
    (real * real + imaginary * imaginary) / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beating_heart_stands_out_of_noise() {
        let noise = |i: usize, c: usize| ((i * 7919 + c * 104_729) % 101) as f64 / 101.0 - 0.5;
        let colours = |swing: f64| -> Vec<[f64; 3]> {
            let beat = |i: usize| swing * (std::f64::consts::TAU * 1.2 * i as f64 / 25.0).sin();
            (0..100)
                .map(|i| {
                    [
                        150.0 + 0.3 * beat(i) + noise(i, 0),
                        110.0 + beat(i) + noise(i, 1),
                        90.0 + 0.5 * beat(i) + noise(i, 2),
                    ]
                })
                .collect()
        };
        let (live, dead) = (strength(&colours(1.5), 25.0), strength(&colours(0.0), 25.0));
        assert!(live > Some(6.0) && live > dead, "{live:?} {dead:?}");
        assert_eq!(strength(&[[0.0; 3]; 30], 25.0), None);
    }
}
