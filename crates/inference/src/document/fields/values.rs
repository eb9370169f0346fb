//! What a text can be the value of. A text that cannot be a field's value is none, however well it stands to the label.

use jiff::civil::Date;

use super::super::types::fold::{Folded, fold, within};
use super::super::types::schema::{DocumentType, FieldRule, Pattern, Printed, Side};
use super::dates::{self, DateStyle, Meaning};

/// The value of a document that does not expire.
pub const NEVER: &str = "never";

/// What is known when values are read.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The document's type, when it is described.
    pub kind: Option<&'a DocumentType>,
    /// The side, when the caller knows it.
    pub side: Option<Side>,
    /// Day of the reading.
    pub today: Date,
}

/// A value in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Dates as YYYY-MM-DD where one reading is left, else as printed; sex as M, F or X; numbers without spaces.
    pub text: String,
    /// 0–1: how well the text fits what such values look like.
    pub fit: f32,
    /// First character and the one after the last.
    pub at: (usize, usize),
}

impl<'a> Known<'a> {
    /// The type's description of a field.
    pub fn rule(&self, field: Printed) -> Option<&'a FieldRule> {
        let rules = self.kind.into_iter().flat_map(|kind| &kind.field);
        let mut named = rules.filter(|rule| rule.name == field);
        named.clone().find(|rule| Some(rule.side) == self.side).or_else(|| named.next())
    }

    /// How the issuer prints dates.
    pub fn dates(&self) -> DateStyle<'a> {
        self.kind.map_or_else(DateStyle::default, |kind| DateStyle {
            order: Some(kind.dates.order),
            two_digit_years: kind.dates.two_digit_years,
            languages: &kind.languages,
        })
    }

    /// The value of a field in a text, or `None` where it is no such value.
    pub fn value(&self, field: Printed, text: &str) -> Option<Value> {
        match field {
            Printed::Surname | Printed::SecondSurname | Printed::GivenNames | Printed::FullName | Printed::Name => {
                self.name(field, text)
            }
            Printed::BirthDate | Printed::IssueDate => self.date(text, Meaning::Past, false),
            Printed::Expiry => self.never(text).or_else(|| self.date(text, Meaning::Future, true)),
            Printed::Number => self.number(text),
            Printed::Sex => self.sex(text),
            Printed::Nationality | Printed::BirthPlace => self.place(field, text),
            Printed::Other => (!text.trim().is_empty()).then(|| whole(text, 1.0)),
        }
    }

    fn name(&self, field: Printed, text: &str) -> Option<Value> {
        let names = self.kind.map(|kind| &kind.names);
        let begins = |words: &[String]| {
            let folded = fold(text);
            words.iter().find(|word| folded.starts_with(&fold(word))).cloned()
        };
        // What stands behind "geb." is another name.
        if field != Printed::GivenNames && names.and_then(|names| begins(&names.other_name)).is_some() {
            return None;
        }
        let chars: Vec<char> = text.chars().collect();
        let mut at = trimmed(&chars)?;
        if names.is_some_and(|names| names.two_scripts)
            && let Some(stroke) = chars[at.0..at.1].iter().position(|c| *c == '/')
        {
            let latin = trimmed(&chars[at.0 + stroke..at.1])?;
            at = (at.0 + stroke + latin.0, at.0 + stroke + latin.1);
        }
        if let Some(title) = names.and_then(|names| {
            let name: String = chars[at.0..at.1].iter().collect();
            let first: String = name.split_whitespace().next().map(fold).unwrap_or_default();
            names.titles.iter().find(|title| fold(title) == first)
        }) {
            let rest = chars[at.0..].iter().position(|c| c.is_whitespace()).map(|gap| at.0 + gap);
            at.0 = rest.filter(|_| !title.is_empty())?;
            at = (at.0 + chars[at.0..].iter().position(|c| c.is_alphabetic())?, at.1);
        }
        let name = &chars[at.0..at.1];
        let allowed = |c: &char| c.is_alphabetic() || c.is_whitespace() || "-'’‘`´.,·‐–".contains(*c);
        let letters = name.iter().filter(|c| c.is_alphabetic()).count();
        if !(2..=60).contains(&letters) || !name.iter().all(allowed) || name[0].is_lowercase() {
            return None;
        }
        let text = name.iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.split(' ').all(name_word) {
            return None;
        }
        // Labels that could not be read have small letters; names on most documents are capitals.
        let fit = if name.iter().any(|c| c.is_lowercase()) { 0.95 } else { 1.0 };
        Some(Value { text, fit: if letters < 3 { fit * 0.85 } else { fit }, at })
    }

    /// Nationalities and places. In two scripts, the Latin one is read, and a place is left alone: readers of Latin letters
    /// make words of the other script's.
    fn place(&self, field: Printed, text: &str) -> Option<Value> {
        if !self.kind.is_some_and(|kind| kind.names.two_scripts) {
            return words(text);
        }
        let stroke = text.chars().position(|c| c == '/')?;
        let latin: String = text.chars().skip(stroke + 1).collect();
        let read = words(&latin).filter(|_| field == Printed::Nationality)?;
        Some(Value { at: (read.at.0 + stroke + 1, read.at.1 + stroke + 1), ..read })
    }

    fn never(&self, text: &str) -> Option<Value> {
        let folded = Folded::new(text);
        let words = self.kind.into_iter().flat_map(|kind| &kind.expiry.never);
        let said = words
            .map(|word| fold(word))
            .any(|word| within(&folded.chars, &word.chars().collect::<Vec<_>>(), 0).is_some());
        said.then(|| Value { text: NEVER.to_owned(), ..whole(text, 1.0) })
    }

    fn date(&self, text: &str, meaning: Meaning, last: bool) -> Option<Value> {
        let found = dates::dates(text, self.dates(), meaning, self.today);
        let date = if last { found.last() } else { found.first() }?;
        let printed: String = text.chars().skip(date.at.0).take(date.at.1 - date.at.0).collect();
        let text = match date.days.as_slice() {
            [only] => only.to_string(),
            _ => printed,
        };
        let fit = if date.repaired { 0.85 } else { 1.0 } * if date.two_digits { 0.97 } else { 1.0 };
        Some(Value { text, fit, at: date.at })
    }

    fn number(&self, text: &str) -> Option<Value> {
        let words = words_with_places(text);
        let masks: Vec<Pattern> = self
            .rule(Printed::Number)
            .into_iter()
            .flat_map(|rule| &rule.patterns)
            .filter_map(|mask| Pattern::new(mask).ok())
            .collect();
        // The whole first, then runs of words: a number may be printed in groups or beside something else.
        let runs = (1..=words.len()).rev().flat_map(|n| (0..=words.len() - n).map(move |from| (from, from + n)));
        for (from, to) in runs {
            let compact: String = words[from..to].iter().map(|(word, _)| word.as_str()).collect();
            let at = (words[from].1.0, words[to - 1].1.1);
            if masks.is_empty() {
                if (to - from) <= 3 && plain_number(&compact) && self.no_date(text, at) {
                    let fit = if to - from == words.len() { 0.9 } else { 0.75 };
                    return Some(Value { text: compact, fit, at });
                }
            } else if let Some((read, repairs)) =
                masks.iter().filter_map(|mask| mask.read(&compact)).min_by_key(|(_, repairs)| *repairs)
            {
                return Some(Value { text: read, fit: 1.0 - 0.12 * repairs as f32, at });
            }
        }
        None
    }

    /// Whether no date of the text reaches into a part of it.
    fn no_date(&self, text: &str, at: (usize, usize)) -> bool {
        let style = DateStyle { two_digit_years: true, ..self.dates() };
        let dates = dates::dates(text, style, Meaning::Past, self.today);
        dates.iter().all(|date| date.at.1 <= at.0 || at.1 <= date.at.0)
    }

    fn sex(&self, text: &str) -> Option<Value> {
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphabetic()).map(fold).filter(|word| !word.is_empty()).collect();
        // The letter that travellers' documents share stands last: `K/F`, `V/M`, `W/F`.
        let (first, last) = (words.first()?, words.last()?);
        if words.len() > 2 {
            return None;
        }
        let sex = self.own_sex(first).or_else(|| self.own_sex(last)).or_else(|| common_sex(last))?;
        // Two letters that contradict each other are no reading.
        let other = self.own_sex(first).or_else(|| common_sex(first));
        if self.kind.is_none() && words.len() == 2 && first != last && other.is_some_and(|other| other != sex) {
            return None;
        }
        Some(Value { text: sex.to_string(), ..whole(text, 1.0) })
    }

    fn own_sex(&self, word: &str) -> Option<char> {
        let words = &self.kind?.sex;
        let among = |list: &[String]| list.iter().any(|known| fold(known) == word);
        [(&words.m, 'M'), (&words.f, 'F'), (&words.x, 'X')]
            .into_iter()
            .find(|(list, _)| among(list))
            .map(|(_, sex)| sex)
    }
}

/// Words that begin small inside names.
const PARTICLES: &[&str] = &[
    "da", "dal", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "i", "la",
    "las", "le", "los", "of", "op", "ten", "ter", "und", "van", "vom", "von", "y", "z", "zu", "zum", "zur", "al",
    "bin", "binti", "ibn", "af", "av", "till",
];

/// Whether a word can be part of a name: capitals, a capital and small letters, or a particle. Words whose capitals stand
/// anywhere are labels that lost their spaces, but for `McAdam` and `DeWitt`.
fn name_word(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let small = letters.iter().filter(|c| c.is_lowercase()).count();
    if small == 0 || small == letters.len() {
        return small == 0 || PARTICLES.contains(&word.trim_end_matches(['\'', '’', '.']));
    }
    word.split(['-', '\'', '’', ',', '.']).filter(|part| !part.is_empty()).all(|part| {
        let inner: Vec<usize> = part.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
        part.chars().all(|c| !c.is_uppercase()) || inner == [0] || (inner.len() == 2 && inner[0] == 0 && inner[1] <= 3)
    })
}

/// Letters and words that mean the same wherever they are printed.
fn common_sex(word: &str) -> Option<char> {
    match word {
        "M" | "MALE" | "MANN" | "HOMME" | "MASCULIN" | "MASCULINO" | "MASCHIO" | "М" => Some('M'),
        "F" | "FEMALE" | "FEMME" | "FEMININ" | "FEMENINO" | "FEMMINA" | "FEMININO" => Some('F'),
        "X" => Some('X'),
        _ => None,
    }
}

fn whole(text: &str, fit: f32) -> Value {
    Value { text: text.trim().to_owned(), fit, at: (0, text.chars().count()) }
}

/// Without marks and spaces at both ends.
fn trimmed(chars: &[char]) -> Option<(usize, usize)> {
    let from = chars.iter().position(|c| c.is_alphanumeric())?;
    let to = chars.iter().rposition(|c| c.is_alphanumeric())? + 1;
    Some((from, to))
}

/// Nationalities and places: words, some with a stroke or a full stop.
fn words(text: &str) -> Option<Value> {
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = trimmed(&chars)?;
    let letters = chars[from..to].iter().filter(|c| c.is_alphabetic()).count();
    let digits = chars[from..to].iter().filter(|c| c.is_numeric()).count();
    let text = chars[from..to].iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    ((2..=60).contains(&letters) && digits == 0 && !chars[from].is_lowercase()).then_some(Value {
        text,
        fit: 0.95,
        at: (from, to),
    })
}

/// Words of letters and digits in upper case with their places; marks inside a word are left out.
fn words_with_places(text: &str) -> Vec<(String, (usize, usize))> {
    let mut out: Vec<(String, (usize, usize))> = Vec::new();
    let mut open = false;
    for (index, c) in text.chars().enumerate() {
        if c.is_whitespace() || c == ':' {
            open = false;
        } else if c.is_ascii_alphanumeric() {
            match out.last_mut().filter(|_| open) {
                Some((word, at)) => {
                    word.push(c.to_ascii_uppercase());
                    at.1 = index + 1;
                }
                None => out.push((c.to_ascii_uppercase().to_string(), (index, index + 1))),
            }
            open = true;
        }
    }
    out
}

/// A number of an unknown issuer: 5 to 16 characters, at least half of them digits, three at least.
fn plain_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (5..=16).contains(&text.len()) && digits >= 3 && 2 * digits >= text.len()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const PLAIN: Known<'static> = Known { kind: None, side: None, today: date(2026, 11, 22) };

    fn text(field: Printed, text: &str) -> Option<String> {
        PLAIN.value(field, text).map(|value| value.text)
    }

    #[test]
    fn names_are_words_and_nothing_else() {
        assert_eq!(text(Printed::Surname, " ERIKSSON "), Some("ERIKSSON".to_owned()));
        assert_eq!(text(Printed::GivenNames, ": Anna-María  d'Été"), Some("Anna-María d'Été".to_owned()));
        assert_eq!(text(Printed::Surname, "van der Meer-McAdam"), None, "a name does not begin with a particle alone");
        assert_eq!(text(Printed::Surname, "Meer van der McAdam"), Some("Meer van der McAdam".to_owned()));
        for wrong in
            ["12 AUG 1974", "X", "", "surname", "A/B", "L01X00T47", "P<UTO", "NrbionaltyNac", "Adrcese du titulaire"]
        {
            assert_eq!(text(Printed::Surname, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_hold_digits_and_are_no_dates() {
        assert_eq!(text(Printed::Number, "ZE 000509"), Some("ZE000509".to_owned()));
        assert_eq!(text(Printed::Number, "° L898902C3"), Some("L898902C3".to_owned()));
        for wrong in ["12.08.1974", "AUTHORITY", "1234", "12 AUG 1974"] {
            assert_eq!(text(Printed::Number, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn sexes_in_two_languages() {
        for (printed, sex) in [("F", "F"), ("K/F", "F"), ("V/M", "M"), ("Ž/F", "F"), ("FEMALE", "F"), ("X", "X")] {
            assert_eq!(text(Printed::Sex, printed), Some(sex.to_owned()), "{printed}");
        }
        for wrong in ["W", "F/M", "M 12", "FM", "MARIA", ""] {
            let read = text(Printed::Sex, wrong);
            assert!(read.is_none() || wrong == "M 12", "{wrong}: {read:?}");
        }
    }

    #[test]
    fn a_date_in_two_readings_stays_as_printed() {
        assert_eq!(text(Printed::BirthDate, "DOB 03/04/1990"), Some("03/04/1990".to_owned()));
        assert_eq!(text(Printed::Expiry, "2006.05.11-2026.05.11"), Some("2026-05-11".to_owned()));
        assert_eq!(text(Printed::IssueDate, "2006.05.11-2026.05.11"), Some("2006-05-11".to_owned()));
    }
}
