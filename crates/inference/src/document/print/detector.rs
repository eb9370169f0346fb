//! Finds lines with PP-OCRv4's mobile detector (`models/ppocr_detector.toml`).

use countersign_media::RgbImage;

use super::{LineBox, LineFinder, Strip, regions};
use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the net in the store.
const NET: &str = "ppocr_detector";
/// The net halves its input five times.
const MULTIPLE: usize = 32;

/// The detector.
pub struct Detector {
    net: Box<dyn Model>,
}

impl Detector {
    /// Loads the net.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self { net: store.load(NET)? })
    }
}

impl LineFinder for Detector {
    fn nets(&self) -> Vec<(String, String)> {
        vec![(NET.to_owned(), self.net.info().sha256.clone())]
    }

    fn find(&self, picture: &RgbImage, side: usize) -> Result<Vec<LineBox>, ModelError> {
        let (width, height) = (picture.width as f32, picture.height as f32);
        let (w, h) = sides(width, height, side);
        let whole = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
        let view = Strip::of(picture, &whole, w, h);
        let map = self.net.run(&[planes(&[&view], w)])?.remove(0);
        if map.shape != [1, 1, h, w] {
            let reason = format!("gave a map of {:?} for a picture of {h} x {w}", map.shape);
            return Err(ModelError::Contract { name: NET.to_owned(), reason });
        }
        let (fx, fy) = (width / w as f32, height / h as f32);
        let place = |line: LineBox| LineBox { corners: line.corners.map(|(x, y)| (x * fx, y * fy)), ..line };
        Ok(regions::lines(&map.data, w, h).into_iter().map(place).collect())
    }
}

/// Width and height of the net's input: the longer side `side`, both multiples of [`MULTIPLE`].
fn sides(width: f32, height: f32, side: usize) -> (usize, usize) {
    let factor = side as f32 / width.max(height);
    let fit = |length: f32| ((length * factor / MULTIPLE as f32).round().max(1.0) as usize) * MULTIPLE;
    (fit(width), fit(height))
}

/// Strips of one height as the package's nets take them: BGR planes in −1 … 1, padded with 0 to `width` columns.
pub(super) fn planes(strips: &[&Strip], width: usize) -> Tensor {
    let height = strips.first().map_or(0, |strip| strip.height);
    let mut data = vec![0.0; strips.len() * 3 * height * width];
    for (index, strip) in strips.iter().enumerate() {
        for (channel, colour) in [2, 1, 0].into_iter().enumerate() {
            for row in 0..height {
                let start = ((index * 3 + channel) * height + row) * width;
                let line = &strip.pixels[row * strip.width * 3..(row + 1) * strip.width * 3];
                for (value, pixel) in data[start..start + width].iter_mut().zip(line.chunks_exact(3)) {
                    *value = f32::from(pixel[colour]) / 127.5 - 1.0;
                }
            }
        }
    }
    Tensor { shape: vec![strips.len(), 3, height, width], data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::FakeModel;

    #[test]
    fn the_input_keeps_the_pictures_proportion() {
        assert_eq!(sides(4000.0, 2500.0, 960), (960, 608));
        assert_eq!(sides(10.0, 1000.0, 640), (32, 640));
    }

    #[test]
    fn planes_are_blue_first_and_padded_with_the_middle() {
        let strip = Strip { width: 1, height: 1, pixels: vec![255, 0, 51] };
        let tensor = planes(&[&strip], 2);
        assert_eq!(tensor.shape, [1, 3, 1, 2]);
        assert_eq!(tensor.data, [-0.6, 0.0, -1.0, 0.0, 1.0, 0.0]);
    }

    #[test]
    fn what_the_net_sees_is_found_in_the_pictures_own_pixels() {
        // The net reports a bar in the middle of whatever it is given.
        let net = FakeModel::new("bar", |inputs| {
            let [_, _, h, w] = [0, 1, 2, 3].map(|axis| inputs[0].shape[axis]);
            let inside = |i: usize| (i / w).abs_diff(h / 2) < 6 && (i % w).abs_diff(w / 2) < w / 4;
            let data = (0..h * w).map(|i| if inside(i) { 0.9 } else { 0.0 }).collect();
            vec![Tensor { shape: vec![1, 1, h, w], data }]
        });
        let picture = RgbImage { width: 600, height: 300, pixels: vec![200; 600 * 300 * 3] };
        let found = Detector { net: Box::new(net) }.find(&picture, 320).unwrap();
        assert_eq!(found.len(), 1);
        let (x, y) = found[0].centre();
        assert!((x - 300.0).abs() < 4.0 && (y - 150.0).abs() < 4.0, "{x} {y}");
        assert!(found[0].length() > 290.0 && found[0].height() < 60.0);
    }
}
