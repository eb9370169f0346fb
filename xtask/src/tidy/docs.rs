//! Documents: every path of this repository that a page names must exist.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders whose names make a text in backquotes a path.
const ROOTS: &[&str] = &[
    "crates/",
    "xtask/",
    "docs/",
    "web/",
    "locales/",
    "models/",
    "policies/",
    "fixtures/",
    "training/",
    "documents/",
    "scripts/",
    "config/",
];

/// Checks every page.
pub fn check(root: &Path, files: &[PathBuf]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "md")) {
        let text = std::fs::read_to_string(root.join(file)).with_context(|| file.display().to_string())?;
        for (number, line) in text.lines().enumerate() {
            for named in named_paths(line) {
                if !root.join(named).exists() && !built(named) {
                    faults.push(format!("{}:{}: names {named}, which does not exist", file.display(), number + 1));
                }
            }
            for target in links(line) {
                let here = root.join(file).parent().map(|folder| folder.join(target)).unwrap_or_default();
                if !here.exists() {
                    faults.push(format!("{}:{}: links to {target}, which does not exist", file.display(), number + 1));
                }
            }
        }
    }
    Ok(faults)
}

/// Made by a build, so absent in a fresh checkout.
fn built(path: &str) -> bool {
    path.starts_with("models/weights") || path.contains("/dist") || path.contains("node_modules")
}

fn named_paths(line: &str) -> impl Iterator<Item = &str> {
    line.split('`')
        .skip(1)
        .step_by(2)
        .filter(|text| {
            ROOTS.iter().any(|root| text.starts_with(root)) && !text.contains(['<', '*', '{', ' ', '…', '|'])
        })
        .map(|text| text.split(':').next().unwrap_or(text))
}

fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter_map(|target| {
        let target = target.split('#').next().unwrap_or_default();
        (!target.is_empty() && !target.contains("://") && !target.starts_with("mailto:")).then_some(target)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_links_are_found_and_patterns_are_left_alone() {
        let line = "See `crates/domain/src/session.rs`, `models/<name>.toml`, [the map](ARCHITECTURE.md#map) and [out](https://example.org).";
        assert_eq!(named_paths(line).collect::<Vec<_>>(), ["crates/domain/src/session.rs"]);
        assert_eq!(links(line).collect::<Vec<_>>(), ["ARCHITECTURE.md"]);
    }
}
