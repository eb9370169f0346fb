//! `eval recording FOLDER`: whether each thing that can be wrong with a recording's pictures is named by its own reason and no other, and
//! whether genuine recordings are given none.
//!
//! Every defect is laid on the decoded pictures of real talking clips and judged through the whole examination under the policy. Written:
//! tables for `docs/evaluation`, and on request one picture of each defect, which stays on this machine.

mod defects;
mod paint;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use countersign_checks::{Case, Examiner, assess};
use countersign_domain::{Audience, Breakdown, DocumentType, Reason};
use countersign_inference::face::FaceTrack;
use countersign_media::{Clip, ClipFacts, RgbImage};

use crate::args::EvalRecording;
use crate::eval::documents::tables::rate;
use crate::eval::liveness::corpus::{self, Talking};
use crate::eval::table::{replace_section, table};
use crate::inspect::Bench;
use defects::{Defect, Stranger, spoilt};
use paint::Place;

/// Share of pictures with a face from which a piece is one of a talking head.
const LEAST_FACE: f32 = 0.9;
/// What is not about pictures: pieces are cut anywhere, and nobody asked for digits.
const NOT_ASKED: [&str; 3] = ["liveness_duration", "liveness_digits", "liveness_noise"];

/// One recording, judged.
struct Trial<'a> {
    source: &'a str,
    defect: Defect,
    reasons: BTreeSet<&'static str>,
    raw: Vec<(String, f64)>,
}

/// Measures and writes.
pub fn run(arguments: &EvalRecording) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    std::fs::create_dir_all(&arguments.out)?;
    let clips = chosen(corpus::load(&bench, &arguments.folder, &arguments.out)?, arguments.each);
    let wanted = |defect: &Defect| arguments.only.is_empty() || arguments.only.iter().any(|only| only == defect.name());
    let mut trials = Vec::new();
    for (at, talking) in clips.iter().enumerate() {
        let track = FaceTrack::over(&bench.toolbox.faces, &talking.frames)?;
        if track.frames_with_face_share < LEAST_FACE {
            continue;
        }
        let other = stranger(&bench, &clips, at)?;
        for defect in Defect::ALL.iter().filter(|defect| wanted(defect)) {
            eprint!("\r{} of {}: {:<30}", at + 1, clips.len(), defect.name());
            let frames = spoilt(&talking.frames, &track, *defect, &other);
            if let Some(folder) = &arguments.pictures {
                let name = format!("{at:02}-{}.ppm", defect.name().replace([' ', '’', '\''], "-"));
                picture(folder, &name, &frames[frames.len() * 3 / 4].image)?;
            }
            let (reasons, raw) = judged(&bench, frames, talking)?;
            if arguments.verbose {
                println!("{} {} {reasons:?} {}", talking.name, defect.name(), text(&raw));
            }
            trials.push(Trial { source: &talking.source, defect: *defect, reasons, raw });
        }
    }
    eprintln!();
    let found = markdown(&trials);
    match &arguments.table {
        Some(file) => replace_section(file, "recording", &found)?,
        None => print!("{found}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// At most `each` pieces of a source, spread over it; 0 is all.
fn chosen(clips: Vec<Talking>, each: usize) -> Vec<Talking> {
    let mut by_source: BTreeMap<String, Vec<Talking>> = BTreeMap::new();
    for clip in clips {
        by_source.entry(clip.source.clone()).or_default().push(clip);
    }
    let thin = |all: Vec<Talking>| {
        let step = if each == 0 { 1 } else { all.len().div_ceil(each).max(1) };
        all.into_iter().step_by(step).collect::<Vec<_>>()
    };
    by_source.into_values().flat_map(thin).collect()
}

/// A face of another source, else of the recording itself.
fn stranger(bench: &Bench, clips: &[Talking], own: usize) -> Result<Stranger> {
    let foreign = clips.iter().filter(|clip| clip.source != clips[own].source).chain([&clips[own]]);
    for clip in foreign {
        let track = FaceTrack::over(&bench.toolbox.faces, &clip.frames[..clip.frames.len().min(10)])?;
        let seen = track.points.iter().zip(&clip.frames).find_map(|(point, frame)| Some((point.face?, frame)));
        if let Some((face, frame)) = seen {
            return Ok(Stranger { image: frame.image.clone(), place: Place::of(&face.landmarks) });
        }
    }
    anyhow::bail!("no face in any recording")
}

/// Reasons, and values by name.
type Judged = (BTreeSet<&'static str>, Vec<(String, f64)>);

/// The reasons that an applicant is told about these pictures, and what was measured of them.
fn judged(bench: &Bench, frames: Vec<countersign_media::Frame>, talking: &Talking) -> Result<Judged> {
    let image = &frames.first().context("pictures")?.image;
    let facts = ClipFacts { width: image.width, height: image.height, ..ClipFacts::default() };
    let duration_s = frames.last().map_or(0.0, |frame| frame.at_s);
    let clip = Clip { frames, sound: Some(talking.sound.clone()), duration_s, facts };
    let case = Case {
        today: bench.today,
        document_type: DocumentType::Passport,
        declared: None,
        front: None,
        back: None,
        clip: Some(&clip),
        digits: None,
        language: "en",
    };
    let found = assess(&bench.toolbox.examine(&case, &|_| {}), &bench.policy)?;
    let of_pictures = |b: &&Breakdown| b.check.name().starts_with("liveness") && !NOT_ASKED.contains(&b.check.name());
    let told = |reason: &&Reason| reason.audience() == Audience::Applicant;
    let reasons = found.iter().filter(of_pictures).flat_map(|b| b.reasons.iter().filter(told).map(Reason::code));
    let raw = found.iter().filter(of_pictures).flat_map(|b| b.raw.iter().map(|raw| (raw.name.clone(), raw.value)));
    Ok((reasons.collect(), raw.collect()))
}

fn text(raw: &[(String, f64)]) -> String {
    raw.iter().map(|(name, value)| format!("{name}={value:.3}")).collect::<Vec<_>>().join(" ")
}

fn picture(folder: &Path, name: &str, image: &RgbImage) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut file = format!("P6 {} {} 255\n", image.width, image.height).into_bytes();
    file.extend(&image.pixels);
    Ok(std::fs::write(folder.join(name), file)?)
}

fn markdown(trials: &[Trial<'_>]) -> String {
    let sources: BTreeSet<&str> = trials.iter().map(|trial| trial.source).collect();
    let mut lines = Vec::new();
    for defect in Defect::ALL {
        let all: Vec<&Trial<'_>> = trials.iter().filter(|trial| trial.defect == *defect).collect();
        if all.is_empty() {
            continue;
        }
        let alone = |trial: &&&Trial<'_>| trial.reasons.iter().copied().eq(defect.reason());
        let by_source = sources.iter().map(|source| {
            let of: Vec<&&Trial<'_>> = all.iter().filter(|trial| trial.source == *source).collect();
            format!("{} of {}", of.iter().filter(|trial| alone(trial)).count(), of.len())
        });
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        for trial in all.iter().filter(|trial| !alone(trial)) {
            let told: Vec<&str> = trial.reasons.iter().copied().collect();
            *others.entry(if told.is_empty() { "nothing".into() } else { told.join(" + ") }).or_default() += 1;
        }
        let others: Vec<String> = others.iter().map(|(told, n)| format!("{told} ({n})")).collect();
        let head = [defect.name().to_owned(), defect.reason().unwrap_or("none").to_owned()];
        let tail = [rate(all.iter().filter(alone).count(), all.len()), others.join(", ")];
        lines.push(head.into_iter().chain(by_source).chain(tail).collect());
    }
    let head: Vec<&str> = ["recording", "reason that must be given"]
        .into_iter()
        .chain(sources.iter().copied())
        .chain(["that reason and no other", "given instead"])
        .collect();
    let mut out = table(&head, &lines);
    out.push_str("\n### What is measured on genuine recordings\n");
    out.push_str(&ranges(trials));
    out
}

/// Least, median and most of each value, on genuine recordings.
fn ranges(trials: &[Trial<'_>]) -> String {
    let mut by_name: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for trial in trials.iter().filter(|trial| trial.defect == Defect::Genuine) {
        for (name, value) in &trial.raw {
            by_name.entry(name).or_default().push(*value);
        }
    }
    let mut lines = Vec::new();
    for (name, mut values) in by_name {
        values.sort_by(f64::total_cmp);
        let cell = |at: usize| {
            let mut text = String::new();
            write!(text, "{:.3}", values[at.min(values.len() - 1)]).unwrap_or_default();
            text
        };
        lines.push(vec![
            name.to_owned(),
            values.len().to_string(),
            cell(0),
            cell(values.len() / 2),
            cell(values.len()),
        ]);
    }
    table(&["value", "n", "least", "median", "most"], &lines)
}
