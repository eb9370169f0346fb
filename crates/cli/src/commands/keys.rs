//! `keys`: for integrators and reviewers.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use countersign_storage::Role;

use crate::args::KeysCommand;
use crate::config::Config;

/// Makes, lists or revokes keys.
pub async fn run(command: KeysCommand) -> Result<ExitCode> {
    let config = match &command {
        KeysCommand::Create { config, .. } | KeysCommand::List { config } | KeysCommand::Revoke { config, .. } => {
            config
        }
    };
    let app = Config::read(config.config.as_deref())?.app().await?;
    match command {
        KeysCommand::Create { name, role, .. } => {
            let role = Role::from_name(&role).context("the role is integrator, reviewer or admin")?;
            let (key, secret) = app.create_key(&name, role).await?;
            println!("{} {} {}\n{}", key.id, role.name(), key.name, secret.expose());
        }
        KeysCommand::List { .. } => {
            for key in app.store().read().await?.api_keys().await? {
                let state = if key.revoked_at.is_some() { "revoked" } else { "valid" };
                println!("{} {} {state} {}", key.id, key.role.name(), key.name);
            }
        }
        KeysCommand::Revoke { id, .. } => {
            let id = id.parse().context("the key is an id of the form key_…")?;
            let mut tx = app.store().begin().await?;
            if !tx.revoke_api_key(id, app.now()).await? {
                bail!("the key was revoked before");
            }
            tx.commit().await?;
            println!("{id} revoked");
        }
    }
    Ok(ExitCode::SUCCESS)
}
