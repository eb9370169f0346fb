//! Four corners and the plane between them.

/// Corners clockwise from the document's own top left, as it is read upright: top left, top right, bottom right, bottom
/// left. Pixels of the photograph, pixel centres on whole numbers; may lie outside the photograph.
pub type Quad = [(f32, f32); 4];

/// Area, square pixels.
pub fn area(q: &Quad) -> f32 {
    let twice: f32 = (0..4).map(|i| q[i].0 * q[(i + 1) % 4].1 - q[(i + 1) % 4].0 * q[i].1).sum();
    twice.abs() / 2.0
}

/// Distance of two points.
pub fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Lengths of top, right, bottom and left.
pub fn sides(q: &Quad) -> [f32; 4] {
    std::array::from_fn(|i| distance(q[i], q[(i + 1) % 4]))
}

/// Width over height of the document as it is read: mean of the lying sides over mean of the standing ones. Tilting
/// distorts it by up to the cosine of the tilt.
pub fn aspect(q: &Quad) -> f32 {
    let [top, right, bottom, left] = sides(q);
    (top + bottom) / (right + left).max(1e-3)
}

/// The longer of the document's two dimensions in pixels: of each pair of sides the longer counts.
pub fn long_side(q: &Quad) -> f32 {
    sides(q).into_iter().fold(0.0, f32::max)
}

/// Whether every turn at a corner goes the same way, by more than a few degrees.
pub fn is_convex(q: &Quad) -> bool {
    let turn = |i: usize| {
        let (a, b, c) = (q[i], q[(i + 1) % 4], q[(i + 2) % 4]);
        let cross = (b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0);
        cross / (distance(a, b) * distance(b, c)).max(1e-6)
    };
    (0..4).all(|i| turn(i) > 0.1) || (0..4).all(|i| turn(i) < -0.1)
}

/// Whether a point lies within (convex figures).
pub fn holds(q: &Quad, (x, y): (f32, f32)) -> bool {
    let side = |i: usize| {
        let (a, b) = (q[i], q[(i + 1) % 4]);
        (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
    };
    (0..4).all(|i| side(i) >= 0.0) || (0..4).all(|i| side(i) <= 0.0)
}

/// The figure drawn to its middle: 1 leaves it, 0.97 takes away 3 %.
pub fn scaled(q: &Quad, by: f32) -> Quad {
    let (cx, cy) = q.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 / 4.0, s.1 + p.1 / 4.0));
    q.map(|(x, y)| (cx + (x - cx) * by, cy + (y - cy) * by))
}

/// The same figure called from another corner: `quarters` = 1 makes the old top right the new top left.
pub fn called_from(q: &Quad, quarters: u32) -> Quad {
    std::array::from_fn(|i| q[(i + quarters as usize) % 4])
}

/// Overlap of two convex figures: area in common over area of both, 0–1, counted on a grid of 48 × 48 points.
pub fn overlap(a: &Quad, b: &Quad) -> f32 {
    let all = a.iter().chain(b);
    let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for p in all {
        low = (low.0.min(p.0), low.1.min(p.1));
        high = (high.0.max(p.0), high.1.max(p.1));
    }
    let n = 48;
    let (mut both, mut either) = (0u32, 0u32);
    for i in 0..n * n {
        let at = |k: usize, from: f32, to: f32| from + (to - from) * (k as f32 + 0.5) / n as f32;
        let point = (at(i % n, low.0, high.0), at(i / n, low.1, high.1));
        let (in_a, in_b) = (holds(a, point), holds(b, point));
        both += u32::from(in_a && in_b);
        either += u32::from(in_a || in_b);
    }
    both as f32 / either.max(1) as f32
}

/// A map from the unit square onto a figure: (0,0) top left, (1,1) bottom right.
#[derive(Clone, Copy, Debug)]
pub struct Plane([f64; 9]);

impl Plane {
    /// The projective map onto `q` (Heckbert's closed form); `None` for a figure without a plane.
    pub fn onto(q: &Quad) -> Option<Self> {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = q.map(|(x, y)| (f64::from(x), f64::from(y)));
        let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        let (dx1, dx2, dy1, dy2) = (x1 - x2, x3 - x2, y1 - y2, y3 - y2);
        let det = dx1 * dy2 - dx2 * dy1;
        if !det.is_finite() || det.abs() < 1e-6 || !is_convex(q) {
            return None;
        }
        let (g, h) = ((sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det);
        Some(Self([x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1.0]))
    }

    /// Where a place of the document (0–1 each way) lies in the photograph.
    pub fn at(&self, u: f32, v: f32) -> (f32, f32) {
        let (u, v, m) = (f64::from(u), f64::from(v), &self.0);
        let w = m[6] * u + m[7] * v + m[8];
        (((m[0] * u + m[1] * v + m[2]) / w) as f32, ((m[3] * u + m[4] * v + m[5]) / w) as f32)
    }

    /// Where a point of the photograph lies on the document (0–1 within).
    pub fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y, m) = (f64::from(x), f64::from(y), &self.0);
        let n = [
            m[4] * m[8] - m[5] * m[7],
            m[2] * m[7] - m[1] * m[8],
            m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8],
            m[0] * m[8] - m[2] * m[6],
            m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6],
            m[1] * m[6] - m[0] * m[7],
            m[0] * m[4] - m[1] * m[3],
        ];
        let w = n[6] * x + n[7] * y + n[8];
        (((n[0] * x + n[1] * y + n[2]) / w) as f32, ((n[3] * x + n[4] * y + n[5]) / w) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLANTED: Quad = [(10.0, 20.0), (110.0, 30.0), (100.0, 95.0), (5.0, 80.0)];

    #[test]
    fn a_plane_maps_corners_to_corners_and_back() {
        let plane = Plane::onto(&SLANTED).expect("convex");
        for ((u, v), corner) in [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].into_iter().zip(SLANTED) {
            assert!(distance(plane.at(u, v), corner) < 1e-3);
        }
        let (x, y) = plane.at(0.3, 0.7);
        assert!(distance(plane.place(x, y), (0.3, 0.7)) < 1e-4);
    }

    #[test]
    fn crossed_and_flat_figures_have_no_plane() {
        assert!(Plane::onto(&[(0.0, 0.0), (10.0, 0.0), (0.0, 10.0), (10.0, 10.0)]).is_none());
        assert!(Plane::onto(&[(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0)]).is_none());
    }

    #[test]
    fn overlap_is_one_with_itself_and_nothing_afar() {
        let far = SLANTED.map(|(x, y)| (x + 500.0, y));
        assert!(overlap(&SLANTED, &SLANTED) > 0.999);
        assert!(overlap(&SLANTED, &far) < 1e-3);
        let half = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let moved = half.map(|(x, y)| (x + 5.0, y));
        assert!((overlap(&half, &moved) - 1.0 / 3.0).abs() < 0.03);
    }
}
