//! Straight edges around the face: of a telephone, a sheet, a screen. One such edge may be a door; two and three on different sides are rarer.
//!
//! On each of the four sides of the face lines within ±12° of upright (or level) are tried; a line counts by how evenly brightness steps the same
//! way along it, twice as long as the face is high: steps of texture go both ways and cancel, and the outline of a head or a shoulder bends away.

use super::Signs;
use super::grey::Grey;
use crate::face::{FaceBox, FaceTrack};

/// Frames that are looked at.
const FRAMES: usize = 4;
/// Longest side that lines are looked for at, pixels.
const LONG: usize = 320;
/// A step of brightness over two pixels that counts in full, 8-bit steps.
const STEP: f32 = 12.0;
/// Slopes that are tried on each side of straight, of 0.035.
const SLOPES: i32 = 6;
/// How far beyond the face lines are looked for, in its heights.
const REACH: f32 = 1.5;

pub(super) fn measure(greys: &[Grey], track: &FaceTrack, found: &mut Signs) {
    let seen: Vec<usize> = (0..track.points.len()).filter(|at| track.points[*at].face.is_some()).collect();
    let mut values = Vec::new();
    for part in 0..FRAMES.min(seen.len()) {
        let at = seen[(2 * part + 1) * seen.len() / (2 * FRAMES.min(seen.len()))];
        let (Some(face), Some(grey)) = (track.points[at].face, greys.get(at)) else { continue };
        let mut sides = sides(grey, &face.landmarks.bounds(1.0));
        sides.sort_by(|a, b| b.total_cmp(a));
        values.push(f32::midpoint(sides[1], sides[2]));
    }
    if !values.is_empty() {
        found.border = Some(values.iter().sum::<f32>() / values.len() as f32);
    }
}

/// How clear an edge lies left, right, above and below, 0–1.
fn sides(grey: &Grey, face: &FaceBox) -> [f32; 4] {
    let factor = grey.width.max(grey.height).div_ceil(LONG).max(1);
    let plane = Plane::of(grey, factor);
    let turned = plane.turned();
    let small = |value: f32| value / factor as f32;
    let (x, y, w, h) = (small(face.x), small(face.y), small(face.width), small(face.height));
    let (left, right) = plane.clearest((x, x + w), (y, y + h), h);
    let (above, below) = turned.clearest((y, y + h), (x, x + w), h);
    [left, right, above, below]
}

struct Plane {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Plane {
    fn of(grey: &Grey, factor: usize) -> Self {
        let (width, height) = ((grey.width / factor).max(1), (grey.height / factor).max(1));
        let mean = |at: usize| {
            let (x, y) = (at % width * factor, at / width * factor);
            let sum: f32 = (y..y + factor)
                .flat_map(|row| (x..x + factor).map(move |column| (column, row)))
                .map(|(column, row)| grey.at(column.min(grey.width - 1), row.min(grey.height - 1)))
                .sum();
            sum / (factor * factor) as f32
        };
        Self { width, height, values: (0..width * height).map(mean).collect() }
    }

    /// Rows become columns.
    fn turned(&self) -> Self {
        let value = |at: usize| self.values[at % self.height * self.width + at / self.height];
        Self { width: self.height, height: self.width, values: (0..self.values.len()).map(value).collect() }
    }

    /// The step of brightness at a place, from left to right.
    fn step(&self, x: i32, y: i32) -> f32 {
        let (column, row) = (x as usize, y as usize);
        if x < 1 || y < 0 || column + 1 >= self.width || row >= self.height {
            return 0.0;
        }
        self.values[row * self.width + column + 1] - self.values[row * self.width + column - 1]
    }

    /// The clearest upright line left of `across` and right of it, each 0–1, as long as `long` and centred on `along`.
    fn clearest(&self, across: (f32, f32), along: (f32, f32), long: f32) -> (f32, f32) {
        let middle = f32::midpoint(along.0, along.1);
        let half = long.max(8.0);
        let (from, to) = ((middle - half).max(0.0) as i32, (middle + half).min(self.height as f32 - 1.0) as i32);
        // A line that is mostly outside the picture says nothing.
        if ((to - from) as f32) < half {
            return (0.0, 0.0);
        }
        let margin = 0.2 * long;
        let reach = REACH * long;
        let left = ((across.0 - reach).max(1.0), across.0 - margin);
        let right = (across.1 + margin, (across.1 + reach).min(self.width as f32 - 2.0));
        let best = |(low, high): (f32, f32)| {
            let mut most = 0.0_f32;
            for start in low as i32..=high as i32 {
                for slope in -SLOPES..=SLOPES {
                    most = most.max(self.line(start, slope, middle, (from, to)));
                }
            }
            most
        };
        (best(left), best(right))
    }

    /// How evenly brightness steps the same way along one line, 0–1.
    fn line(&self, start: i32, slope: i32, middle: f32, (from, to): (i32, i32)) -> f32 {
        let mut sum = 0.0;
        for y in (from..=to).step_by(2) {
            let x = start + (0.035 * slope as f32 * (y as f32 - middle)).round() as i32;
            sum += (self.step(x, y) / STEP).clamp(-1.0, 1.0);
        }
        sum.abs() / ((to - from) / 2 + 1) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_media::RgbImage;

    #[test]
    fn a_sheet_around_a_face_has_four_sides_and_a_soft_room_none() {
        let picture = |shade: &dyn Fn(f32, f32) -> f32| {
            let pixels = (0..240 * 200).flat_map(|i| [shade((i % 240) as f32, (i / 240) as f32) as u8; 3]).collect();
            Grey::of(&RgbImage { width: 240, height: 200, pixels })
        };
        let face = FaceBox { x: 95.0, y: 75.0, width: 50.0, height: 60.0, score: 1.0 };
        let sheet = picture(&|x, y| {
            let x = x + 0.05 * (y - 100.0);
            if (60.0..180.0).contains(&x) && (40.0..165.0).contains(&y) { 180.0 } else { 70.0 }
        });
        assert!(sides(&sheet, &face).iter().all(|side| *side > 0.8), "{:?}", sides(&sheet, &face));
        let room = picture(&|x, y| 100.0 + 40.0 * (x * 0.05).sin() + 20.0 * (y * 0.04).cos());
        assert!(sides(&room, &face).iter().all(|side| *side < 0.4), "{:?}", sides(&room, &face));
    }
}
