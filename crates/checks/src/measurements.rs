//! What was measured on a case, in the form the checks ask for. `None` always means *could not be measured*, never *in order*.

mod clip;
mod unaltered;

use countersign_domain::{Declaration, DocumentType, ModelUse};
use jiff::civil::Date;

use crate::identity::dates::Readings;
pub use clip::{ClipMeasured, DigitsHeard, FaceOverTime, FaceSeen, MouthMeasured, PresentationMeasured, SoundMeasured};
pub use unaltered::Unaltered;

/// Everything measured on one case.
#[derive(Clone, Debug)]
pub struct Measurements {
    /// The day of the check, UTC.
    pub today: Date,
    /// The chosen document.
    pub document_type: DocumentType,
    /// What was declared.
    pub declared: Option<Declaration>,
    /// Photo of the front.
    pub front: Option<Side>,
    /// Photo of the back; `None` also for a passport, whose checks do not ask for it.
    pub back: Option<Side>,
    /// The video.
    pub clip: Option<ClipMeasured>,
    /// Portrait against video.
    pub comparison: Option<Comparison>,
    /// The face of the video, to be searched among others and kept for later searches.
    pub template: Option<FaceTemplate>,
    /// The search among other applicants' faces; `None` when it was not made.
    pub gallery: Option<GallerySearch>,
    /// Which models took part in reading documents.
    pub document_models: Vec<ModelUse>,
    /// Which models took part in hearing.
    pub speech_models: Vec<ModelUse>,
    /// Which models took part in measuring faces.
    pub face_models: Vec<ModelUse>,
    /// Milliseconds by step, in the order in which they ran.
    pub timings: Vec<(String, f64)>,
}

/// One side of the document, as photographed.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// Pixels across the document (its longer side), or across the photo where no outline was found.
    pub width_px: Option<f64>,
    /// 0 (no detail) to 1 (as sharp as the pixels allow).
    pub sharpness: Option<f64>,
    /// Share of the document under a blown-out reflection, 0–1.
    pub glare_share: Option<f64>,
    /// Mean brightness of the document, 0 (black) to 1 (white).
    pub brightness: Option<f64>,
    /// Share of the document that is over-exposed: blown out while even its ink is bright, 0–1.
    pub overexposed_share: Option<f64>,
    /// Where the document lies in the photo; `None` when it was not looked for.
    pub placement: Option<Placement>,
    /// Smallest distance between the document's outline and the photo's edge over the photo's longer side; `None` when no outline was found.
    pub margin_share: Option<f64>,
    /// Machine readable zone.
    pub mrz: Option<MrzMeasured>,
    /// Whether any barcode was found.
    pub barcodes: usize,
    /// Whether a barcode held a licence record.
    pub licence_record: bool,
    /// What was read, by field.
    pub fields: Fields,
    /// Whether the MRZ reader ran at all.
    pub mrz_searched: bool,
    /// Whether the barcode reader ran at all.
    pub barcode_searched: bool,
    /// Height of the portrait's face in pixels, `None` without a portrait.
    pub portrait_px: Option<f64>,
    /// Whether the face nets ran on this side.
    pub portrait_searched: bool,
    /// The portrait, when one was found.
    pub portrait: Option<PortraitMeasured>,
    /// Whether the photo is an original, unaltered capture; `None` when the photo itself was not examined.
    pub unaltered: Option<Unaltered>,
}

/// The portrait on a document.
#[derive(Clone, Copy, Debug)]
pub struct PortraitMeasured {
    /// Pixels between the eyes.
    pub eyes_px: f64,
    /// Pixels from the brows to the chin.
    pub height_px: f64,
    /// About 0.05 and less blurred, 0.15 and more sharp.
    pub sharpness: f64,
    /// Strength of a regular print screen, logarithm (base 10); `None` for a face with too few pixels.
    pub screen: Option<f64>,
    /// Share of the face in a colour that is not the face's, 0–1.
    pub other_colour_share: f64,
    /// Whether a ghost image was looked for.
    pub ghost_searched: bool,
    /// The ghost image, when one was seen.
    pub ghost: Option<GhostMeasured>,
}

/// The small second portrait.
#[derive(Clone, Copy, Debug)]
pub struct GhostMeasured {
    /// Pixels between the eyes.
    pub eyes_px: f64,
    /// Euclidean distance of its descriptor to the portrait's, both treated alike: 0 the same – 1.4.
    pub distance: f64,
}

/// Where the document lies in its photo. Its `Debug` form leaves the look out.
#[derive(Clone, Default)]
pub struct Placement {
    /// Documents seen; 0 when none was found.
    pub documents: u64,
    /// The document's longer side over the photo's, 0–1; 0 when none was found.
    pub fill: f64,
    /// Whether opposite sides are not in the photo.
    pub too_near: bool,
    /// Whether every side lies on or beyond the photo's border: a scan, or a photo from too near.
    pub fills_frame: bool,
    /// Whether it does, and the photo has the proportions of a document: a scan.
    pub scanned: bool,
    /// Share of the document that something lies over, 0–1; `None` when the net did not run.
    pub covered_share: Option<f64>,
    /// Whether nothing at all is to be seen.
    pub blank: bool,
    /// Whether left and right are exchanged; `None` when no zone tells.
    pub mirrored: Option<bool>,
    /// A small grey look at the straightened side; `None` when none was found.
    pub look: Option<Vec<u8>>,
}

impl std::fmt::Debug for Placement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Placement")
            .field("documents", &self.documents)
            .field("fill", &self.fill)
            .field("too_near", &self.too_near)
            .field("fills_frame", &self.fills_frame)
            .field("scanned", &self.scanned)
            .field("covered_share", &self.covered_share)
            .field("blank", &self.blank)
            .field("mirrored", &self.mirrored)
            .finish_non_exhaustive()
    }
}

/// What matters of a machine readable zone.
#[derive(Clone, Debug)]
pub struct MrzMeasured {
    /// For example `TD3`.
    pub format: String,
    /// Whether all check digits fit, or a named exception applies.
    pub valid: bool,
    /// Which exception made it valid.
    pub exception: Option<String>,
    /// The reader's confidence, 0–1.
    pub confidence: f64,
    /// First letters of the document code: `P`, `I`, `ID` …
    pub document_code: String,
    /// Whether the name field is filled to its end, so that the name may be cut.
    pub name_may_be_cut: bool,
}

/// Where a field was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Machine readable zone.
    Mrz,
    /// Barcode.
    Barcode,
    /// Printed text.
    Print,
}

/// A read value. Its `Debug` form says where and how surely it was read, never what.
#[derive(Clone)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// 0–1.
    pub confidence: f64,
    /// Where.
    pub source: Source,
}

/// A name in two parts; a one-part name stands in `surname`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NameRead {
    /// Primary identifier.
    pub surname: String,
    /// Secondary identifier, may be empty.
    pub given_names: String,
}

/// An expiry as documents state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpiryRead {
    /// A day.
    On(Date),
    /// The document says that it does not expire.
    Never,
}

/// Fields read on one side. Several readings of one field (MRZ and print) are all kept.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// Names.
    pub names: Vec<Read<NameRead>>,
    /// Birth dates.
    pub birth_dates: Vec<Read<Date>>,
    /// Expiry dates.
    pub expiries: Vec<Read<ExpiryRead>>,
    /// Birth dates that are no single day: of an order that nothing settles, or with parts that the issuer does not know.
    pub open_birth_dates: Vec<Read<Readings>>,
    /// Document numbers, letters and digits only.
    pub numbers: Vec<Read<String>>,
    /// Marks of sex as read.
    pub sexes: Vec<Read<String>>,
    /// Nationalities as read, codes or words.
    pub nationalities: Vec<Read<String>>,
    /// Issuing countries as read, codes or words.
    pub issuers: Vec<Read<String>>,
}

/// Portrait against video.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Height of the portrait's face, pixels.
    pub portrait_px: f64,
    /// Euclidean distances of the portrait's descriptor to each compared frame.
    pub distances: Vec<f64>,
    /// Distance to the mean of the compared frames.
    pub fused: Option<f64>,
    /// Logarithm of how much likelier that distance is for one person than for two; `None` where the net's manifest does not say.
    pub log_ratio: Option<f64>,
}

/// A face as numbers of one release of the nets. Biometric data: its `Debug` form hides them.
#[derive(Clone, PartialEq)]
pub struct FaceTemplate {
    /// Which nets and geometry it is of; others cannot be compared.
    pub release: String,
    /// The mean of the best frames.
    pub values: Vec<f32>,
}

impl std::fmt::Debug for FaceTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FaceTemplate(hidden)")
    }
}

impl FaceTemplate {
    /// Euclidean distance; `None` for faces of another release.
    pub fn distance(&self, other: &Self) -> Option<f64> {
        (self.release == other.release && self.values.len() == other.values.len()).then(|| {
            let sum: f32 = self.values.iter().zip(&other.values).map(|(a, b)| (a - b).powi(2)).sum();
            f64::from(sum.sqrt())
        })
    }
}

/// A search of one face among those of other applicants.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GallerySearch {
    /// Faces it was compared with.
    pub searched: u64,
    /// Faces of another release of the nets, which cannot be compared.
    pub not_comparable: u64,
    /// Distance of the nearest; `None` where there was none to compare with.
    pub nearest: Option<f64>,
}

impl Comparison {
    /// The median distance; `None` without any.
    pub fn median(&self) -> Option<f64> {
        let mut sorted = self.distances.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match sorted.len() {
            0 => None,
            n if n % 2 == 1 => Some(sorted[middle]),
            _ => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
        }
    }
}

impl Measurements {
    /// A case of which nothing is known yet.
    pub fn nothing(today: Date, document_type: DocumentType) -> Self {
        Self {
            today,
            document_type,
            declared: None,
            front: None,
            back: None,
            clip: None,
            comparison: None,
            template: None,
            gallery: None,
            document_models: vec![],
            speech_models: vec![],
            face_models: vec![],
            timings: vec![],
        }
    }

    /// The photographed sides with their names.
    pub fn sides(&self) -> Vec<(&'static str, Option<&Side>)> {
        let mut sides = vec![("front", self.front.as_ref())];
        if self.document_type.has_back() {
            sides.push(("back", self.back.as_ref()));
        }
        sides
    }
}

impl Side {
    /// Whether the zone's name field is full, so that the name may be cut.
    pub fn name_may_be_cut(&self) -> bool {
        self.mrz.as_ref().is_some_and(|mrz| mrz.name_may_be_cut)
    }
}

impl<T> Read<T> {
    /// Another value of the same confidence and source.
    pub fn with<U>(&self, value: U) -> Read<U> {
        Read { value, confidence: self.confidence, source: self.source }
    }
}

impl<T> std::fmt::Debug for Read<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Read({:?}, {:.2}, redacted)", self.source, self.confidence)
    }
}

impl std::fmt::Debug for NameRead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameRead(redacted)")
    }
}
