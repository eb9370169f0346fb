//! Grey pictures and the few operations the classical readers need: shrinking, quarter turns, straightening, sampling.

use countersign_media::RgbImage;

/// An 8-bit grey picture, row-major, `pixels.len() == width * height`, both sides ≥ 1.
#[derive(Clone, PartialEq, Eq)]
pub struct Gray {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// 0 black – 255 white.
    pub pixels: Vec<u8>,
}

impl std::fmt::Debug for Gray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gray({}x{})", self.width, self.height)
    }
}

impl Gray {
    /// One shade.
    pub fn filled(width: usize, height: usize, shade: u8) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        Self { width, height, pixels: vec![shade; width * height] }
    }

    /// Luma (BT.601) of a colour picture. A malformed picture (too few pixels) is padded with black.
    pub fn from_rgb(image: &RgbImage) -> Self {
        let (width, height) = (image.width.max(1) as usize, image.height.max(1) as usize);
        let mut pixels: Vec<u8> = image
            .pixels
            .chunks_exact(3)
            .map(|p| ((77 * u32::from(p[0]) + 150 * u32::from(p[1]) + 29 * u32::from(p[2])) >> 8) as u8)
            .collect();
        pixels.resize(width * height, 0);
        Self { width, height, pixels }
    }

    /// The longer side.
    pub fn long_side(&self) -> usize {
        self.width.max(self.height)
    }

    /// Shrunk by averaging until the longer side is at most `long_side`, with the factor (≤ 1) from old to new.
    pub fn shrunk(&self, long_side: usize) -> (Self, f32) {
        if self.long_side() <= long_side {
            return (self.clone(), 1.0);
        }
        let factor = long_side as f32 / self.long_side() as f32;
        let size = |n: usize| ((n as f32 * factor).round() as usize).max(1);
        (self.resized(size(self.width), size(self.height)), factor)
    }

    /// Resized: the mean of the covered source pixels when smaller, bilinear when larger.
    #[must_use]
    pub fn resized(&self, width: usize, height: usize) -> Self {
        let mut out = Self::filled(width, height, 0);
        let (sx, sy) = (self.width as f32 / out.width as f32, self.height as f32 / out.height as f32);
        let columns: Vec<(usize, usize)> = (0..out.width).map(|x| covered(x, sx, self.width)).collect();
        for y in 0..out.height {
            let (y0, y1) = covered(y, sy, self.height);
            for (x, &(x0, x1)) in columns.iter().enumerate() {
                out.pixels[y * out.width + x] = if sx > 1.0 || sy > 1.0 {
                    self.mean(x0, x1, y0, y1)
                } else {
                    self.sample((x as f32 + 0.5) * sx - 0.5, (y as f32 + 0.5) * sy - 0.5) as u8
                };
            }
        }
        out
    }

    fn mean(&self, x0: usize, x1: usize, y0: usize, y1: usize) -> u8 {
        let mut sum = 0u32;
        for y in y0..y1 {
            sum += self.pixels[y * self.width + x0..y * self.width + x1].iter().map(|p| u32::from(*p)).sum::<u32>();
        }
        (sum / ((x1 - x0) * (y1 - y0)) as u32) as u8
    }

    /// Turned clockwise by `quarters` × 90°.
    #[must_use]
    pub fn turned(&self, quarters: u32) -> Self {
        let (w, h) = (self.width, self.height);
        match quarters % 4 {
            0 => self.clone(),
            2 => Self { width: w, height: h, pixels: self.pixels.iter().rev().copied().collect() },
            turn => {
                let mut out = Self::filled(h, w, 0);
                for y in 0..w {
                    for x in 0..h {
                        let from = if turn == 1 { (h - 1 - x) * w + y } else { x * w + (w - 1 - y) };
                        out.pixels[y * h + x] = self.pixels[from];
                    }
                }
                out
            }
        }
    }

    /// As in a mirror: left and right exchanged.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let pixels = self.pixels.chunks_exact(self.width).flat_map(|row| row.iter().rev().copied()).collect();
        Self { pixels, ..*self }
    }

    /// Bilinear value at a point whose pixel centres are whole numbers; the edge repeats outside.
    pub fn sample(&self, x: f32, y: f32) -> f32 {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let at = |x: usize, y: usize| f32::from(self.pixels[y * self.width + x]);
        let top = at(x0, y0) + (at(x1, y0) - at(x0, y0)) * fx;
        let bottom = at(x0, y1) + (at(x1, y1) - at(x0, y1)) * fx;
        top + (bottom - top) * fy
    }

    /// Rotated clockwise by `degrees` about the middle, on a canvas that holds all of it, the edge repeated around.
    #[must_use]
    pub fn rotated(&self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (w, h) = (self.width as f32, self.height as f32);
        let mut out = Self::filled(
            (w * cos.abs() + h * sin.abs() - 1e-3).ceil() as usize,
            (w * sin.abs() + h * cos.abs() - 1e-3).ceil() as usize,
            0,
        );
        let (cx, cy) = (out.width as f32 / 2.0, out.height as f32 / 2.0);
        for y in 0..out.height {
            for x in 0..out.width {
                let (dx, dy) = (x as f32 + 0.5 - cx, y as f32 + 0.5 - cy);
                let value = self.sample(cos * dx + sin * dy + w / 2.0 - 0.5, cos * dy - sin * dx + h / 2.0 - 0.5);
                out.pixels[y * out.width + x] = value.round() as u8;
            }
        }
        out
    }

    /// The rectangle cut out, clipped to the picture.
    #[must_use]
    pub fn cropped(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let left = left.min(self.width - 1);
        let top = top.min(self.height - 1);
        let (width, height) = (width.clamp(1, self.width - left), height.clamp(1, self.height - top));
        let rows = (top..top + height).flat_map(|y| &self.pixels[y * self.width + left..y * self.width + left + width]);
        Self { width, height, pixels: rows.copied().collect() }
    }
}

fn covered(at: usize, scale: f32, limit: usize) -> (usize, usize) {
    let from = ((at as f32 * scale) as usize).min(limit - 1);
    let to = (((at + 1) as f32 * scale) as usize).clamp(from + 1, limit.max(from + 1));
    (from, to.min(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(width: usize, height: usize) -> Gray {
        Gray { width, height, pixels: (0..width * height).map(|i| i as u8).collect() }
    }

    #[test]
    fn quarter_turns_are_clockwise_and_close() {
        let g = counting(3, 2);
        assert_eq!(g.turned(1).pixels, [3, 0, 4, 1, 5, 2]);
        assert_eq!(g.turned(3).pixels, [2, 5, 1, 4, 0, 3]);
        assert_eq!(g.turned(1).turned(3), g);
        assert_eq!(g.turned(2).turned(2), g);
    }

    #[test]
    fn a_quarter_rotation_equals_a_quarter_turn() {
        let g = counting(8, 8);
        assert_eq!(g.rotated(90.0), g.turned(1));
    }

    #[test]
    fn a_mirror_exchanges_left_and_right() {
        assert_eq!(counting(3, 2).mirrored().pixels, [2, 1, 0, 5, 4, 3]);
        assert_eq!(counting(3, 2).mirrored().mirrored(), counting(3, 2));
    }

    #[test]
    fn shrinking_averages() {
        let g = Gray { width: 4, height: 2, pixels: vec![0, 100, 200, 200, 100, 200, 0, 0] };
        let (half, factor) = g.shrunk(2);
        assert_eq!((half.width, half.height, factor), (2, 1, 0.5));
        assert_eq!(half.pixels, [100, 100]);
    }

    #[test]
    fn cropping_is_clipped() {
        assert_eq!(counting(4, 4).cropped(2, 3, 10, 10).pixels, [14, 15]);
    }
}
