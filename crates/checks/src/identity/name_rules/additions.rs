//! What is written with a name and is no part of it: titles, generational suffixes, placeholders, birth names.

use super::words::{Line, Word};
use crate::identity::agreement::Rule;
use crate::identity::letters::fold;

const TITLES: &[&str] = &[
    "DR",
    "PROF",
    "PROFESSOR",
    "DOKTOR",
    "DOCTOR",
    "ING",
    "MAG",
    "DIPL",
    "DIPLING",
    "MR",
    "MRS",
    "MS",
    "MISS",
    "MX",
    "SIR",
    "DAME",
    "LORD",
    "LADY",
    "HERR",
    "FRAU",
    "M",
    "MME",
    "MLLE",
    "MONSIEUR",
    "MADAME",
    "SR",
    "SRA",
    "DON",
    "DOÑA",
    "REV",
    "PHD",
    "MD",
    "MBA",
    "ESQ",
    "JUDR",
    "MUDR",
    "MGR",
    "BC",
    "HAJI",
    "HJ",
    "DATO",
    "DATUK",
    "SHRI",
    "SMT",
    "KUM",
];

/// What stands in a document for a name that the person does not have. `NULL` is a surname.
const PLACEHOLDERS: &[&str] = &["FNU", "LNU", "NFN", "NLN", "NMN", "NMI", "XXX", "XX", "UNKNOWN", "NONE", "UNAVL"];

/// Words between a name and the one it replaced.
const BIRTH_MARKS: &[&str] = &[
    "GEB",
    "GEBOREN",
    "GEBORENE",
    "GEBORENER",
    "NEE",
    "NE",
    "BORN",
    "EPOUSE",
    "EPOUX",
    "EP",
    "EPSE",
    "USAGE",
    "VEUVE",
    "VVE",
    "FODD",
    "FODT",
    "SYNT",
    "ZD",
    "ROD",
    "ROZ",
    "ROZENA",
    "DITE",
    "DIT",
    "NATA",
    "ROJENA",
    "SZUL",
];

/// A name as it may also be read.
pub struct Variant {
    /// The name.
    pub line: Line,
    /// What was overlooked for it.
    pub rule: Option<Rule>,
    /// The birth or usual name that stood with it.
    pub other: Option<Line>,
}

/// A generational suffix, one number for all its spellings: 1 Sr, 2 Jr or II, and so on.
pub fn suffix_apart(line: &Line) -> (Line, Option<u8>) {
    let of = |word: &Word| match word.text.as_str() {
        "SR" | "SNR" | "SENIOR" => Some(1),
        "JR" | "JNR" | "JUNIOR" | "II" | "2ND" | "FILHO" => Some(2),
        "III" | "3RD" | "NETO" => Some(3),
        "IV" | "4TH" => Some(4),
        _ => None,
    };
    let found = line.words.iter().find_map(of);
    match line.only(|word| of(word).is_none()) {
        Some(rest) if found.is_some() => (rest, found),
        _ => (line.clone(), None),
    }
}

/// The name as it stands, then what else it may be.
pub fn variants(line: &Line) -> Vec<Variant> {
    let mut all = vec![Variant { line: line.clone(), rule: None, other: None }];
    for (listed, rule) in [(TITLES, Rule::Title), (PLACEHOLDERS, Rule::Placeholder)] {
        let kept =
            line.only(|word| !listed.contains(&word.text.as_str())).filter(|kept| kept.words.len() < line.words.len());
        // A title leaves a name of two words; of a placeholder's name one word may be left.
        if let Some(kept) = kept.filter(|kept| rule == Rule::Placeholder || kept.words.len() >= 2) {
            all.push(Variant { line: one_line(kept), rule: Some(rule), other: None });
        }
    }
    all.extend(birth_names(line));
    all
}

/// A name whose surname or given names were all placeholders is a name in one line.
fn one_line(line: Line) -> Line {
    let whole = line.given_names().is_empty() || line.surname().is_empty();
    Line { given: line.given.filter(|_| !whole), ..line }
}

/// `SCHMIDT GEB MUELLER`: the name without the addition, and the name with the added surname instead of its own.
fn birth_names(line: &Line) -> Vec<Variant> {
    let is_mark = |word: &Word| BIRTH_MARKS.contains(&fold(&word.text).as_str());
    let (given, surname) = (line.given_names(), line.surname());
    let Some(at) = surname.iter().position(is_mark).filter(|at| *at > 0) else { return vec![] };
    let other: Vec<Word> = surname[at..].iter().filter(|word| !is_mark(word)).cloned().collect();
    if other.is_empty() {
        return vec![];
    }
    let other_line = Line { words: other.clone(), given: None, cut: false };
    let own = &surname[..at];
    let count = line.given;
    // In one line the surname is taken to be the last word before the mark.
    let kept = if count.is_some() { 0 } else { own.len() - 1 };
    let swapped = [given, &own[..kept], &other].concat();
    vec![
        Variant {
            line: Line { words: [given, own].concat(), given: count, cut: false },
            rule: Some(Rule::BirthNameLeftOut),
            other: Some(other_line),
        },
        Variant {
            line: Line { words: swapped, given: count, cut: false },
            rule: Some(Rule::BirthNameUsed),
            other: None,
        },
    ]
}
