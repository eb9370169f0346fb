//! What in a recording keeps the checks that follow from judging, so that each defect is named once and by its own cause: first light, then
//! distance, then sharpness, then what covers the face, then where it looks.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError};

use super::{distance, face_present, facing, lighting, sharpness, uncovered};
use crate::measurements::{FaceSeen, Measurements};
use crate::ruling::Ruling;

/// What is seen of the face in the video.
pub(super) fn seen(found: &Measurements) -> Option<&FaceSeen> {
    found.clip.as_ref()?.face.as_ref()?.seen.as_ref()
}

/// Writes components of ISO/IEC 29794-5 beside the values that decide.
pub(super) fn components(ruling: &mut Ruling<'_>, seen: &FaceSeen, names: &[&str]) {
    for (name, value) in seen.components.iter().filter(|(name, _)| names.contains(name)) {
        ruling.raw(format!("iso29794.{name}"), *value, "0-100");
    }
}

/// Whether a value is measured and at least this; a number that is none is not.
pub(super) fn at_least(value: f64, least: f64) -> bool {
    value >= least
}

/// Whether a value is measured and at most this; a number that is none is not.
pub(super) fn at_most(value: f64, most: f64) -> bool {
    value <= most
}

fn failed(breakdown: &Breakdown) -> bool {
    breakdown.result == CheckResult::Fail
}

/// Whether the face is out of the picture for too long, so that it is not asked for anything else about its place.
pub(super) fn left(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    let most = policy.limit(Check::LivenessFacePresent, "max_away_s")?;
    Ok(seen(found).is_some_and(|seen| seen.away_s > most))
}

/// Whether light or distance fails.
pub(super) fn dim_or_far(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    Ok(failed(&lighting::check(found, policy)?) || failed(&distance::check(found, policy)?))
}

/// Whether light, distance or sharpness fails.
pub(super) fn unclear(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    Ok(dim_or_far(found, policy)? || failed(&sharpness::check(found, policy)?))
}

/// Whether something lies over the face, in pictures that are clear enough to tell.
pub(super) fn covered(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    Ok(failed(&uncovered::check(found, policy)?))
}

/// Whether the pictures are not clear or something lies over the face.
pub(super) fn hidden(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    Ok(unclear(found, policy)? || covered(found, policy)?)
}

/// Whether anything about the pictures fails.
pub(crate) fn any(found: &Measurements, policy: &Policy) -> Result<bool, PolicyError> {
    Ok(hidden(found, policy)? || failed(&facing::check(found, policy)?) || failed(&face_present::check(found, policy)?))
}
