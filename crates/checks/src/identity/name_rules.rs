//! Names are the same by a named rule, or they differ. A rule of a class above the policy's goes to a person.
//!
//! Read [`compare`] first. The steps stand in one file each: words, additions (titles, birth names …), what may be left out, what a zone cuts off.

mod additions;
mod arrangement;
mod omissions;
mod truncation;
mod words;

use crate::identity::agreement::{Agreement, Rule};
use crate::measurements::NameRead;

use additions::{Variant, suffix_apart, variants};
use words::{Line, scripts_differ};

/// A name as one source gives it.
#[derive(Clone, Copy)]
pub enum NameText<'a> {
    /// In one line, order unknown: as a person types it, or a full name in print.
    Whole(&'a str),
    /// In two parts. `cut`: the reading fills its field, so its end may be missing.
    Parts {
        /// Primary identifier.
        surname: &'a str,
        /// Secondary identifier, may be empty.
        given_names: &'a str,
        /// Whether the field is full.
        cut: bool,
    },
}

impl<'a> NameText<'a> {
    /// A reading; one without given names is a name in one line.
    pub fn read(read: &'a NameRead, cut: bool) -> Self {
        if read.given_names.is_empty() && !cut {
            return Self::Whole(&read.surname);
        }
        Self::Parts { surname: &read.surname, given_names: &read.given_names, cut }
    }
}

/// Compares two names. Symmetric: `compare(a, b) == compare(b, a)`.
pub fn compare(a: NameText<'_>, b: NameText<'_>) -> Agreement {
    let (a, b) = (Line::of(a), Line::of(b));
    if a.words.is_empty() || b.words.is_empty() {
        return Agreement::Unreadable;
    }
    let found = lines(&a, &b);
    if found == Agreement::Different && scripts_differ(&a, &b) {
        return Agreement::By(Rule::ScriptWithoutTable);
    }
    found
}

/// A declared name against one reading of the document's.
pub fn compare_declared(declared: &str, read: &NameRead, cut: bool) -> Agreement {
    compare(NameText::Whole(declared), NameText::read(read, cut))
}

/// Two readings of documents against each other.
pub fn compare_reads(a: &NameRead, b: &NameRead) -> Agreement {
    compare(NameText::read(a, false), NameText::read(b, false))
}

/// Suffixes apart, then every pair of variants; the mildest agreement counts.
fn lines(a: &Line, b: &Line) -> Agreement {
    let plain = core(a, b);
    if matches!(plain.class(), Some(0..=2)) {
        return plain;
    }
    let (a, suffix_a) = suffix_apart(a);
    let (b, suffix_b) = suffix_apart(b);
    let suffix = match (suffix_a, suffix_b) {
        (Some(one), Some(other)) if one != other => return Agreement::Different,
        (Some(_), None) | (None, Some(_)) => Some(Rule::SuffixOnOneSide),
        _ => None,
    };
    let others = |all: &[Variant]| all.iter().find_map(|variant| variant.other.clone());
    let (of_a, of_b) = (variants(&a), variants(&b));
    let contradict = match (others(&of_a), others(&of_b)) {
        (Some(one), Some(other)) => core(&one, &other) == Agreement::Different,
        _ => false,
    };
    if contradict {
        // Two different birth names are two people, whatever the rest says.
        return Agreement::Different;
    }
    // A mark such as *geb.* is no name: what agrees only by leaving such words out is told by the birth name's own rules.
    let counts = |all: &[Variant], variant: &Variant| variant.rule.is_some() || others(all).is_none();
    let mut best = Agreement::Different;
    for one in of_a.iter().filter(|variant| counts(&of_a, variant)) {
        for other in of_b.iter().filter(|variant| counts(&of_b, variant)) {
            let found =
                [one.rule, other.rule, suffix].into_iter().flatten().fold(core(&one.line, &other.line), Agreement::and);
            best = best.min(found);
        }
    }
    best
}

/// Two names without additions.
fn core(a: &Line, b: &Line) -> Agreement {
    if arrangement::fathers_differ(a, b) {
        return Agreement::Different;
    }
    let steps: [fn(&Line, &Line) -> Agreement; 8] = [
        arrangement::word_by_word,
        truncation::cut_short,
        arrangement::written_together,
        arrangement::without_particles,
        arrangement::in_any_order,
        omissions::left_out,
        omissions::repeated,
        omissions::initials,
    ];
    steps.iter().map(|step| step(a, b).min(step(b, a))).min().unwrap_or(Agreement::Different)
}

#[cfg(test)]
mod tests;
