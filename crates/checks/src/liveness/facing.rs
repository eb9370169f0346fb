//! `liveness_facing`: the face looks into the camera.
//!
//! Raw: `face.yaw`, `face.pitch`, `face.roll` (degrees without a sign, at most this on two thirds of the frames) and the components
//! `HeadPoseYaw`, `HeadPosePitch`, `HeadPoseRoll` of ISO/IEC 29794-5. Limits `max_yaw`, `max_pitch`, `max_roll`. Fails with `face_turned`.
//! A face that something covers is not judged: its points lie where faces have them on the mean.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance::{self, at_most, components};
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessFacing, policy);
    let (yaw, pitch, roll) = (ruling.limit("max_yaw")?, ruling.limit("max_pitch")?, ruling.limit("max_roll")?);
    ruling.models(&found.face_models);
    let Some(seen) = hindrance::seen(found) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.yaw", seen.yaw, "degrees");
    ruling.raw("face.pitch", seen.pitch, "degrees");
    ruling.raw("face.roll", seen.roll, "degrees");
    components(&mut ruling, seen, &["HeadPoseYaw", "HeadPosePitch", "HeadPoseRoll"]);
    ruling.score(seen.yaw, yaw, 0.0);
    ruling.score(seen.pitch, pitch, 0.0);
    let straight = at_most(seen.yaw, yaw) && at_most(seen.pitch, pitch) && at_most(seen.roll, roll);
    if straight {
        return Ok(ruling.done());
    }
    if hindrance::covered(found, policy)? {
        ruling.not_assessed();
    } else {
        ruling.fail(Reason::FaceTurned);
    }
    Ok(ruling.done())
}
