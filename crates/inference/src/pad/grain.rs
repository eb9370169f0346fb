//! Noise and repetition: a sensor's noise is new in every frame, and no moment of a living face comes back to the last bit.

use super::aligned::{SIZE, aligned};
use super::grey::Grey;
use super::{Signs, log10, median};
use crate::face::{FaceTrack, Landmarks};

/// Seconds after which a frame that looks the same is a repetition.
const LATER: usize = 13;
/// A frame repeats another when it differs from it by less than this share of what neighbours in time differ by: frames of a person who speaks
/// differed by twice to five times as much from any half a second older, those of a loop by half or less.
const ALIKE: f32 = 0.75;
/// Less than this is equal in any case, 8-bit steps of the small copy: noise and coding alone differ by more in a live clip that moves.
const EQUAL: f32 = 0.02;
/// A frame between two that are alike must differ from them by this many times what alike frames may: who sits still has not come back.
const AWAY: f32 = 2.5;
/// Frames a second that the clip was brought to.
const RATE: f64 = 25.0;

pub(super) fn measure(greys: &[Grey], track: &FaceTrack, rate: f64, found: &mut Signs) {
    if greys.len() < 3 {
        return;
    }
    let mut noise = Vec::new();
    for three in greys.windows(3).step_by(4) {
        let [before, here, after] = three else { continue };
        for y in (2..here.height).step_by(6) {
            for x in (2..here.width).step_by(6) {
                noise.push((here.at(x, y) - f32::midpoint(before.at(x, y), after.at(x, y))).abs());
            }
        }
    }
    let count = noise.len().max(1) as f32;
    // The lower half is where nothing moves.
    noise.sort_by(f32::total_cmp);
    let calm = noise.iter().take(noise.len() / 2).sum::<f32>() / (count / 2.0);
    found.grain = Some(log10(calm + 0.01));
    let steps: Vec<f32> = greys.windows(2).map(|pair| pair[0].apart(&pair[1])).collect();
    let equal = steps.iter().filter(|step| **step < EQUAL).count() as f32 / steps.len() as f32;
    let explained = if rate > 0.0 { (1.0 - rate / RATE).max(0.0) as f32 } else { 0.0 };
    found.duplicates = Some((equal - explained).max(0.0));
    found.repeats = Some(repeats(greys, &steps));
    found.fixed = fixed(greys, track);
}

/// Share of frames alike to one of half a second or more before, with something else in between.
fn repeats(greys: &[Grey], steps: &[f32]) -> f32 {
    let mut moving: Vec<f32> = steps.iter().copied().filter(|step| *step >= EQUAL).collect();
    let usual = median(&mut moving).unwrap_or(0.0);
    let limit = (ALIKE * usual).max(EQUAL);
    let late = greys.len().saturating_sub(LATER).max(1);
    (LATER..greys.len()).filter(|at| comes_back(&greys[..=*at], limit)).count() as f32 / late as f32
}

/// Whether the last frame is alike to an old one that the picture has left since.
fn comes_back(greys: &[Grey], limit: f32) -> bool {
    let Some((here, before)) = greys.split_last() else { return false };
    let apart: Vec<f32> = before.iter().map(|other| other.apart(here)).collect();
    let left = apart.iter().rposition(|away| *away > AWAY * limit).unwrap_or(0);
    let old = left.min((before.len() + 1).saturating_sub(LATER));
    apart[..old].iter().any(|away| *away < limit)
}

/// Correlation of fine detail a second apart, in the picture's own places where the face lies, less the same laid upon the face: what is on
/// the sensor or on a program's overlay stays in the picture's places, what is on the skin goes with the face.
fn fixed(greys: &[Grey], track: &FaceTrack) -> Option<f32> {
    let apart = RATE as usize;
    let mut values = Vec::new();
    for at in (0..greys.len().saturating_sub(apart)).step_by(6) {
        let (Some(early), Some(late)) = (track.points.get(at)?.face, track.points.get(at + apart)?.face) else {
            continue;
        };
        let in_place = |grey: &Grey| aligned(grey, &early.landmarks);
        let here = correlation(&fine(&in_place(&greys[at])), &fine(&in_place(&greys[at + apart])));
        let on_face = |grey: &Grey, landmarks: &Landmarks| fine(&aligned(grey, landmarks));
        let there = correlation(&on_face(&greys[at], &early.landmarks), &on_face(&greys[at + apart], &late.landmarks));
        values.push(here - there);
    }
    median(&mut values)
}

/// What a 3 × 3 mean leaves.
fn fine(face: &[f32]) -> Vec<f32> {
    let mut left = Vec::with_capacity(face.len());
    for y in 1..SIZE.1 - 1 {
        for x in 1..SIZE.0 - 1 {
            let around: f32 =
                (y - 1..=y + 1).map(|row| face[row * SIZE.0 + x - 1..=row * SIZE.0 + x + 1].iter().sum::<f32>()).sum();
            left.push((face[y * SIZE.0 + x] - around / 9.0).clamp(-8.0, 8.0));
        }
    }
    left
}

fn correlation(a: &[f32], b: &[f32]) -> f32 {
    let (mut ab, mut aa, mut bb) = (0.0, 1e-3, 1e-3);
    for (x, y) in a.iter().zip(b) {
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    ab / f32::sqrt(aa * bb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_media::RgbImage;

    fn film(place: impl Fn(usize) -> f32) -> Vec<Grey> {
        let grey = |number: usize| {
            let shade = |at: usize| 100.0 + 40.0 * (0.2 * (at % 80) as f32 + place(number)).sin();
            let pixels = (0..80 * 60).flat_map(|at| [shade(at) as u8; 3]).collect();
            Grey::of(&RgbImage { width: 80, height: 60, pixels })
        };
        (0..75).map(grey).collect()
    }

    fn found(greys: &[Grey]) -> f32 {
        let steps: Vec<f32> = greys.windows(2).map(|pair| pair[0].apart(&pair[1])).collect();
        repeats(greys, &steps)
    }

    #[test]
    fn a_loop_repeats_and_who_wanders_or_sits_still_does_not() {
        assert!(found(&film(|n| (n % 25) as f32 * 0.1)) > 0.5);
        assert!(found(&film(|n| n as f32 * 0.037)) < 0.2);
        assert!(found(&film(|_| 0.0)) < 0.01);
        let rests = |n: usize| if n < 40 { 0.004 * (n as f32).sin() } else { n as f32 * 0.05 };
        assert!(found(&film(rests)) < 0.01);
    }
}
