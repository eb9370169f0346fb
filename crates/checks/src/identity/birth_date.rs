//! `identity_birth_date`: the declared birth date is the document's.
//!
//! Raw: `birth_date.agrees` 1 or 0, `birth_date.readings` (count). Limit `min_confidence`: readings below it do not count. Fails with
//! `birth_date_differs` when no machine reading agrees, `birth_date_unreadable` when there is none. Readings that contradict each
//! other while one agrees are *doubt*.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

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
    let read: Vec<_> = found
        .sides()
        .into_iter()
        .filter_map(|(_, side)| side)
        .flat_map(|side| &side.fields.birth_dates)
        .filter(|read| read.confidence >= needed)
        .collect();
    let agreeing = read.iter().filter(|read| read.value == declared.birth_date.expose()).count();
    ruling.raw("birth_date.readings", read.len() as f64, "count");
    if read.is_empty() {
        ruling.fail(Reason::BirthDateUnreadable);
        return Ok(ruling.done());
    }
    ruling.raw("birth_date.agrees", f64::from(u8::from(agreeing > 0)), "flag");
    if agreeing == 0 {
        ruling.fail(Reason::BirthDateDiffers);
    } else if agreeing < read.len() {
        ruling.lower(CheckResult::Doubt);
    }
    Ok(ruling.done())
}
