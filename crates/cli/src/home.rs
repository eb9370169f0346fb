//! Where models and policies lie.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// The first folder that holds `models/` and `policies/`: `COUNTERSIGN_HOME`, the working folder, the program's own folder and
/// those above it (a checkout's `target/release`), `/usr/share/countersign`.
pub fn find() -> Result<PathBuf> {
    let mut tried = Vec::new();
    if let Some(named) = std::env::var_os("COUNTERSIGN_HOME") {
        tried.push(PathBuf::from(named));
    } else {
        tried.extend(std::env::current_dir());
        if let Ok(program) = std::env::current_exe() {
            tried.extend(program.ancestors().skip(1).take(4).map(Path::to_owned));
        }
        tried.push("/usr/share/countersign".into());
    }
    match tried.iter().find(|folder| folder.join("models").is_dir() && folder.join("policies").is_dir()) {
        Some(home) => Ok(home.clone()),
        None => bail!("no folder with models/ and policies/ was found; set COUNTERSIGN_HOME"),
    }
}
