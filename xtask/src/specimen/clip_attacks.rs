//! Attacks made of real talking clips with a MANIFEST.csv, in the form that `countersign eval liveness` reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use countersign_specimen::clip::{ClipAttack, attack_clip};

/// Endings of the recordings that are taken.
const ENDINGS: [&str; 4] = [".mp4", ".mpg", ".webm", ".mov"];

/// Makes one attack.
pub fn one(own: &Path, other: &Path, attack: &str, out: &Path) -> Result<()> {
    let known: Vec<&str> = ClipAttack::ALL.iter().map(|attack| attack.name()).collect();
    let Some(attack) = ClipAttack::named(attack) else { bail!("attacks are {}", known.join(", ")) };
    Ok(attack_clip(own, other, attack, out)?)
}

/// Makes every attack of at most `each` talking clips a source of the folder `from`; another clip of the same source, else of any, is the
/// other recording. The result is as little to be published as what it is made of.
pub fn all(from: &Path, to: &Path, each: usize) -> Result<()> {
    let manifest = std::fs::read_to_string(from.join("MANIFEST.csv")).context("MANIFEST.csv")?;
    let mut sources: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in manifest.lines().skip(1) {
        let mut columns = line.split(',');
        let (Some(path), Some(category)) = (columns.next(), columns.next()) else { continue };
        if category.contains("talking") && ENDINGS.iter().any(|ending| path.ends_with(ending)) {
            sources.entry(path.split('/').nth(1).unwrap_or("unknown")).or_default().push(path);
        }
    }
    let every: Vec<&str> = sources.values().flatten().copied().collect();
    let mut listed = String::from("path,category,attack\n");
    for (source, paths) in &sources {
        let step = paths.len().div_ceil(each.max(1)).max(1);
        for (number, own) in paths.iter().enumerate().step_by(step) {
            let next = paths.get((number + 1) % paths.len()).filter(|next| *next != own);
            let Some(other) = next.or_else(|| every.iter().find(|other| *other != own)) else { continue };
            for attack in ClipAttack::ALL {
                let path = format!("attacks/{source}/{number:02}-{}.mp4", attack.name());
                let file = to.join(&path);
                std::fs::create_dir_all(file.parent().unwrap_or(to))?;
                attack_clip(&from.join(own), &from.join(other), *attack, &file)?;
                writeln!(listed, "{path},talking,{}", attack.name())?;
            }
        }
    }
    Ok(std::fs::write(to.join("MANIFEST.csv"), listed)?)
}
