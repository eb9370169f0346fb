//! Straightening: a plane-to-plane map and pictures seen through it.

use super::super::picture::Gray;

/// Maps the rectangle 0…w × 0…h to a quadrilateral: row-major 3 × 3, the last number 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane([f32; 9]);

impl Plane {
    /// The rectangle's corners (0,0), (w,0), (w,h), (0,h) go to `to`, in that order. Heckbert's closed form; `None` for
    /// corners on one line.
    pub(super) fn from_rectangle(w: f32, h: f32, to: &[(f32, f32); 4]) -> Option<Self> {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = *to;
        let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        let (dx1, dx2, dy1, dy2) = (x1 - x2, x3 - x2, y1 - y2, y3 - y2);
        let determinant = dx1 * dy2 - dx2 * dy1;
        if determinant.abs() < 1e-3 || w <= 0.0 || h <= 0.0 {
            return None;
        }
        let (g, k) = ((sx * dy2 - dx2 * sy) / determinant, (dx1 * sy - sx * dy1) / determinant);
        let m = [x1 - x0 + g * x1, x3 - x0 + k * x3, x0, y1 - y0 + g * y1, y3 - y0 + k * y3, y0, g, k, 1.0];
        Some(Self([m[0] / w, m[1] / h, m[2], m[3] / w, m[4] / h, m[5], m[6] / w, m[7] / h, 1.0]))
    }

    /// Where a point of the rectangle lies in the picture.
    pub(super) fn map(&self, x: f32, y: f32) -> (f32, f32) {
        let m = &self.0;
        let d = m[6] * x + m[7] * y + m[8];
        ((m[0] * x + m[1] * y + m[2]) / d, (m[3] * x + m[4] * y + m[5]) / d)
    }
}

/// What lies inside `corners` as an upright picture of `width` × `height`, and the map back to `picture`.
pub(super) fn straightened(
    picture: &Gray,
    corners: &[(f32, f32); 4],
    width: usize,
    height: usize,
) -> Option<(Gray, Plane)> {
    let plane = Plane::from_rectangle(width as f32, height as f32, corners)?;
    let side = |a: usize, b: usize| (corners[a].0 - corners[b].0).hypot(corners[a].1 - corners[b].1);
    // Source pixels for one of the result: several are averaged first, so that fine bars do not alias.
    let density = (side(0, 1).max(side(3, 2)) / width as f32).min(side(0, 3).max(side(1, 2)) / height as f32);
    let step = density.max(1.0) as usize;
    let (crop, left, top) = bounding_crop(picture, corners);
    let source =
        if step > 1 { crop.resized((crop.width / step).max(1), (crop.height / step).max(1)) } else { crop.clone() };
    let (fx, fy) = (source.width as f32 / crop.width as f32, source.height as f32 / crop.height as f32);
    let mut out = Gray::filled(width, height, 0);
    for y in 0..out.height {
        for x in 0..out.width {
            let (px, py) = plane.map(x as f32 + 0.5, y as f32 + 0.5);
            let (px, py) = ((px - left as f32) * fx - 0.5, (py - top as f32) * fy - 0.5);
            let value = if density < 1.0 { cubic(&source, px, py) } else { source.sample(px, py) };
            out.pixels[y * out.width + x] = value.round().clamp(0.0, 255.0) as u8;
        }
    }
    Some((out, plane))
}

/// The upright box around the corners, with where it begins.
fn bounding_crop(picture: &Gray, corners: &[(f32, f32); 4]) -> (Gray, usize, usize) {
    let span = |pick: fn(&(f32, f32)) -> f32, limit: usize| {
        let low = corners.iter().map(pick).fold(f32::MAX, f32::min).floor() - 2.0;
        let high = corners.iter().map(pick).fold(f32::MIN, f32::max).ceil() + 2.0;
        let low = low.clamp(0.0, (limit - 1) as f32) as usize;
        (low, (high.clamp(0.0, limit as f32) as usize).max(low + 1))
    };
    let ((left, right), (top, bottom)) = (span(|c| c.0, picture.width), span(|c| c.1, picture.height));
    (picture.cropped(left, top, right - left, bottom - top), left, top)
}

/// Catmull–Rom value at a point whose pixel centres are whole numbers: keeps bars of one pixel where a straight line between
/// pixels would wash them out.
fn cubic(picture: &Gray, x: f32, y: f32) -> f32 {
    let (x, y) = (x.clamp(0.0, (picture.width - 1) as f32), y.clamp(0.0, (picture.height - 1) as f32));
    let (wx, wy) = (weights(x.fract()), weights(y.fract()));
    let near = |at: f32, offset: usize, limit: usize| (at as usize + offset).saturating_sub(1).min(limit - 1);
    let mut sum = 0.0;
    for (row, wy) in wy.iter().enumerate() {
        let line = near(y, row, picture.height) * picture.width;
        let across: f32 =
            wx.iter().enumerate().map(|(i, w)| w * f32::from(picture.pixels[line + near(x, i, picture.width)])).sum();
        sum += wy * across;
    }
    sum
}

fn weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [-0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1.0, -1.5 * t3 + 2.0 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_go_to_corners_and_the_same_rectangle_is_the_same_picture() {
        let to = [(3.0, 4.0), (40.0, 9.0), (37.0, 30.0), (6.0, 26.0)];
        let plane = Plane::from_rectangle(20.0, 10.0, &to).expect("a proper quadrilateral");
        for (from, to) in [(0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (0.0, 10.0)].iter().zip(&to) {
            let (x, y) = plane.map(from.0, from.1);
            assert!((x - to.0).abs() < 1e-3 && (y - to.1).abs() < 1e-3);
        }
        let picture = Gray { width: 6, height: 4, pixels: (0..24).map(|i| i * 10).collect() };
        let all = [(0.0, 0.0), (6.0, 0.0), (6.0, 4.0), (0.0, 4.0)];
        let (same, _) = straightened(&picture, &all, 6, 4).expect("a proper quadrilateral");
        assert_eq!(same, picture);
    }

    #[test]
    fn corners_on_one_line_are_refused() {
        assert!(Plane::from_rectangle(5.0, 5.0, &[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]).is_none());
    }
}
