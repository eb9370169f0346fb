//! `models`: list them, build their weights.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use countersign_inference::convert::{convert_face_api, text_wheel, unpack_text_nets};
use countersign_inference::models::{ModelStore, WeightState};
use serde_json::json;

use crate::args::EXIT_FAILED;
use crate::home;

fn store() -> Result<ModelStore> {
    let models = home::find()?.join("models");
    Ok(ModelStore::open(&models, &models.join("weights"))?)
}

/// Prints source, licence, hash and accuracy of every model.
pub fn list(as_json: bool) -> Result<ExitCode> {
    let store = store()?;
    let mut complete = true;
    for model in store.list() {
        let state = match store.state(&model.name)? {
            WeightState::Verified => "verified",
            WeightState::Missing => "missing",
            WeightState::Changed(_) => "changed",
        };
        complete &= state == "verified";
        let source = format!("{} {}", model.source.package, model.source.version);
        let accuracy: Vec<_> = model
            .accuracy
            .iter()
            .map(|a| json!({ "metric": a.metric, "value": a.value, "on": a.on, "command": a.command }))
            .collect();
        if as_json {
            println!(
                "{}",
                json!({ "name": model.name, "task": model.task, "source": source, "licence": model.licence, "sha256": model.sha256,
                        "bytes": model.bytes, "weights": state, "accuracy": accuracy })
            );
            continue;
        }
        println!("{}\n  task      {}\n  source    {source}\n  licence   {}", model.name, model.task, model.licence);
        println!("  sha256    {} ({state}, {:.1} MB)", model.sha256, model.bytes as f64 / 1e6);
        for accuracy in &model.accuracy {
            println!("  accuracy  {} {} on {}", accuracy.metric, accuracy.value, accuracy.on);
        }
    }
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(EXIT_FAILED) })
}

/// Converts the pinned npm package's weights and unpacks the pinned wheel's into `models/weights`.
pub fn build(from: Option<&Path>) -> Result<ExitCode> {
    let home = home::find()?;
    let package = home.join("web/node_modules/@vladmandic/face-api/model");
    let out = home.join("models/weights");
    std::fs::create_dir_all(&out)?;
    convert_face_api(from.unwrap_or(&package), &out)?;
    unpack_text_nets(&text_wheel(&out), &out)?;
    let store = store()?;
    let mut wrong = Vec::new();
    for model in store.list() {
        match store.state(&model.name).with_context(|| model.name.clone())? {
            WeightState::Verified => println!("{} verified", model.name),
            WeightState::Missing => wrong.push(format!("{} is missing", model.name)),
            WeightState::Changed(found) => {
                wrong.push(format!("{} has the hash {found}, the manifest says {}", model.name, model.sha256));
            }
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.join("; "));
    }
    Ok(ExitCode::SUCCESS)
}
