//! Other recognisers on the same pictures in the same run; none of them is shipped.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use countersign_inference::face::{Descriptor, distance};
use serde::Deserialize;

use super::corpus::Corpus;
use super::rates::Distances;
use super::trial::Set;

const PYTHON: &str = include_str!("../../../../../scripts/peers/faces.py");
const NODE: &str = include_str!("../../../../../scripts/peers/faces.mjs");

#[derive(Deserialize)]
struct Line {
    peer: String,
    path: Option<String>,
    /// `None` where the peer saw no face.
    descriptor: Option<Vec<f32>>,
    missing: Option<String>,
}

/// What a Python has installed.
pub fn in_python(python: &Path, folder: &Path, corpus: &Corpus) -> Result<Vec<Set>> {
    let mut command = Command::new(python);
    command.args(["-c", PYTHON]);
    sets(command, folder, corpus)
}

/// face-api in JavaScript, of a folder with `node_modules`.
pub fn in_javascript(modules: &Path, folder: &Path, corpus: &Corpus) -> Result<Vec<Set>> {
    let mut command = Command::new("node");
    command.args(["--input-type=module", "-e", NODE]).env("FACE_API_PEER", std::path::absolute(modules)?);
    sets(command, folder, corpus)
}

/// Runs a script over the labelled pictures; one set a peer.
fn sets(mut command: Command, folder: &Path, corpus: &Corpus) -> Result<Vec<Set>> {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = started.with_context(|| format!("{} cannot be started", command.get_program().display()))?;
    let labelled = || corpus.faces.iter().filter(|face| face.person.is_some());
    if let Some(mut input) = child.stdin.take() {
        for face in labelled() {
            writeln!(input, "{}", folder.join(&face.path).display())?;
        }
    }
    let done = child.wait_with_output()?;
    if !done.status.success() {
        bail!("the peers' script ended with {}", done.status);
    }
    let mut found: BTreeMap<String, BTreeMap<String, Option<Descriptor>>> = BTreeMap::new();
    for text in String::from_utf8_lossy(&done.stdout).lines() {
        let line: Line = serde_json::from_str(text).context("a line of the peers' output")?;
        match (line.missing, line.path) {
            (Some(why), _) => eprintln!("{}: {why}", line.peer),
            (None, Some(path)) => {
                found.entry(line.peer).or_default().insert(path, line.descriptor.map(Descriptor));
            }
            (None, None) => bail!("a line of the peers' output names no picture"),
        }
    }
    Ok(found.into_iter().map(|(peer, seen)| set(folder, corpus, &peer, &seen)).collect())
}

fn set(folder: &Path, corpus: &Corpus, peer: &str, seen: &BTreeMap<String, Option<Descriptor>>) -> Set {
    let of = |at: usize| seen.get(&folder.join(&corpus.faces[at].path).display().to_string()).and_then(Option::as_ref);
    let mut distances = Distances::default();
    for pair in &corpus.pairs {
        if let (Some(a), Some(b)) = (of(pair.a), of(pair.b)) {
            let apart = f64::from(distance(a, b));
            if pair.same { distances.same.push(apart) } else { distances.different.push(apart) }
        }
    }
    let lost = seen.values().filter(|one| one.is_none()).count();
    Set { name: format!("peer: {peer}"), source: "all".into(), distances, lost: (lost, seen.len()) }
}
