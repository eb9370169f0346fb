//! A line cut out of a photograph and laid flat.

use countersign_media::RgbImage;

use super::LineBox;

/// Most source pixels averaged into one, along each axis.
const MOST_TAPS: usize = 8;

/// A line laid flat, RGB, row by row, `pixels.len() == width * height * 3`.
#[derive(Clone, PartialEq)]
pub struct Strip {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// R, G, B … 0–255.
    pub pixels: Vec<u8>,
}

impl std::fmt::Debug for Strip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Strip({}x{})", self.width, self.height)
    }
}

impl Strip {
    /// The line at `height` rows, its width in proportion, at least 8 and at most `most` columns.
    pub fn cut(picture: &RgbImage, line: &LineBox, height: usize, most: usize) -> Self {
        let across = line.height().max(1.0);
        let width = ((line.length() * height as f32 / across).round() as usize).clamp(8, most);
        Self::of(picture, &line.corners, width, height)
    }

    /// The part of the picture within `corners` at `width` × `height`: each pixel is the mean of what it covers when that
    /// is more than one source pixel, otherwise a cubic between its sixteen neighbours. The picture's border repeats.
    pub fn of(picture: &RgbImage, corners: &[(f32, f32); 4], width: usize, height: usize) -> Self {
        let [a, b, c, d] = *corners;
        let step = |p: (f32, f32), q: (f32, f32), n: usize| (p.0 - q.0).hypot(p.1 - q.1) / n as f32;
        let taps = |length: f32| ((length - 0.25).ceil().max(1.0) as usize).min(MOST_TAPS);
        let (nx, ny) =
            (taps(step(a, b, width).max(step(d, c, width))), taps(step(a, d, height).max(step(b, c, height))));
        let smooth = nx * ny == 1;
        let mut pixels = Vec::with_capacity(width * height * 3);
        for row in 0..height {
            for column in 0..width {
                let mut sum = [0.0f32; 3];
                for tap in 0..nx * ny {
                    let u = (column as f32 + ((tap % nx) as f32 + 0.5) / nx as f32) / width as f32;
                    let v = (row as f32 + ((tap / nx) as f32 + 0.5) / ny as f32) / height as f32;
                    let (left, right) = (mix(a, d, v), mix(b, c, v));
                    let (x, y) = mix(left, right, u);
                    let colour = if smooth { cubic(picture, x - 0.5, y - 0.5) } else { nearest(picture, x, y) };
                    sum.iter_mut().zip(colour).for_each(|(s, c)| *s += c);
                }
                pixels.extend(sum.map(|s| (s / (nx * ny) as f32).round().clamp(0.0, 255.0) as u8));
            }
        }
        Self { width, height, pixels }
    }
}

fn mix(a: (f32, f32), b: (f32, f32), t: f32) -> (f32, f32) {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// The pixel that holds the point (corners of pixels on whole numbers).
fn nearest(picture: &RgbImage, x: f32, y: f32) -> [f32; 3] {
    pixel(picture, x.floor() as i64, y.floor() as i64)
}

fn pixel(picture: &RgbImage, x: i64, y: i64) -> [f32; 3] {
    let x = x.clamp(0, i64::from(picture.width) - 1) as u32;
    let y = y.clamp(0, i64::from(picture.height) - 1) as u32;
    picture.at(x, y).map(f32::from)
}

/// Catmull and Rom's cubic at a point whose pixel centres are whole numbers.
fn cubic(picture: &RgbImage, x: f32, y: f32) -> [f32; 3] {
    let (x0, y0) = (x.floor(), y.floor());
    let (wx, wy) = (weights(x - x0), weights(y - y0));
    let mut sum = [0.0f32; 3];
    for (j, wy) in wy.iter().enumerate() {
        for (i, wx) in wx.iter().enumerate() {
            let colour = pixel(picture, x0 as i64 + i as i64 - 1, y0 as i64 + j as i64 - 1);
            sum.iter_mut().zip(colour).for_each(|(s, c)| *s += c * wx * wy);
        }
    }
    sum
}

fn weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [0.5 * (2.0 * t2 - t - t3), 0.5 * (3.0 * t3 - 5.0 * t2 + 2.0), 0.5 * (t + 4.0 * t2 - 3.0 * t3), 0.5 * (t3 - t2)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(width: u32, height: u32) -> RgbImage {
        let pixels = (0..width * height).flat_map(|i| [i as u8, (i * 2) as u8, 7]).collect();
        RgbImage { width, height, pixels }
    }

    fn whole(width: f32, height: f32) -> [(f32, f32); 4] {
        [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    }

    #[test]
    fn the_whole_at_its_own_size_is_itself() {
        let picture = counting(9, 6);
        let strip = Strip::of(&picture, &whole(9.0, 6.0), 9, 6);
        assert_eq!(strip.pixels, picture.pixels);
    }

    #[test]
    fn shrinking_averages_and_turning_turns() {
        let picture = counting(4, 2);
        let half = Strip::of(&picture, &whole(4.0, 2.0), 2, 1);
        // 0 1 4 5 and 2 3 6 7, means 2.5 and 4.5.
        assert_eq!((half.pixels[0], half.pixels[3]), (3, 5));
        let upside_down = [(4.0, 2.0), (0.0, 2.0), (0.0, 0.0), (4.0, 0.0)];
        let turned = Strip::of(&picture, &upside_down, 4, 2);
        assert_eq!((turned.pixels[0], turned.pixels[21]), (7, 0));
    }

    #[test]
    fn a_line_keeps_its_proportion_within_bounds() {
        let picture = counting(200, 40);
        let line = |length: f32| LineBox { corners: whole(length, 20.0), score: 1.0 };
        let size = |length| Strip::cut(&picture, &line(length), 48, 300).width;
        assert_eq!((size(100.0), size(1.0), size(199.0)), (240, 8, 300));
    }
}
