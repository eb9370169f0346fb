//! Words that run across a document or up its edge, as SPECIMEN, COPY and the marks of applications do. The finder sees level lines best and
//! the rest of the reader wants no others, so the page is turned and looked at again.

use countersign_media::RgbImage;

use super::closing::closed;
use super::page::slope;
use super::{Page, PrintReader, Strip};
use crate::document::text::TextLine;
use crate::models::ModelError;

/// How far the page is turned for each look, degrees clockwise from its own lines. Overprints rise by 10 to 35 degrees as a rule; at 90 the
/// words along an edge are level, which are then read both ways round.
const TURNS: [f32; 3] = [30.0, -30.0, -90.0];
/// Longer side of the page without its print, pixels: letters across a document that are a twentieth of its length high have 40.
const BARE_SIDE: f32 = 800.0;
/// Thickness of the page's own strokes, in heights of its lines, letters with feet and bold ones included. Words across a document are larger
/// than its fields, and so are their strokes; where the two meet, the finder takes them for one blot, so the page's own are taken out first.
const STROKE: f32 = 0.18;
/// Longer side of a turned view for the finder, pixels.
const SIDE: usize = 400;
/// Lines this level in a turned view run across; the page's own lie steeper.
const LEVEL: f32 = 0.45;
/// A word of four letters and more is this many times as long as high, its box's margin included.
const LEAST_LENGTH: f32 = 1.7;
/// Lines read of a view, largest first.
const MOST: usize = 4;

impl PrintReader {
    /// What runs across an open page; places are the upright rectangles around the words, pixels of the turned picture.
    pub fn across(&self, page: &Page) -> Result<Vec<TextLine>, ModelError> {
        let own = own_angle(page);
        let bare = bare(page);
        // Pixels of the picture as given for one of the bare page's.
        let scale = page.picture.width as f32 / bare.width as f32 / page.factor;
        let mut found = Vec::new();
        for degrees in TURNS {
            let view = View::of(&bare, own + degrees);
            let mut lines = self.finder.find(&view.picture, SIDE)?;
            lines.retain(|line| {
                !line.stands() && slope(line).abs() < LEVEL && line.length() > LEAST_LENGTH * line.height()
            });
            lines.sort_by(|a, b| (b.length() * b.height()).total_cmp(&(a.length() * a.height())));
            lines.truncate(MOST);
            for line in &mut lines {
                line.corners = line.corners.map(|(x, y)| view.back(x, y));
            }
            if degrees.abs() > 45.0 {
                lines.extend_from_within(..);
                let first = lines.len() / 2;
                lines[first..].iter_mut().for_each(|line| *line = line.reversed());
            }
            let texts = self.recogniser.read(&bare, &lines)?;
            for (place, text) in lines.iter().zip(texts).filter(|(_, text)| !text.glyphs.is_empty()) {
                let at = place.scaled(scale).around();
                found.push(TextLine { text: text.text(), confidence: text.confidence, at, slope: slope(place) });
            }
        }
        Ok(found)
    }
}

/// The page without its own print, at most [`BARE_SIDE`] long.
fn bare(page: &Page) -> RgbImage {
    let (width, height) = (page.picture.width as f32, page.picture.height as f32);
    let scale = (BARE_SIDE / width.max(height)).min(1.0);
    let corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
    let size = |length: f32| ((length * scale).round() as usize).max(1);
    let small = Strip::of(&page.picture, &corners, size(width), size(height));
    let small = RgbImage { width: small.width as u32, height: small.height as u32, pixels: small.pixels };
    let mut heights: Vec<f32> = page.lines.iter().map(|line| line.place.height() * page.factor * scale).collect();
    heights.sort_by(f32::total_cmp);
    let print = heights.get(heights.len() / 2).copied().unwrap_or(0.0);
    closed(&small, ((print * STROKE / 2.0).round() as usize).max(1))
}

/// Degrees by which the page's own lines sink to the right: the median.
fn own_angle(page: &Page) -> f32 {
    let mut slopes: Vec<f32> = page.lines.iter().map(|line| slope(&line.place)).collect();
    slopes.sort_by(f32::total_cmp);
    slopes.get(slopes.len() / 2).copied().unwrap_or(0.0).atan().to_degrees()
}

/// A page seen with its lines turned.
struct View {
    picture: RgbImage,
    /// Top left corner on the page's picture, and one pixel along and down the view.
    start: (f32, f32),
    along: (f32, f32),
    down: (f32, f32),
}

impl View {
    /// The page as it looks when what sinks by `degrees` to the right is level; all of it is in view.
    fn of(picture: &RgbImage, degrees: f32) -> Self {
        let (width, height) = (picture.width as f32, picture.height as f32);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (wide, high) = (width * cos.abs() + height * sin.abs(), width * sin.abs() + height * cos.abs());
        let scale = (wide.max(high) / SIDE as f32).max(1.0);
        let (along, down) = ((cos * scale, sin * scale), (-sin * scale, cos * scale));
        let (columns, rows) = ((wide / scale).round().max(1.0), (high / scale).round().max(1.0));
        let start = (
            width / 2.0 - f32::midpoint(along.0 * columns, down.0 * rows),
            height / 2.0 - f32::midpoint(along.1 * columns, down.1 * rows),
        );
        let mut view = Self { picture: RgbImage { width: 0, height: 0, pixels: Vec::new() }, start, along, down };
        let corners = [(0.0, 0.0), (columns, 0.0), (columns, rows), (0.0, rows)].map(|(x, y)| view.back(x, y));
        let strip = Strip::of(picture, &corners, columns as usize, rows as usize);
        view.picture = RgbImage { width: strip.width as u32, height: strip.height as u32, pixels: strip.pixels };
        view
    }

    /// A place of the view on the page's picture.
    fn back(&self, x: f32, y: f32) -> (f32, f32) {
        (self.start.0 + self.along.0 * x + self.down.0 * y, self.start.1 + self.along.1 * x + self.down.1 * y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_view_holds_the_whole_page_and_knows_its_places() {
        let mut image = RgbImage { width: 300, height: 200, pixels: vec![255; 180_000] };
        for y in 96..104 {
            for x in 146..154 {
                image.pixels[(y * 300 + x) * 3..][..3].fill(0);
            }
        }
        let page = Page::of(&image, 0);
        for degrees in [0.0, 22.5, -22.5, -90.0] {
            let view = View::of(&page.picture, degrees);
            let (w, h) = (view.picture.width, view.picture.height);
            let (x, y) = view.back(w as f32 / 2.0, h as f32 / 2.0);
            assert!((x - 150.0).abs() < 1.0 && (y - 100.0).abs() < 1.0, "{degrees}: {x} {y}");
            assert!(view.picture.at(w / 2, h / 2)[0] < 60, "{degrees}: the mark is in the middle");
        }
        let quarter = View::of(&page.picture, -90.0).picture;
        assert_eq!((quarter.width, quarter.height), (200, 300));
    }
}
