//! The one binary.

mod args;
mod bench;
mod commands;
mod config;
mod demo;
mod eval;
mod files;
mod home;
mod inspect;
mod print;
mod verify;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    // First of all, before any thread or argument parser: this process may be the confined child that decodes one file.
    if countersign_media::is_child() {
        return countersign_media::child_main();
    }
    let arguments = args::Arguments::parse();
    match commands::run(arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("countersign: {error:#}");
            ExitCode::from(args::EXIT_FAILED)
        }
    }
}
