//! The parent's side: starts a child for each job and believes nothing it says without checking.

mod exchange;
mod probe;

use std::io;
use std::path::PathBuf;

pub use probe::{Attempt, Probe, Room};

use crate::protocol::{Job, Reply, Task};
use crate::{Clip, DecodeError, Frame, Limits, Photo, Refusal, RgbImage, SandboxError, Sound};
use exchange::{Answer, exchange};

/// Samples a second of everything that leaves the sandbox.
const SAMPLE_RATE: u32 = 16_000;

/// Decodes untrusted bytes, each call in a fresh child process. Blocking; a call takes as long as [`Limits::wall`] at most.
/// Cheap to clone and free to share between threads: it holds a path and numbers.
#[derive(Clone, Debug)]
pub struct Decoder {
    program: PathBuf,
    limits: Limits,
}

impl Decoder {
    /// A decoder whose children run `program`, which must call [`crate::child_main`] first thing.
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self { program, limits }
    }

    /// A decoder whose children run the program that is running now, even if its file has been replaced since.
    pub fn this_program(limits: Limits) -> io::Result<Self> {
        let program = PathBuf::from("/proc/self/exe");
        program.metadata()?;
        Ok(Self { program, limits })
    }

    /// The bounds in force.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Decodes a photo: JPEG, PNG or WebP, whatever its name says.
    pub fn photo(&self, bytes: &[u8]) -> Result<Photo, DecodeError> {
        accept_size(bytes, self.limits.photo_bytes)?;
        let answer = self.run(Task::Photo, bytes, self.limits.photo_pixels, 1)?;
        let Reply::Photo { format, metadata, provenance } = answer.reply else {
            return Err(protocol("not a photo's answer"));
        };
        let [image] = <[RgbImage; 1]>::try_from(answer.pictures).map_err(|_| protocol("a photo without its pixels"))?;
        if !(1..=8).contains(&metadata.orientation) {
            return Err(protocol("an orientation out of range"));
        }
        let provenance = provenance.checked().ok_or_else(|| protocol("coding facts out of range"))?;
        Ok(Photo { image, format: format.into(), metadata: metadata.into(), provenance })
    }

    /// Decodes a recording, WebM (VP8, VP9; Opus, Vorbis) or MP4 (H.264; AAC). Frame `k` shows what was seen at `k / frames_per_second`
    /// seconds; its longer side is at most `max_side` pixels. `frames_per_second` is brought into 1–60, `max_side` into 16–4096.
    pub fn clip(&self, bytes: &[u8], frames_per_second: f64, max_side: u32) -> Result<Clip, DecodeError> {
        accept_size(bytes, self.limits.clip_bytes)?;
        let frames_per_second = if frames_per_second.is_finite() { frames_per_second.clamp(1.0, 60.0) } else { 15.0 };
        let max_side = max_side.clamp(16, 4096);
        // The child reads half a second beyond the limit before it knows that a recording is too long.
        let most_frames = ((self.limits.clip_s + 2.0) * frames_per_second) as usize + 1;
        let pixels = u64::from(max_side) * u64::from(max_side);
        let answer = self.run(Task::Clip { frames_per_second, max_side }, bytes, pixels, most_frames)?;
        let Reply::Clip { facts, duration_s, .. } = answer.reply else { return Err(protocol("not a clip's answer")) };
        if answer.pictures.is_empty() {
            return Err(Refusal::NoPicture.into());
        }
        if !(0.0..=self.limits.clip_s).contains(&duration_s) || !facts.frame_rate.is_finite() {
            return Err(protocol("a duration or rate out of range"));
        }
        let frames = answer.pictures.into_iter().enumerate();
        let frames = frames.map(|(k, image)| Frame { at_s: k as f64 / frames_per_second, image }).collect();
        Ok(Clip { frames, sound: answer.sound, duration_s, facts: facts.into() })
    }

    /// Decodes the sound of a recording or of a sound file (WAV, Ogg, FLAC, MP3, WebM, MP4), as 16 kHz mono. Zero is the recording's
    /// start: a track that begins late begins with silence.
    pub fn sound(&self, bytes: &[u8]) -> Result<Sound, DecodeError> {
        accept_size(bytes, self.limits.clip_bytes)?;
        let answer = self.run(Task::Sound, bytes, 0, 0)?;
        answer.sound.ok_or_else(|| protocol("not a sound's answer"))
    }

    fn run(&self, task: Task, bytes: &[u8], picture_pixels: u64, most_frames: usize) -> Result<Answer, DecodeError> {
        let job = Job { task, limits: self.limits.clone() };
        exchange(&self.program, &job, bytes, picture_pixels, most_frames)
    }
}

fn accept_size(bytes: &[u8], limit: usize) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > limit {
        return Err(Refusal::TooLarge { bytes: bytes.len() as u64, limit: limit as u64 });
    }
    Ok(())
}

fn protocol(what: &'static str) -> DecodeError {
    SandboxError::Protocol(what).into()
}
