//! `identity_name`: the declared legal name is the document's.
//!
//! Decided by the named rules of [`name_rules`](crate::identity::name_rules), never by a similarity number. Raw: `name.readings` (count),
//! `name.agrees` 1, 0.5 (a person should look) or 0. Limit `min_confidence`: readings below it do not count. Machine readable readings
//! (MRZ, barcode) outrank print. Fails with `name_differs`, `name_unreadable`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::identity::name_rules::{Agreement, compare_declared};
use crate::measurements::{Measurements, NameRead, Read, Source};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::IdentityName, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    let (Some(declared), false) = (&found.declared, found.sides().iter().all(|(_, side)| side.is_none())) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let sides = found.sides();
    let read: Vec<&Read<NameRead>> = sides
        .iter()
        .filter_map(|(_, side)| *side)
        .flat_map(|side| &side.fields.names)
        .filter(|read| read.confidence >= needed)
        .collect();
    let machine: Vec<&Read<NameRead>> = read.iter().copied().filter(|read| read.source != Source::Print).collect();
    let counted = if machine.is_empty() { &read } else { &machine };
    ruling.raw("name.readings", counted.len() as f64, "count");
    let may_be_cut =
        sides.iter().filter_map(|(_, side)| side.and_then(|s| s.mrz.as_ref())).any(|mrz| mrz.name_may_be_cut);
    // The worst of the counted readings: an agreeing front does not excuse a back that names someone else.
    let worst = counted
        .iter()
        .map(|read| {
            compare_declared(declared.legal_name.expose(), &read.value, may_be_cut && read.source == Source::Mrz)
        })
        .max_by_key(Agreement::severity);
    match worst {
        None => ruling.fail(Reason::NameUnreadable),
        Some(Agreement::Equal(_)) => ruling.raw("name.agrees", 1.0, "flag"),
        Some(Agreement::NeedsLook(rule)) => {
            ruling.raw("name.agrees", 0.5, "flag");
            ruling.doubt(Reason::NameNeedsLook { rule: rule.into() });
        }
        Some(Agreement::Different) => {
            ruling.raw("name.agrees", 0.0, "flag");
            ruling.fail(Reason::NameDiffers);
        }
    }
    Ok(ruling.done())
}
