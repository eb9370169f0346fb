//! Print beside the zone.

use countersign_domain::{Check, CheckResult, DocumentType};

use super::case::{front, good, policy, read};
use super::open_date;
use crate::measurements::{Fields, Source};
use crate::registry::assess;

#[test]
fn a_zone_with_nothing_to_hold_it_against_could_not_be_assessed() {
    let answer = |wipe: fn(&mut Fields)| {
        let mut passport = good();
        passport.document_type = DocumentType::Passport;
        let zone = passport.back.take().expect("a back").fields;
        let page = front(&mut passport);
        page.fields.sexes.push(read("F".into(), Source::Print));
        page.fields.nationalities.push(read("UTO".into(), Source::Print));
        wipe(&mut page.fields);
        page.fields.names.extend(zone.names);
        page.fields.birth_dates.extend(zone.birth_dates);
        page.fields.expiries.extend(zone.expiries);
        page.fields.numbers.extend(zone.numbers);
        page.fields.sexes.push(read("F".into(), Source::Mrz));
        page.fields.nationalities.push(read("UTO".into(), Source::Mrz));
        let answers = assess(&passport, &policy()).expect("every limit is there");
        answers.iter().find(|b| b.check == Check::DocumentPrintAgrees).expect("answered").result
    };
    assert_eq!(answer(|_| {}), CheckResult::Pass);
    assert_eq!(answer(|print| print.birth_dates.clear()), CheckResult::NotAssessed);
    assert_eq!(answer(|print| print.names.clear()), CheckResult::NotAssessed);
    let partly = |print: &mut Fields| {
        print.birth_dates.clear();
        print.open_birth_dates = vec![read(open_date("1974-XX-XX"), Source::Print)];
    };
    assert_eq!(answer(partly), CheckResult::Pass);
    assert_eq!(answer(|print| *print = Fields::default()), CheckResult::NotAssessed);
    // Worn print of which little is legible proves nothing either way.
    let worn = |print: &mut Fields| {
        print.birth_dates.clear();
        print.sexes.clear();
        print.nationalities.clear();
    };
    assert_eq!(answer(worn), CheckResult::Pass);
}
