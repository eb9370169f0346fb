//! Each net alone, on the JavaScript package's inputs: what `training/face-api-reference` wrote is what Rust must say.

use countersign_inference::face::{FaceBox, FaceNets, NetChoice};
use countersign_media::RgbImage;
use serde_json::Value;

use crate::{
    pictures::{drawn_face, pattern},
    support::{nets, store, workspace},
};

pub fn reference() -> Value {
    let path = workspace().join("crates/inference/tests/reference/face_api.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

pub fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap() as f32).collect()
}

#[track_caller]
pub fn close(have: &[f32], want: &[f32], tolerance: f32, what: &str) {
    assert_eq!(have.len(), want.len(), "{what}");
    let worst = have.iter().zip(want).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    println!("{what}: largest difference {worst:.2e} (limit {tolerance:.0e})");
    assert!(worst <= tolerance, "{what}: largest difference {worst:e}");
}

fn whole(image: &RgbImage) -> FaceBox {
    FaceBox { x: 0.0, y: 0.0, width: image.width as f32, height: image.height as f32, score: 1.0 }
}

/// The two pictures of the reference: 97 × 61 and 140 × 210, both smaller than twice any net's input.
fn pair() -> [(&'static str, RgbImage); 2] {
    [("wide", pattern(97, 61, 5)), ("tall", pattern(140, 210, 11))]
}

#[test]
fn landmarks_are_the_packages() {
    let reference = reference();
    for (net, choice) in [("face_landmark_68", NetChoice::Full), ("face_landmark_68_tiny", NetChoice::Tiny)] {
        let nets = FaceNets::load_with(&store(), choice).unwrap();
        for (name, image) in pair() {
            let points = nets.landmarks(&image, &whole(&image)).unwrap().points;
            let scaled: Vec<f32> =
                points.iter().flat_map(|(x, y)| [x / image.width as f32, y / image.height as f32]).collect();
            close(&scaled, &numbers(&reference["nets"][net][name]), 1e-5, &format!("{net} {name}"));
        }
    }
}

#[test]
fn raw_outputs_are_the_packages() {
    let reference = reference();
    for (name, image) in pair() {
        for (net, side, tolerance) in [("face_recognition", 150, 2e-5), ("face_expression", 112, 1e-5)] {
            let output = store().load(net).unwrap().run(&[input(&image, side, true)]).unwrap();
            close(&output[0].data, &numbers(&reference["nets"][net][name]), tolerance, &format!("{net} {name}"));
        }
    }
}

#[test]
fn detector_cells_are_the_packages() {
    let reference = reference();
    let [(_, wide), (_, tall)] = pair();
    for (key, image, side) in [("wide_160", wide, 160), ("tall_96", tall, 96)] {
        let output = store().load("tiny_face_detector").unwrap().run(&[input(&image, side, false)]).unwrap();
        let plane = output[0].shape[2] * output[0].shape[3];
        // The package answers cell by cell, ONNX channel by channel.
        let by_cell: Vec<f32> =
            (0..plane).flat_map(|cell| (0..25).map(move |c| c * plane + cell)).map(|i| output[0].data[i]).collect();
        close(&by_cell, &numbers(&reference["nets"]["tiny_face_detector"][key]), 1e-4, key);
    }
}

#[test]
fn the_drawing_is_one_face_at_the_packages_place() {
    let reference = reference();
    let chain = &reference["chain"][0];
    let image = drawn_face(320, 260, 150, 120, 120);
    let found = nets().detect(&image, 224, 0.3).unwrap();
    assert_eq!(found.len(), reference["chain"].as_array().unwrap().len());
    let face = found[0];
    close(&[face.x, face.y, face.width, face.height], &numbers(&chain["box"]), 2e-3, "box, pixels");
    close(&[face.score], &[chain["score"].as_f64().unwrap() as f32], 1e-4, "score");
    let landmarks = nets().landmarks(&image, &face).unwrap();
    let points: Vec<f32> = landmarks.points.iter().flat_map(|(x, y)| [*x, *y]).collect();
    close(&points, &numbers(&chain["landmarks"]), 5e-3, "landmarks, pixels");
}

/// The package's own preprocessing written the long way: pad to a square, then TensorFlow's asymmetric bilinear filter.
fn input(image: &RgbImage, side: usize, centred: bool) -> countersign_inference::models::Tensor {
    let (width, height) = (image.width as usize, image.height as usize);
    let padded = width.max(height);
    let before = |length: usize| if centred { (padded - length) / 2 } else { 0 };
    let (left, top) = (before(width), before(height));
    let at = |x: usize, y: usize, c: usize| {
        let inside = x >= left && x < left + width && y >= top && y < top + height;
        if inside { f32::from(image.at((x - left) as u32, (y - top) as u32)[c]) } else { 0.0 }
    };
    let mut data = vec![0.0; 3 * side * side];
    for c in 0..3 {
        for row in 0..side {
            for column in 0..side {
                let scale = padded as f32 / side as f32;
                let (fx, fy) = (column as f32 * scale, row as f32 * scale);
                let (x, y) = (fx as usize, fy as usize);
                let (x1, y1) = ((x + 1).min(padded - 1), (y + 1).min(padded - 1));
                let (wx, wy) = (fx.fract(), fy.fract());
                let upper = at(x, y, c) * (1.0 - wx) + at(x1, y, c) * wx;
                let lower = at(x, y1, c) * (1.0 - wx) + at(x1, y1, c) * wx;
                data[(c * side + row) * side + column] = upper * (1.0 - wy) + lower * wy;
            }
        }
    }
    countersign_inference::models::Tensor { shape: vec![1, 3, side, side], data }
}
