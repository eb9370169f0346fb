//! Measuring a case with the real models, behind a seam so that everything after it is tested without weights.

mod document;
mod flight;
mod listening;
mod liveness;
mod portrait;
mod record;
mod seen;
mod toolbox;

use countersign_domain::{Declaration, DocumentType, ModelUse};
use countersign_media::{Clip, Photo};
use jiff::civil::Date;

use crate::measurements::Measurements;

/// What a flight record is made of, for those who may not see the nets themselves.
pub use countersign_inference::face::{FaceQuality, Pose};
pub use countersign_inference::models::{FaceContract, Spread};
pub use countersign_inference::speech::HeardDigit;
pub use document::{DocumentFindings, find_portrait, read as read_document};
pub use flight::{ENVELOPE_STEP_S, Flight, FlightFace};
pub use listening::{Asked, hear};
pub use liveness::{ClipFindings, mouth_measured, presentation_measured};
pub use portrait::PortraitFindings;
pub use record::{FaceMoment, Mark};
pub use toolbox::{Toolbox, ToolboxError, ToolboxOptions};

/// What there is to look at. A missing part leaves its measurements empty, so that its checks could not be assessed.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The day of the check, UTC.
    pub today: Date,
    /// The chosen document.
    pub document_type: DocumentType,
    /// What was declared.
    pub declared: Option<&'a Declaration>,
    /// Photo of the front.
    pub front: Option<&'a Photo>,
    /// Photo of the back.
    pub back: Option<&'a Photo>,
    /// The video.
    pub clip: Option<&'a Clip>,
    /// The digits that were asked, each 0–9.
    pub digits: Option<&'a [u8]>,
    /// The language they were asked in (BCP 47, the language alone).
    pub language: &'a str,
}

/// What is being done, for progress on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the front.
    Front,
    /// Reading the back.
    Back,
    /// Following the face through the video.
    Face,
    /// Listening.
    Speech,
    /// Comparing the faces.
    Comparison,
}

/// Measures cases.
pub trait Examiner: Send + Sync {
    /// Measures everything that is there. Blocking; takes seconds.
    fn examine(&self, case: &Case<'_>, progress: &(dyn Fn(Stage) + Sync)) -> Measurements;

    /// Whether it hears the digits of a language (BCP 47, the language alone).
    fn hears(&self, language: &str) -> bool {
        language == "en"
    }

    /// Where things lie on a photo, for people who look. Blocking; takes seconds.
    fn marks(&self, _photo: &Photo, _today: Date) -> Vec<Mark> {
        vec![]
    }

    /// How the face goes through a video, and how far it is from the portrait of a photo, for people who look. Blocking; takes seconds.
    fn moments(&self, _portrait: Option<&Photo>, _clip: &Clip) -> Vec<FaceMoment> {
        vec![]
    }

    /// How face and sound were compared, in full, for people who look. Blocking; takes seconds. `None` where nothing can be measured.
    fn flight(&self, _portrait: Option<&Photo>, _clip: &Clip, _asked: Option<Asked<'_>>) -> Option<Flight> {
        None
    }

    /// Every model and program it works with.
    fn models(&self) -> Vec<ModelUse>;
}
