//! `eval`: rates on a corpus of real samples, through the same decoder, readers and nets as everything else.

mod clip;
mod digits;
pub(crate) mod documents;
mod face;
mod faces;
mod liveness;
mod mrz;
mod pad;
mod pdf417;
mod recording;
mod speech;
mod table;
mod unaltered;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::args::{EvalArguments, EvalPart};
use crate::inspect::Bench;

const PARTS: [&str; 4] = ["mrz", "pdf417", "faces", "digits"];

/// One row of the corpus' tables, by column name.
pub type Row = std::collections::HashMap<String, String>;

/// Measures and writes `spine.md`.
pub fn run(arguments: &EvalArguments) -> Result<ExitCode> {
    match &arguments.part {
        Some(EvalPart::Documents(arguments)) => return documents::run(arguments),
        Some(EvalPart::Unaltered(arguments)) => return unaltered::run(arguments),
        Some(EvalPart::Speech(arguments)) => return speech::run(arguments),
        Some(EvalPart::Face(arguments)) => return face::run(arguments),
        Some(EvalPart::Pad(arguments)) => return pad::run(arguments),
        Some(EvalPart::Liveness(arguments)) => return liveness::run(arguments),
        Some(EvalPart::Recording(arguments)) => return recording::run(arguments),
        None => {}
    }
    if !arguments.corpus.join("MANIFEST.csv").is_file() {
        println!("skipped: no corpus in {}", arguments.corpus.display());
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(unknown) = arguments.only.iter().find(|part| !PARTS.contains(&part.as_str())) {
        bail!("there is no part {unknown}; possible are {}", PARTS.join(", "));
    }
    let wanted = |part: &str| arguments.only.is_empty() || arguments.only.iter().any(|only| only == part);
    let bench = Bench::load()?;
    let mut page = String::from(
        "# The spine, measured on real samples\n\nMade by `make eval` on the corpus in `../shared/data`, which is not part of this project. \
         Each rate is given by source, with n; small n proves little.\n",
    );
    for (part, measure) in [
        ("mrz", mrz::measure as fn(&Bench, &Path) -> Result<String>),
        ("pdf417", pdf417::measure),
        ("faces", faces::measure),
        ("digits", digits::measure),
    ] {
        if wanted(part) {
            eprintln!("measuring {part}");
            page.push_str(&measure(&bench, &arguments.corpus).with_context(|| part.to_owned())?);
        }
    }
    print!("{page}");
    if arguments.only.is_empty() {
        std::fs::create_dir_all(&arguments.out)?;
        std::fs::write(arguments.out.join("spine.md"), page)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The rows of one of the corpus' tables.
fn rows(corpus: &Path, file: &str) -> Result<Vec<Row>> {
    let text = std::fs::read(corpus.join(file)).with_context(|| file.to_owned())?;
    let mut reader = csv::Reader::from_reader(text.as_slice());
    let rows = reader.deserialize().collect::<Result<Vec<Row>, _>>();
    rows.with_context(|| file.to_owned())
}

/// The source of a corpus path: its second part, the repository it came from.
fn source(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or("unknown")
}
