//! A line of text as a gently bent axis in a picture, and the strip of pixels along it.

use super::super::super::picture::Gray;

/// Rows of a strip, as the net was trained (`training/lines`).
pub const STRIP_ROWS: usize = 24;
/// Capital height in a strip, pixels.
pub const STRIP_CAPITAL: f32 = 14.0;

/// A line of print in a picture.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// A point of the line's middle (half the capital height), pixels.
    pub at: (f32, f32),
    /// Reading direction, radians clockwise from rightward.
    pub angle: f32,
    /// The middle's way off the straight line is `bend · s²`, 1 / pixels, positive to the right hand of the reader.
    pub bend: f32,
    /// Along the line, from `at`: where print was seen, pixels.
    pub span: (f32, f32),
    /// Height of capitals, pixels.
    pub capital: f32,
}

impl Axis {
    /// The picture's point `s` pixels along and `t` pixels below the middle.
    pub fn point(&self, s: f32, t: f32) -> (f32, f32) {
        let (sin, cos) = self.angle.sin_cos();
        let t = t + self.bend * s * s;
        (self.at.0 + cos * s - sin * t, self.at.1 + sin * s + cos * t)
    }

    /// The part of `from..to` whose points lie in a picture of this size, give or take a capital height;
    /// never less than the line's own span.
    pub fn within(&self, (from, to): (f32, f32), width: usize, height: usize) -> (f32, f32) {
        let inside = |s: f32| {
            let (x, y) = self.point(s, 0.0);
            let edge = -self.capital;
            (edge..width as f32 - edge).contains(&x) && (edge..height as f32 - edge).contains(&y)
        };
        let step = self.capital.max(1.0);
        let (mut from, mut to) = (from, to);
        while from < self.span.0 && !inside(from) {
            from += step;
        }
        while to > self.span.1 && !inside(to) {
            to -= step;
        }
        (from.min(self.span.0), to.max(self.span.1))
    }

    /// The inverse of [`Axis::point`], close to the axis.
    pub fn along(&self, point: (f32, f32)) -> (f32, f32) {
        let (sin, cos) = self.angle.sin_cos();
        let (dx, dy) = (point.0 - self.at.0, point.1 - self.at.1);
        let s = cos * dx + sin * dy;
        (s, cos * dy - sin * dx - self.bend * s * s)
    }

    /// The same line read from its other end.
    pub fn reversed(&self) -> Self {
        let angle = self.angle + std::f32::consts::PI;
        Self { angle, bend: -self.bend, span: (-self.span.1, -self.span.0), ..*self }
    }

    /// A line `t` pixels below, of the same shape.
    pub fn moved(&self, t: f32) -> Self {
        let (sin, cos) = self.angle.sin_cos();
        Self { at: (self.at.0 - sin * t, self.at.1 + cos * t), ..*self }
    }

    /// The same line in a picture `factor` times as large.
    pub fn scaled(&self, factor: f32) -> Self {
        let place = |v: f32| (v + 0.5) * factor - 0.5;
        Self {
            at: (place(self.at.0), place(self.at.1)),
            angle: self.angle,
            bend: self.bend / factor,
            span: (self.span.0 * factor, self.span.1 * factor),
            capital: self.capital * factor,
        }
    }
}

/// A picture at full size and halved again and again, so that a strip of any scale is cut from about its own resolution.
pub struct Pyramid {
    levels: Vec<Gray>,
}

impl Pyramid {
    /// Halves until the longer side is under 500 pixels.
    pub fn new(full: Gray) -> Self {
        let mut levels = vec![full];
        while let Some(last) = levels.last().filter(|l| l.long_side() >= 500) {
            let half = last.resized((last.width / 2).max(1), (last.height / 2).max(1));
            levels.push(half);
        }
        Self { levels }
    }

    /// The picture as given.
    pub fn full(&self) -> &Gray {
        &self.levels[0]
    }

    /// The part `from..to` of a line (pixels along it) as [`STRIP_ROWS`] rows of grey, normalised to mean 0 and deviation 1.
    pub fn strip(&self, axis: &Axis, from: f32, to: f32) -> Strip {
        let unit = axis.capital / STRIP_CAPITAL;
        let columns = (((to - from) / unit).round() as usize).clamp(8, MOST_COLUMNS).next_multiple_of(8);
        let halvings = (unit.log2().floor().max(0.0) as usize).min(self.levels.len() - 1);
        let level = &self.levels[halvings];
        let (fx, fy) = (level.width as f32 / self.full().width as f32, level.height as f32 / self.full().height as f32);
        let mut pixels = Vec::with_capacity(columns * STRIP_ROWS);
        for y in 0..STRIP_ROWS {
            let t = (y as f32 + 0.5 - STRIP_ROWS as f32 / 2.0) * unit;
            for x in 0..columns {
                let (px, py) = axis.point(from + (x as f32 + 0.5) * unit, t);
                pixels.push(level.sample((px + 0.5) * fx - 0.5, (py + 0.5) * fy - 0.5));
            }
        }
        normalise(&mut pixels);
        Strip { pixels, columns, from, unit }
    }
}

/// Longest strip that is read at once: 48 cells of the widest pitch.
const MOST_COLUMNS: usize = 1120;

/// A piece of a line, ready for the net.
pub struct Strip {
    /// [`STRIP_ROWS`] × `columns`, row by row, mean 0, deviation 1 (of at least 8 grey levels).
    pub pixels: Vec<f32>,
    /// A multiple of 8.
    pub columns: usize,
    from: f32,
    unit: f32,
}

impl Strip {
    /// Pixels along the line, in the picture, of a column.
    pub fn place(&self, column: f32) -> f32 {
        self.from + column * self.unit
    }

    /// The column of a place along the line.
    pub fn column(&self, s: f32) -> f32 {
        (s - self.from) / self.unit
    }
}

/// The deviation counts as at least 8 grey levels: noise on blank paper must not look like print. As in training.
fn normalise(pixels: &mut [f32]) {
    let n = pixels.len() as f32;
    let mean = pixels.iter().sum::<f32>() / n;
    let deviation = (pixels.iter().map(|p| (p - mean).powi(2)).sum::<f32>() / n).sqrt().max(8.0);
    for pixel in pixels {
        *pixel = (*pixel - mean) / deviation;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Axis {
        Axis { at: (100.0, 50.0), angle: 0.2, bend: 0.0003, span: (-60.0, 70.0), capital: 14.0 }
    }

    #[test]
    fn a_point_goes_there_and_back() {
        let (s, t) = line().along(line().point(40.0, 3.0));
        assert!((s - 40.0).abs() < 0.1 && (t - 3.0).abs() < 0.1, "{s} {t}");
    }

    #[test]
    fn reading_from_the_other_end_meets_the_same_points() {
        let (a, b) = (line().point(40.0, 3.0), line().reversed().point(-40.0, -3.0));
        assert!((a.0 - b.0).abs() < 1e-3 && (a.1 - b.1).abs() < 1e-3);
    }

    #[test]
    fn a_strip_follows_its_axis() {
        let mut picture = Gray::filled(300, 120, 200);
        for s in -600..600 {
            let (x, y) = line().point(s as f32 / 10.0, 0.0);
            picture.pixels[y.round() as usize * 300 + x.round() as usize] = 0;
        }
        let strip = Pyramid::new(picture).strip(&line(), -50.0, 50.0);
        let row = |y: usize| strip.pixels[y * strip.columns..(y + 1) * strip.columns].iter().sum::<f32>();
        let darkest = (0..STRIP_ROWS).min_by(|a, b| row(*a).total_cmp(&row(*b))).unwrap();
        assert!((11..=12).contains(&darkest), "{darkest}");
    }
}
