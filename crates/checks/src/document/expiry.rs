//! `document_expiry`: in date on the day of the check, for every type of document.
//!
//! Raw: `expiry.days_left` (the earliest of the readings; negative: expired). Limit `min_confidence`: readings below it do not count.
//! Fails with `document_expired`, or `expiry_unreadable` when no side gives a reading. Readings that disagree are *doubt*.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};
use jiff::civil::Date;

use crate::measurements::{ExpiryRead, Measurements, Read};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentExpiry, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    if found.sides().iter().any(|(_, side)| side.is_none()) {
        ruling.not_assessed();
        return Ok(ruling.done());
    }
    let read: Vec<&Read<ExpiryRead>> = found
        .sides()
        .into_iter()
        .filter_map(|(_, side)| side)
        .flat_map(|side| &side.fields.expiries)
        .filter(|read| read.confidence >= needed)
        .collect();
    let days: Vec<i64> = read
        .iter()
        .filter_map(|read| match read.value {
            ExpiryRead::On(date) => Some(days_from(found.today, date)),
            ExpiryRead::Never => None,
        })
        .collect();
    match (read.is_empty(), days.iter().min()) {
        (true, _) => ruling.fail(Reason::ExpiryUnreadable),
        (false, None) => ruling.raw("expiry.never", 1.0, "flag"),
        (false, Some(earliest)) => {
            ruling.raw("expiry.days_left", *earliest as f64, "days");
            if *earliest < 0 {
                ruling.fail(Reason::DocumentExpired);
            } else if days.iter().any(|other| other != earliest) || days.len() < read.len() {
                ruling.lower(CheckResult::Doubt);
            }
        }
    }
    Ok(ruling.done())
}

fn days_from(today: Date, date: Date) -> i64 {
    i64::from(today.until(date).map_or(i32::MIN, |span| span.get_days()))
}
