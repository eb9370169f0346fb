//! The real pipeline on evidence of our own: real decoding, real nets, real recogniser, through the binary as an engineer runs it.
//! Each case is wrong in one way, and the answer must name that way.

use std::path::{Path, PathBuf};
use std::process::Command;

use countersign_specimen::clip::{ClipDefect, ClipSpec, Container, render_clip};
use countersign_specimen::document::{CaseSpec, Kind, cases, write_case};
use serde_json::Value;

const DIGITS: &str = "471902";
const DIGIT_LIST: [u8; 6] = [4, 7, 1, 9, 0, 2];

fn countersign(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_countersign")).args(arguments).output().expect("the binary starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

fn named(name: &str) -> CaseSpec {
    cases().into_iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case {name}"))
}

fn clip(folder: &Path, name: &str, spec: &ClipSpec) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, render_clip(spec).expect("espeak-ng and ffmpeg make a clip")).expect("the clip is written");
    file
}

/// Verifies a case and gives exit code and JSON.
fn verify(case: &CaseSpec, folder: &Path, change: impl FnOnce(&mut Vec<String>)) -> (i32, Value) {
    verify_saying(case, folder, (DIGITS, &DIGIT_LIST), change)
}

fn verify_saying(
    case: &CaseSpec,
    folder: &Path,
    (text, digits): (&str, &[u8]),
    change: impl FnOnce(&mut Vec<String>),
) -> (i32, Value) {
    write_case(folder, case).expect("the case is written");
    let video = clip(folder, "clip.webm", &ClipSpec::new(case.holder.person_seed, digits));
    let kind = match case.kind {
        Kind::Passport => "passport",
        Kind::IdCard => "id_card",
        Kind::DrivingLicence => "driving_licence",
    };
    let path = |name: &str| folder.join(name).display().to_string();
    let mut arguments: Vec<String> = [
        "verify",
        "--json",
        "--policy",
        "demo",
        "--front",
        &path("front.jpg"),
        "--video",
        &video.display().to_string(),
        "--digits",
        text,
    ]
    .into_iter()
    .chain(["--name", &case.declared_name, "--birth-date", &case.holder.birth_date.iso(), "--document-type", kind])
    .map(str::to_owned)
    .collect();
    if case.kind != Kind::Passport {
        arguments.extend(["--back".to_owned(), path("back.jpg")]);
    }
    change(&mut arguments);
    let borrowed: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (code, out, err) = countersign(&borrowed);
    (code, serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out} {err}")))
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["reasons"].as_array().into_iter().flatten().filter_map(|reason| reason["code"].as_str()).collect()
}

#[test]
fn genuine_documents_of_every_kind_are_approved() {
    for name in ["genuine-passport", "genuine-id-card", "genuine-driving-licence"] {
        let folder = tempfile::tempdir().expect("a folder");
        // About one flawless clip in 24 is misheard (docs/evaluation/speech.md): these digits are heard in all three voices.
        let (code, answer) = verify_saying(&named(name), folder.path(), ("829461", &[8, 2, 9, 4, 6, 1]), |_| {});
        assert_eq!((code, answer["outcome"].as_str()), (0, Some("approved")), "{name}: {:#}", answer["reasons"]);
    }
}

#[test]
fn each_document_defect_is_named_and_asked_again() {
    for (name, reason, step) in [
        ("expired-id-card", "document_expired", "document_front"),
        ("sides-of-two-people", "sides_differ", "document_back"),
        ("wrong-check-digit", "mrz_check_digits", "document_front"),
        ("glare", "document_glare", "document_front"),
        ("blurred", "document_blurred", "document_front"),
        ("dark", "document_dark", "document_front"),
        ("cut-off", "document_cut_off", "document_front"),
        ("name-mismatch", "name_differs", "details"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let (code, answer) = verify(&named(name), folder.path(), |_| {});
        assert_eq!(code, 10, "{name}: {:#}", answer["reasons"]);
        assert!(codes(&answer).contains(&reason), "{name} lacks {reason}: {:?}", codes(&answer));
        let steps: Vec<&str> = answer["steps"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(steps.contains(&step), "{name} does not ask for {step}: {steps:?}");
    }
}

#[test]
fn another_persons_document_and_other_declared_details_are_not_approved() {
    let case = named("genuine-id-card");
    let folder = tempfile::tempdir().expect("a folder");
    let stranger = clip(folder.path(), "stranger.webm", &ClipSpec::new(207, &DIGIT_LIST));
    let (code, answer) = verify(&case, folder.path(), |arguments| {
        let at = arguments.iter().position(|argument| argument == "--video").expect("a video");
        arguments[at + 1] = stranger.display().to_string();
    });
    assert_ne!(code, 0, "a stranger was approved");
    let face = answer["breakdowns"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|found| found["check"] == "face_same_person")
        .expect("compared");
    assert_ne!(face["result"], "pass", "{face:#}");
    let (code, answer) = verify(&case, folder.path(), |arguments| {
        let at = arguments.iter().position(|argument| argument == "--birth-date").expect("a date");
        arguments[at + 1] = "1970-01-01".into();
    });
    assert_eq!(code, 10);
    assert!(codes(&answer).contains(&"birth_date_differs"), "{:?}", codes(&answer));
}

#[test]
fn a_changed_limit_in_the_policy_changes_the_verdict() {
    let home = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::os::unix::fs::symlink(root.join("models").canonicalize().expect("models"), home.path().join("models"))
        .expect("a link");
    let shipped = std::fs::read_to_string(root.join("policies/level-2.toml")).expect("the policy");
    let strict = shipped.replace("min_s = 2.7", "min_s = 60");
    assert_ne!(strict, shipped);
    std::fs::create_dir(home.path().join("policies")).expect("a folder");
    std::fs::write(home.path().join("policies/level-2.toml"), strict).expect("written");
    let folder = tempfile::tempdir().expect("a folder");
    let file = clip(folder.path(), "clip.webm", &ClipSpec::new(9, &DIGIT_LIST));
    let answer = |home: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_countersign"))
            .env("COUNTERSIGN_HOME", home)
            .args(["inspect", "video", "--json", "--digits", DIGITS])
            .arg(&file)
            .output()
            .expect("the binary starts");
        let value: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        value["breakdowns"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|found| found["check"] == "liveness_duration")
            .expect("asked")["result"]
            .clone()
    };
    assert_eq!(answer(&root), "pass");
    assert_eq!(answer(home.path()), "fail");
}

#[test]
fn each_defect_of_a_clip_is_named_by_its_own_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    // A still photo has a mouth that only the sensor's noise moves: still, or out of step with the sound.
    let still: &[&str] = &["mouth_still", "mouth_out_of_step"];
    let defects: Vec<(&str, ClipDefect, Container, &[&str])> = vec![
        ("flawless.webm", ClipDefect::None, Container::WebM, &[]),
        ("flawless.mp4", ClipDefect::None, Container::Mp4, &[]),
        ("silent.webm", ClipDefect::Silent, Container::WebM, &["no_speech"]),
        ("no-sound-track.webm", ClipDefect::NoSoundTrack, Container::WebM, &["clip_without_sound"]),
        ("wrong-digits.webm", ClipDefect::WrongDigits(vec![9, 2, 6, 4, 5, 7]), Container::WebM, &["digits_differ"]),
        ("dark.webm", ClipDefect::Dark, Container::WebM, &["face_dark"]),
        ("no-face.webm", ClipDefect::NoFace, Container::WebM, &["face_not_seen"]),
        ("two-faces.webm", ClipDefect::TwoFaces, Container::WebM, &["several_faces"]),
        ("still.webm", ClipDefect::StillPicture, Container::WebM, still),
        ("shifted.webm", ClipDefect::SoundShift(450), Container::WebM, &["mouth_out_of_step"]),
        ("short.webm", ClipDefect::TooShort, Container::WebM, &["video_too_short"]),
        ("long.webm", ClipDefect::TooLong, Container::WebM, &["video_too_long"]),
    ];
    let files: Vec<String> = defects
        .iter()
        .map(|(name, defect, container, _)| {
            let mut spec = ClipSpec::new(33, &DIGIT_LIST).with(defect.clone());
            spec.container = *container;
            clip(folder.path(), name, &spec).display().to_string()
        })
        .collect();
    let mut arguments = vec!["inspect", "video", "--json", "--jobs", "2", "--digits", DIGITS];
    arguments.extend(files.iter().map(String::as_str));
    let (_, out, err) = countersign(&arguments);
    let lines: Vec<Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("one JSON document a line")).collect();
    assert_eq!(lines.len(), defects.len(), "{err}");
    for ((name, _, _, expected), line) in defects.iter().zip(&lines) {
        let reasons: Vec<&str> = line["breakdowns"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|found| found["reasons"].as_array().into_iter().flatten())
            .filter_map(|reason| reason["code"].as_str())
            .collect();
        if expected.is_empty() {
            assert!(reasons.is_empty(), "{name}: {reasons:?}");
        } else {
            assert!(expected.iter().any(|code| reasons.contains(code)), "{name} lacks {expected:?}: {reasons:?}");
        }
    }
}

#[test]
fn what_is_no_document_or_video_is_refused_with_its_reason_and_exit_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path.display().to_string()
    };
    let files = [
        (file("empty.jpg", b""), "file_empty"),
        (file("text.jpg", b"not a picture at all"), "file_type_unknown"),
        (
            file("cut.jpg", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            "file_damaged",
        ),
        (file("anim.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "file_type_unsupported"),
    ];
    let mut arguments = vec!["inspect", "document", "--json"];
    arguments.extend(files.iter().map(|(path, _)| path.as_str()));
    let (code, out, _) = countersign(&arguments);
    assert_eq!(code, 3);
    for ((path, expected), line) in files.iter().zip(out.lines()) {
        let value: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(value["error"]["code"], *expected, "{path}");
    }
}
