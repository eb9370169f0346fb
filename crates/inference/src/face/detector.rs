//! The tiny detector: picture to boxes (after `TinyYolov2Base.extractBoxes`).

use super::geometry::{FaceBox, suppress};
use crate::models::{ModelError, Tensor};

/// Width and height of the five anchors, in cells of 32 pixels (`tinyFaceDetector/const.ts`).
const ANCHORS: [(f32, f32); 5] = [
    (1.603_231, 2.094_468),
    (6.041_143, 7.080_126),
    (2.882_459, 3.518_061),
    (4.266_906, 5.178_857),
    (9.041_765, 10.663_08),
];
/// Boxes that overlap more are one face (`tinyFaceDetector/const.ts`).
const SAME_FACE: f32 = 0.4;

/// Boxes in a picture of `width` × `height` pixels from the net's `[1, 25, cells, cells]`, best first.
pub(super) fn boxes(output: &Tensor, width: u32, height: u32, min_score: f32) -> Result<Vec<FaceBox>, ModelError> {
    let cells = match output.shape[..] {
        [1, 25, rows, columns] if rows == columns && rows > 0 && output.data.len() == 25 * rows * columns => rows,
        _ => {
            return Err(ModelError::Contract {
                name: "tiny_face_detector".to_owned(),
                reason: format!("answered {:?} instead of [1, 25, n, n]", output.shape),
            });
        }
    };
    let plane = cells * cells;
    // The picture fills the square along its longer side; the package rounds the other side to whole input pixels.
    let side = cells as f32 * 32.0;
    let scale = side / width.max(height) as f32;
    let (used_x, used_y) = ((width as f32 * scale).round() / side, (height as f32 * scale).round() / side);
    let (to_x, to_y) = (width as f32 / used_x / cells as f32, height as f32 / used_y / cells as f32);
    let mut found = Vec::new();
    for (anchor, (anchor_width, anchor_height)) in ANCHORS.iter().enumerate() {
        let value = |index: usize, cell: usize| output.data[(anchor * 5 + index) * plane + cell];
        for cell in 0..plane {
            let score = sigmoid(value(4, cell));
            if score <= min_score {
                continue;
            }
            let (column, row) = ((cell % cells) as f32, (cell / cells) as f32);
            let (w, h) = (value(2, cell).exp() * anchor_width * to_x, value(3, cell).exp() * anchor_height * to_y);
            let (cx, cy) = ((column + sigmoid(value(0, cell))) * to_x, (row + sigmoid(value(1, cell))) * to_y);
            found.push(FaceBox { x: cx - w / 2.0, y: cy - h / 2.0, width: w, height: h, score });
        }
    }
    Ok(suppress(found, SAME_FACE))
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_turned_into_pixels() {
        let mut output = Tensor { shape: vec![1, 25, 2, 2], data: vec![0.0; 100] };
        for anchor in 0..5 {
            output.data[(anchor * 5 + 4) * 4..(anchor * 5 + 5) * 4].fill(-9.0);
        }
        output.data[4 * 4 + 3] = 9.0;
        let found = boxes(&output, 128, 64, 0.5).unwrap();
        assert_eq!(found.len(), 1);
        // 128 × 64 fills the upper half of a 64-pixel square, so one cell is 64 picture pixels both ways.
        assert!((found[0].centre().0 - 96.0).abs() < 1e-3 && (found[0].centre().1 - 96.0).abs() < 1e-3);
        assert!((found[0].width - 1.603_231 * 64.0).abs() < 1e-3);
    }

    #[test]
    fn an_answer_of_another_shape_is_an_error() {
        let output = Tensor { shape: vec![1, 20, 2, 2], data: vec![0.0; 80] };
        assert!(boxes(&output, 64, 64, 0.5).is_err());
    }
}
