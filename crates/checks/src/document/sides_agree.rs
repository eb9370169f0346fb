//! `document_sides_agree`: front and back say the same.
//!
//! Compared by rule: name, birth date, number, expiry, each where both sides give a reading of `min_confidence`. Raw: `agree.<field>` 1 or 0,
//! `agree.compared` (count). Fails with `sides_differ` for a field; fewer than one comparable field is *could not assess*, told to
//! reviewers as `sides_not_comparable`. A printed reading against a machine readable one may be an OCR slip: a difference between print and
//! MRZ or barcode in a name is *doubt*, in a date or between two machine readable fields a failure.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use crate::identity::name_rules::{Agreement, compare_reads};
use crate::measurements::{Measurements, Read, Side, Source};
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentSidesAgree, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    let (Some(front), Some(back)) = (&found.front, &found.back) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let mut compared = 0;
    let facts = [
        (
            "name",
            compare(
                front,
                back,
                |side| &side.fields.names,
                needed,
                |a, b| !matches!(compare_reads(a, b), Agreement::Different),
            ),
        ),
        ("birth_date", compare(front, back, |side| &side.fields.birth_dates, needed, PartialEq::eq)),
        ("number", compare(front, back, |side| &side.fields.numbers, needed, PartialEq::eq)),
        ("expiry", compare(front, back, |side| &side.fields.expiries, needed, PartialEq::eq)),
    ];
    for (field, fact) in facts {
        let Some(fact) = fact else { continue };
        compared += 1;
        ruling.raw(format!("agree.{field}"), f64::from(u8::from(fact.equal)), "flag");
        if fact.equal {
            continue;
        }
        let reason = Reason::SidesDiffer { field: field.into() };
        if fact.printed && matches!(field, "name" | "number") { ruling.doubt(reason) } else { ruling.fail(reason) }
    }
    ruling.raw("agree.compared", f64::from(compared), "count");
    if compared == 0 {
        ruling.lower(CheckResult::NotAssessed);
        ruling.doubt(Reason::SidesNotComparable);
    }
    Ok(ruling.done())
}

struct Fact {
    equal: bool,
    printed: bool,
}

/// Some pair equal is equal; `None` when one side has no confident reading.
fn compare<T>(
    front: &Side,
    back: &Side,
    field: impl Fn(&Side) -> &Vec<Read<T>>,
    needed: f64,
    equal: impl Fn(&T, &T) -> bool,
) -> Option<Fact> {
    let sure = |side| field(side).iter().filter(|read| read.confidence >= needed).collect::<Vec<_>>();
    let (fronts, backs) = (sure(front), sure(back));
    let pairs: Vec<(&Read<T>, &Read<T>)> = fronts.iter().flat_map(|a| backs.iter().map(move |b| (*a, *b))).collect();
    let best = pairs.iter().find(|(a, b)| equal(&a.value, &b.value));
    let printed = pairs.iter().all(|(a, b)| a.source == Source::Print || b.source == Source::Print);
    (!pairs.is_empty()).then_some(Fact { equal: best.is_some(), printed })
}
