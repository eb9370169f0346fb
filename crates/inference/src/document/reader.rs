//! Everything that can be read and measured on one photograph, in one call, with the time of each step.

use std::time::Instant;

use countersign_media::RgbImage;
use jiff::civil::Date;

use super::aamva::{self, Aamva};
use super::barcode::{self, Barcode};
use super::fields::{DocumentFields, Sources, fields};
use super::mrz::{ClassicalMrzReader, Decoded, MrzReader, ReadError, decode};
use super::picture::Gray;
use super::quality::{self, DocumentQuality};
use super::text::{self, TextLine};

/// What to leave out.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions {
    /// When to read print, the slowest step.
    pub text: TextWhen,
}

/// When print is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextWhen {
    /// Always.
    Always,
    /// When neither a valid zone nor a licence barcode was read.
    Needed,
    /// Never.
    Never,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { text: TextWhen::Needed }
    }
}

/// Reads documents. Holds what is loaded once.
pub struct DocumentReader {
    /// Reads the machine readable zone; exchangeable.
    pub mrz: Box<dyn MrzReader>,
}

impl Default for DocumentReader {
    fn default() -> Self {
        Self { mrz: Box::new(ClassicalMrzReader::default()) }
    }
}

/// What was read and measured. Each part that could not be read is absent; each part that could not be *tried* has its
/// error in `failures`.
#[derive(Debug)]
pub struct DocumentReading {
    /// The zone, with how many of its characters a check digit chose.
    pub mrz: Option<Decoded>,
    /// Corners of the zone in the photograph, clockwise from its own top left.
    pub mrz_corners: Option<[(f32, f32); 4]>,
    /// Every barcode.
    pub barcodes: Vec<Barcode>,
    /// Those barcodes that are North American licences or ID cards.
    pub licences: Vec<Aamva>,
    /// Print, when it was read.
    pub text_lines: Vec<TextLine>,
    /// Everything merged.
    pub fields: DocumentFields,
    /// Capture measurements.
    pub quality: DocumentQuality,
    /// Quarter turns clockwise (0–3) that bring the document upright, by zone or print; 0 when neither says.
    pub turns: u32,
    /// Steps that could not be tried, and why.
    pub failures: Vec<(&'static str, ReadError)>,
    /// Milliseconds of each step: `quality`, `mrz`, `barcode`, `text`.
    pub timings: Vec<(&'static str, f64)>,
}

impl DocumentReader {
    /// Reads a photograph; `today` decides the century of two-digit years.
    pub fn read(&self, image: &RgbImage, today: Date, options: ReadOptions) -> DocumentReading {
        let mut timings = Vec::new();
        let mut failures = Vec::new();
        let gray = Gray::from_rgb(image);
        let quality = timed(&mut timings, "quality", || quality::measure_gray(image, &gray));
        let zone = timed(&mut timings, "mrz", || self.mrz.read(image)).unwrap_or_else(|error| {
            failures.push(("mrz", error));
            None
        });
        let decoded = zone.as_ref().and_then(|z| decode(z, today));
        let barcodes = timed(&mut timings, "barcode", || barcode::read(&gray));
        let licences: Vec<Aamva> = barcodes.iter().filter_map(|b| aamva::parse(&b.bytes)).collect();
        let known = decoded.as_ref().and(zone.as_ref()).map(|z| z.turns);
        let enough = decoded.as_ref().is_some_and(|d| d.mrz.valid) || !licences.is_empty();
        let wanted = options.text == TextWhen::Always || (options.text == TextWhen::Needed && !enough);
        let mut print = (Vec::new(), known.unwrap_or(0));
        if wanted {
            match timed(&mut timings, "text", || text::read(&gray, known)) {
                Ok(read) => print = read,
                Err(error) => failures.push(("text", error)),
            }
        }
        let sources = Sources {
            mrz: decoded.as_ref().map(|d| &d.mrz),
            licences: &licences,
            text: &print.0,
            turned: (known.unwrap_or(print.1), gray.width, gray.height),
            today,
        };
        DocumentReading {
            fields: timed(&mut timings, "fields", || fields(sources)),
            mrz_corners: decoded.as_ref().and(zone.as_ref()).map(|z| z.corners),
            mrz: decoded,
            barcodes,
            licences,
            text_lines: print.0,
            quality,
            turns: known.unwrap_or(print.1),
            failures,
            timings,
        }
    }
}

fn timed<T>(timings: &mut Vec<(&'static str, f64)>, step: &'static str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    timings.push((step, start.elapsed().as_secs_f64() * 1e3));
    done
}
