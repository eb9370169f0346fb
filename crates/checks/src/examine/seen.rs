//! What is seen of the face in a clip, in the form that the checks ask for.

use countersign_inference::face::{Descriptor, FaceTrack, distance, iso};
use countersign_inference::liveness::{AtRest, recording};
use countersign_media::Clip;

use crate::measurements::FaceSeen;

/// Measures it; `None` where no frame has a face.
pub(super) fn face_seen(
    clip: &Clip,
    track: &FaceTrack,
    descriptors: &[Descriptor],
    rest: Option<AtRest>,
) -> Option<FaceSeen> {
    let found = recording(track, &clip.frames)?;
    let decoded = clip.frames.first().map_or(1, |frame| frame.image.width).max(1);
    // Frames are decoded smaller than they came; the person's distance is that in the recording itself.
    let eyes_px = f64::from(found.eyes_px) * (f64::from(clip.facts.width) / f64::from(decoded)).max(1.0);
    let of_cover = |value: fn(&countersign_inference::face::Cover) -> f32| {
        found.cover.as_ref().map(|cover| f64::from(value(cover)))
    };
    let mut components: Vec<(&'static str, f64)> =
        found.components.iter().map(|(name, value)| (*name, f64::from(*value))).collect();
    components.push(("InterEyeDistance", f64::from(iso::inter_eye_distance(eyes_px as f32))));
    Some(FaceSeen {
        yaw: found.turned[0].into(),
        pitch: found.turned[1].into(),
        roll: found.turned[2].into(),
        eyes_px,
        eyes_share: found.eyes_share.into(),
        cut_share: found.cut_share.into(),
        sharpness: found.sharpness.into(),
        mouth_contrast: of_cover(|cover| cover.mouth_contrast),
        mouth_other_share: of_cover(|cover| cover.mouth_other_share),
        eyes_brightness: of_cover(|cover| cover.eyes_brightness),
        eyes_contrast: of_cover(|cover| cover.eyes_contrast),
        forehead_other_share: of_cover(|cover| cover.forehead_other_share),
        away_s: found.away_s,
        own_distance: farthest(descriptors),
        smile_at_rest: rest.map(|rest| rest.rest.into()),
        smile_otherwise: rest.map(|rest| rest.own.into()),
        components,
    })
}

/// Mean brightness and share of saturated pixels of the whole pictures, medians of up to nine of them.
pub(super) fn whole_light(clip: &Clip) -> (Option<f64>, Option<f64>) {
    let step = (clip.frames.len() / 9).max(1);
    let mut measured: Vec<(f64, f64)> = Vec::new();
    for frame in clip.frames.iter().step_by(step) {
        // Every thirteenth pixel is enough for a mean.
        let lumas: Vec<u32> = frame
            .image
            .pixels
            .chunks_exact(3)
            .step_by(13)
            .map(|p| (299 * u32::from(p[0]) + 587 * u32::from(p[1]) + 114 * u32::from(p[2])) / 1000)
            .collect();
        let count = lumas.len().max(1) as f64;
        let burnt = lumas.iter().filter(|luma| **luma >= 250).count() as f64;
        measured.push((f64::from(lumas.iter().sum::<u32>()) / count / 255.0, burnt / count));
    }
    let median = |pick: fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = measured.iter().map(pick).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    (median(|light| light.0), median(|light| light.1))
}

/// The largest distance of two descriptors; `None` of fewer than two.
fn farthest(descriptors: &[Descriptor]) -> Option<f64> {
    let pairs =
        descriptors.iter().enumerate().flat_map(|(i, a)| descriptors[i + 1..].iter().map(move |b| distance(a, b)));
    pairs.max_by(f32::total_cmp).map(f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_farthest_pair_counts_and_one_is_no_pair() {
        let at = |x: f32| Descriptor((0..128).map(|i| if i == 0 { x } else { 0.0 }).collect());
        assert_eq!(farthest(&[at(0.0)]), None);
        assert!((farthest(&[at(0.0), at(0.9), at(0.2)]).expect("two") - 0.9).abs() < 1e-6);
    }
}
