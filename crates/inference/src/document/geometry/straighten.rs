//! The document as a scanner would have seen it.

use countersign_media::RgbImage;

use super::quad::{self, Plane, Quad};
use crate::document::picture::Gray;

/// Width over height of the two sizes of documents (ISO/IEC 7810): ID-1 cards, and ID-3 passport pages, which are nearly
/// those of ID-2.
pub const CARD_ASPECT: f32 = 85.6 / 53.98;
/// See [`CARD_ASPECT`].
pub const PAGE_ASPECT: f32 = 125.0 / 88.0;

/// The aspect to straighten to: of card and page the nearer one, when it is within 15 % of what is measured (as much as
/// a tilt of 30° foreshortens), otherwise what is measured.
pub fn true_aspect(corners: &Quad) -> f32 {
    let measured = quad::aspect(corners);
    let off = |aspect: f32| (measured / aspect).ln().abs();
    let nearer = if off(CARD_ASPECT) < off(PAGE_ASPECT) { CARD_ASPECT } else { PAGE_ASPECT };
    if off(nearer) < 0.14 { nearer } else { measured }
}

/// Width and height of a straightened picture whose longer side is `long_px`, at least 8 each.
pub fn size(aspect: f32, long_px: usize) -> (usize, usize) {
    let short = |ratio: f32| ((long_px as f32 * ratio).round() as usize).max(8);
    if aspect >= 1.0 { (long_px.max(8), short(1.0 / aspect)) } else { (short(aspect), long_px.max(8)) }
}

/// The part of `image` within `corners`, upright and `width` × `height` pixels; the photograph's border is repeated
/// where corners lie outside. `None` for corners that are no convex figure, or an empty size. Each pixel is the mean of
/// what it covers, so shrinking does not alias.
pub fn straighten(image: &RgbImage, corners: &Quad, width: usize, height: usize) -> Option<RgbImage> {
    let plane = Plane::onto(corners)?;
    let samples = samples(corners, width, height)?;
    let mut pixels = Vec::with_capacity(width * height * 3);
    let (columns, rows) = (image.width as usize, image.height as usize);
    walk(&plane, width, height, samples, |points| {
        let mut sum = [0.0f32; 3];
        for (x, y) in points {
            let colour = colour(image, columns, rows, *x, *y);
            sum.iter_mut().zip(colour).for_each(|(s, c)| *s += c);
        }
        pixels.extend(sum.map(|s| (s / points.len() as f32 + 0.5) as u8));
    });
    Some(RgbImage { width: width as u32, height: height as u32, pixels })
}

/// As [`straighten`], grey.
pub fn straighten_gray(image: &Gray, corners: &Quad, width: usize, height: usize) -> Option<Gray> {
    let plane = Plane::onto(corners)?;
    let samples = samples(corners, width, height)?;
    let mut pixels = Vec::with_capacity(width * height);
    walk(&plane, width, height, samples, |points| {
        let sum: f32 = points.iter().map(|(x, y)| image.sample(*x, *y)).sum();
        pixels.push((sum / points.len() as f32 + 0.5) as u8);
    });
    Some(Gray { width, height, pixels })
}

/// The picture as in a mirror: left and right exchanged.
pub fn mirrored(image: &RgbImage) -> RgbImage {
    let row = image.width.max(1) as usize * 3;
    let flipped = image.pixels.chunks_exact(row).flat_map(|line| line.chunks_exact(3).rev().flatten().copied());
    RgbImage { width: image.width, height: image.height, pixels: flipped.collect() }
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

/// Bilinear; the border is repeated.
fn colour(image: &RgbImage, columns: usize, rows: usize, x: f32, y: f32) -> [f32; 3] {
    let (x, y) = (x.clamp(0.0, (columns - 1) as f32), y.clamp(0.0, (rows - 1) as f32));
    let (x0, y0) = (x as usize, y as usize);
    let (x1, y1) = ((x0 + 1).min(columns - 1), (y0 + 1).min(rows - 1));
    let (fx, fy) = (x - x0 as f32, y - y0 as f32);
    let at = |x: usize, y: usize| (y * columns + x) * 3;
    let (a, b, c, d) = (at(x0, y0), at(x1, y0), at(x0, y1), at(x1, y1));
    std::array::from_fn(|i| {
        let p = |k: usize| f32::from(image.pixels[k + i]);
        let (top, bottom) = (p(a) + (p(b) - p(a)) * fx, p(c) + (p(d) - p(c)) * fx);
        top + (bottom - top) * fy
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting() -> RgbImage {
        let pixels = (0..60 * 40).flat_map(|i| [(i % 60 * 4) as u8, (i / 60 * 6) as u8, 7]).collect();
        RgbImage { width: 60, height: 40, pixels }
    }

    #[test]
    fn the_whole_picture_straightens_to_itself() {
        let image = counting();
        let all = [(-0.5, -0.5), (59.5, -0.5), (59.5, 39.5), (-0.5, 39.5)];
        assert!(straighten(&image, &all, 60, 40).expect("a plane") == image);
    }

    #[test]
    fn corners_called_from_the_right_turn_the_picture() {
        let image = counting();
        let all = [(-0.5, -0.5), (59.5, -0.5), (59.5, 39.5), (-0.5, 39.5)];
        let turned = straighten(&image, &quad::called_from(&all, 1), 40, 60).expect("a plane");
        assert_eq!(turned.at(0, 0), image.at(59, 0));
        assert_eq!(turned.at(39, 0), image.at(59, 39));
    }

    #[test]
    fn shrinking_averages_and_nothing_has_no_plane() {
        let image = counting();
        let all = [(-0.5, -0.5), (59.5, -0.5), (59.5, 39.5), (-0.5, 39.5)];
        let small = straighten(&image, &all, 30, 20).expect("a plane");
        assert_eq!(small.at(0, 0), [2, 3, 7]);
        assert!(straighten(&image, &[(1.0, 1.0); 4], 10, 10).is_none());
        assert!(straighten(&image, &all, 0, 10).is_none());
    }

    #[test]
    fn a_mirror_exchanges_left_and_right() {
        let image = counting();
        assert_eq!(mirrored(&image).at(0, 5), image.at(59, 5));
        assert!(mirrored(&mirrored(&image)) == image);
    }

    #[test]
    fn aspects_snap_to_what_documents_have() {
        let wide = |w: f32| [(0.0, 0.0), (w, 0.0), (w, 100.0), (0.0, 100.0)];
        assert!((true_aspect(&wide(162.0)) - CARD_ASPECT).abs() < 1e-6);
        assert!((true_aspect(&wide(139.0)) - PAGE_ASPECT).abs() < 1e-6);
        assert!((true_aspect(&wide(300.0)) - 3.0).abs() < 1e-6);
        assert_eq!(size(2.0, 100), (100, 50));
    }
}
