//! `document_filtered`: no colour filter lies over the photo.
//!
//! Raw, by side: `*.tint`, distance from grey in steps of chroma; `*.tint_over_colour`, tint over what colour there is beside it;
//! `*.roughness` of the histogram, 0–2. Limits `max_tint_over_colour` (above: fails with `document_filtered`, as sepia does), `max_tint` and
//! `max_roughness` (above: *doubt* with `document_tone_doubtful`: a strongly shifted white, few shades). Coloured light shifts white as well,
//! so that is left to a person.
//!
//! It cannot see raised contrast or saturation, a smoothed face, or a mild shift.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, Side, Unaltered};
use crate::ruling::{Ruling, each_side};

/// How a value is taken from the photo's examination.
type Value = fn(&Unaltered) -> Option<f64>;

fn value(read: impl Fn(&Unaltered) -> Option<f64>) -> impl Fn(&Side) -> Option<f64> {
    move |side| side.unaltered.as_ref().and_then(&read)
}

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentFiltered, policy);
    let over_colour = ruling.limit("max_tint_over_colour")?;
    let tint = ruling.limit("max_tint")?;
    let roughness = ruling.limit("max_roughness")?;
    let sides = found.sides();
    // One more step of colour keeps the ratio finite for pictures of grey things.
    let ratio = value(|seen| Some(seen.tint? / (seen.own_colour? + 1.0)));
    each_side(&mut ruling, &sides, "tint_over_colour", "ratio", ratio, |ruling, side, seen| {
        ruling.score(seen, over_colour, 0.0);
        if seen > over_colour {
            ruling.fail(Reason::DocumentFiltered { side: side.into() });
        }
    });
    let tints = ("tint", "steps", (|seen| seen.tint) as Value, tint);
    let shades = ("roughness", "ratio", (|seen| seen.roughness) as Value, roughness);
    for (name, unit, read, limit) in [tints, shades] {
        each_side(&mut ruling, &sides, name, unit, value(read), |ruling, side, seen| {
            ruling.score(seen, limit, 0.0);
            if seen > limit {
                ruling.doubt(Reason::DocumentToneDoubtful { side: side.into(), found: name.into() });
            }
        });
    }
    Ok(ruling.done())
}
