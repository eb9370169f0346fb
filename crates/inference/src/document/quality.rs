//! How well a document was photographed: numbers only. What is good enough is a policy's to say.

use countersign_media::RgbImage;

use super::geometry::{self, Placed, Quad};
use super::glare;
use super::picture::Gray;
use super::sharpness::{self, Sharpness};

/// Longer side on which light is measured and the outline sought.
const MEASURED_SIDE: usize = 1000;
/// Longer side of the *document* on which sharpness is measured.
const SHARPNESS_SIDE: f32 = 1000.0;
/// Luma under which a pixel is dark.
const DARK: u8 = 40;
/// Luma of the darkest twentieth above which ink is washed out. White drawings and scans are blown out by half and keep
/// black ink (45 of the corpus: median 0.35, three above 0.40); over-exposed by 1.6 their median is 0.54.
const WASHED_OUT: f32 = 0.40;
/// Sharp documents of the corpus measure this much lower at full than at half size (5th percentiles 0.25 and 0.37).
const HALF_SIZE: f32 = 0.7;
/// Over-exposed share above which blown-out patches are not counted as reflections too.
const REFLECTION: f32 = 0.33;
/// Contrast from which a document shows print: specimens out of focus beyond reading keep 0.28, a blank card has under 0.1.
const PLAIN: f32 = 0.2;
/// Contrast under which a photograph shows nothing at all: an empty sheet, a lens cap.
const BLANK: f32 = 0.07;

/// The measurements. Shares are 0–1.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentQuality {
    /// Columns of the photograph.
    pub width_px: u32,
    /// Rows of the photograph.
    pub height_px: u32,
    /// The document's outline in pixels of the photograph, clockwise from top left; `None` when no outline was found,
    /// which says nothing about whether the document is whole.
    pub document_quad: Option<Quad>,
    /// Area of the outline over that of the photograph; 1 when there is no outline (everything is then measured).
    pub document_share: f32,
    /// Longer side of the document in pixels of the photograph: of the outline, or of the photograph without one.
    pub document_long_px: f32,
    /// See [`Sharpness::least`], 0–1. Measured with the document's longer side at 1,000 pixels (or as photographed, if
    /// smaller) and at half of that, so that it speaks of the blur of the card and not of the camera's pixel count. `None` when there are too
    /// few edges to judge by.
    pub sharpness: Option<f32>,
    /// See [`Sharpness::evenness`], 0–1: small when the blur is a shake.
    pub blur_evenness: Option<f32>,
    /// Share of the document covered by reflections: compact blown-out patches that fade into their surroundings. 0 when a
    /// third of the document is over-exposed: that is no reflection.
    pub glare_share: f32,
    /// Share of the document that is blown out for whatever reason, white drawing ground included.
    pub blown_share: f32,
    /// Share of the document that is blown out while even its ink is bright: over-exposed. 0 when the darkest twentieth of
    /// the document is darker than 0.40, since a white drawing or scan is blown out and loses nothing.
    pub overexposed_share: f32,
    /// Whether nothing at all is to be seen: contrast under 0.07.
    pub blank: bool,
    /// Left, top, width, height of the largest reflection, pixels of the photograph.
    pub glare_box: Option<(f32, f32, f32, f32)>,
    /// Mean luma of the document, 0–1.
    pub brightness: f32,
    /// Share of the document that is nearly black.
    pub dark_share: f32,
    /// Luma of the 95th percentile less that of the 5th, 0–1.
    pub contrast: f32,
    /// Smallest distance of the outline to the photograph's edge, pixels of the photograph, 0 when it touches; `None`
    /// without an outline.
    pub margin_px: Option<f32>,
    /// Slant of the outline's top edge, degrees clockwise; 0 without one.
    pub skew_deg: f32,
}

/// Measures a photograph, its outline found by edges alone.
pub fn measure(image: &RgbImage) -> DocumentQuality {
    let gray = Gray::from_rgb(image);
    let found = geometry::find(None, image, &gray);
    measure_gray(image, &gray, found.main())
}

/// As [`measure`], for a caller that has the grey picture and the document's place already.
pub fn measure_gray(image: &RgbImage, gray: &Gray, document: Option<&Placed>) -> DocumentQuality {
    let (small, factor) = gray.shrunk(MEASURED_SIDE);
    let outline = document.map(Placed::as_seen);
    let inside = Inside::of(outline.map(|q| q.map(|(x, y)| (x * factor, y * factor))).as_ref(), &small);
    let lumas = inside.lumas(&small);
    let glare = glare::measure(image, &small, factor, |x, y| inside.has(x, y));
    let at = |p: f32| f32::from(lumas[((lumas.len() - 1) as f32 * p) as usize]) / 255.0;
    let long = document.map_or(gray.long_side() as f32, |d| d.long_px);
    let sharp = sharpness(gray, outline.as_ref(), long);
    let contrast = at(0.95) - at(0.05);
    let overexposed = if at(0.05) > WASHED_OUT { glare.blown_share } else { 0.0 };
    DocumentQuality {
        width_px: image.width,
        height_px: image.height,
        document_quad: outline,
        document_share: document.map_or(1.0, |d| d.share),
        document_long_px: long,
        // A document of plain contrast on which nothing changes from pixel to pixel is as blurred as can be.
        sharpness: sharp.map(|s| s.least).or((outline.is_some() && contrast > PLAIN).then_some(0.0)),
        blur_evenness: sharp.map(|s| s.evenness),
        // What bleaches a third of the document and its ink with it is no reflection.
        glare_share: if overexposed > REFLECTION { 0.0 } else { glare.share },
        blown_share: glare.blown_share,
        overexposed_share: overexposed,
        blank: contrast < BLANK,
        glare_box: glare.largest.map(|b| (b.0 / factor, b.1 / factor, b.2 / factor, b.3 / factor)),
        brightness: lumas.iter().map(|v| f32::from(*v)).sum::<f32>() / lumas.len() as f32 / 255.0,
        dark_share: lumas.iter().filter(|v| **v < DARK).count() as f32 / lumas.len() as f32,
        contrast,
        margin_px: document.map(|d| d.margin_px),
        skew_deg: outline.map_or(0.0, |q| (q[1].1 - q[0].1).atan2(q[1].0 - q[0].0).to_degrees()),
    }
}

/// The part of the picture that is measured: the outline shrunk by 3 %, or everything.
struct Inside {
    rows: Vec<(usize, usize)>,
}

impl Inside {
    fn of(quad: Option<&Quad>, picture: &Gray) -> Self {
        let Some(quad) = quad else { return Self { rows: vec![(0, picture.width); picture.height] } };
        let (cx, cy) = quad.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 / 4.0, s.1 + p.1 / 4.0));
        let quad = quad.map(|(x, y)| (cx + (x - cx) * 0.97, cy + (y - cy) * 0.97));
        let row = |y: usize| {
            let y = y as f32;
            let (mut from, mut to) = (f32::MAX, f32::MIN);
            for i in 0..4 {
                let (a, b) = (quad[i], quad[(i + 1) % 4]);
                if (a.1 <= y) != (b.1 <= y) {
                    let x = a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1);
                    from = from.min(x);
                    to = to.max(x);
                }
            }
            if from > to { (0, 0) } else { (from.max(0.0) as usize, (to.max(0.0) as usize).min(picture.width)) }
        };
        Self { rows: (0..picture.height).map(row).collect() }
    }

    fn has(&self, x: usize, y: usize) -> bool {
        self.rows.get(y).is_some_and(|(from, to)| (*from..*to).contains(&x))
    }

    /// Sorted; never empty.
    fn lumas(&self, picture: &Gray) -> Vec<u8> {
        let mut all: Vec<u8> = Vec::new();
        for (y, (from, to)) in self.rows.iter().enumerate() {
            all.extend(
                picture.pixels.get(y * picture.width + from..y * picture.width + (*to).max(*from)).unwrap_or(&[]),
            );
        }
        if all.is_empty() {
            all.clone_from(&picture.pixels);
        }
        all.sort_unstable();
        all
    }
}

/// See [`DocumentQuality::sharpness`].
fn sharpness(gray: &Gray, outline: Option<&Quad>, document_long_px: f32) -> Option<Sharpness> {
    let wanted = gray.long_side() as f32 * (SHARPNESS_SIDE / document_long_px.max(1.0)).min(1.0);
    let at = |share: f32| {
        let (picture, factor) = gray.shrunk(((wanted * share) as usize).max(1));
        let inside = Inside::of(outline.map(|q| q.map(|(x, y)| (x * factor, y * factor))).as_ref(), &picture);
        sharpness::measure(&picture, |x, y| inside.has(x, y))
    };
    let full = at(1.0)?;
    // In a blurred and noisy photograph noise passes for edges; at half the size it is gone and strong blur is not.
    let half = at(0.5).map_or(full.least, |half| half.least * HALF_SIZE);
    Some(Sharpness { least: full.least.min(half), ..full })
}

#[cfg(test)]
#[path = "quality_tests.rs"]
mod tests;
