//! One face through the frames of a clip, with its mouth.

use countersign_media::{Frame, RgbImage};

use super::follow::{Glimpse, box_of, goes_on};
use super::geometry::Region;
use super::{FaceBox, FaceNets, FaceQuality, Landmarks, Lips, Pose, quality};
use crate::liveness::MouthFrame;
use crate::models::ModelError;

/// Side of the detector's input on whole frames: it finds faces from a twelfth of the frame's longer side on. Origin: docs/evaluation/faces.md.
const FRAME_SIDE: u32 = 256;
/// A face counts on a whole frame from this score on (same origin).
const FRAME_SCORE: f32 = 0.5;
/// Whole frames are searched this often, seconds, to count faces and to confirm the one that is followed.
const SEARCH_EVERY_S: f64 = 0.5;

/// Other inputs of the detector: a masked face that one size misses is found by another (of 39 each with a blue, black or white mask or a
/// hand painted on, 113 at one size and 140 at any of three).
const OTHER_SIDES: [u32; 2] = [160, 352];
/// A face counts from this score on where it is looked for in pictures that were changed for it: higher, as they invite false finds.
const HARDER_SCORE: f32 = 0.6;

/// The face of one frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackedFace {
    /// Where it is.
    pub face_box: FaceBox,
    /// Its points.
    pub landmarks: Landmarks,
    /// Where it looks.
    pub pose: Pose,
    /// What its mouth does.
    pub lips: Lips,
    /// How good the picture of it is.
    pub quality: FaceQuality,
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

impl TrackedFace {
    /// How good this frame is to compare with a portrait: found for certain, facing the camera, mouth at rest, sharp, neither burnt out nor
    /// dark. 1 is best; every term falls with what the descriptor was seen to suffer from (components of ISO/IEC 29794-5), equally
    /// weighted, as there is no set of clips with portraits to fit weights on.
    pub fn worth(&self) -> f32 {
        let turned = (self.pose.yaw.abs() + self.pose.pitch.abs()) / 90.0;
        let soft = (0.12 - self.quality.sharpness).max(0.0) / 0.12;
        let dark = (0.25 - self.quality.brightness).max(0.0) / 0.25;
        self.face_box.score
            - turned
            - self.landmarks.mouth_opening().min(0.5)
            - 0.5 * soft
            - self.quality.over_exposed_share
            - dark
    }
}

impl FaceTrack {
    /// Follows the largest face by its own points. Whole frames are searched at the start, twice a second, and where the face is lost:
    /// where its points jump, lie as no face's do, or something else is seen in their place.
    pub fn over(nets: &FaceNets, frames: &[Frame]) -> Result<Self, ModelError> {
        let mut points: Vec<TrackPoint> = Vec::with_capacity(frames.len());
        let mut last: Option<Followed> = None;
        let mut searched_s = f64::NEG_INFINITY;
        let mut harder_s = f64::NEG_INFINITY;
        for frame in frames {
            let due = frame.at_s - searched_s >= SEARCH_EVERY_S - 1e-6;
            let followed = match &last {
                Some(before) if !due => before.on(nets, frame)?,
                _ => None,
            };
            let (found, faces) = if followed.is_some() {
                (followed, None)
            } else {
                searched_s = frame.at_s;
                let found = search(nets, frame, last.as_ref())?;
                if found.0.is_none() && frame.at_s - harder_s >= SEARCH_EVERY_S - 1e-6 {
                    harder_s = frame.at_s;
                    (search_harder(nets, frame)?, found.1)
                } else {
                    found
                }
            };
            let face = found.as_ref().map(|found| found.measured(frame));
            points.push(TrackPoint {
                at_s: frame.at_s,
                face,
                mouth_opening: face.map(|face| face.lips.opening),
                faces,
            });
            last = found;
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

    /// The mouth over the frames with a face, to be compared with the sound.
    pub fn mouth(&self) -> Vec<MouthFrame> {
        let frame = |point: &TrackPoint| Some(MouthFrame { at_s: point.at_s, lips: point.face?.lips });
        self.points.iter().filter_map(frame).collect()
    }

    /// Up to `count` frames to compare with a document: facing the camera, large and apart in time, best first.
    pub fn best_frames(&self, count: usize) -> Vec<usize> {
        let mut ranked: Vec<(usize, f32)> = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(index, point)| point.face.map(|face| (index, face.worth())))
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

/// A face with what is needed to find it again on the next frame.
struct Followed {
    face_box: FaceBox,
    landmarks: Landmarks,
    glimpse: Glimpse,
}

impl Followed {
    /// The face in a box; `None` where the points lie as no face's do.
    fn at(nets: &FaceNets, frame: &Frame, face_box: FaceBox) -> Result<Option<Self>, ModelError> {
        // Points of a box beyond the picture cannot be asked for; the face has left.
        if face_box.inside(frame.image.width, frame.image.height).is_none() {
            return Ok(None);
        }
        let landmarks = nets.landmarks(&frame.image, &face_box)?;
        let glimpse = Glimpse::of(&frame.image, &face_box);
        Ok(landmarks.plausible().then_some(Self { face_box, landmarks, glimpse }))
    }

    /// The same face on the next frame; `None` where it is lost.
    fn on(&self, nets: &FaceNets, frame: &Frame) -> Result<Option<Self>, ModelError> {
        let place = box_of(&self.landmarks, self.face_box.score);
        if !Glimpse::of(&frame.image, &self.face_box).like(&self.glimpse) {
            return Ok(None);
        }
        let next = Self::at(nets, frame, place)?;
        Ok(next.filter(|next| goes_on(&self.landmarks, &next.landmarks)))
    }

    fn measured(&self, frame: &Frame) -> TrackedFace {
        let landmarks = self.landmarks;
        TrackedFace {
            face_box: self.face_box,
            landmarks,
            pose: landmarks.pose(),
            lips: Lips::of(&frame.image, &landmarks),
            quality: quality(&frame.image, &landmarks),
        }
    }
}

/// The face on a whole frame that goes on with the track, else the largest, and how many there are. A face that is followed and that the
/// detector overlooks on the whole frame is looked for once more around its place.
fn search(
    nets: &FaceNets,
    frame: &Frame,
    last: Option<&Followed>,
) -> Result<(Option<Followed>, Option<usize>), ModelError> {
    let found = nets.detect(&frame.image, FRAME_SIDE, FRAME_SCORE)?;
    let place = last.map(|last| box_of(&last.landmarks, last.face_box.score));
    let follows = |face: &&FaceBox| place.is_some_and(|place| face.overlap(&place) > 0.25);
    let own = match (found.iter().find(follows), place) {
        (Some(own), _) => Some(*own),
        (None, Some(place)) => nets.second_look(&frame.image, &place)?,
        (None, None) => None,
    };
    let counted = |own: FaceBox| found.iter().any(|face| face.overlap(&own) > 0.25);
    let count = found.len() + usize::from(own.is_some_and(|own| !counted(own)));
    let largest = || found.iter().max_by(|a, b| (a.width * a.height).total_cmp(&(b.width * b.height))).copied();
    let chosen = own.or_else(largest);
    // Points found from the last ones lie steadier than those of a box drawn anew.
    let steady = match (own, place) {
        (Some(own), Some(place)) => Followed::at(nets, frame, FaceBox { score: own.score, ..place })?,
        _ => None,
    };
    let followed = match (steady, chosen) {
        (Some(steady), _) => Some(steady),
        (None, Some(chosen)) => Followed::at(nets, frame, chosen)?,
        (None, None) => None,
    };
    Ok((followed, Some(count)))
}

/// A face that is covered, too dark, too bright, too near or half outside for the first search, so that what is wrong can be said of it.
fn search_harder(nets: &FaceNets, frame: &Frame) -> Result<Option<Followed>, ModelError> {
    let image = &frame.image;
    let (x, y) = (image.width * 2 / 5, image.height * 2 / 5);
    let around = Region { x: -(x as i32), y: -(y as i32), width: image.width + 2 * x, height: image.height + 2 * y };
    let looks: [&dyn Fn() -> Result<Vec<FaceBox>, ModelError>; 4] = [
        &|| nets.detect(image, OTHER_SIDES[0], FRAME_SCORE),
        &|| nets.detect(image, OTHER_SIDES[1], FRAME_SCORE),
        &|| nets.detect(&equalised(image), FRAME_SIDE, HARDER_SCORE),
        &|| nets.detect_in(image, around, FRAME_SIDE, HARDER_SCORE),
    ];
    for look in looks {
        let largest = look()?.into_iter().max_by(|a, b| (a.width * a.height).total_cmp(&(b.width * b.height)));
        if let Some(face) = largest {
            return Followed::at(nets, frame, face);
        }
    }
    Ok(None)
}

/// Every level of brightness equally often, colours in proportion.
fn equalised(image: &RgbImage) -> RgbImage {
    let luma = |p: &[u8]| (299 * u32::from(p[0]) + 587 * u32::from(p[1]) + 114 * u32::from(p[2])) / 1000;
    let mut counts = [0_u32; 256];
    image.pixels.chunks_exact(3).for_each(|p| counts[luma(p) as usize] += 1);
    let all = (image.pixels.len() / 3).max(1) as f32;
    let mut below = 0;
    let gain = counts.map(|count| {
        below += count;
        255.0 * below as f32 / all
    });
    let pixels = image.pixels.chunks_exact(3).flat_map(|p| {
        let level = luma(p);
        let factor = gain[level as usize] / (level.max(1) as f32);
        [p[0], p[1], p[2]].map(|part| (f32::from(part) * factor).min(255.0) as u8)
    });
    RgbImage { width: image.width, height: image.height, pixels: pixels.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        face::FaceNets,
        models::{FakeModel, Tensor},
    };
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
            // Such that the box that follows from eyes and nose is the detector's own.
            put(36..42, 0.3, 0.28);
            put(42..48, 0.7, 0.28);
            put(48..68, 0.5, 0.70);
            put(65..68, 0.5, 0.74);
            put(8..9, 0.5, 0.97);
            put(30..36, 0.5, 0.497);
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
    fn equalising_spreads_what_lies_close_together() {
        let pixels = (0..64 * 64).flat_map(|i| [10 + (i % 16) as u8; 3]).collect();
        let spread = equalised(&RgbImage { width: 64, height: 64, pixels });
        let (low, high) = spread.pixels.iter().fold((255, 0), |range, v| (range.0.min(*v), range.1.max(*v)));
        assert!(low < 20 && high > 250, "{low}–{high}");
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
