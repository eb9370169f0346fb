//! Faint contrasts stretched: grey, each place relative to the mean and spread of its surroundings.

use countersign_media::RgbImage;

use super::FaceBox;

/// Grey levels that one deviation of the surroundings becomes.
const GAIN: f32 = 52.0;
/// Spread under which paper is only noise and is not stretched further, grey levels.
const NOISE: f32 = 7.0;

/// A part of a picture, scaled and stretched.
pub(super) struct View {
    pub(super) image: RgbImage,
    /// Pixels of the view for one of the picture.
    pub(super) scale: f32,
    origin: (f32, f32),
}

impl View {
    /// A box of the view in the picture.
    pub(super) fn back(&self, face: &FaceBox) -> FaceBox {
        let s = self.scale;
        FaceBox {
            x: face.x / s + self.origin.0,
            y: face.y / s + self.origin.1,
            width: face.width / s,
            height: face.height / s,
            score: face.score,
        }
    }

    /// A box of the picture in the view.
    pub(super) fn forward(&self, face: &FaceBox) -> FaceBox {
        let s = self.scale;
        FaceBox {
            x: (face.x - self.origin.0) * s,
            y: (face.y - self.origin.1) * s,
            width: face.width * s,
            height: face.height * s,
            score: face.score,
        }
    }

    /// All of the view.
    pub(super) fn whole(&self) -> FaceBox {
        let (width, height) = (self.image.width as f32, self.image.height as f32);
        FaceBox { x: 0.0, y: 0.0, width, height, score: 1.0 }
    }

    /// Paints a box of the picture over with plain grey.
    pub(super) fn cover(&mut self, face: &FaceBox) {
        let face = self.forward(face);
        let (width, height) = (self.image.width as usize, self.image.height as usize);
        let span = |from: f32, size: f32, limit: usize| {
            (from.max(0.0) as usize).min(limit)..((from + size).max(0.0) as usize).min(limit)
        };
        for y in span(face.y, face.height, height) {
            let across = span(face.x, face.width, width);
            self.image.pixels[(y * width + across.start) * 3..(y * width + across.end.max(across.start)) * 3].fill(128);
        }
    }
}

/// The part inside `area` at `scale`, stretched relative to surroundings of `reach` pixels of the picture to each side.
pub(super) fn enhanced(image: &RgbImage, area: &FaceBox, scale: f32, reach: f32) -> View {
    let left = area.x.clamp(0.0, image.width as f32 - 1.0);
    let top = area.y.clamp(0.0, image.height as f32 - 1.0);
    let right = (area.x + area.width).clamp(left + 1.0, image.width as f32);
    let bottom = (area.y + area.height).clamp(top + 1.0, image.height as f32);
    let (width, height) = (((right - left) * scale).max(1.0) as usize, ((bottom - top) * scale).max(1.0) as usize);
    let grey: Vec<f32> = (0..width * height)
        .map(|i| {
            let x = left + ((i % width) as f32 + 0.5) / scale;
            let y = top + ((i / width) as f32 + 0.5) / scale;
            luma(image, x, y, 1.0 / scale)
        })
        .collect();
    let sums = Sums::of(&grey, width, height);
    let reach = ((reach * scale) as usize).max(2);
    let pixels = grey
        .iter()
        .enumerate()
        .flat_map(|(i, value)| {
            let (mean, spread) = sums.around(i % width, i / width, reach);
            [(128.0 + GAIN * (value - mean) / spread.max(NOISE)).clamp(0.0, 255.0) as u8; 3]
        })
        .collect();
    View { image: RgbImage { width: width as u32, height: height as u32, pixels }, scale, origin: (left, top) }
}

/// Each colour stretched so that its darkest and brightest hundredth reach the ends of the scale; `None` where they do already (within
/// a tenth). Undoes a faded print under a tinted laminate.
pub(super) fn stretched(image: &RgbImage) -> Option<RgbImage> {
    let mut counts = [[0_u32; 256]; 3];
    for pixel in image.pixels.chunks_exact(3) {
        for (count, value) in counts.iter_mut().zip(pixel) {
            count[usize::from(*value)] += 1;
        }
    }
    let hundredth = image.pixels.len() as u32 / 300;
    let ends = counts.map(|count| {
        let below = |limit: usize| count[..=limit].iter().sum::<u32>() > hundredth;
        let above = |limit: usize| count[limit..].iter().sum::<u32>() > hundredth;
        let low = (0..256).find(|value| below(*value)).unwrap_or(0);
        let high = (0..256).rev().find(|value| above(*value)).unwrap_or(255);
        (low as f32, high as f32)
    });
    if ends.iter().all(|(low, high)| high - low > 230.0) {
        return None;
    }
    let tables = ends.map(|(low, high)| {
        let spread = (high - low).max(20.0);
        std::array::from_fn::<u8, 256, _>(|value| {
            ((value as f32 - low) / spread * 235.0 + 10.0).clamp(0.0, 255.0) as u8
        })
    });
    let pixels = image.pixels.iter().enumerate().map(|(i, value)| tables[i % 3][usize::from(*value)]).collect();
    Some(RgbImage { width: image.width, height: image.height, pixels })
}

/// Mean luma of a square of `size` pixels about a point, or the bilinear value for a small one.
fn luma(image: &RgbImage, x: f32, y: f32, size: f32) -> f32 {
    let (w, h) = (image.width as usize, image.height as usize);
    let at = |x: usize, y: usize| {
        let i = (y.min(h - 1) * w + x.min(w - 1)) * 3;
        let p = image.pixels.get(i..i + 3).unwrap_or(&[0; 3]);
        0.299 * f32::from(p[0]) + 0.587 * f32::from(p[1]) + 0.114 * f32::from(p[2])
    };
    if size <= 1.5 {
        let (x, y) = ((x - 0.5).max(0.0), (y - 0.5).max(0.0));
        let (x0, y0, fx, fy) = (x as usize, y as usize, x.fract(), y.fract());
        let upper = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * fx;
        let lower = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * fx;
        return upper + (lower - upper) * fy;
    }
    let (x0, x1) = ((x - size / 2.0).max(0.0) as usize, ((x + size / 2.0) as usize).max(1));
    let (y0, y1) = ((y - size / 2.0).max(0.0) as usize, ((y + size / 2.0) as usize).max(1));
    let (x1, y1) = (x1.max(x0 + 1), y1.max(y0 + 1));
    let sum: f32 = (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))).map(|(x, y)| at(x, y)).sum();
    sum / ((x1 - x0) * (y1 - y0)) as f32
}

/// Sums of values and squares over every upper left rectangle.
struct Sums {
    width: usize,
    height: usize,
    cells: Vec<(f64, f64)>,
}

impl Sums {
    fn of(values: &[f32], width: usize, height: usize) -> Self {
        let mut cells = vec![(0.0, 0.0); (width + 1) * (height + 1)];
        for y in 0..height {
            let mut line = (0.0, 0.0);
            for x in 0..width {
                let value = f64::from(values[y * width + x]);
                line = (line.0 + value, line.1 + value * value);
                let above = cells[y * (width + 1) + x + 1];
                cells[(y + 1) * (width + 1) + x + 1] = (above.0 + line.0, above.1 + line.1);
            }
        }
        Self { width, height, cells }
    }

    /// Mean and standard deviation of the square of `reach` to each side.
    fn around(&self, x: usize, y: usize, reach: usize) -> (f32, f32) {
        let (x0, x1) = (x.saturating_sub(reach), (x + reach + 1).min(self.width));
        let (y0, y1) = (y.saturating_sub(reach), (y + reach + 1).min(self.height));
        let cell = |x: usize, y: usize| self.cells[y * (self.width + 1) + x];
        let of = |pick: fn((f64, f64)) -> f64| {
            pick(cell(x1, y1)) - pick(cell(x0, y1)) - pick(cell(x1, y0)) + pick(cell(x0, y0))
        };
        let n = ((x1 - x0) * (y1 - y0)) as f64;
        let mean = of(|c| c.0) / n;
        (mean as f32, (of(|c| c.1) / n - mean * mean).max(0.0).sqrt() as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faint_pattern_is_stretched_and_boxes_go_there_and_back() {
        let pixels = (0..120 * 80).flat_map(|i| [if (i % 120) / 10 % 2 == 0 { 200u8 } else { 222 }; 3]).collect();
        let image = RgbImage { width: 120, height: 80, pixels };
        let area = FaceBox { x: 20.0, y: 10.0, width: 80.0, height: 60.0, score: 1.0 };
        let mut view = enhanced(&image, &area, 0.5, 30.0);
        assert_eq!((view.image.width, view.image.height), (40, 30));
        let (low, high) = view.image.pixels.iter().fold((255, 0), |r, p| (r.0.min(*p), r.1.max(*p)));
        assert!(high - low > 80, "{low}–{high}");
        let there = view.forward(&area);
        assert_eq!((there.x, there.width, view.back(&there).y), (0.0, 40.0, 10.0));
        view.cover(&area);
        assert!(view.image.pixels.iter().all(|p| *p == 128));
    }

    #[test]
    fn faded_colours_are_stretched_and_full_ones_left() {
        let faded =
            (0..100 * 100).flat_map(|i| [100 + (i % 40) as u8, 120 + (i % 30) as u8, 90 + (i % 24) as u8]).collect();
        let found = stretched(&RgbImage { width: 100, height: 100, pixels: faded }).expect("it is faded");
        for colour in 0..3 {
            let values = found.pixels.iter().skip(colour).step_by(3);
            assert!(values.clone().min() <= Some(&12) && values.max() >= Some(&240), "colour {colour}");
        }
        let full = (0..256 * 40).flat_map(|i| [(i % 256) as u8; 3]).collect();
        assert!(stretched(&RgbImage { width: 256, height: 40, pixels: full }).is_none());
    }

    #[test]
    fn plain_paper_stays_plain() {
        let image = RgbImage { width: 30, height: 30, pixels: vec![240; 2700] };
        let whole = FaceBox { x: -5.0, y: -5.0, width: 99.0, height: 99.0, score: 1.0 };
        let view = enhanced(&image, &whole, 2.0, 5.0);
        assert_eq!((view.image.width, view.image.height), (60, 60));
        assert!(view.image.pixels.iter().all(|p| p.abs_diff(128) <= 1));
    }
}
