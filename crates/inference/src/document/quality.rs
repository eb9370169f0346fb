//! How well a document was photographed: numbers only. What is good enough is a policy's to say.

use countersign_media::RgbImage;

use super::boundary::{self, Quad};
use super::glare;
use super::picture::Gray;

/// Longer side on which light is measured and the outline sought.
const MEASURED_SIDE: usize = 1000;
/// Longer side of the *document* on which sharpness is measured.
const SHARPNESS_SIDE: f32 = 1000.0;
/// A change of luma below this is noise or a soft shade, not an edge.
const EDGE: u8 = 40;
/// Fewer edges than this across or down tell nothing.
const LEAST_EDGES: usize = 50;
/// Luma under which a pixel is dark.
const DARK: u8 = 40;

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
    /// How steep the steeper edges are, 0–1: of every rise or fall of luma, the largest step between neighbours over
    /// the whole of it; the upper quartile, for the softer of across and down. A hard edge is 1, four even steps 0.25. Independent of
    /// contrast and of how much print there is. Measured with the document's longer side at 1,000 pixels (or as
    /// photographed, if smaller), so that it speaks of the blur of the card and not of the camera's pixel count. `None`
    /// when there are too few edges to judge by.
    pub sharpness: Option<f32>,
    /// Share of the document covered by reflections: compact blown-out patches that fade into their surroundings.
    pub glare_share: f32,
    /// Share of the document that is blown out for whatever reason, white drawing ground included.
    pub blown_share: f32,
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

/// Measures a photograph.
pub fn measure(image: &RgbImage) -> DocumentQuality {
    let gray = Gray::from_rgb(image);
    measure_gray(image, &gray)
}

/// As [`measure`], for a caller that has the grey picture already.
pub fn measure_gray(image: &RgbImage, gray: &Gray) -> DocumentQuality {
    let (small, factor) = gray.shrunk(MEASURED_SIDE);
    let quad = boundary::find(&small);
    let inside = Inside::of(quad.as_ref(), &small);
    let lumas = inside.lumas(&small);
    let glare = glare::measure(image, &small, factor, |x, y| inside.has(x, y));
    let outline = quad.map(|q| q.map(|(x, y)| (x / factor, y / factor)));
    let (width, height) = (gray.width as f32, gray.height as f32);
    let share = outline.as_ref().map_or(1.0, |q| boundary::area(q) / (width * height));
    let margin = outline.as_ref().map(|q| {
        let nearest = |(x, y): &(f32, f32)| x.min(*y).min(width - 1.0 - x).min(height - 1.0 - y);
        q.iter().map(nearest).fold(f32::MAX, f32::min).max(0.0)
    });
    let long = outline
        .as_ref()
        .map_or(width.max(height), |q| (0..4).map(|i| distance(q[i], q[(i + 1) % 4])).fold(0.0, f32::max));
    let skew = outline.as_ref().map_or(0.0, |q| (q[1].1 - q[0].1).atan2(q[1].0 - q[0].0).to_degrees());
    let at = |p: f32| f32::from(lumas[((lumas.len() - 1) as f32 * p) as usize]);
    DocumentQuality {
        width_px: image.width,
        height_px: image.height,
        document_quad: outline,
        document_share: share,
        document_long_px: long,
        sharpness: sharpness(gray, outline.as_ref(), long),
        glare_share: glare.share,
        blown_share: glare.blown_share,
        glare_box: glare.largest.map(|b| (b.0 / factor, b.1 / factor, b.2 / factor, b.3 / factor)),
        brightness: lumas.iter().map(|v| f32::from(*v)).sum::<f32>() / lumas.len() as f32 / 255.0,
        dark_share: lumas.iter().filter(|v| **v < DARK).count() as f32 / lumas.len() as f32,
        contrast: (at(0.95) - at(0.05)) / 255.0,
        margin_px: margin,
        skew_deg: skew,
    }
}

fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
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
fn sharpness(gray: &Gray, outline: Option<&Quad>, document_long_px: f32) -> Option<f32> {
    let wanted = gray.long_side() as f32 * (SHARPNESS_SIDE / document_long_px.max(1.0)).min(1.0);
    let (picture, factor) = gray.shrunk((wanted as usize).max(1));
    let quad = outline.map(|q| q.map(|(x, y)| (x * factor, y * factor)));
    let inside = Inside::of(quad.as_ref(), &picture);
    let (w, h) = (picture.width, picture.height);
    let mut ratios: [Vec<f32>; 2] = [Vec::new(), Vec::new()];
    for y in 0..h {
        let line = &picture.pixels[y * w..(y + 1) * w];
        steepness(line, |x| inside.has(x, y), &mut ratios[0]);
    }
    for x in 0..w {
        let line: Vec<u8> = (0..h).map(|y| picture.pixels[y * w + x]).collect();
        steepness(&line, |y| inside.has(x, y), &mut ratios[1]);
    }
    // A moving hand blurs in one direction only: the softer one counts.
    let [along, down] = ratios.map(|mut r| {
        let place = r.len() * 3 / 4;
        (r.len() >= LEAST_EDGES).then(|| *r.select_nth_unstable_by(place, f32::total_cmp).1)
    });
    Some(along?.min(down?))
}

/// For each rise or fall of a line of pixels: its largest step over the whole of it.
fn steepness(line: &[u8], inside: impl Fn(usize) -> bool, ratios: &mut Vec<f32>) {
    let mut at = 0;
    while at + 1 < line.len() {
        let up = line[at + 1] > line[at];
        let (from, mut steepest) = (at, 0u8);
        while at + 1 < line.len() && line[at + 1] != line[at] && (line[at + 1] > line[at]) == up {
            steepest = steepest.max(line[at + 1].abs_diff(line[at]));
            at += 1;
        }
        let whole = line[at].abs_diff(line[from]);
        if whole >= EDGE && inside(from) && inside(at) {
            ratios.push(f32::from(steepest) / f32::from(whole));
        }
        at = at.max(from + 1);
    }
}

#[cfg(test)]
#[path = "quality_tests.rs"]
mod tests;
