//! Recordings: ffprobe tells what is inside, ffmpeg decodes it, both under the tool room's confinement.
//!
//! Picture and sound share one time line whose zero is the container's own start (the earlier of the two tracks): a late track is
//! padded (sound with silence, picture with its first frame), so that what was recorded together stays together.

mod facts;
mod log;
mod run;

use super::{Outlets, Stop, sniff};
use crate::protocol::{FRAME_TIMES, Reply, WireFacts};
use crate::sandbox::Tools;
use crate::{Limits, Refusal};
use facts::Facts;
use run::Output;

/// What the caller wants of the pictures.
pub(super) struct Wish {
    pub frames_per_second: f64,
    pub max_side: u32,
}

/// Samples a second of everything that leaves the sandbox.
const SAMPLE_RATE: u32 = 16_000;

/// Seconds read beyond the limit, so that a recording over the limit shows itself without being decoded to its end.
const BEYOND_S: f64 = 0.5;

/// The container as ffmpeg's demultiplexer is called, and as we call it.
struct Container {
    demuxer: &'static str,
    name: &'static str,
}

/// Decodes pictures and sound of a recording.
pub(super) fn pictures_and_sound(
    upload: &[u8],
    tools: &Tools,
    wish: &Wish,
    limits: &Limits,
    outlets: &mut Outlets,
) -> Result<(), Stop> {
    let container = container(upload, false)?;
    let facts = facts::read(tools, &container)?;
    let video = facts.video.as_ref().ok_or(Refusal::NoPicture)?;
    facts.judge(limits, limits.clip_s)?;
    let (width, height) = fit(video.width, video.height, wish.max_side);
    outlets.say(&Reply::Start { width, height })?;
    let filter = format!(
        "showinfo=checksum=0,fps={}:start_time=0,scale={width}:{height}:flags=area,setsar=1,format=rgb24",
        wish.frames_per_second
    );
    let output = run::ffmpeg(tools, &container, limits.clip_s + BEYOND_S, Some(&filter), facts.audio.is_some())?;
    let log = log::read(&output.log);
    settle(&output, &log, &container)?;
    if log.frames == 0 {
        return Err(Refusal::NoPicture.into());
    }
    let samples = whole_samples(&output);
    let duration_s = log.end_s().max(f64::from(samples) / f64::from(SAMPLE_RATE));
    if duration_s > limits.clip_s {
        return Err(Refusal::TooLong { seconds: duration_s, limit: limits.clip_s }.into());
    }
    let facts = wire(&facts, &container, &log);
    outlets.say(&Reply::Clip { facts, duration_s, samples: (samples > 0).then_some(samples) })?;
    give_samples(&output, samples, outlets)
}

/// Decodes the sound of a recording or sound file.
pub(super) fn sound_alone(upload: &[u8], tools: &Tools, limits: &Limits, outlets: &mut Outlets) -> Result<(), Stop> {
    let container = container(upload, true)?;
    let mut facts = facts::read(tools, &container)?;
    facts.video = None;
    if facts.audio.is_none() {
        return Err(Refusal::NoSound.into());
    }
    facts.judge(limits, limits.sound_s)?;
    let output = run::ffmpeg(tools, &container, limits.sound_s + BEYOND_S, None, true)?;
    settle(&output, &log::read(&output.log), &container)?;
    let samples = whole_samples(&output);
    let seconds = f64::from(samples) / f64::from(SAMPLE_RATE);
    if samples == 0 {
        return Err(Refusal::NoSound.into());
    }
    if seconds > limits.sound_s {
        return Err(Refusal::TooLong { seconds, limit: limits.sound_s }.into());
    }
    outlets.say(&Reply::Sound { samples })?;
    give_samples(&output, samples, outlets)
}

/// The demultiplexer is chosen here and forced: none that follows references (playlists, concatenation) can be reached.
fn container(upload: &[u8], sound_file: bool) -> Result<Container, Refusal> {
    let name = sniff::format(upload).ok_or(Refusal::UnknownFormat)?;
    let demuxer = match (name, sound_file) {
        ("webm", _) => "matroska",
        ("mp4", _) => "mov",
        ("wav" | "ogg" | "flac" | "mp3", true) => name,
        _ => return Err(Refusal::UnsupportedFormat { format: name.to_owned() }),
    };
    if demuxer == "mov" && protected(upload) {
        return Err(Refusal::Encrypted);
    }
    Ok(Container { demuxer, name })
}

/// Whether an MP4 names a common-encryption scheme. ffprobe tells the codec under the lock and keeps silent about the lock.
fn protected(upload: &[u8]) -> bool {
    let scheme = |window: &[u8]| {
        window.starts_with(b"schm\0\0\0\0") && matches!(&window[8..], b"cenc" | b"cens" | b"cbc1" | b"cbcs" | b"piff")
    };
    upload.windows(12).any(scheme)
}

/// Width and height within `max_side`, never enlarged, at least 2 × 2.
fn fit(width: u32, height: u32, max_side: u32) -> (u32, u32) {
    let scale = (f64::from(max_side) / f64::from(width.max(height))).min(1.0);
    let side = |n: u32| ((f64::from(n) * scale).round() as u32).max(2);
    (side(width), side(height))
}

/// Turns how ffmpeg ended into a refusal or a failure.
fn settle(output: &Output, log: &log::Log, container: &Container) -> Result<(), Stop> {
    let format = || container.name.to_owned();
    match output.signal {
        Some(libc::SIGSYS) => return Err(Stop::Failed("ffmpeg left its confinement and was stopped".to_owned())),
        Some(libc::SIGXCPU) => return Err(Refusal::TimeBudget.into()),
        Some(libc::SIGKILL) => return Err(Stop::Failed("ffmpeg was killed".to_owned())),
        _ => {}
    }
    if log.out_of_memory {
        return Err(Refusal::MemoryBudget.into());
    }
    if log.cut_off {
        return Err(Refusal::Truncated { format: format() }.into());
    }
    if output.success && !log.broken() { Ok(()) } else { Err(Refusal::Damaged { format: format() }.into()) }
}

fn whole_samples(output: &Output) -> u32 {
    (output.sound.len() / 4) as u32
}

fn give_samples(output: &Output, samples: u32, outlets: &mut Outlets) -> Result<(), Stop> {
    use std::io::Write;
    Ok(outlets.messages.write_all(&output.sound[..samples as usize * 4])?)
}

fn wire(facts: &Facts, container: &Container, log: &log::Log) -> WireFacts {
    let video = facts.video.as_ref();
    let audio = facts.audio.as_ref();
    WireFacts {
        container: container.name.to_owned(),
        video_codec: video.map(|v| v.codec.clone()).unwrap_or_default(),
        audio_codec: audio.map(|a| a.codec.clone()).unwrap_or_default(),
        width: video.map_or(0, |v| v.width),
        height: video.map_or(0, |v| v.height),
        frame_rate: log.frame_rate(),
        frame_times: log.times.iter().copied().take(FRAME_TIMES).collect(),
        rotation: video.map_or(0, |v| v.rotation),
        audio_rate: audio.map_or(0, |a| a.rate),
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn pictures_are_shrunk_never_enlarged() {
        assert_eq!(fit(1280, 720, 640), (640, 360));
        assert_eq!(fit(720, 1280, 640), (360, 640));
        assert_eq!(fit(320, 240, 640), (320, 240));
        assert_eq!(fit(4000, 1, 640), (640, 2));
    }
}
