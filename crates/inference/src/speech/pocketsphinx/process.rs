//! Runs Debian's `pocketsphinx_batch` once, with the sound in memory only.
//!
//! The sound is an anonymous memory file given as the child's standard input; `pocketsphinx_batch` opens it as `/dev/stdin` and seeks in
//! it, so that it normalises over the whole utterance. Its lattice goes to a second memory file, the child's standard output. Only the
//! grammar, the dictionary and the control file, which hold nothing personal, lie in a private temporary folder, removed in every case.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path as FilePath, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::fs::{MemfdFlags, memfd_create};

use super::grammar::DICTIONARY;
use crate::speech::digits::HearingError;

/// Samples a frame (10 ms at 16 kHz).
pub const FRAME: usize = 160;

/// Decoder settings, measured on joined real digits (docs/evaluation/speech.md): normalisation over the whole utterance; no silence removal,
/// so times hold; pauses as likely as digits; every sound scored in every frame, so that scores do not depend on what else was thought
/// possible; no second search, the lattice is searched here. The program's own beams: wider ones heard no more and took four times as long.
const SETTINGS: [(&str, &str); 8] = [
    ("-cmn", "batch"),
    ("-remove_silence", "no"),
    ("-silprob", "0.1"),
    ("-lw", "1"),
    ("-compallsen", "yes"),
    ("-adcin", "yes"),
    ("-build_outdirs", "no"),
    ("-bestpath", "no"),
];

/// The longest lattice that is read, bytes: about fifty times that of a 5 s clip.
const MOST_TEXT: u64 = 16 << 20;

/// How often a running recogniser is looked at.
const POLL: Duration = Duration::from_millis(5);

/// Where the recogniser is and how long it may take.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program, found on the path unless it names a place.
    pub path: PathBuf,
    /// The acoustic model's folder.
    pub model: PathBuf,
    /// Wall-clock limit of one call.
    pub limit: Duration,
}

impl Program {
    /// The lattice of 16-bit samples at 16 kHz, a whole number of frames, under a finite-state grammar; empty where nothing fits it.
    pub fn run(&self, samples: &[i16], grammar: &str) -> Result<String, HearingError> {
        if !self.model.join("mdef").is_file() {
            return Err(HearingError::ModelMissing { model: file_name(&self.model) });
        }
        let folder = tempfile::Builder::new().prefix("countersign-speech-").tempdir()?;
        let mut sound = memory_file("sound")?;
        write_inputs(folder.path(), &mut sound, samples, grammar)?;
        let mut heard = memory_file("heard")?;
        let child = self
            .command(folder.path())
            .stdin(Stdio::from(sound))
            .stdout(Stdio::from(heard.try_clone()?))
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| self.start_error(e))?;
        let status = self.wait(child)?;
        if !status.success() {
            return Err(HearingError::Failed(format!("{} ended with {status}", file_name(&self.path))));
        }
        let mut text = String::new();
        heard.rewind()?;
        heard.take(MOST_TEXT).read_to_string(&mut text)?;
        Ok(text)
    }

    fn command(&self, folder: &FilePath) -> Command {
        let mut command = Command::new(&self.path);
        command.env_clear().current_dir(folder);
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command.arg("-hmm").arg(&self.model);
        for (name, value) in SETTINGS {
            command.args([name, value]);
        }
        command.args([
            "-dict",
            "digits.dict",
            "-fsg",
            "digits.fsg",
            "-ctl",
            "utterances",
            "-cepdir",
            "/dev",
            "-cepext",
            "",
        ]);
        // The utterance is named `stdout`, so its lattice is written to `/dev/stdout`.
        command.args(["-outlatdir", "/dev", "-outlatext", "", "-logfn", "/dev/null"]);
        command
    }

    fn start_error(&self, error: io::Error) -> HearingError {
        if error.kind() == io::ErrorKind::NotFound {
            HearingError::ProgramMissing { program: file_name(&self.path) }
        } else {
            HearingError::Io(error)
        }
    }

    fn wait(&self, mut child: Child) -> Result<ExitStatus, HearingError> {
        let started = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            if started.elapsed() >= self.limit {
                child.kill()?;
                child.wait()?;
                return Err(HearingError::TimedOut { seconds: self.limit.as_secs() });
            }
            std::thread::sleep(POLL);
        }
    }
}

fn write_inputs(folder: &FilePath, sound: &mut File, samples: &[i16], grammar: &str) -> io::Result<()> {
    let bytes: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
    sound.write_all(&bytes)?;
    sound.rewind()?;
    std::fs::write(folder.join("utterances"), format!("stdin 0 {} stdout\n", samples.len() / FRAME))?;
    std::fs::write(folder.join("digits.fsg"), grammar)?;
    std::fs::write(folder.join("digits.dict"), DICTIONARY)
}

fn memory_file(name: &str) -> io::Result<File> {
    Ok(File::from(memfd_create(name, MemfdFlags::CLOEXEC)?))
}

fn file_name(path: &FilePath) -> String {
    path.file_name().map_or_else(|| "?".to_owned(), |n| n.to_string_lossy().into_owned())
}
