//! The rules of the house, held by a program, and evidence of our own on the command line.

mod edges;
mod licences;
mod metadata;
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
}

fn main() -> ExitCode {
    let found = match Arguments::parse().command {
        Command::Edges => edges::check(&root()),
        Command::Tidy => tidy::check(&root()),
        Command::Licences => licences::check(&root()),
    };
    match found {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
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
