//! `countersign eval documents` on a folder of our own specimens, through the binary as an operator runs it.

use std::path::Path;
use std::process::Command;

use countersign_specimen::document::write_folder;
use serde_json::Value;

fn eval(folder: &Path, more: &[&str]) -> (i32, String) {
    let out = folder.join("out").display().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_countersign"))
        .args(["eval", "documents", &folder.display().to_string(), "--out", &out])
        .args(more)
        .output()
        .expect("the binary starts");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code().unwrap_or(-1), text)
}

#[test]
fn specimens_are_measured_and_written_down() {
    let folder = tempfile::tempdir().expect("a folder");
    write_folder(folder.path(), 3, 900).expect("specimens are written");
    let table = folder.path().join("table.md");
    std::fs::write(&table, "# Kept\n").expect("written");
    let (code, text) = eval(folder.path(), &["--table", &table.display().to_string()]);
    assert_eq!(code, 0, "{text}");
    let json = std::fs::read_to_string(folder.path().join("out/documents.json")).expect("the JSON is written");
    let answer: Value = serde_json::from_str(&json).expect("JSON");
    let pictures = answer["pictures"].as_array().expect("pictures");
    assert_eq!(pictures.len(), 5, "a passport, two sides of two cards");
    let zones: Vec<&Value> = pictures.iter().filter(|picture| picture["zone"]["exact"] == true).collect();
    assert_eq!(zones.len(), 2, "passport and card are read exactly: {json}");
    assert!(pictures.iter().all(|picture| picture["checks"].as_array().is_some_and(|checks| checks.len() >= 8)));
    let titles: Vec<&str> =
        answer["tables"].as_array().expect("tables").iter().filter_map(|table| table["title"].as_str()).collect();
    for title in ["Machine readable zone", "Barcodes", "Printed fields, by field and by source", "Time"] {
        assert!(titles.contains(&title), "{titles:?}");
    }
    let page = std::fs::read_to_string(folder.path().join("out/documents.html")).expect("the page is written");
    assert_eq!(page.matches("<figure>").count(), 5);
    assert!(page.contains("class=\"zone\"") && !page.contains("src=\"http"), "marked, and without any other file");
    let written = std::fs::read_to_string(&table).expect("the table is written");
    assert!(written.starts_with("# Kept\n") && written.contains("| specimens |"), "{written}");
}

#[test]
fn a_folder_without_manifest_is_skipped_aloud() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, text) = eval(folder.path(), &[]);
    assert_eq!((code, text.contains("skipped: no MANIFEST.csv")), (0, true), "{text}");
}
