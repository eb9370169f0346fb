//! Altered and unaltered photos of specimens with a MANIFEST.csv, in the form that `countersign eval unaltered` reads.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;
use countersign_specimen::attack::{Attack, attacked};
use countersign_specimen::document::Kind;

const KINDS: [Kind; 3] = [Kind::Passport, Kind::IdCard, Kind::DrivingLicence];
/// Quality of the last saving, in turn: what editors and galleries use.
const QUALITIES: [u8; 3] = [80, 88, 95];

/// Writes one photo an attack of each of `count` documents, kinds and qualities in turn.
pub fn write(folder: &Path, count: usize, seed: u64) -> Result<()> {
    let mut manifest = String::from("path,category,source_repo,commit,licence,ground_truth,quality_note,bytes\n");
    for n in 0..count {
        let (kind, quality) = (KINDS[n % KINDS.len()], QUALITIES[n / KINDS.len() % QUALITIES.len()]);
        for attack in Attack::ALL {
            let made = attacked(kind, seed + n as u64, *attack, quality)?;
            let category = if attack.is_genuine() { "genuine" } else { "attack" };
            let path = format!("{category}/specimens/{n:03}-{}.{}", attack.name(), made.extension);
            let file = folder.join(&path);
            std::fs::create_dir_all(file.parent().unwrap_or(folder))?;
            std::fs::write(&file, &made.bytes)?;
            writeln!(
                manifest,
                "{path},{category},specimens,,Apache-2.0,{},quality {quality},{}",
                attack.name(),
                made.bytes.len()
            )?;
        }
    }
    Ok(std::fs::write(folder.join("MANIFEST.csv"), manifest)?)
}
