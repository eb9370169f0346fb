//! `eval unaltered`: how often each detector of an altered photo strikes, by source and by what was done, on any folder with a MANIFEST.csv.
//!
//! Only the photo is measured and its largest face found; nothing is read.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use countersign_checks::examine::find_portrait;
use countersign_domain::{Check, Policy};
use countersign_inference::document::quality;
use countersign_inference::document::unaltered::{self, FileSign, Unaltered};

use super::table::{quantile, table};
use super::{Row, rows};
use crate::args::EvalUnaltered;
use crate::inspect::Bench;

/// Categories in whose tables each ground truth is a row of its own; of the others, each source is.
const BY_TRUTH: [&str; 4] = ["6_pad_recapture", "6_tamper", "attack", "genuine"];
/// Columns after the first two.
const DETECTORS: [&str; 12] = [
    "screen",
    "screen?",
    "dots?",
    "screenshot",
    "grey copy",
    "filter",
    "tone?",
    "smooth?",
    "recompressed",
    "clean",
    "copied",
    "edited file",
];
/// Shortest side of a picture that could be a document's photo, pixels.
const LEAST_SIDE: u32 = 200;

/// What struck on the pictures of a group.
#[derive(Default)]
struct Group {
    n: usize,
    struck: [usize; DETECTORS.len()],
    /// How often the detectors that need grain or two compressions applied.
    applied: [usize; 4],
}

/// Measures and prints a table.
pub fn run(arguments: &EvalUnaltered) -> Result<ExitCode> {
    if !arguments.folder.join("MANIFEST.csv").is_file() {
        println!("skipped: no MANIFEST.csv in {}", arguments.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::load()?;
    let policy = &bench.policy;
    let mut groups = BTreeMap::<(String, String), Group>::new();
    let mut times = Vec::new();
    for row in rows(&arguments.folder, "MANIFEST.csv")? {
        let Some((group, path)) = place(&row) else { continue };
        let bytes = std::fs::read(arguments.folder.join(path)).with_context(|| path.to_owned())?;
        let Ok(photo) = bench.decoder.photo(&bytes) else { continue };
        if photo.image.width.min(photo.image.height) < LEAST_SIDE {
            continue;
        }
        let quad = quality::measure(&photo.image).document_quad;
        let (portrait, _) = find_portrait(&bench.toolbox.faces, &photo.image, 0, &[0]);
        let face = portrait.map(|found| found.face_box.edges());
        let started = Instant::now();
        let seen = unaltered::measure(&photo, quad.as_ref(), face);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        groups.entry(group).or_default().add(policy, &seen)?;
        if let Some(pictures) = &arguments.pictures {
            crate::inspect::overlay::write(pictures, Path::new(path), &photo.image, &seen)?;
        }
    }
    print!("{}", page(&groups));
    if let (Some(median), Some(most)) = (quantile(&times, 0.5), quantile(&times, 0.95)) {
        println!("\n{} pictures, {median:.0} ms each (median; 95 %: {most:.0} ms), one thread.", times.len());
    }
    Ok(ExitCode::SUCCESS)
}

/// Source and what was done of a picture's row; `None` for other files.
fn place(row: &Row) -> Option<((String, String), &str)> {
    let path = row.get("path")?;
    let extension = Path::new(path).extension()?.to_str()?.to_lowercase();
    let category = row.get("category")?;
    let picture = ["jpg", "jpeg", "png", "webp"].contains(&extension.as_str());
    if !picture || category.contains("corrupt") || category.contains("pdf417") {
        return None;
    }
    let told = if BY_TRUTH.contains(&category.as_str()) { row.get("ground_truth")? } else { category };
    let source = row.get("source_repo").map_or("", String::as_str);
    Some(((source.to_owned(), told.split(" (").next().unwrap_or(told).to_owned()), path))
}

impl Group {
    fn add(&mut self, policy: &Policy, seen: &Unaltered) -> Result<()> {
        let limit = |check, name| policy.limit(check, name).map(|limit| limit as f32);
        let (origin, edited, filtered) = (Check::DocumentOrigin, Check::DocumentEdited, Check::DocumentFiltered);
        let moire = seen.moire.as_ref().map_or(0.0, |found| found.value);
        let (sure, doubtful) = (limit(origin, "max_moire_sure")?, limit(origin, "max_moire")?);
        let tone = |strikes: &dyn Fn(&unaltered::Tone) -> bool| seen.tone.as_ref().is_some_and(strikes);
        let (colour, ratio) = (limit(origin, "min_colour")?, limit(filtered, "max_tint_over_colour")?);
        let (tint, rough) = (limit(filtered, "max_tint")?, limit(filtered, "max_roughness")?);
        let (crushed, grain) = (limit(filtered, "max_crushed")?, limit(filtered, "min_portrait_grain")?);
        let foreign = seen.recompressed.as_ref().and_then(|found| found.foreign.as_ref());
        let above = |found: Option<&unaltered::Mapped>, limit: f32| found.is_some_and(|found| found.value > limit);
        let file = [FileSign::Editor, FileSign::EditorTrace, FileSign::Generated];
        let struck = [
            moire > sure,
            moire > doubtful && moire <= sure,
            above(seen.halftone.as_ref(), limit(origin, "max_halftone")?),
            seen.screenshot.signs > limit(origin, "max_screenshot")?,
            tone(&|tone| tone.own_colour < colour),
            tone(&|tone| tone.tint / (tone.own_colour + 1.0) > ratio),
            tone(&|tone| tone.tint > tint || tone.roughness > rough || tone.crushed.is_some_and(|seen| seen > crushed)),
            seen.portrait_grain.is_some_and(|seen| seen < grain),
            above(foreign, limit(edited, "max_recompressed_cells")?),
            above(seen.clean.as_ref(), limit(edited, "max_clean_cells")?),
            above(seen.copied.as_ref(), limit(edited, "max_copied_patches")?),
            seen.signs.iter().any(|sign| file.contains(sign)),
        ];
        self.n += 1;
        self.struck.iter_mut().zip(struck).for_each(|(count, struck)| *count += usize::from(struck));
        let applied = [seen.portrait_grain.is_some(), foreign.is_some(), seen.clean.is_some(), seen.copied.is_some()];
        self.applied.iter_mut().zip(applied).for_each(|(count, applied)| *count += usize::from(applied));
        Ok(())
    }
}

fn page(groups: &BTreeMap<(String, String), Group>) -> String {
    let head: Vec<&str> = ["source", "what", "n"].into_iter().chain(DETECTORS).collect();
    let lines: Vec<Vec<String>> = groups
        .iter()
        .map(|((source, told), group)| {
            let counts = group.struck.iter().enumerate().map(|(at, struck)| match at {
                7..=10 => format!("{struck} of {}", group.applied[at - 7]),
                _ => struck.to_string(),
            });
            [source.clone(), told.clone(), group.n.to_string()].into_iter().chain(counts).collect()
        })
        .collect();
    table(&head, &lines)
}
