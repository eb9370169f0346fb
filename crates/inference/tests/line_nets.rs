//! Our line nets in our runtime against what onnxruntime gave for the same strip.

use countersign_inference::models::{ModelStore, Tensor};
use serde_json::Value;

/// `training/lines/export.py` makes the same strip.
fn waves(rows: usize, columns: usize) -> Tensor {
    let value = |y: usize, x: usize| ((0.37 * x as f64).sin() * (0.61 * y as f64).cos() * 1.5) as f32;
    let data = (0..rows).flat_map(|y| (0..columns).map(move |x| value(y, x))).collect();
    Tensor { shape: vec![1, 1, rows, columns], data }
}

/// Runs a net on the strip of its reference and compares.
fn compare(name: &str, rows: usize, told: &str) {
    let told: Value = serde_json::from_str(told).expect("the reference is JSON");
    let number = |value: &Value| value.as_u64().expect("a number") as usize;
    let store = ModelStore::built_in(1).expect("the nets are built in");
    let net = store.load(name).expect("the net loads");
    let scores = net.run(&[waves(rows, number(&told["columns"]))]).expect("the net runs").remove(0);
    let shape: Vec<usize> = told["shape"].as_array().expect("a shape").iter().map(number).collect();
    assert_eq!(scores.shape, shape);
    let every = number(&told["every"]);
    let expected = told["scores"].as_array().expect("scores");
    assert_eq!(expected.len(), scores.data.len().div_ceil(every));
    for (place, value) in expected.iter().enumerate() {
        let (ours, theirs) = (f64::from(scores.data[place * every]), value.as_f64().expect("a score"));
        assert!((ours - theirs).abs() < 2e-3, "{name}, score {}: {ours} against {theirs}", place * every);
    }
}

#[test]
fn the_zones_net_says_what_its_makers_saw() {
    compare("mrz-lines", 24, include_str!("reference/mrz-lines.json"));
}

#[test]
fn the_net_of_accents_says_what_its_makers_saw() {
    compare("latin-lines", 32, include_str!("reference/latin-lines.json"));
}
