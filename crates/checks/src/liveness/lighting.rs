//! `liveness_lighting`: light on the face.
//!
//! Raw: `face.brightness` (0–1), `face.overexposed_share` (0–1), `face.backlit_ratio` (background over face), `face.imbalance` (0–1),
//! and `UnderExposurePrevention`, `OverExposurePrevention`, `LuminanceMean`, `IlluminationUniformity` of ISO/IEC 29794-5 (0–100).
//! Limits `min_brightness`, `max_overexposed_share`, `max_backlit_ratio`, `max_imbalance`. Fails with `face_backlit` when a bright
//! background makes the face dark, otherwise `face_dark`, `face_overexposed`, `face_one_sided`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::hindrance;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// What ISO/IEC 29794-5 asks of light.
const COMPONENTS: [&str; 4] =
    ["UnderExposurePrevention", "OverExposurePrevention", "LuminanceMean", "IlluminationUniformity"];

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessLighting, policy);
    let (darkest, most_over) = (ruling.limit("min_brightness")?, ruling.limit("max_overexposed_share")?);
    let (most_backlit, most_uneven) = (ruling.limit("max_backlit_ratio")?, ruling.limit("max_imbalance")?);
    ruling.models(&found.face_models);
    let face = found.clip.as_ref().and_then(|clip| clip.face.as_ref());
    let measured =
        face.and_then(|face| Some((face.brightness?, face.overexposed_share?, face.backlit_ratio?, face.imbalance?)));
    let Some((brightness, overexposed, backlit, imbalance)) = measured else {
        // Without a face the whole picture may still say why there is none.
        let whole = face.filter(|face| face.frames_with_face <= 0.0);
        let whole = whole.and_then(|face| Some((face.picture_brightness?, face.picture_overexposed_share?)));
        match whole {
            Some((brightness, _)) if brightness < darkest => ruling.fail(Reason::FaceDark),
            Some((_, overexposed)) if overexposed > most_over => ruling.fail(Reason::FaceOverexposed),
            _ => ruling.not_assessed(),
        }
        return Ok(ruling.done());
    };
    ruling.raw("face.brightness", brightness, "0-1");
    ruling.raw("face.overexposed_share", overexposed, "share");
    ruling.raw("face.backlit_ratio", backlit, "ratio");
    ruling.raw("face.imbalance", imbalance, "0-1");
    if let Some(seen) = hindrance::seen(found) {
        hindrance::components(&mut ruling, seen, &COMPONENTS);
    }
    ruling.score(brightness, darkest, 2.0 * darkest);
    if backlit > most_backlit {
        ruling.fail(Reason::FaceBacklit);
    } else if brightness < darkest {
        ruling.fail(Reason::FaceDark);
    }
    if overexposed > most_over {
        ruling.fail(Reason::FaceOverexposed);
    }
    if imbalance > most_uneven {
        ruling.fail(Reason::FaceOneSided);
    }
    Ok(ruling.done())
}
