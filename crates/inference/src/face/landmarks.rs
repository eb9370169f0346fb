//! The 68 points of a face and what follows from them by geometry.

use super::geometry::{FaceBox, Region};

/// 68 points in pixels of the picture, in the usual order: jaw 0–16, brows 17–26, nose 27–35, eyes 36–47, mouth 48–67.
/// "Left" is the left of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landmarks {
    /// The points, x before y.
    pub points: [(f32, f32); 68],
}

impl Landmarks {
    /// From the net's 136 fractions of the square that `region` was padded to; `origin` is where the box began.
    pub(super) fn from_fractions(values: &[f32], region: Region, origin: (f32, f32)) -> Option<Self> {
        let side = region.width.max(region.height) as f32;
        let (pad_x, pad_y) = ((side - region.width as f32) / 2.0, (side - region.height as f32) / 2.0);
        if values.len() != 136 {
            return None;
        }
        let mut points = [(0.0, 0.0); 68];
        for (point, pair) in points.iter_mut().zip(values.chunks_exact(2)) {
            *point = (pair[0] * side - pad_x + origin.0, pair[1] * side - pad_y + origin.1);
        }
        Some(Self { points })
    }

    fn mean(&self, range: std::ops::Range<usize>) -> (f32, f32) {
        let count = range.len() as f32;
        let sum = self.points[range].iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
        (sum.0 / count, sum.1 / count)
    }

    /// Middles of the left and the right eye.
    pub fn eyes(&self) -> [(f32, f32); 2] {
        [self.mean(36..42), self.mean(42..48)]
    }

    /// Middle of the mouth.
    pub fn mouth(&self) -> (f32, f32) {
        self.mean(48..68)
    }

    /// Middle of the nose's base.
    pub fn nose(&self) -> (f32, f32) {
        self.mean(31..36)
    }

    /// Pixels between the middles of the eyes.
    pub fn inter_eye_distance(&self) -> f32 {
        let [left, right] = self.eyes();
        between(left, right)
    }

    /// Mean gap between the inner lips over the eye distance: about 0–0.05 closed, 0.2 and more wide open.
    pub fn mouth_opening(&self) -> f32 {
        let gap: f32 =
            [(61, 67), (62, 66), (63, 65)].iter().map(|(a, b)| between(self.points[*a], self.points[*b])).sum();
        gap / 3.0 / self.inter_eye_distance().max(f32::EPSILON)
    }

    /// Corner to corner over the eye distance.
    pub fn mouth_width(&self) -> f32 {
        between(self.points[48], self.points[54]) / self.inter_eye_distance().max(f32::EPSILON)
    }

    /// Height of the open eye over its width, mean of both: about 0.3 open, under 0.2 shut.
    pub fn eye_opening(&self) -> f32 {
        let eye = |first: usize| {
            let p = |offset: usize| self.points[first + offset];
            f32::midpoint(between(p(1), p(5)), between(p(2), p(4))) / between(p(0), p(3)).max(f32::EPSILON)
        };
        f32::midpoint(eye(36), eye(42))
    }

    /// The smallest upright box around all points, with `score` for the detector's.
    pub fn bounds(&self, score: f32) -> FaceBox {
        let fold = |pick: fn(&(f32, f32)) -> f32| {
            self.points.iter().map(pick).fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)))
        };
        let ((left, right), (top, bottom)) = (fold(|p| p.0), fold(|p| p.1));
        FaceBox { x: left, y: top, width: right - left, height: bottom - top, score }
    }

    /// Whether the points lie as a face's do: eyes left and right, above nose and mouth, in sane proportions.
    /// The landmark net answers for any picture, so this is what tells a face from a coincidence.
    pub fn plausible(&self) -> bool {
        let [left, right] = self.eyes();
        let eyes = self.inter_eye_distance();
        let middle = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
        // Unit vectors along the eyes and down the face, so that a tilted head is judged upright.
        let along = ((right.0 - left.0) / eyes.max(f32::EPSILON), (right.1 - left.1) / eyes.max(f32::EPSILON));
        let down = |point: (f32, f32)| ((point.1 - middle.1) * along.0 - (point.0 - middle.0) * along.1) / eyes;
        let (nose, mouth, chin) = (down(self.points[30]), down(self.mouth()), down(self.points[8]));
        eyes > 2.0 && along.0 > 0.5 && nose > 0.15 && mouth > nose + 0.1 && chin > mouth + 0.15 && chin < 3.5
    }
}

/// Distance of two points.
pub(super) fn between(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}
