//! `liveness_face_present`: a face, and only one.
//!
//! Raw: `face.frames_share` (0–1), `face.faces_max`, `face.several_share`. Limits `min_share`, `max_faces`. Fails with `face_not_seen`,
//! `several_faces`. A second face in a single looked-at frame may be a false find of the detector, so a tenth of them must show it.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Share of looked-at frames above which a further face counts.
const SEVERAL_SHARE: f64 = 0.10;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessFacePresent, policy);
    let (share, most) = (ruling.limit("min_share")?, ruling.limit("max_faces")?);
    ruling.models(&found.face_models);
    let Some(face) = found.clip.as_ref().and_then(|clip| clip.face.as_ref()) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    ruling.raw("face.frames_share", face.frames_with_face, "share");
    ruling.raw("face.faces_max", face.faces_max as f64, "count");
    ruling.raw("face.several_share", face.several_share, "share");
    ruling.score(face.frames_with_face, share, 1.0);
    if face.frames_with_face < share {
        ruling.fail(Reason::FaceNotSeen { percent: (face.frames_with_face * 100.0).round() });
    }
    if face.faces_max as f64 > most && face.several_share > SEVERAL_SHARE {
        ruling.fail(Reason::SeveralFaces { count: face.faces_max });
    }
    Ok(ruling.done())
}
