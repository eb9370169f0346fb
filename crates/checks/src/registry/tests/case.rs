//! A case in which all is in order, and the ways to change one thing of it.

use std::collections::BTreeMap;

use countersign_domain::{
    BirthDate, Check, CheckResult, CheckRule, Consequence, Country, Declaration, DocumentType, LegalName, Policy,
    PolicyRef, Reason,
};
use jiff::civil::{Date, date};

use crate::measurements::*;
use crate::registry::assess;

pub(super) const LIMITS: &[(&str, f64)] = &[
    ("min_px", 600.0),
    ("min_fill", 0.5),
    ("max_documents", 1.0),
    ("max_likeness", 0.8),
    ("min", 0.38),
    ("max_share", 0.02),
    ("min_brightness", 0.25),
    ("min_margin_share", 0.01),
    ("max_moire", 0.09),
    ("max_moire_sure", 0.15),
    ("max_halftone", 0.5),
    ("max_screenshot", 0.7),
    ("min_colour", 2.0),
    ("max_recompressed_cells", 5.0),
    ("max_clean_cells", 10.0),
    ("max_copied_patches", 7.0),
    ("max_tint_over_colour", 5.0),
    ("max_tint", 36.0),
    ("max_roughness", 0.4),
    ("max_crushed", 0.01),
    ("min_portrait_grain", 1.05),
    ("min_confidence", 0.6),
    ("max_rule_class", 2.0),
    ("min_s", 2.7),
    ("max_s", 5.5),
    ("min_share", 0.8),
    ("max_faces", 1.0),
    ("max_several_share", 0.1),
    ("max_away_s", 0.4),
    ("max_own_distance", 0.7),
    ("max_yaw", 25.0),
    ("max_pitch", 25.0),
    ("max_roll", 25.0),
    ("min_eyes_distance_px", 36.0),
    ("max_eyes_share", 0.36),
    ("max_cut_share", 0.34),
    ("min_face_sharpness", 0.03),
    ("min_mouth_contrast", 0.08),
    ("max_mouth_other_share", 0.6),
    ("min_eyes_brightness", 0.36),
    ("min_eyes_contrast", 0.09),
    ("max_forehead_other_share", 0.7),
    ("max_smile", 0.85),
    ("max_smile_gain", 0.4),
    ("max_overexposed_share", 0.25),
    ("max_backlit_ratio", 2.5),
    ("max_imbalance", 0.45),
    ("min_snr_db", 8.0),
    ("min_speech_s", 0.8),
    ("max_clipped_share", 0.02),
    ("max_other_speech_s", 0.8),
    ("min_score", 0.5),
    ("min_sure_score", 1.0),
    ("max_impossible_share", 0.05),
    ("min_score_unproven", 0.8),
    ("min_matched_share", 1.0),
    ("min_motion", 0.3),
    ("min_correlation", 0.15),
    ("min_sure_correlation", 0.3),
    ("max_offset_s", 0.15),
    ("max_shift_gain", 0.15),
    ("min_shape_fit", 0.45),
    ("min_portrait_px", 60.0),
    ("min_eyes_px", 26.0),
    ("min_sharpness", 0.03),
    ("max_ghost_distance", 0.5),
    ("max_same_distance", 0.5),
    ("max_distance", 0.45),
    ("min_other_distance", 0.7),
];

pub(super) fn policy() -> Policy {
    let rule = |check: &Check| CheckRule {
        limits: LIMITS
            .iter()
            .filter(|(name, _)| check.limits().contains(name))
            .map(|(name, value)| ((*name).to_owned(), *value))
            .collect(),
        on_fail: Consequence::Resubmit,
        on_doubt: Consequence::Review,
        on_not_assessed: Consequence::Review,
        origin: "test".into(),
    };
    let policy = Policy {
        id: PolicyRef { name: "test".into(), version: "1".into() },
        level: 2,
        tries: 3,
        photo_asks: 2,
        session_minutes: 60,
        challenge_digits: 6,
        challenge_seconds: 120,
        review_hours: 48,
        video: true,
        rules: Check::ALL.iter().map(|check| (*check, rule(check))).collect::<BTreeMap<_, _>>(),
    };
    policy.validate().expect("the test's limits are complete");
    policy
}

pub(super) const BORN: Date = date(1974, 8, 12);

pub(super) fn read<T>(value: T, source: Source) -> Read<T> {
    Read { value, confidence: 0.95, source }
}

pub(super) fn side(source: Source) -> Side {
    Side {
        width_px: Some(1500.0),
        sharpness: Some(0.6),
        glare_share: Some(0.0),
        brightness: Some(0.55),
        overexposed_share: Some(0.0),
        placement: Some(Placement {
            documents: 1,
            fill: 0.8,
            covered_share: Some(0.0),
            mirrored: Some(false),
            look: Some((0..640).map(|i| if source == Source::Mrz { i * 7 % 251 } else { i * i % 241 } as u8).collect()),
            ..Placement::default()
        }),
        margin_share: Some(0.05),
        mrz: None,
        barcodes: 0,
        licence_record: false,
        fields: Fields {
            names: vec![read(NameRead { surname: "ERIKSSON".into(), given_names: "ANNA MARIA".into() }, source)],
            birth_dates: vec![read(BORN, source)],
            expiries: vec![read(ExpiryRead::On(date(2030, 4, 15)), source)],
            numbers: vec![read("L898902C3".into(), source)],
            issuers: vec![read("UTO".into(), source)],
            ..Fields::default()
        },
        mrz_searched: true,
        barcode_searched: true,
        portrait_px: Some(180.0),
        portrait_searched: true,
        portrait: Some(PortraitMeasured {
            eyes_px: 85.0,
            height_px: 180.0,
            sharpness: 0.12,
            screen: Some(0.6),
            other_colour_share: 0.1,
            ghost_searched: true,
            ghost: Some(GhostMeasured { eyes_px: 30.0, distance: 0.4 }),
        }),
        unaltered: Some(Unaltered {
            moire: Some(0.0),
            halftone: Some(0.1),
            screenshot: 0.0,
            own_colour: Some(14.0),
            tint: Some(4.0),
            roughness: Some(0.1),
            crushed: Some(0.0),
            portrait_grain: Some(1.5),
            recompressed_cells: Some(0.0),
            clean_cells: Some(0.0),
            copied_patches: Some(0.0),
            overprint: Some(vec![]),
            signs: vec!["no_camera"],
        }),
    }
}

pub(super) fn unaltered(side: &mut Side) -> &mut Unaltered {
    side.unaltered.as_mut().expect("examined")
}

pub(super) fn placement(side: &mut Side) -> &mut Placement {
    side.placement.as_mut().expect("placed")
}

pub(super) fn portrait(m: &mut Measurements) -> &mut PortraitMeasured {
    front(m).portrait.as_mut().expect("a portrait")
}

pub(super) fn good() -> Measurements {
    let mut back = side(Source::Mrz);
    (back.portrait_px, back.portrait) = (None, None);
    back.mrz = Some(MrzMeasured {
        format: "TD1".into(),
        valid: true,
        exception: None,
        confidence: 0.97,
        document_code: "I".into(),
        name_may_be_cut: false,
    });
    Measurements {
        today: date(2026, 11, 22),
        document_type: DocumentType::IdCard,
        declared: Some(Declaration {
            legal_name: LegalName::new("Anna Maria Eriksson").expect("a name"),
            birth_date: BirthDate::from_stored(BORN),
            document_type: DocumentType::IdCard,
            issuing_country: Country::new("UTO").expect("a code"),
        }),
        front: Some(side(Source::Print)),
        back: Some(back),
        clip: Some(ClipMeasured {
            duration_s: 4.1,
            face: Some(FaceOverTime {
                frames_with_face: 1.0,
                faces_max: 1,
                several_share: 0.0,
                brightness: Some(0.5),
                overexposed_share: Some(0.0),
                backlit_ratio: Some(1.1),
                imbalance: Some(0.1),
                picture_brightness: Some(0.5),
                picture_overexposed_share: Some(0.0),
                seen: Some(FaceSeen {
                    yaw: 4.0,
                    pitch: 5.0,
                    roll: 2.0,
                    eyes_px: 120.0,
                    eyes_share: 0.18,
                    cut_share: 0.0,
                    sharpness: 0.12,
                    mouth_contrast: Some(0.15),
                    mouth_other_share: Some(0.2),
                    eyes_brightness: Some(0.8),
                    eyes_contrast: Some(0.2),
                    forehead_other_share: Some(0.05),
                    away_s: 0.0,
                    own_distance: Some(0.3),
                    smile_at_rest: Some(0.05),
                    smile_otherwise: Some(0.1),
                    components: vec![("HeadPoseYaw", 99.0)],
                }),
            }),
            sound: Some(SoundMeasured {
                snr_db: Some(30.0),
                speech_s: 2.2,
                silent: false,
                clipped_share: 0.0,
                other_speech_s: 0.0,
            }),
            has_sound: true,
            digits: Some(DigitsHeard { matched: 6, asked: 6, score: 0.9, free: Some(6), language: None, proven: true }),
            mouth: Some(MouthMeasured {
                motion: 0.8,
                correlation: 0.5,
                best_correlation: 0.5,
                offset_s: 0.02,
                shape_fit: Some(0.8),
            }),
            presentation: Some(PresentationMeasured {
                score: Some(4.0),
                impossible_share: Some(0.0),
                signs: vec![("grid", 0.9)],
            }),
        }),
        comparison: Some(Comparison {
            portrait_px: 180.0,
            distances: vec![0.3, 0.35, 0.4],
            fused: Some(0.28),
            log_ratio: Some(3.0),
        }),
        template: None,
        gallery: Some(GallerySearch { searched: 40, not_comparable: 0, nearest: Some(0.71) }),
        document_models: vec![],
        speech_models: vec![],
        face_models: vec![],
        timings: vec![],
    }
}

/// Changes one thing and gives every check that is not a pass, with its reason codes.
pub(super) fn changed(change: impl FnOnce(&mut Measurements)) -> Vec<(&'static str, CheckResult, Vec<&'static str>)> {
    let mut found = good();
    change(&mut found);
    assess(&found, &policy())
        .expect("every limit is there")
        .into_iter()
        .filter(|b| b.result != CheckResult::Pass)
        .map(|b| (b.check.name(), b.result, b.reasons.iter().map(Reason::code).collect()))
        .collect()
}

pub(super) fn front(found: &mut Measurements) -> &mut Side {
    found.front.as_mut().expect("a front")
}

pub(super) fn back(found: &mut Measurements) -> &mut Side {
    found.back.as_mut().expect("a back")
}

pub(super) fn clip(found: &mut Measurements) -> &mut ClipMeasured {
    found.clip.as_mut().expect("a clip")
}

pub(super) fn face(found: &mut Measurements) -> &mut FaceOverTime {
    clip(found).face.as_mut().expect("a face")
}

pub(super) fn seen(found: &mut Measurements) -> &mut FaceSeen {
    face(found).seen.as_mut().expect("seen")
}

pub(super) fn sound(found: &mut Measurements) -> &mut SoundMeasured {
    clip(found).sound.as_mut().expect("sound")
}

pub(super) fn presented(found: &mut Measurements) -> &mut PresentationMeasured {
    clip(found).presentation.as_mut().expect("looked for")
}

pub(super) fn heard(found: &mut Measurements) -> &mut DigitsHeard {
    clip(found).digits.as_mut().expect("digits")
}

/// Only half of the digits are as asked.
pub(super) fn unheard(found: &mut Measurements) {
    (heard(found).matched, heard(found).score) = (3, 0.01);
}

/// The portrait lies this far from the video.
pub(super) fn apart(found: &mut Measurements, distance: f64) {
    let compared = found.comparison.as_mut().expect("compared");
    (compared.distances, compared.fused) = (vec![distance; 5], Some(distance));
}
