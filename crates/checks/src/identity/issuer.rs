//! `identity_issuer`: the declared issuing country is the document's.
//!
//! Raw: `issuer.readings` (count), `issuer.agrees` 1 or 0. Limit `min_confidence`: readings below it do not count. Fails with `issuer_differs` when no
//! reading agrees. Without a reading, or where no country was declared (`XXX`), it is *doubt*, told to reviewers as `issuer_not_read`: most
//! licences name their issuer by a flag or a word that is not read, and nothing else rests on this answer. A barcode knows only the United States
//! and Canada (AAMVA's DCG); ICAO's invented Utopia, which specimens come from, cannot stand in one.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::identity::agreement::Agreement;
use crate::identity::plain_fields::compare_countries;
use crate::measurements::{Measurements, Source};
use crate::ruling::Ruling;

/// Passports of these are issued by China (Hong Kong, Macao) and say so.
const ISSUED_BY_CHINA: [&str; 2] = ["HKG", "MAC"];

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::IdentityIssuer, policy);
    let needed = ruling.limit("min_confidence")?;
    ruling.models(&found.document_models);
    let (Some(declared), false) = (&found.declared, found.sides().iter().all(|(_, side)| side.is_none())) else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let code = declared.issuing_country.code();
    let compared = |read: &str| {
        let by_china = ISSUED_BY_CHINA.contains(&code) && compare_countries("CHN", read) == Agreement::Equal;
        if by_china { Agreement::Equal } else { compare_countries(code, read) }
    };
    let answers: Vec<Agreement> = found
        .sides()
        .into_iter()
        .filter_map(|(_, side)| side)
        .flat_map(|side| &side.fields.issuers)
        .filter(|read| read.confidence >= needed && (code != "UTO" || read.source != Source::Barcode))
        .map(|read| compared(&read.value))
        .filter(|answer| *answer != Agreement::Unreadable && code != "XXX")
        .collect();
    ruling.raw("issuer.readings", answers.len() as f64, "count");
    if answers.is_empty() {
        ruling.doubt(Reason::IssuerNotRead);
        return Ok(ruling.done());
    }
    let agrees = answers.iter().any(|answer| *answer != Agreement::Different);
    ruling.raw("issuer.agrees", f64::from(u8::from(agrees)), "flag");
    if !agrees {
        ruling.fail(Reason::IssuerDiffers);
    }
    Ok(ruling.done())
}
