//! What only a face that lives does within seconds: lids close, lips open, and the mouth changes more than the rest.

use super::aligned::{aligned, on_mouth, on_upper_face};
use super::grey::Grey;
use super::{Signs, log10, median};
use crate::face::FaceTrack;

/// Seconds between two frames that are compared: half a syllable.
const APART_S: f64 = 0.2;
/// What is added to the swing of the lips so that nothing has a logarithm, eye distances.
const LEAST_SWING: f32 = 0.002;

pub(super) fn measure(greys: &[Grey], track: &FaceTrack, found: &mut Signs) {
    let openings: Vec<f32> = track.points.iter().filter_map(|p| Some(p.face?.landmarks.eye_opening())).collect();
    found.blink = blink(&openings);
    let lips: Vec<f32> = track.points.iter().filter_map(|p| Some(p.face?.landmarks.mouth_opening())).collect();
    found.lips = swing(&lips).map(|swing| log10(swing + LEAST_SWING));
    let faces: Vec<(f64, Vec<f32>)> = track
        .points
        .iter()
        .zip(greys)
        .filter_map(|(point, grey)| Some((point.at_s, aligned(grey, &point.face?.landmarks))))
        .collect();
    let (mut mouth, mut rest, mut pairs) = (0.0, 0.0, 0);
    for (at, (at_s, face)) in faces.iter().enumerate() {
        let Some((_, later)) = faces[at..].iter().find(|(later_s, _)| later_s - at_s >= APART_S - 1e-6) else { break };
        mouth += change(face, later, on_mouth);
        rest += change(face, later, on_upper_face);
        pairs += 1;
    }
    if pairs > 0 {
        found.speaks = Some(log10((mouth / pairs as f32 + 0.2) / (rest / pairs as f32 + 0.2)));
    }
}

/// Mean difference where `within` says, less that of the whole, so that light that changes is no motion; 8-bit steps.
fn change(face: &[f32], later: &[f32], within: fn(usize) -> bool) -> f32 {
    let inside = || face.iter().zip(later).enumerate().filter(|(at, _)| within(*at)).map(|(_, (a, b))| b - a);
    let count = inside().count().max(1) as f32;
    let mean = inside().sum::<f32>() / count;
    inside().map(|value| (value - mean).abs()).sum::<f32>() / count
}

/// From the tenth to the ninetieth hundredth of the openings, single frames smoothed away.
fn swing(openings: &[f32]) -> Option<f32> {
    let mut smooth: Vec<f32> = openings.windows(3).map(|part| part.iter().sum::<f32>() / 3.0).collect();
    smooth.sort_by(f32::total_cmp);
    let tenth = smooth.len() / 10;
    Some(smooth.get(smooth.len().checked_sub(1 + tenth)?)? - smooth.get(tenth)?)
}

/// Deepest closing over the usual opening, 0–1, single frames smoothed away.
fn blink(openings: &[f32]) -> Option<f32> {
    let smooth: Vec<f32> = openings.windows(3).map(|part| part.iter().sum::<f32>() / 3.0).collect();
    let usual = median(&mut smooth.clone())?;
    let least = smooth.iter().copied().fold(f32::MAX, f32::min);
    (usual > 0.0).then(|| (1.0 - least / usual).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blink_is_seen_and_jitter_is_none() {
        let open: Vec<f32> = (0..80).map(|i| 0.3 + 0.01 * (i as f32 * 1.7).sin()).collect();
        let mut blinking = open.clone();
        blinking[40..45].fill(0.1);
        assert!(blink(&blinking).is_some_and(|value| value > 0.5));
        assert!(blink(&open).is_some_and(|value| value < 0.1));
        assert_eq!(blink(&[]), None);
    }

    #[test]
    fn lips_that_speak_swing_and_jitter_hardly_does() {
        let speaking: Vec<f32> = (0..80).map(|i| 0.2 + 0.1 * (i as f32 * 0.5).sin()).collect();
        assert!(swing(&speaking).is_some_and(|value| value > 0.12));
        let jitter: Vec<f32> = (0..80).map(|i| 0.2 + 0.01 * (i as f32 * 1.7).sin()).collect();
        assert!(swing(&jitter).is_some_and(|value| value < 0.02));
        assert_eq!(swing(&[0.1, 0.2]), None);
    }

    #[test]
    fn a_lamp_that_brightens_everything_is_no_motion() {
        let face: Vec<f32> = (0..40 * 52).map(|i| (i % 97) as f32).collect();
        let brighter: Vec<f32> = face.iter().map(|value| value + 20.0).collect();
        assert!(change(&face, &brighter, on_mouth) < 1e-3);
    }
}
