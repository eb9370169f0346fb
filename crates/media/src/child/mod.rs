//! The decoding child: confines itself, does one job, answers, ends.

mod clip;
mod photo;
mod probe;
mod sniff;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::process::ExitCode;

use crate::protocol::{HIDDEN_ARGUMENT, Job, Reply, Task, send};
use crate::sandbox::{self, Tools};
use crate::{Refusal, Room};

/// Why a job ended without an answer: the input's fault, or ours.
#[derive(Debug)]
enum Stop {
    Refused(Refusal),
    Failed(String),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(format!("decoding process: {error}"))
    }
}

/// The child's two ways out.
struct Outlets {
    /// Messages to the parent; descriptor 2 as the parent sees it.
    messages: File,
    /// Pixels to the parent: descriptor 1, without the standard library's line buffer.
    pixels: File,
}

impl Outlets {
    fn say(&mut self, reply: &Reply) -> Result<(), Stop> {
        Ok(send(&mut self.messages, reply)?)
    }
}

/// Whether this process was started as a decoding child. `main` asks before anything else.
pub fn is_child() -> bool {
    std::env::args_os().nth(1).as_deref() == Some(OsStr::new(HIDDEN_ARGUMENT))
}

/// The whole life of a decoding child. `main` calls it first, before any thread is started or file opened.
pub fn child_main() -> ExitCode {
    // A panic is an answer too ("damaged"); its text would only mix with the messages.
    std::panic::set_hook(Box::new(|_| {}));
    let Ok(mut outlets) = open_outlets() else { return ExitCode::from(2) };
    let reply = match job().and_then(|job| work(&job, &mut outlets)) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::Refused(refusal)) => Reply::Refused(refusal),
        Err(Stop::Failed(what)) => Reply::Failed(what),
    };
    match outlets.say(&reply) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(3),
    }
}

/// Moves the messages off descriptor 2, so that nothing a library prints can be taken for one.
fn open_outlets() -> io::Result<Outlets> {
    sandbox::process::close_inherited()?;
    let messages = File::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stderr(), 3)?);
    let pixels = File::from(rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdout(), 3)?);
    let nowhere = File::options().write(true).open("/dev/null")?;
    rustix::stdio::dup2_stderr(&nowhere)?;
    Ok(Outlets { messages, pixels })
}

fn job() -> Result<Job, Stop> {
    let argument = std::env::args().nth(2).ok_or_else(|| Stop::Failed("no job given".to_owned()))?;
    serde_json::from_str(&argument).map_err(|_| Stop::Failed("the job does not parse".to_owned()))
}

fn work(job: &Job, outlets: &mut Outlets) -> Result<(), Stop> {
    let room = match &job.task {
        Task::Photo => Room::Pixels,
        Task::Clip { .. } | Task::Sound => Room::Tool,
        Task::Probe { room, .. } => *room,
    };
    let tools = match room {
        Room::Pixels => None,
        Room::Tool => {
            Some(Tools::find().ok_or_else(|| Stop::Failed("ffmpeg and ffprobe are not installed".to_owned()))?)
        }
    };
    sandbox::confine(room, &job.limits, tools.as_ref()).map_err(Stop::Failed)?;
    match (&job.task, tools) {
        (Task::Photo, _) => guarded(|| photo::decode(&upload()?, &job.limits, outlets)),
        (Task::Clip { frames_per_second, max_side }, Some(tools)) => {
            let wish = clip::Wish { frames_per_second: *frames_per_second, max_side: *max_side };
            guarded(|| clip::pictures_and_sound(&upload()?, &tools, &wish, &job.limits, outlets))
        }
        (Task::Sound, Some(tools)) => guarded(|| clip::sound_alone(&upload()?, &tools, &job.limits, outlets)),
        (Task::Probe { attempt, .. }, tools) => {
            outlets.say(&Reply::Survived { blocked: probe::attempt(*attempt, tools.as_ref()) })
        }
        (Task::Clip { .. } | Task::Sound, None) => Err(Stop::Failed("ffmpeg and ffprobe are not installed".to_owned())),
    }
}

/// A decoder that panics has met a file it was not made for.
fn guarded(work: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Refusal::Damaged { format: "unknown".to_owned() }.into()))
}

/// The untrusted bytes, all of them.
fn upload() -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
