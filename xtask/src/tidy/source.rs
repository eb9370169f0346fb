//! Source files: length, and work left undone.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Above this the file most likely does a second thing.
const LONGEST: usize = 400;

/// Words that mark unfinished work, put together here so that this file does not accuse itself.
fn unfinished() -> [String; 5] {
    ["TO", "FIX", "XX", "to", "unimpl"].map(|start| match start {
        "TO" => "TODO".to_owned(),
        "FIX" => "FIXME".to_owned(),
        "XX" => "XXX:".to_owned(),
        "to" => format!("{}!(", "todo"),
        _ => format!("{}!(", "unimplemented"),
    })
}

/// Checks every source file.
pub fn check(root: &Path, files: &[PathBuf]) -> Result<Vec<String>> {
    let marks = unfinished();
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_source(file) && !file.starts_with("xtask/src/tidy")) {
        let text = std::fs::read_to_string(root.join(file)).with_context(|| file.display().to_string())?;
        let lines = text.lines().count();
        if lines > LONGEST {
            faults.push(format!(
                "{}: {lines} lines, at most {LONGEST}; look for the second thing it does",
                file.display()
            ));
        }
        for (number, line) in text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                faults.push(format!("{}:{}: work left undone ({mark})", file.display(), number + 1));
            }
            if line.trim_start().starts_with("#[ignore") {
                faults.push(format!("{}:{}: a test that never runs", file.display(), number + 1));
            }
        }
    }
    Ok(faults)
}

fn is_source(file: &Path) -> bool {
    // What a generator wrote has no author who could split it.
    if file.components().any(|part| part.as_os_str() == "generated") {
        return false;
    }
    let kind = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    matches!(kind, "rs" | "ts" | "tsx" | "sh" | "py")
}
