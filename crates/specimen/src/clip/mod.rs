//! Clips of a synthetic person reciting digits.

mod attack;
mod film;
mod motion;
mod mux;
mod sound;
mod spec;
mod speech;
#[cfg(test)]
mod tests;

pub use attack::{ClipAttack, attack_clip};
pub use sound::Span;
pub use spec::{ClipDefect, ClipSpec, Container, Voice};

use std::fs;
use std::path::{Path, PathBuf};

use crate::SpecimenError;
use film::Film;
use mux::Encoder;

/// Quiet before and after the digits of a file that is uploaded, in seconds.
const REST: f32 = 0.45;
/// Quiet before and after the digits of a file that a browser plays again and again.
const LOOP_REST: f32 = 1.0;

/// Makes the clip as one file's bytes. A flawless one lasts 3–5 s.
pub fn render_clip(spec: &ClipSpec) -> Result<Vec<u8>, SpecimenError> {
    let sound = sound::recite(spec, REST)?;
    let folder = tempfile::tempdir()?;
    let (track, file) = (folder.path().join("sound.wav"), folder.path().join("clip"));
    fs::write(&track, mux::wave(&sound::record(spec, &sound)))?;
    let heard = (spec.defect != ClipDefect::NoSoundTrack).then_some(track.as_path());
    roll(spec, &sound, Encoder::clip(spec, heard, &file)?)?;
    Ok(fs::read(&file)?)
}

/// When each digit of [`render_clip`]'s file is spoken.
pub fn spans(spec: &ClipSpec) -> Result<Vec<Span>, SpecimenError> {
    Ok(sound::recite(spec, REST)?.spans)
}

/// Writes `camera.y4m` and `microphone.wav` into `folder`, for Chromium's `--use-file-for-fake-video-capture` and
/// `--use-file-for-fake-audio-capture`. Both last equally long and begin and end with a second of rest, as Chromium
/// plays them in a loop. `NoSoundTrack` writes silence: a microphone always gives samples.
pub fn render_y4m_and_wav(spec: &ClipSpec, folder: &Path) -> Result<(PathBuf, PathBuf), SpecimenError> {
    let sound = sound::recite(spec, LOOP_REST)?;
    let (camera, microphone) = (folder.join("camera.y4m"), folder.join("microphone.wav"));
    let mut samples = sound::record(spec, &sound);
    if spec.defect == ClipDefect::NoSoundTrack {
        samples.fill(0.0);
    }
    fs::write(&microphone, mux::wave(&samples))?;
    roll(spec, &sound, Encoder::y4m(spec, &camera)?)?;
    Ok((camera, microphone))
}

fn roll(spec: &ClipSpec, sound: &sound::Sound, mut encoder: Encoder) -> Result<(), SpecimenError> {
    let shots = motion::plan(spec, sound);
    let film = Film::new(spec, &shots);
    for (number, shot) in shots.iter().enumerate() {
        encoder.write(&film.picture(number, shot))?;
    }
    encoder.finish()
}
