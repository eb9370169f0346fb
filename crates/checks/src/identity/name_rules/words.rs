//! A name as words, and one word against another.

use std::collections::BTreeSet;

use super::NameText;
use crate::identity::agreement::{Agreement, Rule};
use crate::identity::letters::{fold, is_plain, upper};
use crate::identity::transliteration::{Family, admits, is_covered, share_an_original};

/// More words than any name has; what is beyond is not compared, and a name that long never agrees by a rule that overlooks parts.
pub const MAX_WORDS: usize = 24;

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Capitals without apostrophes and points.
    pub text: String,
    /// Capitals with its apostrophe, and a hyphen before it where one was.
    pub raw: String,
    /// The text without marks.
    pub folded: String,
    /// Whether `text` and `folded` have only A–Z and 0–9.
    plain: (bool, bool),
}

impl Word {
    fn new(text: String, raw: String) -> Self {
        let folded = fold(&text);
        Self { plain: (is_plain(&text), is_plain(&folded)), folded, text, raw }
    }
}

/// A name: given names, then surname, where that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words; of a name in two parts the given names first.
    pub words: Vec<Word>,
    /// How many of them are given names; `None` for a name in one line.
    pub given: Option<usize>,
    /// Whether its end may be missing.
    pub cut: bool,
}

impl Line {
    /// The words of a name.
    pub fn of(name: NameText<'_>) -> Self {
        match name {
            NameText::Whole(text) => Self { words: words(text), given: None, cut: false },
            NameText::Parts { surname, given_names, cut } => {
                let given = words(given_names);
                let count = given.len();
                Self { words: [given, words(surname)].concat(), given: Some(count), cut }
            }
        }
    }

    /// The given names; empty for a name in one line.
    pub fn given_names(&self) -> &[Word] {
        &self.words[..self.given.unwrap_or(0)]
    }

    /// The surname; everything for a name in one line.
    pub fn surname(&self) -> &[Word] {
        &self.words[self.given.unwrap_or(0)..]
    }

    /// The same line without the words of `is_loose`, which stay in a part that would be empty without them.
    pub fn without(&self, is_loose: impl Fn(&Word) -> bool) -> Self {
        let strip = |part: &[Word]| -> Vec<Word> {
            let kept: Vec<Word> = part.iter().filter(|word| !is_loose(word)).cloned().collect();
            if kept.is_empty() { part.to_vec() } else { kept }
        };
        let given = strip(self.given_names());
        let count = given.len();
        Self { words: [given, strip(self.surname())].concat(), given: self.given.map(|_| count), cut: self.cut }
    }

    /// The same line with only the words that `keep` wants; `None` when nothing is left.
    pub fn only(&self, keep: impl Fn(&Word) -> bool) -> Option<Self> {
        let given = self.given.map(|_| self.given_names().iter().filter(|word| keep(word)).count());
        let words: Vec<Word> = self.words.iter().filter(|word| keep(word)).cloned().collect();
        (!words.is_empty()).then_some(Self { words, given, cut: self.cut })
    }

    /// Given names first, and for a name in two parts surname first.
    pub fn orders(&self) -> Vec<(Vec<&Word>, bool)> {
        let mut orders = vec![(self.words.iter().collect(), false)];
        if self.given.is_some_and(|count| count > 0 && count < self.words.len()) {
            orders.push((self.surname().iter().chain(self.given_names()).collect(), true));
        }
        orders
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut hyphen = false;
    let capital = upper(text);
    let parts = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | ',' | '<' | '/' | ';' | '(' | ')' | '・' | '·')
    };
    let capital = catalan(&capital);
    for piece in capital.split_inclusive(parts) {
        let raw = piece.trim_end_matches(parts);
        let plain: String = raw.chars().filter(|c| !is_apostrophe(*c) && *c != '.').collect();
        if !plain.is_empty() {
            let mark = if hyphen { "-" } else { "" };
            found.push(Word::new(plain, format!("{mark}{}", raw.trim_matches('.'))));
        }
        hyphen = piece.ends_with(['-', '‐', '‑']);
    }
    found.truncate(MAX_WORDS);
    with_marks(found)
}

/// Polish *z d.* and *z domu*, born as, is one mark.
fn with_marks(found: Vec<Word>) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(found.len());
    for word in found {
        match out.last_mut() {
            Some(last) if last.text == "Z" && matches!(word.text.as_str(), "D" | "DOMU") => {
                *last = Word::new("ZD".into(), "ZD".into());
            }
            _ => out.push(word),
        }
    }
    out
}

/// The point within Catalan `L·L` is no gap between words.
fn catalan(text: &str) -> String {
    text.replace("L·L", "LL")
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʹ' | '`' | '´' | '״' | '׳')
}

/// One word against one word.
pub fn same(a: &Word, b: &Word) -> Agreement {
    if a.raw == b.raw {
        return Agreement::Equal;
    }
    if a.text == b.text {
        return Agreement::By(Rule::Punctuation);
    }
    spelt_alike(a, b)
}

/// The words written together, against each other.
pub fn same_letters(a: &[&Word], b: &[&Word]) -> Agreement {
    let whole = |words: &[&Word]| Word::new(words.iter().map(|word| word.text.as_str()).collect(), String::new());
    let (a, b) = (whole(a), whole(b));
    if a.text == b.text { Agreement::Equal } else { spelt_alike(&a, &b) }
}

/// Longer than any word of a name; a scheme is not tried on it.
const MAX_LETTERS: usize = 60;

fn spelt_alike(a: &Word, b: &Word) -> Agreement {
    if a.folded == b.folded {
        return Agreement::By(Rule::CaseAndAccents);
    }
    // A spelling goes from national letters to plain ones; two plain words, or none, have no use for the tables.
    let spells = |written: &Word, plain: &Word, family| {
        plain.plain.1
            && !written.plain.0
            && written.text.chars().nth(MAX_LETTERS).is_none()
            && admits(&written.text, &plain.folded, family)
    };
    let either = |family| spells(a, b, family) || spells(b, a, family);
    if either(Family::Admitted) {
        Agreement::By(Rule::Transliteration)
    } else if either(Family::Older) {
        Agreement::By(Rule::OlderTransliteration)
    } else if share_an_original(&a.text, &b.text) {
        Agreement::By(Rule::TransliterationVariant)
    } else if either(Family::Heard) {
        Agreement::By(Rule::AsHeard)
    } else {
        Agreement::Different
    }
}

/// Words one by one; the least mild rule, *different* when the numbers of words differ.
pub fn each(a: &[&Word], b: &[&Word]) -> Agreement {
    if a.len() != b.len() {
        return Agreement::Different;
    }
    a.iter().zip(b).map(|(a, b)| same(a, b)).max().unwrap_or(Agreement::Different)
}

/// Whether one name stands in a script without a table and the other in another script, so that nothing can be said.
pub fn scripts_differ(a: &Line, b: &Line) -> bool {
    let of = |line: &Line| -> BTreeSet<u32> {
        line.words.iter().flat_map(|word| word.text.chars()).filter(|c| c.is_alphabetic()).map(script).collect()
    };
    let uncovered = |line: &Line| line.words.iter().any(|word| !is_plain(&word.text) && !is_covered(&word.text));
    (uncovered(a) || uncovered(b)) && of(a).is_disjoint(&of(b))
}

/// A number for the script, coarse: Han, kana and hangul as such, everything else by its block of 128.
fn script(c: char) -> u32 {
    match c as u32 {
        0x41..=0x24F | 0x1E00..=0x1EFF => 0,
        0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => 1,
        0x3040..=0x30FF => 2,
        0xAC00..=0xD7A3 | 0x1100..=0x11FF => 3,
        0x370..=0x3FF | 0x1F00..=0x1FFF => 4,
        0x400..=0x52F => 5,
        0x600..=0x77F => 6,
        other => other >> 7,
    }
}
