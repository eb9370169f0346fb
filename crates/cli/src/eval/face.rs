//! `eval face FOLDER`: how well faces are told apart, on a folder with `faces_pairs.csv` (`path_a`, `path_b`, `label` same or different,
//! `source`).
//!
//! Every picture is decoded, its face found, aligned and described as a document's portrait is. One side of each pair is also spoilt as
//! documents are: small, printed through a screen, saved hard, faded. Rates carry their number; bounds say what so few persons can show.
//! Written: one page with pictures, which stays on this machine, one JSON, and tables for `docs/evaluation`.

mod corpus;
mod page;
mod peers;
mod picture;
mod rates;
mod spoil;
mod tables;
mod trial;

use std::process::ExitCode;

use anyhow::Result;

use crate::args::EvalFace;
use crate::eval::table::replace_section;
use crate::inspect::Bench;

/// Measures and writes.
pub fn run(arguments: &EvalFace) -> Result<ExitCode> {
    if !arguments.folder.join("faces_pairs.csv").is_file() {
        println!("skipped: no faces_pairs.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    let corpus = corpus::load(&bench, &arguments.folder)?;
    let mut sets = trial::sets(&bench, &corpus);
    if let Some(python) = &arguments.peers {
        sets.extend(peers::in_python(python, &arguments.folder, &corpus)?);
    }
    if let Some(modules) = &arguments.face_api {
        sets.extend(peers::in_javascript(modules, &arguments.folder, &corpus)?);
    }
    let text = tables::markdown(&bench, &corpus, &sets)?;
    std::fs::create_dir_all(&arguments.out)?;
    std::fs::write(arguments.out.join("face.html"), page::html(&sets, &text))?;
    std::fs::write(arguments.out.join("face.json"), format!("{:#}\n", page::json(&sets)))?;
    match &arguments.table {
        Some(file) => {
            replace_section(file, "face", &text)?;
            std::fs::write(file.with_extension("svg"), picture::svg(&sets))?;
        }
        None => print!("{text}"),
    }
    eprintln!("wrote {}", arguments.out.join("face.html").display());
    Ok(ExitCode::SUCCESS)
}
