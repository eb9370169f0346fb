//! Document types: every file holds the form, lies in its issuer's folder, has a fixture and a row in the reference.

use std::path::Path;

use anyhow::{Context, Result};

/// The program's own form. Included as source, because xtask may not depend on the crate that reads documents.
#[path = "../../../crates/inference/src/document/types/schema/mod.rs"]
#[expect(dead_code, reason = "only the form is needed here, not what it says")]
mod schema;

/// Where the reference lists the types.
const PAGE: &str = "docs/reference/document-types.md";

/// Checks every type and every fixture of one.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let page = std::fs::read_to_string(root.join(PAGE)).context(PAGE)?;
    let mut faults = Vec::new();
    let mut known = Vec::new();
    for folder in entries(&root.join("documents"))?.into_iter().filter(|path| path.is_dir()) {
        for file in entries(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "toml")) {
            let issuer = name(&folder);
            let id = format!("{issuer}/{}", file.file_stem().unwrap_or_default().to_string_lossy());
            let text = std::fs::read_to_string(&file).with_context(|| format!("documents/{id}.toml"))?;
            faults.extend(type_faults(&id, &issuer, &text));
            if !page.contains(&format!("`documents/{id}.toml`")) {
                faults.push(format!("{PAGE}: no row for documents/{id}.toml"));
            }
            faults.extend(fixture_faults(root, &id));
            known.push(id.replace('/', "-"));
        }
    }
    for fixture in entries(&root.join("fixtures"))?.iter().filter(|path| path.join("lines.json").exists()) {
        if !known.contains(&name(fixture)) {
            faults.push(format!("fixtures/{}: belongs to no type in documents/", name(fixture)));
        }
    }
    Ok(faults)
}

/// What is wrong with the text of a type.
fn type_faults(id: &str, issuer: &str, text: &str) -> Vec<String> {
    match schema::DocumentType::parse(text) {
        Err(error) => vec![format!("documents/{id}.toml: {}", error.trim().replace('\n', " "))],
        Ok(read) if read.issuer != issuer => {
            vec![format!("documents/{id}.toml: its issuer is {}, its folder {issuer}", read.issuer)]
        }
        Ok(_) => vec![],
    }
}

/// What is wrong with the fixture of a type: missing, of another type, or expecting nothing.
fn fixture_faults(root: &Path, id: &str) -> Vec<String> {
    let case = id.replace('/', "-");
    let read = |file: &str| -> Option<serde_json::Value> {
        serde_json::from_str(&std::fs::read_to_string(root.join("fixtures").join(&case).join(file)).ok()?).ok()
    };
    let (Some(lines), Some(expected)) = (read("lines.json"), read("expected.json")) else {
        return vec![format!("documents/{id}.toml: no fixture; fixtures/{case} needs lines.json and expected.json")];
    };
    let mut faults = Vec::new();
    if expected["document_type"] != id {
        faults.push(format!("fixtures/{case}/expected.json: document_type is not {id}"));
    }
    if expected["printed"]["front"].as_object().is_none_or(serde_json::Map::is_empty) {
        faults.push(format!("fixtures/{case}/expected.json: expects nothing of the front"));
    }
    if lines["sides"]["front"]["lines"].as_array().is_none_or(|lines| lines.len() < 4) {
        faults.push(format!("fixtures/{case}/lines.json: fewer than four lines"));
    }
    faults
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let listed = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut found = listed.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<_>>>()?;
    found.sort();
    Ok(found)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
version = 1
issuer = "UTO"
kind = "passport"
title = "Passport"
size = "ID-3"
sides = ["front"]
source = "Invented."
languages = ["en"]
[recognise]
words = ["UTOPIA"]
least = 1
[dates]
order = "DMY"
[[field]]
name = "surname"
side = "front"
labels = ["Surname"]
"#;

    #[test]
    fn broken_types_are_named() {
        assert_eq!(type_faults("UTO/passport", "UTO", GOOD), Vec::<String>::new());
        assert!(type_faults("ATL/passport", "ATL", GOOD)[0].contains("its folder ATL"));
        for (from, to, fault) in [
            ("side = \"front\"", "side = \"back\"", "not there"),
            ("labels = [\"Surname\"]", "", "neither label nor code"),
            ("order = \"DMY\"", "order = \"YDM\"", "unknown variant"),
            ("kind =", "colour = 1\nkind =", "unknown field"),
            ("least = 1", "least = 2", "out of range"),
            ("labels = [\"Surname\"]", "labels = [\"Surname\"]\npatterns = [\"{3}\"]", "nothing to repeat"),
        ] {
            let faults = type_faults("UTO/passport", "UTO", &GOOD.replace(from, to));
            assert!(faults.len() == 1 && faults[0].contains(fault), "{from} → {to}: {faults:?}");
        }
    }

    #[test]
    fn a_type_without_a_fixture_is_named() {
        let faults = fixture_faults(&crate::root(), "UTO/passport");
        assert!(faults.len() == 1 && faults[0].contains("no fixture"), "{faults:?}");
    }
}
