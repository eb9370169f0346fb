//! `inspect faces`

use std::path::Path;

use countersign_checks::examine::find_portrait;
use countersign_domain::Check;
use countersign_inference::face::{FaceQuality, Portrait, distance};
use serde_json::{Value, json};

use super::{Bench, Finding, bytes_of};

/// Compares the largest face of two pictures.
pub fn inspect(bench: &Bench, a: &Path, b: &Path) -> Finding {
    let (first, second) = match (face(bench, a), face(bench, b)) {
        (Ok(first), Ok(second)) => (first, second),
        (Err(error), _) => return Finding::refused(a, error),
        (_, Err(error)) => return Finding::refused(b, error),
    };
    let limits = |name| bench.policy.limit(Check::FaceSamePerson, name).ok();
    let threshold = limits("max_same_distance");
    let apart = first
        .as_ref()
        .zip(second.as_ref())
        .map(|(first, second)| f64::from(distance(&first.descriptor, &second.descriptor)));
    let missing: Vec<&str> = [("a", first.is_none()), ("b", second.is_none())]
        .into_iter()
        .filter(|(_, none)| *none)
        .map(|(name, _)| name)
        .collect();
    Finding::of(json!({
        "a": a.display().to_string(),
        "b": b.display().to_string(),
        "distance": apart,
        "same": apart.zip(threshold).map(|(apart, threshold)| apart <= threshold),
        "threshold": threshold,
        "other_person_from": limits("min_other_distance"),
        "no_face_in": missing,
        "quality": { "a": first.as_ref().map(|face| quality(&face.quality)), "b": second.as_ref().map(|face| quality(&face.quality)) },
    }))
}

fn face(bench: &Bench, file: &Path) -> Result<Option<Portrait>, Value> {
    let bytes = bytes_of(file)?;
    let photo = bench.decoder.photo(&bytes).map_err(|error| bench.refused(&error))?;
    let (portrait, searched) = find_portrait(&bench.toolbox.faces, &photo.image, 0, &[0, 2, 1, 3]);
    if searched {
        Ok(portrait)
    } else {
        Err(json!({ "code": "face_nets_failed", "title": "The face nets did not work" }))
    }
}

fn quality(found: &FaceQuality) -> Value {
    json!({
        "face_height_px": found.face_height_px, "inter_eye_px": found.inter_eye_px, "sharpness": found.sharpness, "brightness": found.brightness,
        "contrast": found.contrast, "over_exposed_share": found.over_exposed_share, "dark_share": found.dark_share,
        "left_right_imbalance": found.left_right_imbalance, "background_brightness_ratio": found.background_brightness_ratio,
        "yaw_deg": found.pose.yaw, "pitch_deg": found.pose.pitch, "roll_deg": found.pose.roll,
    })
}
