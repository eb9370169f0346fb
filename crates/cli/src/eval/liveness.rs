//! `eval liveness FOLDER`: who passes with own sound, and what happens to swapped, shifted, still and silent mouths, on any folder with a
//! MANIFEST.csv that has talking clips.
//!
//! Attacks are made of the decoded pictures and samples, the same in every run. Written: one page with trade-off curves and the course of
//! each clip, which stays on this machine, and tables for `docs/evaluation`. Rates carry Wilson's 95 % interval.

pub(crate) mod corpus;
mod det;
mod page;
mod tables;
mod trial;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::EvalLiveness;
use crate::eval::table::replace_section;
use crate::inspect::Bench;

/// Measures and writes.
pub fn run(arguments: &EvalLiveness) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    std::fs::create_dir_all(&arguments.out)?;
    let clips = corpus::load(&bench, &arguments.folder, &arguments.out)?;
    if clips.is_empty() {
        println!("skipped: no talking clip that decodes");
        return Ok(ExitCode::SUCCESS);
    }
    let trials = trial::run(&bench, &clips)?;
    let text = tables::markdown(&clips, &trials);
    let file = arguments.out.join("liveness.html");
    std::fs::write(&file, page::html(&trials, &text, arguments.pictures))?;
    if let Some(file) = &arguments.det {
        std::fs::write(file, det::svg(&trials))?;
    }
    for (name, picture) in page::outcomes(&trials) {
        std::fs::write(arguments.out.join(format!("liveness-{name}.html")), picture)?;
    }
    match &arguments.table {
        Some(file) => replace_section(file, "liveness", &text)?,
        None => print!("{text}"),
    }
    eprintln!("wrote {}", file.display());
    Ok(ExitCode::SUCCESS)
}
