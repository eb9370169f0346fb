//! Pictures and samples into a file, by Debian's `ffmpeg`.

use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::spec::{ClipSpec, Container};
use super::speech::RATE;
use crate::{Picture, SpecimenError};

/// A running `ffmpeg` that takes raw RGB pictures on its standard input.
pub(crate) struct Encoder(Child);

impl Encoder {
    /// Starts it for pictures of the spec's size and rate; `sound` is a WAVE file, `to` where the result goes.
    pub(crate) fn clip(spec: &ClipSpec, sound: Option<&Path>, to: &Path) -> Result<Self, SpecimenError> {
        let mut command = base(spec);
        if let Some(sound) = sound {
            command.arg("-i").arg(sound);
        }
        let codecs: &[&str] = match spec.container {
            // A negative cpu-used is a fixed speed; a positive one would follow the machine's load, and no two files were equal.
            Container::WebM => &[
                "-c:v",
                "libvpx",
                "-deadline",
                "realtime",
                "-cpu-used",
                "-8",
                "-threads",
                "1",
                "-b:v",
                "1800k",
                "-c:a",
                "libopus",
                "-b:a",
                "64k",
                "-ar",
                "48000",
                "-f",
                "webm",
            ],
            Container::Mp4 => &[
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "21",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-ar",
                "48000",
                "-movflags",
                "+faststart",
                "-f",
                "mp4",
            ],
        };
        command.args(["-pix_fmt", "yuv420p", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"]);
        command.args(["-map_metadata", "-1"]).args(codecs).arg(to);
        start(command)
    }

    /// Starts it for an uncompressed YUV4MPEG2 file.
    pub(crate) fn y4m(spec: &ClipSpec, to: &Path) -> Result<Self, SpecimenError> {
        let mut command = base(spec);
        command.args(["-pix_fmt", "yuv420p", "-f", "yuv4mpegpipe"]).arg(to);
        start(command)
    }

    /// Hands it the next picture.
    pub(crate) fn write(&mut self, picture: &Picture) -> Result<(), SpecimenError> {
        let Some(stdin) = self.0.stdin.as_mut() else { return Ok(()) };
        match stdin.write_all(&picture.pixels) {
            // It ended early: what it has to say about that is read in `finish`.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => Ok(other?),
        }
    }

    /// Waits for the file to be whole.
    pub(crate) fn finish(mut self) -> Result<(), SpecimenError> {
        drop(self.0.stdin.take());
        let mut said = String::new();
        if let Some(mut stderr) = self.0.stderr.take() {
            stderr.read_to_string(&mut said)?;
        }
        if self.0.wait()?.success() {
            return Ok(());
        }
        Err(SpecimenError::Program { name: "ffmpeg", detail: said.trim().to_owned() })
    }
}

fn base(spec: &ClipSpec) -> Command {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24"]);
    command.args(["-s", &format!("{}x{}", spec.width, spec.height), "-r", &spec.fps.to_string(), "-i", "pipe:0"]);
    command
}

fn start(mut command: Command) -> Result<Encoder, SpecimenError> {
    let child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    child.map(Encoder).map_err(|error| match error.kind() {
        ErrorKind::NotFound => SpecimenError::MissingProgram { name: "ffmpeg", package: "ffmpeg" },
        _ => SpecimenError::Io(error),
    })
}

/// A 16-bit mono WAVE at [`RATE`].
pub(crate) fn wave(samples: &[f32]) -> Vec<u8> {
    let bytes = samples.len() as u32 * 2;
    let mut file = Vec::with_capacity(44 + bytes as usize);
    file.extend(b"RIFF");
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend([1_u16, 1].map(u16::to_le_bytes).concat());
    file.extend([RATE, RATE * 2].map(u32::to_le_bytes).concat());
    file.extend([2_u16, 16].map(u16::to_le_bytes).concat());
    file.extend(b"data");
    file.extend(bytes.to_le_bytes());
    file.extend(samples.iter().flat_map(|s| ((s * 32767.0).round() as i16).to_le_bytes()));
    file
}
