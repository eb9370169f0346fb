//! A photograph whose lines of print are known by place and read as they are asked for.

use countersign_media::RgbImage;

use super::{LineBox, LineText, Strip};
use crate::document::text::TextLine;

/// Longer side of the picture that lines are cut from, pixels: print 2 mm high on a card that fills it has 37.
pub(super) const WORKING_SIDE: usize = 1600;

/// Left, top, width, height in pixels of the picture as given to [`super::PrintReader::open`], turned upright.
pub type Zone = (f32, f32, f32, f32);

/// What to look at.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Quarter turns clockwise that bring the picture upright, where they are known; otherwise print itself is asked,
    /// which costs up to eight lines more.
    pub turns: Option<u32>,
    /// Lines are looked for within the rectangle around these only; everywhere when empty.
    pub zones: Vec<Zone>,
    /// Lines whose middle lies in one of these figures (corners in order, pixels of the turned picture) are left out:
    /// machine readable zones, barcodes.
    pub skip: Vec<[(f32, f32); 4]>,
    /// Pixels of the longer side of the whole picture at which lines are looked for.
    pub side: usize,
}

impl Scope {
    /// At 736 pixels, three fifths of the work at 960, as many of the corpus' fields are read (149 of 217 both).
    pub const SIDE: usize = 736;
}

impl Default for Scope {
    fn default() -> Self {
        Self { turns: None, zones: Vec::new(), skip: Vec::new(), side: Self::SIDE }
    }
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageLine {
    /// Its place in the turned picture, pixels of the picture as given.
    pub place: LineBox,
    /// What it says, once it was read.
    pub text: Option<LineText>,
}

/// An upright picture and its lines.
#[derive(Clone)]
pub struct Page {
    /// Quarter turns clockwise that were made.
    pub turns: u32,
    /// From top to bottom.
    pub lines: Vec<PageLine>,
    /// The turned picture, at most [`WORKING_SIDE`] long.
    pub(super) picture: RgbImage,
    /// Pixels of `picture` for one of the picture as given, at most 1.
    pub(super) factor: f32,
}

impl Page {
    /// A page without lines: the photograph turned and brought to working size.
    pub(super) fn of(photo: &RgbImage, turns: u32) -> Self {
        let (width, height) = (photo.width as f32, photo.height as f32);
        let factor = (WORKING_SIDE as f32 / width.max(height)).min(1.0);
        let (w, h) = if turns.is_multiple_of(2) { (width, height) } else { (height, width) };
        let whole = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
        // After a clockwise quarter the old bottom left is the new top left.
        let corners = std::array::from_fn(|i| whole[(i + 4 - turns as usize % 4) % 4]);
        let size = |length: f32| ((length * factor).round() as usize).max(1);
        let picture = if turns.is_multiple_of(4) && factor >= 1.0 {
            photo.clone()
        } else {
            let view = Strip::of(photo, &corners, size(w), size(h));
            RgbImage { width: view.width as u32, height: view.height as u32, pixels: view.pixels }
        };
        Self { turns: turns % 4, lines: Vec::new(), picture, factor }
    }

    /// Width and height of the turned picture in pixels of the picture as given.
    pub fn size(&self) -> (f32, f32) {
        (self.picture.width as f32 / self.factor, self.picture.height as f32 / self.factor)
    }

    /// Turns by another half.
    pub(super) fn turn_over(&mut self) {
        let (width, height) = self.size();
        for line in &mut self.lines {
            *line = PageLine { place: line.place.turned(2, width, height), text: None };
        }
        let pixels: Vec<u8> = self.picture.pixels.rchunks_exact(3).flatten().copied().collect();
        self.picture.pixels = pixels;
        self.turns = (self.turns + 2) % 4;
        self.sort();
    }

    /// Puts the lines from top to bottom, those of one height from left to right.
    pub(super) fn sort(&mut self) {
        self.lines.sort_by(|a, b| a.place.around().1.total_cmp(&b.place.around().1));
    }

    /// The lines that were read and are not empty, as plain text with their places in the turned picture. Neighbours of
    /// one height that stand closer than words of one field do are put together, since finders part `01 JAN 85`.
    pub fn text_lines(&self) -> Vec<TextLine> {
        let read = self.lines.iter().filter_map(|line| Some((line.place, line.text.as_ref()?)));
        let mut parts: Vec<(LineBox, TextLine)> = read
            .filter(|(_, text)| !text.glyphs.is_empty())
            .map(|(place, text)| {
                let (at, slope) = (place.around(), slope(&place));
                (place, TextLine { text: text.text(), confidence: text.confidence, at, slope })
            })
            .collect();
        parts.sort_by(|a, b| a.1.at.0.total_cmp(&b.1.at.0));
        let mut joined: Vec<(LineBox, TextLine)> = Vec::new();
        for (place, line) in parts {
            match joined.iter_mut().find(|(end, _)| follows(end, &place)) {
                Some((end, before)) => {
                    *before = together(before, &line);
                    *end = place;
                }
                None => joined.push((place, line)),
            }
        }
        joined.sort_by(|a, b| a.1.at.1.total_cmp(&b.1.at.1));
        joined.into_iter().map(|(_, line)| line).collect()
    }
}

/// Gap between two parts of one field, in heights of the line. Columns of a form stand three and more apart.
const CLOSE: f32 = 1.0;
/// Parts of one field are of one height but for accents and descenders; a label is smaller than its value.
const ALIKE: f32 = 0.7;
/// How far the middles of two parts may lie apart across the line, in heights.
const LEVEL: f32 = 0.3;

/// Whether `b` continues `a` on the same line.
fn follows(a: &LineBox, b: &LineBox) -> bool {
    let (high, low) = (a.height().max(b.height()), a.height().min(b.height()));
    let ([_, top, bottom, _], [start, .., foot]) = (a.corners, b.corners);
    let (end, begin) = (
        (f32::midpoint(top.0, bottom.0), f32::midpoint(top.1, bottom.1)),
        (f32::midpoint(start.0, foot.0), f32::midpoint(start.1, foot.1)),
    );
    let gap = begin.0 - end.0;
    low >= ALIKE * high && (-0.5 * high..CLOSE * high).contains(&gap) && (begin.1 - end.1).abs() <= LEVEL * high
}

fn together(a: &TextLine, b: &TextLine) -> TextLine {
    let (left, top) = (a.at.0.min(b.at.0), a.at.1.min(b.at.1));
    let (right, bottom) = ((a.at.0 + a.at.2).max(b.at.0 + b.at.2), (a.at.1 + a.at.3).max(b.at.1 + b.at.3));
    TextLine {
        text: format!("{} {}", a.text, b.text),
        confidence: a.confidence * b.confidence,
        at: (left, top, right - left, bottom - top),
        slope: if a.at.2 > b.at.2 { a.slope } else { b.slope },
    }
}

/// How far a line sinks on its way to the right, over that way.
pub(super) fn slope(line: &LineBox) -> f32 {
    let [a, b, c, d] = line.corners;
    let (way, sunk) = (b.0 + c.0 - a.0 - d.0, b.1 + c.1 - a.1 - d.1);
    if way > 1.0 { sunk / way } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::Glyph;
    use super::*;

    fn part(text: &str, left: f32, top: f32, height: f32) -> PageLine {
        let (right, bottom) = (left + text.len() as f32 * height * 0.5, top + height);
        let glyphs = text.chars().map(|char| Glyph { char, at: 0.5, probability: 0.9 }).collect();
        PageLine {
            place: LineBox { corners: [(left, top), (right, top), (right, bottom), (left, bottom)], score: 1.0 },
            text: Some(LineText { glyphs, confidence: 0.9, ..LineText::default() }),
        }
    }

    #[test]
    fn parts_of_a_field_are_put_together_and_columns_and_labels_are_not() {
        let mut page = Page::of(&photo(400, 300), 0);
        page.lines = vec![
            part("85", 90.0, 101.0, 20.0),
            part("01", 10.0, 100.0, 20.0),
            part("JAN", 45.0, 99.0, 19.0),
            part("CAN", 200.0, 100.0, 20.0),
            part("No", 262.0, 104.0, 12.0),
            part("BELOW", 10.0, 140.0, 20.0),
        ];
        let lines = page.text_lines();
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["01 JAN 85", "CAN", "No", "BELOW"]);
        assert!((lines[0].confidence - 0.729).abs() < 1e-3);
        assert_eq!(lines[0].at, (10.0, 99.0, 100.0, 22.0));
    }

    fn photo(width: u32, height: u32) -> RgbImage {
        let pixels = (0..width * height).flat_map(|i| [(i % 251) as u8, (i / 7 % 251) as u8, 3]).collect();
        RgbImage { width, height, pixels }
    }

    #[test]
    fn turning_over_is_two_quarters() {
        let photo = photo(30, 20);
        let mut page = Page::of(&photo, 1);
        assert_eq!((page.picture.width, page.picture.height, page.size()), (20, 30, (20.0, 30.0)));
        // Clockwise: the old bottom left comes to the top left.
        assert_eq!(page.picture.at(0, 0), photo.at(0, 19));
        assert_eq!(page.picture.at(19, 0), photo.at(0, 0));
        page.turn_over();
        assert_eq!((page.picture.pixels.clone(), page.turns), (Page::of(&photo, 3).picture.pixels, 3));
    }

    #[test]
    fn a_large_photo_is_brought_to_working_size_and_places_stay_in_its_own_pixels() {
        let page = Page::of(&photo(3200, 100), 0);
        assert_eq!((page.picture.width, page.picture.height, page.factor), (1600, 50, 0.5));
        assert_eq!(page.size(), (3200.0, 100.0));
    }
}
