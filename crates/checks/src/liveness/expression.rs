//! `liveness_expression`: the face is at rest before the first digit.
//!
//! Raw: `face.smile_at_rest`, `face.smile_otherwise` (0–1: smile or open surprise before the first digit, and on the person's other frames).
//! Limits `max_smile`, `max_smile_gain`. Fails with `expression_not_neutral` where the face at rest shows more than `max_smile` and more than
//! the person's own face does anyway, by `max_smile_gain`: a face that always looks cheerful to the net is not asked to change. Not judged
//! where light, distance, sharpness or facing fails or something covers the face.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessExpression, policy);
    let (most, gain) = (ruling.limit("max_smile")?, ruling.limit("max_smile_gain")?);
    ruling.models(&found.face_models);
    let measured = hindrance::seen(found).and_then(|seen| Some((seen.smile_at_rest?, seen.smile_otherwise?)));
    let Some((rest, other)) = measured else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.smile_at_rest", rest, "0-1");
    ruling.raw("face.smile_otherwise", other, "0-1");
    if rest <= most || rest - other <= gain {
        return Ok(ruling.done());
    }
    if rest.is_finite() && other.is_finite() && !hindrance::any(found, policy)? {
        ruling.fail(Reason::ExpressionNotNeutral);
    } else {
        ruling.not_assessed();
    }
    Ok(ruling.done())
}
