//! The four nets, loaded once and shared.

use countersign_media::RgbImage;
use sha2::{Digest, Sha256};

use super::{
    Descriptor, FaceBox, Landmarks, Similarity, detector,
    geometry::Region,
    picture::{Placement, square},
    recognition,
};
use crate::models::{FaceContract, Model, ModelError, ModelStore, Tensor};

/// Input of the landmark and expression nets, pixels (`FaceFeatureExtractor.ts`).
const LANDMARK_SIDE: u32 = 112;
/// Task of recognition nets in their manifests.
const RECOGNITION: &str = "face-descriptor";
/// The recognition net that is used where the operator brings none.
const SHIPPED: &str = "face_recognition";
/// Changed whenever detection, cropping, alignment or sampling change, so that descriptors of different releases are
/// never compared.
const GEOMETRY: &str = "tiny-yolo anchors 1, points cut 2, similarity chip 1, block mean then bilinear 1";

/// The nets that measure a face.
pub struct FaceNets {
    detector: Box<dyn Model>,
    landmarks: Box<dyn Model>,
    descriptor: Box<dyn Model>,
    expression: Box<dyn Model>,
}

/// Which landmark net to load.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NetChoice {
    /// `face_landmark_68`.
    #[default]
    Full,
    /// `face_landmark_68_tiny`: a fifth of the weights, less exact.
    Tiny,
}

/// Probabilities of seven expressions, adding to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expression {
    /// In the order of [`Expression::NAMES`].
    pub probabilities: [f32; 7],
}

impl Expression {
    /// What the seven numbers stand for (`FaceExpressions.ts`).
    pub const NAMES: [&'static str; 7] = ["neutral", "happy", "sad", "angry", "fearful", "disgusted", "surprised"];
}

impl FaceNets {
    /// Loads and verifies `tiny_face_detector`, `face_landmark_68`, `face_expression` and the recognition net: the one the operator
    /// brought (a manifest with the task `face-descriptor` beside the shipped one), else `face_recognition`.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Self::load_with(store, NetChoice::Full)
    }

    /// The same with a chosen landmark net.
    pub fn load_with(store: &ModelStore, choice: NetChoice) -> Result<Self, ModelError> {
        let landmarks = match choice {
            NetChoice::Full => "face_landmark_68",
            NetChoice::Tiny => "face_landmark_68_tiny",
        };
        Ok(Self::from_models(
            store.load("tiny_face_detector")?,
            store.load(landmarks)?,
            store.load(chosen(store)?)?,
            store.load("face_expression")?,
        ))
    }

    /// From models that are loaded already, or fakes.
    pub fn from_models(
        detector: Box<dyn Model>,
        landmarks: Box<dyn Model>,
        descriptor: Box<dyn Model>,
        expression: Box<dyn Model>,
    ) -> Self {
        Self { detector, landmarks, descriptor, expression }
    }

    /// Hex sha256 over the weights' hashes and the geometry between them. Descriptors, distances and thresholds belong
    /// to one release; a decision stores it.
    pub fn release(&self) -> String {
        let mut hash = Sha256::new();
        for model in [&self.detector, &self.landmarks, &self.descriptor] {
            hash.update(format!("{} {}\n", model.info().name, model.info().sha256));
        }
        hash.update(GEOMETRY);
        hex::encode(hash.finalize())
    }

    /// Faces in the whole picture brought to a square of `side` pixels (a multiple of 32), best first. A face is found
    /// from about 20 pixels of that square on.
    pub fn detect(&self, image: &RgbImage, side: u32, min_score: f32) -> Result<Vec<FaceBox>, ModelError> {
        self.detect_in(image, Region::whole(image), side, min_score)
    }

    /// Faces in one region, in pixels of the picture.
    pub(super) fn detect_in(
        &self,
        image: &RgbImage,
        region: Region,
        side: u32,
        min_score: f32,
    ) -> Result<Vec<FaceBox>, ModelError> {
        let side = side.next_multiple_of(32).max(64);
        let output = one(&*self.detector, square(image, region, side, Placement::Corner))?;
        let mut found = detector::boxes(&output, region.width, region.height, min_score)?;
        for face in &mut found {
            face.x += region.x as f32;
            face.y += region.y as f32;
        }
        Ok(found)
    }

    /// The 68 points of the face in `face`. The net answers for anything: see [`Landmarks::plausible`].
    pub fn landmarks(&self, image: &RgbImage, face: &FaceBox) -> Result<Landmarks, ModelError> {
        let region = region(&*self.landmarks, image, face)?;
        let output = one(&*self.landmarks, square(image, region, LANDMARK_SIDE, Placement::Middle))?;
        // As the package: by the unrounded box. Where the picture cuts the box, by what is left of it: the package shifts by the whole there.
        Landmarks::from_fractions(&output.data, region, (face.x.max(0.0), face.y.max(0.0)))
            .ok_or_else(|| contract(&*self.landmarks, &output))
    }

    /// The recognition net's numbers of the face with these landmarks, aligned as its manifest says.
    pub fn descriptor(&self, image: &RgbImage, landmarks: &Landmarks) -> Result<Descriptor, ModelError> {
        recognition::describe(&*self.descriptor, image, landmarks)
    }

    /// The aligned face as the recognition net sees it, for people who look.
    pub fn aligned(&self, image: &RgbImage, landmarks: &Landmarks) -> Result<RgbImage, ModelError> {
        recognition::aligned(&*self.descriptor, image, landmarks)
    }

    /// How a face with these landmarks is turned and scaled for the recognition net.
    pub fn alignment(&self, landmarks: &Landmarks) -> Option<Similarity> {
        recognition::placed(&*self.descriptor, landmarks).ok().map(|(to, _)| to)
    }

    /// How the recognition net wants its faces, and its distributions of distances.
    pub fn recognition(&self) -> FaceContract {
        self.descriptor.info().face.clone().unwrap_or_default()
    }

    /// Expression of the face with these landmarks.
    pub fn expression(&self, image: &RgbImage, landmarks: &Landmarks) -> Result<Expression, ModelError> {
        let bounds = landmarks.bounds(1.0);
        // `alignMinBbox` with the package's padding of 0.2.
        let region = region(&*self.expression, image, &bounds.grown(1.2))?;
        let output = one(&*self.expression, square(image, region, LANDMARK_SIDE, Placement::Middle))?;
        let probabilities = output.data[..].try_into().map_err(|_| contract(&*self.expression, &output))?;
        Ok(Expression { probabilities })
    }
}

/// The recognition net that the operator brought, else the shipped one; two brought ones are an error, as nothing says which counts.
fn chosen(store: &ModelStore) -> Result<&str, ModelError> {
    let mut brought = store.list().filter(|info| info.task == RECOGNITION && info.name != SHIPPED);
    let first = brought.next();
    match (first, brought.next()) {
        (Some(first), Some(second)) => Err(ModelError::Contract {
            name: second.name.clone(),
            reason: format!("is a recognition net beside {}; bring one", first.name),
        }),
        (Some(one), None) => Ok(&one.name),
        _ => Ok(SHIPPED),
    }
}

fn region(model: &dyn Model, image: &RgbImage, face: &FaceBox) -> Result<Region, ModelError> {
    face.inside(image.width, image.height).ok_or_else(|| ModelError::Contract {
        name: model.info().name.clone(),
        reason: "was asked about a face outside the picture".to_owned(),
    })
}

fn one(model: &dyn Model, input: Tensor) -> Result<Tensor, ModelError> {
    model
        .run(&[input])?
        .into_iter()
        .next()
        .ok_or_else(|| ModelError::Contract { name: model.info().name.clone(), reason: "gave no output".to_owned() })
}

fn contract(model: &dyn Model, output: &Tensor) -> ModelError {
    ModelError::Contract {
        name: model.info().name.clone(),
        reason: format!("answered {:?}, which is not its contract", output.shape),
    }
}
