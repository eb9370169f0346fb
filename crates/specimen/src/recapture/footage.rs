//! Real clips in and attacked clips out, by Debian's `ffmpeg`.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::Species;
use crate::{Picture, SpecimenError};

/// Pictures a second that clips are taken apart and put together at.
const RATE: u32 = 25;
/// Bits a second of the VP8 that is written: what browsers choose for this size.
const BITS: &str = "1500k";

/// A piece of a real clip.
pub struct Footage {
    /// Its pictures, all of one size, sides even.
    pub pictures: Vec<Picture>,
    /// Pictures a second.
    pub fps: u32,
    /// Its sound as a WAVE file; empty without.
    pub sound: Vec<u8>,
}

/// Takes `seconds` of a clip from `from_s` on, at most 640 pixels wide or high.
pub fn read(file: &Path, from_s: f64, seconds: f64) -> Result<Footage, SpecimenError> {
    let folder = tempfile::tempdir()?;
    let (raw, sound) = (folder.path().join("pictures.ppm"), folder.path().join("sound.wav"));
    let (from, length) = (from_s.to_string(), seconds.to_string());
    let filter = format!(
        "fps={RATE},scale=w='trunc(iw*sar*min(1,640/max(iw*sar,ih))/2)*2':h='trunc(ih*min(1,640/max(iw*sar,ih))/2)*2',setsar=1"
    );
    let input = |command: &mut Command| {
        command.args(["-v", "error", "-y", "-ss", &from, "-t", &length, "-i"]).arg(file);
    };
    let mut pictures = Command::new("ffmpeg");
    input(&mut pictures);
    pictures.args(["-an", "-vf", &filter, "-f", "image2pipe", "-c:v", "ppm"]).arg(&raw);
    done(pictures, &[])?;
    let mut heard = Command::new("ffmpeg");
    input(&mut heard);
    heard.args(["-vn", "-ac", "1", "-ar", "48000"]).arg(&sound);
    // A clip may have no sound.
    let sound = done(heard, &[]).and_then(|()| Ok(fs::read(&sound)?)).unwrap_or_default();
    Ok(Footage { pictures: pixmaps(&fs::read(&raw)?), fps: RATE, sound })
}

/// Writes pictures with the footage's sound as WebM, with what the species does to times and sound.
pub fn write(footage: &Footage, pictures: &[Picture], species: Species, to: &Path) -> Result<(), SpecimenError> {
    let Some(first) = pictures.first() else { return Ok(()) };
    let folder = tempfile::tempdir()?;
    let sound = folder.path().join("sound.wav");
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24"]);
    command.args(["-s", &format!("{}x{}", first.width, first.height), "-r", &footage.fps.to_string(), "-i", "pipe:0"]);
    if !footage.sound.is_empty() {
        fs::write(&sound, &footage.sound)?;
        command.arg("-i").arg(&sound);
    }
    match species {
        Species::TimingBursts => {
            let times = format!("setpts='(floor(N/8)*8/{0}+mod(N,8)*0.002)/TB'", footage.fps);
            command.args(["-vf", &times, "-vsync", "passthrough", "-enc_time_base", "1:1000"]);
        }
        Species::Joined => {
            let third = footage.pictures.len() / 3;
            let (from, to) = (third as f64 / f64::from(footage.fps), 2.0 * third as f64 / f64::from(footage.fps));
            command.args(["-af", &format!("aselect='not(between(t,{from},{to}))',asetpts=N/SR/TB")]);
        }
        _ => {}
    }
    command.args(["-pix_fmt", "yuv420p", "-map_metadata", "-1", "-c:v", "libvpx", "-deadline", "realtime"]);
    command.args(["-cpu-used", "-8", "-threads", "1", "-b:v", BITS, "-c:a", "libopus", "-b:a", "64k", "-f", "webm"]);
    command.arg(to);
    let pixels: Vec<&[u8]> = pictures.iter().map(|picture| picture.pixels.as_slice()).collect();
    done(command, &pixels)
}

/// Runs it to its end, with these bytes on its standard input.
fn done(mut command: Command, input: &[&[u8]]) -> Result<(), SpecimenError> {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| match error.kind() {
        ErrorKind::NotFound => SpecimenError::MissingProgram { name: "ffmpeg", package: "ffmpeg" },
        _ => SpecimenError::Io(error),
    })?;
    if let Some(mut stdin) = child.stdin.take() {
        for part in input {
            match stdin.write_all(part) {
                // It ended early: what it has to say about that is read below.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
                other => other?,
            }
        }
    }
    let output = child.wait_with_output()?;
    if output.status.success() {
        return Ok(());
    }
    let detail = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(SpecimenError::Program { name: "ffmpeg", detail })
}

/// Binary pixmaps one after the other, as `ffmpeg` writes them: `P6`, width, height and 255, each on a line of its own or apart by a blank.
fn pixmaps(mut bytes: &[u8]) -> Vec<Picture> {
    let mut found = Vec::new();
    while let Some((width, height, start)) = head(bytes) {
        let end = start + width as usize * height as usize * 3;
        let Some(pixels) = bytes.get(start..end) else { break };
        found.push(Picture { width, height, pixels: pixels.to_vec() });
        bytes = &bytes[end..];
    }
    found
}

/// Columns, rows and the first pixel's place.
fn head(bytes: &[u8]) -> Option<(u32, u32, usize)> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate().take(64) {
        if byte.is_ascii_whitespace() {
            words.push(std::str::from_utf8(&bytes[start..at]).ok()?);
            start = at + 1;
            if words.len() == 4 {
                break;
            }
        }
    }
    match words.as_slice() {
        ["P6", width, height, "255"] => Some((width.parse().ok()?, height.parse().ok()?, start)),
        _ => None,
    }
}
