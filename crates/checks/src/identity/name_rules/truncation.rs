//! Names that did not fit their field (ICAO 9303-3, 4.6): words are cut at their end, reduced to initials or left out, and the field's last
//! character is a letter.

use super::words::{Line, Word};
use crate::identity::agreement::{Agreement, Rule};
use crate::identity::letters::is_plain;
use crate::identity::transliteration::{admits_beginning, shortest};

/// The shortest field that is ever full: the surname's of France's cards before 2021.
const SHORTEST_FIELD: usize = 25;

/// Whether `b` is `a`, cut to the width of its field. Only a name that does not fit may be cut, and no letter may differ.
pub fn cut_short(a: &Line, b: &Line) -> Agreement {
    if !b.cut || a.cut || b.given.is_none() {
        return Agreement::Different;
    }
    let width = length(b.surname(), b.given_names(), &|word: &Word| Some(word.text.chars().count()));
    let Some(width) = width.filter(|width| *width >= SHORTEST_FIELD) else { return Agreement::Different };
    let fits = |surname: &[Word], given: &[Word]| {
        begins(b.surname(), surname)
            && (b.given_names().is_empty() || begins(b.given_names(), given))
            && length(surname, given, &|word| shortest(&word.text)).is_some_and(|needed| needed > width)
    };
    let found = match a.given {
        Some(_) => fits(a.surname(), a.given_names()),
        None => (0..=a.words.len()).any(|at| {
            let (left, right) = a.words.split_at(at);
            fits(right, left) || fits(left, right)
        }),
    };
    if found { Agreement::By(Rule::MrzTruncation) } else { Agreement::Different }
}

/// Characters with fillers: one between words, two between surname and given names.
fn length(surname: &[Word], given: &[Word], of: &dyn Fn(&Word) -> Option<usize>) -> Option<usize> {
    let letters: usize = surname.iter().chain(given).map(of).sum::<Option<usize>>()?;
    let words = surname.len() + given.len();
    Some(letters + words.saturating_sub(1) + usize::from(!given.is_empty()))
}

/// Each word of `cut` is a beginning of one of `whole`, in order, the first of the first.
fn begins(cut: &[Word], whole: &[Word]) -> bool {
    let begin = |cut: &Word, whole: &Word| {
        // A zone has only A–Z; what is not plain was not read from one.
        whole.text.starts_with(&cut.text) || is_plain(&cut.text) && admits_beginning(&whole.text, &cut.text)
    };
    let ([first, rest @ ..], [of_first, of_rest @ ..]) = (cut, whole) else { return cut.is_empty() };
    if !begin(first, of_first) {
        return false;
    }
    let mut left = of_rest.iter();
    rest.iter().all(|word| left.any(|other| begin(word, other)))
}
