//! The document's outline: the largest four-sided figure whose sides lie on straight edges of the picture.

use super::geometry::Quad;
use super::geometry::quad::area;
use super::picture::Gray;

/// Longer side on which edges are traced: the outline of a card is still straight and its print no longer matters.
const TRACED_SIDE: usize = 360;
/// Luma step (per pixel, after shrinking) that counts as an edge.
const EDGE: f32 = 7.0;
/// Lines kept in each direction.
const LINES: usize = 12;
/// Share of a side that must lie on edges of its direction. A side behind a finger or in glare still has two thirds.
const SUPPORT: f32 = 0.66;
/// Same when a side of the figure is the picture's own border, where less is known.
const SUPPORT_BESIDE_BORDER: f32 = 0.8;
/// Smallest area, as a share of the picture.
const LEAST_AREA: f32 = 0.12;
/// Side lengths, long over short: a card is 1.59, a passport page 1.42, an open passport 0.7, and tilting distorts them.
const ASPECT: (f32, f32) = (1.1, 2.3);

/// A line by its normal: `x·cos + y·sin = rho`.
#[derive(Clone, Copy)]
struct Line {
    angle: f32,
    rho: f32,
    border: bool,
}

struct Edges {
    width: usize,
    height: usize,
    /// Direction of change, radians 0–π, or NaN where there is no edge.
    angle: Vec<f32>,
}

/// The outline in the pixels of the picture; `None` when no figure is convincing. Looks for a whole outline first, then
/// for one that runs out of the picture on one or two sides (its corners then lie on the picture's border).
pub fn find(picture: &Gray) -> Option<Quad> {
    let (small, factor) = picture.shrunk(TRACED_SIDE);
    let edges = Edges::of(&small);
    let (mut rising, mut lying) = lines(&edges);
    let quad = best(&edges, &rising, &lying, SUPPORT).or_else(|| {
        let (w, h) = (small.width as f32 - 1.0, small.height as f32 - 1.0);
        rising.extend([0.0, w].map(|rho| Line { angle: 0.0, rho, border: true }));
        lying.extend([0.0, h].map(|rho| Line { angle: std::f32::consts::FRAC_PI_2, rho, border: true }));
        best(&edges, &rising, &lying, SUPPORT_BESIDE_BORDER)
    })?;
    Some(quad.map(|(x, y)| ((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5)))
}

impl Edges {
    fn of(p: &Gray) -> Self {
        let (w, h) = (p.width, p.height);
        let mut angle = vec![f32::NAN; w * h];
        for y in 1..h.saturating_sub(1) {
            for x in 1..w.saturating_sub(1) {
                let at = |x: usize, y: usize| f32::from(p.pixels[y * w + x]);
                let (falling, rising) = (at(x + 1, y + 1) - at(x - 1, y - 1), at(x + 1, y - 1) - at(x - 1, y + 1));
                let dx = (3.0 * (falling + rising) + 10.0 * (at(x + 1, y) - at(x - 1, y))) / 32.0;
                let dy = (3.0 * (falling - rising) + 10.0 * (at(x, y + 1) - at(x, y - 1))) / 32.0;
                if dx.hypot(dy) >= EDGE {
                    angle[y * w + x] = dy.atan2(dx).rem_euclid(std::f32::consts::PI);
                }
            }
        }
        Self { width: w, height: h, angle }
    }

    /// Whether an edge of about this direction lies within two pixels.
    fn near(&self, x: f32, y: f32, angle: f32) -> bool {
        let (x, y) = (x.round() as i32, y.round() as i32);
        let (cos, sin) = (angle.cos(), angle.sin());
        (-2..=2).any(|d: i32| {
            let (x, y) = (x + (cos * d as f32).round() as i32, y + (sin * d as f32).round() as i32);
            let inside = (0..self.width as i32).contains(&x) && (0..self.height as i32).contains(&y);
            inside && apart(self.angle[y as usize * self.width + x as usize], angle) < 0.3
        })
    }
}

/// Difference of two directions, 0–π/2; NaN stays NaN.
fn apart(a: f32, b: f32) -> f32 {
    let d = (a - b).abs().rem_euclid(std::f32::consts::PI);
    if d.is_nan() { d } else { d.min(std::f32::consts::PI - d) }
}

/// Strongest lines whose normal points sideways (upright lines) and downward (lying lines), by a Hough vote in which
/// each edge pixel votes near its own direction only.
fn lines(edges: &Edges) -> (Vec<Line>, Vec<Line>) {
    let reach = (edges.width as f32).hypot(edges.height as f32);
    let rhos = (reach as usize + 2) * 2;
    let mut votes = vec![0u32; 180 * rhos];
    for (i, angle) in edges.angle.iter().enumerate().filter(|(_, a)| !a.is_nan()) {
        let (x, y) = ((i % edges.width) as f32, (i / edges.width) as f32);
        let centre = angle.to_degrees().round() as i32;
        for degree in centre - 4..=centre + 4 {
            let degree = degree.rem_euclid(180);
            let (sin, cos) = (degree as f32).to_radians().sin_cos();
            let rho = ((x * cos + y * sin + reach) as usize).min(rhos - 1);
            votes[degree as usize * rhos + rho] += 1;
        }
    }
    let mut order: Vec<usize> = (0..votes.len()).filter(|i| votes[*i] > 20).collect();
    order.sort_by(|a, b| votes[*b].cmp(&votes[*a]));
    let (mut upright, mut lying): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for i in order {
        let degree = (i / rhos) as f32;
        let line = Line { angle: degree.to_radians(), rho: (i % rhos) as f32 + 0.5 - reach, border: false };
        let group = if (45.0..135.0).contains(&degree) { &mut lying } else { &mut upright };
        let middle = (edges.width as f32 / 2.0, edges.height as f32 / 2.0);
        let distance = |l: &Line| middle.0 * l.angle.cos() + middle.1 * l.angle.sin() - l.rho;
        let same = |other: &Line| {
            let sign = if (other.angle - line.angle).abs() > std::f32::consts::FRAC_PI_2 { -1.0 } else { 1.0 };
            apart(other.angle, line.angle) < 0.12 && (distance(other) - sign * distance(&line)).abs() < 5.0
        };
        if group.len() < LINES && !group.iter().any(same) {
            group.push(line);
        }
        if upright.len() == LINES && lying.len() == LINES {
            break;
        }
    }
    (upright, lying)
}

fn best(edges: &Edges, upright: &[Line], lying: &[Line], support: f32) -> Option<Quad> {
    let frame = (edges.width * edges.height) as f32;
    let mut best: Option<(f32, Quad)> = None;
    for (i, a) in upright.iter().enumerate() {
        for b in &upright[i + 1..] {
            for (j, c) in lying.iter().enumerate() {
                for d in &lying[j + 1..] {
                    if [a, b, c, d].iter().filter(|l| l.border).count() > 2 {
                        continue;
                    }
                    let Some(quad) = figure(a, b, c, d, edges) else { continue };
                    let size = area(&quad) / frame;
                    if size < LEAST_AREA || best.as_ref().is_some_and(|x| size <= x.0) {
                        continue;
                    }
                    if supported(edges, &quad, support) {
                        best = Some((size, quad));
                    }
                }
            }
        }
    }
    best.map(|(_, quad)| quad)
}

/// The four crossings, clockwise from top left, if they make a document-like figure within the picture.
fn figure(a: &Line, b: &Line, c: &Line, d: &Line, edges: &Edges) -> Option<Quad> {
    let corners = [cross(a, c)?, cross(b, c)?, cross(b, d)?, cross(a, d)?];
    let slack = 3.0;
    let (w, h) = (edges.width as f32 + slack, edges.height as f32 + slack);
    if !corners.iter().all(|(x, y)| (-slack..w).contains(x) && (-slack..h).contains(y)) {
        return None;
    }
    let side = |i: usize, j: usize| (corners[i].0 - corners[j].0).hypot(corners[i].1 - corners[j].1);
    let (across, down) = ((side(0, 1), side(3, 2)), (side(0, 3), side(1, 2)));
    let even = |(p, q): (f32, f32)| p.min(q) > 0.6 * p.max(q);
    let ratio = (across.0 + across.1) / (down.0 + down.1);
    let aspect = ratio.max(1.0 / ratio);
    let bordered = [a, b, c, d].iter().any(|l| l.border);
    // What is cut off by the picture's border may have any proportion.
    let proportion = bordered || (ASPECT.0..=ASPECT.1).contains(&aspect);
    (even(across) && even(down) && proportion).then(|| clockwise(corners))
}

fn cross(a: &Line, b: &Line) -> Option<(f32, f32)> {
    let (sa, ca) = a.angle.sin_cos();
    let (sb, cb) = b.angle.sin_cos();
    let det = ca * sb - sa * cb;
    (det.abs() > 0.3).then(|| ((a.rho * sb - b.rho * sa) / det, (ca * b.rho - cb * a.rho) / det))
}

fn clockwise(mut q: Quad) -> Quad {
    if q[0].0 > q[1].0 {
        q.swap(0, 1);
        q.swap(2, 3);
    }
    if q[0].1 > q[3].1 {
        q.swap(0, 3);
        q.swap(1, 2);
    }
    q
}

fn supported(edges: &Edges, quad: &Quad, support: f32) -> bool {
    (0..4).all(|i| {
        let (a, b) = (quad[i], quad[(i + 1) % 4]);
        let on_border = |v: (f32, f32)| {
            [v.0, v.1, edges.width as f32 - 1.0 - v.0, edges.height as f32 - 1.0 - v.1].map(|d| d.abs() < 1.0)
        };
        // Both ends on the same border of the picture: that side is the border itself and has no edge to show.
        if on_border(a).iter().zip(on_border(b)).any(|(p, q)| *p && q) {
            return true;
        }
        let normal = ((b.1 - a.1).atan2(b.0 - a.0) + std::f32::consts::FRAC_PI_2).rem_euclid(std::f32::consts::PI);
        let n = 40;
        // Rounded corners are left out.
        let hits = (2..n - 2).filter(|k| {
            let t = (*k as f32 + 0.5) / n as f32;
            edges.near(a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t, normal)
        });
        hits.count() as f32 >= support * (n - 4) as f32
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(left: i32, top: i32, degrees: f32) -> Gray {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let mut g = Gray::filled(600, 450, 60);
        for y in 0..450 {
            for x in 0..600 {
                let (dx, dy) = (x as f32 - left as f32 - 170.0, y as f32 - top as f32 - 107.0);
                let (u, v) = (cos * dx + sin * dy, cos * dy - sin * dx);
                if u.abs() < 170.0 && v.abs() < 107.0 {
                    g.pixels[y * 600 + x] = 200;
                }
            }
        }
        g
    }

    #[test]
    fn finds_a_card_straight_and_slanted() {
        for degrees in [0.0f32, 7.0, -12.0] {
            let quad = find(&card(130, 110, degrees)).expect("an outline");
            let (sin, cos) = degrees.to_radians().sin_cos();
            let corner = (300.0 - 170.0 * cos + 107.0 * sin, 217.0 - 170.0 * sin - 107.0 * cos);
            let off = (quad[0].0 - corner.0).hypot(quad[0].1 - corner.1);
            assert!(off < 8.0, "{degrees}: off by {off}");
            assert!((area(&quad) / (340.0 * 214.0) - 1.0).abs() < 0.06);
        }
    }

    #[test]
    fn a_card_that_runs_out_of_the_picture_touches_its_border() {
        let quad = find(&card(-60, 110, 0.0)).expect("an outline");
        assert!(quad[0].0 < 2.0 && quad[3].0 < 2.0);
        assert!((quad[1].0 - 280.0).abs() < 6.0);
    }

    #[test]
    fn nothing_has_no_outline() {
        assert_eq!(find(&Gray::filled(300, 200, 128)), None);
        assert_eq!(find(&Gray::filled(1, 1, 0)), None);
    }
}
