//! Where the document lies in a photograph: its corners, which way is up, what runs out of the picture, what lies over it,
//! and the straightened document for every reader behind.
//!
//! A small net of our own ([`LayoutNet`]) proposes documents with their four named edges; classical edge lines move each side
//! onto the real edge to a fraction of a pixel ([`refine`](self::refine)). Without the net, or where it sees nothing, the
//! classical outline finder stands alone and does not know which way is up.

mod line;
mod locate;
mod net;
mod placed;
pub mod quad;
mod refine;
mod straighten;

use countersign_media::RgbImage;

use super::boundary;
use super::picture::Gray;
use crate::models::ModelError;

pub use net::{LayoutMaps, LayoutNet, MODEL, Map};
pub use placed::{FoundBy, Placed};
pub use quad::{Plane, Quad};
pub use straighten::straighten;

/// Longer side on which edges are refined.
const REFINED_SIDE: usize = 1000;
/// Mean support of an outline's sides above which edge lines alone are believed against the net.
const SURE_OF_EDGES: f32 = 0.85;
/// Overlap with another document above which two finds are one.
const SAME: f32 = 0.5;
/// Share of the largest document's area below which another find is no second document but a stray blob.
const SECOND: f32 = 0.25;
/// Mean support of its sides below which a second find is not believed.
const SECOND_SUPPORT: f32 = 0.55;

/// What was found of documents in a photograph.
pub struct Geometry {
    /// Documents, largest first. Empty when none was found, which says nothing about whether one is there: a scan may
    /// show no outline.
    pub documents: Vec<Placed>,
    /// Share of the largest document (of the photograph, without one) that something lies over, 0–1; `None` when the net
    /// did not run.
    pub covered_share: Option<f32>,
    /// Left, top, width, height of what lies over it, pixels of the photograph.
    pub covered_box: Option<(f32, f32, f32, f32)>,
    /// A small grey look at the straightened largest document, 32 × 20 values, for [`likeness`].
    pub look: Option<Vec<u8>>,
    /// The net's maps, for readers of zones; `None` when the net did not run.
    pub maps: Option<LayoutMaps>,
    /// Why the net did not run although there is one.
    pub failure: Option<ModelError>,
}

impl std::fmt::Debug for Geometry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Geometry")
            .field("documents", &self.documents)
            .field("covered_share", &self.covered_share)
            .field("failure", &self.failure)
            .finish_non_exhaustive()
    }
}

impl Geometry {
    /// The document that is read: the largest.
    pub fn main(&self) -> Option<&Placed> {
        self.documents.first()
    }
}

/// Side of [`look`] in cells.
const LOOK: (usize, usize) = (32, 20);

/// A small grey look at the straightened document, 32 × 20 values 0–255, the same for every photograph of one side: to tell
/// whether two photographs show the same side. `None` without a document.
/// `gray` is the photograph shrunk by `factor`.
fn look(gray: &Gray, document: Option<&Placed>, factor: f32) -> Option<Vec<u8>> {
    let corners = document?.corners.map(|(x, y)| ((x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5));
    // Lying, whichever way it was called: likeness is judged over both ways up.
    let lying = if quad::aspect(&corners) >= 1.0 { corners } else { quad::called_from(&corners, 1) };
    straighten(gray, &lying, LOOK.0, LOOK.1).map(|small| small.pixels)
}

/// How alike two looks are: correlation, −1 to 1, of the better of both ways up. `None` for looks of unlike size or
/// without any drawing.
pub fn likeness(a: &[u8], b: &[u8]) -> Option<f32> {
    let turned: Vec<u8> = b.iter().rev().copied().collect();
    Some(correlation(a, b)?.max(correlation(a, &turned)?))
}

fn correlation(a: &[u8], b: &[u8]) -> Option<f32> {
    if a.len() != b.len() || a.is_empty() {
        return None;
    }
    let mean = |v: &[u8]| v.iter().map(|x| f32::from(*x)).sum::<f32>() / v.len() as f32;
    let (ma, mb) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0f32, 0.0f32, 0.0f32);
    for (x, y) in a.iter().zip(b) {
        let (x, y) = (f32::from(*x) - ma, f32::from(*y) - mb);
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    (aa > 1.0 && bb > 1.0).then(|| ab / (aa * bb).sqrt())
}

/// Finds documents. `gray` is the grey form of `image`. Takes about 40 ms for 12 megapixels on one thread.
pub fn find(net: Option<&LayoutNet>, image: &RgbImage, gray: &Gray) -> Geometry {
    let (maps, failure) = match net.map(|net| net.look(image)) {
        Some(Ok(maps)) => (Some(maps), None),
        Some(Err(error)) => (None, Some(error)),
        None => (None, None),
    };
    let (small, factor) = gray.shrunk(REFINED_SIDE);
    let frame = (gray.width as f32, gray.height as f32);
    let mut documents = maps.as_ref().map(|maps| seen(maps, &small, factor, frame)).unwrap_or_default();
    by_edges(&mut documents, &small, factor, frame);
    keep_apart(&mut documents);
    let covered = maps.as_ref().map(|maps| placed::covered(maps, documents.first()));
    Geometry {
        look: look(&small, documents.first(), factor),
        documents,
        covered_share: covered.map(|(share, _)| share),
        covered_box: covered.and_then(|(_, place)| place),
        maps,
        failure,
    }
}

/// What the net sees, each side moved onto its edge.
fn seen(maps: &LayoutMaps, small: &Gray, factor: f32, frame: (f32, f32)) -> Vec<Placed> {
    let located = locate::locate(maps);
    let refined = located.into_iter().map(|found| {
        let rough = found.corners.map(|(x, y)| ((x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5));
        let better = refine::refine(small, &rough);
        let corners = better.corners.map(|(x, y)| ((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5));
        Placed::new(corners, FoundBy::Net, better.support, found.seen, found.certainty, frame)
    });
    refined.collect()
}

/// The classical outline, where the net saw nothing, or where its outline hugs edges and the net's does not.
fn by_edges(documents: &mut Vec<Placed>, small: &Gray, factor: f32, frame: (f32, f32)) {
    let mean = |support: &[f32; 4]| support.iter().sum::<f32>() / 4.0;
    if documents.first().is_some_and(|first| mean(&first.support) > SURE_OF_EDGES) {
        return;
    }
    let Some(outline) = boundary::find(small) else { return };
    let better = refine::refine(small, &outline);
    let corners = better.corners.map(|(x, y)| ((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5));
    match documents.first_mut() {
        None => documents.push(Placed::new(corners, FoundBy::Edges, better.support, [true; 4], 0.0, frame)),
        Some(first) => {
            let same = quad::overlap(&first.corners, &corners);
            if (SAME..0.9).contains(&same) && mean(&better.support) > mean(&first.support).max(SURE_OF_EDGES) {
                let turned = nearest_turn(&corners, &first.corners);
                *first = Placed::new(turned, FoundBy::Both, better.support, [true; 4], first.certainty, frame);
            }
        }
    }
}

/// `corners` called from that corner which lies nearest to the first of `like`.
fn nearest_turn(corners: &Quad, like: &Quad) -> Quad {
    let off = |turn: u32| {
        let turned = quad::called_from(corners, turn);
        turned.iter().zip(like).map(|(a, b)| quad::distance(*a, *b)).sum::<f32>()
    };
    let best = (0..4).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(0);
    quad::called_from(corners, best)
}

/// Drops finds that are parts of a larger one, or far smaller than the largest.
fn keep_apart(documents: &mut Vec<Placed>) {
    documents.sort_by(|a, b| b.share.total_cmp(&a.share));
    let mut kept: Vec<Placed> = Vec::new();
    for document in documents.drain(..) {
        let middle = quad::scaled(&document.corners, 0.0)[0];
        let within = kept
            .iter()
            .any(|other| quad::holds(&other.corners, middle) || quad::overlap(&other.corners, &document.corners) > 0.2);
        let stray = kept.first().is_some_and(|first| document.share < SECOND * first.share);
        // A second document is only believed where its sides lie on edges: a false alarm costs an honest person a photograph.
        let doubtful = !kept.is_empty() && document.support.iter().sum::<f32>() < 4.0 * SECOND_SUPPORT;
        if !within && !stray && !doubtful {
            kept.push(document);
        }
    }
    *documents = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_like_itself_either_way_up_and_unlike_another() {
        let a: Vec<u8> = (0..640).map(|i| (i * 7 % 251) as u8).collect();
        let turned: Vec<u8> = a.iter().rev().copied().collect();
        let other: Vec<u8> = (0..640).map(|i| (i * i % 241) as u8).collect();
        assert!(likeness(&a, &a).is_some_and(|l| l > 0.999));
        assert!(likeness(&a, &turned).is_some_and(|l| l > 0.999));
        assert!(likeness(&a, &other).is_some_and(|l| l < 0.4));
        assert_eq!(likeness(&a, &[7; 640]), None);
        assert_eq!(likeness(&a, &[]), None);
    }

    #[test]
    fn without_the_net_edges_find_a_card_and_nothing_is_said_of_what_covers_it() {
        let mut image = RgbImage { width: 600, height: 400, pixels: vec![60; 600 * 400 * 3] };
        for y in 90..290 {
            for x in 130..450 {
                image.pixels[(y * 600 + x) * 3..][..3].fill(210);
            }
        }
        let found = find(None, &image, &Gray::from_rgb(&image));
        let card = found.main().expect("a card");
        assert_eq!((card.found_by, found.covered_share, card.certainty), (FoundBy::Edges, None, 0.0));
        assert!(quad::distance(card.as_seen()[0], (129.5, 89.5)) < 2.0, "{:?}", card.corners);
    }
}
