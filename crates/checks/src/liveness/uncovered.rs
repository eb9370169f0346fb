//! `liveness_uncovered`: nothing lies over mouth, eyes or forehead.
//!
//! Raw, each as it is on the worst third of the frames and against the same person's skin: `face.mouth_contrast`,
//! `face.mouth_other_share`, `face.eyes_brightness`, `face.eyes_contrast`, `face.forehead_other_share`; and `MouthOcclusionPrevention` of
//! ISO/IEC 29794-5. Limits `min_mouth_contrast`, `max_mouth_other_share`, `min_eyes_brightness`, `min_eyes_contrast`,
//! `max_forehead_other_share`. Fails with `mouth_covered` (hand, mask), `eyes_covered` (dark glasses, hand, hair) and `forehead_covered`
//! (cap, hair, hand). Not judged where light, distance or sharpness fails, nor where a face is seen on a frame here and there only.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance::{self, at_least, at_most, components};
use crate::measurements::{FaceSeen, Measurements};
use crate::ruling::Ruling;

/// Least share of frames with a face for its worst third to mean something: a head lying on its side is found on one frame in fifty, badly.
const GLIMPSED: f64 = 0.1;

/// What a policy asks to be seen.
struct Limits {
    mouth_contrast: f64,
    mouth_other: f64,
    eyes_brightness: f64,
    eyes_contrast: f64,
    forehead_other: f64,
}

impl Limits {
    fn of(limit: &mut dyn FnMut(&'static str) -> Result<f64, PolicyError>) -> Result<Self, PolicyError> {
        Ok(Self {
            mouth_contrast: limit("min_mouth_contrast")?,
            mouth_other: limit("max_mouth_other_share")?,
            eyes_brightness: limit("min_eyes_brightness")?,
            eyes_contrast: limit("min_eyes_contrast")?,
            forehead_other: limit("max_forehead_other_share")?,
        })
    }

    /// What is covered; `None` where it was not measured. A number that is none counts as covered.
    fn covers(&self, seen: &FaceSeen) -> Option<Vec<Reason>> {
        let mouth =
            at_least(seen.mouth_contrast?, self.mouth_contrast) && at_most(seen.mouth_other_share?, self.mouth_other);
        let eyes =
            at_least(seen.eyes_brightness?, self.eyes_brightness) && at_least(seen.eyes_contrast?, self.eyes_contrast);
        let forehead = at_most(seen.forehead_other_share?, self.forehead_other);
        let parts = [(mouth, Reason::MouthCovered), (eyes, Reason::EyesCovered), (forehead, Reason::ForeheadCovered)];
        Some(parts.into_iter().filter(|(open, _)| !open).map(|(_, reason)| reason).collect())
    }
}

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessUncovered, policy);
    let limits = Limits::of(&mut |name| ruling.limit(name))?;
    ruling.models(&found.face_models);
    let glimpsed =
        found.clip.as_ref().and_then(|clip| clip.face.as_ref()).is_some_and(|face| face.frames_with_face < GLIMPSED);
    let measured = hindrance::seen(found).filter(|_| !glimpsed).and_then(|seen| Some((seen, limits.covers(seen)?)));
    let Some((seen, covers)) = measured else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    for (name, value) in [
        ("face.mouth_contrast", seen.mouth_contrast),
        ("face.mouth_other_share", seen.mouth_other_share),
        ("face.eyes_brightness", seen.eyes_brightness),
        ("face.eyes_contrast", seen.eyes_contrast),
        ("face.forehead_other_share", seen.forehead_other_share),
    ] {
        ruling.raw(name, value.unwrap_or(f64::NAN), "ratio");
    }
    components(&mut ruling, seen, &["MouthOcclusionPrevention"]);
    if !covers.is_empty() && hindrance::unclear(found, policy)? {
        ruling.not_assessed();
    } else {
        for reason in covers {
            ruling.fail(reason);
        }
    }
    Ok(ruling.done())
}
