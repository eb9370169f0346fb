//! Runs Debian's `pocketsphinx_batch` once for many utterances, with the sound in memory only.
//!
//! The sound is an anonymous memory file given as the child's standard input; `pocketsphinx_batch` opens it as `/dev/stdin`, seeks in it
//! (so that it normalises over the whole utterance) and finds each utterance by the frames named in the control file. Grammars and
//! dictionary, which hold nothing personal, and the segmentation lie in a private temporary folder that is removed in every case. What
//! was heard is personal: the segmentation is written to a second memory file, the child's standard output, and never to the disk.

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
/// so times hold; pauses as likely as digits; beams wide enough that a quiet digit is not pruned; every sound scored in every
/// frame, so that scores under different grammars compare.
const SETTINGS: [(&str, &str); 9] = [
    ("-cmn", "batch"),
    ("-remove_silence", "no"),
    ("-silprob", "0.1"),
    ("-lw", "1"),
    ("-beam", "1e-80"),
    ("-pbeam", "1e-80"),
    ("-wbeam", "1e-60"),
    ("-compallsen", "yes"),
    ("-adcin", "yes"),
];

/// How often a running recogniser is looked at.
const POLL: Duration = Duration::from_millis(5);

/// One thing to decode: a range of samples under a grammar.
pub struct Utterance {
    /// 16-bit samples at 16 kHz, a whole number of frames.
    pub samples: Vec<i16>,
    /// A finite-state grammar.
    pub grammar: String,
}

/// Where the recogniser is and how long it may take.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program, found on the path unless it names a place.
    pub program: PathBuf,
    /// The acoustic model's folder.
    pub model: PathBuf,
    /// Wall-clock limit of one call.
    pub limit: Duration,
}

impl Program {
    /// The segmentation text for all utterances, named `u0`, `u1` ….
    pub fn run(&self, utterances: &[Utterance]) -> Result<String, HearingError> {
        if !self.model.join("mdef").is_file() {
            return Err(HearingError::ModelMissing { model: file_name(&self.model) });
        }
        let folder = tempfile::Builder::new().prefix("countersign-speech-").tempdir()?;
        let mut sound = memory_file("sound")?;
        write_inputs(folder.path(), &mut sound, utterances)?;
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
            return Err(HearingError::Failed(format!("{} ended with {status}", file_name(&self.program))));
        }
        let mut text = String::new();
        heard.rewind()?;
        heard.take(1 << 20).read_to_string(&mut text)?;
        Ok(text)
    }

    fn command(&self, folder: &FilePath) -> Command {
        let mut command = Command::new(&self.program);
        command.env_clear().current_dir(folder);
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command.arg("-hmm").arg(&self.model);
        for (name, value) in SETTINGS {
            command.args([name, value]);
        }
        command.args(["-dict", "digits.dict", "-cepdir", "/dev", "-cepext", "", "-ctl", "utterances"]);
        command.args(["-fsgctl", "grammars", "-fsgdir", ".", "-fsgext", ".fsg"]);
        command.args(["-hypseg", "/dev/stdout", "-logfn", "/dev/null"]);
        command
    }

    fn start_error(&self, error: io::Error) -> HearingError {
        if error.kind() == io::ErrorKind::NotFound {
            HearingError::ProgramMissing { program: file_name(&self.program) }
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

fn write_inputs(folder: &FilePath, sound: &mut File, utterances: &[Utterance]) -> io::Result<()> {
    let mut control = String::new();
    let mut grammars = String::new();
    let mut frame = 0;
    for (at, utterance) in utterances.iter().enumerate() {
        let bytes: Vec<u8> = utterance.samples.iter().flat_map(|s| s.to_le_bytes()).collect();
        sound.write_all(&bytes)?;
        let end = frame + utterance.samples.len() / FRAME;
        control.push_str(&format!("stdin {frame} {end} u{at}\n"));
        grammars.push_str(&format!("g{at}\n"));
        std::fs::write(folder.join(format!("g{at}.fsg")), &utterance.grammar)?;
        frame = end;
    }
    sound.rewind()?;
    std::fs::write(folder.join("utterances"), control)?;
    std::fs::write(folder.join("grammars"), grammars)?;
    std::fs::write(folder.join("digits.dict"), DICTIONARY)
}

fn memory_file(name: &str) -> io::Result<File> {
    Ok(File::from(memfd_create(name, MemfdFlags::CLOEXEC)?))
}

fn file_name(path: &FilePath) -> String {
    path.file_name().map_or_else(|| "?".to_owned(), |n| n.to_string_lossy().into_owned())
}
