//! `replay`: recompute a stored decision.

use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::json;

use crate::args::{EXIT_DIFFERS, ReplayArguments};
use crate::config::Config;

/// Recomputes and compares.
pub async fn run(arguments: ReplayArguments) -> Result<ExitCode> {
    let config = Config::read(arguments.config.config.as_deref())?;
    let app = config.app().await?;
    let id = arguments.session.parse().context("the session is an id of the form ses_…")?;
    let replay = app.replay(id).await?;
    let equal = replay.differences.is_empty();
    if arguments.json {
        println!(
            "{}",
            json!({ "session": id.to_string(), "decision": replay.decision.to_string(), "equal": equal, "differences": replay.differences })
        );
    } else if equal {
        println!("{}: equal", replay.decision);
    } else {
        println!("{}: differs", replay.decision);
        replay.differences.iter().for_each(|difference| println!("  {difference}"));
    }
    Ok(if equal { ExitCode::SUCCESS } else { ExitCode::from(EXIT_DIFFERS) })
}
