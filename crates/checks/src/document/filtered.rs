//! `document_filtered`: no colour filter lies over the photo.
//!
//! Raw, by side: `*.tint`, distance from grey in steps of chroma; `*.tint_over_colour`, tint over what colour there is beside it;
//! `*.roughness` of the histogram, 0–2; `*.crushed`, share of pixels fallen to black; `*.portrait_grain`, grain of the portrait's skin over that of
//! the document's quiet places, where the picture has grain. Limits `max_tint_over_colour` (above: fails with `document_filtered`, as sepia does), `max_tint`,
//! `max_roughness` and `max_crushed` (above), `min_portrait_grain` (below: *doubt* with `document_tone_doubtful`: a strongly shifted white, few
//! shades, raised contrast, a smoothed face). Coloured light shifts white as well,
//! so that is left to a person.
//!
//! It cannot see raised saturation, mildly raised contrast, a mild shift, or a smoothed face in a picture without grain.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::{Measurements, Side, Unaltered};
use crate::ruling::{Ruling, each_side, where_told};

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
    let crushed = ruling.limit("max_crushed")?;
    let grain = ruling.limit("min_portrait_grain")?;
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
    where_told(&mut ruling, &sides, "crushed", "share", value(|seen| seen.crushed), |ruling, side, seen| {
        ruling.score(seen, crushed, 0.0);
        if seen > crushed {
            ruling.doubt(Reason::DocumentToneDoubtful { side: side.into(), found: "crushed".into() });
        }
    });
    where_told(
        &mut ruling,
        &sides,
        "portrait_grain",
        "ratio",
        value(|seen| seen.portrait_grain),
        |ruling, side, seen| {
            ruling.score(seen, grain, 2.0 * grain);
            if seen < grain {
                ruling.doubt(Reason::DocumentToneDoubtful { side: side.into(), found: "portrait_grain".into() });
            }
        },
    );
    Ok(ruling.done())
}
