//! Every check on plain measurements: one that is in order, each defect alone, and each measurement missing.

use countersign_domain::{BirthDate, Check, CheckResult, Country, DocumentType, LegalName};
use jiff::civil::{Date, date};

use super::assess;
use crate::identity::dates::{Context, Meaning, Readings, readings};
use crate::measurements::*;

mod case;
mod print;
mod recording;
mod speech;

use case::*;

#[test]
fn all_in_order_passes_every_check() {
    assert_eq!(changed(|_| {}), vec![]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, one line a defect")]
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
        ("document_origin", Doubt, "document_origin_doubtful", |m| unaltered(front(m)).halftone = Some(0.8)),
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
        ("document_filtered", Doubt, "document_tone_doubtful", |m| unaltered(front(m)).crushed = Some(0.02)),
        ("document_filtered", Doubt, "document_tone_doubtful", |m| unaltered(front(m)).portrait_grain = Some(0.3)),
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
            front(m).fields.issuers.clear();
            back(m).fields.issuers.clear();
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
        ("liveness_noise", Fail, "too_noisy", |m| {
            unheard(m);
            sound(m).snr_db = Some(2.0);
        }),
        ("liveness_noise", Fail, "sound_clipped", |m| {
            unheard(m);
            sound(m).clipped_share = 0.2;
        }),
        ("liveness_noise", Fail, "other_speech", |m| {
            unheard(m);
            sound(m).other_speech_s = 2.0;
        }),
        ("liveness_noise", Fail, "other_speech", |m| {
            unheard(m);
            sound(m).snr_db = None;
        }),
        ("liveness_noise", Fail, "no_speech", |m| {
            unheard(m);
            clip(m).sound.as_mut().expect("sound").silent = true;
        }),
        ("liveness_digits", Fail, "digits_differ", unheard),
        ("liveness_digits", Fail, "digits_missing", |m| {
            unheard(m);
            heard(m).free = Some(3);
        }),
        ("liveness_digits", Fail, "digits_other_language", |m| {
            unheard(m);
            heard(m).language = Some("es".into());
        }),
        ("liveness_presentation", Fail, "live_person_doubtful", |m| presented(m).score = Some(-3.0)),
        ("liveness_presentation", Doubt, "live_person_doubtful", |m| presented(m).score = Some(0.8)),
        ("liveness_presentation", Fail, "video_times_impossible", |m| presented(m).impossible_share = Some(0.4)),
        ("liveness_mouth", Fail, "mouth_still", |m| clip(m).mouth.as_mut().expect("mouth").motion = 0.0),
        ("liveness_mouth", Fail, "mouth_out_of_step", |m| {
            let mouth = clip(m).mouth.as_mut().expect("mouth");
            (mouth.offset_s, mouth.best_correlation) = (0.4, 0.8);
        }),
        ("face_same_person", Fail, "face_differs", |m| apart(m, 0.8)),
        ("face_same_person", Doubt, "face_doubtful", |m| apart(m, 0.6)),
        ("face_seen_before", Doubt, "face_under_another_applicant", |m| {
            m.gallery.as_mut().expect("searched").nearest = Some(0.3);
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
        side.licence_record = true;
    };
    assert_eq!(whole(scan), Some((CheckResult::Doubt, vec![])), "a scan has no visible outline");
    let unread = |side: &mut Side| {
        unseen_frame(side);
        placement(side).scanned = true;
    };
    assert_eq!(whole(unread), Some((CheckResult::Doubt, vec![])), "nor has one that cannot be read");
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
    nothing.gallery = None;
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
        ("liveness_facing", |m| face(m).seen = None),
        ("liveness_distance", |m| face(m).seen = None),
        ("liveness_sharpness", |m| face(m).seen = None),
        ("liveness_uncovered", |m| seen(m).mouth_contrast = None),
        ("liveness_uncovered", |m| seen(m).eyes_contrast = None),
        ("liveness_expression", |m| seen(m).smile_at_rest = None),
        ("liveness_expression", |m| seen(m).smile_otherwise = Some(f64::NAN)),
        ("liveness_noise", |m| clip(m).sound = None),
        ("liveness_digits", |m| clip(m).digits = None),
        ("liveness_mouth", |m| clip(m).mouth = None),
        ("liveness_mouth", |m| clip(m).mouth.as_mut().expect("mouth").correlation = f64::NAN),
        ("document_portrait", |m| portrait(m).ghost_searched = false),
        ("document_portrait", |m| portrait(m).sharpness = f64::NAN),
        ("document_portrait", |m| portrait(m).ghost.as_mut().expect("a ghost").distance = f64::NAN),
        ("face_same_person", |m| m.comparison = None),
        ("face_same_person", |m| m.comparison.as_mut().expect("compared").distances = vec![]),
        ("face_same_person", |m| m.comparison.as_mut().expect("compared").fused = None),
        ("face_same_person", |m| apart(m, f64::NAN)),
        ("face_seen_before", |m| m.gallery = None),
        ("face_seen_before", |m| m.gallery.as_mut().expect("searched").nearest = Some(f64::NAN)),
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
            } else if *check == Check::FaceSeenBefore {
                // The nearest stranger has to lie beyond it.
                1e9
            } else if limit.starts_with("max") {
                -1.0
            } else {
                1e9
            };
            strict.rules.get_mut(check).expect("ruled").limits.insert((*limit).to_owned(), unreachable);
            let mut case = good();
            if *check == Check::LivenessNoise {
                // Noise matters where it hides the digits.
                unheard(&mut case);
            }
            if *limit == "min_score_unproven" {
                heard(&mut case).proven = false;
            }
            let answers = assess(&case, &strict).expect("every limit is there");
            let answer = answers.iter().find(|b| b.check == *check).expect("answered");
            // A second face, a shift beyond the limit, a smile, or too few pixels must be there for these to matter.
            if matches!(
                *limit,
                "max_faces" | "max_several_share" | "max_shift_gain" | "max_smile" | "max_smile_gain" | "min_fill"
            ) {
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

#[test]
fn a_face_among_nobody_is_under_no_other_applicant() {
    assert_eq!(changed(|m| m.gallery = Some(GallerySearch::default())), vec![]);
}
