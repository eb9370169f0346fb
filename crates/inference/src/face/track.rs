//! One face through the frames of a clip, with its mouth.

use countersign_media::Frame;

use super::{FaceBox, FaceNets, Landmarks, Pose};
use crate::models::ModelError;

/// Side of the detector's input on whole frames. Origin: docs/evaluation/faces.md, frames of the corpus' clips.
const FRAME_SIDE: u32 = 320;
/// A face counts on a whole frame from this score on (same origin).
const FRAME_SCORE: f32 = 0.5;
/// Whole frames are searched this often, in frames, to count faces; between them only the tracked face is looked at.
const SEARCH_EVERY: usize = 8;

/// The face of one frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackedFace {
    /// Where it is.
    pub face_box: FaceBox,
    /// Its points.
    pub landmarks: Landmarks,
    /// Where it looks.
    pub pose: Pose,
}

/// One frame of a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackPoint {
    /// Seconds from the clip's start.
    pub at_s: f64,
    /// `None` where no face was found.
    pub face: Option<TrackedFace>,
    /// As [`Landmarks::mouth_opening`]; `None` without a face.
    pub mouth_opening: Option<f32>,
    /// Faces on the whole frame, where it was searched.
    pub faces: Option<usize>,
}

/// The largest face of a clip, frame by frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceTrack {
    /// One point a frame, in time order.
    pub points: Vec<TrackPoint>,
    /// Most faces on any searched frame.
    pub faces_max: usize,
    /// Share of searched frames with more than one face, 0–1.
    pub several_faces_share: f32,
    /// Share of frames with a face, 0–1; 0 for a clip without frames.
    pub frames_with_face_share: f32,
}

impl FaceTrack {
    /// Follows the largest face: whole frames at the start, whenever the face is lost and every eighth frame, else a
    /// look around where it was.
    pub fn over(nets: &FaceNets, frames: &[Frame]) -> Result<Self, ModelError> {
        let mut points: Vec<TrackPoint> = Vec::with_capacity(frames.len());
        for (index, frame) in frames.iter().enumerate() {
            let last = points.last().and_then(|point| point.face);
            let near = match last {
                Some(face) if index % SEARCH_EVERY != 0 => nets.second_look(&frame.image, &face.face_box)?,
                _ => None,
            };
            let (found, faces) = match near {
                Some(face) => (Some(face), None),
                None => largest(nets, frame, last.as_ref().map(|face| &face.face_box))?,
            };
            let face = match found {
                Some(face_box) => {
                    let landmarks = nets.landmarks(&frame.image, &face_box)?;
                    let pose = landmarks.pose();
                    landmarks.plausible().then_some(TrackedFace { face_box, landmarks, pose })
                }
                None => None,
            };
            let mouth_opening = face.map(|face| face.landmarks.mouth_opening());
            points.push(TrackPoint { at_s: frame.at_s, face, mouth_opening, faces });
        }
        Ok(Self::summed_up(points))
    }

    fn summed_up(points: Vec<TrackPoint>) -> Self {
        let counts: Vec<usize> = points.iter().filter_map(|point| point.faces).collect();
        let share = |part: usize, of: usize| if of == 0 { 0.0 } else { part as f32 / of as f32 };
        Self {
            faces_max: counts.iter().copied().max().unwrap_or(0),
            several_faces_share: share(counts.iter().filter(|count| **count > 1).count(), counts.len()),
            frames_with_face_share: share(points.iter().filter(|point| point.face.is_some()).count(), points.len()),
            points,
        }
    }

    /// Up to `count` frames to compare with a document: facing the camera, large and apart in time, best first.
    pub fn best_frames(&self, count: usize) -> Vec<usize> {
        let frontal = |face: &TrackedFace| (face.pose.yaw.abs() + face.pose.pitch.abs()) / 90.0;
        let mut ranked: Vec<(usize, f32)> = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(index, point)| point.face.map(|face| (index, face.face_box.score - frontal(&face))))
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let apart = (self.points.len() / (2 * count.max(1))).max(1);
        let mut chosen: Vec<usize> = Vec::new();
        for (index, _) in ranked {
            if chosen.len() < count && chosen.iter().all(|other| other.abs_diff(index) >= apart) {
                chosen.push(index);
            }
        }
        chosen
    }
}

/// The face on a whole frame that goes on with the track, else the largest, and how many there are.
fn largest(
    nets: &FaceNets,
    frame: &Frame,
    last: Option<&FaceBox>,
) -> Result<(Option<FaceBox>, Option<usize>), ModelError> {
    let found = nets.detect(&frame.image, FRAME_SIDE, FRAME_SCORE)?;
    let count = found.len();
    let follows = |face: &&FaceBox| last.is_some_and(|last| face.overlap(last) > 0.25);
    let chosen = found
        .iter()
        .find(follows)
        .or_else(|| found.iter().max_by(|a, b| (a.width * a.height).total_cmp(&(b.width * b.height))))
        .copied();
    Ok((chosen, Some(count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        face::FaceNets,
        models::{FakeModel, Tensor},
    };
    use countersign_media::RgbImage;

    /// Nets that see one face in the middle of bright frames and none in dark ones.
    fn nets() -> FaceNets {
        let detector = FakeModel::new("tiny_face_detector", |inputs| {
            let cells = inputs[0].shape[2] / 32;
            let mut data = vec![-9.0; 25 * cells * cells];
            let plane = cells * cells;
            if inputs[0].data.iter().sum::<f32>() / inputs[0].data.len() as f32 > 50.0 {
                let middle = (cells / 2) * cells + cells / 2;
                data[4 * plane + middle] = 4.0;
                for value in 0..4 {
                    data[value * plane + middle] = if value < 2 { 0.0 } else { 0.8 };
                }
            }
            vec![Tensor { shape: vec![1, 25, cells, cells], data }]
        });
        let landmarks = FakeModel::new("face_landmark_68", |_| {
            let mut points = vec![0.5; 136];
            let mut put = |range: std::ops::Range<usize>, x: f32, y: f32| {
                for point in range {
                    points[point * 2] = x;
                    points[point * 2 + 1] = y;
                }
            };
            put(36..42, 0.3, 0.35);
            put(42..48, 0.7, 0.35);
            put(48..68, 0.5, 0.75);
            put(65..68, 0.5, 0.79);
            put(8..9, 0.5, 0.97);
            put(30..31, 0.5, 0.55);
            vec![Tensor { shape: vec![1, 136], data: points }]
        });
        let unused = |name| Box::new(FakeModel::new(name, |_| Vec::new()));
        FaceNets::from_models(Box::new(detector), Box::new(landmarks), unused("a"), unused("b"))
    }

    fn frame(index: usize, value: u8) -> Frame {
        Frame { at_s: index as f64 / 15.0, image: RgbImage { width: 64, height: 64, pixels: vec![value; 64 * 64 * 3] } }
    }

    #[test]
    fn a_face_is_followed_lost_and_found_again() {
        let frames: Vec<Frame> = (0..20).map(|i| frame(i, if (5..10).contains(&i) { 0 } else { 200 })).collect();
        let track = FaceTrack::over(&nets(), &frames).expect("fakes do not fail");
        let seen: Vec<bool> = track.points.iter().map(|point| point.face.is_some()).collect();
        assert_eq!(seen, (0..20).map(|i| !(5..10).contains(&i)).collect::<Vec<_>>());
        assert!((track.frames_with_face_share - 0.75).abs() < 1e-6);
        assert_eq!(track.faces_max, 1);
        assert!(track.points[0].mouth_opening.is_some_and(|opening| (opening - 0.1).abs() < 0.01));
    }

    #[test]
    fn no_frames_is_no_face() {
        let track = FaceTrack::over(&nets(), &[]).expect("fakes do not fail");
        assert!(track.frames_with_face_share.abs() < f32::EPSILON && track.faces_max == 0);
        assert!(track.best_frames(3).is_empty());
    }

    #[test]
    fn best_frames_lie_apart() {
        let frames: Vec<Frame> = (0..30).map(|i| frame(i, 200)).collect();
        let best = FaceTrack::over(&nets(), &frames).expect("fakes do not fail").best_frames(3);
        assert_eq!(best.len(), 3);
        for (i, a) in best.iter().enumerate() {
            assert!(best[i + 1..].iter().all(|b| a.abs_diff(*b) >= 5));
        }
    }
}
