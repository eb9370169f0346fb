//! Against the published examples of ICAO Doc 9303 and a second, differently written calculation.

use super::*;

fn eriksson() -> Zone {
    Zone {
        code: "P".into(),
        issuer: "UTO".into(),
        names: "ERIKSSON<<ANNA<MARIA".into(),
        number: "L898902C3".into(),
        nationality: "UTO".into(),
        birth: "740812".into(),
        sex: 'F',
        expiry: "120415".into(),
        optional: "ZE184226B".into(),
    }
}

/// The same rule from the table of section 4.9, over bytes and a running weight.
fn by_the_table(text: &str) -> u8 {
    const TABLE: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut sum = 0;
    for (place, byte) in text.bytes().enumerate() {
        let weight = match place % 3 {
            0 => 7,
            1 => 3,
            _ => 1,
        };
        sum += TABLE.bytes().position(|letter| letter == byte).unwrap_or(0) * weight;
    }
    b'0' + (sum % 10) as u8
}

#[test]
fn td3_equals_the_example_of_part_4() {
    let lines = td3(&eriksson(), None);
    assert_eq!(lines[0], "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
    assert_eq!(lines[1], "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
}

#[test]
fn td1_equals_the_example_of_part_5() {
    let zone = Zone { code: "I".into(), number: "D23145890".into(), optional: String::new(), ..eriksson() };
    let lines = td1(&zone, None);
    assert_eq!(lines[0], "I<UTOD231458907<<<<<<<<<<<<<<<");
    assert_eq!(lines[1], "7408122F1204159UTO<<<<<<<<<<<6");
    assert_eq!(lines[2], "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
}

#[test]
fn check_digits_agree_with_the_table() {
    for text in ["L898902C3", "740812", "120415", "ZE184226B<<<<<", "D23145890", "<<<<<<", "Z9Z9Z9Z9Z9Z9Z"] {
        assert_eq!(check_digit(text) as u8, by_the_table(text), "{text}");
    }
}

#[test]
fn each_lie_breaks_its_own_digit() {
    let truth = td3(&eriksson(), None);
    for (lie, place) in [
        (CheckDigit::Number, 9),
        (CheckDigit::BirthDate, 19),
        (CheckDigit::ExpiryDate, 27),
        (CheckDigit::Composite, 43),
    ] {
        let line = &td3(&eriksson(), Some(lie))[1];
        assert_eq!(line.len(), 44);
        let differing: Vec<usize> = (0..44).filter(|at| line.as_bytes()[*at] != truth[1].as_bytes()[*at]).collect();
        assert!(differing.contains(&place), "{lie:?}");
        // The composite covers the other digits, so it may follow them; nothing else may move.
        assert!(differing.iter().all(|at| *at == place || *at == 43), "{lie:?}: {differing:?}");
    }
}

#[test]
fn names_are_spelled_as_9303_recommends() {
    assert_eq!(transliterate("Ångström"), "AANGSTROEM");
    assert_eq!(transliterate("O’Brien-Müller"), "OBRIEN<MUELLER");
    assert_eq!(transliterate("Weiß"), "WEISS");
    assert_eq!(transliterate("Þórdís Łucja"), "THORDIS<LUCJA");
}

#[test]
fn long_names_are_cut_to_the_line() {
    let zone = Zone { names: "A".repeat(60), ..eriksson() };
    assert_eq!(td3(&zone, None)[0].len(), 44);
    assert_eq!(td1(&zone, None)[2], "A".repeat(30));
}
