//! Print against a stronger source: where on the document the zone's or barcode's value is printed as well, and how much a
//! reading beside a label gains or loses by it.

use jiff::civil::Date;

use super::super::types::fold::{distance, fold};
use super::super::types::schema::Printed;
use super::codes;
use super::dates::{self, Meaning};
use super::line::Line;
use super::print::{Evidence, Reading};
use super::values::Known;

/// A value of the zone or the barcode.
#[derive(Clone)]
pub struct Strong {
    /// Which field.
    pub field: Printed,
    /// As that source writes it; dates as YYYY-MM-DD.
    pub value: String,
    /// The source's space for the name is full, so that the name may go on.
    pub cut: bool,
}

/// A text equal to the stronger source's whole value is hardly there by chance.
const MATCHED: f32 = 0.97;
/// What agreement leaves of the doubt, and what one letter's difference leaves of the confidence: as a rule that letter is
/// a slip of whoever read the print.
const DOUBT_LEFT: f32 = 0.3;
const NEARLY: f32 = 0.8;
/// Shorter values stand on a document by chance.
const SHORTEST: usize = 4;

/// Weighs the readings against the stronger values and adds those that only they can find.
pub fn confirm(readings: &mut Vec<Reading>, strong: &[Strong], lines: &[Line], known: &Known<'_>) {
    for Strong { field, value, cut } in strong {
        let at = readings.iter().position(|reading| reading.field == *field);
        if let Some(reading) = at.map(|at| &mut readings[at])
            && same(*field, &reading.value, value, *cut)
        {
            reading.confidence = 1.0 - (1.0 - reading.confidence) * DOUBT_LEFT;
            reading.value = spaced(*field, &reading.value, value);
            continue;
        }
        match (at, find(*field, value, *cut, lines, known)) {
            (Some(at), Some(found)) => readings[at] = found,
            (None, Some(found)) => readings.push(found),
            (Some(at), None) if nearly(&readings[at].value, value) => readings[at].confidence *= NEARLY,
            _ => {}
        }
    }
}

/// Whether print and the stronger source say the same: accents, spaces and marks apart, one letter written as two (Ü as UE),
/// and long names cut short.
fn same(field: Printed, print: &str, strong: &str, cut: bool) -> bool {
    let (a, b) = (fold(print), fold(strong));
    match field {
        Printed::Surname | Printed::GivenNames | Printed::FullName => {
            let wide = fold(&widened(print));
            a == b || wide == b || (cut && (a.starts_with(&b) || wide.starts_with(&b)))
        }
        _ => a == b,
    }
}

/// The letters that zones write as two.
fn widened(text: &str) -> String {
    let wide = |c: char| match c {
        'Ä' | 'ä' | 'Æ' | 'æ' => "AE",
        'Ö' | 'ö' | 'Ø' | 'ø' => "OE",
        'Ü' | 'ü' => "UE",
        'Å' | 'å' => "AA",
        _ => "",
    };
    text.chars().fold(String::new(), |mut out, c| {
        if wide(c).is_empty() {
            out.push(c);
        } else {
            out.push_str(wide(c));
        }
        out
    })
}

/// Readers lose spaces between capitals and see some where there are none; the stronger source knows where they are.
fn spaced(field: Printed, print: &str, strong: &str) -> String {
    let names = matches!(field, Printed::Surname | Printed::GivenNames | Printed::FullName);
    let words: Vec<&str> = strong.split_whitespace().collect();
    let letters: Vec<char> = print.chars().filter(|c| !c.is_whitespace()).collect();
    let told: usize = words.iter().map(|word| word.chars().count()).sum();
    // Only where both have the same letters, none of them a hyphen: then spaces are all that can differ.
    if !names || words.is_empty() || letters.iter().any(|c| !c.is_alphabetic()) || letters.len() != told {
        return print.to_owned();
    }
    let mut rest = letters.into_iter();
    words.iter().map(|word| rest.by_ref().take(word.chars().count()).collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn nearly(print: &str, strong: &str) -> bool {
    let chars = |text: &str| fold(text).chars().collect::<Vec<_>>();
    let strong = chars(strong);
    let most = strong.len().div_ceil(6);
    distance(&chars(print), &strong, most) <= most
}

/// A line that says the stronger source's value and nothing else.
fn find(field: Printed, value: &str, cut: bool, lines: &[Line], known: &Known<'_>) -> Option<Reading> {
    let print = lines.iter().filter(|line| !line.zone);
    match field {
        Printed::BirthDate | Printed::Expiry | Printed::IssueDate => {
            let day: Date = value.parse().ok()?;
            let meaning = if field == Printed::Expiry { Meaning::Future } else { Meaning::Past };
            print.filter_map(|line| dated(line, day, meaning, field, known)).max_by(more_sure)
        }
        Printed::Surname | Printed::GivenNames | Printed::FullName | Printed::Number => {
            if fold(value).len() < SHORTEST {
                return None;
            }
            let fits = |line: &&Line| {
                let text = line.slice(codes::behind(known.kind, line), line.text.len());
                known.value(field, &text).is_some_and(|read| same(field, &read.text, value, cut))
            };
            let whole = print.clone().filter(fits).map(|line| reading(line, field, value, known)).max_by(more_sure);
            whole.or_else(|| print.filter_map(|line| among(line, field, value)).max_by(more_sure))
        }
        Printed::Sex => {
            // One line says nothing but this sex, and no line the other.
            let said = |line: &&Line| known.value(field, &line.text.iter().collect::<String>()).map(|read| read.text);
            let all: Vec<&Line> = print.filter(|line| said(line).is_some()).collect();
            let [only] = all.as_slice() else { return None };
            (said(only).as_deref() == Some(value)).then(|| reading(only, field, value, known))
        }
        _ => None,
    }
}

/// The stronger source's value among whole words of a line beside which no more than stray letters stand: a label's end (`P ANDRIS`).
fn among(line: &Line, field: Printed, value: &str) -> Option<Reading> {
    let text: String = line.text.iter().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let folded = fold(value);
    let stray = |words: &[&str]| words.iter().all(|word| fold(word).chars().count() <= 1);
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| (from, to)));
    for (from, to) in runs {
        let run = words[from..to].join(" ");
        if fold(&run) == folded && stray(&words[..from]) && stray(&words[to..]) {
            let confidence = line.confidence * MATCHED;
            return Some(Reading {
                field,
                value: spaced(field, &run, value),
                confidence,
                at: line.at,
                evidence: Evidence::Matched,
            });
        }
    }
    None
}

fn dated(line: &Line, day: Date, meaning: Meaning, field: Printed, known: &Known<'_>) -> Option<Reading> {
    let start = codes::behind(known.kind, line);
    let found = dates::dates(&line.slice(start, line.text.len()), known.dates(), meaning, known.today);
    let date = found.into_iter().find(|date| date.days.contains(&day))?;
    Some(Reading {
        field,
        value: day.to_string(),
        confidence: line.confidence * MATCHED * if date.repaired { 0.9 } else { 1.0 },
        at: line.part(start + date.at.0, start + date.at.1),
        evidence: Evidence::Matched,
    })
}

fn reading(line: &Line, field: Printed, strong: &str, known: &Known<'_>) -> Reading {
    let text = line.slice(codes::behind(known.kind, line), line.text.len());
    let read = known.value(field, &text);
    let value = read.map_or_else(|| strong.to_owned(), |read| spaced(field, &read.text, strong));
    Reading { field, value, confidence: line.confidence * MATCHED, at: line.at, evidence: Evidence::Matched }
}

fn more_sure(a: &Reading, b: &Reading) -> std::cmp::Ordering {
    a.confidence.total_cmp(&b.confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_come_from_the_stronger_source_and_letters_from_print() {
        let spaced = |print: &str, strong: &str| spaced(Printed::GivenNames, print, strong);
        assert_eq!(spaced("ANNAMARÍA", "ANNA MARIA"), "ANNA MARÍA");
        assert_eq!(spaced("T OBIAS KARL", "TOBIAS KARL"), "TOBIAS KARL");
        assert_eq!(spaced("ANNA-MARIA", "ANNA MARIA"), "ANNA-MARIA");
        assert_eq!(spaced("JÜRGEN", "JUERGEN"), "JÜRGEN");
    }

    #[test]
    fn print_and_zone_are_the_same_by_the_zones_own_rules_only() {
        let same = |print: &str, strong: &str, cut| same(Printed::Surname, print, strong, cut);
        assert!(same("MÜLLER", "MUELLER", false) && same("MÜLLER", "MULLER", false));
        assert!(same("GARCÍA LÓPEZ", "GARCIALOPEZ", false));
        assert!(!same("ERIKSSON", "ERIKSON", false));
        assert!(!same("ERIKSSON", "ERIK", false) && same("ERIKSSON", "ERIK", true));
    }

    fn line(text: &str) -> Line {
        let line = super::super::super::text::TextLine {
            text: text.to_owned(),
            confidence: 0.9,
            at: (0.0, 0.0, 100.0, 10.0),
            slope: 0.0,
        };
        Line::new(&line, 0.0)
    }

    #[test]
    fn a_value_is_found_beside_stray_letters_and_not_within_other_words() {
        let found = |text: &str, value: &str| among(&line(text), Printed::GivenNames, value).map(|read| read.value);
        assert_eq!(found("P ANDRIS", "ANDRIS").as_deref(), Some("ANDRIS"));
        assert_eq!(found("ANDRIS JANIS", "ANDRIS"), None);
        assert_eq!(found("XANDRIS", "ANDRIS"), None);
    }

    #[test]
    fn a_slip_of_one_letter_in_six_is_near_and_another_name_is_not() {
        assert!(nearly("L898902C3", "L898902G3"));
        assert!(!nearly("1974-08-12", "1975-09-13"));
        assert!(!nearly("MARIA", "ANNA"));
    }
}
