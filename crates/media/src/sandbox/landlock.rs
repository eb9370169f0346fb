//! Files and network, denied by Landlock.

use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd, RestrictionStatus,
    Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetStatus, Scope,
};

/// The newest set of rights asked for; older kernels enforce what they know of it. Version 6 adds signals and abstract sockets.
const WANTED: ABI = ABI::V6;

/// Where Debian keeps ffmpeg. The child's environment is empty, so `PATH` has no say.
const TOOL_DIRS: [&str; 2] = ["/usr/bin", "/usr/local/bin"];
/// Where the dynamic loader finds shared libraries.
const LIBRARY_DIRS: [&str; 5] = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"];
/// Where it finds their index.
const LIBRARY_INDEX: &str = "/etc/ld.so.cache";
/// The loader itself, executed by the kernel on ffmpeg's behalf.
const LOADERS: [&str; 3] =
    ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1", "/lib/ld-linux-riscv64-lp64d.so.1"];

/// The two programs that may run in [`crate::Room::Tool`].
#[derive(Clone, Debug)]
pub(crate) struct Tools {
    pub ffmpeg: PathBuf,
    pub ffprobe: PathBuf,
}

impl Tools {
    /// Both programs, from one directory.
    pub(crate) fn find() -> Option<Self> {
        TOOL_DIRS
            .iter()
            .map(|dir| Self { ffmpeg: Path::new(dir).join("ffmpeg"), ffprobe: Path::new(dir).join("ffprobe") })
            .find(|tools| tools.ffmpeg.is_file() && tools.ffprobe.is_file())
    }
}

/// Denies every file and every port to this thread and its children, but for what `tools` needs to start.
pub(super) fn restrict(tools: Option<&Tools>, optional: bool) -> Result<(), String> {
    let status = enforce(tools).map_err(|e| format!("landlock: {e}"))?;
    match status.ruleset {
        RulesetStatus::NotEnforced if !optional => Err("landlock: not offered by this kernel".to_owned()),
        _ => Ok(()),
    }
}

/// What this kernel would enforce, tried on a thread that ends right after: the restriction holds for that thread alone.
pub(super) fn tried() -> Result<RestrictionStatus, String> {
    let trial = std::thread::spawn(|| enforce(None).map_err(|e| e.to_string()));
    trial.join().map_err(|_| "the trial thread died".to_owned())?
}

fn enforce(tools: Option<&Tools>) -> Result<RestrictionStatus, Box<dyn std::error::Error>> {
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(WANTED))?
        .handle_access(AccessNet::from_all(WANTED))?
        .scope(Scope::from_all(WANTED))?
        .create()?;
    for (path, access) in tools.into_iter().flat_map(allowed) {
        rules = rules.add_rule(PathBeneath::new(PathFd::new(path)?, access))?;
    }
    Ok(rules.restrict_self()?)
}

/// Programs and loader: read and execute. Libraries and their index: read.
fn allowed(tools: &Tools) -> Vec<(PathBuf, BitFlags<AccessFs>)> {
    let run = AccessFs::ReadFile | AccessFs::Execute;
    let read = BitFlags::from(AccessFs::ReadFile);
    let programs = [tools.ffmpeg.clone(), tools.ffprobe.clone()].into_iter().chain(LOADERS.map(PathBuf::from));
    let libraries = LIBRARY_DIRS.into_iter().chain([LIBRARY_INDEX]).map(PathBuf::from);
    let all = programs.map(|p| (p, run)).chain(libraries.map(|p| (p, read)));
    all.filter(|(path, _)| path.exists()).collect()
}
