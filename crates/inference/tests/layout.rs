//! The layout net against what the reference runtime said of the same picture when it was exported
//! (`training/document-layout/export.py`), and on photographs of specimens.

#![expect(clippy::unwrap_used, reason = "tests")]

use countersign_inference::document::geometry::MODEL;
use countersign_inference::models::{ModelStore, Tensor};
use serde_json::Value;

const SIDE: usize = 256;

/// The card of `export.py`, drawn from the same whole numbers.
fn picture() -> Tensor {
    let mut image = vec![[90u8; 3]; SIDE * SIDE];
    let mut fill = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>, colour: [u8; 3]| {
        for y in rows {
            image[y * SIDE + columns.start..y * SIDE + columns.end].fill(colour);
        }
    };
    fill(70..186, 40..216, [214, 222, 200]);
    fill(84..140, 52..96, [120, 96, 84]);
    for row in 0..4 {
        fill(86 + row * 14..91 + row * 14, 108..200, [60; 3]);
    }
    for line in 0..2 {
        for letter in 0..40 {
            fill(156 + line * 12..163 + line * 12, 48 + letter * 4..50 + letter * 4, [30; 3]);
        }
    }
    let planes = (0..3).flat_map(|c| image.iter().map(move |pixel| f32::from(pixel[c]) / 255.0));
    Tensor::new(vec![1, 3, SIDE, SIDE], planes.collect()).unwrap()
}

#[test]
fn the_net_says_what_the_reference_runtime_said() {
    let told: Value = serde_json::from_str(include_str!("reference/document-layout.json")).unwrap();
    let net = ModelStore::built_in(1).unwrap().load(MODEL).unwrap();
    let outputs = net.run(&[picture()]).unwrap();
    for (output, (name, step)) in outputs.iter().zip([("layout", 61), ("zone", 173)]) {
        let wanted: Vec<f64> = told[name].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
        let found: Vec<f64> = output.data.iter().step_by(step).map(|v| f64::from(*v)).collect();
        assert_eq!(found.len(), wanted.len(), "{name}");
        let worst = found.iter().zip(&wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(worst < 2e-3, "{name}: {worst}");
    }
}

#[test]
fn every_net_built_in_is_verified_and_loads() {
    let store = ModelStore::built_in(1).unwrap();
    assert!(store.list().count() > 0);
    for info in store.list() {
        store.load(&info.name).unwrap();
    }
}
