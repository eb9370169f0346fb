//! The digit net against what the reference runtime said of the same sound when it was exported (`training/digits/export.py`).

#![expect(clippy::unwrap_used, reason = "tests")]

use countersign_inference::models::{ModelStore, Tensor};
use countersign_inference::speech::{DIGITS_MODEL, DigitNet, DigitRecogniser, HearingError, spoken_planes};
use countersign_media::Sound;
use serde_json::Value;

/// The tune of `export.py`: a rising tone over a hum, 1.5 s.
fn tune() -> Vec<f32> {
    let wave = |hertz: f64, t: f64| (2.0 * std::f64::consts::PI * hertz * t).sin();
    (0..24_000)
        .map(|i| f64::from(i) / 16_000.0)
        .map(|t| (0.4 * wave(300.0 + 900.0 * t, t) + 0.2 * wave(120.0, t)) as f32)
        .collect()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

fn apart(found: &[f32], every: usize, wanted: &[f64]) -> f64 {
    let taken: Vec<f64> = found.iter().step_by(every).map(|v| f64::from(*v)).collect();
    assert_eq!(taken.len(), wanted.len());
    taken.iter().zip(wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

#[test]
fn features_and_net_say_what_the_reference_said() {
    let told: Value = serde_json::from_str(include_str!("reference/digits.json")).unwrap();
    let every = usize::try_from(told["every"].as_u64().unwrap()).unwrap();
    let (frames, values) = spoken_planes(&tune());
    assert_eq!(frames as u64, told["frames"].as_u64().unwrap());
    let worst = apart(&values, every, &numbers(&told["planes"]));
    assert!(worst < 2e-3, "features: {worst}");
    let net = ModelStore::built_in(1).unwrap().load(DIGITS_MODEL).unwrap();
    let outputs = net.run(&[Tensor::new(vec![1, 2, 40, frames], values).unwrap()]).unwrap();
    assert_eq!(outputs.len(), told["heads"].as_object().unwrap().len());
    for (info, output) in net.info().outputs.iter().zip(&outputs) {
        let worst = apart(&output.data, every, &numbers(&told["heads"][&info.name]));
        assert!(worst < 2e-2, "{}: {worst}", info.name);
    }
}

#[test]
fn a_language_it_does_not_hear_is_said_and_not_guessed() {
    let ears = DigitNet::load(&ModelStore::built_in(1).unwrap()).unwrap();
    assert!(ears.hears("en") && !ears.hears("tlh"));
    let sound = Sound { sample_rate: 16_000, samples: tune() };
    assert!(matches!(ears.recognise(&sound, "tlh", 6), Err(HearingError::Language { asked }) if asked == "tlh"));
}
