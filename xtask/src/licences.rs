//! Every dependency's licence against the list in deny.toml, for machines without cargo-deny.

use std::path::Path;

use anyhow::{Context, Result};

use crate::metadata;

/// Names every package whose licence expression cannot be met from the allowed list, and every source that is no registry.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(root.join("deny.toml")).context("deny.toml")?;
    let deny: toml::Table = text.parse().context("deny.toml")?;
    let allowed: Vec<&str> =
        deny["licenses"]["allow"].as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect();
    let metadata = metadata::read(root, true)?;
    let mut faults = Vec::new();
    for package in metadata::packages(&metadata) {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !met(licence, &allowed) {
            faults.push(format!("{name}: licence '{licence}' is not on the list"));
        }
        if let Some(source) = package["source"].as_str()
            && !source.starts_with("registry+")
        {
            faults.push(format!("{name}: comes from {source}, not from the registry"));
        }
    }
    Ok(faults)
}

/// Whether an SPDX expression can be met: some alternative of every conjunct is allowed. `/` is an old way to write OR.
fn met(expression: &str, allowed: &[&str]) -> bool {
    let flat = expression.replace('/', " OR ");
    let mut tokens: Vec<String> = Vec::new();
    for word in flat.replace('(', " ( ").replace(')', " ) ").split_whitespace() {
        match (tokens.last_mut(), word) {
            (Some(last), word) if last.ends_with(" WITH") => *last = format!("{last} {word}"),
            (Some(last), "WITH") => *last = format!("{last} WITH"),
            _ => tokens.push(word.to_owned()),
        }
    }
    let mut at = 0;
    let value = disjunction(&tokens, &mut at, allowed);
    value && at == tokens.len() && !tokens.is_empty()
}

fn disjunction(tokens: &[String], at: &mut usize, allowed: &[&str]) -> bool {
    let mut value = conjunction(tokens, at, allowed);
    while tokens.get(*at).is_some_and(|token| token == "OR") {
        *at += 1;
        value |= conjunction(tokens, at, allowed);
    }
    value
}

fn conjunction(tokens: &[String], at: &mut usize, allowed: &[&str]) -> bool {
    let mut value = term(tokens, at, allowed);
    while tokens.get(*at).is_some_and(|token| token == "AND") {
        *at += 1;
        value &= term(tokens, at, allowed);
    }
    value
}

fn term(tokens: &[String], at: &mut usize, allowed: &[&str]) -> bool {
    let Some(token) = tokens.get(*at) else { return false };
    *at += 1;
    if token != "(" {
        return allowed.contains(&token.as_str());
    }
    let value = disjunction(tokens, at, allowed);
    let closed = tokens.get(*at).is_some_and(|token| token == ")");
    *at += 1;
    value && closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_as_spdx_says() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"];
        for met_one in [
            "MIT",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "MIT/GPL-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(met(met_one, &allowed), "{met_one}");
        }
        for unmet in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT AND GPL-3.0) OR BSD-4-Clause", "GPL-2.0 WITH LLVM-exception"]
        {
            assert!(!met(unmet, &allowed), "{unmet}");
        }
    }
}
