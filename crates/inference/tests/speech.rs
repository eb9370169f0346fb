//! The real recogniser on speech of our own (Debian's `espeak-ng`), and what happens when it is missing, hangs or breaks.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use countersign_inference::speech::{DigitRecogniser, HearingError, MAX_DIGITS, NoiseMeasurement, PocketSphinx, judge};
use countersign_media::Sound;

const MODEL: &str = "/usr/share/pocketsphinx/model/en-us/en-us";
const WORDS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Digits spoken one by one at 160 words a minute, 0.18 s apart, 0.3 s of silence at both ends, 16 kHz.
fn say(digits: &[u8]) -> Sound {
    let mut samples = vec![0.0; 4800];
    for digit in digits {
        samples.extend(word(WORDS[usize::from(*digit)]));
        samples.extend([0.0; 2880]);
    }
    samples.extend([0.0; 1920]);
    Sound { sample_rate: 16_000, samples }
}

fn word(text: &str) -> Vec<f32> {
    let folder = tempfile::tempdir().unwrap();
    let wave = folder.path().join("said.wav");
    let spoken =
        Command::new("espeak-ng").args(["-v", "en-us", "-s", "160", "-w"]).arg(&wave).arg(text).status().unwrap();
    assert!(spoken.success());
    let form = ["-ac", "1", "-ar", "16000", "-f", "f32le", "-"];
    let out = Command::new("ffmpeg").args(["-v", "error", "-i"]).arg(&wave).args(form).output().unwrap();
    let samples: Vec<f32> = out.stdout.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
    let loud = |s: &f32| s.abs() > 0.01;
    let (first, last) = (samples.iter().position(loud).unwrap(), samples.iter().rposition(loud).unwrap());
    samples[first..=last].to_vec()
}

/// A program of our own in place of the recogniser.
fn program(folder: &Path, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("recogniser");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[test]
fn spoken_digits_are_heard_with_their_times() {
    let digits = [4, 7, 1, 9, 0, 2];
    let sound = say(&digits);
    let hearing = PocketSphinx::default().recognise(&sound, "en", 6).unwrap();
    let found = judge(&hearing, &digits);
    assert!(found.exact, "heard {}", found.heard);
    assert!(found.score > 0.5 && hearing.score() > 0.5, "{}", found.score);
    let mut last = 0.25;
    for digit in &hearing.digits {
        assert!(digit.start_s >= last - 0.05 && digit.end_s > digit.start_s + 0.08, "{digit:?}");
        assert!((digit.support.iter().sum::<f32>() - 1.0).abs() < 1e-4, "{digit:?}");
        last = digit.end_s;
    }
    assert!(f64::from(last) < sound.duration_s());
    assert!(judge(&hearing, &[4, 7, 1, 9, 0, 3]).score < 0.5);
}

#[test]
fn other_lengths_are_heard_too() {
    for digits in [vec![8], vec![2, 6, 5, 3]] {
        let hearing = PocketSphinx::default().recognise(&say(&digits), "en", digits.len()).unwrap();
        assert!(judge(&hearing, &digits).exact, "heard {} for {digits:?}", hearing.text());
    }
}

#[test]
fn how_many_were_said_is_heard_where_the_asked_number_does_not_fit() {
    let hearing = PocketSphinx::default().recognise(&say(&[4, 7, 1]), "en", 6).unwrap();
    let free = hearing.free.as_ref().map(Vec::len);
    assert!(free.is_some_and(|heard| (3..6).contains(&heard)), "{hearing:?}");
    assert!(PocketSphinx::default().recognise(&say(&[4, 7, 1]), "en", 3).unwrap().free.is_none());
}

#[test]
fn silence_is_never_a_confident_string() {
    let silence = Sound { sample_rate: 16_000, samples: vec![0.0; 48_000] };
    let hearing = PocketSphinx::default().recognise(&silence, "en", 6).unwrap();
    assert!(hearing.score() < 0.5, "{hearing:?}");
}

#[test]
fn sounds_that_cannot_be_listened_to_say_so() {
    let ears = PocketSphinx::default();
    let sound = |sample_rate, samples| Sound { sample_rate, samples };
    for bad in [
        sound(16_000, vec![]),
        sound(16_000, vec![0.0; 100]),
        sound(4000, vec![0.0; 9000]),
        sound(16_000, vec![f32::NAN; 9000]),
    ] {
        assert!(matches!(ears.recognise(&bad, "en", 6), Err(HearingError::Unusable(_))), "{bad:?}");
    }
    let long = sound(16_000, vec![0.0; 16_000 * 20]);
    assert!(matches!(ears.recognise(&long, "en", 6), Err(HearingError::Unusable(_))));
    for asked in [0, MAX_DIGITS + 1] {
        assert!(matches!(
            ears.recognise(&sound(16_000, vec![0.1; 16_000]), "en", asked),
            Err(HearingError::Length { .. })
        ));
    }
}

#[test]
fn a_missing_program_or_model_is_named() {
    let sound = Sound { sample_rate: 16_000, samples: vec![0.1; 16_000] };
    let limit = Duration::from_secs(5);
    let missing = PocketSphinx::at("no-such-recogniser".into(), MODEL.into(), limit).recognise(&sound, "en", 6);
    assert!(matches!(missing, Err(HearingError::ProgramMissing { program }) if program == "no-such-recogniser"));
    let missing =
        PocketSphinx::at("pocketsphinx_batch".into(), "no/such/model".into(), limit).recognise(&sound, "en", 6);
    assert!(matches!(missing, Err(HearingError::ModelMissing { model }) if model == "model"));
}

#[test]
fn a_recogniser_that_hangs_is_ended_and_one_that_breaks_is_an_error() {
    let sound = Sound { sample_rate: 16_000, samples: vec![0.1; 16_000] };
    let folder = tempfile::tempdir().unwrap();
    let hangs = program(folder.path(), "exec sleep 60");
    let started = Instant::now();
    let heard = PocketSphinx::at(hangs, MODEL.into(), Duration::from_millis(300)).recognise(&sound, "en", 6);
    assert!(matches!(heard, Err(HearingError::TimedOut { .. })), "{heard:?}");
    assert!(started.elapsed() < Duration::from_secs(30));
    for script in ["exit 3", "echo nonsense"] {
        let breaks = program(folder.path(), script);
        let heard = PocketSphinx::at(breaks, MODEL.into(), Duration::from_secs(20)).recognise(&sound, "en", 6);
        assert!(matches!(heard, Err(HearingError::Failed(_))), "{script}: {heard:?}");
    }
    let quiet = program(folder.path(), "exit 0");
    let heard = PocketSphinx::at(quiet, MODEL.into(), Duration::from_secs(20)).recognise(&sound, "en", 6).unwrap();
    assert!(heard.digits.is_empty() && heard.score() < 1e-6);
}

#[test]
fn speech_stands_out_of_its_noise_by_what_was_added() {
    let clean = say(&[4, 7, 1, 9, 0, 2]);
    let measured = NoiseMeasurement::of(&clean);
    assert!(!measured.silent && measured.speech_share > 0.3 && measured.longest_speech_s > 0.2, "{measured:?}");
    assert!((0.2..0.6).contains(&measured.speech_start_s), "{measured:?}");
    assert!(f64::from(measured.speech_end_s) > clean.duration_s() - 0.8, "{measured:?}");
    let mut state = 1_u32;
    let mut hiss = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (f64::from(state) / f64::from(u32::MAX) - 0.5) as f32
    };
    let noisy = |hiss: &mut dyn FnMut() -> f32, gain: f32| {
        let samples = clean.samples.iter().map(|s| s + gain * hiss()).collect();
        NoiseMeasurement::of(&Sound { sample_rate: 16_000, samples }).snr_db.unwrap()
    };
    let (some, more) = (noisy(&mut hiss, 0.01), noisy(&mut hiss, 0.1));
    assert!((some - more - 20.0).abs() < 4.0, "ten times the noise is 20 dB: {some} and {more}");
    assert!(measured.snr_db.is_none_or(|clean| clean > some));
}
