//! The ghost image: the small, faint second portrait that many cards and passports carry. Found away from the portrait on a
//! picture whose faint contrasts are stretched, and compared with the portrait brought to the same size and treatment.

use countersign_media::RgbImage;

use super::enhance::{View, enhanced};
use super::{FaceBox, FaceNets, Landmarks, Portrait, distance, geometry::Region, geometry::suppress};
use crate::models::ModelError;

/// How far around the portrait is looked, in heights of its face, to either side and up and down: an ID-1 card is 4.3 of its
/// portrait's faces wide, and a passport's data page 5.
const REACH: (f32, f32) = (5.5, 3.2);
/// Height of the portrait's face in the view that is searched, pixels; a ghost of a quarter of it is then at the detector's limit.
const VIEW_FACE: f32 = 88.0;
/// Height of a ghost's face over the portrait's: from ISO/IEC 18013-1's and ICAO 9303's examples, with room.
const SIZE: std::ops::RangeInclusive<f32> = 0.2..=0.9;
/// Scores of the first and the second look. Lower than for portraits: a ghost is faint, and a false one only asks for a look.
/// Origin: docs/evaluation/documents-portrait.md.
const CANDIDATE: f32 = 0.15;
const CONFIRMED: f32 = 0.45;
/// Candidates that are looked at again, best first.
const LOOKS: usize = 6;
/// Longer side of the picture of a candidate, pixels.
const CLOSE: f32 = 220.0;
/// Fewer pixels between the eyes say nothing about whose face it is.
const SMALLEST: f32 = 14.0;

/// A second image of the holder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ghost {
    /// Where it is, in pixels of the picture.
    pub face_box: FaceBox,
    /// Pixels between the middles of the eyes.
    pub inter_eye_px: f32,
    /// Euclidean distance of its descriptor to the portrait's, both grey, stretched and of the ghost's size: 0 the same – 1.4.
    pub distance: f32,
}

impl FaceNets {
    /// The ghost image that belongs to `portrait` on the same upright picture; `None` where there is none to be seen.
    pub fn find_ghost(&self, image: &RgbImage, portrait: &Portrait) -> Result<Option<Ghost>, ModelError> {
        let main = portrait.landmarks.bounds(1.0);
        let area = around(&main, image);
        let mut view = enhanced(image, &area, (VIEW_FACE / main.height).min(1.0), main.height * 0.6);
        view.cover(&main.grown(1.7));
        let side = view.image.width.max(view.image.height);
        let found = self.detect_in(&view.image, Region::whole(&view.image), side, CANDIDATE)?;
        let mut candidates: Vec<FaceBox> = found.iter().map(|face| view.back(face)).collect();
        // Ghosts that the search for the portrait met already.
        candidates.extend(&portrait.others);
        let fits = |face: &FaceBox| {
            SIZE.contains(&(face.height / portrait.face_box.height)) && face.overlap(&portrait.face_box) < 0.05
        };
        candidates.retain(fits);
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
        for candidate in suppress(candidates, 0.4).into_iter().take(LOOKS) {
            if let Some(ghost) = self.compared(image, &candidate, portrait)? {
                return Ok(Some(ghost));
            }
        }
        Ok(None)
    }

    /// Looks closer at a candidate and compares it.
    fn compared(
        &self,
        image: &RgbImage,
        candidate: &FaceBox,
        portrait: &Portrait,
    ) -> Result<Option<Ghost>, ModelError> {
        let Some((close, landmarks, face_box)) = self.close(image, candidate, CLOSE / 3.0 / candidate.height)? else {
            return Ok(None);
        };
        let eyes = landmarks.inter_eye_distance() / close.scale;
        if eyes < SMALLEST {
            return Ok(None);
        }
        let ghost = self.descriptor(&close.image, &landmarks)?;
        // The portrait through the same treatment, as few pixels as the ghost has.
        let fewer = (eyes / portrait.landmarks.inter_eye_distance()).min(1.0);
        let small = enhanced(image, &portrait.face_box.grown(2.4), fewer, portrait.face_box.height * fewer * 0.7);
        let sized = enhanced(&small.image, &small.whole(), close.scale.max(1.0), small.image.height as f32);
        let Some(seen) = self.seen(&sized.image, &sized.forward(&small.forward(&portrait.face_box)))? else {
            return Ok(None);
        };
        let distance = distance(&ghost, &self.descriptor(&sized.image, &seen.0)?);
        Ok(Some(Ghost { face_box: close.back(&face_box), inter_eye_px: eyes, distance }))
    }

    /// The candidate on a stretched picture of its surroundings, if it is a face there.
    fn close(
        &self,
        image: &RgbImage,
        candidate: &FaceBox,
        scale: f32,
    ) -> Result<Option<(View, Landmarks, FaceBox)>, ModelError> {
        let view = enhanced(image, &candidate.grown(2.4), scale.clamp(0.1, 4.0), candidate.height * 0.7);
        let seen = self.seen(&view.image, &view.forward(candidate))?;
        Ok(seen.map(|(landmarks, face_box)| (view, landmarks, face_box)))
    }

    /// The face near `first`, confirmed.
    fn seen(&self, image: &RgbImage, first: &FaceBox) -> Result<Option<(Landmarks, FaceBox)>, ModelError> {
        let Some(face_box) = self.second_look(image, first)?.filter(|face| face.score >= CONFIRMED) else {
            return Ok(None);
        };
        let landmarks = self.landmarks(image, &face_box)?;
        Ok(landmarks.plausible().then_some((landmarks, face_box)))
    }
}

/// The part of the picture in which the portrait's document lies.
fn around(face: &FaceBox, image: &RgbImage) -> FaceBox {
    let (cx, cy) = face.centre();
    let (left, top) = ((cx - REACH.0 * face.height).max(0.0), (cy - REACH.1 * face.height).max(0.0));
    let right = (cx + REACH.0 * face.height).min(image.width as f32);
    let bottom = (cy + REACH.1 * face.height).min(image.height as f32);
    FaceBox { x: left, y: top, width: right - left, height: bottom - top, score: 1.0 }
}
