//! The nets `digits` and `digits-languages` in our runtime, and what they see, against the training's features and onnxruntime's answer (`training/digits/export.py`).
#![expect(clippy::unwrap_used, reason = "tests")]

use countersign_inference::models::{ModelStore, Tensor};
use countersign_inference::speech::spoken_planes;
use serde_json::Value;

/// The tune of `export.py`: a rising tone over a hum, 1.5 s.
fn tune() -> Vec<f32> {
    let wave = |hertz: f64, t: f64| (2.0 * std::f64::consts::PI * hertz * t).sin();
    (0..24_000)
        .map(|i| f64::from(i) / 16_000.0)
        .map(|t| (0.4 * wave(300.0 + 900.0 * t, t) + 0.2 * wave(120.0, t)) as f32)
        .collect()
}

/// Checks every `every`th value.
fn close(found: &[f32], every: usize, wanted: &Value, most: f64, what: &str) {
    let wanted: Vec<f64> = wanted.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
    let found: Vec<f64> = found.iter().step_by(every).map(|v| f64::from(*v)).collect();
    assert_eq!(found.len(), wanted.len(), "{what}");
    let worst = found.iter().zip(&wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(worst < most, "{what}: {worst}");
}

#[test]
fn features_and_scores_are_those_of_the_training() {
    let nets = [
        ("digits", include_str!("reference/digits.json")),
        ("digits-languages", include_str!("reference/digits-languages.json")),
    ];
    for (name, told) in nets {
        let told: Value = serde_json::from_str(told).unwrap();
        let every = usize::try_from(told["every"].as_u64().unwrap()).unwrap();
        let (frames, values) = spoken_planes(&tune());
        assert_eq!(frames as u64, told["frames"].as_u64().unwrap());
        close(&values, every, &told["planes"], 2e-3, "planes");
        let net = ModelStore::built_in(1).unwrap().load(name).unwrap();
        let heads: Vec<String> = net.info().outputs.iter().map(|output| output.name.clone()).collect();
        let outputs = net.run(&[Tensor::new(vec![1, 2, 40, frames], values).unwrap()]).unwrap();
        for (head, output) in heads.iter().zip(&outputs) {
            close(&output.data, every, &told["heads"][head], 2e-2, head);
        }
    }
}
