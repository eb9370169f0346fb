//! Parts that one side lacks. All of these ask a person under the shipped policy: a sister may have one given name less.

use super::arrangement::{bare, keeps_surname_order};
use super::words::{Line, MAX_WORDS, Word, same};
use crate::identity::agreement::{Agreement, Rule};

/// Endings of patronymics, Latin and Cyrillic, and the Turkic words after them.
const PATRONYMICS: &[&str] = &[
    "OVICH",
    "EVICH",
    "OVITCH",
    "EVITCH",
    "OVYCH",
    "EVYCH",
    "YOVYCH",
    "OVIC",
    "OVNA",
    "EVNA",
    "IVNA",
    "IVNA",
    "ICHNA",
    "INICHNA",
    "ОВИЧ",
    "ЕВИЧ",
    "ЬИЧ",
    "ОВНА",
    "ЕВНА",
    "ИЧНА",
    "ІВНА",
    "ЇВНА",
    "ОВИЧ",
    "ЙОВИЧ",
];
const TURKIC: &[&str] = &["OGLU", "OGLY", "OGHLU", "UGLI", "OGLI", "ULY", "QIZI", "KYZY", "KIZI", "QYZY"];

/// `a` has fewer words, each of them also in `b`.
pub fn left_out(a: &Line, b: &Line) -> Agreement {
    matched(a, b, false)
}

/// As [`left_out`] or word by word, with initials for names; at least one word stands in full.
pub fn initials(a: &Line, b: &Line) -> Agreement {
    matched(a, b, true)
}

fn matched(a: &Line, b: &Line, with_initials: bool) -> Agreement {
    let (a, b) = (bare(a), bare(b));
    let fewer = a.words.len() < b.words.len();
    if a.words.len() < 2 || b.words.len() >= MAX_WORDS || !(fewer || with_initials && a.words.len() == b.words.len()) {
        return Agreement::Different;
    }
    let Some(pairs) = injection(&a, &b, with_initials) else { return Agreement::Different };
    let there = |at: usize| pairs.iter().find(|pair| pair.from == at).map(|pair| pair.to);
    let back = |at: usize| pairs.iter().find(|pair| pair.to == at).map(|pair| pair.from);
    let in_order = keeps_surname_order(&a, there) && keeps_surname_order(&b, back);
    if !in_order || !keeps_both_parts(&a, &b, &pairs) {
        return Agreement::Different;
    }
    let worst = pairs.iter().map(|pair| pair.found).max().unwrap_or(Agreement::Different);
    let used_initials = pairs.iter().any(|pair| pair.found == Agreement::By(Rule::Initials));
    if with_initials != used_initials {
        return Agreement::Different;
    }
    let missing: Vec<usize> = (0..b.words.len()).filter(|at| !pairs.iter().any(|pair| pair.to == *at)).collect();
    if missing.is_empty() { worst } else { worst.and(what_is_missing(&a, &b, &pairs, &missing)) }
}

struct Pair {
    from: usize,
    to: usize,
    found: Agreement,
}

/// Each word of `a` to another one of `b`: words in full first, in their order, then initials.
fn injection(a: &Line, b: &Line, with_initials: bool) -> Option<Vec<Pair>> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut free: Vec<usize> = (0..b.words.len()).collect();
    let mut open = Vec::new();
    for (from, word) in a.words.iter().enumerate() {
        let best = free
            .iter()
            .map(|to| (same(word, &b.words[*to]), *to))
            .min()
            .filter(|(found, _)| *found != Agreement::Different);
        match best {
            Some((found, to)) => {
                free.retain(|other| *other != to);
                pairs.push(Pair { from, to, found });
            }
            None => open.push(from),
        }
    }
    for from in open {
        let to = *free.iter().find(|to| with_initials && is_initial(&a.words[from], &b.words[**to]))?;
        free.retain(|other| *other != to);
        pairs.push(Pair { from, to, found: Agreement::By(Rule::Initials) });
    }
    Some(pairs)
}

/// A single letter for a longer word, either way round.
fn is_initial(a: &Word, b: &Word) -> bool {
    let one = |word: &Word| {
        let mut letters = word.text.chars();
        (letters.next(), letters.next().is_none())
    };
    let ((first_a, single_a), (first_b, single_b)) = (one(a), one(b));
    single_a != single_b && first_a.is_some() && first_a == first_b
}

/// Of a name in two parts something of each part is among the pairs, the surname's in full; where both have parts, part against part.
fn keeps_both_parts(a: &Line, b: &Line, pairs: &[Pair]) -> bool {
    let full = |pair: &&Pair| pair.found != Agreement::By(Rule::Initials);
    let in_given = |line: &Line, at: usize| line.given.is_some_and(|count| at < count);
    let is_parted = |line: &Line| line.given.is_some_and(|count| count > 0 && count < line.words.len());
    let of_b = !is_parted(b)
        || (pairs.iter().any(|pair| in_given(b, pair.to))
            && pairs.iter().filter(full).any(|pair| !in_given(b, pair.to)));
    let of_a = !is_parted(a) || pairs.iter().filter(full).any(|pair| !in_given(a, pair.from));
    let crossed =
        is_parted(a) && is_parted(b) && pairs.iter().any(|pair| in_given(a, pair.from) != in_given(b, pair.to));
    of_a && of_b && !crossed && pairs.iter().any(|pair| full(&pair) && a.words[pair.from].text.chars().count() > 1)
}

fn what_is_missing(a: &Line, b: &Line, pairs: &[Pair], missing: &[usize]) -> Rule {
    if missing.iter().all(|at| is_patronymic(b, *at)) {
        return Rule::PatronymicLeftOut;
    }
    let place_of = |from: usize| pairs.iter().find(|pair| pair.from == from).map(|pair| pair.to);
    let in_surname = |at: &&usize| match (b.given, a.given) {
        (Some(count), _) => **at >= count,
        // A line against parts: what follows the surname, or stands between it and the given names, is another surname.
        (None, Some(count)) => {
            let surname: Vec<usize> = (count..a.words.len()).filter_map(place_of).collect();
            let given: Vec<usize> = (0..count).filter_map(place_of).collect();
            let (last, first_given) = (surname.iter().max(), given.iter().min());
            let surname_first = surname.first() < first_given.into_iter().next();
            last.is_some_and(|last| **at > *last) && (!surname_first || first_given.is_some_and(|first| **at < *first))
        }
        (None, None) => false,
    };
    match missing.iter().find(in_surname) {
        None => Rule::GivenNamesLeftOut,
        Some(at) if b.given.is_some_and(|count| *at == count) => Rule::LastSurnameOnly,
        Some(_) => Rule::FirstSurnameOnly,
    }
}

fn is_patronymic(line: &Line, at: usize) -> bool {
    let text = line.words[at].text.as_str();
    let ends = PATRONYMICS.iter().any(|end| text.len() > end.len() && text.ends_with(end));
    let next = line.words.get(at + 1).is_some_and(|word| TURKIC.contains(&word.text.as_str()));
    ends || next || TURKIC.contains(&text)
}

/// A person's only name, written twice.
pub fn repeated(a: &Line, b: &Line) -> Agreement {
    let ([one], [first, second]) = (a.words.as_slice(), b.words.as_slice()) else { return Agreement::Different };
    same(one, first).max(same(one, second)).and(Rule::SingleNameRepeated)
}
