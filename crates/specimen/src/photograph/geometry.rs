//! Where the card lands in the frame.

use super::scene::{Edge, Scene};
use crate::Picture;

/// Distance of the pinhole from the card in card widths: a hand's length above an ID-1 card.
const CAMERA: f32 = 2.6;

/// A plane-to-plane map, row-major 3 × 3.
#[derive(Clone, Copy, Debug)]
pub(super) struct Homography([f64; 9]);

/// Corners of a card of these pixels in the photograph before quarter turns: upper left, upper right, lower right, lower left;
/// pixels from the frame's upper left, outside the frame when cut off.
pub fn corners(card: (u32, u32), scene: &Scene) -> [(f32, f32); 4] {
    let high = card.1 as f32 / card.0 as f32;
    let seen =
        [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map(|(x, y): (f32, f32)| project(x, y * high, scene));
    let bounds = bounds(&seen);
    let (width, height) = (scene.size.0 as f32, scene.size.1 as f32);
    let (wide, tall) = (bounds.2 - bounds.0, bounds.3 - bounds.1);
    let scale = scene.distance * (width / wide).min(height / tall);
    let (mut left, mut top) = ((width - wide * scale) / 2.0, (height - tall * scale) / 2.0);
    if let Some((edge, share)) = scene.cut_off {
        match edge {
            Edge::Left => left = -share * wide * scale,
            Edge::Right => left = width - (1.0 - share) * wide * scale,
            Edge::Top => top = -share * tall * scale,
            Edge::Bottom => top = height - (1.0 - share) * tall * scale,
        }
    }
    seen.map(|(x, y)| (left + (x - bounds.0) * scale, top + (y - bounds.1) * scale))
}

/// Pinhole view of a point of the card plane (card widths from its middle).
fn project(x: f32, y: f32, scene: &Scene) -> (f32, f32) {
    let (sin, cos) = scene.rotation_deg.to_radians().sin_cos();
    let (x, y) = (x * cos - y * sin, x * sin + y * cos);
    let (axis_sin, axis_cos) = scene.tilt_axis_deg.to_radians().sin_cos();
    let (tilt_sin, tilt_cos) = scene.tilt_deg.to_radians().sin_cos();
    // Components across and along the axis of tilt; only the first moves in depth.
    let across = x * axis_sin - y * axis_cos;
    let along = x * axis_cos + y * axis_sin;
    let (across, depth) = (across * tilt_cos, CAMERA + across * tilt_sin);
    let (x, y) = (across * axis_sin + along * axis_cos, along * axis_sin - across * axis_cos);
    (x / depth, y / depth)
}

fn bounds(points: &[(f32, f32); 4]) -> (f32, f32, f32, f32) {
    points.iter().fold((f32::MAX, f32::MAX, f32::MIN, f32::MIN), |held, (x, y)| {
        (held.0.min(*x), held.1.min(*y), held.2.max(*x), held.3.max(*y))
    })
}

impl Homography {
    /// From the frame to the card: `corners` go to (0,0), (1,0), (1,1), (0,1). Heckbert's closed form, inverted.
    pub(super) fn to_unit(corners: &[(f32, f32); 4]) -> Self {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = corners.map(|(x, y)| (f64::from(x), f64::from(y)));
        let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        let (dx1, dx2, dy1, dy2) = (x1 - x2, x3 - x2, y1 - y2, y3 - y2);
        let determinant = dx1 * dy2 - dx2 * dy1;
        let (g, h) = ((sx * dy2 - dx2 * sy) / determinant, (dx1 * sy - sx * dy1) / determinant);
        let m = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1.0];
        // The adjugate is the inverse up to a factor, which a homography does not notice.
        Self([
            m[4] * m[8] - m[5] * m[7],
            m[2] * m[7] - m[1] * m[8],
            m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8],
            m[0] * m[8] - m[2] * m[6],
            m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6],
            m[1] * m[6] - m[0] * m[7],
            m[0] * m[4] - m[1] * m[3],
        ])
    }

    /// Where a point of the frame lies on the card.
    pub(super) fn map(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (f64::from(x), f64::from(y));
        let m = &self.0;
        let w = m[6] * x + m[7] * y + m[8];
        (((m[0] * x + m[1] * y + m[2]) / w) as f32, ((m[3] * x + m[4] * y + m[5]) / w) as f32)
    }
}

/// `picture` turned clockwise by quarters.
pub(super) fn turned(picture: &Picture, quarters: u8) -> Picture {
    (0..quarters % 4).fold(picture.clone(), |picture, _| {
        let (width, height) = (picture.height, picture.width);
        let mut pixels = Vec::with_capacity(picture.pixels.len());
        for y in 0..height {
            for x in 0..width {
                // The new row y is the old column y read upwards.
                let at = ((picture.height - 1 - x) as usize * picture.width as usize + y as usize) * 3;
                pixels.extend_from_slice(&picture.pixels[at..at + 3]);
            }
        }
        Picture { width, height, pixels }
    })
}
