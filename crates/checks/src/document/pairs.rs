//! Two sets of readings of one document, field by field: what `document_sides_agree` and `document_print_agrees` share.

use crate::identity::agreement::{Agreement, Rule};
use crate::identity::dates::{Readings, compare_dates};
use crate::identity::name_rules::{NameText, compare};
use crate::identity::plain_fields::{compare_countries, compare_numbers, compare_sex};
use crate::measurements::{ExpiryRead, Measurements, NameRead, Read, Side, Source};

/// One field, compared.
pub(crate) struct Pair {
    /// `name`, `birth_date`, `number`, `expiry`, `sex`, `nationality`.
    pub field: &'static str,
    /// The best agreement of any two readings.
    pub agreement: Agreement,
    /// Whether every compared pair has a printed reading, which may be a slip of the text reader.
    pub printed: bool,
}

/// A reading with what is needed to compare it.
struct Of<'a, T> {
    read: &'a Read<T>,
    cut: bool,
}

/// Which readings of a side are taken.
pub(crate) type Wanted = fn(Source) -> bool;

/// Compares every field that both have with enough confidence; `issuer` decides how marks of sex are read.
pub(crate) fn pairs(a: &[&Side], b: &[&Side], wanted: (Wanted, Wanted), needed: f64, issuer: &str) -> Vec<Pair> {
    let name = |a: &Of<'_, NameRead>, b: &Of<'_, NameRead>| {
        compare(NameText::read(&a.read.value, a.cut), NameText::read(&b.read.value, b.cut))
    };
    let all = [
        best("name", (a, b), wanted, needed, |side| &side.fields.names, name),
        best(
            "birth_date",
            (a, b),
            wanted,
            needed,
            |side| &side.fields.birth_dates,
            |a, b| compare_dates(&Readings::day(a.read.value), &Readings::day(b.read.value)),
        ),
        best(
            "number",
            (a, b),
            wanted,
            needed,
            |side| &side.fields.numbers,
            |a, b| compare_numbers(&a.read.value, &b.read.value),
        ),
        best("expiry", (a, b), wanted, needed, |side| &side.fields.expiries, |a, b| expiry(a.read.value, b.read.value)),
        best(
            "sex",
            (a, b),
            wanted,
            needed,
            |side| &side.fields.sexes,
            |a, b| compare_sex(&a.read.value, &b.read.value, issuer),
        ),
        best(
            "nationality",
            (a, b),
            wanted,
            needed,
            |side| &side.fields.nationalities,
            |a, b| compare_countries(&a.read.value, &b.read.value),
        ),
    ];
    all.into_iter().flatten().filter(|pair| pair.agreement != Agreement::Unreadable).collect()
}

/// The issuing country as the machine readable parts say it; empty when they do not.
pub(crate) fn issuer(found: &Measurements) -> String {
    let sides = found.sides();
    let mut issuers = sides.iter().filter_map(|(_, side)| *side).flat_map(|side| &side.fields.issuers);
    issuers.find(|read| read.source != Source::Print).map(|read| read.value.clone()).unwrap_or_default()
}

/// Whether the agreement is one by a rule of at most the class, or equal.
pub(crate) fn is_same(agreement: Agreement, most: f64) -> bool {
    agreement.class().is_some_and(|class| f64::from(class) <= most)
}

fn expiry(a: ExpiryRead, b: ExpiryRead) -> Agreement {
    match (a, b) {
        (ExpiryRead::On(one), ExpiryRead::On(other)) if one == other => Agreement::Equal,
        (ExpiryRead::Never, ExpiryRead::Never) => Agreement::Equal,
        // The zone of a document without an end carries a day far ahead, or the last one that fits.
        (ExpiryRead::Never, ExpiryRead::On(day)) | (ExpiryRead::On(day), ExpiryRead::Never) if day.year() >= 2090 => {
            Agreement::By(Rule::UnknownParts)
        }
        _ => Agreement::Different,
    }
}

fn best<'a, T: 'a>(
    field: &'static str,
    (a, b): (&[&'a Side], &[&'a Side]),
    wanted: (Wanted, Wanted),
    needed: f64,
    of: impl Fn(&'a Side) -> &'a Vec<Read<T>>,
    compare: impl Fn(&Of<'a, T>, &Of<'a, T>) -> Agreement,
) -> Option<Pair> {
    let sure = |sides: &[&'a Side], wanted: Wanted| -> Vec<Of<'a, T>> {
        let with_cut = |side: &&'a Side| {
            let cut = side.name_may_be_cut();
            of(side).iter().map(move |read| Of { read, cut: cut && read.source == Source::Mrz }).collect::<Vec<_>>()
        };
        sides.iter().flat_map(with_cut).filter(|of| of.read.confidence >= needed && wanted(of.read.source)).collect()
    };
    let (left, right) = (sure(a, wanted.0), sure(b, wanted.1));
    let all: Vec<(&Of<'_, T>, &Of<'_, T>)> =
        left.iter().flat_map(|one| right.iter().map(move |other| (one, other))).collect();
    let agreement = all.iter().map(|(one, other)| compare(one, other)).min()?;
    let is_print = |of: &Of<'_, T>| of.read.source == Source::Print;
    Some(Pair { field, agreement, printed: all.iter().all(|(one, other)| is_print(one) || is_print(other)) })
}
