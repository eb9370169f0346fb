//! `eval pad FOLDER`: how live clips and attacks are judged, by species and source, on a folder with a MANIFEST.csv that names a species for each
//! clip (`xtask recaptures` makes one of real clips), and the raw signs as a table for `training/presentation`.
//!
//! Photos of the category `pad` are looked at as well, for the signs that one picture has.

mod corpus;
mod tables;

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use countersign_inference::pad::Signs;

use crate::args::EvalPad;
use crate::eval::table::replace_section;
use crate::inspect::Bench;
use corpus::Trial;

/// Measures and writes.
pub fn run(arguments: &EvalPad) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    std::fs::create_dir_all(&arguments.out)?;
    let trials = corpus::measure(&bench, &arguments.folder)?;
    std::fs::write(arguments.out.join("pad.csv"), signs(&trials))?;
    let text = tables::markdown(&trials);
    match &arguments.table {
        Some(file) => replace_section(file, arguments.section.as_deref().unwrap_or("pad"), &text)?,
        None => print!("{text}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// One line a clip, one column a sign; empty where it could not be measured.
fn signs(trials: &[Trial]) -> String {
    let mut out = format!("source,clip,species,genuine,score,{}\n", Signs::NAMES.join(","));
    for trial in trials {
        let number = |value: Option<f32>| value.map(|value| format!("{value:.5}")).unwrap_or_default();
        let values: Vec<String> = trial.signs.values().into_iter().map(number).collect();
        let (genuine, score) = (u8::from(trial.genuine), number(trial.score));
        // Writing to a text cannot fail.
        writeln!(out, "{},{},{},{genuine},{score},{}", trial.source, trial.clip, trial.species, values.join(","))
            .unwrap_or_default();
    }
    out
}
