//! `document_side_shown`: each photo shows the side that was asked for, and not in a mirror.
//!
//! Raw: `sides.likeness` (−1 to 1, correlation of both straightened sides where both were found), `*.mirrored` (flag, where a zone tells),
//! `front.shows_back` (flag). Limit `max_likeness`. Fails with `same_side_twice` when both photos look alike, with
//! `document_wrong_side` when the front's photo shows what only backs have (a TD1 zone or a licence's barcode, and no portrait), and with
//! `document_mirrored`.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};
use countersign_inference::document::geometry::likeness;

use crate::measurements::{Measurements, Side};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentSideShown, policy);
    let most = ruling.limit("max_likeness")?;
    for (name, side) in found.sides() {
        match side.and_then(|side| side.placement.as_ref()) {
            None => ruling.not_assessed(),
            Some(placement) => {
                if let Some(mirrored) = placement.mirrored {
                    ruling.raw(format!("{name}.mirrored"), f64::from(u8::from(mirrored)), "flag");
                    if mirrored {
                        ruling.fail(Reason::DocumentMirrored { side: name.into() });
                    }
                }
            }
        }
    }
    let alike = sides_alike(found, &mut ruling, most);
    if let Some(front) = found.front.as_ref().filter(|_| found.document_type.has_back()) {
        let shows_back = shows_back(front);
        ruling.raw("front.shows_back", f64::from(u8::from(shows_back)), "flag");
        if shows_back && !alike {
            ruling.fail(Reason::DocumentWrongSide { side: "front".into() });
        }
    }
    Ok(ruling.done())
}

/// Whether both photos show one side; says so.
fn sides_alike(found: &Measurements, ruling: &mut Ruling<'_>, most: f64) -> bool {
    if !found.document_type.has_back() {
        return false;
    }
    let look = |side: &Option<Side>| side.as_ref()?.placement.as_ref()?.look.clone();
    let Some(alike) = look(&found.front).zip(look(&found.back)).and_then(|(a, b)| likeness(&a, &b)).map(f64::from)
    else {
        return false;
    };
    ruling.raw("sides.likeness", alike, "-1-1");
    if !alike.is_finite() {
        ruling.lower(CheckResult::NotAssessed);
        return false;
    }
    ruling.score(alike, most, 0.0);
    if alike > most {
        ruling.fail(Reason::SameSideTwice);
    }
    alike > most
}

/// What only backs have, and no portrait although it was looked for.
fn shows_back(front: &Side) -> bool {
    let zone_of_backs = front.mrz.as_ref().is_some_and(|mrz| mrz.valid && mrz.format == "TD1");
    front.portrait_searched && front.portrait_px.is_none() && (zone_of_backs || front.licence_record)
}
