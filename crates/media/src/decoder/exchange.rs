//! One child: start it, hear it out within the deadline, end it, judge how it ended.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::{SAMPLE_RATE, protocol};
use crate::protocol::{HIDDEN_ARGUMENT, Job, MESSAGE_BYTES, Reply, take};
use crate::sandbox::process::sealed;
use crate::{DecodeError, Limits, Refusal, RgbImage, SandboxError, Sound};

/// Pipe size asked for; the usual ceiling for an unprivileged process. 64 KiB pipes double the time of a 36 MB photo.
const PIPE_BYTES: usize = 1 << 20;

/// What a child handed back, checked.
pub(super) struct Answer {
    pub reply: Reply,
    pub pictures: Vec<RgbImage>,
    pub sound: Option<Sound>,
}

/// A started child with its process group, killed when dropped early.
struct Running {
    child: Child,
    ended: bool,
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.ended {
            self.kill();
            // Reaps; the process is gone already, so this does not wait.
            let _status = self.child.wait();
        }
    }
}

impl Running {
    fn start(program: &Path, job: &Job, bytes: &[u8]) -> io::Result<Self> {
        let job = serde_json::to_string(job).map_err(io::Error::other)?;
        let mut command = Command::new(program);
        command.arg(HIDDEN_ARGUMENT).arg(job).env_clear().current_dir("/").process_group(0);
        command.stdin(Stdio::from(sealed(bytes)?)).stdout(Stdio::piped()).stderr(Stdio::piped());
        Ok(Self { child: command.spawn()?, ended: false })
    }

    /// Ends the child and the ffmpeg it may have started.
    fn kill(&self) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(rustix::process::Pid::from_raw) {
            // The child is not yet reaped, so the number is still its own.
            let _gone = rustix::process::kill_process_group(pid, rustix::process::Signal::KILL);
        }
    }
}

/// Runs `job` over `bytes`. No picture larger than `picture_pixels` and no more than `most_frames` are taken.
pub(super) fn exchange(
    program: &Path,
    job: &Job,
    bytes: &[u8],
    picture_pixels: u64,
    most_frames: usize,
) -> Result<Answer, DecodeError> {
    let deadline = Instant::now() + job.limits.wall;
    let mut running = Running::start(program, job, bytes).map_err(SandboxError::Process)?;
    let missing = || SandboxError::Process(io::Error::other("a pipe is missing"));
    let pixels = running.child.stdout.take().ok_or_else(missing)?;
    let messages = running.child.stderr.take().ok_or_else(missing)?;
    let _size = rustix::pipe::fcntl_setpipe_size(&pixels, PIPE_BYTES);
    let mut heard = Heard::new(&job.limits, picture_pixels, most_frames);
    heard.listen(pixels, messages, deadline)?;
    let status = running.child.wait().map_err(SandboxError::Process)?;
    running.ended = true;
    heard.conclude(status)
}

/// What has been heard so far.
struct Heard {
    messages: Vec<u8>,
    messages_bound: usize,
    size: Option<(u32, u32)>,
    pictures: Vec<RgbImage>,
    current: Vec<u8>,
    filled: usize,
    picture_pixels: u64,
    most_frames: usize,
    frames_bytes: u64,
}

impl Heard {
    fn new(limits: &Limits, picture_pixels: u64, most_frames: usize) -> Self {
        let sound_bytes = ((limits.clip_s.max(limits.sound_s) + 2.0) * f64::from(SAMPLE_RATE)) as usize * 4;
        Self {
            messages: Vec::new(),
            messages_bound: 4 * MESSAGE_BYTES + sound_bytes,
            size: None,
            pictures: Vec::new(),
            current: Vec::new(),
            filled: 0,
            picture_pixels,
            most_frames,
            frames_bytes: limits.frames_bytes.max(limits.photo_pixels * 3),
        }
    }

    /// Reads both pipes to their ends.
    fn listen(&mut self, pixels: ChildStdout, messages: ChildStderr, deadline: Instant) -> Result<(), DecodeError> {
        let (mut pixels, mut messages) = (Some(pixels), Some(messages));
        while pixels.is_some() || messages.is_some() {
            let [pixels_ready, messages_ready] = wait(pixels.as_ref(), messages.as_ref(), deadline)?;
            // Messages first: the size of the pictures is said before their first byte, and `poll` looks at the messages last.
            if messages_ready && !self.hear_message(messages.as_mut())? {
                messages = None;
            }
            if pixels_ready && !self.hear_pixels(pixels.as_mut())? {
                pixels = None;
            }
        }
        Ok(())
    }

    /// False at the end.
    fn hear_message(&mut self, source: Option<&mut ChildStderr>) -> Result<bool, DecodeError> {
        let Some(source) = source else { return Ok(false) };
        let mut buffer = [0; 16 << 10];
        let got = source.read(&mut buffer).map_err(SandboxError::Process)?;
        self.messages.extend_from_slice(&buffer[..got]);
        if self.messages.len() > self.messages_bound {
            return Err(protocol("more messages than allowed"));
        }
        if self.size.is_none()
            && let Some((Reply::Start { width, height }, used)) = take(&self.messages).map_err(protocol)?
        {
            let area = u64::from(width) * u64::from(height);
            if area == 0 || area > self.picture_pixels {
                return Err(protocol("a picture of a size not asked for"));
            }
            self.size = Some((width, height));
            self.messages.drain(..used);
        }
        Ok(got > 0)
    }

    /// False at the end.
    fn hear_pixels(&mut self, source: Option<&mut ChildStdout>) -> Result<bool, DecodeError> {
        let (Some(source), size) = (source, self.size) else { return Ok(false) };
        let Some((width, height)) = size else {
            let silent = source.read(&mut [0; 1]).map_err(SandboxError::Process)? == 0;
            return if silent { Ok(false) } else { Err(protocol("pixels before their size")) };
        };
        if self.current.is_empty() {
            self.current = vec![0; width as usize * height as usize * 3];
        }
        let got = source.read(&mut self.current[self.filled..]).map_err(SandboxError::Process)?;
        self.filled += got;
        if self.filled == self.current.len() {
            if self.pictures.len() == self.most_frames {
                return Err(protocol("more pictures than asked for"));
            }
            if (self.pictures.len() as u64 + 1) * self.current.len() as u64 > self.frames_bytes {
                return Err(Refusal::MemoryBudget.into());
            }
            let pixels = std::mem::take(&mut self.current);
            self.pictures.push(RgbImage { width, height, pixels });
            self.filled = 0;
        }
        Ok(got > 0)
    }

    /// Judges the end: a signal first, then the last message.
    fn conclude(self, status: ExitStatus) -> Result<Answer, DecodeError> {
        if let Some(signal) = status.signal() {
            return Err(death(signal));
        }
        let (reply, used) = take(&self.messages).map_err(protocol)?.ok_or_else(|| protocol("no answer"))?;
        match reply {
            Reply::Refused(refusal) => return Err(refusal.into()),
            Reply::Failed(what) => {
                return Err(
                    SandboxError::Confinement(what.chars().filter(|c| !c.is_control()).take(200).collect()).into()
                );
            }
            _ => {}
        }
        if self.filled > 0 {
            return Err(protocol("a picture cut short"));
        }
        let declared = match &reply {
            Reply::Clip { samples, .. } => *samples,
            Reply::Sound { samples } => Some(*samples),
            _ => None,
        };
        let sound = declared.map(|count| samples(&self.messages[used..], count)).transpose()?;
        Ok(Answer { reply, pictures: self.pictures, sound })
    }
}

/// Which of the two has something to say (or has ended).
fn wait(
    pixels: Option<&ChildStdout>,
    messages: Option<&ChildStderr>,
    deadline: Instant,
) -> Result<[bool; 2], DecodeError> {
    let left = deadline.saturating_duration_since(Instant::now());
    let timeout = Timespec::try_from(left).map_err(|_| protocol("a deadline out of range"))?;
    let fds: Vec<_> = pixels.map(AsFd::as_fd).into_iter().chain(messages.map(AsFd::as_fd)).collect();
    let mut polled: Vec<PollFd<'_>> = fds.iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
    match poll(&mut polled, Some(&timeout)) {
        Ok(0) => return Err(Refusal::TimeBudget.into()),
        Err(rustix::io::Errno::INTR) => return Ok([false; 2]),
        Err(error) => return Err(SandboxError::Process(error.into()).into()),
        Ok(_) => {}
    }
    let mut hits = polled.iter().map(|fd| !fd.revents().is_empty());
    let pixels_ready = pixels.is_some() && hits.next().unwrap_or(false);
    Ok([pixels_ready, messages.is_some() && hits.next().unwrap_or(false)])
}

fn death(signal: i32) -> DecodeError {
    match signal {
        libc::SIGXCPU => Refusal::TimeBudget.into(),
        // Rust's allocator aborts when the address space is used up.
        libc::SIGABRT => Refusal::MemoryBudget.into(),
        libc::SIGSEGV | libc::SIGBUS | libc::SIGILL | libc::SIGFPE => {
            Refusal::Damaged { format: "unknown".to_owned() }.into()
        }
        libc::SIGSYS => SandboxError::Violation.into(),
        signal => SandboxError::Died { signal }.into(),
    }
}

fn samples(bytes: &[u8], count: u32) -> Result<Sound, DecodeError> {
    let (whole, rest) = bytes.as_chunks::<4>();
    if whole.len() != count as usize || !rest.is_empty() {
        return Err(protocol("another number of samples than declared"));
    }
    let clean = |sample: f32| if sample.is_finite() { sample.clamp(-1.0, 1.0) } else { 0.0 };
    Ok(Sound { sample_rate: SAMPLE_RATE, samples: whole.iter().map(|b| clean(f32::from_le_bytes(*b))).collect() })
}
