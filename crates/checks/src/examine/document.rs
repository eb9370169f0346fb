//! One side of the document, measured.

use std::time::Instant;

use countersign_inference::document::fields::{DocumentFields, Field, NEVER, Source as ReadSource};
use countersign_inference::document::geometry::Placed;
use countersign_inference::document::mrz::{Mrz, MrzDate};
use countersign_inference::document::unaltered::{self, Rectangle, Unaltered};
use countersign_inference::document::{DocumentReader, DocumentReading, ReadOptions};
use countersign_inference::face::{FaceBox, FaceNets, Portrait};
use countersign_media::{Photo, RgbImage};
use jiff::civil::Date;

use super::portrait::PortraitFindings;
use crate::identity::dates::{self, Context, Meaning, Readings};
use crate::measurements::{self, ExpiryRead, Fields, MrzMeasured, NameRead, Placement, Read, Side, Source};

/// What was read on one side and the portrait on it.
pub struct DocumentFindings {
    /// Everything read and measured.
    pub reading: DocumentReading,
    /// The portrait, when the nets ran and found one.
    pub portrait: Option<Portrait>,
    /// The portrait's box on the photo as it was given, pixels: left, top, right, low.
    pub portrait_place: Option<Rectangle>,
    /// Whether the face nets ran.
    pub portrait_searched: bool,
    /// How the portrait is printed, and the ghost image beside it.
    pub portrait_print: Option<PortraitFindings>,
    /// Whether the photo is an original, unaltered capture; `None` until [`DocumentFindings::examine_capture`].
    pub unaltered: Option<Unaltered>,
    /// The day of the reading.
    today: Date,
}

/// Reads one side and, given the nets, looks for the portrait. Looking in vain is the slowest step of all, so a back is read without.
pub fn read(
    reader: &DocumentReader,
    faces: Option<&FaceNets>,
    image: &RgbImage,
    today: Date,
    options: ReadOptions,
) -> DocumentFindings {
    let mut reading = reader.read(image, today, options);
    // A zone or print says which way is up; only without either the picture is turned in search of a face.
    let known = reading.mrz.is_some() || !reading.text_lines.is_empty();
    let turns = if known { &[0][..] } else { &[0, 2, 1, 3][..] };
    let (found, portrait_searched) = faces.map_or((None, false), |faces| search(faces, image, reading.turns, turns));
    let portrait_print = faces.zip(found.as_ref()).map(|(faces, (portrait, upright, _))| {
        let started = Instant::now();
        let findings = PortraitFindings::measure(faces, upright, portrait);
        reading.timings.push(("ghost", started.elapsed().as_secs_f64() * 1e3));
        findings
    });
    let portrait_place = found.as_ref().map(|(portrait, view, turns)| turned_back(&portrait.face_box, view, *turns));
    let portrait = found.map(|(portrait, ..)| portrait);
    DocumentFindings { reading, portrait, portrait_place, portrait_searched, portrait_print, unaltered: None, today }
}

/// The portrait, looked for with `upright` quarter turns clockwise and each of `turns` more, in order; and whether the nets ran.
pub fn find_portrait(faces: &FaceNets, image: &RgbImage, upright: u32, turns: &[u32]) -> (Option<Portrait>, bool) {
    let (found, searched) = search(faces, image, upright, turns);
    (found.map(|(portrait, ..)| portrait), searched)
}

/// The portrait on a photo however it is turned, and the picture turned as it was found.
pub(super) fn portrait_with_picture(faces: &FaceNets, image: &RgbImage) -> Option<(Portrait, RgbImage)> {
    search(faces, image, 0, &[0, 2, 1, 3]).0.map(|(portrait, picture, _)| (portrait, picture))
}

/// A portrait with the picture turned as it was found, and by how many quarters clockwise.
type Found = (Portrait, RgbImage, u32);

fn search(faces: &FaceNets, image: &RgbImage, upright: u32, turns: &[u32]) -> (Option<Found>, bool) {
    let mut searched = true;
    for turn in turns {
        let quarters = (upright + turn) % 4;
        let view = turned(image, quarters);
        match faces.find_portrait(&view) {
            Ok(Some(found)) => return (Some((found, view, quarters)), true),
            Ok(None) => {}
            Err(_) => searched = false,
        }
    }
    (None, searched)
}

/// Where a box of `view`, which was turned clockwise by quarter turns, lies on the picture before.
fn turned_back(place: &FaceBox, view: &RgbImage, quarters: u32) -> Rectangle {
    let (width, height) = (view.width as f32, view.height as f32);
    let (left, top, right, low) = place.edges();
    match quarters % 4 {
        1 => (top, width - right, low, width - left),
        2 => (width - right, height - low, width - left, height - top),
        3 => (height - low, left, height - top, right),
        _ => (left, top, right, low),
    }
}

/// The picture turned clockwise by quarter turns.
pub fn turned(image: &RgbImage, quarters: u32) -> RgbImage {
    let (width, height) = (image.width as usize, image.height as usize);
    if quarters.is_multiple_of(4) {
        return image.clone();
    }
    let swaps = quarters % 2 == 1;
    let (new_width, new_height) = if swaps { (height, width) } else { (width, height) };
    let mut pixels = vec![0; image.pixels.len()];
    for (row, line) in pixels.chunks_exact_mut(new_width * 3).enumerate() {
        for (column, pixel) in line.chunks_exact_mut(3).enumerate() {
            let (x, y) = match quarters % 4 {
                1 => (row, height - 1 - column),
                2 => (width - 1 - column, height - 1 - row),
                _ => (width - 1 - row, column),
            };
            let from = (y * width + x) * 3;
            pixel.copy_from_slice(&image.pixels[from..from + 3]);
        }
    }
    RgbImage { width: new_width as u32, height: new_height as u32, pixels }
}

impl DocumentFindings {
    /// Examines the photo as a file and a picture: is it an original, unaltered capture?
    pub fn examine_capture(&mut self, photo: &Photo) {
        let started = Instant::now();
        self.unaltered =
            Some(unaltered::measure(photo, self.reading.quality.document_quad.as_ref(), self.portrait_place));
        self.reading.timings.push(("unaltered", started.elapsed().as_secs_f64() * 1e3));
    }

    /// In the form that the checks ask for, with the words of overprints among what was read.
    fn capture(&self) -> Option<measurements::Unaltered> {
        let seen = self.unaltered.as_ref()?;
        let value = |found: &Option<unaltered::Mapped>| found.as_ref().map(|found| f64::from(found.value));
        let zone = self.reading.mrz.as_ref().map(|decoded| decoded.mrz.lines.join(" "));
        let print: Vec<&str> =
            self.reading.text_lines.iter().map(|line| line.text.as_str()).chain(zone.as_deref()).collect();
        let across: Vec<&str> = self.reading.across_lines.iter().map(|line| line.text.as_str()).collect();
        let read = !(print.is_empty() && across.is_empty());
        Some(measurements::Unaltered {
            moire: value(&seen.moire),
            halftone: value(&seen.halftone),
            screenshot: f64::from(seen.screenshot.signs),
            own_colour: seen.tone.map(|tone| f64::from(tone.own_colour)),
            tint: seen.tone.map(|tone| f64::from(tone.tint)),
            roughness: seen.tone.map(|tone| f64::from(tone.roughness)),
            crushed: seen.tone.and_then(|tone| tone.crushed).map(f64::from),
            portrait_grain: seen.portrait_grain.map(f64::from),
            recompressed_cells: seen.recompressed.as_ref().and_then(|found| value(&found.foreign)),
            clean_cells: value(&seen.clean),
            copied_patches: value(&seen.copied),
            overprint: read.then(|| unaltered::overprint::found_in(print, across)),
            signs: seen.signs.iter().map(|sign| sign.name()).collect(),
        })
    }

    /// The findings in the form that the checks ask for.
    pub fn side(&self) -> Side {
        let reading = &self.reading;
        let failed = |step: &str| reading.failures.iter().any(|(name, _)| *name == step);
        let quality = &reading.quality;
        Side {
            width_px: Some(f64::from(quality.document_long_px)),
            sharpness: quality.sharpness.map(f64::from),
            glare_share: Some(f64::from(quality.glare_share)),
            brightness: Some(f64::from(quality.brightness)),
            overexposed_share: Some(f64::from(quality.overexposed_share)),
            placement: Some(placement(reading)),
            margin_share: quality
                .margin_px
                .map(|px| f64::from(px) / f64::from(quality.width_px.max(quality.height_px))),
            mrz: reading.mrz.as_ref().map(|decoded| mrz(&decoded.mrz)),
            barcodes: reading.barcodes.len(),
            licence_record: !reading.licences.is_empty(),
            fields: fields(&reading.fields, reading.mrz.as_ref().map(|decoded| &decoded.mrz), self.today),
            mrz_searched: !failed("mrz"),
            barcode_searched: !failed("barcode"),
            portrait_px: self.portrait.as_ref().map(|portrait| f64::from(portrait.quality.face_height_px)),
            portrait_searched: self.portrait_searched,
            portrait: self
                .portrait
                .as_ref()
                .zip(self.portrait_print.as_ref())
                .map(|(portrait, print)| print.measured(portrait)),
            unaltered: self.capture(),
        }
    }
}

fn placement(reading: &DocumentReading) -> Placement {
    let geometry = &reading.geometry;
    let main = geometry.main();
    Placement {
        documents: geometry.documents.len() as u64,
        fill: main.map_or(0.0, |seen| f64::from(seen.fill)),
        too_near: main.is_some_and(Placed::too_near),
        fills_frame: main.is_some_and(|seen| seen.fills_frame),
        scanned: main.is_some_and(|seen| seen.scanned),
        covered_share: geometry.covered_share.map(f64::from),
        blank: reading.quality.blank,
        mirrored: reading.mirrored,
        look: geometry.look.clone(),
    }
}

fn mrz(mrz: &Mrz) -> MrzMeasured {
    // The name field's last character is no filler: it may go on beyond the field.
    let name_line = match mrz.format.name() {
        "TD1" => mrz.lines.get(2),
        _ => mrz.lines.first(),
    };
    MrzMeasured {
        format: mrz.format.name().to_owned(),
        valid: mrz.valid,
        exception: mrz.valid_by.map(|exception| format!("{exception:?}")),
        confidence: f64::from(mrz.confidence),
        document_code: mrz.fields.document_code.clone(),
        name_may_be_cut: name_line.is_some_and(|line| !line.ends_with('<')),
    }
}

/// Every reading of a field: what the machine readable parts say, kept or contradicting, and all that is printed.
fn readings<'a>(fields: &'a DocumentFields, name: &'static str) -> impl Iterator<Item = &'a Field> {
    let machine = fields.values.iter().chain(&fields.conflicts).filter(|(_, field)| field.source != ReadSource::Print);
    machine.chain(&fields.printed).filter(move |(known, _)| *known == name).map(|(_, field)| field)
}

fn fields(found: &DocumentFields, mrz: Option<&Mrz>, today: Date) -> Fields {
    let texts = |name| readings(found, name).map(|field| read_as(field, field.value.clone())).collect::<Vec<_>>();
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let country = readings(found, "issuer").next().map_or("", |field| field.value.as_str());
    let births: Vec<_> =
        readings(found, "birth_date").map(|field| possible(field, country, Meaning::Birth, today)).collect();
    let expiry = |field: &Field| {
        let never = field.value == NEVER;
        let day = possible(field, country, Meaning::Expiry, today).value.single().map(ExpiryRead::On);
        Some(read_as(field, if never { ExpiryRead::Never } else { day? }))
    };
    Fields {
        names: names(found),
        birth_dates: births.iter().filter_map(|read| Some(read.with(read.value.single()?))).collect(),
        open_birth_dates: births
            .into_iter()
            .filter(|read| read.value.single().is_none() && !read.value.is_empty())
            .chain(mrz.and_then(unknown_parts))
            .collect(),
        expiries: readings(found, "expiry").filter_map(expiry).collect(),
        numbers: readings(found, "number")
            .map(|field| read_as(field, plain(&field.value)))
            .filter(|read| !read.value.is_empty())
            .collect(),
        sexes: texts("sex"),
        nationalities: texts("nationality"),
        issuers: texts("issuer"),
    }
}

/// The days that the text may mean.
fn possible(field: &Field, country: &str, meaning: Meaning, today: Date) -> Read<Readings> {
    let day = field.value.parse().map(Readings::day);
    read_as(field, day.unwrap_or_else(|_| dates::readings(&field.value, Context { country, meaning, today })))
}

/// A birth date whose issuer does not know all of it.
fn unknown_parts(mrz: &Mrz) -> Option<Read<Readings>> {
    let MrzDate::Partial { year, month } = mrz.fields.birth_date else { return None };
    Some(Read { value: Readings::part(year, month), confidence: f64::from(mrz.confidence), source: Source::Mrz })
}

/// Surname and given names of one source belong together; a full name stands alone.
fn names(found: &DocumentFields) -> Vec<Read<NameRead>> {
    let mut names = Vec::new();
    for source in [ReadSource::Barcode, ReadSource::Mrz, ReadSource::Print] {
        let part = |name: &'static str| readings(found, name).find(|field| field.source == source);
        let (surname, given) = (part("surname"), part("given_names"));
        if let Some(surname) = surname {
            let confidence = given.map_or(surname.confidence, |given| given.confidence.min(surname.confidence));
            let given_names = given.map(|given| given.value.clone()).unwrap_or_default();
            // A surname from print without given names is half a name, unless another source has the other half.
            if source != ReadSource::Print || given.is_some() {
                let value = NameRead { surname: surname.value.clone(), given_names };
                names.push(Read { value, confidence: f64::from(confidence), source: source_of(source) });
            }
        } else if let Some(full) = part("full_name") {
            let value = NameRead { surname: full.value.clone(), given_names: String::new() };
            names.push(Read { value, confidence: f64::from(full.confidence), source: source_of(source) });
        }
    }
    names
}

fn read_as<T>(field: &Field, value: T) -> Read<T> {
    Read { value, confidence: f64::from(field.confidence), source: source_of(field.source) }
}

fn source_of(source: ReadSource) -> Source {
    match source {
        ReadSource::Barcode => Source::Barcode,
        ReadSource::Mrz => Source::Mrz,
        ReadSource::Print => Source::Print,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_found_again_on_the_picture_before_it_was_turned() {
        let mut image = RgbImage { width: 7, height: 5, pixels: vec![0; 105] };
        image.pixels[(3 * 7 + 5) * 3] = 9;
        for quarters in 0..4 {
            let view = turned(&image, quarters);
            let at = view.pixels.iter().position(|part| *part == 9).expect("marked") / 3;
            let (x, y) = (at as u32 % view.width, at as u32 / view.width);
            let place = FaceBox { x: x as f32, y: y as f32, width: 1.0, height: 1.0, score: 1.0 };
            assert_eq!(turned_back(&place, &view, quarters), (5.0, 3.0, 6.0, 4.0), "{quarters}");
        }
    }

    #[test]
    fn four_quarter_turns_give_the_picture_back_and_one_moves_the_corner() {
        let image = RgbImage { width: 3, height: 2, pixels: (0..18).collect() };
        let once = turned(&image, 1);
        assert_eq!((once.width, once.height), (2, 3));
        assert_eq!(once.at(1, 0), image.at(0, 0), "the top left goes to the top right");
        let full = (0..4).fold(image.clone(), |picture, _| turned(&picture, 1));
        assert!(full == image);
        assert!(turned(&image, 2) == turned(&once, 1));
        assert!(turned(&image, 3) == turned(&turned(&image, 2), 1));
    }
}
