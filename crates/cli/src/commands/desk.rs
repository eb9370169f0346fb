//! `desk`: the people who look at what waits for a person.

use std::io::IsTerminal;
use std::process::ExitCode;

use anyhow::{Context, Result};
use countersign_storage::DeskRole;
use countersign_workflow::desk::people::Enrolment;

use crate::args::{DeskCommand, DeskConfig};
use crate::config::Config;

/// Adds, renews, lets go or lists people.
pub async fn run(command: DeskCommand) -> Result<ExitCode> {
    match command {
        DeskCommand::AddPerson { config, name, role } => {
            let role = DeskRole::from_name(&role).context("the role is reviewer, support, engineer or admin")?;
            print(&app(&config).await?.add_person(&name, role).await?);
        }
        DeskCommand::Renew { config, name } => print(&app(&config).await?.renew_person(&name).await?),
        DeskCommand::Disable { config, name } => {
            app(&config).await?.disable_person(&name).await?;
            println!("{name} disabled");
        }
        DeskCommand::List { config } => {
            for person in app(&config).await?.people().await? {
                let state = if person.disabled_at.is_some() { "disabled" } else { "valid" };
                println!("{} {} {state} {}", person.id, person.role.name(), person.name);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn app(config: &DeskConfig) -> Result<std::sync::Arc<countersign_workflow::App>> {
    let mut read = Config::read(config.config.config.as_deref())?;
    if let Some(folder) = &config.data_dir {
        read.keep_in(folder);
    }
    read.app().await
}

/// Three lines that a program can read; the picture only for eyes.
fn print(enrolment: &Enrolment) {
    let person = &enrolment.person;
    println!("{} {} {}", person.id, person.role.name(), person.name);
    println!("{}", *enrolment.password);
    println!("{}", *enrolment.otpauth);
    if std::io::stdout().is_terminal() {
        println!("\n{}\nScan this with a code generator. Password and code are shown this once.", enrolment.picture());
    }
}
