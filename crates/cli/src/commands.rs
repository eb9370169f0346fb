//! One file a command.

mod desk;
mod doctor;
mod flight;
mod keys;
mod models;
mod replay;
mod serve;

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::args::{Arguments, Command, ModelsCommand};
use crate::config::Config;
use crate::{bench, demo, eval, inspect, verify};

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Serve(arguments) => wait(serve::serve(arguments)),
        Command::Worker(arguments) => wait(serve::worker(arguments)),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Inspect(command) => inspect::run(&command),
        Command::Eval(arguments) => eval::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Migrate(arguments) => wait(async move {
            let config = Config::read(arguments.config.as_deref())?;
            let store = config.store().await?;
            println!("{}: the schema is that of this version", store.backend());
            Ok(ExitCode::SUCCESS)
        }),
        Command::Doctor(arguments) => wait(doctor::run(arguments)),
        Command::Models(ModelsCommand::List { json }) => models::list(json),
        Command::Models(ModelsCommand::Build { from }) => models::build(from.as_deref()),
        Command::Flight(arguments) => wait(flight::run(arguments)),
        Command::Replay(arguments) => wait(replay::run(arguments)),
        Command::Keys(command) => wait(keys::run(command)),
        Command::Desk(command) => wait(desk::run(command)),
        Command::Demo(arguments) => wait(demo::run(arguments)),
        Command::Openapi => {
            print!("{}", countersign_server::openapi()?);
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn wait(work: impl Future<Output = Result<ExitCode>>) -> Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no asynchronous runtime")?.block_on(work)
}
