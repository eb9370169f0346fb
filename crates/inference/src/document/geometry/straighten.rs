//! The document as a scanner would have seen it.

use super::quad::{self, Plane, Quad};
use crate::document::picture::Gray;

/// The part of `image` within `corners`, upright and `width` × `height` pixels; the photograph's border is repeated
/// where corners lie outside. `None` for corners that are no convex figure, or an empty size. Each pixel is the mean of
/// what it covers, so shrinking does not alias.
pub fn straighten(image: &Gray, corners: &Quad, width: usize, height: usize) -> Option<Gray> {
    let plane = Plane::onto(corners)?;
    let samples = samples(corners, width, height)?;
    let mut pixels = Vec::with_capacity(width * height);
    walk(&plane, width, height, samples, |points| {
        let sum: f32 = points.iter().map(|(x, y)| image.sample(*x, *y)).sum();
        pixels.push((sum / points.len() as f32 + 0.5) as u8);
    });
    Some(Gray { width, height, pixels })
}

/// Samples per pixel and direction: as many as source pixels it covers, 1–4.
fn samples(corners: &Quad, width: usize, height: usize) -> Option<usize> {
    if width == 0 || height == 0 {
        return None;
    }
    let [top, right, bottom, left] = quad::sides(corners);
    let step = (top.max(bottom) / width as f32).max(right.max(left) / height as f32);
    Some((step.round() as usize).clamp(1, 4))
}

fn walk(plane: &Plane, width: usize, height: usize, samples: usize, mut pixel: impl FnMut(&[(f32, f32)])) {
    let mut points = vec![(0.0, 0.0); samples * samples];
    for row in 0..height {
        for column in 0..width {
            for (i, point) in points.iter_mut().enumerate() {
                let within = |k: usize| (k as f32 + 0.5) / samples as f32;
                let u = (column as f32 + within(i % samples)) / width as f32;
                let v = (row as f32 + within(i / samples)) / height as f32;
                *point = plane.at(u, v);
            }
            pixel(&points);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting() -> Gray {
        Gray { width: 60, height: 40, pixels: (0..60 * 40).map(|i| (i % 60 * 4 + i / 60) as u8).collect() }
    }

    const ALL: Quad = [(-0.5, -0.5), (59.5, -0.5), (59.5, 39.5), (-0.5, 39.5)];

    fn at(image: &Gray, x: usize, y: usize) -> u8 {
        image.pixels[y * image.width + x]
    }

    #[test]
    fn the_whole_picture_straightens_to_itself() {
        assert_eq!(straighten(&counting(), &ALL, 60, 40).expect("a plane").pixels, counting().pixels);
    }

    #[test]
    fn corners_called_from_the_right_turn_the_picture() {
        let image = counting();
        let turned = straighten(&image, &quad::called_from(&ALL, 1), 40, 60).expect("a plane");
        assert_eq!(at(&turned, 0, 0), at(&image, 59, 0));
        assert_eq!(at(&turned, 39, 0), at(&image, 59, 39));
    }

    #[test]
    fn shrinking_averages_and_nothing_has_no_plane() {
        let image = counting();
        // 0, 4, 1 and 5.
        assert_eq!(at(&straighten(&image, &ALL, 30, 20).expect("a plane"), 0, 0), 3);
        assert!(straighten(&image, &[(1.0, 1.0); 4], 10, 10).is_none());
        assert!(straighten(&image, &ALL, 0, 10).is_none());
    }
}
