//! A date as text is a set of possible days: 03/04/1990 is two until the country or another reading settles it.

mod calendars;
mod months;

use jiff::civil::Date;

use crate::identity::agreement::{Agreement, Rule};
use crate::identity::letters::{fold, upper};

/// What the date means; decides the century of a year of two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The latest century that does not put it after today.
    Birth,
    /// Between 30 years back and 69 ahead.
    Expiry,
}

/// What is known around a text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Who issued the document, ISO 3166-1 alpha-3; empty when unknown.
    pub country: &'a str,
    /// What the date means.
    pub meaning: Meaning,
    /// The day of the check.
    pub today: Date,
}

/// A date with the parts that are known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartDate {
    /// Year of the common era.
    pub year: Option<i16>,
    /// 1–12.
    pub month: Option<i8>,
    /// 1–31.
    pub day: Option<i8>,
}

impl std::fmt::Debug for PartDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PartDate(redacted)")
    }
}

/// Every day that a text may mean, each with the rule by which it was read; none for a text that is no date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings(Vec<(PartDate, Option<Rule>)>);

impl Readings {
    /// A day without any doubt.
    pub fn day(date: Date) -> Self {
        Self(vec![(PartDate { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }, None)])
    }

    /// A date of which only these parts are known.
    pub fn part(year: Option<i16>, month: Option<i8>) -> Self {
        Self(vec![(PartDate { year, month, day: None }, None)])
    }

    /// The day, when there is exactly one and all of it is known.
    pub fn single(&self) -> Option<Date> {
        let [(date, rule)] = self.0.as_slice() else { return None };
        if *rule == Some(Rule::LunarCalendar) { None } else { date.known() }
    }

    /// The possible days that are fully known.
    pub fn days(&self) -> Vec<Date> {
        self.0.iter().filter_map(|(date, _)| date.known()).collect()
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartDate {
    fn known(self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    fn is_possible(self) -> bool {
        let day_fits = match (self.year, self.month, self.day) {
            (Some(_), Some(_), Some(_)) => self.known().is_some(),
            (_, _, Some(day)) => (1..=31).contains(&day),
            _ => true,
        };
        day_fits && self.month.is_none_or(|month| (1..=12).contains(&month))
    }
}

/// Every day that `text` may mean.
pub fn readings(text: &str, context: Context<'_>) -> Readings {
    let text = ascii_digits(&upper(text));
    let parts = parts_of(&fold(&text));
    let mut found: Vec<(PartDate, Option<Rule>)> = Vec::new();
    for raw in arranged(&parts, &text, context) {
        for (date, rule) in calendars::common_era(&raw, &text, context) {
            if date.is_possible() && !found.iter().any(|(known, _)| *known == date) {
                found.push((date, rule));
            }
        }
    }
    Readings(found)
}

/// Compares two sets. Symmetric.
pub fn compare_dates(a: &Readings, b: &Readings) -> Agreement {
    if a.is_empty() || b.is_empty() {
        return Agreement::Unreadable;
    }
    let (mut best, mut days, mut comparable) = (Agreement::Different, Vec::new(), false);
    for (one, rule_one) in &a.0 {
        for (other, rule_other) in &b.0 {
            let Some(shared) = shared(*one, *other) else {
                comparable |= one.year.is_some() && other.year.is_some();
                continue;
            };
            comparable = true;
            let rules = [*rule_one, *rule_other, shared].into_iter().flatten();
            best = best.min(rules.fold(Agreement::Equal, Agreement::and));
            days.extend(one.known().or(other.known()));
        }
    }
    days.sort_unstable();
    days.dedup();
    let open = |set: &Readings| set.0.iter().filter(|(_, rule)| *rule != Some(Rule::LunarCalendar)).count() > 1;
    match best {
        Agreement::Different if !comparable => Agreement::Unreadable,
        Agreement::Different => Agreement::Different,
        found if days.len() > 1 && (open(a) || open(b)) => found.and(Rule::AmbiguousDate),
        found if open(a) || open(b) => found.and(Rule::DateOrder),
        found => found,
    }
}

/// `Some(None)` equal in full, `Some(rule)` equal in what both know, `None` not equal. A year that one side does not know proves nothing.
#[expect(clippy::option_option, reason = "equal, equal by a rule and not equal are three answers")]
fn shared(a: PartDate, b: PartDate) -> Option<Option<Rule>> {
    let (Some(year_a), Some(year_b)) = (a.year, b.year) else { return None };
    let fits = |one: Option<i8>, other: Option<i8>| one.is_none() || other.is_none() || one == other;
    if year_a != year_b || !fits(a.month, b.month) || !fits(a.day, b.day) {
        return None;
    }
    let whole = [a, b].iter().all(|date| date.month.is_some() && date.day.is_some());
    Some((!whole).then_some(Rule::UnknownParts))
}

/// A part of a date as written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Digits.
    Number(String),
    /// A month's name: every month it may be.
    Month(Vec<i8>),
    /// `<<`, `XX`, `00`, `--`: the issuer does not know it.
    Unknown,
}

/// Three parts in the order year, month, day, not yet in the common era.
#[derive(Clone, Debug)]
struct Raw {
    year: Option<i16>,
    digits_of_year: usize,
    month: Option<i8>,
    day: Option<i8>,
}

fn parts_of(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let is_word = |c: char| c.is_alphabetic();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of = |test: &dyn Fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        let end = if first.is_ascii_digit() {
            of(&|c| c.is_ascii_digit())
        } else if first == '<' {
            // Two fillers for each part.
            of(&|c| c == '<').min(2)
        } else if is_word(first) {
            of(&is_word)
        } else {
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            parts.push(if piece.bytes().all(|b| b == b'0') { Part::Unknown } else { Part::Number(piece.to_owned()) });
        } else if piece == "<<" || piece.chars().all(|c| c == 'X') && piece.len() >= 2 {
            parts.push(Part::Unknown);
        } else if let Some(months) = months::of(piece) {
            match parts.last_mut() {
                // JAN/JANV: one month in two languages.
                Some(Part::Month(known)) => known.retain(|month| months.contains(month)),
                _ => parts.push(Part::Month(months)),
            }
        } else if !months::is_filling(piece) {
            // A word that may be a month's name in a language that is not known here.
            return vec![];
        }
    }
    parts
}

/// Year, month and day by every order that the country and the writing allow.
fn arranged(parts: &[Part], text: &str, context: Context<'_>) -> Vec<Raw> {
    match parts {
        [Part::Number(digits), rest @ ..]
            if rest.iter().all(|part| *part == Part::Unknown)
                && matches!(digits.len(), 4 | 6 | 8)
                && parts.len() != 3 =>
        {
            compact(digits, rest.len(), context)
        }
        [a, Part::Month(months), b] => months.iter().filter_map(|month| named(a, *month, b)).collect(),
        [Part::Month(months), a, b] => months.iter().filter_map(|month| named(a, *month, b)).collect(),
        [Part::Month(months), year] => months
            .iter()
            .filter_map(|month| raw(year, None, &Part::Unknown).map(|r| Raw { month: Some(*month), ..r }))
            .collect(),
        [a, b, c] => numbered(a, b, c, text, context),
        [Part::Number(a), Part::Number(b)] if a.len() <= 2 && b.len() == 4 => {
            raw(&parts[1], number(&parts[0]), &Part::Unknown).into_iter().collect()
        }
        [Part::Number(a), Part::Number(b)] if a.len() == 4 && b.len() <= 2 => {
            raw(&parts[0], number(&parts[1]), &Part::Unknown).into_iter().collect()
        }
        _ => vec![],
    }
}

fn number(part: &Part) -> Option<i8> {
    if let Part::Number(digits) = part { digits.parse().ok() } else { None }
}

fn raw(year: &Part, month: Option<i8>, day: &Part) -> Option<Raw> {
    let (year, digits_of_year) = match year {
        Part::Number(digits) => (Some(digits.parse().ok()?), digits.len()),
        _ => (None, 0),
    };
    let day = match day {
        Part::Number(digits) => Some(digits.parse().ok()?),
        _ => None,
    };
    Some(Raw { year, digits_of_year, month, day })
}

/// A month's name with two numbers around it: the year is the one of four digits, else the last.
fn named(a: &Part, month: i8, b: &Part) -> Option<Raw> {
    let long = |part: &Part| matches!(part, Part::Number(digits) if digits.len() >= 3);
    let found = if long(a) { raw(a, Some(month), b) } else { raw(b, Some(month), a) };
    found.filter(|found| found.day.is_none_or(|day| day <= 31))
}

/// Digits without gaps: YYMMDD (with unknown parts behind), YYYYMMDD, MMDDYYYY, DDMMYYYY, or a year alone.
fn compact(digits: &str, unknown: usize, context: Context<'_>) -> Vec<Raw> {
    let at = |from: usize, to: usize| digits.get(from..to).map_or(Part::Unknown, |text| Part::Number(text.to_owned()));
    let part = |year: (usize, usize), month: (usize, usize), day: (usize, usize)| {
        raw(&at(year.0, year.1), number(&at(month.0, month.1)), &at(day.0, day.1))
    };
    let found = match (digits.len(), unknown) {
        // Four digits before unknown parts are year and month of a zone; alone they are a year.
        (4, 0 | 2) => raw(&at(0, 4), None, &Part::Unknown),
        (4, 1) => raw(&at(0, 2), number(&at(2, 4)), &Part::Unknown),
        (6, 0) => part((0, 2), (2, 4), (4, 6)),
        (8, 0) => {
            let plausible = |r: &Raw| {
                r.year.is_some_and(|y| (1850..=2150).contains(&y)) && r.month.is_some_and(|m| (1..=12).contains(&m))
            };
            let year_first = part((0, 4), (4, 6), (6, 8)).filter(plausible);
            let last = if months::orders(context.country).contains(&months::Order::MonthDayYear) {
                part((4, 8), (0, 2), (2, 4))
            } else {
                part((4, 8), (2, 4), (0, 2))
            };
            year_first.or(last)
        }
        _ => None,
    };
    found.into_iter().collect()
}

/// Three parts that are all numbers or unknown.
fn numbered(a: &Part, b: &Part, c: &Part, text: &str, context: Context<'_>) -> Vec<Raw> {
    use months::Order::{DayMonthYear, MonthDayYear, YearMonthDay};
    let long = |part: &Part| matches!(part, Part::Number(digits) if digits.len() >= 3);
    let build = |order: &months::Order| match order {
        YearMonthDay => raw(a, number(b), c),
        DayMonthYear => raw(c, number(b), a),
        MonthDayYear => raw(c, number(a), b),
    };
    let fits = |found: &Raw| {
        found.month.is_none_or(|m| (1..=12).contains(&m)) && found.day.is_none_or(|d| (1..=31).contains(&d))
    };
    let zone = text.contains('<')
        || [a, b, c].into_iter().filter(|part| **part == Part::Unknown).count() == 2
            && matches!(a, Part::Number(d) if d.len() == 2);
    let orders: Vec<months::Order> = if long(a) || zone || calendars::has_era(text) {
        vec![YearMonthDay]
    } else if text.contains('.') && long(c) {
        vec![DayMonthYear]
    } else {
        let own = months::orders(context.country);
        if long(c) { own.iter().copied().filter(|order| *order != YearMonthDay).collect() } else { own.to_vec() }
    };
    let orders = if orders.is_empty() { vec![DayMonthYear, MonthDayYear] } else { orders };
    let found: Vec<Raw> = orders.iter().filter_map(build).filter(fits).collect();
    if !found.is_empty() {
        return found;
    }
    // A day above twelve settles it whatever the country's habit: a foreign form was used.
    [DayMonthYear, MonthDayYear].iter().filter_map(build).filter(fits).filter(|_| long(c)).collect()
}

/// Digits of other scripts as 0–9; signs between parts stay.
fn ascii_digits(text: &str) -> String {
    let zero = |c: char| {
        [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10]
            .into_iter()
            .find(|zero| (*zero..*zero + 10).contains(&(c as u32)))
    };
    text.chars().map(|c| zero(c).and_then(|zero| char::from_digit(c as u32 - zero, 10)).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests;
