//! Which letters differ between what was declared and what the document says. For the applicant's own eyes: it is computed when asked for, and
//! never part of a reason, a measurement or a log.

use countersign_domain::DocumentSays;

use crate::identity::agreement::Agreement;
use crate::identity::letters::fold;
use crate::identity::name_rules::{NameText, compare};
use crate::measurements::{Measurements, NameRead, Read, Source};

/// One letter of an alignment.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// As declared; `None` where the declared text lacks it.
    pub declared: Option<String>,
    /// As on the document; `None` where the document lacks it.
    pub document: Option<String>,
}

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// The same but for case and marks.
    Equal,
    /// Another letter stands there.
    Changed,
    /// On the document only.
    Missing,
    /// Declared only.
    Extra,
}

impl LetterKind {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Extra => "extra",
        }
    }
}

impl Letter {
    /// What it is.
    pub fn kind(&self) -> LetterKind {
        match (&self.declared, &self.document) {
            (Some(one), Some(other)) if fold(one) == fold(other) => LetterKind::Equal,
            (Some(_), Some(_)) => LetterKind::Changed,
            (None, _) => LetterKind::Missing,
            (Some(_), None) => LetterKind::Extra,
        }
    }
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({:?}, redacted)", self.kind())
    }
}

/// Aligns two texts with the fewest changed, missing and extra letters. A letter is what a person sees as one: marks stay with their letter.
pub fn letters(declared: &str, document: &str) -> Vec<Letter> {
    let (a, b) = (seen(declared), seen(document));
    let keys = |of: &[String]| of.iter().map(|letter| fold(letter)).collect::<Vec<_>>();
    let (key_a, key_b) = (keys(&a), keys(&b));
    // cost[i][j]: fewest edits between what follows i and what follows j.
    let mut cost = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            cost[i][j] = match (i < a.len(), j < b.len()) {
                (false, _) => b.len() - j,
                (_, false) => a.len() - i,
                _ => {
                    let pair = cost[i + 1][j + 1] + usize::from(key_a[i] != key_b[j]);
                    pair.min(cost[i + 1][j] + 1).min(cost[i][j + 1] + 1)
                }
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        let both = i < a.len() && j < b.len();
        let (take_a, take_b) = if both && cost[i][j] == cost[i + 1][j + 1] + usize::from(key_a[i] != key_b[j]) {
            (true, true)
        } else if i < a.len() && cost[i][j] == cost[i + 1][j] + 1 {
            (true, false)
        } else {
            (false, true)
        };
        out.push(Letter { declared: take_a.then(|| a[i].clone()), document: take_b.then(|| b[j].clone()) });
        i += usize::from(take_a);
        j += usize::from(take_b);
    }
    out
}

/// Letters with their marks and joiners.
fn seen(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for c in text.chars() {
        let joins =
            unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0F}');
        match out.last_mut() {
            Some(last) if joins => last.push(c),
            _ => out.push(c.to_string()),
        }
    }
    out
}

/// How many letters differ.
pub fn distance(declared: &str, document: &str) -> usize {
    letters(declared, document).iter().filter(|letter| letter.kind() != LetterKind::Equal).count()
}

/// What the document says, for telling it beside what was declared. Readings below `needed` are not told. Print is told where it agrees with the
/// machine readable name, since that is what the person sees; else the machine readable one.
pub fn document_says(found: &Measurements, needed: f64) -> DocumentSays {
    let Some(declared) = &found.declared else { return DocumentSays::default() };
    let sides: Vec<_> = found.sides().into_iter().filter_map(|(_, side)| side).collect();
    let names: Vec<&Read<NameRead>> =
        sides.iter().flat_map(|side| &side.fields.names).filter(|read| read.confidence >= needed).collect();
    let machine = names.iter().find(|read| read.source != Source::Print);
    let confirmed = |print: &&&Read<NameRead>| {
        machine.is_none_or(|machine| {
            let same = compare(NameText::read(&print.value, false), NameText::read(&machine.value, false));
            !matches!(same, Agreement::Different | Agreement::Unreadable)
        })
    };
    let print = names.iter().filter(|read| read.source == Source::Print).find(confirmed);
    let name = print.or(machine).map(|read| in_order(&read.value, declared.legal_name.expose()));
    let days = sides.iter().flat_map(|side| &side.fields.birth_dates).filter(|read| read.confidence >= needed);
    let mut days: Vec<_> = days.collect();
    days.sort_by_key(|read| read.source == Source::Print);
    DocumentSays { legal_name: name, birth_date: days.first().map(|read| read.value) }
}

/// In the order that is closer to the declared name.
fn in_order(name: &NameRead, declared: &str) -> String {
    let join = |one: &str, other: &str| format!("{one} {other}").trim().to_owned();
    let (first, last) = (join(&name.given_names, &name.surname), join(&name.surname, &name.given_names));
    if distance(declared, &last) < distance(declared, &first) { last } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(declared: &str, document: &str) -> String {
        let sign = |letter: &Letter| match letter.kind() {
            LetterKind::Equal => '=',
            LetterKind::Changed => '~',
            LetterKind::Missing => '+',
            LetterKind::Extra => '-',
        };
        letters(declared, document).iter().map(sign).collect()
    }

    #[test]
    fn letters_are_aligned_one_by_one() {
        assert_eq!(kinds("Anna", "ANNA"), "====");
        assert_eq!(kinds("Anne", "ANNA"), "===~");
        assert_eq!(kinds("Ana", "ANNA").matches('+').count(), 1);
        assert_eq!(kinds("Annna", "ANNA").matches('-').count(), 1);
        assert_eq!(kinds("Zoé", "ZOE"), "===", "a mark is no difference");
        assert_eq!(kinds("Zoe\u{301}", "ZOE"), "===", "nor is it a letter of its own");
        assert_eq!(kinds("", "AB"), "++");
        assert_eq!(kinds("1974-08-12", "1974-12-08").matches('~').count(), 4);
    }

    #[test]
    fn every_letter_of_both_sides_is_there_in_order() {
        for (a, b) in [("Anna Eriksson", "ERIKSSON ANNA MARIA"), ("प्रिया", "प्रया"), ("", ""), ("x", "yyyy")]
        {
            let found = letters(a, b);
            let side =
                |pick: fn(&Letter) -> &Option<String>| found.iter().filter_map(|l| pick(l).clone()).collect::<String>();
            assert_eq!((side(|l| &l.declared).as_str(), side(|l| &l.document).as_str()), (a, b));
            assert!(!format!("{found:?}").contains('A'), "the debug form tells no letter");
        }
    }
}
