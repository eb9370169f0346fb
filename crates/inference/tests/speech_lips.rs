//! The net `speech-lips` in our runtime against what onnxruntime gave for the same sound.

use countersign_inference::liveness::HeardLips;
use countersign_inference::models::ModelStore;
use serde_json::Value;

/// `training/speech-lips/export.py` makes the same sound: a rising tone over a hum.
fn tune() -> Vec<f32> {
    let tau = std::f64::consts::TAU;
    let at = |i: u32| {
        let t = f64::from(i) / 16_000.0;
        0.4 * (tau * (300.0 + 900.0 * t) * t).sin() + 0.2 * (tau * 120.0 * t).sin()
    };
    (0..24_000).map(|i| at(i) as f32).collect()
}

#[test]
fn the_net_expects_of_lips_what_its_makers_saw() {
    let told: Value = serde_json::from_str(include_str!("reference/speech-lips.json")).expect("JSON");
    let store = ModelStore::built_in(1).expect("the nets are built in");
    let found = HeardLips::load(&store).expect("it loads").expected(&tune()).expect("it runs");
    let every = told["every"].as_u64().expect("a number") as usize;
    for (ours, theirs) in found.iter().zip(told["lips"].as_array().expect("rows")) {
        assert_eq!(ours.len() as u64, told["steps"].as_u64().expect("a number"));
        for (place, value) in theirs.as_array().expect("values").iter().enumerate() {
            let (ours, theirs) = (f64::from(ours[place * every]), value.as_f64().expect("a value"));
            assert!((ours - theirs).abs() < 5e-3, "step {}: {ours} against {theirs}", place * every);
        }
    }
}
