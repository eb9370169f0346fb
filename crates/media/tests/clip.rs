//! Recordings through the sandbox: frames and sound in step, and every refusal under its name.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use countersign_media::{Clip, Refusal, RgbImage, Sound};
use support::{MP4, WEBM, decoder, made, refusal, scene};

fn clip(bytes: &[u8]) -> Clip {
    decoder().clip(bytes, 15.0, 320).unwrap()
}

fn brightness(image: &RgbImage) -> f64 {
    image.pixels.iter().map(|v| f64::from(*v)).sum::<f64>() / image.pixels.len() as f64
}

/// Seconds until the sound first reaches a tenth of full scale.
fn onset(sound: &Sound) -> f64 {
    sound.samples.iter().position(|s| s.abs() > 0.05).unwrap() as f64 / f64::from(sound.sample_rate)
}

#[test]
fn webm_and_mp4_come_out_alike() {
    for (codecs, file, video, audio) in [(WEBM, "a.webm", "vp8", "opus"), (MP4, "a.mp4", "h264", "aac")] {
        let clip = clip(&made(&format!("{} {codecs} {file}", scene("640x360", 30, 2.0))));
        assert!((29..=31).contains(&clip.frames.len()), "{} frames", clip.frames.len());
        assert_eq!((clip.frames[0].image.width, clip.frames[0].image.height), (320, 180));
        assert!((clip.frames[15].at_s - 1.0).abs() < 1e-9);
        assert!((clip.duration_s - 2.0).abs() < 0.1, "{}", clip.duration_s);
        let sound = clip.sound.unwrap();
        assert_eq!(sound.sample_rate, 16_000);
        assert!((sound.duration_s() - 2.0).abs() < 0.1);
        assert_eq!((clip.facts.video_codec.as_str(), clip.facts.audio_codec.as_str()), (video, audio));
        assert_eq!((clip.facts.width, clip.facts.height, clip.facts.audio_rate), (640, 360, 48_000));
        assert!((clip.facts.frame_rate - 30.0).abs() < 1.0, "{}", clip.facts.frame_rate);
    }
}

#[test]
fn containers_of_browsers_and_phones_are_taken() {
    let scene = scene("320x240", 30, 1.0);
    let cases = [
        ("live webm without length or cues", format!("{WEBM} -f webm -live 1 -cues_to_front 0 live.webm")),
        ("vp9 and vorbis", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libvorbis a.webm".to_owned()),
        ("h264 in matroska", format!("{MP4} a.mkv")),
        ("fragmented mp4", format!("{MP4} -movflags frag_keyframe+empty_moov+default_base_moof a.mp4")),
        ("index at the front", format!("{MP4} -movflags +faststart a.mp4")),
        ("quicktime", format!("{MP4} a.mov")),
    ];
    for (name, options) in cases {
        let clip = clip(&made(&format!("{scene} {options}")));
        assert!((14..=16).contains(&clip.frames.len()), "{name}: {} frames", clip.frames.len());
        assert!(clip.sound.is_some(), "{name}");
    }
}

#[test]
fn a_turned_phone_recording_comes_out_upright() {
    let folder = tempfile::tempdir().unwrap();
    // Left half white, as recorded; turned a quarter clockwise, the top half.
    let flat = made(
        "-f lavfi -i color=black:s=320x240:r=15:d=1 -vf drawbox=w=160:h=240:color=white:t=fill -c:v libx264 -pix_fmt yuv420p flat.mp4",
    );
    let path = folder.path().join("flat.mp4");
    std::fs::write(&path, flat).unwrap();
    let turned = made(&format!("-i {} -c copy -metadata:s:v:0 rotate=270 turned.mp4", path.display()));
    let clip = clip(&turned);
    let image = &clip.frames[3].image;
    assert_eq!((image.width, image.height), (240, 320));
    assert_eq!(clip.facts.rotation % 180, 90);
    let top_is_white = clip.facts.rotation == 90;
    assert_eq!(image.at(120, 40)[0] > 200, top_is_white, "rotation {}", clip.facts.rotation);
    assert_eq!(image.at(120, 280)[0] > 200, !top_is_white);
}

#[test]
fn a_flash_and_a_beep_stay_together() {
    for (codecs, file) in [(WEBM, "a.webm"), (MP4, "a.mp4")] {
        let flash =
            "-f lavfi -i color=black:s=320x240:r=30:d=3,drawbox=w=320:h=240:color=white:t=fill:enable='gte(t,2)'";
        let beep = "-f lavfi -i aevalsrc=gte(t\\,2)*sin(880*PI*t)/2:s=48000:d=3";
        let clip = clip(&made(&format!("{flash} {beep} {codecs} {file}")));
        let seen = clip.frames.iter().find(|frame| brightness(&frame.image) > 128.0).unwrap().at_s;
        let heard = onset(clip.sound.as_ref().unwrap());
        assert!((seen - 2.0).abs() < 0.1, "{file}: seen at {seen}");
        assert!((heard - 2.0).abs() < 0.03, "{file}: heard at {heard}");
    }
}

#[test]
fn a_late_sound_track_keeps_its_place() {
    for (codecs, file) in [(WEBM, "a.webm"), (MP4, "a.mp4")] {
        let late = "-f lavfi -i testsrc2=s=320x240:r=30:d=3 -itsoffset 0.8 -f lavfi -i sine=f=440:r=48000:d=2";
        let sound = clip(&made(&format!("{late} {codecs} {file}"))).sound.unwrap();
        let heard = onset(&sound);
        assert!((heard - 0.8).abs() < 0.05, "{file}: heard at {heard}");
    }
}

#[test]
fn an_uneven_frame_rate_is_laid_on_an_even_grid() {
    // Frames thinned to one in six after the first second.
    let uneven = "-f lavfi -i testsrc2=s=320x240:r=30:d=3 -vf select='lt(t,1)+not(mod(n,6))' -fps_mode vfr -c:v libvpx -deadline realtime a.webm";
    let clip = clip(&made(uneven));
    assert!((42..=46).contains(&clip.frames.len()), "{}", clip.frames.len());
    assert!(clip.frames.windows(2).all(|pair| (pair[1].at_s - pair[0].at_s - 1.0 / 15.0).abs() < 1e-9));
    assert!(clip.facts.frame_rate < 20.0, "{}", clip.facts.frame_rate);
}

#[test]
fn sound_of_every_rate_becomes_16_khz_mono() {
    for (options, name) in [
        ("-ar 8000 -ac 1", "a.wav"),
        ("-ar 44100 -ac 2", "a.wav"),
        ("-ar 48000 -ac 2", "a.flac"),
        ("-ac 2 -c:a libopus", "a.ogg"),
        ("-c:a libmp3lame", "a.mp3"),
    ] {
        let sound = decoder().sound(&made(&format!("-f lavfi -i sine=f=440:r=48000:d=2 {options} {name}"))).unwrap();
        assert_eq!(sound.sample_rate, 16_000);
        assert!((sound.duration_s() - 2.0).abs() < 0.1, "{name}: {}", sound.duration_s());
        let crossings = sound.samples.windows(2).filter(|pair| pair[0] <= 0.0 && pair[1] > 0.0).count();
        assert!((crossings as f64 / sound.duration_s() - 440.0).abs() < 25.0, "{name}: {crossings}");
    }
    let video = made(&format!("{} {WEBM} a.webm", scene("320x240", 30, 1.0)));
    assert!((decoder().sound(&video).unwrap().duration_s() - 1.0).abs() < 0.1);
}

#[test]
fn a_missing_track_is_told() {
    let mute = made("-f lavfi -i testsrc2=s=320x240:r=30:d=1 -c:v libvpx -deadline realtime a.webm");
    let clip = clip(&mute);
    assert!(clip.sound.is_none() && clip.facts.audio_codec.is_empty());
    assert_eq!(refusal(decoder().sound(&mute)), Refusal::NoSound);
    let blind = made("-f lavfi -i sine=d=1 -c:a libopus a.webm");
    assert_eq!(refusal(decoder().clip(&blind, 15.0, 320)), Refusal::NoPicture);
}

#[test]
fn long_recordings_are_refused_with_and_without_a_declared_length() {
    let declared =
        made("-f lavfi -i testsrc2=s=160x120:r=10:d=60 -c:v libx264 -preset ultrafast -pix_fmt yuv420p a.mp4");
    let live = made(
        "-f lavfi -i testsrc2=s=160x120:r=10:d=20 -c:v libvpx -deadline realtime -cpu-used 8 -f webm -live 1 a.webm",
    );
    for bytes in [declared, live] {
        let refusal = refusal(decoder().clip(&bytes, 15.0, 320));
        assert!(matches!(refusal, Refusal::TooLong { seconds, .. } if seconds > 15.0), "{refusal:?}");
    }
}

#[test]
fn other_codecs_are_refused_by_name() {
    let scene = scene("320x240", 15, 1.0);
    for (options, codec) in [
        ("-c:v mpeg4 -c:a aac a.mp4", "mpeg4"),
        ("-c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1 -c:a aac a.mp4", "hevc"),
        ("-c:v mjpeg -c:a aac a.mkv", "mjpeg"),
        ("-c:v libx264 -pix_fmt yuv420p -c:a ac3 a.mp4", "ac3"),
    ] {
        let bytes = made(&format!("{scene} {options}"));
        assert_eq!(refusal(decoder().clip(&bytes, 15.0, 320)), Refusal::UnsupportedCodec { codec: codec.to_owned() });
    }
}

#[test]
fn other_containers_are_refused_by_name() {
    for (file, format) in [("a.avi", "avi"), ("a.flv", "flv"), ("a.gif", "gif"), ("a.wav", "wav")] {
        let input = if file == "a.wav" { "-f lavfi -i sine=d=1" } else { "-f lavfi -i testsrc2=s=64x64:r=5:d=1" };
        let bytes = made(&format!("{input} {file}"));
        assert_eq!(
            refusal(decoder().clip(&bytes, 15.0, 320)),
            Refusal::UnsupportedFormat { format: format.to_owned() }
        );
    }
    let playlist = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n";
    assert_eq!(refusal(decoder().clip(playlist, 15.0, 320)), Refusal::UnknownFormat);
    assert_eq!(refusal(decoder().clip(b"", 15.0, 320)), Refusal::Empty);
}

#[test]
fn an_encrypted_recording_is_told() {
    let key = "-encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8";
    let bytes = made(&format!("{} {MP4} {key} a.mp4", scene("320x240", 15, 1.0)));
    assert_eq!(refusal(decoder().clip(&bytes, 15.0, 320)), Refusal::Encrypted);
}

#[test]
fn a_cut_recording_is_refused() {
    for (codecs, file) in
        [(WEBM, "a.webm"), (MP4, "a.mp4"), ("-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart", "a.mp4")]
    {
        let whole = made(&format!("{} {codecs} {file}", scene("320x240", 30, 2.0)));
        for share in [1, 10, 40, 80] {
            let code = refusal(decoder().clip(&whole[..whole.len() * share / 100], 15.0, 320)).code();
            assert!(["truncated", "damaged", "no_picture"].contains(&code), "{file} {codecs} {share} %: {code}");
        }
    }
}
