//! `eval documents FOLDER`: how well documents are read and judged, on any folder with a MANIFEST.csv in the corpus' form.
//!
//! Every picture goes through the same decoder, reader and checks as a case. Written: one page with pictures for the operator's eyes, which
//! stays on this machine, and one JSON; and a table for `docs/evaluation`. Rates carry Wilson's 95 % interval.

mod chart;
mod corpus;
mod judge;
mod page;
mod peers;
pub(crate) mod picture;
pub(crate) mod tables;

use std::process::ExitCode;

use anyhow::{Context, Result};

use super::table::replace_section;
use crate::args::EvalDocuments;
use crate::inspect::Bench;

/// Measures and writes.
pub fn run(arguments: &EvalDocuments) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let samples = corpus::load(&arguments.folder)?;
    let bench = Bench::load()?;
    let mut judged = Vec::with_capacity(samples.len());
    for (at, sample) in samples.iter().enumerate() {
        eprint!("\r{} of {}", at + 1, samples.len());
        judged.push(judge::judge(&bench, &arguments.folder, sample, judged.len() < arguments.pictures));
    }
    eprintln!();
    let mut peers = peers::Answers::default();
    if let Some(python) = &arguments.peers {
        eprintln!("running the peers");
        peers = peers::run(python, &arguments.folder, &samples, bench.today).context("the peers' script")?;
    }
    let sections = tables::sections(&samples, &judged, &peers);
    std::fs::create_dir_all(&arguments.out)?;
    std::fs::write(arguments.out.join("documents.html"), page::html(&samples, &judged, &sections))?;
    std::fs::write(arguments.out.join("documents.json"), format!("{:#}\n", page::json(&samples, &judged, &sections)))?;
    let text = tables::markdown(&sections);
    match &arguments.table {
        Some(file) => replace_section(file, "documents", &text)?,
        None => print!("{text}"),
    }
    eprintln!("wrote {}", arguments.out.join("documents.html").display());
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests;
