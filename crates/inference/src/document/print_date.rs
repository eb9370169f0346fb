//! Dates as documents print them. A date that can be read in two ways is not read at all.

use jiff::civil::Date;

const MONTHS: [&[&str]; 12] = [
    &["JAN", "ENE", "GEN", "STY"],
    &["FEB", "FEV", "LUT"],
    &["MAR", "MRZ", "MAE", "MRT"],
    &["APR", "AVR", "ABR", "KWI"],
    &["MAY", "MAI", "MAG", "MEI", "MAJ"],
    &["JUN", "JUIN", "GIU", "CZE"],
    &["JUL", "JUIL", "LUG", "LIP"],
    &["AUG", "AOU", "AGO", "SIE"],
    &["SEP", "SET", "WRZ"],
    &["OCT", "OKT", "OUT", "OTT", "PAZ"],
    &["NOV", "LIS"],
    &["DEC", "DEZ", "DIC", "DES", "GRU"],
];

/// Reads `12 AUG 1974`, `12 AUG/AOUT 1974`, `1974-08-12`, `12.08.1974`, `25/12/1974`. `None` for what is no date, for two
/// digits of a year, and for `03/04/1990`, whose order only the issuer knows; dots mean day first.
pub(super) fn read(text: &str) -> Option<Date> {
    let upper = text.to_uppercase();
    let numbers: Vec<&str> = upper.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).collect();
    let month = upper.split(|c: char| !c.is_alphabetic()).find_map(month);
    let date = |year: &str, month: i8, day: &str| Date::new(year.parse().ok()?, month, day.parse().ok()?).ok();
    let year = |p: &str| p.len() == 4;
    match (numbers.as_slice(), month) {
        ([day, y], Some(m)) if year(y) && day.len() <= 2 => date(y, m, day),
        ([y, m, day], None) if year(y) => date(y, m.parse().ok()?, day),
        ([a, b, y], None) if year(y) && a.len() <= 2 && b.len() <= 2 => {
            let (first, second) = (a.parse::<i8>().ok()?, b.parse::<i8>().ok()?);
            if text.contains('.') || first > 12 || first == second {
                date(y, second, a)
            } else if second > 12 {
                date(y, first, b)
            } else {
                None
            }
        }
        _ => None,
    }
}

fn month(word: &str) -> Option<i8> {
    let plain: String = word
        .chars()
        .map(|c| {
            if matches!(c, 'Û' | 'Ü') {
                'U'
            } else if c == 'É' {
                'E'
            } else {
                c
            }
        })
        .collect();
    let matches = |names: &[&str]| names.iter().any(|n| plain.starts_with(n));
    MONTHS.iter().position(|names| matches(names)).map(|i| i as i8 + 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn forms_that_have_one_reading() {
        for text in ["12 AUG 1974", "12 AUG/AOÛT 1974", "1974-08-12", "12.08.1974", "12 August 1974", "12. 8. 1974"] {
            assert_eq!(read(text), Some(date(1974, 8, 12)), "{text}");
        }
        assert_eq!(read("25/12/1974"), Some(date(1974, 12, 25)));
        assert_eq!(read("12/25/1974"), Some(date(1974, 12, 25)));
    }

    #[test]
    fn forms_that_have_two_or_none() {
        for text in ["03/04/1990", "12 AUG 74", "31.02.1990", "AUG 1974", "", "1974", "12 XYZ 1974"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
