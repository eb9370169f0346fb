//! Attacks on the talking clips of a folder, with a MANIFEST.csv in the form that `countersign eval pad` reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use countersign_specimen::Picture;
use countersign_specimen::clip::{ClipSpec, render_clip};
use countersign_specimen::recapture::{Footage, Species, pictures, read, write};

/// Seconds of a piece: as long as a short recording of ours.
const PIECE_S: f64 = 3.0;
/// A shorter rest is left out.
const LEAST_S: f64 = 2.5;
/// Pieces of one source at most: most sources have one speaker, whose pieces resemble each other.
const PIECES: usize = 4;

/// Looks into one clip at most.
const LOOKS: usize = 8;
/// Two neighbours that differ by more are two takes, 8-bit steps: quick motion reached 14 on real clips, cuts 28 and more.
const CUT: f64 = 20.0;

/// Writes every species of every piece, or those named. `folder` has a MANIFEST.csv that names clips of the category `talking`; `drawn` persons
/// of our own are the source `drawn`.
pub fn all(folder: &Path, out: &Path, only: &[String], drawn: u64) -> Result<()> {
    let mut made =
        Made { out, only, lines: String::from("path,category,source,clip,species\n"), pieces: BTreeMap::new() };
    for person in 0..drawn {
        let file = out.join("drawn.webm");
        std::fs::create_dir_all(out)?;
        std::fs::write(&file, render_clip(&ClipSpec::new(100 + person, &[4, 7, 1, 9, 0, 2]))?)?;
        let footage = read(&file, 0.0, PIECE_S)?;
        std::fs::remove_file(&file)?;
        made.piece("drawn", &format!("person{person}"), &footage)?;
    }
    for (source, path) in talking(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut from_s = 0.0;
        for _ in 0..LOOKS {
            if made.pieces.get(&source).is_some_and(|count| *count >= PIECES) {
                break;
            }
            // Past its end a clip has nothing.
            let Ok(footage) = read(&path, from_s, PIECE_S) else { break };
            let fps = f64::from(footage.fps);
            // What was cut out of several takes is no recording of one.
            if let Some(cut) = cut(&footage.pictures) {
                from_s += cut as f64 / fps;
                continue;
            }
            if (footage.pictures.len() as f64) < LEAST_S * fps {
                break;
            }
            made.piece(&source, &format!("{stem}-{from_s:.0}"), &footage)?;
            from_s += PIECE_S;
        }
    }
    Ok(())
}

/// The first picture of another take.
fn cut(pictures: &[Picture]) -> Option<usize> {
    let apart = |a: &Picture, b: &Picture| {
        let differences = a.pixels.iter().zip(&b.pixels).step_by(31).map(|(a, b)| f64::from(a.abs_diff(*b)));
        differences.sum::<f64>() / (a.pixels.len() / 31).max(1) as f64
    };
    pictures.windows(2).position(|pair| apart(&pair[0], &pair[1]) > CUT).map(|at| at + 1)
}

/// Source and path of every talking clip.
fn talking(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let table = std::fs::read_to_string(folder.join("MANIFEST.csv")).context("MANIFEST.csv")?;
    let clip = |row: &str| {
        let (path, rest) = row.split_once(',')?;
        let video = [".mp4", ".webm", ".mpg", ".mov", ".avi"].iter().any(|ending| path.ends_with(ending));
        let source = path.split('/').nth(1).unwrap_or("unknown").to_owned();
        (video && !row.contains("occlusion negative") && rest.split(',').next()?.contains("talking"))
            .then(|| (source, folder.join(path)))
    };
    Ok(table.lines().skip(1).filter_map(clip).collect())
}

struct Made<'a> {
    out: &'a Path,
    only: &'a [String],
    lines: String,
    pieces: BTreeMap<String, usize>,
}

impl Made<'_> {
    fn piece(&mut self, source: &str, clip: &str, footage: &Footage) -> Result<()> {
        let count = self.pieces.entry(source.to_owned()).or_default();
        *count += 1;
        eprintln!("{source} {clip}");
        for (number, species) in Species::ALL.iter().enumerate() {
            if !self.only.is_empty() && !self.only.iter().any(|wanted| wanted == species.name()) {
                continue;
            }
            let seed = *count as u64 * 100 + number as u64 + 10_000 * source.len() as u64;
            let category = if species.is_genuine() { "genuine" } else { "attack" };
            let to = format!("{category}/{source}/{clip}-{}.webm", species.name());
            let file = self.out.join(&to);
            std::fs::create_dir_all(file.parent().unwrap_or(self.out))?;
            write(footage, &pictures(footage, *species, seed), *species, &file)?;
            writeln!(self.lines, "{to},{category},{source},{clip},{}", species.name())?;
        }
        Ok(std::fs::write(self.out.join("MANIFEST.csv"), &self.lines)?)
    }
}
