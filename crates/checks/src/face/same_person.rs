//! `face_same_person`: the face in the video is the face on the document.
//!
//! Raw: `portrait.height_px`, `face.distance` (Euclidean distance of the portrait to the mean of the best frames), `face.distance_median`
//! (median over these frames), `face.frames`, `face.log_ratio` (how much likelier the distance is for one person than for two). Limits
//! `min_portrait_px`, `max_same_distance`, `min_other_distance`. Fails with `portrait_not_found`, `portrait_too_small`, `face_differs`;
//! between the two distances it is *doubt* with `face_doubtful`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::liveness::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::FaceSamePerson, policy);
    let needed = ruling.limit("min_portrait_px")?;
    let (same, other) = (ruling.limit("max_same_distance")?, ruling.limit("min_other_distance")?);
    ruling.models(&found.face_models);
    let Some(front) = found.front.as_ref().filter(|front| front.portrait_searched) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let Some(height) = front.portrait_px else {
        ruling.fail(Reason::PortraitNotFound);
        return Ok(ruling.done());
    };
    ruling.raw("portrait.height_px", height, "px");
    if height < needed {
        ruling.fail(Reason::PortraitTooSmall { found_px: height as u64, needed_px: needed as u64 });
    }
    let measured = found.comparison.as_ref().and_then(|c| Some((c, c.fused?, c.median()?)));
    let Some((comparison, distance, median)) = measured else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.distance", distance, "distance");
    ruling.raw("face.distance_median", median, "distance");
    if let Some(ratio) = comparison.log_ratio {
        ruling.raw("face.log_ratio", ratio, "ln");
    }
    ruling.raw("face.frames", comparison.distances.len() as f64, "count");
    ruling.score(distance, same, 0.0);
    if distance >= other && hindrance::any(found, policy)? {
        // Bad light or something over the face also makes it another one: that is named, and asked to be put right, first.
        ruling.not_assessed();
    } else if distance >= other {
        ruling.fail(Reason::FaceDiffers);
    } else if distance > same {
        ruling.doubt(Reason::FaceDoubtful);
    }
    Ok(ruling.done())
}
