//! `identity_name`: the declared legal name is the document's.
//!
//! Decided by the named rules of [`name_rules`](crate::identity::name_rules), never by a similarity number. Raw: `name.readings` (count),
//! `name.agrees` 1, 0.5 (a person should look) or 0, `name.rule_class` (0 equal, 1 spelling, 2 arrangement, 3 a part missing, 4 letters missing).
//! Limits: `min_confidence`, readings below it do not count; `max_rule_class`, above it a person looks. Machine readable readings (MRZ, barcode) outrank
//! print, and the worst of them counts: an agreeing front does not excuse a back that names someone else. Print may mediate: who declares what
//! is printed, and whose print is what the machine reads, has declared the name. Fails with `name_differs`, `name_unreadable`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::identity::agreement::Agreement;
use crate::identity::name_rules::{NameText, compare};
use crate::measurements::{Measurements, NameRead, Read, Source};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::IdentityName, policy);
    let needed = ruling.limit("min_confidence")?;
    let accepted = ruling.limit("max_rule_class")?;
    ruling.models(&found.document_models);
    let (Some(declared), false) = (&found.declared, found.sides().iter().all(|(_, side)| side.is_none())) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let (counted, agreement) = agreement(found, declared.legal_name.expose(), needed);
    ruling.raw("name.readings", counted as f64, "count");
    if let Some(class) = agreement.and_then(Agreement::class) {
        ruling.raw("name.rule_class", f64::from(class), "class");
    }
    match agreement {
        None | Some(Agreement::Unreadable) => ruling.fail(Reason::NameUnreadable),
        Some(Agreement::Different) => {
            ruling.raw("name.agrees", 0.0, "flag");
            ruling.fail(Reason::NameDiffers);
        }
        Some(same) if same.class().is_some_and(|class| f64::from(class) <= accepted) => {
            ruling.raw("name.agrees", 1.0, "flag");
        }
        Some(by_rule) => {
            ruling.raw("name.agrees", 0.5, "flag");
            ruling.doubt(Reason::NameNeedsLook { rule: by_rule.name().into() });
        }
    }
    Ok(ruling.done())
}

/// How many readings count, and how the worst of them agrees with the declared name; `None` without any.
fn agreement(found: &Measurements, declared: &str, needed: f64) -> (usize, Option<Agreement>) {
    let sides = found.sides();
    let read: Vec<(&Read<NameRead>, bool)> = sides
        .iter()
        .filter_map(|(_, side)| *side)
        .flat_map(|side| {
            side.fields.names.iter().map(|name| (name, name.source == Source::Mrz && side.name_may_be_cut()))
        })
        .filter(|(name, _)| name.confidence >= needed)
        .collect();
    let (print, machine): (Vec<_>, Vec<_>) = read.into_iter().partition(|(name, _)| name.source == Source::Print);
    let (print, machine) = (texts(&print), texts(&machine));
    let declared = NameText::Whole(declared);
    let by_print = |machine| print.iter().map(|print| compare(declared, *print).max(compare(*print, machine))).min();
    let counted = if machine.is_empty() { &print } else { &machine };
    let worst = counted
        .iter()
        .map(|read| {
            let direct = compare(declared, *read);
            by_print(*read).map_or(direct, |mediated| direct.min(mediated))
        })
        .max();
    (counted.len(), worst)
}

fn texts<'a>(of: &[(&'a Read<NameRead>, bool)]) -> Vec<NameText<'a>> {
    of.iter().map(|(name, cut)| NameText::read(&name.value, *cut)).collect()
}
