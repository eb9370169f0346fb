//! One side of the document, measured.

use countersign_inference::document::fields::{DocumentFields, Field, Source as ReadSource};
use countersign_inference::document::mrz::Mrz;
use countersign_inference::document::{DocumentReader, DocumentReading, ReadOptions};
use countersign_inference::face::{FaceNets, Portrait};
use countersign_media::RgbImage;
use jiff::civil::Date;

use crate::measurements::{ExpiryRead, Fields, MrzMeasured, NameRead, Read, Side, Source};

/// What was read on one side and the portrait on it.
pub struct DocumentFindings {
    /// Everything read and measured.
    pub reading: DocumentReading,
    /// The portrait, when the nets ran and found one.
    pub portrait: Option<Portrait>,
    /// Whether the face nets ran.
    pub portrait_searched: bool,
}

/// Reads one side and, given the nets, looks for the portrait. Looking in vain is the slowest step of all, so a back is read without.
pub fn read(
    reader: &DocumentReader,
    faces: Option<&FaceNets>,
    image: &RgbImage,
    today: Date,
    options: ReadOptions,
) -> DocumentFindings {
    let reading = reader.read(image, today, options);
    // A zone or print says which way is up; only without either the picture is turned in search of a face.
    let known = reading.mrz.is_some() || !reading.text_lines.is_empty();
    let turns = if known { &[0][..] } else { &[0, 2, 1, 3][..] };
    let (portrait, portrait_searched) =
        faces.map_or((None, false), |faces| find_portrait(faces, image, reading.turns, turns));
    DocumentFindings { reading, portrait, portrait_searched }
}

/// The portrait, looked for with `upright` quarter turns clockwise and each of `turns` more, in order; and whether the nets ran.
pub fn find_portrait(faces: &FaceNets, image: &RgbImage, upright: u32, turns: &[u32]) -> (Option<Portrait>, bool) {
    let mut searched = true;
    for turn in turns {
        match faces.find_portrait(&turned(image, (upright + turn) % 4)) {
            Ok(Some(found)) => return (Some(found), true),
            Ok(None) => {}
            Err(_) => searched = false,
        }
    }
    (None, searched)
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
            margin_share: quality
                .margin_px
                .map(|px| f64::from(px) / f64::from(quality.width_px.max(quality.height_px))),
            mrz: reading.mrz.as_ref().map(|decoded| mrz(&decoded.mrz)),
            barcodes: reading.barcodes.len(),
            licence_record: !reading.licences.is_empty(),
            fields: fields(&reading.fields),
            mrz_searched: !failed("mrz"),
            barcode_searched: !failed("barcode"),
            portrait_px: self.portrait.as_ref().map(|portrait| f64::from(portrait.quality.face_height_px)),
            portrait_searched: self.portrait_searched,
        }
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

/// Every reading of a field, the kept one and those that contradict it.
fn readings<'a>(fields: &'a DocumentFields, name: &'a str) -> impl Iterator<Item = &'a Field> {
    fields.values.iter().chain(&fields.conflicts).filter(move |(known, _)| *known == name).map(|(_, field)| field)
}

fn fields(found: &DocumentFields) -> Fields {
    let dates = |name| {
        readings(found, name)
            .filter_map(|field| Some(read_as(field, field.value.parse::<Date>().ok()?)))
            .collect::<Vec<_>>()
    };
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    Fields {
        names: names(found),
        birth_dates: dates("birth_date"),
        expiries: dates("expiry")
            .into_iter()
            .map(|read| Read { value: ExpiryRead::On(read.value), confidence: read.confidence, source: read.source })
            .collect(),
        numbers: readings(found, "number")
            .map(|field| read_as(field, plain(&field.value)))
            .filter(|read| !read.value.is_empty())
            .collect(),
    }
}

/// Surname and given names of one source belong together; a full name stands alone.
fn names(found: &DocumentFields) -> Vec<Read<NameRead>> {
    let mut names = Vec::new();
    for source in [ReadSource::Barcode, ReadSource::Mrz, ReadSource::Print] {
        let part = |name: &str| {
            found.values.iter().chain(&found.conflicts).find(|(known, field)| *known == name && field.source == source)
        };
        let (surname, given) = (part("surname"), part("given_names"));
        if let Some((_, surname)) = surname {
            let confidence = given.map_or(surname.confidence, |(_, given)| given.confidence.min(surname.confidence));
            let given_names = given.map(|(_, given)| given.value.clone()).unwrap_or_default();
            // A surname from print without given names is half a name, unless another source has the other half.
            if source != ReadSource::Print || given.is_some() {
                let value = NameRead { surname: surname.value.clone(), given_names };
                names.push(Read { value, confidence: f64::from(confidence), source: source_of(source) });
            }
        } else if let Some((_, full)) = part("full_name") {
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
