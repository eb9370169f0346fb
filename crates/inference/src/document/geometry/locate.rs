//! From the net's maps to documents: each blob of "inside" is boxed, each side of the box moved onto the lit cells of the
//! edge maps beside it, and the four named edges say which side is the top.

use super::line::Line;
use super::net::{LayoutMaps, Map};
use super::quad::{self, Quad};

/// Values above this are inside.
const INSIDE: f32 = 0.5;
/// Values of the edges' maps, the highest of the four, above this are an edge.
const EDGE: f32 = 0.25;
/// Cells of the smallest document, of 64 × 64: a card that takes a tenth of the photograph's width.
const LEAST_CELLS: usize = 20;
/// Lit cells below which a side stays where the blob ends.
const LEAST_EDGE: usize = 4;
/// Insides are drawn this much smaller than the document, each way.
const DRAWN_SMALL: f32 = 0.05;

/// A document as the net sees it.
#[derive(Clone, Debug)]
pub(super) struct Located {
    /// Corners in pixels of the photograph, clockwise from the document's own top left.
    pub corners: Quad,
    /// Whether each edge (top, right, bottom, left) was seen by the net; the others lie where the blob ends.
    pub seen: [bool; 4],
    /// How much of the evidence of all four ways up is for the chosen one, 0.25–1.
    pub certainty: f32,
    /// Cells of the blob.
    pub cells: usize,
}

/// All documents, largest first.
pub(super) fn locate(maps: &LayoutMaps) -> Vec<Located> {
    let inside = maps.inside();
    let any: Vec<f32> =
        (0..inside.values.len()).map(|i| (0..4).map(|side| maps.edge(side).values[i]).fold(0.0, f32::max)).collect();
    let edges = inside.with(&any);
    let blobs = blobs(&inside).into_iter().filter(|blob| blob.len() >= LEAST_CELLS);
    let mut found: Vec<Located> = blobs.filter_map(|blob| document(maps, &edges, &blob)).collect();
    found.sort_by_key(|document| std::cmp::Reverse(document.cells));
    found
}

/// Connected cells inside, each as a list of places.
fn blobs(map: &Map<'_>) -> Vec<Vec<(f32, f32)>> {
    let size = map.size;
    let mut left: Vec<bool> = map.values.iter().map(|v| *v > INSIDE).collect();
    let mut found = Vec::new();
    for start in 0..left.len() {
        let (mut stack, mut blob) = (vec![start], Vec::new());
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut left[at], false) {
                continue;
            }
            let (x, y) = (at % size, at / size);
            blob.push((x as f32, y as f32));
            stack.extend([(x > 0).then(|| at - 1), (x + 1 < size).then_some(at + 1)].into_iter().flatten());
            stack.extend([(y > 0).then(|| at - size), (y + 1 < size).then_some(at + size)].into_iter().flatten());
        }
        if !blob.is_empty() {
            found.push(blob);
        }
    }
    found
}

fn document(maps: &LayoutMaps, edges: &Map<'_>, blob: &[(f32, f32)]) -> Option<Located> {
    let rough = boxed(blob);
    let mut seen = [false; 4];
    let mut lines = [Line::at((0.0, 0.0), (1.0, 0.0)); 4];
    for side in 0..4 {
        let given = side_of(&rough, side);
        let points = beside(edges, &rough, side, &given);
        let fitted = if points.len() < LEAST_EDGE { None } else { Line::fitted(&points) };
        // An edge that turns away from its side by more than perspective does is somebody else's.
        let fitted = fitted.filter(|line| (line.n.0 * given.n.0 + line.n.1 * given.n.1).abs() > 0.94);
        seen[side] = fitted.is_some();
        lines[side] = fitted.unwrap_or(given);
    }
    let mut cells = [(0.0, 0.0); 4];
    for (i, corner) in cells.iter_mut().enumerate() {
        *corner = lines[(i + 3) % 4].cross(&lines[i])?;
    }
    if !quad::is_convex(&cells) {
        return None;
    }
    let evidence: [f32; 4] = std::array::from_fn(|turn| evidence(maps, &quad::called_from(&cells, turn as u32)));
    let turn = (0..4).max_by(|a, b| evidence[*a].total_cmp(&evidence[*b]))?;
    let corners = quad::called_from(&cells, turn as u32).map(|c| edges.to_photo(c));
    Some(Located {
        corners,
        seen: std::array::from_fn(|side| seen[(side + turn) % 4]),
        certainty: evidence[turn] / evidence.iter().sum::<f32>().max(1e-6),
        cells: blob.len(),
    })
}

/// The box of least area around a blob, any way turned, grown by what insides are drawn too small; clockwise.
fn boxed(blob: &[(f32, f32)]) -> Quad {
    let mut best = (f32::MAX, [(0.0, 0.0); 4]);
    for degree in 0..90 {
        let (sin, cos) = (degree as f32).to_radians().sin_cos();
        let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
        for (x, y) in blob {
            let (u, v) = (x * cos + y * sin, y * cos - x * sin);
            low = (low.0.min(u - 0.5), low.1.min(v - 0.5));
            high = (high.0.max(u + 0.5), high.1.max(v + 0.5));
        }
        let area = (high.0 - low.0) * (high.1 - low.1);
        if area < best.0 {
            let corners = [(low.0, low.1), (high.0, low.1), (high.0, high.1), (low.0, high.1)];
            best = (area, corners.map(|(u, v)| (u * cos - v * sin, u * sin + v * cos)));
        }
    }
    quad::scaled(&best.1, 1.0 / (1.0 - DRAWN_SMALL))
}

fn side_of(q: &Quad, side: usize) -> Line {
    let (a, b) = (q[side], q[(side + 1) % 4]);
    let long = quad::distance(a, b).max(1e-3);
    Line::at(a, ((b.1 - a.1) / long, (a.0 - b.0) / long))
}

/// Lit cells beside a side, with their weight: as far from it as perspective may have tilted the edge, and not far past
/// its ends, where the neighbours' edges are.
fn beside(edges: &Map<'_>, rough: &Quad, side: usize, line: &Line) -> Vec<(f32, f32, f32)> {
    let (a, b) = (rough[side], rough[(side + 1) % 4]);
    let (long, deep) = (quad::distance(a, b).max(1e-3), quad::distance(b, rough[(side + 2) % 4]));
    let reach = (0.14 * deep).clamp(1.8, 6.0);
    let cells = edges.values.iter().enumerate().filter(|(_, value)| **value > EDGE);
    cells
        .filter_map(|(i, value)| {
            let at = ((i % edges.size) as f32, (i / edges.size) as f32);
            let along = ((at.0 - a.0) * (b.0 - a.0) + (at.1 - a.1) * (b.1 - a.1)) / (long * long);
            let off = line.off(at).abs();
            let near = off < reach && (0.04..0.96).contains(&along);
            near.then(|| (at.0, at.1, value * value * (1.0 - 0.7 * off / reach)))
        })
        .collect()
}

/// Mean of the maps of top, right, bottom and left along the sides of the figure, were it this way up, times itself: what
/// all four agree on outweighs what one says loudly.
fn evidence(maps: &LayoutMaps, cells: &Quad) -> f32 {
    let side_mean = |side: usize| {
        let map = maps.edge(side);
        let (a, b) = (cells[side], cells[(side + 1) % 4]);
        let along = |k: usize| {
            let t = (k as f32 + 0.5) / 24.0;
            map.at((a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t))
        };
        (0..24).map(along).sum::<f32>() / 24.0
    };
    (0..4).map(side_mean).sum::<f32>().powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_blob_is_boxed_along_its_sides() {
        let (sin, cos) = 20f32.to_radians().sin_cos();
        let mut blob = Vec::new();
        for y in 0..64 {
            for x in 0..64 {
                let (dx, dy) = (x as f32 - 32.0, y as f32 - 32.0);
                if (dx * cos + dy * sin).abs() < 19.0 && (dy * cos - dx * sin).abs() < 12.0 {
                    blob.push((x as f32, y as f32));
                }
            }
        }
        let mut lengths = quad::sides(&boxed(&blob));
        lengths.sort_by(f32::total_cmp);
        assert!((lengths[0] - 24.0 / 0.95).abs() < 2.0 && (lengths[3] - 38.0 / 0.95).abs() < 2.0, "{lengths:?}");
    }
}
