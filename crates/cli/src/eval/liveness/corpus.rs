//! Talking clips of a folder, cut into pieces as long as a recording of ours.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use countersign_media::{Clip, Frame, Sound};
use countersign_workflow::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};

use crate::eval::{rows, source};
use crate::inspect::Bench;

/// The longest piece, seconds.
const PIECE_S: f64 = 4.0;
/// The shortest, seconds.
const LEAST_S: f64 = 2.5;

/// One piece of one recording.
pub struct Talking {
    /// The repository it came from.
    pub source: String,
    /// File name and first second.
    pub name: String,
    /// Pictures, times from 0.
    pub frames: Vec<Frame>,
    /// The sound of the same seconds.
    pub sound: Sound,
    /// What the manifest says was done to it (column `attack`); `None` for a recording as it came.
    pub made: Option<String>,
}

/// Every piece of every talking clip. What the server does not take (old containers and codecs) is brought into MP4 in `scratch` first.
pub fn load(bench: &Bench, folder: &Path, scratch: &Path) -> Result<Vec<Talking>> {
    let mut found = Vec::new();
    for row in rows(folder, "MANIFEST.csv")? {
        let path = row["path"].as_str();
        let video = [".mp4", ".webm", ".mpg", ".mov", ".avi"].iter().any(|ending| path.ends_with(ending));
        if !row["category"].contains("talking") || !video {
            continue;
        }
        let decoded = |bytes: &[u8]| bench.decoder.clip(bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE).ok();
        let file = folder.join(path);
        let Some(clip) = decoded(&std::fs::read(&file)?).or_else(|| decoded(&recoded(&file, scratch).ok()?)) else {
            continue;
        };
        let made = row.get("attack").filter(|attack| !attack.is_empty());
        let cut = pieces(source(path), path.rsplit('/').next().unwrap_or(path), &clip);
        found.extend(cut.into_iter().map(|piece| Talking { made: made.cloned(), ..piece }));
    }
    Ok(found)
}

fn recoded(file: &Path, scratch: &Path) -> Result<Vec<u8>> {
    let made = scratch.join("recoded.mp4");
    let codecs = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "14", "-c:a", "aac", "-b:a", "128k"];
    let status = Command::new("ffmpeg").args(["-y", "-v", "error", "-i"]).arg(file).args(codecs).arg(&made).status();
    status.context("ffmpeg recodes")?;
    let bytes = std::fs::read(&made)?;
    std::fs::remove_file(&made)?;
    Ok(bytes)
}

fn pieces(source: &str, name: &str, clip: &Clip) -> Vec<Talking> {
    let Some(sound) = &clip.sound else { return vec![] };
    let rate = f64::from(sound.sample_rate);
    let count = (clip.duration_s / PIECE_S).ceil() as usize;
    let piece = |at: usize| {
        let (from, to) = (at as f64 * PIECE_S, (at as f64 + 1.0) * PIECE_S);
        let frames: Vec<Frame> = clip
            .frames
            .iter()
            .filter(|frame| (from..to).contains(&frame.at_s))
            .map(|frame| Frame { at_s: frame.at_s - from, image: frame.image.clone() })
            .collect();
        let samples = sound.samples.get((from * rate) as usize..).unwrap_or_default();
        let samples = samples[..samples.len().min((PIECE_S * rate) as usize)].to_vec();
        let long = frames.last().is_some_and(|last| last.at_s >= LEAST_S) && samples.len() as f64 >= LEAST_S * rate;
        long.then(|| Talking {
            source: source.to_owned(),
            name: format!("{name} from {from:.0} s"),
            frames,
            sound: Sound { sample_rate: sound.sample_rate, samples },
            made: None,
        })
    };
    (0..count).filter_map(piece).collect()
}
