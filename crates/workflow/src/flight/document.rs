//! The record as data: values and curves, never a pixel.

use countersign_checks::examine::{ENVELOPE_STEP_S, FlightFace};
use serde_json::{Value, json};

use super::Told;
use super::page::concerned;

/// Version of the form; a change of meaning is a new one.
const VERSION: u32 = 1;

pub(super) fn json(told: &Told<'_>) -> Value {
    let (decision, flight) = (told.decision, told.flight);
    let checks: Vec<Value> = concerned(&decision.breakdowns)
        .into_iter()
        .map(|found| {
            json!({
                "check": found.check.name(),
                "result": found.result.name(),
                "score": found.score,
                "reasons": found.reasons.iter().map(countersign_domain::Reason::code).collect::<Vec<_>>(),
                "raw": found.raw.iter().map(|value| json!({ "name": value.name, "value": value.value, "unit": value.unit })).collect::<Vec<_>>(),
                "limits": found.limits.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let digits: Vec<Value> = flight
        .digits
        .iter()
        .map(|(digit, matched)| {
            json!({ "digit": digit.digit, "start_s": digit.start_s, "end_s": digit.end_s, "confidence": digit.confidence, "as_asked": matched })
        })
        .collect();
    json!({
        "v": VERSION,
        "session": decision.session.to_string(),
        "decision": decision.id.to_string(),
        "outcome": decision.verdict.outcome.name(),
        "policy": { "name": decision.policy.name, "version": decision.policy.version },
        "release": flight.release,
        "checks": checks,
        "distributions": { "same": flight.contract.same, "different": flight.contract.different },
        "distance": flight.fused,
        "log_ratio": flight.log_ratio,
        "portrait": flight.portrait.as_ref().map(face),
        "frames": flight.frames.iter().map(face).collect::<Vec<_>>(),
        "duration_s": flight.duration_s,
        "sound": { "step_s": ENVELOPE_STEP_S, "rms": flight.envelope },
        "digits": digits,
        "mouth": flight.mouth,
        "agreement": flight.offset.map(|(offset_s, at_no_shift, best)| json!({ "offset_s": offset_s, "at_no_shift": at_no_shift, "best": best })),
        "agreement_by_shift": flight.by_shift,
    })
}

fn face(face: &FlightFace) -> Value {
    let quality = &face.quality;
    json!({
        "at_s": face.at_s,
        "distance": face.distance,
        "alignment": face.alignment.map(|(turn_deg, scale)| json!({ "turn_deg": turn_deg, "scale": scale })),
        "inter_eye_px": quality.inter_eye_px,
        "face_height_px": quality.face_height_px,
        "sharpness": quality.sharpness,
        "brightness": quality.brightness,
        "contrast": quality.contrast,
        "over_exposed_share": quality.over_exposed_share,
        "dark_share": quality.dark_share,
        "left_right_imbalance": quality.left_right_imbalance,
        "background_brightness_ratio": quality.background_brightness_ratio,
        "yaw_deg": quality.pose.yaw,
        "pitch_deg": quality.pose.pitch,
        "roll_deg": quality.pose.roll,
    })
}
