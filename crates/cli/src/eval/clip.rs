//! What one check of a video answers under the policy, from what an evaluation measured of it alone.

use anyhow::Result;
use countersign_checks::measurements::{ClipMeasured, MouthMeasured, PresentationMeasured};
use countersign_checks::{Measurements, assess};
use countersign_domain::{Check, CheckResult, DocumentType};

use crate::inspect::Bench;

/// The one measured part.
pub enum Part {
    /// Mouth against sound.
    Mouth(Option<MouthMeasured>),
    /// Signs of attacks on the camera.
    Presentation(PresentationMeasured),
}

/// The answer of the check that asks for this part.
pub fn judged(bench: &Bench, part: Part) -> Result<CheckResult> {
    let (asked, mouth, presentation) = match part {
        Part::Mouth(mouth) => (Check::LivenessMouth, mouth, None),
        Part::Presentation(found) => (Check::LivenessPresentation, None, Some(found)),
    };
    let mut found = Measurements::nothing(bench.today, DocumentType::Passport);
    found.clip = Some(ClipMeasured {
        duration_s: 4.0,
        face: None,
        sound: None,
        has_sound: true,
        digits: None,
        mouth,
        presentation,
    });
    let all = assess(&found, &bench.policy)?;
    Ok(all.iter().find(|one| one.check == asked).map_or(CheckResult::NotAssessed, |one| one.result))
}
