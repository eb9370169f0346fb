//! Starts ffprobe and ffmpeg and collects what they write, bounded.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use rustix::event::{PollFd, PollFlags, poll};

use super::facts::decoders;
use super::{Container, SAMPLE_RATE};
use crate::child::Stop;
use crate::sandbox::Tools;
use crate::sandbox::process::spawn_tool;

/// The upload: the sealed memory on descriptor 0, opened anew so that it can be sought in (MP4 may hold its index at the end).
const UPLOAD: &str = "file:/proc/self/fd/0";
/// Most bytes taken of ffprobe's answer and of ffmpeg's log; 15 s at 60 frames a second log about 250 kB.
const TEXT_BYTES: usize = 4 << 20;
/// Decoding threads: the machine is shared with the rest of the house.
const THREADS: &str = "2";

/// What ffmpeg left.
pub(super) struct Output {
    /// Samples, f32 little-endian.
    pub sound: Vec<u8>,
    /// Its log.
    pub log: Vec<u8>,
    /// Whether it ended by itself with 0.
    pub success: bool,
    /// The signal it died of, if it did.
    pub signal: Option<i32>,
}

/// ffprobe's JSON, or its log where it could not read the file.
pub(super) fn ffprobe(tools: &Tools, container: &Container) -> Result<Result<Vec<u8>, Vec<u8>>, Stop> {
    let mut command = Command::new(&tools.ffprobe);
    command.env_clear().args(["-hide_banner", "-v", "error"]).args(input_options(container));
    command.args(["-show_entries", ENTRIES, "-of", "json", UPLOAD]);
    command.stdin(Stdio::inherit()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = spawn_tool(&mut command)?;
    let missing = || io::Error::other("no pipe");
    let json = child.stdout.take().ok_or_else(missing)?;
    let log = child.stderr.take().ok_or_else(missing)?;
    let [json, log] = drain(&[json.into(), log.into()].map(|pipe: OwnedFd| (File::from(pipe), TEXT_BYTES)))?;
    let status = child.wait()?;
    match status.signal() {
        Some(libc::SIGSYS) => Err(Stop::Failed("ffprobe left its confinement and was stopped".to_owned())),
        Some(libc::SIGXCPU) => Err(crate::Refusal::TimeBudget.into()),
        // 127 is the dynamic loader's: a library is missing or may not be read.
        None if status.code() == Some(127) => Err(Stop::Failed("ffprobe could not start".to_owned())),
        _ => Ok(if status.success() { Ok(json) } else { Err(log) }),
    }
}

const ENTRIES: &str = "stream=codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,sample_rate\
    :stream_disposition=attached_pic:stream_side_data=side_data_type,rotation:format=duration";

fn input_options(container: &Container) -> Vec<String> {
    let options = ["-protocol_whitelist", "file", "-format_whitelist", container.demuxer, "-codec_whitelist"];
    options.into_iter().map(str::to_owned).chain([decoders(), "-f".to_owned(), container.demuxer.to_owned()]).collect()
}

/// Runs ffmpeg over the first `seconds`: pictures through `filter` straight to the parent, sound and log to us.
pub(super) fn ffmpeg(
    tools: &Tools,
    container: &Container,
    seconds: f64,
    filter: Option<&str>,
    with_sound: bool,
) -> Result<Output, Stop> {
    let mut command = Command::new(&tools.ffmpeg);
    command.env_clear().args([
        "-hide_banner",
        "-nostdin",
        "-nostats",
        "-loglevel",
        "level+info",
        "-filter_threads",
        "1",
    ]);
    command.args(["-threads", THREADS]).args(input_options(container)).args(["-t", &seconds.to_string(), "-i", UPLOAD]);
    if let Some(filter) = filter {
        command.args(["-map", "0:v:0", "-vf", filter, "-f", "rawvideo", "pipe:1"]);
    }
    let (sound_in, sound_out) = sound_pipe()?;
    if with_sound {
        // async and first_pts keep the samples on the time line: gaps and a late start become silence.
        let resample = format!("aresample={SAMPLE_RATE}:async=1:first_pts=0");
        let pipe = format!("pipe:{}", sound_out.as_raw_fd());
        command.args([
            "-map",
            "0:a:0",
            "-af",
            &resample,
            "-ac",
            "1",
            "-ar",
            &SAMPLE_RATE.to_string(),
            "-f",
            "f32le",
            &pipe,
        ]);
    }
    command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::piped());
    let mut child = spawn_tool(&mut command)?;
    drop(sound_out);
    let errors = child.stderr.take().ok_or_else(|| io::Error::other("no log"))?;
    let sound_bytes = ((seconds + 1.0) * f64::from(SAMPLE_RATE)) as usize * 4;
    let [sound, log] = drain(&[(File::from(sound_in), sound_bytes), (File::from(OwnedFd::from(errors)), TEXT_BYTES)])?;
    let status = child.wait()?;
    if status.code() == Some(127) {
        return Err(Stop::Failed("ffmpeg could not start".to_owned()));
    }
    Ok(Output { sound, log, success: status.success(), signal: status.signal() })
}

/// A pipe whose writing end ffmpeg inherits under the same number.
fn sound_pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (reader, writer) = rustix::pipe::pipe()?;
    rustix::io::fcntl_setfd(&reader, rustix::io::FdFlags::CLOEXEC)?;
    Ok((reader, writer))
}

/// Reads several pipes until all end, keeping of each at most its bound (the rest is read and dropped, so that the writer goes on).
fn drain<const N: usize>(sources: &[(File, usize); N]) -> io::Result<[Vec<u8>; N]> {
    let mut kept = [const { Vec::new() }; N];
    let mut open = [true; N];
    let mut buffer = vec![0; 64 << 10];
    while open.contains(&true) {
        let watched: Vec<usize> = (0..N).filter(|i| open[*i]).collect();
        for i in ready(watched.iter().map(|i| (*i, sources[*i].0.as_fd())))? {
            let (source, bound) = &sources[i];
            let mut source = source;
            let got = source.read(&mut buffer)?;
            open[i] = got > 0;
            let room = bound.saturating_sub(kept[i].len());
            kept[i].extend_from_slice(&buffer[..got.min(room)]);
        }
    }
    Ok(kept)
}

fn ready<'a>(sources: impl Iterator<Item = (usize, BorrowedFd<'a>)>) -> io::Result<Vec<usize>> {
    let (numbers, fds): (Vec<usize>, Vec<BorrowedFd<'a>>) = sources.unzip();
    let mut polled: Vec<PollFd<'_>> = fds.iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
    loop {
        match poll(&mut polled, None) {
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) => break,
        }
    }
    let hit = polled.iter().zip(numbers).filter(|(fd, _)| !fd.revents().is_empty());
    Ok(hit.map(|(_, number)| number).collect())
}
