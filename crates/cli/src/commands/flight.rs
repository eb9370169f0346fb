//! `flight`: how face and sound of a session's last decision were compared, as one page or as data.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::args::FlightArguments;
use crate::config::Config;

/// Measures anew and writes.
pub async fn run(arguments: FlightArguments) -> Result<ExitCode> {
    let config = Config::read(arguments.config.config.as_deref())?;
    let app = config.app().await?;
    let id = arguments.session.parse().context("the session is an id of the form ses_…")?;
    let record = app.flight_record_here(id, !arguments.without_pictures).await?;
    let text = if arguments.json { format!("{:#}\n", record.json) } else { record.html };
    match &arguments.out {
        Some(file) => std::fs::write(file, text).with_context(|| file.display().to_string())?,
        None => print!("{text}"),
    }
    Ok(ExitCode::SUCCESS)
}
