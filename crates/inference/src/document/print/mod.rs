//! Lines of print: found ([`LineFinder`]), cut out ([`Strip`]) and read ([`LineRecogniser`]), with a calibrated confidence.
//!
//! [`PrintReader`] puts them together: it opens a photograph as a [`Page`] (upright, its lines found) and reads the lines
//! that are asked for, so that a caller who knows where a field lies pays for that line only.

mod accents;
mod across;
mod boxes;
mod closing;
mod confidence;
mod ctc;
mod detector;
mod latin;
mod page;
mod reader;
mod recogniser;
mod regions;
mod spaces;
mod strip;

pub use accents::Accents;
pub use boxes::LineBox;
pub use confidence::Calibration;
pub use ctc::{Glyph, LineText};
pub use detector::Detector;
pub use page::{Page, PageLine, Scope};
pub use reader::PrintReader;
pub use recogniser::Recogniser;
pub use strip::Strip;

use countersign_media::RgbImage;

use crate::models::ModelError;

/// Finds lines of print.
pub trait LineFinder: Send + Sync {
    /// Name and hash of each net that takes part, for the record of a verdict.
    fn nets(&self) -> Vec<(String, String)>;

    /// The lines of a picture, in no particular order. `side`: pixels of the longer side that the picture is brought to
    /// first; more finds smaller print and costs with its square.
    fn find(&self, picture: &RgbImage, side: usize) -> Result<Vec<LineBox>, ModelError>;
}

/// Reads one line.
pub trait LineRecogniser: Send + Sync {
    /// Name and hash of each net that takes part, for the record of a verdict.
    fn nets(&self) -> Vec<(String, String)>;

    /// The text of each line, in the order given.
    fn read(&self, picture: &RgbImage, lines: &[LineBox]) -> Result<Vec<LineText>, ModelError>;
}
