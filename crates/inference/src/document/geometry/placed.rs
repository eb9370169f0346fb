//! A document in its photograph, in numbers.

use super::net::LayoutMaps;
use super::quad::{self, Quad};

/// Values of the map of what covers a document above this count.
const COVERED: f32 = 0.4;
/// Part of the document that is looked at, each way: along its edges the map glows a little where nothing lies, most on documents that
/// are turned.
const LOOKED_AT: f32 = 0.92;
/// A side this near to the photograph's border, as a share of the photograph's longer side, lies on it.
const ON_BORDER: f32 = 0.03;
/// Long over short side of pictures that hold a document and nothing else: a page is 1.42, a card 1.59, a cut by a few
/// percent not counted. A phone's 4:3 and 16:9 lie outside.
const SCANNED: (f32, f32) = (1.35, 1.67);
/// A side of which less than this share lies within the photograph is not in the picture.
const IN_PICTURE: f32 = 0.2;

/// What found the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// The layout net; it knows which way is up.
    Net,
    /// Edge lines alone.
    Edges,
    /// Edge lines, near what the net saw.
    Both,
}

/// One document in a photograph.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Corners in pixels of the photograph, clockwise from the document's own top left; may lie outside.
    pub corners: Quad,
    /// What found it.
    pub found_by: FoundBy,
    /// How surely `corners[0]` is the upright document's top left, 0–1: 0 when unknown, 0.25 a guess.
    pub certainty: f32,
    /// Share of each side (top, right, bottom, left) that lies on a straight edge of the photograph, 0–1.
    pub support: [f32; 4],
    /// Sides (top, right, bottom, left) that are not in the photograph.
    pub cut: [bool; 4],
    /// Whether every side lies on or beyond the photograph's border: a scan without outline, or a photo from too near.
    pub fills_frame: bool,
    /// Whether it fills the frame and the frame has the proportions of a document, which phones' pictures (4:3, 16:9) have
    /// not: then it is a scan.
    pub scanned: bool,
    /// Smallest distance of a side's ends to the photograph's border, pixels; 0 when one lies outside.
    pub margin_px: f32,
    /// Area within the photograph over that of the photograph, 0–1.
    pub share: f32,
    /// Longer dimension in pixels, as far as it is in the photograph.
    pub long_px: f32,
    /// That dimension over the photograph's longer side.
    pub fill: f32,
}

impl Placed {
    pub(super) fn new(
        corners: Quad,
        found_by: FoundBy,
        support: [f32; 4],
        seen: [bool; 4],
        certainty: f32,
        (width, height): (f32, f32),
    ) -> Self {
        let long = width.max(height);
        let inward = |(x, y): (f32, f32)| x.min(y).min(width - 1.0 - x).min(height - 1.0 - y);
        let within = |side: usize| share_of(&corners, side, |p| inward(p) > 0.004 * long);
        let cut = std::array::from_fn(|side| within(side) < IN_PICTURE || (!seen[side] && support[side] < 0.5));
        let on_border = |side: usize| share_of(&corners, side, |p| inward(p) < ON_BORDER * long) > 0.9;
        let clipped = corners.map(|(x, y)| (x.clamp(0.0, width - 1.0), y.clamp(0.0, height - 1.0)));
        let long_px = quad::long_side(&clipped);
        let fills_frame = (0..4).all(on_border);
        let proportion = long / width.min(height).max(1.0);
        Self {
            corners,
            found_by,
            certainty,
            support,
            cut,
            fills_frame,
            scanned: fills_frame && (SCANNED.0..SCANNED.1).contains(&proportion),
            margin_px: corners.iter().map(|c| inward(*c)).fold(f32::MAX, f32::min).max(0.0),
            share: (quad::area(&clipped) / (width * height)).min(1.0),
            long_px,
            fill: long_px / long,
        }
    }

    /// Whether two opposite sides are not in the photograph: it was taken from too near.
    pub fn too_near(&self) -> bool {
        (self.cut[0] && self.cut[2]) || (self.cut[1] && self.cut[3])
    }

    /// Quarter turns clockwise (0–3) that bring the document upright.
    pub fn turns(&self) -> u32 {
        let (a, b) = (self.corners[0], self.corners[1]);
        let degrees = (b.1 - a.1).atan2(b.0 - a.0).to_degrees();
        // A document whose top edge points down the picture (90°) is turned clockwise; three more quarters bring it up.
        ((4.0 - (degrees / 90.0).round()).rem_euclid(4.0)) as u32
    }

    /// The same corners, clockwise from the one nearest to the photograph's top left.
    pub fn as_seen(&self) -> Quad {
        quad::called_from(&self.corners, self.turns())
    }
}

/// Share of a side's points of which `what` is true.
fn share_of(corners: &Quad, side: usize, what: impl Fn((f32, f32)) -> bool) -> f32 {
    let (a, b) = (corners[side], corners[(side + 1) % 4]);
    let count = 32;
    let hits = (0..count).filter(|k| {
        let t = (*k as f32 + 0.5) / count as f32;
        what((a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t))
    });
    hits.count() as f32 / count as f32
}

/// Share of the document that something lies over, and its box in pixels of the photograph.
pub(super) fn covered(maps: &LayoutMaps, document: Option<&Placed>) -> (f32, Option<(f32, f32, f32, f32)>) {
    let (map, inside) = (maps.covered(), maps.inside());
    let core = document.map(|document| quad::scaled(&document.corners, LOOKED_AT));
    let (mut all, mut lit) = (0u32, 0u32);
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for (i, value) in map.values.iter().enumerate() {
        let cell = ((i % map.size) as f32, (i / map.size) as f32);
        let at = map.to_photo(cell);
        let within = core.as_ref().map_or(inside.values[i] > COVERED || *value > COVERED, |core| quad::holds(core, at));
        if !within {
            continue;
        }
        all += 1;
        if *value > COVERED {
            lit += 1;
            low = (low.0.min(at.0), low.1.min(at.1));
            high = (high.0.max(at.0), high.1.max(at.1));
        }
    }
    let reach = map.scale() / 2.0;
    let place =
        (lit > 0).then_some((low.0 - reach, low.1 - reach, high.0 - low.0 + 2.0 * reach, high.1 - low.1 + 2.0 * reach));
    (lit as f32 / all.max(1) as f32, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: (f32, f32) = (1000.0, 750.0);

    fn placed(corners: Quad) -> Placed {
        Placed::new(corners, FoundBy::Net, [1.0; 4], [true; 4], 0.9, FRAME)
    }

    fn card(left: f32, top: f32, width: f32) -> Quad {
        let h = width / 1.586;
        [(left, top), (left + width, top), (left + width, top + h), (left, top + h)]
    }

    #[test]
    fn a_whole_document_cuts_nothing() {
        let p = placed(card(150.0, 150.0, 700.0));
        assert_eq!((p.cut, p.fills_frame, p.too_near()), ([false; 4], false, false));
        assert!((p.margin_px - 149.0).abs() < 1.0 && (p.fill - 0.7).abs() < 1e-3);
    }

    #[test]
    fn each_side_that_runs_out_is_named() {
        assert_eq!(placed(card(-100.0, 100.0, 600.0)).cut, [false, false, false, true]);
        assert_eq!(placed(card(100.0, -100.0, 600.0)).cut, [true, false, false, false]);
        let near = placed(card(-100.0, 60.0, 1200.0));
        assert!(near.too_near() && near.margin_px == 0.0);
        let scan = placed([(0.0, 0.0), (999.0, 0.0), (999.0, 749.0), (0.0, 749.0)]);
        assert!(scan.fills_frame && !scan.scanned, "4:3 is a phone's");
        let page = [(0.0, 0.0), (999.0, 0.0), (999.0, 703.0), (0.0, 703.0)];
        let page = Placed::new(page, FoundBy::Net, [1.0; 4], [true; 4], 0.9, (1000.0, 704.0));
        assert!(page.fills_frame && page.scanned);
    }

    #[test]
    fn turns_bring_it_upright_and_the_corners_as_seen_start_top_left() {
        let upright = card(150.0, 150.0, 700.0);
        for turns in 0..4 {
            // A document turned clockwise by one quarter has its own top left at the photograph's top right.
            let p = placed(quad::called_from(&upright, turns));
            assert_eq!(p.turns(), (4 - turns) % 4, "{turns}");
            assert_eq!(p.as_seen(), upright, "{turns}");
        }
    }
}
