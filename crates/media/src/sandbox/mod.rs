//! Confinement of the decoding child. The only place of the workspace where `unsafe` is allowed.
//!
//! Two rooms. In [`Room::Pixels`] Rust decoders read a photo: no path can be opened, no process started, any system call outside
//! a short list kills. In [`Room::Tool`] Debian's `ffmpeg` runs: it may read shared libraries and execute itself, nothing else;
//! sockets and the like kill, other unlisted calls do not exist.

mod landlock;
pub(crate) mod process;
pub(crate) mod report;
mod seccomp;

use rustix::process::{Resource, Rlimit, Signal, setrlimit};

use crate::{Limits, Room};

pub(crate) use landlock::Tools;
pub(crate) use seccomp::no_new_process;

/// Descriptors a photo decoder may hold: the three of the protocol and a spare.
const PIXEL_FILES: u64 = 8;
/// Descriptors the supervisor and ffmpeg may hold.
const TOOL_FILES: u64 = 64;

/// Gives up everything `room` does not need. Called once, single-threaded, before the first untrusted byte is read.
pub(crate) fn confine(room: Room, limits: &Limits, tools: Option<&Tools>) -> Result<(), String> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL)).map_err(|e| format!("death signal: {e}"))?;
    budget(room, limits)?;
    landlock::restrict(tools, limits.allow_without_landlock)?;
    seccomp::restrict(room)
}

/// Resource limits, inherited by ffmpeg. One second lies between the soft processor limit (SIGXCPU, told apart) and the hard one.
fn budget(room: Room, limits: &Limits) -> Result<(), String> {
    let (files, processes) = match room {
        Room::Pixels => (PIXEL_FILES, Some(0)),
        // Counted over all processes of the user, so no bound on it fits a shared account; seccomp forbids new processes instead.
        Room::Tool => (TOOL_FILES, None),
    };
    let mut wanted = vec![
        (Resource::As, limits.memory_bytes, limits.memory_bytes),
        (Resource::Cpu, limits.cpu_s, limits.cpu_s + 1),
        (Resource::Nofile, files, files),
        (Resource::Fsize, 0, 0),
        (Resource::Core, 0, 0),
    ];
    wanted.extend(processes.map(|n| (Resource::Nproc, n, n)));
    for (resource, soft, hard) in wanted {
        let limit = Rlimit { current: Some(soft), maximum: Some(hard) };
        setrlimit(resource, limit).map_err(|e| format!("resource limit {resource:?}: {e}"))?;
    }
    Ok(())
}
