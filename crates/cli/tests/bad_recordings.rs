//! Recordings as they come from broken, odd and hostile devices, through the binary: real files, real decoding, nets and ears. Each is made
//! by ffmpeg and espeak-ng from one good recording of our own. Turned ones are tested in `crates/media/tests/clip.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use countersign_specimen::clip::{ClipDefect, ClipSpec, Container, render_clip};
use countersign_specimen::document::cases;
use serde_json::Value;

/// Heard in all three voices (docs/evaluation/speech.md).
const DIGITS: [u8; 6] = [8, 2, 9, 4, 6, 1];
const ASKED: &str = "829461";

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));
static GOOD: LazyLock<PathBuf> = LazyLock::new(|| made("good.mp4", &spec()));

fn spec() -> ClipSpec {
    let person = cases().into_iter().find(|case| case.name == "genuine-id-card").expect("the case").holder.person_seed;
    ClipSpec { container: Container::Mp4, ..ClipSpec::new(person, &DIGITS) }
}

fn made(name: &str, spec: &ClipSpec) -> PathBuf {
    let file = FOLDER.path().join(name);
    std::fs::write(&file, render_clip(spec).expect("espeak-ng and ffmpeg make a clip")).expect("written");
    file
}

/// The good recording after ffmpeg's `arguments`.
fn turned(name: &str, arguments: &[&str]) -> PathBuf {
    let file = FOLDER.path().join(name);
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-i"]).arg(&*GOOD).args(arguments).arg(&file);
    assert!(command.status().expect("ffmpeg runs").success(), "{name}");
    file
}

/// Codes of refusal, or of every liveness check that is not a pass, in order.
fn told(file: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_countersign"))
        .args(["inspect", "video", "--json", "--digits", ASKED])
        .arg(file)
        .output()
        .expect("the binary starts");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    if let Some(code) = found["error"]["code"].as_str() {
        return vec![code.to_owned()];
    }
    let breakdowns = found["breakdowns"].as_array().expect("answers");
    assert!(!breakdowns.is_empty());
    let reasons = breakdowns.iter().flat_map(|b| b["reasons"].as_array().into_iter().flatten());
    let mut codes: Vec<String> = reasons.filter_map(|r| r["code"].as_str()).map(str::to_owned).collect();
    codes.dedup();
    codes
}

fn without_unassessed(codes: Vec<String>) -> Vec<String> {
    codes.into_iter().filter(|code| code != "check_not_assessed").collect()
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(told(&GOOD), [""; 0]);
    assert_eq!(
        told(&turned("picture-only.mp4", &["-an", "-c:v", "copy"])),
        ["clip_without_sound", "check_not_assessed"]
    );
    assert_eq!(told(&turned("sound-only.mp4", &["-vn", "-c:a", "copy"])), ["clip_without_picture"]);
}

#[test]
fn a_fifth_of_a_second_and_a_minute_are_told_by_their_length() {
    let short = without_unassessed(told(&turned("fifth.mp4", &["-t", "0.2"])));
    assert_eq!(short.first().map(String::as_str), Some("video_too_short"), "{short:?}");
    let file = FOLDER.path().join("minute.mp4");
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-stream_loop", "20", "-i"]).arg(&*GOOD).args(["-t", "60", "-c", "copy"]);
    assert!(command.arg(&file).status().expect("ffmpeg runs").success());
    let long = told(&file);
    assert!(long == ["clip_too_long"] || long.contains(&"video_too_long".to_owned()), "{long:?}");
}

#[test]
fn odd_frame_rates_and_sounds_are_taken() {
    for (name, arguments) in [
        // Every third picture gone for a second, none for the next: a phone that is short of breath.
        ("uneven.mp4", &["-vf", "select='lt(mod(t,2),1)+not(mod(n,2))'", "-fps_mode", "vfr"][..]),
        ("sixty.mp4", &["-vf", "fps=60"]),
        ("stereo-48k.mp4", &["-c:v", "copy", "-ac", "2", "-ar", "48000"]),
        ("mono-44k.mp4", &["-c:v", "copy", "-ac", "1", "-ar", "44100"]),
    ] {
        assert_eq!(told(&turned(name, arguments)), [""; 0], "{name}");
    }
}

#[test]
fn five_pictures_a_second_cannot_follow_lips_and_are_never_a_pass() {
    let codes = told(&turned("five.mp4", &["-vf", "fps=5"]));
    assert_eq!(codes, ["check_not_assessed"]);
}

#[test]
fn eight_kilohertz_never_gives_other_digits() {
    let codes = told(&turned("telephone.mp4", &["-c:v", "copy", "-ac", "1", "-ar", "8000"]));
    assert!(!codes.contains(&"digits_differ".to_owned()), "{codes:?}");
}

#[test]
fn each_cause_in_the_pictures_is_named_alone() {
    for (defect, reason) in [
        (ClipDefect::Dark, "face_dark"),
        (ClipDefect::Backlit, "face_backlit"),
        (ClipDefect::OneSided, "face_one_sided"),
        (ClipDefect::CoveredMouth, "mouth_covered"),
        (ClipDefect::DarkGlasses, "eyes_covered"),
    ] {
        let file = made(&format!("{reason}.webm"), &ClipSpec { container: Container::WebM, ..spec().with(defect) });
        assert_eq!(without_unassessed(told(&file)), [reason]);
    }
}

#[test]
fn half_of_the_digits_and_silence_are_told_as_such() {
    let half = made("half.mp4", &ClipSpec { digits: DIGITS[..3].to_vec(), ..spec() });
    assert_eq!(without_unassessed(told(&half)), ["digits_missing"]);
    let silent = made("silent.mp4", &spec().with(ClipDefect::Silent));
    assert_eq!(without_unassessed(told(&silent)), ["no_speech"]);
}

#[test]
fn television_and_music_beside_the_digits_are_named_or_do_no_harm() {
    let speech = FOLDER.path().join("television.wav");
    let text = "And now the weather for tomorrow. Rain is moving in from the west, and it will stay cold.";
    let mut command = Command::new("espeak-ng");
    command.args(["-v", "en-gb", "-p", "20", "-s", "190", "-w"]).arg(&speech).arg(text);
    assert!(command.status().expect("espeak-ng runs").success());
    let speech = speech.to_string_lossy().into_owned();
    let loud = "[1:a]volume=2[b];[0:a][b]amix=inputs=2:duration=first:normalize=0[a]";
    let mixed = turned(
        "television.mp4",
        &["-i", &speech, "-filter_complex", loud, "-map", "0:v", "-map", "[a]", "-c:v", "copy"],
    );
    let codes = without_unassessed(told(&mixed));
    assert!(codes.iter().all(|code| ["other_speech", "too_noisy"].contains(&code.as_str())), "{codes:?}");
    let tones = "sine=frequency=262:duration=5[x];sine=frequency=392:duration=5[y];[x][y]amix=inputs=2[m];\
                 [0:a][m]amix=inputs=2:duration=first:normalize=0[a]";
    let music = turned("music.mp4", &["-filter_complex", tones, "-map", "0:v", "-map", "[a]", "-c:v", "copy"]);
    let codes = without_unassessed(told(&music));
    assert!(codes.iter().all(|code| ["other_speech", "too_noisy"].contains(&code.as_str())), "{codes:?}");
}
