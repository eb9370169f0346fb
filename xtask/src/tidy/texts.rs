//! Texts: every reason code has a text and a fix in every language and a row in the tables of reasons, and every language has the keys of English.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};

/// Messages that other messages are put together from; no reason of their own.
const HELPERS: [&str; 1] = ["side"];
/// Files that a language may leave out as a whole: the desk then speaks English.
const MAY_BE_LEFT_OUT: [&str; 1] = ["console.ftl"];

/// Pages with a row for every reason.
const TABLES: [&str; 2] = ["docs/reference/reasons.md", "docs/reference/reasons-elsewhere.md"];

/// Compares codes and languages.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let mut faults = tables(root)?;
    let codes = std::fs::read_to_string(root.join("crates/domain/src/reason_codes.txt")).context("reason_codes.txt")?;
    let codes: BTreeSet<String> =
        codes.split_whitespace().flat_map(|code| [code.to_owned(), format!("{code}.fix")]).collect();
    let english = root.join("locales/en");
    for language in folders(&root.join("locales"))? {
        let name = language.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let reasons = keys(
            &std::fs::read_to_string(language.join("reasons.ftl"))
                .with_context(|| format!("locales/{name}/reasons.ftl"))?,
        );
        faults.extend(codes.difference(&reasons).map(|key| format!("locales/{name}/reasons.ftl: no text for {key}")));
        let helpers: BTreeSet<String> = HELPERS.iter().map(|key| (*key).to_owned()).collect();
        let strange: Vec<_> = reasons.difference(&codes).filter(|key| !helpers.contains(*key)).collect();
        faults.extend(strange.into_iter().map(|key| format!("locales/{name}/reasons.ftl: {key} is no reason")));
        for file in std::fs::read_dir(&english)? {
            let file = file?.file_name();
            let path = language.join(&file);
            if MAY_BE_LEFT_OUT.iter().any(|name| file == *name) && !path.exists() {
                continue;
            }
            let wanted = keys(&std::fs::read_to_string(english.join(&file))?);
            let found = if path.exists() { keys(&std::fs::read_to_string(path)?) } else { BTreeSet::new() };
            faults.extend(
                wanted
                    .difference(&found)
                    .map(|key| format!("locales/{name}/{}: no text for {key}", file.to_string_lossy())),
            );
        }
    }
    Ok(faults)
}

fn tables(root: &Path) -> Result<Vec<String>> {
    let codes = std::fs::read_to_string(root.join("crates/domain/src/reason_codes.txt")).context("reason_codes.txt")?;
    let mut faults = Vec::new();
    for page in TABLES {
        let text = std::fs::read_to_string(root.join(page)).context(page)?;
        let missing = codes.split_whitespace().filter(|code| !text.contains(&format!("\n| `{code}` |")));
        faults.extend(missing.map(|code| format!("{page}: no row for {code}")));
    }
    Ok(faults)
}

fn folders(path: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found: Vec<_> =
        std::fs::read_dir(path)?.filter_map(|entry| entry.ok().map(|e| e.path())).filter(|p| p.is_dir()).collect();
    found.sort();
    Ok(found)
}

/// Message keys and `key.attribute` of a Fluent file.
fn keys(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut message = String::new();
    for line in text.lines() {
        let trimmed = line.trim_start();
        let Some((left, _)) = line.split_once('=') else { continue };
        let left = left.trim();
        if let Some(attribute) = left.strip_prefix('.') {
            found.insert(format!("{message}.{attribute}"));
        } else if trimmed == line
            && !line.starts_with('#')
            && left.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        {
            left.clone_into(&mut message);
            found.insert(message.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_attributes_are_found_and_variants_are_not() {
        let text = "# a = b\none = Text\n    .fix = Do it\ntwo = { $n ->\n    [a] x = 1\n   *[other] y\n}\n";
        assert_eq!(keys(text).into_iter().collect::<Vec<_>>(), ["one", "one.fix", "two"]);
    }
}
