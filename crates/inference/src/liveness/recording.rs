//! How good a recording of a face is: what the camera, the light and what lies over the face leave to see, over the whole clip.

use countersign_media::Frame;
use serde::Serialize;

use crate::face::{Cover, Exposure, FaceTrack, TrackPoint, TrackedFace, exposure, iso};

/// Frames are looked at this often, seconds: five a second see a hand that passes.
const EVERY_S: f64 = 0.2;
/// What is so for this share of the looked-at frames counts for the clip, so that a face covered for a third of the time is covered.
const WORST: f32 = 1.0 / 3.0;
/// A face this close to the picture's border, in shares of its side, is leaving it.
const BORDER: f32 = 0.02;

/// The face over a clip. Angles in degrees, sizes in pixels of the decoded frames.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recording {
    /// Frames with a face that were looked at.
    pub frames: usize,
    /// Turn to the side, up or down, and tilt: at most this, without its sign, on two thirds of the frames.
    pub turned: [f32; 3],
    /// Pixels between the middles of the eyes, median.
    pub eyes_px: f32,
    /// The same over the frame's shorter side, median.
    pub eyes_share: f32,
    /// Share of frames on which brows, jaw or chin lie beyond the border, 0–1.
    pub cut_share: f32,
    /// As [`crate::face::FaceQuality::sharpness`], median.
    pub sharpness: f32,
    /// What is seen of mouth, eyes and forehead, each as it is on the worst third of the frames; `None` where it could not be measured.
    #[serde(skip)]
    pub cover: Option<Cover>,
    /// The longest time without a face that was last or next seen at the border, seconds; 0 where there is none.
    pub away_s: f64,
    /// Components of ISO/IEC 29794-5, 0–100, medians, by the standard's names.
    pub components: Vec<(&'static str, f32)>,
}

/// Measures a clip's recording along its track; `None` where no frame has a face.
pub fn recording(track: &FaceTrack, frames: &[Frame]) -> Option<Recording> {
    let mut looked: Vec<(&Frame, TrackedFace)> = Vec::new();
    for (point, frame) in track.points.iter().zip(frames) {
        let due = looked.last().is_none_or(|(last, _)| frame.at_s - last.at_s >= EVERY_S - 1e-6);
        if let Some(face) = point.face.filter(|_| due) {
            looked.push((frame, face));
        }
    }
    let first = looked.first()?.0;
    let of = |value: &dyn Fn(&TrackedFace) -> f32| -> Vec<f32> { looked.iter().map(|(_, face)| value(face)).collect() };
    let covers: Vec<Cover> =
        looked.iter().filter_map(|(frame, face)| Cover::of(&frame.image, &face.landmarks)).collect();
    let shorter = first.image.width.min(first.image.height) as f32;
    let eyes = at_share(of(&|face| face.quality.inter_eye_px), 0.5);
    let cut = looked.iter().filter(|(frame, face)| beyond(frame, face, 0.0)).count();
    let turned = [
        at_share(of(&|face| face.pose.yaw.abs()), 1.0 - WORST),
        at_share(of(&|face| face.pose.pitch.abs()), 1.0 - WORST),
        at_share(of(&|face| face.pose.roll.abs()), 1.0 - WORST),
    ];
    let light: Vec<Exposure> = looked.iter().map(|(frame, face)| exposure(&frame.image, &face.landmarks)).collect();
    Some(Recording {
        frames: looked.len(),
        turned,
        eyes_px: eyes,
        eyes_share: eyes / shorter,
        cut_share: cut as f32 / looked.len() as f32,
        sharpness: at_share(of(&|face| face.quality.sharpness), 0.5),
        cover: worst(&covers),
        away_s: away(&track.points, frames),
        components: components(&light, turned, &covers),
    })
}

/// The value at a share of the sorted values; 0 of none.
fn at_share(mut values: Vec<f32>, share: f32) -> f32 {
    values.sort_by(f32::total_cmp);
    let at = (share * values.len() as f32) as usize;
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// Each value as it is on the worst third.
fn worst(covers: &[Cover]) -> Option<Cover> {
    let low = |value: fn(&Cover) -> f32| at_share(covers.iter().map(value).collect(), WORST);
    let high = |value: fn(&Cover) -> f32| at_share(covers.iter().map(value).collect(), 1.0 - WORST);
    (!covers.is_empty()).then(|| Cover {
        mouth_contrast: low(|cover| cover.mouth_contrast),
        mouth_other_share: high(|cover| cover.mouth_other_share),
        eyes_brightness: low(|cover| cover.eyes_brightness),
        eyes_contrast: low(|cover| cover.eyes_contrast),
        forehead_other_share: high(|cover| cover.forehead_other_share),
    })
}

/// Whether the points of a face come closer to the frame's border than `margin` of its side.
fn beyond(frame: &Frame, face: &TrackedFace, margin: f32) -> bool {
    let bounds = face.landmarks.bounds(1.0);
    let (width, height) = (frame.image.width as f32, frame.image.height as f32);
    let (x, y) = (margin * width, margin * height);
    bounds.x < x || bounds.y < y || bounds.x + bounds.width > width - x || bounds.y + bounds.height > height - y
}

/// The longest stretch without a face beside a face at the border.
fn away(points: &[TrackPoint], frames: &[Frame]) -> f64 {
    let step = match points {
        [first, .., last] => (last.at_s - first.at_s) / (points.len() - 1) as f64,
        _ => 0.0,
    };
    let at_border = |at: usize| match (points.get(at).and_then(|point| point.face), frames.get(at)) {
        (Some(face), Some(frame)) => beyond(frame, &face, BORDER),
        _ => false,
    };
    let mut longest = 0.0_f64;
    let mut from = 0;
    while from < points.len() {
        let to = from + points[from..].iter().take_while(|point| point.face.is_none()).count();
        if to > from && ((from > 0 && at_border(from - 1)) || at_border(to)) {
            longest = longest.max((to - from) as f64 * step);
        }
        from = to.max(from + 1);
    }
    longest
}

fn components(light: &[Exposure], turned: [f32; 3], covers: &[Cover]) -> Vec<(&'static str, f32)> {
    let of = |value: &dyn Fn(&Exposure) -> f32| at_share(light.iter().map(value).collect(), 0.5);
    let mut found = vec![
        ("UnderExposurePrevention", of(&|light| iso::under_exposure_prevention(light.dark_share))),
        ("OverExposurePrevention", of(&|light| iso::over_exposure_prevention(light.bright_share))),
        ("LuminanceMean", of(&|light| iso::luminance_mean(light.mean))),
        ("IlluminationUniformity", of(&|light| iso::illumination_uniformity(light.halves_common))),
        ("HeadPoseYaw", iso::head_pose(turned[0])),
        ("HeadPosePitch", iso::head_pose(turned[1])),
        ("HeadPoseRoll", iso::head_pose(turned[2])),
    ];
    if !covers.is_empty() {
        let mouth = at_share(covers.iter().map(|cover| cover.mouth_other_share).collect(), 0.5);
        found.push(("MouthOcclusionPrevention", iso::uncovered(mouth)));
    }
    found
}

#[cfg(test)]
mod tests;
