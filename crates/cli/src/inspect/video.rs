//! `inspect video`

use std::path::Path;

use countersign_checks::{Case, Examiner, assess};
use countersign_domain::{Breakdown, DocumentType, Step};
use countersign_server::v1::wire::BreakdownWire;
use countersign_workflow::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};
use serde_json::{Map, json};

use super::{Bench, Finding, bytes_of};

/// The liveness breakdown of one video.
pub fn inspect(bench: &Bench, file: &Path, digits: &[u8], language: &str) -> Finding {
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(error) => return Finding::refused(file, error),
    };
    let clip = match bench.decoder.clip(&bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE) {
        Ok(clip) => clip,
        Err(error) => return Finding::refused(file, bench.refused(&error)),
    };
    let case = Case {
        today: bench.today,
        document_type: DocumentType::Passport,
        declared: None,
        front: None,
        back: None,
        clip: Some(&clip),
        digits: Some(digits),
        language,
    };
    let measurements = bench.toolbox.examine(&case, &|_| {});
    let breakdowns: Vec<Breakdown> = match assess(&measurements, &bench.policy) {
        Ok(all) => all
            .into_iter()
            .filter(|found| found.check.step() == Step::Liveness && found.check.name().starts_with("liveness"))
            .collect(),
        Err(error) => return Finding::refused(file, json!({ "code": "policy", "title": error.to_string() })),
    };
    Finding::of(json!({
        "file": file.display().to_string(),
        "duration_s": clip.duration_s,
        "frames": clip.frames.len(),
        "width": clip.facts.width,
        "height": clip.facts.height,
        "container": clip.facts.container,
        "video_codec": clip.facts.video_codec,
        "audio_codec": clip.facts.audio_codec,
        "frame_rate": clip.facts.frame_rate,
        "rotation": clip.facts.rotation,
        "breakdowns": breakdowns.iter().map(|found| BreakdownWire::new(found, &bench.texts, "en")).collect::<Vec<_>>(),
        "timings_ms": measurements.timings.iter().map(|(step, ms)| (step.clone(), json!(ms))).collect::<Map<_, _>>(),
    }))
}
