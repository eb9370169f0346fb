//! Years that are counted from another beginning, and years of two digits.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Context, Meaning, PartDate, Raw};
use crate::identity::agreement::Rule;

/// Words before a year and what is added to it: Japanese eras and the Republic of China.
const ERAS: [(&str, i16); 8] = [
    ("明治", 1867),
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
    ("民國", 1911),
    ("民国", 1911),
    ("พ.ศ.", -543),
];

/// Whether the text names an era, after which year, month and day follow.
pub fn has_era(text: &str) -> bool {
    ERAS.iter().any(|(era, _)| text.contains(era)) || text.contains(['年', '년'])
}

/// The date in the common era, by every calendar that the country uses and the year allows.
pub fn common_era(raw: &Raw, text: &str, context: Context<'_>) -> Vec<(PartDate, Option<Rule>)> {
    let part = |year| PartDate { year, month: raw.month, day: raw.day };
    let Some(year) = raw.year else { return vec![(part(None), None)] };
    if let Some((_, add)) = ERAS.iter().find(|(era, _)| text.contains(era)) {
        return vec![(part(Some(year + add)), Some(Rule::OtherCalendar))];
    }
    match (raw.digits_of_year, context.country) {
        (4, "THA") if year >= 2400 => vec![(part(Some(year - 543)), Some(Rule::OtherCalendar))],
        (4, "IRN" | "AFG") if (1200..1500).contains(&year) => persian(raw, year),
        (4, "TWN") if year < 1000 => vec![(part(Some(year + 1911)), Some(Rule::OtherCalendar))],
        (4, _) if (1300..1500).contains(&year) => hijri(raw, year),
        (2 | 3, "TWN") => vec![(part(Some(year + 1911)), Some(Rule::OtherCalendar))],
        (2, _) => vec![(part(Some(century(year, raw, context))), Some(Rule::TwoDigitYear))],
        (4, _) if (1850..=2150).contains(&year) => vec![(part(Some(year)), None)],
        _ => vec![],
    }
}

fn century(yy: i16, raw: &Raw, context: Context<'_>) -> i16 {
    let today = context.today;
    let base = today.year() - today.year().rem_euclid(100);
    let (month, day) = (raw.month.unwrap_or(1), raw.day.unwrap_or(1));
    let fits = |year: i16| match context.meaning {
        Meaning::Birth => (year, month, day) <= (today.year(), today.month(), today.day()),
        Meaning::Expiry => year <= today.year() + 69,
    };
    [base + 100, base, base - 100].into_iter().map(|century| century + yy).find(|year| fits(*year)).unwrap_or(base + yy)
}

/// The day that lies `days` after 1 January of the year 0.
fn since_year_zero(days: i64) -> Option<Date> {
    Date::new(0, 1, 1).ok()?.checked_add(days.days()).ok()
}

fn whole(date: Date) -> PartDate {
    PartDate { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
}

/// Solar Hijri years by the cycle of 33 years with eight leap days, right for 1799–2256.
fn persian(raw: &Raw, year: i16) -> Vec<(PartDate, Option<Rule>)> {
    let (Some(month), Some(day)) = (raw.month.map(i64::from), raw.day.map(i64::from)) else { return vec![] };
    let year = i64::from(year) + 1595;
    let months = if month < 7 { (month - 1) * 31 } else { (month - 7) * 30 + 186 };
    let days = -355_668 + 365 * year + year / 33 * 8 + (year % 33 + 3) / 4 + day + months;
    since_year_zero(days).map(|date| (whole(date), Some(Rule::OtherCalendar))).into_iter().collect()
}

/// Lunar Hijri by the tabular calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29). States go by sight or by tables of
/// their own, so the day before and after are possible as well.
fn hijri(raw: &Raw, year: i16) -> Vec<(PartDate, Option<Rule>)> {
    let (Some(month), Some(day)) = (raw.month.map(i64::from), raw.day.map(i64::from)) else { return vec![] };
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return vec![];
    }
    let year = i64::from(year);
    // Julian day number, less that of 1 January of the year 0.
    let days = (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + day + 1_948_440 - 385 - 1_721_060;
    (-1..=1)
        .filter_map(|off| since_year_zero(days + off))
        .map(|date| (whole(date), Some(Rule::LunarCalendar)))
        .collect()
}
