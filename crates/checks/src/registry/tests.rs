//! Every check on plain measurements: one that is in order, each defect alone, and each measurement missing.

use std::collections::BTreeMap;

use countersign_domain::{
    BirthDate, Check, CheckResult, CheckRule, Consequence, Country, Declaration, DocumentType, LegalName, Policy,
    PolicyRef, Reason,
};
use jiff::civil::{Date, date};

use super::assess;
use crate::identity::dates::{Context, Meaning, Readings, readings};
use crate::measurements::*;

const LIMITS: &[(&str, f64)] = &[
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
    ("max_screenshot", 0.7),
    ("min_colour", 2.0),
    ("max_recompressed_cells", 5.0),
    ("max_clean_cells", 8.0),
    ("max_copied_patches", 7.0),
    ("max_tint_over_colour", 5.0),
    ("max_tint", 36.0),
    ("max_roughness", 0.4),
    ("min_confidence", 0.6),
    ("max_rule_class", 2.0),
    ("min_s", 2.7),
    ("max_s", 5.5),
    ("min_share", 0.8),
    ("max_faces", 1.0),
    ("max_overexposed_share", 0.25),
    ("max_backlit_ratio", 2.5),
    ("max_imbalance", 0.45),
    ("min_snr_db", 8.0),
    ("min_speech_s", 0.8),
    ("min_score", 0.5),
    ("min_matched_share", 1.0),
    ("min_motion", 0.3),
    ("min_correlation", 0.15),
    ("max_offset_s", 0.15),
    ("max_shift_gain", 0.15),
    ("min_portrait_px", 60.0),
    ("min_eyes_px", 26.0),
    ("min_sharpness", 0.03),
    ("max_ghost_distance", 0.5),
    ("max_same_distance", 0.55),
    ("min_other_distance", 0.7),
];

fn policy() -> Policy {
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
        session_minutes: 60,
        challenge_digits: 6,
        challenge_seconds: 120,
        review_hours: 48,
        rules: Check::ALL.iter().map(|check| (*check, rule(check))).collect::<BTreeMap<_, _>>(),
    };
    policy.validate().expect("the test's limits are complete");
    policy
}

const BORN: Date = date(1974, 8, 12);

fn read<T>(value: T, source: Source) -> Read<T> {
    Read { value, confidence: 0.95, source }
}

fn side(source: Source) -> Side {
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
            screenshot: 0.0,
            own_colour: Some(14.0),
            tint: Some(4.0),
            roughness: Some(0.1),
            recompressed_cells: Some(0.0),
            clean_cells: Some(0.0),
            copied_patches: Some(0.0),
            overprint: Some(vec![]),
            signs: vec!["no_camera"],
        }),
    }
}

fn unaltered(side: &mut Side) -> &mut Unaltered {
    side.unaltered.as_mut().expect("examined")
}

fn placement(side: &mut Side) -> &mut Placement {
    side.placement.as_mut().expect("placed")
}

fn portrait(m: &mut Measurements) -> &mut PortraitMeasured {
    front(m).portrait.as_mut().expect("a portrait")
}

fn good() -> Measurements {
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
            }),
            sound: Some(SoundMeasured { snr_db: Some(30.0), speech_s: 2.2, silent: false, clipped_share: 0.0 }),
            has_sound: true,
            digits: Some(DigitsHeard { matched: 6, asked: 6, score: 0.9 }),
            mouth: Some(MouthMeasured { motion: 0.8, correlation: 0.5, best_correlation: 0.5, offset_s: 0.02 }),
        }),
        comparison: Some(Comparison { portrait_px: 180.0, distances: vec![0.3, 0.35, 0.4] }),
        document_models: vec![],
        speech_models: vec![],
        face_models: vec![],
        timings: vec![],
    }
}

/// Changes one thing and gives every check that is not a pass, with its reason codes.
fn changed(change: impl FnOnce(&mut Measurements)) -> Vec<(&'static str, CheckResult, Vec<&'static str>)> {
    let mut found = good();
    change(&mut found);
    assess(&found, &policy())
        .expect("every limit is there")
        .into_iter()
        .filter(|b| b.result != CheckResult::Pass)
        .map(|b| (b.check.name(), b.result, b.reasons.iter().map(Reason::code).collect()))
        .collect()
}

fn front(found: &mut Measurements) -> &mut Side {
    found.front.as_mut().expect("a front")
}

fn back(found: &mut Measurements) -> &mut Side {
    found.back.as_mut().expect("a back")
}

fn clip(found: &mut Measurements) -> &mut ClipMeasured {
    found.clip.as_mut().expect("a clip")
}

fn face(found: &mut Measurements) -> &mut FaceOverTime {
    clip(found).face.as_mut().expect("a face")
}

#[test]
fn all_in_order_passes_every_check() {
    assert_eq!(changed(|_| {}), vec![]);
}

#[test]
fn each_defect_alone_gives_its_own_reason_and_no_other() {
    use CheckResult::{Doubt, Fail};
    type Change = fn(&mut Measurements);
    let cases: &[(&str, CheckResult, &str, Change)] = &[
        ("document_resolution", Fail, "document_low_resolution", |m| front(m).width_px = Some(400.0)),
        ("document_sharpness", Fail, "document_blurred", |m| back(m).sharpness = Some(0.2)),
        ("document_glare", Fail, "document_glare", |m| front(m).glare_share = Some(0.1)),
        ("document_lighting", Fail, "document_dark", |m| front(m).brightness = Some(0.1)),
        ("document_lighting", Fail, "document_overexposed", |m| front(m).overexposed_share = Some(0.6)),
        ("document_resolution", Fail, "document_too_far", |m| {
            (front(m).width_px, placement(front(m)).fill) = (Some(400.0), 0.2);
        }),
        ("document_whole", Fail, "document_cut_off", |m| back(m).margin_share = Some(0.0)),
        ("document_whole", Fail, "document_too_near", |m| {
            (back(m).margin_share, placement(back(m)).too_near) = (Some(0.0), true);
        }),
        ("document_alone", Fail, "several_documents", |m| placement(front(m)).documents = 2),
        ("document_uncovered", Fail, "document_covered", |m| placement(back(m)).covered_share = Some(0.12)),
        ("document_side_shown", Fail, "same_side_twice", |m| {
            placement(back(m)).look = placement(front(m)).look.clone();
        }),
        ("document_side_shown", Fail, "document_mirrored", |m| placement(front(m)).mirrored = Some(true)),
        ("document_origin", Fail, "document_from_screen", |m| unaltered(front(m)).moire = Some(0.4)),
        ("document_origin", Doubt, "document_origin_doubtful", |m| unaltered(back(m)).moire = Some(0.1)),
        ("document_origin", Fail, "document_screenshot", |m| unaltered(front(m)).screenshot = 0.75),
        ("document_origin", Fail, "document_grey_copy", |m| unaltered(front(m)).own_colour = Some(0.6)),
        ("document_edited", Doubt, "document_edit_suspected", |m| unaltered(front(m)).recompressed_cells = Some(9.0)),
        ("document_edited", Doubt, "document_edit_suspected", |m| unaltered(back(m)).clean_cells = Some(12.0)),
        ("document_edited", Doubt, "document_edit_suspected", |m| unaltered(back(m)).copied_patches = Some(30.0)),
        ("document_filtered", Fail, "document_filtered", |m| {
            (unaltered(front(m)).tint, unaltered(front(m)).own_colour) = (Some(30.0), Some(3.0));
        }),
        ("document_filtered", Doubt, "document_tone_doubtful", |m| unaltered(front(m)).tint = Some(40.0)),
        ("document_filtered", Doubt, "document_tone_doubtful", |m| unaltered(back(m)).roughness = Some(0.9)),
        ("document_watermark", Fail, "document_overprint", |m| unaltered(front(m)).overprint = Some(vec!["SPECIMEN"])),
        ("document_metadata", Doubt, "file_edited", |m| unaltered(front(m)).signs = vec!["editor"]),
        ("document_mrz", Fail, "mrz_check_digits", |m| {
            m.back.as_mut().and_then(|b| b.mrz.as_mut()).expect("a zone").valid = false;
            // Without a verified zone the kind of document rests on print alone.
            m.document_type = DocumentType::IdCard;
        }),
        ("document_sides_agree", Fail, "sides_differ", |m| {
            // By barcode: a printed date would also contradict the zone.
            front(m).fields.expiries = vec![read(ExpiryRead::On(date(2031, 1, 1)), Source::Barcode)];
        }),
        ("document_sides_agree", Doubt, "sides_differ", |m| {
            front(m).fields.sexes = vec![read("M".into(), Source::Print)];
            back(m).fields.sexes = vec![read("F".into(), Source::Mrz)];
        }),
        ("document_print_agrees", Fail, "print_differs", |m| {
            back(m)
                .fields
                .names
                .push(read(NameRead { surname: "ERIKSSON".into(), given_names: "GRETA".into() }, Source::Print));
            front(m).fields.names.remove(0);
        }),
        ("document_print_agrees", Doubt, "print_unlike", |m| {
            front(m).fields.numbers.remove(0);
            back(m).fields.numbers.push(read("740812-0005".into(), Source::Print));
        }),
        ("document_print_agrees", Doubt, "print_not_comparable", |m| {
            // Print in the zone's stead on both sides: nothing machine readable is left to compare it with.
            back(m).fields.names[0].source = Source::Print;
            back(m).fields.birth_dates[0].source = Source::Print;
            back(m).fields.expiries[0].source = Source::Print;
        }),
        ("identity_name", Doubt, "name_needs_look", |m| declare(m, "Anna Eriksson", BORN)),
        ("identity_birth_date", Doubt, "birth_date_needs_look", |m| {
            for side in [&mut m.front, &mut m.back].into_iter().flatten() {
                side.fields.birth_dates.clear();
                side.fields.open_birth_dates = vec![read(open_date("1974-XX-XX"), Source::Print)];
            }
        }),
        ("identity_birth_date", Fail, "birth_date_differs", |m| {
            for side in [&mut m.front, &mut m.back].into_iter().flatten() {
                side.fields.birth_dates.clear();
                side.fields.open_birth_dates = vec![read(open_date("1975-XX-XX"), Source::Print)];
            }
        }),
        ("identity_issuer", Fail, "issuer_differs", |m| {
            m.declared.as_mut().expect("declared").issuing_country = Country::new("SWE").expect("a code");
        }),
        ("identity_issuer", Doubt, "issuer_not_read", |m| {
            (front(m).fields.issuers.clear(), back(m).fields.issuers.clear()).0
        }),
        ("identity_name", Fail, "name_differs", |m| declare(m, "Greta Eriksson", BORN)),
        ("identity_birth_date", Fail, "birth_date_differs", |m| declare(m, "Anna Maria Eriksson", date(1974, 12, 8))),
        ("liveness_duration", Fail, "video_too_short", |m| clip(m).duration_s = 1.9),
        ("liveness_duration", Fail, "video_too_long", |m| clip(m).duration_s = 9.0),
        ("liveness_face_present", Fail, "face_not_seen", |m| face(m).frames_with_face = 0.4),
        ("liveness_face_present", Fail, "several_faces", |m| (face(m).faces_max, face(m).several_share) = (2, 0.5)),
        ("liveness_lighting", Fail, "face_dark", |m| face(m).brightness = Some(0.1)),
        ("liveness_lighting", Fail, "face_backlit", |m| {
            (face(m).brightness, face(m).backlit_ratio) = (Some(0.1), Some(4.0));
        }),
        ("liveness_lighting", Fail, "face_overexposed", |m| face(m).overexposed_share = Some(0.6)),
        ("liveness_lighting", Fail, "face_one_sided", |m| face(m).imbalance = Some(0.7)),
        ("liveness_noise", Fail, "too_noisy", |m| clip(m).sound.as_mut().expect("sound").snr_db = Some(2.0)),
        ("liveness_noise", Fail, "no_speech", |m| clip(m).sound.as_mut().expect("sound").silent = true),
        ("liveness_digits", Fail, "digits_differ", |m| clip(m).digits.as_mut().expect("digits").matched = 5),
        ("liveness_mouth", Fail, "mouth_still", |m| clip(m).mouth.as_mut().expect("mouth").motion = 0.0),
        ("liveness_mouth", Fail, "mouth_out_of_step", |m| {
            let mouth = clip(m).mouth.as_mut().expect("mouth");
            (mouth.offset_s, mouth.best_correlation) = (0.4, 0.8);
        }),
        ("face_same_person", Fail, "face_differs", |m| {
            m.comparison.as_mut().expect("compared").distances = vec![0.8; 5];
        }),
        ("face_same_person", Doubt, "face_doubtful", |m| {
            m.comparison.as_mut().expect("compared").distances = vec![0.6; 5];
        }),
        ("document_portrait", Fail, "portrait_not_found", |m| front(m).portrait = None),
        ("document_portrait", Fail, "portrait_too_small", |m| portrait(m).eyes_px = 20.0),
        ("document_portrait", Fail, "portrait_unclear", |m| portrait(m).sharpness = 0.01),
        ("document_portrait", Doubt, "ghost_portrait_differs", |m| {
            portrait(m).ghost.as_mut().expect("a ghost").distance = 0.9;
        }),
        ("face_same_person", Fail, "portrait_too_small", |m| front(m).portrait_px = Some(40.0)),
        ("face_same_person", Fail, "portrait_not_found", |m| front(m).portrait_px = None),
    ];
    for (check, result, reason, change) in cases {
        let all = changed(*change);
        let found =
            all.iter().find(|(name, ..)| name == check).unwrap_or_else(|| panic!("{check} passed with {reason}"));
        assert_eq!((found.1, found.2.as_slice()), (*result, [*reason].as_slice()), "{check}");
        let others: Vec<_> = all.iter().filter(|(name, result, _)| name != check && *result == Fail).collect();
        assert!(others.is_empty(), "{reason} also failed {others:?}");
    }
}

#[test]
fn a_photo_without_a_document_says_whether_it_shows_anything() {
    let whole = |change: fn(&mut Side)| {
        let nothing = |m: &mut Measurements| {
            let side = Side { margin_share: None, portrait_px: None, fields: Fields::default(), ..front(m).clone() };
            *front(m) = side;
            change(front(m));
        };
        changed(nothing)
            .into_iter()
            .find(|(name, ..)| *name == "document_whole")
            .map(|(_, result, reasons)| (result, reasons))
    };
    assert_eq!(whole(|_| {}), Some((CheckResult::Fail, vec!["document_not_found"])));
    assert_eq!(whole(|side| placement(side).blank = true), Some((CheckResult::Fail, vec!["photo_blank"])));
    assert_eq!(whole(unseen_frame), Some((CheckResult::Fail, vec!["document_too_near"])));
    let scan = |side: &mut Side| {
        unseen_frame(side);
        side.portrait_px = Some(180.0);
    };
    assert_eq!(whole(scan), Some((CheckResult::Doubt, vec![])), "a scan has no visible outline");
}

fn unseen_frame(side: &mut Side) {
    (side.margin_share, placement(side).fills_frame) = (Some(0.0), true);
}

#[test]
fn a_back_in_the_place_of_the_front_is_told() {
    let all = changed(|m| {
        front(m).mrz = back(m).mrz.clone();
        (front(m).portrait_px, front(m).portrait) = (None, None);
    });
    let shown = all.iter().find(|(name, ..)| *name == "document_side_shown");
    assert_eq!(
        shown.map(|(_, result, reasons)| (*result, reasons.clone())),
        Some((CheckResult::Fail, vec!["document_wrong_side"]))
    );
}

#[test]
fn expiry_is_enforced_and_unreadable_is_told() {
    let both = |m: &mut Measurements, expiry: Option<Date>| {
        for side in [&mut m.front, &mut m.back].into_iter().flatten() {
            side.fields.expiries = expiry.into_iter().map(|on| read(ExpiryRead::On(on), Source::Mrz)).collect();
        }
    };
    assert_eq!(
        changed(|m| both(m, Some(date(2026, 11, 21)))),
        vec![("document_expiry", CheckResult::Fail, vec!["document_expired"])]
    );
    assert_eq!(changed(|m| both(m, Some(date(2026, 11, 22)))), vec![], "valid through its last day");
    assert_eq!(changed(|m| both(m, None)), vec![("document_expiry", CheckResult::Fail, vec!["expiry_unreadable"])]);
}

#[test]
fn without_evidence_nothing_passes() {
    let mut nothing = good();
    (nothing.front, nothing.back, nothing.clip, nothing.comparison, nothing.declared) = (None, None, None, None, None);
    for found in assess(&nothing, &policy()).expect("every limit is there") {
        assert_eq!(found.result, CheckResult::NotAssessed, "{}", found.check.name());
    }
}

#[test]
fn a_measurement_that_is_missing_or_no_number_never_passes() {
    type Change = fn(&mut Measurements);
    let cases: &[(&str, Change)] = &[
        ("document_resolution", |m| front(m).width_px = None),
        ("document_sharpness", |m| front(m).sharpness = None),
        ("document_alone", |m| front(m).placement = None),
        ("document_uncovered", |m| placement(back(m)).covered_share = None),
        ("document_side_shown", |m| back(m).placement = None),
        ("document_lighting", |m| front(m).overexposed_share = None),
        ("document_sharpness", |m| front(m).sharpness = Some(f64::NAN)),
        ("document_glare", |m| back(m).glare_share = None),
        ("document_lighting", |m| back(m).brightness = Some(f64::INFINITY)),
        ("document_mrz", |m| front(m).mrz_searched = false),
        ("document_origin", |m| front(m).unaltered = None),
        ("document_origin", |m| unaltered(back(m)).moire = None),
        ("document_origin", |m| unaltered(back(m)).own_colour = Some(f64::NAN)),
        ("document_edited", |m| front(m).unaltered = None),
        ("document_edited", |m| {
            let seen = unaltered(front(m));
            (seen.recompressed_cells, seen.clean_cells, seen.copied_patches) = (None, None, Some(f64::NAN));
        }),
        ("document_filtered", |m| unaltered(front(m)).tint = None),
        ("document_watermark", |m| unaltered(back(m)).overprint = None),
        ("document_metadata", |m| back(m).unaltered = None),
        ("liveness_face_present", |m| clip(m).face = None),
        ("liveness_lighting", |m| face(m).imbalance = None),
        ("liveness_noise", |m| clip(m).sound = None),
        ("liveness_digits", |m| clip(m).digits = None),
        ("liveness_mouth", |m| clip(m).mouth = None),
        ("liveness_mouth", |m| clip(m).mouth.as_mut().expect("mouth").correlation = f64::NAN),
        ("document_portrait", |m| portrait(m).ghost_searched = false),
        ("document_portrait", |m| portrait(m).sharpness = f64::NAN),
        ("document_portrait", |m| portrait(m).ghost.as_mut().expect("a ghost").distance = f64::NAN),
        ("face_same_person", |m| m.comparison = None),
        ("face_same_person", |m| m.comparison.as_mut().expect("compared").distances = vec![]),
        ("face_same_person", |m| m.comparison.as_mut().expect("compared").distances = vec![f64::NAN; 5]),
        ("face_same_person", |m| front(m).portrait_searched = false),
    ];
    for (check, change) in cases {
        let all = changed(*change);
        assert!(
            all.iter().any(|(name, result, _)| name == check && *result == CheckResult::NotAssessed),
            "{check}: {all:?}"
        );
    }
}

#[test]
fn every_limit_of_the_policy_reaches_its_check() {
    // Moving one limit to where the good case no longer meets it must change the answer of exactly that check.
    for check in Check::ALL.iter().filter(|check| check.applies_to(DocumentType::IdCard)) {
        for limit in check.limits() {
            let mut strict = policy();
            let unreachable = if limit.starts_with("min_other") {
                0.0
            } else if limit.starts_with("max") {
                -1.0
            } else {
                1e9
            };
            strict.rules.get_mut(check).expect("ruled").limits.insert((*limit).to_owned(), unreachable);
            let answers = assess(&good(), &strict).expect("every limit is there");
            let answer = answers.iter().find(|b| b.check == *check).expect("answered");
            // A second face, a shift beyond the limit, or too few pixels must be there for these to matter.
            if matches!(*limit, "max_faces" | "max_shift_gain" | "min_fill") {
                continue;
            }
            assert_ne!(answer.result, CheckResult::Pass, "{} does not heed {limit}", check.name());
        }
    }
}

fn open_date(text: &str) -> Readings {
    readings(text, Context { country: "", meaning: Meaning::Birth, today: date(2026, 11, 22) })
}

fn declare(m: &mut Measurements, name: &str, birth_date: Date) {
    let declared = m.declared.as_mut().expect("declared");
    declared.legal_name = LegalName::new(name).expect("a name");
    declared.birth_date = BirthDate::from_stored(birth_date);
}

#[test]
fn a_document_without_a_ghost_image_passes() {
    assert_eq!(changed(|m| portrait(m).ghost = None), vec![]);
}
