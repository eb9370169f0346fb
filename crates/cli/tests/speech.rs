//! Real ears on made sounds: each thing that can be wrong with a recording has its own answer. Speech by Debian's `espeak-ng`.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::process::Command;
use std::sync::LazyLock;

use countersign_checks::examine::{Asked, hear};
use countersign_checks::liveness::{digits, noise};
use countersign_checks::measurements::{ClipMeasured, Measurements};
use countersign_domain::{CheckResult, DocumentType, Policy};
use countersign_inference::speech::{Ears, PocketSphinx, SpokenLanguage, resample};
use countersign_media::Sound;
use countersign_workflow::LoadedPolicy;
use jiff::civil::date;

const RATE: u32 = 16_000;
const ASKED: [u8; 6] = [4, 7, 1, 9, 0, 2];

static EARS: LazyLock<Ears> = LazyLock::new(|| Ears::new(None, PocketSphinx::default()));

fn policy() -> Policy {
    LoadedPolicy::parse(include_str!("../../../policies/level-2.toml")).unwrap().policy
}

/// A word by `espeak-ng`, at 16 kHz, peak 0.5, silence cut off.
fn word(voice: &str, text: &str) -> Vec<f32> {
    let out = Command::new("espeak-ng").args(["-v", voice, "-s", "150", "--stdout", text]).output().unwrap();
    assert!(out.status.success());
    let start = out.stdout.windows(4).position(|w| w == b"data").unwrap() + 8;
    let samples: Vec<f32> =
        out.stdout[start..].chunks_exact(2).map(|b| f32::from(i16::from_le_bytes([b[0], b[1]])) / 32768.0).collect();
    let samples = resample(&samples, 22_050, RATE);
    let peak = samples.iter().fold(0.0_f32, |m, s| m.max(s.abs()));
    let loud = |s: &f32| s.abs() > 0.02 * peak;
    let (first, last) = (samples.iter().position(loud).unwrap(), samples.iter().rposition(loud).unwrap());
    samples[first..=last].iter().map(|s| s * 0.5 / peak).collect()
}

fn say_in(language: &str, voice: &str, digits: &[u8]) -> Vec<f32> {
    let spoken = SpokenLanguage::of(language).unwrap();
    let mut samples = vec![0.0; 6400];
    for digit in digits {
        samples.extend(word(voice, &spoken.digits[usize::from(*digit)].words[0]));
        samples.extend([0.0; 3200]);
    }
    samples.extend([0.0; 3200]);
    samples
}

fn say(digits: &[u8]) -> Vec<f32> {
    say_in("en", "en-us", digits)
}

fn noise_of(length: usize, level: f32) -> Vec<f32> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (f64::from(state) / f64::from(u32::MAX) - 0.5) as f32
    };
    (0..length).map(|_| 2.0 * level * next()).collect()
}

fn music(length: usize) -> Vec<f32> {
    let note = |at: usize| [262.0, 330.0, 392.0, 523.0][at / 6000 % 4];
    let tone = |i: usize, times: f32| (2.0 * std::f32::consts::PI * note(i) * times * i as f32 / RATE as f32).sin();
    (0..length).map(|i| 0.2 * (tone(i, 1.0) + 0.5 * tone(i, 2.0) + 0.3 * tone(i, 3.0))).collect()
}

fn together(a: &[f32], b: &[f32], gain: f32) -> Vec<f32> {
    (0..a.len().max(b.len())).map(|i| a.get(i).unwrap_or(&0.0) + gain * b.get(i).unwrap_or(&0.0)).collect()
}

/// What the two checks say of a sound: result and reasons of the noise, then of the digits.
fn answers(samples: Vec<f32>, rate: u32) -> [(CheckResult, Vec<&'static str>); 2] {
    let sound = Sound { sample_rate: rate, samples };
    let (noise_found, digits_found) = hear(&*EARS, &sound, Some(Asked { digits: &ASKED, language: "en" }));
    let clip = ClipMeasured {
        duration_s: sound.duration_s(),
        face: None,
        sound: noise_found,
        has_sound: true,
        digits: digits_found,
        mouth: None,
        presentation: None,
    };
    let found = Measurements {
        today: date(2026, 11, 22),
        document_type: DocumentType::Passport,
        declared: None,
        front: None,
        back: None,
        clip: Some(clip),
        comparison: None,
        template: None,
        gallery: None,
        document_models: vec![],
        speech_models: vec![],
        face_models: vec![],
        timings: vec![],
    };
    let policy = policy();
    [noise::check(&found, &policy).unwrap(), digits::check(&found, &policy).unwrap()]
        .map(|breakdown| (breakdown.result, breakdown.reasons.iter().map(countersign_domain::Reason::code).collect()))
}

fn pass() -> (CheckResult, Vec<&'static str>) {
    (CheckResult::Pass, vec![])
}

fn unknown() -> (CheckResult, Vec<&'static str>) {
    (CheckResult::NotAssessed, vec!["check_not_assessed"])
}

fn fail(reason: &'static str) -> (CheckResult, Vec<&'static str>) {
    (CheckResult::Fail, vec![reason])
}

#[test]
fn the_digits_asked_for_pass_at_every_rate() {
    let said = say(&ASKED);
    for rate in [RATE, 48_000, 44_100] {
        assert_eq!(answers(resample(&said, RATE, rate), rate), [pass(), pass()], "{rate} Hz");
    }
}

#[test]
fn a_telephone_band_is_never_taken_for_other_digits() {
    // PocketSphinx hears it badly (docs/evaluation/speech.md), so right digits may be asked for again; wrong ones must not pass.
    let [_, digits] = answers(resample(&say(&[3, 5, 8, 6, 5, 3]), RATE, 8000), 8000);
    assert_eq!(digits.0, CheckResult::Fail);
}

#[test]
fn other_digits_differ_and_half_of_them_are_missing() {
    assert_eq!(answers(say(&[3, 5, 8, 6, 5, 3]), RATE)[1], fail("digits_differ"));
    assert_eq!(answers(say(&ASKED[..3]), RATE)[1], fail("digits_missing"));
}

#[test]
fn silence_is_no_speech_and_a_fifth_of_a_second_cannot_be_assessed() {
    let [noise, digits] = answers(vec![0.0; 4 * RATE as usize], RATE);
    assert_eq!((noise, digits), (fail("no_speech"), unknown()));
    let [noise, digits] = answers(say(&ASKED)[6400..6400 + 3000].to_vec(), RATE);
    assert_eq!((noise, digits), (fail("no_speech"), unknown()));
}

#[test]
fn a_minute_is_not_listened_to() {
    let said = say(&ASKED);
    let minute: Vec<f32> = said.iter().copied().cycle().take(60 * RATE as usize).collect();
    assert_eq!(answers(minute, RATE)[1], unknown());
}

#[test]
fn music_alone_is_never_digits_and_loud_music_is_noise() {
    let [noise, digits] = answers(music(4 * RATE as usize), RATE);
    assert_eq!(noise.0, CheckResult::Fail, "{noise:?}");
    assert_ne!(digits.0, CheckResult::Pass);
    let said = say(&ASKED);
    let [noise, digits] = answers(together(&said, &noise_of(said.len(), 1.0), 1.0), RATE);
    assert_eq!((noise, digits), (fail("too_noisy"), unknown()));
}

#[test]
fn a_second_voice_is_told_and_not_taken_for_wrong_digits() {
    let said = say(&ASKED);
    let other = say_in("en", "en-gb+f3", &[8, 3, 5, 6, 8, 3, 5, 6]);
    let [noise, digits] = answers(together(&said, &other[2000..], 1.0), RATE);
    assert!(noise.0 == CheckResult::Fail && ["too_noisy", "other_speech"].contains(&noise.1[0]), "{noise:?}");
    assert_eq!(digits, unknown());
}

#[test]
fn a_recording_cut_off_at_its_peaks_is_told_where_the_digits_are_lost() {
    let said = together(&say(&[3, 5, 8, 6, 5, 3]), &[], 0.0);
    let clipped: Vec<f32> = said.iter().map(|s| (s * 60.0).clamp(-1.0, 1.0)).collect();
    let [noise, digits] = answers(clipped, RATE);
    assert_eq!((noise, digits), (fail("sound_clipped"), unknown()));
}
