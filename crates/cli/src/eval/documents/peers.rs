//! Other readers on the same pictures in the same run, judged by the same rule: every line exact after the same repair.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use countersign_inference::document::mrz::{MrzRead, cells_of_text, decode};
use jiff::civil::Date;
use serde::Deserialize;

use super::corpus::Sample;

const SCRIPT: &str = include_str!("../../../../../scripts/peers/documents.py");
/// Line widths and counts of the formats.
const SHAPES: [(usize, usize); 3] = [(44, 2), (36, 2), (30, 3)];
/// How many characters of a line may be missing or too many; fillers at the end are often lost or doubled.
const SLACK: usize = 4;

/// What the peers read.
#[derive(Default)]
pub struct Answers {
    /// By peer: for each picture the zone after repair, and milliseconds.
    pub read: BTreeMap<String, BTreeMap<String, (Option<Repaired>, f64)>>,
    /// Peers that could not run, and why.
    pub missing: Vec<(String, String)>,
}

/// A peer's zone after repair.
pub struct Repaired {
    pub lines: String,
    pub valid: bool,
}

#[derive(Deserialize)]
struct Line {
    peer: String,
    path: Option<String>,
    lines: Option<Vec<String>>,
    ms: Option<f64>,
    missing: Option<String>,
}

/// Runs the script over every picture with a known zone.
pub fn run(python: &Path, folder: &Path, samples: &[Sample], today: Date) -> Result<Answers> {
    let mut child = Command::new(python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", python.display()))?;
    let wanted: Vec<&Sample> = samples.iter().filter(|sample| sample.mrz.is_some()).collect();
    if let Some(mut input) = child.stdin.take() {
        for sample in &wanted {
            writeln!(input, "{}", folder.join(&sample.path).display())?;
        }
    }
    let done = child.wait_with_output()?;
    if !done.status.success() {
        bail!("it ended with {}", done.status);
    }
    let mut answers = Answers::default();
    for text in String::from_utf8_lossy(&done.stdout).lines() {
        let line: Line = serde_json::from_str(text).context("a line of its output")?;
        if let Some(why) = line.missing {
            answers.missing.push((line.peer, why));
        } else if let (Some(path), Some(lines), Some(ms)) = (line.path, line.lines, line.ms) {
            let below = Path::new(&path).strip_prefix(folder).map(|path| path.display().to_string()).unwrap_or(path);
            answers.read.entry(line.peer).or_default().insert(below, (repaired(&lines, today), ms));
        }
    }
    Ok(answers)
}

/// The best zone that neighbouring lines give: brought to the format's width, repaired by classes and check digits as our own reading is.
fn repaired(lines: &[String], today: Date) -> Option<Repaired> {
    let mut found: Vec<Repaired> = Vec::new();
    for (width, count) in SHAPES {
        for window in lines.windows(count) {
            if window.iter().any(|line| line.len().abs_diff(width) > SLACK) {
                continue;
            }
            let cells = window.iter().map(|line| cells_of_text(&fitted(line, width))).collect();
            let read = MrzRead { cells, turns: 0, corners: [(0.0, 0.0); 4] };
            if let Some(decoded) = decode(&read, today) {
                found.push(Repaired { lines: decoded.mrz.lines.join("|"), valid: decoded.mrz.valid });
            }
        }
    }
    // A zone that verifies is taken before one that does not.
    found.sort_by_key(|zone| !zone.valid);
    found.into_iter().next()
}

fn fitted(line: &str, width: usize) -> String {
    let mut text: String = line.chars().take(width).collect();
    while text.len() < width {
        text.push('<');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_peer_is_helped_as_far_as_we_help_ourselves() {
        let today = date(2026, 11, 23);
        let read = |lines: [&str; 2]| repaired(&lines.map(str::to_owned), today).map(|zone| (zone.lines, zone.valid));
        let right = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        let (upper, lower) = right.split_once('|').expect("two lines");
        assert_eq!(read([upper, lower]), Some((right.into(), true)));
        // Fillers lost at the end, an O for a 0.
        assert_eq!(read([&upper[..41], &lower.replace("898902", "8989O2")]), Some((right.into(), true)));
        assert_eq!(read([&upper[..30], lower]), None, "half a line is no line");
    }
}
