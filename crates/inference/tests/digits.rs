//! What the digit net sees, against what the training sees of the same sound (`training/digits/features.py`, by `export.py`).

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

#[test]
fn features_are_those_of_the_training() {
    let told: Value = serde_json::from_str(include_str!("reference/digit-planes.json")).unwrap();
    let every = usize::try_from(told["every"].as_u64().unwrap()).unwrap();
    let wanted: Vec<f64> = told["planes"].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect();
    let (frames, values) = spoken_planes(&tune());
    assert_eq!(frames as u64, told["frames"].as_u64().unwrap());
    let found: Vec<f64> = values.iter().step_by(every).map(|v| f64::from(*v)).collect();
    assert_eq!(found.len(), wanted.len());
    let worst = found.iter().zip(&wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(worst < 2e-3, "{worst}");
}
