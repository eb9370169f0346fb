//! A screen's cells, the moiré they make with the sensor's, and what fine detail a second camera left.
//!
//! Mean power spectra of windows of 64 × 64 on the face, over frames spread through the clip. A lone peak beside nothing is no texture of skin;
//! codecs leave peaks at multiples of an eighth along the axes, which are not looked at.

use countersign_media::{Clip, RgbImage};

use super::{Signs, log10, median};
use crate::document::{SIDE, Spectrum};
use crate::face::{FaceBox, FaceTrack};

/// Frames that are looked at.
const FRAMES: usize = 6;
/// Windows across and down the face at most.
const WINDOWS: usize = 3;
/// Periods in a window from which a peak is looked for.
const LEAST: f32 = 7.0;
/// And up to which.
const MOST: f32 = 30.0;

pub(super) fn measure(clip: &Clip, track: &FaceTrack, found: &mut Signs) {
    let seen: Vec<usize> = (0..track.points.len()).filter(|at| track.points[*at].face.is_some()).collect();
    let mut spectrum = Spectrum::new();
    let (mut bright, mut colour) = (vec![0.0; SIDE * SIDE], vec![0.0; SIDE * SIDE]);
    let mut windows = 0;
    for part in 0..FRAMES.min(seen.len()) {
        let at = seen[(2 * part + 1) * seen.len() / (2 * FRAMES.min(seen.len()))];
        let (Some(face), Some(frame)) = (track.points[at].face, clip.frames.get(at)) else { continue };
        for (x, y) in places(&frame.image, &face.landmarks.bounds(1.0)) {
            let (luma, tint) = window(&frame.image, x, y);
            let (a, b) = spectrum.of(&luma, &tint);
            bright.iter_mut().zip(a).for_each(|(sum, power)| *sum += power);
            colour.iter_mut().zip(b).for_each(|(sum, power)| *sum += power);
            windows += 1;
        }
    }
    if windows == 0 {
        return;
    }
    found.grid = peak(&bright);
    found.colour_beat = peak(&colour);
    let band = |from: f32, to: f32| {
        let inside: Vec<f32> =
            (0..SIDE * SIDE).filter(|k| (from..to).contains(&radius(*k))).map(|k| bright[k]).collect();
        inside.iter().sum::<f32>() / inside.len().max(1) as f32
    };
    found.detail = Some(log10(band(16.0, 28.0) / band(4.0, 10.0).max(1e-3)));
}

/// Corners of windows over the box, inside the picture; none in a picture smaller than a window.
fn places(image: &RgbImage, face: &FaceBox) -> Vec<(usize, usize)> {
    let along = |start: f32, length: f32, limit: u32| -> Vec<usize> {
        let Some(most) = (limit as usize).checked_sub(SIDE) else { return vec![] };
        let count = ((length / SIDE as f32).round() as usize).clamp(1, WINDOWS);
        let room = (length - SIDE as f32).max(0.0);
        let first = if length < SIDE as f32 { start + (length - SIDE as f32) / 2.0 } else { start };
        let step = room / (count - 1).max(1) as f32;
        (0..count).map(|n| ((first + n as f32 * step).max(0.0) as usize).min(most)).collect()
    };
    let columns = along(face.x, face.width, image.width);
    along(face.y, face.height, image.height).into_iter().flat_map(|y| columns.iter().map(move |x| (*x, y))).collect()
}

fn window(image: &RgbImage, left: usize, top: usize) -> (Vec<f32>, Vec<f32>) {
    (0..SIDE * SIDE)
        .map(|at| {
            let [r, g, b] = image.at((left + at % SIDE) as u32, (top + at / SIDE) as u32).map(f32::from);
            ((r + 2.0 * g + b) / 4.0, g - f32::midpoint(r, b))
        })
        .unzip()
}

/// Frequencies of an index, periods in a window.
fn frequency(k: usize) -> (i32, i32) {
    let signed = |n: usize| if n >= SIDE / 2 { n as i32 - SIDE as i32 } else { n as i32 };
    (signed(k % SIDE), signed(k / SIDE))
}

fn radius(k: usize) -> f32 {
    let (u, v) = frequency(k);
    (u as f32).hypot(v as f32)
}

/// Power of the clearest peak over the median around it, log10.
fn peak(power: &[f32]) -> Option<f32> {
    let codec = |(u, v): (i32, i32)| (u % 8 == 0 && v.abs() < 2) || (v % 8 == 0 && u.abs() < 2);
    let index = |u: i32, v: i32| (v.rem_euclid(SIDE as i32) * SIDE as i32 + u.rem_euclid(SIDE as i32)) as usize;
    let mut best: Option<f32> = None;
    for k in 0..SIDE * SIDE / 2 {
        let (u, v) = frequency(k);
        if !(LEAST..MOST).contains(&radius(k)) || codec((u, v)) {
            continue;
        }
        let mut around = Vec::with_capacity(40);
        for dv in -4_i32..=4 {
            for du in -4_i32..=4 {
                let far = du.abs().max(dv.abs());
                if (3..=4).contains(&far) && !codec((u + du, v + dv)) {
                    around.push(power[index(u + du, v + dv)]);
                }
            }
        }
        let middle = median(&mut around)?;
        let ratio = power[k] / (middle + 1.0);
        best = Some(best.map_or(ratio, |best| best.max(ratio)));
    }
    best.map(log10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grating_is_a_peak_and_grain_is_none() {
        let image = |shade: &dyn Fn(u32, u32) -> f32| RgbImage {
            width: 64,
            height: 64,
            pixels: (0..64 * 64).flat_map(|i| [shade(i % 64, i / 64) as u8; 3]).collect(),
        };
        let value = |picture: &RgbImage| {
            let (luma, tint) = window(picture, 0, 0);
            peak(&Spectrum::new().of(&luma, &tint).0).expect("a spectrum")
        };
        let noise = |x: u32, y: u32| ((x * 7919 + y * 104_729 + x * y * 31) % 23) as f32;
        let plain = value(&image(&|x, y| 100.0 + noise(x, y)));
        let grating = value(&image(&|x, y| 100.0 + noise(x, y) + 12.0 * (x as f32 * 1.3 + y as f32 * 0.4).sin()));
        assert!(grating > plain + 0.7, "{grating} against {plain}");
        let small = RgbImage { width: 40, height: 90, pixels: vec![0; 10_800] };
        assert!(places(&small, &FaceBox { x: 0.0, y: 0.0, width: 30.0, height: 40.0, score: 1.0 }).is_empty());
    }
}
