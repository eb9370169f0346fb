//! Digits, and the noise that hides them.

use countersign_domain::CheckResult;

use super::case::{changed, clip, heard, sound, unheard};

#[test]
fn noise_that_did_not_hide_the_digits_is_no_reason_to_ask_again() {
    assert_eq!(changed(|m| sound(m).snr_db = Some(2.0)), vec![]);
    assert_eq!(changed(|m| sound(m).snr_db = None), vec![]);
    assert_eq!(changed(|m| (sound(m).clipped_share, sound(m).other_speech_s) = (0.2, 3.0)), vec![]);
}

#[test]
fn digits_that_noise_hid_could_not_be_assessed_and_the_noise_is_told() {
    for (snr, clipped, other, reason) in [
        (Some(2.0), 0.0, 0.0, "too_noisy"),
        (Some(30.0), 0.2, 0.0, "sound_clipped"),
        (Some(30.0), 0.0, 2.0, "other_speech"),
        (None, 0.0, 0.0, "other_speech"),
    ] {
        let all = changed(|m| {
            unheard(m);
            (sound(m).snr_db, sound(m).clipped_share, sound(m).other_speech_s) = (snr, clipped, other);
        });
        let told = [
            ("liveness_noise", CheckResult::Fail, vec![reason]),
            ("liveness_digits", CheckResult::NotAssessed, vec!["check_not_assessed"]),
        ];
        assert_eq!(all, told, "{reason}");
    }
}

#[test]
fn silence_and_noise_without_any_voice_are_told_apart() {
    let noise = |snr: Option<f64>, silent: bool| {
        let all = changed(|m| {
            unheard(m);
            (sound(m).snr_db, sound(m).silent, sound(m).speech_s) = (snr, silent, 0.2);
        });
        all[0].2[0]
    };
    assert_eq!(noise(Some(1.0), false), "too_noisy");
    assert_eq!(noise(Some(30.0), false), "no_speech");
    assert_eq!(noise(None, true), "no_speech");
}

#[test]
fn a_language_that_was_never_measured_on_people_fails_nobody_and_passes_who_is_heard() {
    assert_eq!(changed(|m| heard(m).proven = false), vec![]);
    let weak = |proven| changed(|m| (heard(m).proven, heard(m).score) = (proven, 0.7));
    assert_eq!((weak(true), weak(false)[0].1), (vec![], CheckResult::NotAssessed));
    let unheard = changed(|m| (heard(m).proven, heard(m).matched, heard(m).score) = (false, 3, 0.01));
    assert!(
        unheard.contains(&("liveness_digits", CheckResult::NotAssessed, vec!["check_not_assessed"])),
        "{unheard:?}"
    );
    let english = changed(|m| {
        (heard(m).proven, heard(m).matched, heard(m).score) = (false, 3, 0.01);
        heard(m).language = Some("en".into());
    });
    assert!(english.contains(&("liveness_digits", CheckResult::Fail, vec!["digits_other_language"])), "{english:?}");
}

#[test]
fn the_right_digits_with_a_weak_score_are_a_doubt_and_a_single_wrong_one_is_told() {
    assert_eq!(changed(|m| heard(m).score = 0.1), vec![("liveness_digits", CheckResult::Doubt, vec![])]);
    let one_off = changed(|m| (heard(m).matched, heard(m).score) = (5, 0.0));
    assert_eq!(one_off, vec![("liveness_digits", CheckResult::Fail, vec!["digits_differ"])]);
}

#[test]
fn a_voice_that_said_the_digits_in_another_language_is_not_called_noise_or_silence() {
    let foreign = changed(|m| {
        unheard(m);
        heard(m).language = Some("es".into());
        (sound(m).other_speech_s, sound(m).silent) = (3.0, true);
    });
    assert_eq!(foreign, vec![("liveness_digits", CheckResult::Fail, vec!["digits_other_language"])]);
    assert_eq!(changed(|m| sound(m).silent = true), vec![], "quiet, and understood all the same");
}

#[test]
fn a_mouth_that_fits_the_sound_half_is_a_doubt_and_less_a_refusal() {
    let with = |correlation: f64| {
        changed(|m| {
            let mouth = clip(m).mouth.as_mut().expect("mouth");
            (mouth.correlation, mouth.best_correlation) = (correlation, correlation);
        })
    };
    assert_eq!(with(0.31), vec![]);
    assert_eq!(with(0.2), vec![("liveness_mouth", CheckResult::Doubt, vec![])]);
    assert_eq!(with(0.1), vec![("liveness_mouth", CheckResult::Fail, vec!["mouth_out_of_step"])]);
}
