//! The complete list of allowed dependencies between our crates. An allow-list: a misspelt name cannot pass.

use std::path::Path;

use anyhow::Result;

use crate::metadata;

/// Crate and what it may depend on. `dev` entries are allowed as dev-dependencies only.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("media", &[]),
    ("inference", &["media"]),
    ("checks", &["domain", "media", "inference"]),
    ("storage", &["domain"]),
    ("workflow", &["domain", "media", "checks", "storage"]),
    ("server", &["domain", "workflow"]),
    ("specimen", &[]),
    ("testkit", &["domain", "media", "storage", "workflow", "server", "specimen"]),
    ("cli", &["domain", "server", "workflow", "checks", "storage", "media", "inference"]),
    ("xtask", &["specimen"]),
];

/// What any crate may use in its tests.
const IN_TESTS: &[&str] = &["testkit", "specimen", "media", "storage"];

/// Names every dependency that is not on the list.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let metadata = metadata::read(root, false)?;
    let mut faults = Vec::new();
    for package in metadata::packages(&metadata) {
        let name = short(package["name"].as_str().unwrap_or_default());
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            faults.push(format!(
                "{name}: a crate that the house does not know; add it to xtask/src/edges.rs and say why in an ADR"
            ));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let on = dependency["name"].as_str().unwrap_or_default();
            if dependency["path"].is_null() && !on.starts_with("countersign-") {
                continue;
            }
            let on = short(on);
            let in_tests = dependency["kind"].as_str() == Some("dev");
            let permitted = allowed.contains(&on) || (in_tests && IN_TESTS.contains(&on));
            if !permitted {
                faults.push(format!("{name} may not depend on {on}"));
            }
            if on == "testkit" && !in_tests {
                faults.push(format!("{name} uses testkit outside its tests"));
            }
        }
    }
    Ok(faults)
}

fn short(name: &str) -> &str {
    name.strip_prefix("countersign-").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_no_circle() {
        let mut left: Vec<_> = ALLOWED.to_vec();
        let mut placed: Vec<&str> = Vec::new();
        while !left.is_empty() {
            let before = left.len();
            left.retain(|(name, on)| {
                let ready = on.iter().all(|dependency| placed.contains(dependency));
                if ready {
                    placed.push(name);
                }
                !ready
            });
            assert!(left.len() < before, "a circle among {left:?}");
        }
    }

    #[test]
    fn this_workspace_keeps_the_list() {
        assert_eq!(check(&crate::root()).expect("cargo metadata runs"), Vec::<String>::new());
    }
}
