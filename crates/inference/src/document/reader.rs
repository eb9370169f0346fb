//! Everything that can be read and measured on one photograph, in one call, with the time of each step.

use std::time::Instant;

use countersign_media::RgbImage;
use jiff::civil::Date;

use super::aamva::{self, Aamva};
use super::barcode::{self, Barcode};
use super::fields::{DocumentFields, Sources, fields};
use super::geometry::{self, Geometry, LayoutNet};
use super::mrz::{Decoded, Effort, MrzReader, NetMrzReader, ReadError, decode};
use super::picture::Gray;
use super::print::PrintReader;
use super::quality::{self, DocumentQuality};
use super::text::{self, TextLine};
use super::zone;
use crate::models::{ModelError, ModelStore};

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
    /// Sees where the document lies; without it edges alone are followed.
    pub layout: Option<LayoutNet>,
    /// Reads print; without it that step fails, named in `failures`.
    pub print: Option<PrintReader>,
}

impl DocumentReader {
    /// With every net of a store; print needs the weights that `countersign models build` unpacks.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self {
            mrz: Box::new(NetMrzReader::new(store)?),
            layout: Some(LayoutNet::load(store)?),
            print: Some(PrintReader::load(store)?),
        })
    }

    /// The nets that take part, by name and hash.
    pub fn nets(&self) -> Vec<(String, String)> {
        let mut nets = self.mrz.nets();
        nets.extend(self.layout.iter().map(LayoutNet::release));
        nets.extend(self.print.iter().flat_map(PrintReader::nets));
        nets
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
    /// Print that runs across the document or up its edge; no field is read from it.
    pub across_lines: Vec<TextLine>,
    /// Everything merged.
    pub fields: DocumentFields,
    /// Capture measurements.
    pub quality: DocumentQuality,
    /// Where documents lie in the photograph.
    pub geometry: Geometry,
    /// Whether the photograph shows the document mirrored; `None` when no zone tells.
    pub mirrored: Option<bool>,
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
        let geometry = timed(&mut timings, "geometry", || geometry::find(self.layout.as_ref(), image, &gray));
        let quality = timed(&mut timings, "quality", || quality::measure_gray(image, &gray, geometry.main()));
        // A side that bears neither is searched longest for both: side by side.
        let (zone, (barcodes, barcode_timing)) = std::thread::scope(|scope| {
            let barcodes = scope.spawn(|| {
                let mut timing = Vec::new();
                (timed(&mut timing, "barcode", || barcode::read(&gray)), timing)
            });
            let zone = timed(&mut timings, "mrz", || zone::read(self.mrz.as_ref(), &gray, &geometry, today));
            (zone, barcodes.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        timings.extend(barcode_timing);
        let zone = zone.unwrap_or_else(|error| {
            failures.push(("mrz", error));
            None
        });
        let decoded = zone.as_ref().and_then(|z| decode(z, today));
        let licences: Vec<Aamva> = barcodes.iter().filter_map(|b| aamva::parse(&b.bytes)).collect();
        let known = decoded.as_ref().and(zone.as_ref()).map(|z| z.turns);
        let enough = decoded.as_ref().is_some_and(|d| d.mrz.valid) || !licences.is_empty();
        let wanted = options.text == TextWhen::Always || (options.text == TextWhen::Needed && !enough);
        let mut print = text::Printed { turns: known.unwrap_or(0), ..text::Printed::default() };
        if wanted {
            let known = text::Known {
                turns: known,
                outline: geometry.main().map(|seen| seen.corners),
                zone: decoded.as_ref().and(zone.as_ref()).map(|z| z.corners),
            };
            match timed(&mut timings, "text", || text::read(self.print.as_ref(), image, known)) {
                Ok(read) => print = read,
                Err(error) => failures.push(("text", error)),
            }
        }
        let sources = Sources {
            mrz: decoded.as_ref().map(|d| &d.mrz),
            licences: &licences,
            text: &print.lines,
            turned: (known.unwrap_or(print.turns), gray.width, gray.height),
            today,
        };
        // Print says best which way is up; without it, the net when it is sure.
        let upright = match geometry.main() {
            Some(seen) if print.lines.is_empty() && seen.certainty > zone::SURE_OF_UP => seen.turns(),
            _ => print.turns,
        };
        let legible = decoded.as_ref().is_some_and(|d| d.mrz.valid || d.mrz.confidence >= zone::CERTAIN);
        let mirrored = timed(&mut timings, "mirrored", || self.mirrored(&gray, &geometry, legible, today));
        DocumentReading {
            fields: timed(&mut timings, "fields", || fields(sources)),
            mrz_corners: decoded.as_ref().and(zone.as_ref()).map(|z| z.corners),
            mrz: decoded,
            barcodes,
            licences,
            text_lines: print.lines,
            across_lines: print.across,
            quality,
            geometry,
            mirrored,
            turns: known.unwrap_or(upright),
            failures,
            timings,
        }
    }
}

impl DocumentReader {
    /// Whether a zone that cannot be made out can be read in a mirror. Asked only where the net sees zone lines, since it takes as long
    /// as reading.
    fn mirrored(&self, picture: &Gray, geometry: &Geometry, legible: bool, today: Date) -> Option<bool> {
        if legible {
            return Some(false);
        }
        if geometry.maps.is_none() || !zone::expected(geometry) {
            return None;
        }
        let zone = self.mrz.read(&picture.mirrored(), Effort::Search).ok()??;
        decode(&zone, today).filter(|decoded| decoded.mrz.valid).map(|_| true)
    }
}

fn timed<T>(timings: &mut Vec<(&'static str, f64)>, step: &'static str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    timings.push((step, start.elapsed().as_secs_f64() * 1e3));
    done
}
