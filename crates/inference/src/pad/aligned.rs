//! The face of one frame laid upright by its eyes, so that frames can be compared place by place.

use super::grey::Grey;
use crate::face::Landmarks;

/// Columns and rows of the laid-out face.
pub(super) const SIZE: (usize, usize) = (40, 52);
/// Samples for one eye distance.
const SCALE: f32 = 20.0;
/// Row of the eyes.
const EYES: f32 = 14.0;

/// Luma of the face, row by row: two eye distances wide, from 0.7 above the eyes to 1.9 below them.
pub(super) fn aligned(grey: &Grey, landmarks: &Landmarks) -> Vec<f32> {
    let [left, right] = landmarks.eyes();
    let middle = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
    let along = ((right.0 - left.0) / SCALE, (right.1 - left.1) / SCALE);
    let mut values = Vec::with_capacity(SIZE.0 * SIZE.1);
    for row in 0..SIZE.1 {
        for column in 0..SIZE.0 {
            let (u, v) = (column as f32 - (SIZE.0 as f32 - 1.0) / 2.0, row as f32 - EYES);
            let (x, y) = (middle.0 + u * along.0 - v * along.1, middle.1 + u * along.1 + v * along.0);
            values.push(grey.between(x, y));
        }
    }
    values
}

/// Whether a sample lies on the mouth.
pub(super) fn on_mouth(at: usize) -> bool {
    let (column, row) = (at % SIZE.0, at / SIZE.0);
    (8..32).contains(&column) && (28..46).contains(&row)
}

/// Whether it lies on brows, eyes, nose or forehead.
pub(super) fn on_upper_face(at: usize) -> bool {
    let (column, row) = (at % SIZE.0, at / SIZE.0);
    (4..36).contains(&column) && row < 24
}
