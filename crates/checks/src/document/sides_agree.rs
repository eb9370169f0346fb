//! `document_sides_agree`: front and back say the same.
//!
//! Compared by named rules: name, birth date, number, expiry, sex, nationality, each where both sides give a reading of `min_confidence`. A rule up to
//! class `max_rule_class` counts as the same. Raw: `agree.<field>` 1, 0.5 (by a rule that a person should look at) or 0, `agree.compared` (count). Fails with
//! `sides_differ` for a field; no comparable field is *could not assess*, told to reviewers as `sides_not_comparable`. A printed reading
//! against a machine readable one may be a slip of the text reader: a difference between print and MRZ or barcode in a name or number is *doubt*, in a date or
//! between two machine readable fields a failure. Sex and nationality are *doubt* always: documents write them in many ways.

use countersign_domain::{Breakdown, Check, CheckResult, Policy, PolicyError, Reason};

use super::pairs::{is_same, issuer, pairs};
use crate::identity::agreement::Agreement;
use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentSidesAgree, policy);
    let needed = ruling.limit("min_confidence")?;
    let most = ruling.limit("max_rule_class")?;
    ruling.models(&found.document_models);
    let (Some(front), Some(back)) = (&found.front, &found.back) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let compared = pairs(&[front], &[back], (|_| true, |_| true), needed, &issuer(found));
    for pair in &compared {
        let same = is_same(pair.agreement, most);
        let differs = pair.agreement == Agreement::Different;
        ruling.raw(
            format!("agree.{}", pair.field),
            if same {
                1.0
            } else if differs {
                0.0
            } else {
                0.5
            },
            "flag",
        );
        if same {
            continue;
        }
        let reason = Reason::SidesDiffer { field: pair.field.into() };
        let uncertain =
            pair.printed && matches!(pair.field, "name" | "number") || matches!(pair.field, "sex" | "nationality");
        if uncertain || !differs { ruling.doubt(reason) } else { ruling.fail(reason) }
    }
    ruling.raw("agree.compared", compared.len() as f64, "count");
    if compared.is_empty() {
        ruling.lower(CheckResult::NotAssessed);
        ruling.doubt(Reason::SidesNotComparable);
    }
    Ok(ruling.done())
}
