//! Zones of ICAO 9303 and of issuers' published specimens.

use jiff::civil::{Date, date};

use super::*;

const TODAY: Date = date(2026, 11, 22);

fn read(joined: &str) -> Option<Mrz> {
    parse(&joined.split('|').map(str::to_owned).collect::<Vec<_>>(), TODAY)
}

fn must(joined: &str) -> Mrz {
    read(joined).expect("a zone")
}

#[test]
fn passport_of_icao() {
    let m = must("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    assert_eq!((m.format, m.valid, m.valid_by), (MrzFormat::Td3, true, None));
    assert_eq!(m.fields.number, "L898902C3");
    assert_eq!(m.fields.names.surname, "ERIKSSON");
    assert_eq!(m.fields.names.given_names, "ANNA MARIA");
    assert_eq!(m.fields.birth_date, MrzDate::Known(date(1974, 8, 12)));
    assert_eq!(m.fields.expiry, Some(MrzDate::Known(date(2012, 4, 15))));
    assert_eq!(m.fields.sex, 'F');
    assert_eq!(m.fields.optional, ["ZE184226B"]);
}

#[test]
fn empty_optional_field_may_have_no_digit() {
    let m = must("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8");
    assert!(m.valid);
    assert_eq!(m.valid_by, Some(Exception::EmptyOptional));
    let zero = must("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159<<<<<<<<<<<<<<08");
    assert!(zero.valid);
    assert_eq!(zero.valid_by, None);
}

#[test]
fn cards_and_visas_of_icao() {
    let td1 = must("I<UTOD231458907<<<<<<<<<<<<<<<|7408122F1204159UTO<<<<<<<<<<<6|ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    assert_eq!((td1.format, td1.valid), (MrzFormat::Td1, true));
    let td2 = must("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|D231458907UTO7408122F1204159<<<<<<<6");
    assert_eq!((td2.format, td2.valid), (MrzFormat::Td2, true));
    let a = must("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L8988901C4XXX4009078F96121096ZE184226B<<<<<<");
    assert_eq!((a.format, a.valid), (MrzFormat::MrvA, true));
    let b = must("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|L8988901C4XXX4009078F9612109<<<<<<<<");
    assert_eq!((b.format, b.valid), (MrzFormat::MrvB, true));
}

#[test]
fn long_numbers_with_and_without_the_filler_counted() {
    let icao = must("I<UTOD23145890<7349<<<<<<<<<<<|3407127M9507122UTO<<<<<<<<<<<2|STEVENSON<<PETER<JOHN<<<<<<<<<");
    assert_eq!(icao.fields.number, "D23145890734");
    assert_eq!(icao.checks[0], MrzCheck { name: "number", ok: true });
    let portugal = must("I<PRT000024759<ZZ72<<<<<<<<<<<|8010100F1706018PRT<<<<<<<<<<<8|CARLOS<MONTEIRO<<AMELIA<VANESS");
    assert_eq!(portugal.fields.number, "000024759ZZ7");
    assert!(portugal.checks[0].ok);
}

#[test]
fn german_and_french_layouts() {
    let german = must("ARD<<Y701001V51<<<<<<<<<<<<<<<|7611027M1609189IND<<<<<<<<<<<2|SINGH<<JASIN<ALI<<<<<<<<<<<<<<");
    assert!(german.valid);
    assert_eq!(german.fields.issuer, "D");
    let french = must("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<|8806923102858CORINNE<<<<<<<6512068F6");
    assert_eq!((french.format, french.valid), (MrzFormat::FranceId, true));
    assert_eq!(french.valid_by, Some(Exception::FranceBefore2021));
    assert_eq!(french.fields.names.surname, "BERTHIER");
    assert_eq!(french.fields.names.given_names, "CORINNE");
    assert_eq!(french.fields.birth_date, MrzDate::Known(date(1965, 12, 6)));
    assert_eq!(french.fields.expiry, None);
}

#[test]
fn one_changed_digit_is_named() {
    let m = must("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408132F1204159ZE184226B<<<<<10");
    assert!(!m.valid);
    let failing: Vec<_> = m.checks.iter().filter(|c| !c.ok).map(|c| c.name).collect();
    assert_eq!(failing, ["birth_date", "composite"]);
}

#[test]
fn what_is_no_zone_is_refused() {
    assert_eq!(read(""), None);
    assert_eq!(read("P<UTO|L898"), None);
    assert_eq!(read("p<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159ZE184226B<<<<<10"), None);
}

#[test]
fn debug_shows_no_personal_data() {
    let m = must("I<UTOD231458907<<<<<<<<<<<<<<<|7408122F1204159UTO<<<<<<<<<<<6|ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    let shown = format!("{m:?} {:?} {:?} {:?}", m.fields, m.fields.names, m.fields.birth_date);
    for secret in ["ERIKSSON", "D23145890", "1974", "7408122"] {
        assert!(!shown.contains(secret));
    }
}
