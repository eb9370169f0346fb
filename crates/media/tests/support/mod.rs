//! What the tests of the decoder share: a decoder whose child is the test binary itself, and files made on the spot by `ffmpeg`.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::allow_attributes,
    reason = "each test binary uses a part of it; tests may unwrap"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use countersign_media::{DecodeError, Decoder, Limits, Refusal};

/// The test binary, started as a decoding child, must become one before the test harness reads the arguments.
#[ctor::ctor(unsafe)]
fn become_child() {
    if countersign_media::is_child() {
        let code = countersign_media::child_main();
        std::process::exit(i32::from(code != std::process::ExitCode::SUCCESS));
    }
}

pub fn decoder() -> Decoder {
    decoder_with(Limits::default())
}

pub fn decoder_with(limits: Limits) -> Decoder {
    Decoder::this_program(limits).unwrap()
}

/// The refusal's code, or a panic naming what came instead.
pub fn refusal<T>(result: Result<T, DecodeError>) -> Refusal {
    match result {
        Err(DecodeError::Refused(refusal)) => refusal,
        Err(other) => panic!("expected a refusal, got {other}"),
        Ok(_) => panic!("expected a refusal, got a result"),
    }
}

/// Runs ffmpeg with `arguments`, the last being the output's name within a folder of its own, and returns what it wrote.
pub fn made(arguments: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let name = arguments.split_whitespace().last().unwrap();
    let run = Command::new("ffmpeg")
        .args(["-hide_banner", "-loglevel", "error", "-y"])
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "ffmpeg {arguments}: {}", String::from_utf8_lossy(&run.stderr));
    std::fs::read(folder.path().join(name)).unwrap()
}

/// Input options for a moving test picture and a tone.
pub fn scene(size: &str, rate: u32, seconds: f64) -> String {
    format!("-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds} -f lavfi -i sine=f=440:r=48000:d={seconds}")
}

pub const WEBM: &str = "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 1M -c:a libopus";
pub const MP4: &str = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac";

/// The folder of real-world samples, or `None` (said aloud) where it is absent.
pub fn corpus(part: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("COUNTERSIGN_CORPUS").map_or_else(beside, PathBuf::from).join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no corpus");
    None
}

/// Every file under `folder`.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
