//! Dates in the forms that documents print.

use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 22);

fn read(text: &str, style: DateStyle<'_>) -> Vec<Date> {
    dates(text, style, Meaning::Past, TODAY).into_iter().next().map(|found| found.days).unwrap_or_default()
}

#[test]
fn forms_that_have_one_reading_anywhere() {
    for text in [
        "12 AUG 1974",
        "12 AUG/AOÛT 1974",
        "12AUG/AOUT1974",
        "12AUGAOUT74",
        "1 2 AUG/AOUT 74",
        "12 AUG7AUG 74",
        "12 AGO 1974",
        "12. August 1974",
        "1974-08-12",
        "12.08.1974",
        "12. 8. 1974",
        "12 SIERPNIA 1974",
        "12 серпня 1974",
        "August 12, 1974",
        "l2.O8.1974",
        "12 8月/AUG 1974",
        "12 CEP/AUG 74",
        "١٢.٠٨.١٩٧٤",
    ] {
        assert_eq!(read(text, DateStyle::default()), [date(1974, 8, 12)], "{text}");
    }
}

#[test]
fn the_issuer_decides_what_numbers_leave_open() {
    assert_eq!(read("03/04/1990", DateStyle::default()), [date(1990, 4, 3), date(1990, 3, 4)]);
    let order = |order| DateStyle { order: Some(order), ..DateStyle::default() };
    assert_eq!(read("03/04/1990", order(DateOrder::Mdy)), [date(1990, 3, 4)]);
    assert_eq!(read("03 04 1990", order(DateOrder::Dmy)), [date(1990, 4, 3)]);
    assert_eq!(read("03041990", order(DateOrder::Dmy)), [date(1990, 4, 3)]);
    assert_eq!(read("25/12/1990", order(DateOrder::Mdy)), [], "against the issuer's order there is no date");
    let short = DateStyle { order: Some(DateOrder::Dmy), two_digit_years: true, languages: &[] };
    assert_eq!(read("11-03-76", short), [date(1976, 3, 11)]);
}

#[test]
fn a_month_word_of_two_meanings_is_decided_by_language_or_stays_open() {
    assert_eq!(read("05 LIP 1990", DateStyle::default()), [date(1990, 6, 5), date(1990, 7, 5)]);
    assert_eq!(read("05 LIP/JUL 1990", DateStyle::default()), [date(1990, 7, 5)]);
    let polish = ["pl".to_owned()];
    assert_eq!(read("05 LIP 1990", DateStyle { languages: &polish, ..DateStyle::default() }), [date(1990, 7, 5)]);
}

#[test]
fn two_digits_take_their_century_from_the_meaning() {
    let year = |text: &str, meaning| dates(text, DateStyle::default(), meaning, TODAY)[0].days[0].year();
    assert_eq!(year("22 APR /AVR 30", Meaning::Future), 2030);
    assert_eq!(year("22 APR /AVR 30", Meaning::Past), 1930);
}

#[test]
fn several_dates_of_a_line_and_no_dates() {
    let both = dates("2006.05.11-2026.05.11", DateStyle::default(), Meaning::Past, TODAY);
    assert_eq!(both.len(), 2);
    assert_eq!(both[1].days, [date(2026, 5, 11)]);
    for text in ["31.02.1990", "AUG 1974", "", "1974", "12 XYZ 1974", "12 08", "123456789", "12345678", "11-03-76"] {
        assert_eq!(read(text, DateStyle::default()), [], "{text}");
    }
}
