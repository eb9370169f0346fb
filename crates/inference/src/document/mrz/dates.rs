//! Six digits to a date: the zone carries no century, so a reference day decides (ICAO 9303-3, 4.8).

use jiff::civil::Date;

/// A date as the zone gives it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MrzDate {
    /// A day of the calendar.
    Known(Date),
    /// Some parts were `<<`: the year, and the month if it was given.
    Partial {
        /// Four digits; `None` when the year itself is unknown.
        year: Option<i16>,
        /// 1–12.
        month: Option<i8>,
    },
    /// Not six digits or fillers, or no day of the calendar.
    Invalid,
}

impl MrzDate {
    /// The day, when it is fully known.
    pub fn known(self) -> Option<Date> {
        if let Self::Known(date) = self { Some(date) } else { None }
    }
}

impl std::fmt::Debug for MrzDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MrzDate(redacted)")
    }
}

/// Which side of today a date lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The latest century that does not put the birth after today.
    Birth,
    /// Between 30 years back and 69 ahead: documents run out once and then lie in drawers, and some run for decades.
    Expiry,
}

/// Reads YYMMDD.
pub fn read(text: &str, meaning: Meaning, today: Date) -> MrzDate {
    let b = text.as_bytes();
    if b.len() != 6 || !b.iter().all(|c| c.is_ascii_digit() || *c == b'<') {
        return MrzDate::Invalid;
    }
    let part = |i: usize| text[i..i + 2].parse::<i16>().ok();
    let (year, month, day) = (part(0), part(2), part(4));
    let (Some(yy), Some(mm), Some(dd)) = (year, month, day) else {
        let known = [year, month, day].iter().flatten().count();
        let fillers = text.matches('<').count();
        // A half-filled pair such as `1<` is a misreading, not an unknown part.
        if known * 2 + fillers != 6 || month.is_some_and(|m| !(1..=12).contains(&m)) {
            return MrzDate::Invalid;
        }
        let year = year.map(|yy| century(yy, 1, 1, meaning, today));
        return MrzDate::Partial { year, month: month.map(|m| m as i8) };
    };
    let year = century(yy, mm as i8, dd as i8, meaning, today);
    Date::new(year, mm as i8, dd as i8).map_or(MrzDate::Invalid, MrzDate::Known)
}

fn century(yy: i16, month: i8, day: i8, meaning: Meaning, today: Date) -> i16 {
    let base = today.year() - today.year().rem_euclid(100);
    let fits = |year: i16| match meaning {
        Meaning::Birth => (year, month, day) <= (today.year(), today.month(), today.day()),
        Meaning::Expiry => year <= today.year() + 69,
    };
    [base + 100, base, base - 100].into_iter().map(|c| c + yy).find(|year| fits(*year)).unwrap_or(base + yy)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn a_birth_never_lies_ahead() {
        assert_eq!(read("261122", Meaning::Birth, TODAY), MrzDate::Known(date(2026, 11, 22)));
        assert_eq!(read("261123", Meaning::Birth, TODAY), MrzDate::Known(date(1926, 11, 23)));
        assert_eq!(read("740812", Meaning::Birth, TODAY), MrzDate::Known(date(1974, 8, 12)));
    }

    #[test]
    fn an_expiry_may_lie_far_ahead() {
        assert_eq!(read("950131", Meaning::Expiry, TODAY), MrzDate::Known(date(2095, 1, 31)));
        assert_eq!(read("960131", Meaning::Expiry, TODAY), MrzDate::Known(date(1996, 1, 31)));
        assert_eq!(read("120415", Meaning::Expiry, TODAY), MrzDate::Known(date(2012, 4, 15)));
        let late = date(2080, 1, 1);
        assert_eq!(read("051231", Meaning::Expiry, late), MrzDate::Known(date(2105, 12, 31)));
    }

    #[test]
    fn unknown_parts_and_nonsense() {
        assert_eq!(read("64<<<<", Meaning::Birth, TODAY), MrzDate::Partial { year: Some(1964), month: None });
        assert_eq!(read("6402<<", Meaning::Birth, TODAY), MrzDate::Partial { year: Some(1964), month: Some(2) });
        assert_eq!(read("640230", Meaning::Birth, TODAY), MrzDate::Invalid);
        assert_eq!(read("64<2<<", Meaning::Birth, TODAY), MrzDate::Invalid);
        assert_eq!(read("64O212", Meaning::Birth, TODAY), MrzDate::Invalid);
    }
}
