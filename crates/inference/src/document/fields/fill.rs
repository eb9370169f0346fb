//! Fields whose labels could not be read, where only one value of the side can be theirs: dates by their order, a number by
//! its pattern.

use jiff::civil::Date;

use super::super::types::fold::{distance, fold, within};
use super::super::types::schema::{Kind, Pattern, Printed};
use super::codes;
use super::dates::{self, DateStyle, Meaning};
use super::line::{Area, Line};
use super::values::Known;

/// A value found without a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Which field.
    pub field: Printed,
    /// Its value.
    pub value: String,
    /// Its line's index.
    pub line: usize,
    /// How well the text fits, 0–1.
    pub fit: f32,
    /// Where.
    pub at: Area,
}

/// One change in so many letters of a nationality is a slip.
const LETTERS_PER_SLIP: usize = 7;
/// Passports and cards run three to fifteen years, and babies hold some.
const SHORTEST_YEARS: i16 = 1;
const LONGEST_YEARS: i16 = 15;
/// The last day is the anniversary, the day before it, or a few days off where an office was late.
const DAYS_APART: i32 = 5;

/// Birth, issue and expiry when the side carries exactly these three dates and their order says which is which.
pub fn dates_in_order(lines: &[Line], known: &Known<'_>) -> Vec<Filled> {
    let described = |field: Printed| known.kind.is_none_or(|kind| kind.field.iter().any(|rule| rule.name == field));
    if ![Printed::BirthDate, Printed::IssueDate, Printed::Expiry].into_iter().all(described) {
        return vec![];
    }
    let mut found: Vec<(Date, Filled)> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.zone) {
        let start = codes::behind(known.kind, line);
        let text = line.slice(start, line.text.len());
        for (past, ahead) in read(&text, known, Meaning::Past).into_iter().zip(read(&text, known, Meaning::Future)) {
            // A date that has two readings, or two digits of a year after today, is no ground for an order.
            let ([day], [later]) = (past.days.as_slice(), ahead.days.as_slice()) else { return vec![] };
            let day = if past.two_digits && found.len() == 2 { *later } else { *day };
            if found.iter().any(|(seen, _)| *seen == day) {
                continue;
            }
            let fit = if past.repaired { 0.8 } else { 1.0 };
            let at = line.part(start + past.at.0, start + past.at.1);
            found.push((day, Filled { field: Printed::BirthDate, value: day.to_string(), line: index, fit, at }));
        }
    }
    found.sort_by_key(|(day, _)| *day);
    let [(birth, _), (issue, _), (expiry, _)] = found.as_slice() else { return vec![] };
    if !(birth < issue && *issue <= known.today && whole_years(*issue, *expiry)) {
        return vec![];
    }
    let fields = [Printed::BirthDate, Printed::IssueDate, Printed::Expiry];
    found.into_iter().zip(fields).map(|((_, filled), field)| Filled { field, ..filled }).collect()
}

/// The day of issue where the stronger source says when the holder was born and when the document ends: the only other date of
/// the side from which it runs a whole number of years.
pub fn issue_date(lines: &[Line], known: &Known<'_>, birth: Date, expiry: Date) -> Option<Filled> {
    let mut found: Vec<Filled> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.zone) {
        let start = codes::behind(known.kind, line);
        for date in read(&line.slice(start, line.text.len()), known, Meaning::Past) {
            let fits = |day: &&Date| birth < **day && **day <= known.today && whole_years(**day, expiry);
            let Some(day) = date.days.iter().find(fits) else { continue };
            let value = day.to_string();
            if found.iter().all(|other| other.value != value) {
                let fit = if date.repaired { 0.8 } else { 1.0 };
                let at = line.part(start + date.at.0, start + date.at.1);
                found.push(Filled { field: Printed::IssueDate, value, line: index, fit, at });
            }
        }
    }
    match found.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Whether a document runs a whole number of years, give or take the days that issuers differ by.
fn whole_years(issue: Date, expiry: Date) -> bool {
    (SHORTEST_YEARS..=LONGEST_YEARS).any(|years| {
        let end = issue.checked_add(jiff::Span::new().years(years));
        end.is_ok_and(|end| (expiry - end).get_days().abs() <= DAYS_APART)
    })
}

fn read(text: &str, known: &Known<'_>, meaning: Meaning) -> Vec<dates::PrintedDate> {
    let style: DateStyle<'_> = known.dates();
    dates::dates(text, style, meaning, known.today)
}

/// The number of a described type, when one text alone fits its pattern without a slip and the pattern says enough.
pub fn number_by_pattern(lines: &[Line], known: &Known<'_>, taken: &[usize]) -> Option<Filled> {
    let rule = known.rule(Printed::Number)?;
    // Nine bare digits may be any number; letters at their places are not met by chance.
    let telling =
        |mask: &&String| mask.contains(['A', '[']) && known.kind.is_some_and(|kind| kind.kind != Kind::DrivingLicence);
    let masks: Vec<Pattern> = rule.patterns.iter().filter(telling).filter_map(|mask| Pattern::new(mask).ok()).collect();
    let mut fitting = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(index, line)| !line.zone && !taken.contains(index)) {
        let compact: String = line.folded.chars.iter().filter(|c| c.is_ascii_alphanumeric()).collect();
        let read = masks.iter().filter_map(|mask| mask.read(&compact)).find(|(_, repairs)| *repairs == 0);
        if let Some((value, _)) = read.filter(|(value, _)| value.chars().filter(char::is_ascii_digit).count() >= 4) {
            fitting.push(Filled { field: Printed::Number, value, line: index, fit: 1.0, at: line.at });
        }
    }
    fitting.dedup_by(|a, b| a.value == b.value);
    match fitting.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// The issuer's own nationality as it prints it, from a line that says it and nothing else. Where the title says the same
/// words, they must stand there a second time.
pub fn own_nationality(lines: &[Line], known: &Known<'_>) -> Option<Filled> {
    let kind = known.kind?;
    let field = Printed::Nationality;
    if !kind.field.iter().any(|rule| rule.name == field) {
        return None;
    }
    for word in &kind.nationality {
        let folded: Vec<char> = fold(word).chars().collect();
        let most = folded.len() / LETTERS_PER_SLIP;
        let said = |line: &&(usize, &Line)| !line.1.zone && distance(&line.1.folded.chars, &folded, most) <= most;
        let all: Vec<(usize, &Line)> = lines.iter().enumerate().filter(|line| said(&line)).collect();
        let titled = kind.recognise.words.iter().flat_map(|entry| entry.split('|')).any(|title| {
            let title: Vec<char> = fold(title).chars().collect();
            within(&title, &folded, 0).is_some() || within(&folded, &title, 0).is_some()
        });
        if let Some((index, line)) = all.last().filter(|_| all.len() > usize::from(titled)) {
            let slips = distance(&line.folded.chars, &folded, most);
            let fit = 1.0 - 0.03 * slips as f32;
            return Some(Filled { field, value: word.clone(), line: *index, fit, at: line.at });
        }
    }
    None
}
