//! What the machine offers, for `countersign doctor`.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use landlock::{LandlockStatus, RulesetStatus};

use super::{Tools, landlock as rules};

/// What the machine offers to confine a decoder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SandboxReport {
    /// Landlock's version on this kernel, 0 where it is missing or switched off.
    pub landlock_abi: i32,
    /// Whether all rights asked for are enforced (false: an older kernel enforces a part).
    pub landlock_full: bool,
    /// Whether seccomp can stop a process.
    pub seccomp: bool,
    /// `ffmpeg` with its `ffprobe`, where found.
    pub ffmpeg: Option<ToolReport>,
}

/// One program found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolReport {
    /// Where.
    pub path: PathBuf,
    /// First line of `-version`, or empty where it did not answer.
    pub version: String,
}

/// Looks at this machine. Starts a short-lived thread and `ffmpeg -version`.
pub fn sandbox_report() -> SandboxReport {
    let (landlock_abi, landlock_full) = match rules::tried() {
        Ok(status) => (abi(status.landlock), status.ruleset == RulesetStatus::FullyEnforced),
        Err(_) => (0, false),
    };
    let actions = std::fs::read_to_string("/proc/sys/kernel/seccomp/actions_avail").unwrap_or_default();
    SandboxReport {
        landlock_abi,
        landlock_full,
        seccomp: actions.split_whitespace().any(|action| action == "kill_process"),
        ffmpeg: Tools::find().map(|tools| ToolReport { version: version(&tools.ffmpeg), path: tools.ffmpeg }),
    }
}

fn abi(status: LandlockStatus) -> i32 {
    match status {
        LandlockStatus::Available { effective_abi, kernel_abi } => kernel_abi.unwrap_or(effective_abi as i32),
        LandlockStatus::NotEnabled | LandlockStatus::NotImplemented => 0,
    }
}

fn version(program: &std::path::Path) -> String {
    let answer = Command::new(program).arg("-version").env_clear().stdin(Stdio::null()).stderr(Stdio::null()).output();
    let text = answer.map(|a| String::from_utf8_lossy(&a.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().chars().take(80).collect()
}
