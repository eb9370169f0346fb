//! Faces on still pictures: a selfie, or the portrait on a photographed document.

use countersign_media::RgbImage;

use super::enhance::stretched;
use super::{Descriptor, FaceBox, FaceNets, FaceQuality, Landmarks, geometry::suppress, quality};
use crate::models::ModelError;

/// How the picture is searched, in order, until a face is confirmed: share of the picture in the view (above 1 with a
/// black margin, for crops that are all face) and side of the detector's input. Faces of about 1/3, 1/8, 1/16, 1/32 and
/// 1/55 of the picture's longer side are found first at each; a step costs up to four times the one before.
/// Origin: docs/evaluation/faces.md.
const VIEWS: [(f32, u32); 5] = [(1.6, 160), (1.0, 320), (1.0, 640), (1.0, 1280), (1.0, 2176)];
/// Views for a person before a camera, whose face is never smaller than 1/16 of the picture.
const PERSON_VIEWS: usize = 3;
/// Views of a second search with the colours stretched: the finer ones cost seconds and found nothing more.
const FADED_VIEWS: usize = 3;
/// A box is looked at from this score on; a second look at its surroundings confirms it.
/// Origin: docs/evaluation/faces.md, portraits found and false faces on the corpus' documents.
const CANDIDATE: f32 = 0.3;
/// Smaller faces, in pixels between the eyes, are not counted: nothing can be measured on them, and the one false face of
/// the corpus was among them (9 pixels; the smallest true portrait has 20).
const SMALLEST: f32 = 12.0;
/// Side of the second look, pixels, with the face filling about half of it.
const SECOND_LOOK: u32 = 160;
/// The second look's own limit (same origin).
const CONFIRMED: f32 = 0.5;

/// One confirmed face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Where it is.
    pub face_box: FaceBox,
    /// Its points.
    pub landmarks: Landmarks,
    /// How good the picture of it is.
    pub quality: FaceQuality,
}

/// What a still picture holds.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceMeasurement {
    /// Number of confirmed faces.
    pub faces: usize,
    /// The largest.
    pub best: Option<Face>,
}

/// The portrait of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Portrait {
    /// Where it is.
    pub face_box: FaceBox,
    /// Its points.
    pub landmarks: Landmarks,
    /// To compare with other faces.
    pub descriptor: Descriptor,
    /// How good the picture of it is.
    pub quality: FaceQuality,
    /// Other faces on the picture: ghost images, a second person, a face on the background. Largest first.
    pub others: Vec<FaceBox>,
}

impl FaceNets {
    /// All confirmed faces of the first view that shows one, largest first.
    fn search(&self, image: &RgbImage, views: &[(f32, u32)]) -> Result<Vec<Face>, ModelError> {
        let longest = image.width.max(image.height);
        for (share, side) in views.iter().copied() {
            // A larger view than the picture has pixels shows nothing new; 320 serves the smallest crops.
            if side > 320 && side > longest + longest / 4 {
                break;
            }
            let found = self.confirmed(image, share, side)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    /// Number of faces and the largest one with its quality, on a picture of a person before a camera: faces under 1/16
    /// of the longer side are not looked for.
    pub fn measure(&self, image: &RgbImage) -> Result<FaceMeasurement, ModelError> {
        let faces = self.search(image, &VIEWS[..PERSON_VIEWS])?;
        Ok(FaceMeasurement { faces: faces.len(), best: faces.first().copied() })
    }

    /// The portrait on an upright picture of a document: the largest confirmed face. `None` where there is none; the
    /// caller tries the other three turns. A faded print is looked at again with its colours stretched, the one step of enhancement
    /// that was measured to help (docs/evaluation/face.md): without it 26 of 34 faded portraits had no face, with it 1.
    pub fn find_portrait(&self, image: &RgbImage) -> Result<Option<Portrait>, ModelError> {
        let faces = self.search(image, &VIEWS)?;
        if let Some(found) = self.portrait_of(image, &faces)? {
            return Ok(Some(found));
        }
        let Some(stretched) = stretched(image) else { return Ok(None) };
        let faces = self.search(&stretched, &VIEWS[..FADED_VIEWS])?;
        let Some(found) = self.portrait_of(&stretched, &faces)? else { return Ok(None) };
        // How good the picture is, is said of the picture that came.
        Ok(Some(Portrait { quality: quality(image, &found.landmarks), ..found }))
    }

    fn portrait_of(&self, image: &RgbImage, faces: &[Face]) -> Result<Option<Portrait>, ModelError> {
        let Some((face, others)) = faces.split_first() else { return Ok(None) };
        Ok(Some(Portrait {
            face_box: face.face_box,
            landmarks: face.landmarks,
            descriptor: self.descriptor(image, &face.landmarks)?,
            quality: face.quality,
            others: others.iter().map(|other| other.face_box).collect(),
        }))
    }

    fn confirmed(&self, image: &RgbImage, share: f32, side: u32) -> Result<Vec<Face>, ModelError> {
        let (width, height) = (image.width as f32, image.height as f32);
        let view = FaceBox { x: 0.0, y: 0.0, width, height, score: 1.0 }.grown(share).around();
        let mut boxes = Vec::new();
        for candidate in self.detect_in(image, view, side, CANDIDATE)? {
            boxes.extend(self.second_look(image, &candidate)?);
        }
        let mut faces = Vec::new();
        for face_box in suppress(boxes, 0.4) {
            let landmarks = self.landmarks(image, &face_box)?;
            if landmarks.plausible() && landmarks.inter_eye_distance() >= SMALLEST {
                faces.push(Face { face_box, landmarks, quality: quality(image, &landmarks) });
            }
        }
        faces.sort_by(|a, b| b.face_box.height.total_cmp(&a.face_box.height));
        Ok(faces)
    }

    /// Looks again at twice the box at a size where the net is at its best; the sharper box that overlaps the first.
    pub(super) fn second_look(&self, image: &RgbImage, first: &FaceBox) -> Result<Option<FaceBox>, ModelError> {
        let found = self.detect_in(image, first.grown(2.0).around(), SECOND_LOOK, CONFIRMED)?;
        Ok(found.into_iter().filter(|face| face.overlap(first) > 0.25).max_by(|a, b| a.score.total_cmp(&b.score)))
    }
}
