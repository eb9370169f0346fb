//! Finder and recogniser together.

use countersign_media::RgbImage;

use super::page::{Page, PageLine, Scope, Zone};
use super::{Detector, LineBox, LineFinder, LineRecogniser, Recogniser};
use crate::models::{ModelError, ModelStore};

/// Lines read both ways round when nothing else says which way is up.
const ASKED: usize = 4;
/// Length of the middle of a line that is asked for, in its heights: a dozen letters.
const ENOUGH: f32 = 6.0;
/// Doubt a letter by which one way beats the other plainly: one line gave 2.8 and more on the corpus, one of an unread script 0.2.
const PLAIN: f32 = 2.0;
/// Zones are looked at with this many pixels (of the detector's picture) around them, so that no line is cut.
const MARGIN: f32 = 24.0;

/// Reads print.
pub struct PrintReader {
    pub(super) finder: Box<dyn LineFinder>,
    pub(super) recogniser: Box<dyn LineRecogniser>,
}

impl PrintReader {
    /// The nets of the store.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self::new(Box::new(Detector::load(store)?), Box::new(Recogniser::load(store)?)))
    }

    /// Any two parts.
    pub fn new(finder: Box<dyn LineFinder>, recogniser: Box<dyn LineRecogniser>) -> Self {
        Self { finder, recogniser }
    }

    /// Names and hashes of every net that takes part, for the record of a verdict.
    pub fn nets(&self) -> Vec<(String, String)> {
        [self.finder.nets(), self.recogniser.nets()].concat()
    }

    /// Brings a picture (a photograph or, better, a straightened document) upright and finds its lines; none is read
    /// but those that say which way is up.
    pub fn open(&self, photo: &RgbImage, scope: &Scope) -> Result<Page, ModelError> {
        let mut page = Page::of(photo, scope.turns.unwrap_or(0));
        page.lines = self.find(&page, scope, &scope.zones)?;
        if scope.turns.is_none() {
            let stands = |line: &PageLine| if line.place.stands() { line.place.height() } else { -line.place.length() };
            if page.lines.iter().map(stands).sum::<f32>() > 0.0 {
                page = Page::of(photo, 1);
                page.lines = self.find(&page, scope, &[])?;
            }
            if self.upside_down(&page)? {
                page.turn_over();
            }
        }
        page.lines.retain(|line| !line.place.stands());
        page.sort();
        Ok(page)
    }

    /// Reads the lines that `wanted` names and that were not read before, at most `most`; says how many were read.
    pub fn read(&self, page: &mut Page, most: usize, wanted: impl Fn(&LineBox) -> bool) -> Result<usize, ModelError> {
        let asked = |line: &PageLine| line.text.is_none() && wanted(&line.place);
        let chosen: Vec<usize> = (0..page.lines.len()).filter(|i| asked(&page.lines[*i])).take(most).collect();
        let places: Vec<LineBox> = chosen.iter().map(|i| page.lines[*i].place.scaled(page.factor)).collect();
        let texts = self.recogniser.read(&page.picture, &places)?;
        for (index, text) in chosen.iter().zip(texts) {
            page.lines[*index].text = Some(text);
        }
        Ok(chosen.len())
    }

    fn find(&self, page: &Page, scope: &Scope, zones: &[Zone]) -> Result<Vec<PageLine>, ModelError> {
        let picture = &page.picture;
        let whole = picture.width.max(picture.height) as f32;
        let scale = scope.side as f32 / whole;
        let found = match around(zones, page.factor, MARGIN / scale, picture) {
            None => self.finder.find(picture, scope.side)?,
            Some((left, top, part)) => {
                let side = (part.width.max(part.height) as f32 * scale).round() as usize;
                let shift = |(x, y): (f32, f32)| (x + left as f32, y + top as f32);
                let lines = self.finder.find(&part, side)?;
                lines.into_iter().map(|line| LineBox { corners: line.corners.map(shift), ..line }).collect()
            }
        };
        let places = found.into_iter().map(|line| line.scaled(1.0 / page.factor));
        let kept = places.filter(|line| scope.skip.iter().all(|figure| !line.lies_in(figure)));
        Ok(kept.map(|place| PageLine { place, text: None }).collect())
    }

    /// Whether the longest lines make more sense the other way round. Asked of their middles, one line after the other, until the
    /// answer is plain.
    fn upside_down(&self, page: &Page) -> Result<bool, ModelError> {
        let mut longest: Vec<LineBox> = page.lines.iter().map(|line| line.place.scaled(page.factor)).collect();
        longest.retain(|line| !line.stands());
        longest.sort_by(|a, b| b.length().total_cmp(&a.length()));
        longest.truncate(ASKED);
        // Doubt a column, not confidence: a long line with one doubtful letter still says which way it runs.
        let doubt = |line: LineBox| {
            let text = self.recogniser.read(&page.picture, &[line])?.remove(0);
            Ok::<f32, ModelError>((text.surprise / text.glyphs.len().max(1) as f32).min(3.0))
        };
        let mut upright = 0.0;
        for line in longest.iter().map(|line| line.middle(ENOUGH)) {
            let gain = doubt(line.reversed())? - doubt(line)?;
            upright += gain;
            if upright.abs() > PLAIN {
                break;
            }
        }
        Ok(upright < 0.0)
    }
}

/// The part of a picture around all zones, with its place; `None` for no zones or nearly all of the picture.
fn around(zones: &[Zone], factor: f32, margin: f32, picture: &RgbImage) -> Option<(u32, u32, RgbImage)> {
    let (width, height) = (picture.width as f32, picture.height as f32);
    let mut edges = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    for (x, y, w, h) in zones.iter().map(|z| (z.0 * factor, z.1 * factor, z.2 * factor, z.3 * factor)) {
        edges = (edges.0.min(x), edges.1.min(y), edges.2.max(x + w), edges.3.max(y + h));
    }
    let low = |at: f32, limit: f32| (at - margin).clamp(0.0, limit - 1.0) as u32;
    let high = |at: f32, limit: f32| (at + margin).ceil().clamp(1.0, limit) as u32;
    let (left, top) = (low(edges.0, width), low(edges.1, height));
    let (right, bottom) = (high(edges.2, width), high(edges.3, height));
    if zones.is_empty() || right <= left || bottom <= top {
        return None;
    }
    let (w, h) = (right - left, bottom - top);
    if w as f32 * h as f32 > 0.8 * width * height {
        return None;
    }
    let row = |y: u32| {
        let start = (y as usize * picture.width as usize + left as usize) * 3;
        &picture.pixels[start..start + w as usize * 3]
    };
    let pixels = (top..bottom).flat_map(row).copied().collect();
    Some((left, top, RgbImage { width: w, height: h, pixels }))
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
