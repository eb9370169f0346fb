//! `eval speech FOLDER`: how well digits are heard, on any folder with a MANIFEST.csv in the corpus' form.
//!
//! Strings are joined from single digits of one speaker, the same in every run, and heard clean, in noise and through a telephone, by the
//! net, by `PocketSphinx` and by both as the server does it. Written: one page with pictures of what was heard when, which stays on this
//! machine, one JSON, and tables for `docs/evaluation`. Rates carry Wilson's 95 % interval.

mod corpus;
mod page;
mod spoil;
mod tables;
mod trial;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::EvalSpeech;
use crate::eval::table::replace_section;
use crate::inspect::Bench;

/// Measures and writes.
pub fn run(arguments: &EvalSpeech) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    let corpus = corpus::load(&bench, &arguments.folder, &arguments.language, arguments.strings)?;
    if corpus.strings.is_empty() {
        println!("skipped: nobody says four different digits in {}", arguments.language);
        return Ok(ExitCode::SUCCESS);
    }
    let trials = trial::run(&bench, &corpus, &arguments.language, &arguments.only)?;
    let text = tables::markdown(&corpus, &trials);
    std::fs::create_dir_all(&arguments.out)?;
    std::fs::write(arguments.out.join("speech.html"), page::html(&trials, &text, arguments.pictures))?;
    std::fs::write(arguments.out.join("speech.json"), format!("{:#}\n", page::json(&trials)))?;
    match &arguments.table {
        Some(file) => replace_section(file, "speech", &text)?,
        None => print!("{text}"),
    }
    eprintln!("wrote {}", arguments.out.join("speech.html").display());
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests;
