//! Self-tests of the confinement, for `countersign doctor` and for our own tests.

use serde::{Deserialize, Serialize};

use super::Decoder;
use super::exchange::exchange;
use crate::protocol::{Job, Reply, Task};
use crate::{DecodeError, Refusal, SandboxError};

/// A confinement of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Room {
    /// Rust decoders over bytes already held: no file, no process, a short list of system calls.
    Pixels,
    /// ffmpeg: its own program and libraries may be read, nothing else.
    Tool,
}

/// Something a decoder must not be able to do, or must not be able to go on doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Attempt {
    /// Read a file every user may read.
    ReadFile,
    /// Read its own process's environment.
    ReadProcess,
    /// Make a file.
    WriteFile,
    /// Open a UDP socket.
    Datagram,
    /// Open a listening TCP socket.
    Listen,
    /// Become a shell.
    Shell,
    /// Have ffmpeg read a file every user may read.
    ToolReadsFile,
    /// Hoard memory.
    Memory,
    /// Compute forever.
    Processor,
    /// Wait forever.
    Forever,
}

impl Attempt {
    /// Attempts that the kernel must refuse at once; the others run into a limit.
    pub const FORBIDDEN: [Self; 7] = [
        Self::ReadFile,
        Self::ReadProcess,
        Self::WriteFile,
        Self::Datagram,
        Self::Listen,
        Self::Shell,
        Self::ToolReadsFile,
    ];
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// The kernel ended the process.
    Killed,
    /// The attempt came back with an error.
    Denied,
    /// A limit of time or memory ended it.
    Exhausted,
    /// It worked: the sandbox is open.
    Open,
}

impl Decoder {
    /// Makes `attempt` in a child confined as `room` and says how it ended.
    pub fn probe(&self, room: Room, attempt: Attempt) -> Result<Probe, DecodeError> {
        let job = Job { task: Task::Probe { room, attempt }, limits: self.limits.clone() };
        match exchange(&self.program, &job, b"", 0, 0) {
            Ok(answer) => match answer.reply {
                Reply::Survived { blocked: true } => Ok(Probe::Denied),
                Reply::Survived { blocked: false } => Ok(Probe::Open),
                _ => Err(SandboxError::Protocol("not a probe's answer").into()),
            },
            Err(DecodeError::Sandbox(SandboxError::Violation)) => Ok(Probe::Killed),
            Err(DecodeError::Refused(Refusal::TimeBudget | Refusal::MemoryBudget)) => Ok(Probe::Exhausted),
            Err(other) => Err(other),
        }
    }
}
