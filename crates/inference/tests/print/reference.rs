//! Each net alone on a picture that every language can draw: what onnxruntime said is what our runtime must say.

use countersign_inference::document::print::{LineBox, LineRecogniser, Recogniser, Scope};
use countersign_inference::models::Tensor;
use countersign_media::RgbImage;
use serde_json::Value;

use crate::support::{reader, store, workspace};

fn reference() -> Value {
    let path = workspace().join("crates/inference/tests/reference/ppocr.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f32> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap() as f32).collect()
}

/// Rows of seven-stroke digits on a shaded ground, as `training/lines-eval/reference.py` draws them.
fn pattern(width: usize, height: usize) -> RgbImage {
    const STROKES: [u8; 10] = [
        0b111_0111, 0b010_0100, 0b101_1101, 0b110_1101, 0b010_1110, 0b110_1011, 0b111_1011, 0b010_0101, 0b111_1111,
        0b110_1111,
    ];
    const PLACES: [[usize; 4]; 7] = [
        [0, 0, 11, 3],
        [0, 0, 3, 12],
        [8, 0, 11, 12],
        [0, 10, 11, 13],
        [0, 12, 3, 24],
        [8, 12, 11, 24],
        [0, 21, 11, 24],
    ];
    let mut pixels: Vec<u8> = (0..height * width * 3)
        .map(|i| (180 + (i / 3 % width * 3 + i / 3 / width * 5 + i % 3 * 20) % 60) as u8)
        .collect();
    for row in 0..height / 48 {
        for place in 0..(width - 16) / 16 {
            let (left, top) = (8 + place * 16, row * 48 + 12);
            for (bit, [x0, y0, x1, y1]) in PLACES.into_iter().enumerate() {
                if STROKES[(place * 7 + row * 3) % 10] >> bit & 1 == 1 {
                    for y in top + y0..top + y1 {
                        pixels[(y * width + left + x0) * 3..(y * width + left + x1) * 3].fill(30);
                    }
                }
            }
        }
    }
    RgbImage { width: width as u32, height: height as u32, pixels }
}

/// BGR planes in −1 … 1, written the long way.
fn planes(image: &RgbImage) -> Tensor {
    let (w, h) = (image.width, image.height);
    let mut data = Vec::new();
    for channel in [2, 1, 0] {
        for y in 0..h {
            data.extend((0..w).map(|x| f32::from(image.at(x, y)[channel]) / 127.5 - 1.0));
        }
    }
    Tensor { shape: vec![1, 3, h as usize, w as usize], data }
}

fn close(have: &[f32], want: &[f32], tolerance: f32, what: &str) {
    assert_eq!(have.len(), want.len(), "{what}");
    let worst = have.iter().zip(want).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    println!("{what}: largest difference {worst:.2e} (limit {tolerance:.0e})");
    assert!(worst <= tolerance, "{what}: largest difference {worst:e}");
}

#[test]
fn the_detectors_map_is_the_other_runtimes() {
    let reference = reference();
    let map = store().load("ppocr_detector").unwrap().run(&[planes(&pattern(192, 128))]).unwrap().remove(0);
    assert_eq!(map.shape, [1, 1, 128, 192]);
    let every: Vec<f32> = map.data.iter().step_by(31).copied().collect();
    close(&every, &numbers(&reference["detector"]["values"]), 2e-4, "detector");
}

#[test]
fn the_recognisers_columns_are_the_other_runtimes() {
    let reference = reference();
    let scores = store().load("ppocr_recogniser").unwrap().run(&[planes(&pattern(176, 48))]).unwrap().remove(0);
    assert_eq!(scores.shape, [1, 22, 6625]);
    let best: Vec<(usize, f32)> = scores
        .data
        .chunks_exact(6625)
        .map(|column| {
            column.iter().copied().enumerate().fold((0, 0.0), |best, at| if at.1 > best.1 { at } else { best })
        })
        .collect();
    let classes: Vec<f32> = best.iter().map(|(class, _)| *class as f32).collect();
    close(&classes, &numbers(&reference["recogniser"]["best"]), 0.0, "recogniser, classes");
    let probabilities: Vec<f32> = best.iter().map(|(_, probability)| *probability).collect();
    close(&probabilities, &numbers(&reference["recogniser"]["probability"]), 2e-4, "recogniser, probabilities");
}

#[test]
fn drawn_digits_are_found_and_read() {
    let drawn = pattern(400, 240);
    let page = reader().open(&drawn, &Scope { turns: Some(0), side: 960, ..Scope::default() }).unwrap();
    assert_eq!(page.lines.len(), 5, "rows of digits");
    let row = LineBox { corners: [(8.0, 4.0), (168.0, 4.0), (168.0, 44.0), (8.0, 44.0)], score: 1.0 };
    let text = Recogniser::load(&store()).unwrap().read(&drawn, &[row]).unwrap();
    assert_eq!(text[0].text().replace(' ', ""), "0741852963");
    assert!(text[0].glyphs.windows(2).all(|pair| pair[1].at - pair[0].at > 0.05));
}
