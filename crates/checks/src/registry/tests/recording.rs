//! The recording's quality: each cause by its own name, and what it hides is not called false.

use countersign_domain::CheckResult::{self, Fail, NotAssessed};

use super::case::{changed, clip, face, seen};
use crate::measurements::Measurements;

type Change = fn(&mut Measurements);

#[test]
fn each_cause_gives_its_own_reason_and_no_other() {
    let cases: &[(&str, &str, Change)] = &[
        ("liveness_face_present", "face_left", |m| seen(m).away_s = 1.2),
        ("liveness_face_present", "face_changed", |m| seen(m).own_distance = Some(0.9)),
        ("liveness_face_present", "several_faces", |m| {
            (face(m).faces_max, face(m).several_share) = (2, 0.3);
            seen(m).own_distance = Some(0.9);
        }),
        ("liveness_facing", "face_turned", |m| seen(m).yaw = 40.0),
        ("liveness_distance", "face_too_far", |m| seen(m).eyes_px = 20.0),
        ("liveness_distance", "face_too_near", |m| (seen(m).eyes_share, seen(m).cut_share) = (0.5, 1.0)),
        ("liveness_distance", "face_cut_off", |m| seen(m).cut_share = 0.8),
        ("liveness_sharpness", "face_blurred", |m| seen(m).sharpness = 0.01),
        ("liveness_uncovered", "mouth_covered", |m| seen(m).mouth_contrast = Some(0.02)),
        ("liveness_uncovered", "mouth_covered", |m| seen(m).mouth_other_share = Some(0.9)),
        ("liveness_uncovered", "eyes_covered", |m| seen(m).eyes_brightness = Some(0.1)),
        ("liveness_uncovered", "eyes_covered", |m| seen(m).eyes_contrast = Some(0.01)),
        ("liveness_uncovered", "forehead_covered", |m| seen(m).forehead_other_share = Some(1.0)),
        ("liveness_expression", "expression_not_neutral", |m| seen(m).smile_at_rest = Some(0.99)),
    ];
    for (check, reason, change) in cases {
        assert_eq!(changed(change), [(*check, Fail, vec![*reason])], "{reason}");
    }
}

#[test]
fn where_no_face_is_found_in_the_dark_it_is_the_dark() {
    let found = changed(|m| {
        let face = face(m);
        (face.frames_with_face, face.brightness, face.seen) = (0.0, None, None);
        face.picture_brightness = Some(0.04);
    });
    let failed: Vec<_> = found.iter().filter(|(_, result, _)| *result == Fail).collect();
    assert_eq!(failed, [&("liveness_lighting", Fail, vec!["face_dark"])]);
}

#[test]
fn what_is_glimpsed_of_a_head_on_its_side_is_not_called_covered() {
    let found = changed(|m| {
        seen(m).eyes_brightness = Some(0.1);
        face(m).frames_with_face = 0.02;
    });
    let failed: Vec<_> = found.iter().filter(|(_, result, _)| *result == Fail).collect();
    assert_eq!(failed, [&("liveness_face_present", Fail, vec!["face_not_seen"])]);
}

#[test]
fn a_face_that_always_looks_cheerful_is_at_rest() {
    assert_eq!(changed(|m| (seen(m).smile_at_rest, seen(m).smile_otherwise) = (Some(0.95), Some(0.9))), []);
}

#[test]
fn what_a_bad_picture_hides_could_not_be_assessed() {
    let unseen = |check| (check, NotAssessed, vec!["check_not_assessed"]);
    let still = |m: &mut Measurements| clip(m).mouth.as_mut().expect("mouth").motion = 0.0;
    let masked = changed(|m| {
        seen(m).mouth_other_share = Some(1.0);
        still(m);
        m.comparison.as_mut().expect("compared").fused = Some(0.8);
        face(m).frames_with_face = 0.5;
    });
    let told: Vec<(&str, CheckResult, Vec<&str>)> = vec![
        unseen("liveness_face_present"),
        ("liveness_uncovered", Fail, vec!["mouth_covered"]),
        unseen("liveness_mouth"),
        unseen("face_same_person"),
    ];
    assert_eq!(masked, told);
    let dark = changed(|m| {
        face(m).brightness = Some(0.05);
        (seen(m).sharpness, seen(m).eyes_contrast, seen(m).smile_at_rest) = (0.0, Some(0.0), Some(1.0));
        still(m);
    });
    let told = vec![
        ("liveness_lighting", Fail, vec!["face_dark"]),
        unseen("liveness_sharpness"),
        unseen("liveness_uncovered"),
        unseen("liveness_expression"),
        unseen("liveness_mouth"),
    ];
    assert_eq!(dark, told);
}
