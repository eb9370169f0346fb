//! Where a line lies.

/// A line of print: corners clockwise from where its reading begins at the top, pixels of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineBox {
    /// Top left, top right, bottom right, bottom left of the line as it is read.
    pub corners: [(f32, f32); 4],
    /// How sure the finder is, 0–1.
    pub score: f32,
}

impl LineBox {
    /// Length along the line, pixels.
    pub fn length(&self) -> f32 {
        let [a, b, c, d] = self.corners;
        distance(a, b).max(distance(d, c))
    }

    /// Height across the line, pixels. Capitals are about 0.6 of it.
    pub fn height(&self) -> f32 {
        let [a, b, c, d] = self.corners;
        distance(a, d).max(distance(b, c))
    }

    /// The middle.
    pub fn centre(&self) -> (f32, f32) {
        let (x, y) = self.corners.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
        (x / 4.0, y / 4.0)
    }

    /// Left, top, width, height of the upright rectangle around it.
    pub fn around(&self) -> (f32, f32, f32, f32) {
        let [xs, ys] = [self.corners.map(|p| p.0), self.corners.map(|p| p.1)];
        let low = |v: [f32; 4]| v.into_iter().fold(f32::MAX, f32::min);
        let high = |v: [f32; 4]| v.into_iter().fold(f32::MIN, f32::max);
        (low(xs), low(ys), high(xs) - low(xs), high(ys) - low(ys))
    }

    /// Whether the box is taller than wide by half: text that runs up or down, or a single tall stroke.
    pub fn stands(&self) -> bool {
        self.height() > 1.5 * self.length()
    }

    /// The same line read from its other end, upside down.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { corners: std::array::from_fn(|i| self.corners[(i + 2) % 4]), ..*self }
    }

    /// The middle of the line, at most `heights` times as long as high.
    #[must_use]
    pub fn middle(&self, heights: f32) -> Self {
        let share = (heights * self.height() / self.length().max(1e-3)).min(1.0);
        let (from, to) = ((1.0 - share) / 2.0, f32::midpoint(1.0, share));
        let [a, b, c, d] = self.corners;
        let on = |p: (f32, f32), q: (f32, f32), t: f32| (p.0 + (q.0 - p.0) * t, p.1 + (q.1 - p.1) * t);
        Self { corners: [on(a, b, from), on(a, b, to), on(d, c, to), on(d, c, from)], ..*self }
    }

    /// The same line in a picture `factor` times as large.
    #[must_use]
    pub fn scaled(&self, factor: f32) -> Self {
        Self { corners: self.corners.map(|(x, y)| (x * factor, y * factor)), ..*self }
    }

    /// The same line once the picture of `width` × `height` is turned by `quarters` × 90° clockwise. Corners keep
    /// belonging to the direction left to right of the turned picture.
    #[must_use]
    pub fn turned(&self, quarters: u32, width: f32, height: f32) -> Self {
        let turn = |(x, y): (f32, f32)| match quarters % 4 {
            0 => (x, y),
            1 => (height - y, x),
            2 => (width - x, height - y),
            _ => (y, width - x),
        };
        // After a clockwise quarter the old bottom left is the new top left.
        let from = (4 - quarters as usize % 4) % 4;
        Self { corners: std::array::from_fn(|i| turn(self.corners[(i + from) % 4])), ..*self }
    }

    /// Whether the middle lies within a convex figure.
    pub fn lies_in(&self, figure: &[(f32, f32); 4]) -> bool {
        let (x, y) = self.centre();
        let side = |i: usize| {
            let (a, b) = (figure[i], figure[(i + 1) % 4]);
            (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
        };
        (0..4).all(|i| side(i) >= 0.0) || (0..4).all(|i| side(i) <= 0.0)
    }

    /// Share of this box's upright rectangle that lies within `zone` (left, top, width, height), 0–1.
    pub fn within(&self, zone: (f32, f32, f32, f32)) -> f32 {
        let (x, y, w, h) = self.around();
        let common = |a: f32, la: f32, b: f32, lb: f32| ((a + la).min(b + lb) - a.max(b)).max(0.0);
        common(x, w, zone.0, zone.2) * common(y, h, zone.1, zone.3) / (w * h).max(1e-3)
    }
}

fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> LineBox {
        LineBox { corners: [(10.0, 20.0), (60.0, 20.0), (60.0, 30.0), (10.0, 30.0)], score: 0.9 }
    }

    #[test]
    fn the_middle_of_a_long_line_is_as_high_and_lies_on_it() {
        let line = LineBox { corners: [(0.0, 0.0), (100.0, 20.0), (98.0, 30.0), (-2.0, 10.0)], score: 1.0 };
        let middle = line.middle(3.0);
        assert_eq!(middle.centre(), line.centre());
        assert!((middle.height() - line.height()).abs() < 1e-3 && (middle.length() - 3.0 * line.height()).abs() < 0.1);
        assert_eq!(line.middle(50.0), line);
    }

    #[test]
    fn a_turned_box_is_the_box_of_the_turned_picture() {
        // 100 × 50, a quarter clockwise: 50 × 100.
        let turned = line().turned(1, 100.0, 50.0);
        assert_eq!(turned.corners, [(20.0, 10.0), (30.0, 10.0), (30.0, 60.0), (20.0, 60.0)]);
        assert!(turned.stands() && !line().stands());
        let back = turned.turned(3, 50.0, 100.0);
        assert_eq!(back, line());
        assert_eq!(line().turned(2, 100.0, 50.0).turned(2, 100.0, 50.0), line());
    }

    #[test]
    fn shares_of_a_zone() {
        let shares = [(0.0, 100.0), (35.0, 100.0), (70.0, 10.0)].map(|(x, side)| line().within((x, 0.0, side, 100.0)));
        assert!(shares.iter().zip([1.0, 0.5, 0.0]).all(|(have, want)| (have - want).abs() < 1e-6), "{shares:?}");
        assert_eq!(line().centre(), (35.0, 25.0));
        assert!(line().lies_in(&[(0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (0.0, 50.0)]));
        assert!(!line().lies_in(&[(0.0, 0.0), (50.0, 0.0), (0.0, 50.0), (0.0, 40.0)]));
    }
}
