//! Text with a reader's typical mistakes, put right by class and check digit, and wrong text left wrong.

use jiff::civil::date;

use super::*;

const ICAO: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7408122F1204159ZE184226B<<<<<10";

fn decoded(joined: &str) -> Decoded {
    let cells = joined.split('|').map(cells_of_text).collect();
    let read = MrzRead { cells, turns: 0, corners: [(0.0, 0.0); 4] };
    decode(&read, date(2026, 11, 22)).expect("the shape of a zone")
}

#[test]
fn clean_text_stays_as_it_is() {
    let d = decoded(ICAO);
    assert_eq!(d.mrz.lines.join("|"), ICAO);
    assert!(d.mrz.valid);
    assert_eq!(d.repaired, 0);
}

#[test]
fn letters_in_dates_and_digits_in_names_go_by_class() {
    let d = decoded("P<UT0ERIK5SON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO74O8I22F1204159ZE184226B<<<<<10");
    assert_eq!(d.mrz.lines.join("|"), ICAO);
    assert!(d.mrz.valid);
}

#[test]
fn a_check_digit_settles_a_close_call() {
    // The number's 8 read as B: both may stand there, only the 8 agrees with the digit.
    let d = decoded("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|LB98902C36UTO7408122F1204159ZE184226B<<<<<10");
    assert_eq!(d.mrz.lines.join("|"), ICAO);
    assert_eq!(d.repaired, 1);
}

#[test]
fn an_altered_zone_is_not_repaired_into_a_valid_one() {
    // A birth year changed from 74 to 73: no confusion explains it.
    let altered = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|L898902C36UTO7308122F1204159ZE184226B<<<<<10";
    let d = decoded(altered);
    assert!(!d.mrz.valid);
    assert_eq!(d.mrz.lines.join("|"), altered);
}

#[test]
fn formats_of_one_shape_are_told_apart() {
    let visa = decoded("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|L8988901C4XXX4009078F9612109<<<<<<<<");
    assert_eq!((visa.mrz.format, visa.mrz.valid), (MrzFormat::MrvB, true));
    let french = decoded("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<|8806923102858CORINNE<<<<<<<6512068F6");
    assert_eq!((french.mrz.format, french.mrz.valid), (MrzFormat::FranceId, true));
}

#[test]
fn uneven_lines_are_no_zone() {
    let read =
        MrzRead { cells: vec![cells_of_text("P<UTO"), cells_of_text("L898")], turns: 0, corners: [(0.0, 0.0); 4] };
    assert!(decode(&read, date(2026, 11, 22)).is_none());
}
