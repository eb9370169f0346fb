//! Clips of a folder, measured and judged as the server does it.

use std::path::Path;

use anyhow::Result;
use countersign_checks::examine::presentation_measured;
use countersign_domain::CheckResult;
use countersign_inference::face::FaceTrack;
use countersign_inference::pad::{Signs, signs};
use countersign_media::{Clip, ClipFacts, Frame, RgbImage};
use countersign_workflow::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};

use crate::eval::clip::{Part, judged};
use crate::eval::{Row, rows, source};
use crate::inspect::Bench;

/// Species of photographs of live people that are in the folder for other reasons: they say how rooms and cameras look.
pub const FACE: &str = "photo of a live face";

/// One clip, judged.
pub struct Trial {
    /// Where the clip it was made of came from.
    pub source: String,
    /// Which clip.
    pub clip: String,
    /// What was done to it.
    pub species: String,
    /// Whether it is a live person.
    pub genuine: bool,
    /// What was measured.
    pub signs: Signs,
    /// The net's answer.
    pub score: Option<f32>,
    /// What the check says under the policy.
    pub result: CheckResult,
}

/// Every clip and photo of the manifest that has something to say of presentation attacks.
pub fn measure(bench: &Bench, folder: &Path) -> Result<Vec<Trial>> {
    let rows = rows(folder, "MANIFEST.csv")?;
    let mut trials = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        eprint!("\r{} of {}", at + 1, rows.len());
        trials.extend(trial(bench, folder, row)?);
    }
    eprintln!();
    Ok(trials)
}

fn trial(bench: &Bench, folder: &Path, row: &Row) -> Result<Option<Trial>> {
    let path = row["path"].as_str();
    let species = row.get("species").filter(|species| !species.is_empty());
    let face = row["category"].contains("face_images");
    let photo = species.is_none() && (face || row["category"].contains("pad"));
    if !photo && species.is_none() {
        return Ok(None);
    }
    let bytes = std::fs::read(folder.join(path))?;
    let clip = if photo {
        bench.decoder.photo(&bytes).ok().map(|photo| still(&photo.image))
    } else {
        bench.decoder.clip(&bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE).ok()
    };
    let Some(clip) = clip else { return Ok(None) };
    let track = FaceTrack::over(&bench.toolbox.faces, &clip.frames)?;
    let found = signs(&clip, &track);
    let score = bench.toolbox.presentation.score(&found)?;
    let result = judged(bench, Part::Presentation(presentation_measured(&found, score)))?;
    let told = row.get("ground_truth").or_else(|| row.get("truth")).cloned().unwrap_or_default();
    let genuine = species.map_or(face || told.contains("bona fide"), |_| row["category"] == "genuine");
    let named = || if face { FACE.to_owned() } else { format!("photo: {}", told.replace(',', ";")) };
    Ok(Some(Trial {
        source: row.get("source").filter(|_| !photo).cloned().unwrap_or_else(|| source(path).to_owned()),
        clip: row.get("clip").cloned().unwrap_or_else(|| path.rsplit('/').next().unwrap_or(path).to_owned()),
        species: species.cloned().unwrap_or_else(named),
        genuine,
        signs: found,
        score,
        result,
    }))
}

/// A photo as a second of a clip that stands still: it has no motion and no sound. All photos lose alike for that; where their scores differ it is
/// by the signs of one picture.
fn still(image: &RgbImage) -> Clip {
    let at_s = |number: u32| f64::from(number) / CLIP_FRAMES_PER_SECOND;
    let frames: Vec<Frame> = (0..25).map(|number| Frame { at_s: at_s(number), image: image.clone() }).collect();
    let frame_times = frames.iter().map(|frame| frame.at_s).collect();
    let facts = ClipFacts { frame_rate: CLIP_FRAMES_PER_SECOND, frame_times, ..ClipFacts::default() };
    Clip { frames, sound: None, duration_s: 1.0, facts }
}
