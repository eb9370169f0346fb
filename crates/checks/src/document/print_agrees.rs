//! `document_print_agrees`: what is printed is what the document's machine readable zone or barcode says.
//!
//! A zone whose check digits fit proves only that it was computed; a forger computes them too. Compared by named rules over both sides: name,
//! birth date, expiry, number, sex, nationality. A rule up to class `max_rule_class` counts as the same: print is often read in part. Raw: `print.<field>` 1, 0.5 or 0,
//! `print.compared` (count). Limit `min_confidence`: readings below it do not count.
//!
//! Fails with `print_differs` when name, birth date or expiry contradict. *Doubt* with `print_not_comparable` when neither of them could be compared, and with
//! `print_unlike` when number, sex or nationality differ: cards print a person's number beside the document's, and write sex and nationality in many ways.
//! The shipped policy notes a doubt and sends a failure to a person. Were unread print reviewed, every worn card would wait for a person; the zone, the sides
//! and the declared details are still checked without it. A contradiction is not sent back to the applicant, who can change nothing about it.
//!
//! A document of one side has no other side to hold its zone against. There it *could not be assessed* where neither name, birth date nor expiry
//! was read in print, or where the name or the birth date alone was not while `LEGIBLE` other fields were: so look a wiped line and a zone with
//! check digits computed anew.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::pairs::{is_same, issuer, pairs};
use crate::identity::agreement::Agreement;
use crate::measurements::{Measurements, Side, Source};
use crate::ruling::Ruling;

/// Fields compared from which on print counts as legible, so that a name or a birth date that is missing among them was not worn away.
const LEGIBLE: usize = 4;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentPrintAgrees, policy);
    let needed = ruling.limit("min_confidence")?;
    let most = ruling.limit("max_rule_class")?;
    ruling.models(&found.document_models);
    let sides: Vec<&Side> = found.sides().into_iter().filter_map(|(_, side)| side).collect();
    if sides.is_empty() {
        ruling.not_assessed();
        return Ok(ruling.done());
    }
    let print = |source| source == Source::Print;
    let machine = |source| source != Source::Print;
    let compared = pairs(&sides, &sides, (print, machine), needed, &issuer(found));
    let mut strong = 0;
    for pair in &compared {
        let same = is_same(pair.agreement, most);
        let differs = pair.agreement == Agreement::Different;
        ruling.raw(
            format!("print.{}", pair.field),
            if same {
                1.0
            } else if differs {
                0.0
            } else {
                0.5
            },
            "flag",
        );
        let decides = matches!(pair.field, "name" | "birth_date" | "expiry");
        strong += u32::from(decides);
        match (same, decides && differs) {
            (true, _) => {}
            (false, true) => ruling.fail(Reason::PrintDiffers { field: pair.field.into() }),
            (false, false) => ruling.doubt(Reason::PrintUnlike { field: pair.field.into() }),
        }
    }
    ruling.raw("print.compared", compared.len() as f64, "count");
    let missing = |field| !compared.iter().any(|pair| pair.field == field);
    // A date of which only parts are known is read, and held against the others by `identity_birth_date`.
    let undated = missing("birth_date") && sides.iter().all(|side| side.fields.open_birth_dates.is_empty());
    let wiped = compared.len() >= LEGIBLE && (missing("name") || undated);
    if !found.document_type.has_back() && (strong == 0 || wiped) {
        ruling.not_assessed();
    } else if strong == 0 {
        ruling.doubt(Reason::PrintNotComparable);
    }
    Ok(ruling.done())
}
