use super::*;
use crate::models::ModelStore;

/// When the syllables of the test are said, seconds (start, end).
const SYLLABLES: [(f64, f64); 6] = [(0.4, 0.7), (0.95, 1.2), (1.6, 1.9), (2.05, 2.3), (2.75, 3.1), (3.3, 3.5)];

fn within(t: f64) -> bool {
    SYLLABLES.iter().any(|(from, to)| (*from..*to).contains(&t))
}

/// A buzz of 120 Hz with the formants of a vowel, so that the voice detector takes it for a voice.
fn sound() -> Sound {
    let tone = |t: f64| {
        let partial = |k: u32| {
            let hertz = 120.0 * f64::from(k);
            let near = |formant: f64| (-((hertz - formant) / 150.0).powi(2)).exp();
            (near(700.0) + 0.6 * near(1200.0) + 0.3 * near(2600.0) + 0.02) * (std::f64::consts::TAU * hertz * t).sin()
        };
        (1..30).map(partial).sum::<f64>() * 0.1
    };
    let samples =
        (0..64_000).map(|i| f64::from(i) / 16_000.0).map(|t| if within(t) { tone(t) as f32 } else { 0.0 }).collect();
    Sound { sample_rate: 16_000, samples }
}

fn mouth(late_s: f64) -> Vec<MouthFrame> {
    let lips = |open: f32| Lips { opening: open, height: 0.3 + open, width: 0.7, dark_share: open };
    let frame = |t: f64| MouthFrame { at_s: t, lips: lips(if within(t - late_s) { 0.2 } else { 0.02 }) };
    (0..60).map(|i| frame(f64::from(i) / 15.0)).collect()
}

fn sync(mouth: &[MouthFrame], sound: &Sound, digits: &[HeardDigit]) -> Result<MouthSync, MouthSyncError> {
    let heard = HeardLips::load(&ModelStore::built_in(1).unwrap()).unwrap();
    mouth_sync(&heard, mouth, sound, digits)
}

fn heard(start_s: f32, end_s: f32) -> HeardDigit {
    HeardDigit { digit: 1, start_s, end_s, confidence: 1.0, support: [0.0; 10] }
}

#[test]
fn a_mouth_that_follows_the_sound_agrees_without_a_shift() {
    let found = sync(&mouth(0.0), &sound(), &[]).unwrap();
    assert!(found.agreement > 0.5 && found.best_offset_s.abs() <= 0.1, "{found:?}");
    assert!(
        found.moving_share_in_speech > 0.8 && found.moving_share_in_speech > found.moving_share_in_silence,
        "{found:?}"
    );
}

#[test]
fn a_mouth_200_ms_late_or_early_shows_its_delay() {
    for late in [-0.2, 0.2] {
        let found = sync(&mouth(late), &sound(), &[]).unwrap();
        assert!((f64::from(found.best_offset_s) - late).abs() <= 0.08, "{found:?}");
        assert!(found.agreement < found.best_agreement - 0.05, "{found:?}");
    }
}

#[test]
fn a_still_mouth_is_measured_as_still() {
    let still: Vec<MouthFrame> =
        mouth(0.0).iter().map(|frame| MouthFrame { at_s: frame.at_s, lips: mouth(0.0)[0].lips }).collect();
    let found = sync(&still, &sound(), &[heard(0.4, 0.7)]).unwrap();
    assert!(found.agreement.abs() < 1e-6 && found.moving_share_in_speech.abs() < 1e-6, "{found:?}");
    assert!(found.digits[0].motion.abs() < f32::EPSILON);
}

#[test]
fn each_digit_has_its_own_motion() {
    let found = sync(&mouth(0.0), &sound(), &[heard(0.4, 0.8), heard(3.6, 3.9)]).unwrap();
    assert!((found.digits[0].motion - 0.18).abs() < 1e-6, "{found:?}");
    assert!(found.digits[1].motion < 0.01, "{found:?}");
}

#[test]
fn what_cannot_be_compared_says_why() {
    assert!(matches!(sync(&[], &sound(), &[]), Err(MouthSyncError::TooFewPictures)));
    let sparse: Vec<MouthFrame> = mouth(0.0).into_iter().step_by(4).collect();
    assert!(matches!(sync(&sparse, &sound(), &[]), Err(MouthSyncError::TooFewPictures)));
    assert!(matches!(sync(&mouth(0.0)[..16], &sound(), &[]), Err(MouthSyncError::TooShort)));
    let quiet = Sound { sample_rate: 16_000, samples: vec![0.0; 64_000] };
    assert!(matches!(sync(&mouth(0.0), &quiet, &[]), Err(MouthSyncError::NoSpeech)));
}
