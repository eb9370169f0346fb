//! Sides of a rough outline moved onto the real edge, to a fraction of a pixel.

use super::line::Line;
use super::quad::{self, Quad};
use crate::document::picture::Gray;

/// Places along a side where the edge is sought.
const PLACES: usize = 64;
/// Share of a side at each end that is left out: corners are round.
const ENDS: f32 = 0.08;
/// How far from the rough side the edge is sought, as a share of the document's longer side.
const REACH: f32 = 0.022;
/// Smallest change of luma across two pixels that counts as an edge.
const EDGE: f32 = 4.0;
/// Share of places that must lie on one line for the side to be moved.
const AGREE: f32 = 0.5;
/// How far a place may lie from that line, pixels.
const ON_LINE: f32 = 1.3;

/// An outline with how surely each side (top, right, bottom, left) lies on an edge of the picture.
#[derive(Clone, Debug)]
pub struct Refined {
    /// The corners, same order as given.
    pub corners: Quad,
    /// Share of each side's places that lie on one straight edge, 0–1; 0 for a side that lies outside the picture.
    pub support: [f32; 4],
}

/// Moves each side of `rough` onto the straight edge beside it, where there is one. `picture` should have a longer side of about 1,000:
/// finer is noise, coarser is inexact.
pub fn refine(picture: &Gray, rough: &Quad) -> Refined {
    let mut lines = [Line { n: (0.0, 0.0), d: 0.0 }; 4];
    let mut support = [0.0; 4];
    let reach = (quad::long_side(rough) * REACH).clamp(3.0, 24.0);
    for side in 0..4 {
        let given = side_line(rough, side);
        lines[side] = given;
        if let Some((line, share)) = edge_beside(picture, rough, side, &given, reach) {
            support[side] = share;
            if share >= AGREE {
                lines[side] = line;
            }
        }
    }
    let corners: [Option<(f32, f32)>; 4] = std::array::from_fn(|i| lines[(i + 3) % 4].cross(&lines[i]));
    let moved = |i: usize| corners[i].filter(|c| quad::distance(*c, rough[i]) < 3.0 * reach).unwrap_or(rough[i]);
    let refined = std::array::from_fn(moved);
    Refined { corners: if quad::is_convex(&refined) { refined } else { *rough }, support }
}

fn side_line(q: &Quad, side: usize) -> Line {
    let (a, b) = (q[side], q[(side + 1) % 4]);
    let middle = quad::scaled(q, 0.0)[0];
    let long = quad::distance(a, b).max(1e-3);
    let mut n = ((b.1 - a.1) / long, (a.0 - b.0) / long);
    if (middle.0 - a.0) * n.0 + (middle.1 - a.1) * n.1 > 0.0 {
        n = (-n.0, -n.1);
    }
    Line::at(a, n)
}

/// The straight edge beside a side and the share of places on it; `None` for a side that the picture does not show.
fn edge_beside(picture: &Gray, rough: &Quad, side: usize, given: &Line, reach: f32) -> Option<(Line, f32)> {
    let (a, b) = (rough[side], rough[(side + 1) % 4]);
    let (w, h) = (picture.width as f32 - 2.0, picture.height as f32 - 2.0);
    let mut points = Vec::new();
    let mut seen = 0usize;
    for place in 0..PLACES {
        let t = ENDS + (1.0 - 2.0 * ENDS) * (place as f32 + 0.5) / PLACES as f32;
        let (x, y) = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        if !(1.0..w).contains(&x) || !(1.0..h).contains(&y) {
            continue;
        }
        seen += 1;
        let along = ((b.0 - a.0) / quad::distance(a, b), (b.1 - a.1) / quad::distance(a, b));
        points.extend(strongest(picture, (x, y), given.n, along, reach));
    }
    if seen * 3 < PLACES {
        return None;
    }
    let line = through(&points, given)?;
    let on = points.iter().filter(|p| line.off(**p).abs() < ON_LINE).count();
    Some((line, on as f32 / seen as f32))
}

/// The strongest change of luma along the normal, averaged over three pixels along the side; the nearer of two like ones.
fn strongest(picture: &Gray, at: (f32, f32), n: (f32, f32), along: (f32, f32), reach: f32) -> Option<(f32, f32)> {
    let luma = |step: f32| {
        (-1..=1)
            .map(|k| picture.sample(at.0 + n.0 * step + along.0 * k as f32, at.1 + n.1 * step + along.1 * k as f32))
            .sum::<f32>()
            / 3.0
    };
    let steps = (reach * 2.0) as i32;
    let values: Vec<f32> = (-steps - 2..=steps + 2).map(|k| luma(k as f32 * 0.5)).collect();
    let slope = |i: usize| (values[i + 2] - values[i - 2]).abs();
    let fair = |i: usize| {
        let far = (i as f32 - 2.0 - steps as f32).abs() / steps.max(1) as f32;
        slope(i) * (1.0 - 0.5 * far)
    };
    let best = (2..values.len() - 2).max_by(|i, j| fair(*i).total_cmp(&fair(*j)))?;
    if slope(best) < EDGE {
        return None;
    }
    let (before, here, after) = (
        if best > 2 { slope(best - 1) } else { 0.0 },
        slope(best),
        if best + 3 < values.len() { slope(best + 1) } else { 0.0 },
    );
    let bend = before - 2.0 * here + after;
    let fine = if bend < -1e-3 { (0.5 * (before - after) / bend).clamp(-0.5, 0.5) } else { 0.0 };
    let step = (best as f32 + fine - 2.0 - steps as f32) * 0.5;
    Some((at.0 + n.0 * step, at.1 + n.1 * step))
}

/// The line that most points agree on, then the best line through those.
fn through(points: &[(f32, f32)], given: &Line) -> Option<Line> {
    let count = points.len();
    let mut best: Option<(usize, Line)> = None;
    // Pairs a third of the side apart: enough tries for half of the points to be wrong.
    for i in 0..count {
        for gap in [count / 3, count / 2] {
            let j = (i + gap.max(1)) % count;
            let (p, q) = (points[i], points[j]);
            let long = quad::distance(p, q);
            if long < 8.0 {
                continue;
            }
            let n = ((q.1 - p.1) / long, (p.0 - q.0) / long);
            let cosine = n.0 * given.n.0 + n.1 * given.n.1;
            if cosine.abs() < 0.995 {
                continue;
            }
            let n = (n.0 * cosine.signum(), n.1 * cosine.signum());
            let line = Line::at(p, n);
            let on = points.iter().filter(|r| line.off(**r).abs() < ON_LINE).count();
            if best.is_none_or(|(most, _)| on > most) {
                best = Some((on, line));
            }
        }
    }
    let (_, line) = best?;
    let on: Vec<_> = points.iter().filter(|r| line.off(**r).abs() < ON_LINE).collect();
    let d = on.iter().map(|r| r.0 * line.n.0 + r.1 * line.n.1).sum::<f32>() / on.len() as f32;
    Some(Line { n: line.n, d })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(corners: &Quad) -> Gray {
        let mut g = Gray::filled(600, 400, 60);
        for y in 0..400 {
            for x in 0..600 {
                if quad::holds(corners, (x as f32, y as f32)) {
                    g.pixels[y * 600 + x] = 180;
                }
            }
        }
        g
    }

    #[test]
    fn a_rough_outline_moves_onto_the_edge() {
        let truth = [(100.0, 80.0), (480.0, 100.0), (470.0, 330.0), (90.0, 310.0)];
        let rough = [(104.0, 84.0), (475.0, 98.0), (474.0, 326.0), (86.0, 313.0)];
        let found = refine(&card(&truth), &rough);
        for (a, b) in found.corners.iter().zip(&truth) {
            assert!(quad::distance(*a, *b) < 1.5, "{a:?} {b:?}");
        }
        assert!(found.support.iter().all(|s| *s > 0.9), "{:?}", found.support);
    }

    #[test]
    fn without_an_edge_nothing_moves() {
        let rough = [(104.0, 84.0), (475.0, 98.0), (474.0, 326.0), (86.0, 313.0)];
        let found = refine(&Gray::filled(600, 400, 128), &rough);
        assert!(found.corners.iter().zip(&rough).all(|(a, b)| quad::distance(*a, *b) < 0.01));
        assert!(found.support.iter().all(|s| *s < 1e-6));
    }

    #[test]
    fn a_side_outside_the_picture_has_no_support() {
        let truth = [(-80.0, 80.0), (300.0, 80.0), (300.0, 320.0), (-80.0, 320.0)];
        let found = refine(&card(&truth), &truth);
        assert!(found.support[3] < 1e-6);
        assert!(found.support[1] > 0.9);
    }
}
