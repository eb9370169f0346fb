//! The rules of the house, held by a program, and evidence of our own on the command line.

mod edges;
mod licences;
mod metadata;
mod specimen;
mod tidy;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask", about = "Rules of the house and specimens")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fails on any dependency between crates that the house does not allow.
    Edges,
    /// Fails on broken habits: missing texts, paths in docs that do not exist, files that grew too long, work left undone.
    Tidy,
    /// Fails on a dependency under a licence that deny.toml does not allow.
    Licences,
    /// Writes every specimen case into a folder of its own.
    Demo {
        /// Where.
        folder: PathBuf,
    },
    /// Writes a folder of specimens with their ground truth, as `countersign eval documents` reads it.
    Folder {
        /// How many documents.
        #[arg(long, default_value_t = 21)]
        count: usize,
        /// Of the first person; the others follow.
        #[arg(long, default_value_t = 900)]
        seed: u64,
        /// Where.
        folder: PathBuf,
    },
    /// Writes altered and unaltered photos of specimens with a MANIFEST.csv, for `countersign eval unaltered`.
    Attacks {
        /// Documents; each gives one photo an attack.
        #[arg(long, default_value_t = 6)]
        count: usize,
        /// Seed of the first.
        #[arg(long, default_value_t = 9000)]
        seed: u64,
        /// Where.
        folder: PathBuf,
    },
    /// Writes attacks on the talking clips of a folder, and honest copies under bad conditions, for `countersign eval pad`.
    Recaptures {
        /// Only these species; see crates/specimen/src/recapture.
        #[arg(long)]
        only: Vec<String>,
        /// Drawn persons of our own beside the real ones.
        #[arg(long, default_value_t = 3)]
        drawn: u64,
        /// A folder with a MANIFEST.csv that has talking clips.
        folder: PathBuf,
        /// Where.
        out: PathBuf,
    },
    /// Writes one specimen case: front.jpg, for cards back.jpg, and expected.json.
    Case {
        /// For example genuine-id-card.
        name: String,
        /// Where.
        folder: PathBuf,
    },
    /// Writes a WebM of a case's holder reciting digits.
    Clip {
        /// The case.
        #[arg(long)]
        case: String,
        /// What is said.
        #[arg(long)]
        digits: String,
        /// What is wrong with it: none, silent, noise, dark, still, shifted …
        #[arg(long, default_value = "none")]
        defect: String,
        /// Columns and rows, for example 1280x720.
        #[arg(long)]
        size: Option<String>,
        /// The file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes an attack of a recording: swapped-sound, late-200ms, early-200ms, still, wrong-order, cut-and-join, slow, fast …
    ClipAttack {
        /// The attack.
        attack: String,
        /// The recording.
        #[arg(long)]
        own: PathBuf,
        /// Another recording, for those attacks that need one.
        #[arg(long)]
        other: Option<PathBuf>,
        /// The file, MP4.
        #[arg(long)]
        out: PathBuf,
    },
    /// Makes every attack of the talking clips of a folder with MANIFEST.csv, as `countersign eval liveness` reads them.
    ClipAttacks {
        /// At most this many clips of a source.
        #[arg(long, default_value_t = 6)]
        each: usize,
        /// The folder with MANIFEST.csv.
        from: PathBuf,
        /// Where.
        to: PathBuf,
    },
    /// Writes what a browser's fake camera and microphone play.
    Camera {
        /// What is said.
        #[arg(long)]
        digits: String,
        /// Seed of the person.
        #[arg(long)]
        person: u64,
        /// Say other digits than these.
        #[arg(long)]
        wrong: bool,
        /// Where.
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    let made = |done: anyhow::Result<()>| done.map(|()| vec![]);
    let found = match Arguments::parse().command {
        Command::Edges => edges::check(&root()),
        Command::Tidy => tidy::check(&root()),
        Command::Licences => licences::check(&root()),
        Command::Demo { folder } => made(specimen::demo(&folder)),
        Command::Folder { count, seed, folder } => made(specimen::folder(&folder, count, seed)),
        Command::Attacks { count, seed, folder } => made(specimen::attacks::write(&folder, count, seed)),
        Command::Recaptures { only, drawn, folder, out } => {
            made(specimen::recaptures::all(&folder, &out, &only, drawn))
        }
        Command::Case { name, folder } => made(specimen::case(&name, &folder)),
        Command::Clip { case, digits, defect, size, out } => {
            let size = size
                .as_deref()
                .and_then(|text| text.split_once('x'))
                .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
            made(specimen::clip(&case, &digits, &defect, size, &out))
        }
        Command::ClipAttack { attack, own, other, out } => {
            made(specimen::clip_attacks::one(&own, other.as_ref().unwrap_or(&own), &attack, &out))
        }
        Command::ClipAttacks { each, from, to } => made(specimen::clip_attacks::all(&from, &to, each)),
        Command::Camera { digits, person, wrong, folder } => made(specimen::camera(person, &digits, wrong, &folder)),
    };
    match found {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The workspace's root: this file lies one folder below it.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}
