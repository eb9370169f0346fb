use std::process::Command;

use super::film::Film;
use super::motion::{Shot, plan};
use super::sound::{Sound, recite, record};
use super::speech::RATE;
use super::*;

const DIGITS: [u8; 6] = [4, 7, 1, 9, 0, 2];

fn small(defect: ClipDefect) -> ClipSpec {
    ClipSpec { width: 240, height: 180, fps: 10, ..ClipSpec::new(3, &DIGITS) }.with(defect)
}

fn rms(samples: &[f32]) -> f32 {
    (samples.iter().map(|s| s * s).sum::<f32>() / samples.len() as f32).sqrt()
}

fn seconds(sound: &Sound) -> f32 {
    sound.samples.len() as f32 / RATE as f32
}

fn part(sound: &[f32], from: f32, to: f32) -> &[f32] {
    &sound[(from * RATE as f32) as usize..(to * RATE as f32) as usize]
}

/// The picture in the middle of the third digit.
fn speaking(spec: &ClipSpec) -> crate::Picture {
    let sound = recite(spec, REST).unwrap();
    let shots = plan(spec, &sound);
    let at = (0.5 * (sound.spans[2].start_s + sound.spans[2].end_s) * spec.fps as f32) as usize;
    Film::new(spec, &shots[at..=at]).picture(at, &shots[at])
}

/// Mean of a channel (0–2) over a rectangle given in shares of the picture.
fn mean(picture: &crate::Picture, channel: usize, x: (f32, f32), y: (f32, f32)) -> f32 {
    let (w, h) = (picture.width as f32, picture.height as f32);
    let (mut sum, mut count) = (0.0, 0.0);
    for row in (y.0 * h) as usize..(y.1 * h) as usize {
        for column in (x.0 * w) as usize..(x.1 * w) as usize {
            sum += f32::from(picture.pixels[(row * picture.width as usize + column) * 3 + channel]);
            count += 1.0;
        }
    }
    sum / count
}

fn probe(file: &[u8], what: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clip");
    fs::write(&path, file).unwrap();
    let output = Command::new("ffprobe")
        .args(["-v", "error", "-of", "csv=p=0", "-show_entries", what])
        .arg(path)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn flawless_clips_last_three_to_five_seconds_and_hold_their_digits_in_order() {
    for (seed, digits) in
        [(1, [0, 0, 0, 0, 0, 0]), (2, [7, 7, 7, 7, 7, 7]), (5, [2, 2, 2, 2, 2, 2]), (8, [8, 3, 5, 6, 9, 1])]
    {
        let sound = recite(&ClipSpec::new(seed, &digits), REST).unwrap();
        assert!((3.0..5.0).contains(&seconds(&sound)), "{} s", seconds(&sound));
        assert_eq!(sound.spans.iter().map(|s| s.digit).collect::<Vec<_>>(), digits);
        assert!(sound.spans.iter().all(|s| s.start_s < s.end_s && s.start_s > 0.0 && s.end_s < seconds(&sound)));
        assert!(sound.spans.windows(2).all(|pair| pair[0].end_s < pair[1].start_s));
    }
}

#[test]
fn the_same_spec_makes_the_same_file() {
    let spec = small(ClipDefect::None);
    let file = render_clip(&spec).unwrap();
    assert_eq!(file, render_clip(&spec).unwrap());
    assert_ne!(file, render_clip(&ClipSpec { person_seed: 4, ..spec }).unwrap());
}

#[test]
fn both_containers_hold_the_codecs_that_browsers_record() {
    let webm = render_clip(&small(ClipDefect::None)).unwrap();
    assert_eq!(probe(&webm, "stream=codec_name"), "vp8\nopus");
    let mp4 = render_clip(&ClipSpec { container: Container::Mp4, ..small(ClipDefect::None) }).unwrap();
    assert_eq!(probe(&mp4, "stream=codec_name"), "h264\naac");
    let length: f32 = probe(&mp4, "format=duration").parse().unwrap();
    assert!((3.0..5.0).contains(&length), "{length} s");
    assert_eq!(probe(&render_clip(&small(ClipDefect::NoSoundTrack)).unwrap(), "stream=codec_name"), "vp8");
}

#[test]
fn silence_is_zeros_and_the_mouth_still_moves() {
    let spec = small(ClipDefect::Silent);
    let sound = recite(&spec, REST).unwrap();
    assert!(rms(&record(&spec, &sound)) < 1e-9);
    assert!(rms(&record(&small(ClipDefect::None), &sound)) > 0.02);
    assert_eq!(plan(&spec, &sound), plan(&small(ClipDefect::None), &sound));
}

#[test]
fn wrong_digits_are_spoken_instead() {
    let spoken = spans(&small(ClipDefect::WrongDigits(vec![5, 5, 8]))).unwrap();
    assert_eq!(spoken.iter().map(|s| s.digit).collect::<Vec<_>>(), [5, 5, 8]);
}

#[test]
fn noise_lies_as_far_below_the_speech_as_asked() {
    let spec = small(ClipDefect::Noise { snr_db: 10.0 });
    let sound = recite(&spec, REST).unwrap();
    let noise = rms(part(&record(&spec, &sound), 0.0, 0.4));
    let speech: Vec<f32> = sound.spans.iter().flat_map(|s| part(&sound.samples, s.start_s, s.end_s).to_vec()).collect();
    let snr = 20.0 * (rms(&speech) / noise).log10();
    assert!((snr - 10.0).abs() < 0.5, "{snr} dB");
}

#[test]
fn shifted_sound_comes_later_or_earlier_than_the_mouth() {
    for ms in [400, -250] {
        let spec = small(ClipDefect::SoundShift(ms));
        let sound = recite(&spec, REST).unwrap();
        let heard = record(&spec, &sound);
        let first = heard.iter().position(|s| s.abs() > 0.05).unwrap() as f32 / RATE as f32;
        let clean = sound.samples.iter().position(|s| s.abs() > 0.05).unwrap() as f32 / RATE as f32;
        assert!((first - clean - ms as f32 / 1000.0).abs() < 0.01, "{first} against {clean}");
    }
}

#[test]
fn a_still_picture_changes_by_its_noise_alone() {
    let spec = small(ClipDefect::StillPicture);
    let sound = recite(&spec, REST).unwrap();
    let shots = plan(&spec, &sound);
    assert!(shots.iter().all(|s| *s == shots[0]));
    let film = Film::new(&spec, &shots);
    let (one, two) = (film.picture(0, &shots[0]), film.picture(20, &shots[20]));
    let widest = one.pixels.iter().zip(&two.pixels).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
    assert!(widest > 0 && widest < 12, "{widest}");
    let moving: Vec<Shot> = plan(&small(ClipDefect::None), &sound);
    assert!(moving.iter().any(|s| s.shape.open >= 4) && moving.iter().any(|s| s.shape.blink == 2));
}

#[test]
fn the_mouth_opens_while_a_digit_is_spoken_and_rests_before() {
    let spec = ClipSpec { fps: 30, ..small(ClipDefect::None) };
    let sound = recite(&spec, REST).unwrap();
    let shots = plan(&spec, &sound);
    for span in &sound.spans {
        let within = &shots[(span.start_s * 30.0) as usize..(span.end_s * 30.0) as usize];
        assert!(within.iter().any(|s| s.shape.open >= 2), "digit {}", span.digit);
    }
    assert!(shots[..11].iter().all(|s| s.shape.open == 0));
}

#[test]
fn too_short_and_too_long_are_so() {
    let short = recite(&small(ClipDefect::TooShort), REST).unwrap();
    assert!((seconds(&short) - 1.8).abs() < 0.01 && short.spans.len() < DIGITS.len());
    let long = recite(&small(ClipDefect::TooLong), REST).unwrap();
    assert!(seconds(&long) >= 8.9 && long.spans.len() == DIGITS.len(), "{} s", seconds(&long));
}

#[test]
fn light_defects_change_the_light() {
    let face = ((0.42, 0.58), (0.35, 0.6));
    let wall = ((0.85, 0.98), (0.05, 0.3));
    let level = |defect, place: ((f32, f32), (f32, f32))| mean(&speaking(&small(defect)), 1, place.0, place.1);
    let even = level(ClipDefect::None, face);
    assert!(level(ClipDefect::Dark, face) < 0.4 * even);
    assert!(level(ClipDefect::Over, face) > 1.3 * even);
    let behind = level(ClipDefect::Backlit, wall) / level(ClipDefect::Backlit, face);
    assert!(behind > 1.6 * level(ClipDefect::None, wall) / even);
    let lamp = speaking(&small(ClipDefect::OneSided));
    let (left, right) = (mean(&lamp, 1, (0.40, 0.46), (0.4, 0.6)), mean(&lamp, 1, (0.54, 0.60), (0.4, 0.6)));
    assert!(right > 1.3 * left, "{right} against {left}");
}

#[test]
fn faces_vanish_join_and_hide() {
    let plain = speaking(&small(ClipDefect::None));
    let empty = speaking(&small(ClipDefect::NoFace));
    let skin = |p: &crate::Picture| mean(p, 0, (0.45, 0.55), (0.3, 0.4)) - mean(p, 2, (0.45, 0.55), (0.3, 0.4));
    assert!(skin(&plain) > skin(&empty) + 15.0, "{} against {}", skin(&plain), skin(&empty));
    let mask = speaking(&small(ClipDefect::CoveredMouth));
    let blue = |p: &crate::Picture| mean(p, 2, (0.46, 0.54), (0.55, 0.62)) - mean(p, 0, (0.46, 0.54), (0.55, 0.62));
    assert!(blue(&mask) > 15.0 && blue(&plain) < 0.0, "{} and {}", blue(&mask), blue(&plain));
    let glasses = speaking(&small(ClipDefect::DarkGlasses));
    let eyes = |p: &crate::Picture| mean(p, 1, (0.42, 0.47), (0.44, 0.48));
    assert!(eyes(&glasses) < 0.7 * eyes(&plain), "{} against {}", eyes(&glasses), eyes(&plain));
    let two = speaking(&small(ClipDefect::TwoFaces));
    let beside = |p: &crate::Picture| mean(p, 0, (0.6, 0.75), (0.3, 0.5));
    assert!((beside(&two) - beside(&empty)).abs() > 10.0, "{} against {}", beside(&two), beside(&empty));
}

#[test]
fn another_person_is_that_other_person() {
    let other = speaking(&small(ClipDefect::OtherPerson(11)));
    assert_eq!(other, speaking(&ClipSpec { person_seed: 11, ..small(ClipDefect::None) }));
}

#[test]
fn a_browsers_camera_and_microphone_files_last_equally_long() {
    let folder = tempfile::tempdir().unwrap();
    let (camera, microphone) = render_y4m_and_wav(&small(ClipDefect::None), folder.path()).unwrap();
    let camera = fs::read(camera).unwrap();
    assert!(camera.starts_with(b"YUV4MPEG2 W240 H180 F10:1"));
    let pictures = camera.windows(6).filter(|w| *w == b"FRAME\n").count();
    let sound = fs::read(microphone).unwrap();
    let length = (sound.len() - 44) as f32 / 2.0 / RATE as f32;
    assert!((pictures as f32 / 10.0 - length).abs() < 0.11, "{pictures} pictures, {length} s");
}
