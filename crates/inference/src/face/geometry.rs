//! Boxes in pixels.

use countersign_media::RgbImage;

/// Where a face lies. Pixels of the picture it was found in, x to the right, y down; may reach beyond its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceBox {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Columns.
    pub width: f32,
    /// Rows.
    pub height: f32,
    /// The detector's probability that this is a face, 0–1.
    pub score: f32,
}

/// Whole pixels, `width` and `height` at least 1. It may reach beyond the picture; what lies outside is black.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

impl Region {
    /// The whole picture.
    pub(super) fn whole(image: &RgbImage) -> Self {
        Self { x: 0, y: 0, width: image.width, height: image.height }
    }
}

impl FaceBox {
    /// Left, top, right and low edge.
    pub fn edges(&self) -> (f32, f32, f32, f32) {
        (self.x, self.y, self.x + self.width, self.y + self.height)
    }

    /// Shared area over joint area, 0–1.
    pub fn overlap(&self, other: &Self) -> f32 {
        let across = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let down = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        let shared = across.max(0.0) * down.max(0.0);
        let joint = self.width * self.height + other.width * other.height - shared;
        if joint > 0.0 { shared / joint } else { 0.0 }
    }

    /// The middle.
    pub fn centre(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same box times `factor`, about its middle.
    #[must_use]
    pub fn grown(&self, factor: f32) -> Self {
        let (cx, cy) = self.centre();
        let (width, height) = (self.width * factor, self.height * factor);
        Self { x: cx - width / 2.0, y: cy - height / 2.0, width, height, score: self.score }
    }

    /// The part inside a picture of `width` × `height`, cut to whole pixels as the package does; `None` where that is empty.
    pub(super) fn inside(&self, width: u32, height: u32) -> Option<Region> {
        let (left, top) = (self.x.max(0.0), self.y.max(0.0));
        let w = (self.x + self.width - left).min(width as f32 - left).floor();
        let h = (self.y + self.height - top).min(height as f32 - top).floor();
        let region = Region { x: left.floor() as i32, y: top.floor() as i32, width: w as u32, height: h as u32 };
        (w >= 1.0 && h >= 1.0).then_some(region)
    }

    /// The box in whole pixels, not cut to any picture.
    pub(super) fn around(&self) -> Region {
        let (x, y) = (self.x.floor() as i32, self.y.floor() as i32);
        Region { x, y, width: self.width.ceil().max(1.0) as u32, height: self.height.ceil().max(1.0) as u32 }
    }
}

/// Keeps the best of boxes that overlap by more than `limit`; best first.
pub(super) fn suppress(mut boxes: Vec<FaceBox>, limit: f32) -> Vec<FaceBox> {
    boxes.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<FaceBox> = Vec::new();
    for candidate in boxes {
        if kept.iter().all(|best| best.overlap(&candidate) <= limit) {
            kept.push(candidate);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f32, score: f32) -> FaceBox {
        FaceBox { x, y: 0.0, width: 10.0, height: 10.0, score }
    }

    #[test]
    fn the_best_of_overlapping_boxes_stays() {
        let kept = suppress(vec![square(0.0, 0.5), square(1.0, 0.9), square(30.0, 0.4)], 0.4);
        assert_eq!(kept.iter().map(|b| b.score).collect::<Vec<_>>(), [0.9, 0.4]);
    }

    #[test]
    fn overlap_is_shared_over_joint_area() {
        assert!((square(0.0, 1.0).overlap(&square(5.0, 1.0)) - 50.0 / 150.0).abs() < 1e-6);
        assert!(square(0.0, 1.0).overlap(&square(10.0, 1.0)).abs() < f32::EPSILON);
    }

    #[test]
    fn a_box_is_cut_to_the_picture() {
        let region = FaceBox { x: -3.5, y: 2.5, width: 10.0, height: 20.0, score: 1.0 }.inside(5, 12).unwrap();
        assert_eq!(region, Region { x: 0, y: 2, width: 5, height: 9 });
        assert!(square(50.0, 1.0).inside(40, 40).is_none());
    }
}
