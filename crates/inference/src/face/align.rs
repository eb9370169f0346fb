//! A face brought to the fixed places that a recognition net was trained on: turned upright, scaled, moved; nothing bent.

use countersign_media::RgbImage;

use super::Landmarks;
use super::geometry::FaceBox;
use super::picture::{line, shrunk};
use crate::models::Alignment;

/// A share of the square that dlib leaves around the points on each side (its `get_face_chip` with padding 0.25, which its net was trained on).
const DLIB_PADDING: f32 = 0.25;
/// Where dlib puts landmarks 27–54 and 60–64 of its chip before padding: nose, eyes, upper lip, inner mouth. Brows and lower lips
/// move too much and are left out, as dlib does (`get_face_chip_details`, Boost licence).
const DLIB: [(usize, f32, f32); 33] = [
    (27, 0.490_127, 0.203_352),
    (28, 0.490_127, 0.307_009),
    (29, 0.490_127, 0.409_805),
    (30, 0.490_127, 0.515_625),
    (31, 0.366_880, 0.587_326),
    (32, 0.426_036, 0.609_345),
    (33, 0.490_127, 0.628_106),
    (34, 0.554_217, 0.609_345),
    (35, 0.613_373, 0.587_326),
    (36, 0.121_737, 0.216_423),
    (37, 0.187_122, 0.178_758),
    (38, 0.265_825, 0.179_852),
    (39, 0.334_606, 0.231_733),
    (40, 0.260_918, 0.245_099),
    (41, 0.182_743, 0.244_077),
    (42, 0.645_647, 0.231_733),
    (43, 0.714_428, 0.179_852),
    (44, 0.793_132, 0.178_758),
    (45, 0.858_516, 0.216_423),
    (46, 0.797_510, 0.244_077),
    (47, 0.719_335, 0.245_099),
    (48, 0.254_149, 0.780_233),
    (49, 0.340_985, 0.745_405),
    (50, 0.428_858, 0.727_388),
    (51, 0.490_127, 0.742_578),
    (52, 0.551_395, 0.727_388),
    (53, 0.639_268, 0.745_405),
    (54, 0.726_104, 0.780_233),
    (60, 0.290_379, 0.784_792),
    (61, 0.428_096, 0.778_746),
    (62, 0.490_127, 0.785_343),
    (63, 0.552_157, 0.778_746),
    (64, 0.689_874, 0.784_792),
];
/// The five places of `ArcFace`'s crop of 112 × 112: eyes, nose, corners of the mouth.
const ARCFACE: [(f32, f32); 5] =
    [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)];
/// Side of the square that [`ARCFACE`] is given for.
const ARCFACE_SIDE: f32 = 112.0;

/// Turn, scale and shift from the picture to the chip: `x' = a·x − b·y + e`, `y' = b·x + a·y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Similarity {
    a: f32,
    b: f32,
    shift: (f32, f32),
}

impl Similarity {
    /// The one that brings `from` closest to `to` (least squares); `None` for points that are all the same.
    pub fn between(from: &[(f32, f32)], to: &[(f32, f32)]) -> Option<Self> {
        let count = from.len().min(to.len()) as f32;
        let mean = |points: &[(f32, f32)]| {
            let sum = points.iter().fold((0.0, 0.0), |sum: (f32, f32), p| (sum.0 + p.0, sum.1 + p.1));
            (sum.0 / count, sum.1 / count)
        };
        let (middle, target) = (mean(from), mean(to));
        let (mut along, mut across, mut size) = (0.0, 0.0, 0.0);
        for (p, q) in from.iter().zip(to) {
            let (x, y) = (p.0 - middle.0, p.1 - middle.1);
            let (u, v) = (q.0 - target.0, q.1 - target.1);
            along += x * u + y * v;
            across += x * v - y * u;
            size += x * x + y * y;
        }
        if size.is_nan() || size <= f32::EPSILON {
            return None;
        }
        let (a, b) = (along / size, across / size);
        let shift = (target.0 - a * middle.0 + b * middle.1, target.1 - b * middle.0 - a * middle.1);
        (a.hypot(b) > f32::EPSILON).then_some(Self { a, b, shift })
    }

    /// A point of the picture in the chip.
    pub fn place(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (self.a * x - self.b * y + self.shift.0, self.b * x + self.a * y + self.shift.1)
    }

    /// Pixels of the chip for one of the picture.
    pub fn scale(&self) -> f32 {
        self.a.hypot(self.b)
    }

    /// How far the face is turned in the picture, degrees clockwise.
    pub fn turn(&self) -> f32 {
        -self.b.atan2(self.a).to_degrees()
    }

    /// A point of the chip in the picture.
    fn back(&self, (u, v): (f32, f32)) -> (f32, f32) {
        let (x, y) = (u - self.shift.0, v - self.shift.1);
        let size = self.a * self.a + self.b * self.b;
        ((self.a * x + self.b * y) / size, (self.a * y - self.b * x) / size)
    }
}

/// Where a face with these landmarks goes in a chip of `side` pixels.
pub fn alignment(landmarks: &Landmarks, kind: Alignment, side: u32) -> Option<Similarity> {
    let side = side as f32;
    match kind {
        Alignment::Dlib => {
            let place = |at: f32| (DLIB_PADDING + at) / (2.0 * DLIB_PADDING + 1.0) * side;
            let from: Vec<_> = DLIB.iter().map(|(index, ..)| landmarks.points[*index]).collect();
            let to: Vec<_> = DLIB.iter().map(|(_, x, y)| (place(*x), place(*y))).collect();
            Similarity::between(&from, &to)
        }
        Alignment::Arcface => {
            let [left, right] = landmarks.eyes();
            let from = [left, right, landmarks.points[30], landmarks.points[48], landmarks.points[54]];
            Similarity::between(&from, &ARCFACE.map(|(x, y)| (x * side / ARCFACE_SIDE, y * side / ARCFACE_SIDE)))
        }
    }
}

/// The face as the net sees it: `side` × `side`, what lies outside the picture continued from its edge. Large faces are averaged
/// down first, so that no pixel is skipped.
pub fn chip(image: &RgbImage, to: &Similarity, side: u32) -> RgbImage {
    let factor = (1.0 / to.scale()).floor().clamp(1.0, 64.0) as u32;
    let reach = side as f32 / to.scale();
    let (cx, cy) = to.back((side as f32 / 2.0, side as f32 / 2.0));
    // Only the part around the face is averaged; a margin keeps its edge away from what is sampled.
    let part = FaceBox { x: cx - reach, y: cy - reach, width: 2.0 * reach, height: 2.0 * reach, score: 1.0 };
    let small = (factor >= 2).then(|| part.inside(image.width, image.height)).flatten();
    let (source, origin, factor) = match small {
        Some(region) => (&shrunk(image, region, factor), (region.x as f32, region.y as f32), factor as f32),
        None => (image, (0.0, 0.0), 1.0),
    };
    let mut pixels = Vec::with_capacity((side * side * 3) as usize);
    for row in 0..side {
        for column in 0..side {
            let (x, y) = to.back((column as f32, row as f32));
            // A pixel's value stands for its middle; averaging moves that by half a block.
            let half = (factor - 1.0) / 2.0;
            pixels.extend(between(source, (x - origin.0 - half) / factor, (y - origin.1 - half) / factor));
        }
    }
    RgbImage { width: side, height: side, pixels }
}

/// The colour between pixels, the edge continued.
fn between(image: &RgbImage, x: f32, y: f32) -> [u8; 3] {
    let x = x.clamp(0.0, image.width as f32 - 1.0);
    let y = y.clamp(0.0, image.height as f32 - 1.0);
    let (x0, y0) = (x as usize, y as usize);
    let x1 = (x0 + 1).min(image.width as usize - 1);
    let (upper, lower) = (line(image, y0 as i32), line(image, (y0 as i32 + 1).min(image.height as i32 - 1)));
    let (Some(upper), Some(lower)) = (upper, lower) else { return [0; 3] };
    let (wx, wy) = (x.fract(), y.fract());
    std::array::from_fn(|c| {
        let value = |row: &[u8]| f32::from(row[x0 * 3 + c]) * (1.0 - wx) + f32::from(row[x1 * 3 + c]) * wx;
        (value(upper) * (1.0 - wy) + value(lower) * wy).round() as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turn_scale_and_shift_are_found_and_undone() {
        let from = [(10.0, 10.0), (40.0, 12.0), (25.0, 50.0)];
        let turned = from.map(|(x, y): (f32, f32)| (2.0 * (0.8 * x - 0.6 * y) + 7.0, 2.0 * (0.6 * x + 0.8 * y) - 3.0));
        let found = Similarity::between(&from, &turned).expect("three places");
        assert!((found.scale() - 2.0).abs() < 1e-4 && (found.turn() + 36.87).abs() < 0.01, "{found:?}");
        for (p, q) in from.iter().zip(&turned) {
            let (there, back) = (found.place(*p), found.back(*q));
            assert!((there.0 - q.0).hypot(there.1 - q.1) < 1e-3 && (back.0 - p.0).hypot(back.1 - p.1) < 1e-3);
        }
        assert_eq!(Similarity::between(&[(1.0, 1.0); 3], &turned), None);
    }

    #[test]
    fn a_chip_of_a_large_picture_shows_the_same_place_as_one_of_a_small_picture() {
        let picture = |size: u32| RgbImage {
            width: size,
            height: size,
            pixels: (0..size * size)
                .flat_map(|i| [(i % size * 200 / size) as u8, (i / size * 200 / size) as u8, 9])
                .collect(),
        };
        let to = |size: f32| {
            let place = |x: f32, y: f32| (x * size, y * size);
            let from = [place(0.4, 0.4), place(0.6, 0.4), place(0.5, 0.6)];
            Similarity::between(&from, &[(30.0, 30.0), (70.0, 30.0), (50.0, 70.0)]).expect("three places")
        };
        let (large, small) = (chip(&picture(1000), &to(1000.0), 100), chip(&picture(100), &to(100.0), 100));
        let worst = large.pixels.iter().zip(&small.pixels).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(worst < Some(4), "{worst:?}");
        // Continued from the edge, not black; at half the size a pixel is the mean of the edge's two.
        let beyond = Similarity::between(&[(0.0, 0.0), (10.0, 0.0)], &[(90.0, 90.0), (95.0, 90.0)]).expect("two");
        assert_eq!(chip(&picture(100), &beyond, 100).at(0, 0), [1, 1, 9]);
    }
}
