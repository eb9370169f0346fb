//! `liveness_sharpness`: the face is in focus and held still.
//!
//! Raw: `face.sharpness` (Laplacian over contrast at 112 × 112, median: about 0.05 and less blurred). Limit `min_face_sharpness`. Fails with
//! `face_blurred`. ISO/IEC 29794-5 gives `Sharpness` by a trained forest, which this is not, so it goes by its own scale. Not judged where
//! light or distance fails: both take detail away.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessSharpness, policy);
    let least = ruling.limit("min_face_sharpness")?;
    ruling.models(&found.face_models);
    let Some(seen) = hindrance::seen(found) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.sharpness", seen.sharpness, "0-1");
    ruling.score(seen.sharpness, least, 3.0 * least);
    if !hindrance::at_least(seen.sharpness, least) {
        if hindrance::dim_or_far(found, policy)? {
            ruling.not_assessed();
        } else {
            ruling.fail(Reason::FaceBlurred);
        }
    }
    Ok(ruling.done())
}
