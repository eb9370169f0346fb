//! `face_seen_before`: the face in the video is under no other applicant.
//!
//! Raw: `gallery.searched` (faces of other applicants it was compared with), `gallery.not_comparable` (faces of other nets), `gallery.nearest`
//! (Euclidean distance of the nearest). Limit `max_distance`, for one among many and so stricter than for one against one. At most that far is
//! *doubt* with `face_under_another_applicant`: twins, second registrations and look-alikes are for a person to tell apart. An empty gallery passes:
//! nobody is there. A face that was not searched could not be assessed.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::FaceSeenBefore, policy);
    let most = ruling.limit("max_distance")?;
    ruling.models(&found.face_models);
    let Some(search) = &found.gallery else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("gallery.searched", search.searched as f64, "count");
    ruling.raw("gallery.not_comparable", search.not_comparable as f64, "count");
    if let Some(nearest) = search.nearest {
        if !nearest.is_finite() {
            ruling.not_assessed();
            return Ok(ruling.done());
        }
        ruling.raw("gallery.nearest", nearest, "distance");
        ruling.score(nearest, most, 2.0 * most);
        if nearest <= most {
            ruling.doubt(Reason::FaceUnderAnotherApplicant);
        }
    }
    Ok(ruling.done())
}
