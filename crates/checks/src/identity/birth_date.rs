//! `identity_birth_date`: the declared birth date is the document's.
//!
//! Raw: `birth_date.agrees` 1, 0.5 (a person should look) or 0, `birth_date.readings` and `birth_date.open` (counts). Limit `min_confidence`: readings below it do
//! not count. Fails with `birth_date_differs` when no reading agrees, `birth_date_unreadable` when there is none. *Doubt* when readings contradict
//! each other while one agrees, and, told as `birth_date_needs_look`, when the only readings are open: parts that the issuer does not know, or
//! a day and month that may be either way round. What a person declares does not settle what their document leaves open.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::identity::agreement::Agreement;
use crate::identity::dates::{Readings, compare_dates};
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::IdentityBirthDate, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    let (Some(declared), false) = (&found.declared, found.sides().iter().all(|(_, side)| side.is_none())) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let sides = || found.sides().into_iter().filter_map(|(_, side)| side);
    let days: Vec<_> =
        sides().flat_map(|side| &side.fields.birth_dates).filter(|read| read.confidence >= needed).collect();
    let open: Vec<Agreement> = sides()
        .flat_map(|side| &side.fields.open_birth_dates)
        .filter(|read| read.confidence >= needed)
        .map(|read| compare_dates(&Readings::day(declared.birth_date.expose()), &read.value))
        .filter(|agreement| *agreement != Agreement::Unreadable)
        .collect();
    let agreeing = days.iter().filter(|read| read.value == declared.birth_date.expose()).count();
    let contradicted = agreeing < days.len() || open.contains(&Agreement::Different);
    ruling.raw("birth_date.readings", days.len() as f64, "count");
    ruling.raw("birth_date.open", open.len() as f64, "count");
    let mut agrees = |value: f64| ruling.raw("birth_date.agrees", value, "flag");
    if agreeing > 0 {
        agrees(1.0);
        if contradicted {
            ruling.lower(CheckResult::Doubt);
        }
    } else if days.is_empty() && open.is_empty() {
        ruling.fail(Reason::BirthDateUnreadable);
    } else if contradicted {
        agrees(0.0);
        ruling.fail(Reason::BirthDateDiffers);
    } else {
        agrees(0.5);
        let rule = open.iter().max().map_or("unreadable", |agreement| agreement.name());
        ruling.doubt(Reason::BirthDateNeedsLook { rule: rule.into() });
    }
    Ok(ruling.done())
}
