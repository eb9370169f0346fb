//! What the lips do on one frame, in sizes of the face, so that neither distance nor resolution matters.

use countersign_media::RgbImage;

use super::Landmarks;
use super::landmarks::between;

/// Grid over the mouth: columns and rows, and its size in distances between the eyes.
const MOUTH: (usize, usize, f32, f32) = (32, 22, 0.70, 0.48);
/// Grid over the lower face, whose median is the skin's brightness.
const FACE: (usize, usize, f32, f32) = (32, 24, 1.40, 1.05);
/// Darker than this share of the skin is the inside of the mouth or the line between the lips.
const DARK: f32 = 0.5;

/// One frame's mouth. Sizes in distances between the eyes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lips {
    /// Gap between the inner lips: about 0–0.05 closed, 0.2 and more wide open.
    pub opening: f32,
    /// Height from the upper edge of the upper lip to the lower edge of the lower one.
    pub height: f32,
    /// Corner to corner: narrow when rounded, wide when spread.
    pub width: f32,
    /// Share of the mouth that is much darker than the face, 0–1: follows the opening without trusting the landmarks.
    pub dark_share: f32,
}

impl Lips {
    /// Measures the mouth of the face with these landmarks.
    pub fn of(image: &RgbImage, landmarks: &Landmarks) -> Self {
        let eyes = landmarks.inter_eye_distance().max(f32::EPSILON);
        let gap = |pairs: [(usize, usize); 3]| {
            let sum: f32 = pairs.iter().map(|(a, b)| between(landmarks.points[*a], landmarks.points[*b])).sum();
            sum / 3.0 / eyes
        };
        let mut face = sampled(image, landmarks, FACE);
        face.sort_by(f32::total_cmp);
        let skin = face[face.len() / 2];
        let mouth = sampled(image, landmarks, MOUTH);
        Self {
            opening: gap([(61, 67), (62, 66), (63, 65)]),
            height: gap([(50, 58), (51, 57), (52, 56)]),
            width: landmarks.mouth_width(),
            dark_share: mouth.iter().filter(|luma| **luma < DARK * skin).count() as f32 / mouth.len() as f32,
        }
    }
}

/// Luma on a grid around the middle of the mouth, along the line of the eyes; black outside the picture.
fn sampled(image: &RgbImage, landmarks: &Landmarks, grid: (usize, usize, f32, f32)) -> Vec<f32> {
    let (columns, rows, width, height) = grid;
    let [left, right] = landmarks.eyes();
    let along = (right.0 - left.0, right.1 - left.1);
    let middle = landmarks.mouth();
    (0..columns * rows)
        .map(|i| {
            let u = ((i % columns) as f32 + 0.5) / columns as f32 - 0.5;
            let v = ((i / columns) as f32 + 0.5) / rows as f32 - 0.5;
            let (u, v) = (u * width, v * height);
            let (x, y) = (middle.0 + u * along.0 - v * along.1, middle.1 + u * along.1 + v * along.0);
            if x < 0.0 || y < 0.0 || x >= image.width as f32 || y >= image.height as f32 {
                return 0.0;
            }
            let [r, g, b] = image.at(x as u32, y as u32).map(f32::from);
            0.299 * r + 0.587 * g + 0.114 * b
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey face 200 pixels wide, eyes 60 apart, with a black mouth `open` pixels high.
    fn face(open: f32) -> (RgbImage, Landmarks) {
        let pixels = (0..200 * 200).flat_map(|i| {
            let (x, y) = ((i % 200) as f32, (i / 200) as f32);
            let dark = (x - 100.0).abs() < 18.0 && (y - 140.0).abs() < open / 2.0;
            [if dark { 10 } else { 160 }; 3]
        });
        let mut points = [(100.0, 140.0); 68];
        points[36..42].fill((70.0, 80.0));
        points[42..48].fill((130.0, 80.0));
        (points[48].0, points[54].0) = (80.0, 120.0);
        for (upper, lower) in [(61, 67), (62, 66), (63, 65)] {
            (points[upper].1, points[lower].1) = (140.0 - open / 2.0, 140.0 + open / 2.0);
        }
        for (upper, lower) in [(50, 58), (51, 57), (52, 56)] {
            (points[upper].1, points[lower].1) = (132.0 - open / 2.0, 148.0 + open / 2.0);
        }
        (RgbImage { width: 200, height: 200, pixels: pixels.collect() }, Landmarks { points })
    }

    #[test]
    fn an_open_mouth_is_dark_and_high_and_a_shut_one_is_not() {
        let (image, landmarks) = face(0.0);
        let shut = Lips::of(&image, &landmarks);
        let (image, landmarks) = face(12.0);
        let open = Lips::of(&image, &landmarks);
        assert!(shut.opening < 1e-6 && (open.opening - 0.2).abs() < 1e-3, "{open:?}");
        assert!(shut.dark_share < 0.001 && (open.dark_share - 0.35).abs() < 0.05, "{open:?}");
        assert!((open.width - 40.0 / 60.0).abs() < 1e-3 && (open.height - 28.0 / 60.0).abs() < 1e-3, "{open:?}");
    }
}
