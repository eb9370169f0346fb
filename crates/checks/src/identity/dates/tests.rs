//! Forms of dates; the wide table is `tests/golden/agreement.tsv`.

use jiff::civil::date;

use super::*;

fn read(text: &str, country: &str) -> Readings {
    readings(text, Context { country, meaning: Meaning::Birth, today: date(2026, 11, 23) })
}

#[test]
fn one_day_has_many_forms() {
    let day = Some(date(1990, 4, 3));
    for (text, country) in [
        ("1990-04-03", ""),
        ("03.04.1990", ""),
        ("03/04/1990", "DEU"),
        ("04/03/1990", "USA"),
        ("04031990", "USA"),
        ("19900403", "CAN"),
        ("3 APR 1990", "GBR"),
        ("03 APR/AVR 1990", "CAN"),
        ("3 avril 1990", "FRA"),
        ("Apr 3, 1990", "USA"),
        ("1990年4月3日", "CHN"),
        ("平成2年4月3日", "JPN"),
        ("03/04/2533", "THA"),
        ("1369/01/14", "IRN"),
        ("٠٣/٠٤/١٩٩٠", "EGY"),
        ("900403", ""),
        ("3 IV 1990", "POL"),
        ("民國79年4月3日", "TWN"),
    ] {
        assert_eq!(read(text, country).single(), day, "{text} {country}");
    }
}

#[test]
fn what_is_open_stays_open_until_another_reading_settles_it() {
    let open = read("03/04/1990", "");
    assert_eq!(open.single(), None);
    assert_eq!(open.days().len(), 2);
    assert_eq!(compare_dates(&open, &Readings::day(date(1990, 3, 4))), Agreement::By(Rule::DateOrder));
    assert_eq!(compare_dates(&open, &open), Agreement::By(Rule::AmbiguousDate));
    assert_eq!(compare_dates(&open, &Readings::day(date(1990, 3, 5))), Agreement::Different);
    assert_eq!(compare_dates(&read("25/12/1990", ""), &Readings::day(date(1990, 12, 25))), Agreement::Equal);
}

#[test]
fn unknown_parts_agree_only_in_what_is_known() {
    for text in ["64<<<<", "1964-XX-XX", "XX.XX.1964", "1964"] {
        assert_eq!(
            compare_dates(&read(text, ""), &Readings::day(date(1964, 2, 3))),
            Agreement::By(Rule::UnknownParts),
            "{text}"
        );
        assert_eq!(compare_dates(&read(text, ""), &Readings::day(date(1965, 2, 3))), Agreement::Different, "{text}");
    }
    assert_eq!(compare_dates(&read("6402<<", ""), &Readings::day(date(1964, 3, 3))), Agreement::Different);
    assert_eq!(compare_dates(&read("<<<<<<", ""), &Readings::day(date(1964, 3, 3))), Agreement::Unreadable);
    assert_eq!(compare_dates(&read("no date", ""), &Readings::day(date(1964, 3, 3))), Agreement::Unreadable);
}

#[test]
fn calendars_of_the_moon_may_be_a_day_off_and_no_more() {
    // 1 Muharram 1445 began on 19 July 2023 by the table.
    let moon = read("1445/01/01", "SAU");
    for (day, expected) in [(18, true), (19, true), (20, true), (17, false), (21, false)] {
        let found = compare_dates(&moon, &Readings::day(date(2023, 7, day)));
        assert_eq!(found == Agreement::By(Rule::LunarCalendar), expected, "{day}");
    }
}
