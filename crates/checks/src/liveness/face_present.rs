//! `liveness_face_present`: one face, the same from the first frame to the last.
//!
//! Raw: `face.frames_share` (0–1), `face.faces_max`, `face.several_share`, `face.away_s` (the longest time out of the picture), and
//! `face.own_distance` (largest distance between descriptors of this clip). Limits `min_share`, `max_faces`, `max_several_share`,
//! `max_away_s`, `max_own_distance`. Fails with `face_left`, `face_not_seen`, `several_faces`, `face_changed`. A second face must show on
//! `max_several_share` of the looked-at frames, as a single one may be a false find of the detector. Where light, distance, sharpness or
//! something over the face explains that it is not found or looks like another, that is named instead.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessFacePresent, policy);
    let (share, most) = (ruling.limit("min_share")?, ruling.limit("max_faces")?);
    let (several, own) = (ruling.limit("max_several_share")?, ruling.limit("max_own_distance")?);
    ruling.limit("max_away_s")?;
    ruling.models(&found.face_models);
    let Some(face) = found.clip.as_ref().and_then(|clip| clip.face.as_ref()) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.frames_share", face.frames_with_face, "share");
    ruling.raw("face.faces_max", face.faces_max as f64, "count");
    ruling.raw("face.several_share", face.several_share, "share");
    ruling.score(face.frames_with_face, share, 1.0);
    let away = face.seen.as_ref().map_or(0.0, |seen| seen.away_s);
    ruling.raw("face.away_s", away, "s");
    let distance = face.seen.as_ref().and_then(|seen| seen.own_distance);
    let changed = distance.is_some_and(|distance| distance > own);
    if let Some(distance) = distance {
        ruling.raw("face.own_distance", distance, "distance");
    }
    let alone = face.faces_max as f64 <= most || face.several_share <= several;
    if hindrance::left(found, policy)? {
        ruling.fail(Reason::FaceLeft { seconds: (away * 10.0).round() / 10.0 });
    } else if !hindrance::at_least(face.frames_with_face, share) {
        if hindrance::hidden(found, policy)? {
            ruling.not_assessed();
        } else {
            ruling.fail(Reason::FaceNotSeen { percent: (face.frames_with_face * 100.0).round() });
        }
    }
    if !alone {
        ruling.fail(Reason::SeveralFaces { count: face.faces_max });
    } else if changed {
        if hindrance::hidden(found, policy)? {
            ruling.not_assessed();
        } else {
            ruling.fail(Reason::FaceChanged);
        }
    }
    Ok(ruling.done())
}
