//! Habits that a program can hold. Each rule returns sentences that say what is wrong and where.

mod docs;
mod documents;
mod source;
mod texts;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// Runs every rule.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let files = tracked(root)?;
    let mut faults = source::check(root, &files)?;
    faults.extend(docs::check(root, &files)?);
    faults.extend(texts::check(root)?);
    faults.extend(documents::check(root)?);
    Ok(faults)
}

/// Files that git tracks or would track.
fn tracked(root: &Path) -> Result<Vec<PathBuf>> {
    let output = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .context("git ls-files did not start")?;
    let listed = String::from_utf8(output.stdout).context("a file name that is not UTF-8")?;
    Ok(listed
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        .filter(|name| root.join(name).is_file())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_workspace_is_tidy() {
        assert_eq!(check(&crate::root()).expect("the rules run"), Vec::<String>::new());
    }
}
