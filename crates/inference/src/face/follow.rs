//! From one frame to the next: where to look for the face, and whether it is still the same thing that is looked at.

use countersign_media::RgbImage;

use super::landmarks::between;
use super::{FaceBox, Landmarks};

/// Width and height of the detector's box, and how far its middle lies under the middle of eyes and nose, in [`scale`]s of the face.
/// Origin: medians over 1,900 frames of 20 clips of the corpus, where boxes made so gave landmarks as steady as the detector's.
const BOX: (f32, f32, f32) = (1.62, 1.52, 0.19);
/// Samples on each side of a glimpse.
const SIDE: usize = 16;
/// Largest difference of mean luma of neighbouring frames, as share of the brighter: a passing shadow changes less.
const MOST_CHANGE: f32 = 0.3;
/// Least correlation of neighbouring glimpses: a talking, nodding head stays above 0.9, a hand or another picture falls below.
const LEAST_LIKENESS: f32 = 0.7;
/// Glimpses with less deviation than this, in levels, have nothing to correlate.
const FLAT: f32 = 2.0;
/// The face may grow or shrink by this factor between frames.
const MOST_GROWTH: f32 = 1.25;
/// The face may move by this much between frames, in [`scale`]s.
const MOST_MOVE: f32 = 0.5;

/// Size by points that speech does not move: distance of the eyes plus that from them to the nose's base, pixels.
fn scale(landmarks: &Landmarks) -> f32 {
    let [left, right] = landmarks.eyes();
    let eyes = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
    between(left, right) + between(eyes, landmarks.nose())
}

/// Where the detector would put its box, from eyes and nose alone, so that an open mouth does not move it.
pub(super) fn box_of(landmarks: &Landmarks, score: f32) -> FaceBox {
    let [left, right] = landmarks.eyes();
    let eyes = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
    let nose = landmarks.nose();
    let size = scale(landmarks);
    let (width, height) = (BOX.0 * size, BOX.1 * size);
    let centre = (f32::midpoint(eyes.0, nose.0), f32::midpoint(eyes.1, nose.1) + BOX.2 * size);
    FaceBox { x: centre.0 - width / 2.0, y: centre.1 - height / 2.0, width, height, score }
}

/// Whether `now` can be the face that `before` was one frame ago.
pub(super) fn goes_on(before: &Landmarks, now: &Landmarks) -> bool {
    let (old, new) = (scale(before), scale(now));
    let grown = (new / old.max(f32::EPSILON)).max(old / new.max(f32::EPSILON));
    now.plausible() && grown < MOST_GROWTH && between(before.nose(), now.nose()) < MOST_MOVE * old
}

/// A small grey look at a box, to notice that something else is there.
#[derive(Clone)]
pub(super) struct Glimpse([f32; SIDE * SIDE]);

impl Glimpse {
    /// Looks at a box; what lies outside the picture is black.
    pub(super) fn of(image: &RgbImage, face: &FaceBox) -> Self {
        Self(std::array::from_fn(|i| {
            let place = |at: usize, start: f32, size: f32| start + size * (at as f32 + 0.5) / SIDE as f32;
            let (x, y) = (place(i % SIDE, face.x, face.width), place(i / SIDE, face.y, face.height));
            if x < 0.0 || y < 0.0 || x >= image.width as f32 || y >= image.height as f32 {
                return 0.0;
            }
            let [r, g, b] = image.at(x as u32, y as u32).map(f32::from);
            0.299 * r + 0.587 * g + 0.114 * b
        }))
    }

    /// Whether the same thing is seen as before, in about the same light.
    pub(super) fn like(&self, before: &Self) -> bool {
        let spread = |v: &[f32]| {
            let mean = v.iter().sum::<f32>() / v.len() as f32;
            (mean, (v.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / v.len() as f32).sqrt())
        };
        let ((mean_a, dev_a), (mean_b, dev_b)) = (spread(&self.0), spread(&before.0));
        if (mean_a - mean_b).abs() > MOST_CHANGE * mean_a.max(mean_b) {
            return false;
        }
        if dev_a < FLAT && dev_b < FLAT {
            return true;
        }
        let product: f32 = self.0.iter().zip(&before.0).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum();
        product / self.0.len() as f32 >= LEAST_LIKENESS * dev_a * dev_b
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(value: impl Fn(u32, u32) -> u8) -> RgbImage {
        let pixels = (0..64 * 64).flat_map(|i| [value(i % 64, i / 64); 3]).collect();
        RgbImage { width: 64, height: 64, pixels }
    }

    const ALL: FaceBox = FaceBox { x: 0.0, y: 0.0, width: 64.0, height: 64.0, score: 1.0 };

    #[test]
    fn the_same_is_like_itself_and_another_thing_or_light_is_not() {
        let face = Glimpse::of(&picture(|x, y| (x * 2 + y) as u8), &ALL);
        assert!(face.like(&Glimpse::of(&picture(|x, y| (x * 2 + y) as u8 + 6), &ALL)));
        assert!(!face.like(&Glimpse::of(&picture(|x, y| 190 - (x * 2 + y) as u8), &ALL)));
        assert!(!face.like(&Glimpse::of(&picture(|x, y| (x + y / 2) as u8), &ALL)));
    }

    #[test]
    fn the_box_is_moved_by_eyes_and_nose_and_not_by_the_mouth() {
        let mut points = [(50.0, 80.0); 68];
        points[36..42].fill((40.0, 40.0));
        points[42..48].fill((60.0, 40.0));
        points[31..36].fill((50.0, 55.0));
        let shut = Landmarks { points };
        points[48..68].fill((50.0, 95.0));
        assert_eq!(box_of(&shut, 1.0), box_of(&Landmarks { points }, 1.0));
        let found = box_of(&shut, 0.8);
        // Scale 20 + 15 pixels; the middle lies 0.19 of that under the middle of eyes and nose.
        assert!((found.width - 1.62 * 35.0).abs() < 1e-3 && (found.centre().1 - (47.5 + 0.19 * 35.0)).abs() < 1e-3);
    }
}
