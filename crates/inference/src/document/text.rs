//! The print of a photograph as plain lines, for readers of fields.

use countersign_media::RgbImage;

use super::mrz::ReadError;
use super::print::{LineBox, PrintReader, Scope};
use crate::models::ModelError;

/// A document's outline is cut out with this share of its size around it: an outline may run just inside the edge.
const MARGIN: f32 = 0.04;
/// An outline under this share of the photograph is something else than the document that was asked for.
const LEAST_SHARE: f32 = 0.08;
/// With fewer lines than this the outline is doubted and the whole photograph is looked at.
const LEAST_LINES: usize = 4;
/// Most lines that are read of one photograph: the densest of the corpus' documents has 60 beside its zone.
const MOST_LINES: usize = 80;
/// A machine readable zone is skipped with this share of its height above and below.
const ZONE_MARGIN: f32 = 0.1;

/// A line of print.
#[derive(Clone, PartialEq)]
pub struct TextLine {
    /// Words joined by spaces.
    pub text: String,
    /// 0–1, the probability that the line is exact, calibrated ([`super::print::LineText::confidence`]).
    pub confidence: f32,
    /// Left, top, width, height in pixels of the picture once turned upright.
    pub at: (f32, f32, f32, f32),
    /// How far the line sinks on its way to the right, over that way: 0 level, 0.1 about six degrees clockwise.
    pub slope: f32,
}

impl std::fmt::Debug for TextLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TextLine({} characters, redacted)", self.text.len())
    }
}

/// What is known of a photograph before its print is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// Quarter turns clockwise that bring the document upright.
    pub turns: Option<u32>,
    /// The document's outline, pixels of the photograph.
    pub outline: Option<[(f32, f32); 4]>,
    /// The machine readable zone, which is not read again; pixels of the photograph.
    pub zone: Option<[(f32, f32); 4]>,
}

/// What was read of a photograph.
#[derive(Debug, Default)]
pub struct Printed {
    /// Lines from top to bottom.
    pub lines: Vec<TextLine>,
    /// What runs across the document or up its edge: overprints.
    pub across: Vec<TextLine>,
    /// Quarter turns clockwise that bring the lines upright.
    pub turns: u32,
}

/// Reads the print of the document, or of the whole photograph where its outline holds too little.
pub fn read(reader: Option<&PrintReader>, photo: &RgbImage, known: Known) -> Result<Printed, ReadError> {
    let reader = reader.ok_or(ReadError::NotStarted("print"))?;
    let failed = |_: ModelError| ReadError::Failed("print");
    if let Some(part) = known.outline.and_then(|outline| part(photo, &outline)) {
        let printed = lines(reader, photo, part, known).map_err(failed)?;
        if printed.lines.len() >= LEAST_LINES {
            return Ok(printed);
        }
    }
    lines(reader, photo, (0, 0, photo.width, photo.height), known).map_err(failed)
}

type Part = (u32, u32, u32, u32);

/// Left, top, width, height around an outline with its margin; `None` when that is too little to be the document.
fn part(photo: &RgbImage, outline: &[(f32, f32); 4]) -> Option<Part> {
    let (x, y, w, h) = LineBox { corners: *outline, score: 1.0 }.around();
    let (width, height) = (photo.width as f32, photo.height as f32);
    let margin = MARGIN * w.max(h);
    let span = |at: f32, length: f32, limit: f32| {
        let from = (at - margin).floor().clamp(0.0, limit);
        (from as u32, ((at + length + margin).ceil().clamp(0.0, limit) - from) as u32)
    };
    let ((left, columns), (top, rows)) = (span(x, w, width), span(y, h, height));
    (columns as f32 * rows as f32 >= LEAST_SHARE * width * height).then_some((left, top, columns, rows))
}

/// Reads a part of the photograph; the places are those of the whole photograph once turned.
fn lines(reader: &PrintReader, photo: &RgbImage, part: Part, known: Known) -> Result<Printed, ModelError> {
    let (left, top, width, height) = part;
    let cut;
    let view = if (width, height) == (photo.width, photo.height) {
        photo
    } else {
        cut = cropped(photo, part);
        &cut
    };
    let zone = known.turns.zip(known.zone).map(|(turns, zone)| {
        let corners = grown(zone).map(|(x, y)| (x - left as f32, y - top as f32));
        LineBox { corners, score: 1.0 }.turned(turns, width as f32, height as f32).corners
    });
    let scope = Scope { turns: known.turns, skip: zone.into_iter().collect(), ..Scope::default() };
    let mut page = reader.open(view, &scope)?;
    reader.read(&mut page, MOST_LINES, |_| true)?;
    let corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)];
    let corners = corners.map(|(x, y)| (x as f32, y as f32));
    let place = LineBox { corners, score: 1.0 }.turned(page.turns, photo.width as f32, photo.height as f32).around();
    let shift =
        |line: TextLine| TextLine { at: (line.at.0 + place.0, line.at.1 + place.1, line.at.2, line.at.3), ..line };
    let across = reader.across(&page)?.into_iter().map(shift).collect();
    Ok(Printed { lines: page.text_lines().into_iter().map(shift).collect(), across, turns: page.turns })
}

/// A zone grown up and down along its own sides.
fn grown([a, b, c, d]: [(f32, f32); 4]) -> [(f32, f32); 4] {
    let beyond =
        |from: (f32, f32), to: (f32, f32)| (to.0 + (to.0 - from.0) * ZONE_MARGIN, to.1 + (to.1 - from.1) * ZONE_MARGIN);
    [beyond(d, a), beyond(c, b), beyond(b, c), beyond(a, d)]
}

fn cropped(photo: &RgbImage, (left, top, width, height): Part) -> RgbImage {
    let row = |y: u32| {
        let start = (y as usize * photo.width as usize + left as usize) * 3;
        &photo.pixels[start..start + width as usize * 3]
    };
    RgbImage { width, height, pixels: (top..top + height).flat_map(row).copied().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> RgbImage {
        RgbImage { width, height, pixels: (0..width * height * 3).map(|i| (i % 253) as u8).collect() }
    }

    #[test]
    fn an_outline_is_cut_with_its_margin_within_the_photograph() {
        let outline = [(50.0, 40.0), (150.0, 40.0), (150.0, 90.0), (50.0, 90.0)];
        assert_eq!(part(&photo(300, 200), &outline), Some((46, 36, 108, 58)));
        assert_eq!(part(&photo(152, 92), &outline), Some((46, 36, 106, 56)));
        assert_eq!(part(&photo(3000, 2000), &outline), None);
        let cut = cropped(&photo(300, 200), (46, 36, 108, 58));
        assert_eq!((cut.at(0, 0), cut.pixels.len()), (photo(300, 200).at(46, 36), 108 * 58 * 3));
    }

    #[test]
    fn a_zone_grows_across_its_lines_only() {
        let zone = grown([(0.0, 10.0), (100.0, 10.0), (100.0, 30.0), (0.0, 30.0)]);
        assert_eq!(zone, [(0.0, 8.0), (100.0, 8.0), (100.0, 32.0), (0.0, 32.0)]);
    }

    #[test]
    fn without_nets_it_is_said() {
        assert!(matches!(read(None, &photo(9, 9), Known::default()), Err(ReadError::NotStarted("print"))));
    }
}
