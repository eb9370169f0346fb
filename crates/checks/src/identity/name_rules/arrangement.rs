//! The same words, arranged differently.

use super::words::{Line, Word, each, same, same_letters};
use crate::identity::agreement::{Agreement, Rule};

/// Words that belong to a surname and are written or left out by habit. Those that carry a name themselves (Abd, Abu, Mac, San) are not here.
const PARTICLES: &[&str] = &[
    "VAN", "DE", "DER", "DEN", "TER", "TEN", "TE", "T", "VON", "VOM", "ZU", "ZUM", "ZUR", "AF", "AV", "DU", "DES", "D",
    "DA", "DAS", "DO", "DOS", "DEL", "DELLA", "DELLE", "DELLO", "DEGLI", "DEI", "DI", "LA", "LE", "LES", "LO", "LAS",
    "LOS", "EL", "AL", "UL", "BIN", "BINT", "BINTI", "BEN", "IBN", "Y", "E", "I", "THE", "VD", "VDR",
];
/// What stands for several of them (v.d. for van der, van den).
const ABBREVIATED: &[&str] = &["VD", "VDR"];
const FATHER_MARKS: &[&str] = &["BIN", "BINT", "BINTI", "IBN", "BEN"];

fn is_particle(word: &Word) -> bool {
    PARTICLES.contains(&word.text.as_str())
}

/// Each word against each, given names first or surname first.
pub fn word_by_word(a: &Line, b: &Line) -> Agreement {
    let mut best = Agreement::Different;
    for (one, one_turned) in a.orders() {
        for (other, other_turned) in b.orders() {
            let found = each(&one, &other);
            best = best.min(if one_turned == other_turned { found } else { found.and(Rule::NameOrder) });
        }
    }
    let parted = matches!((a.given, b.given), (Some(one), Some(other)) if one != other);
    if parted && best != Agreement::Different {
        best = best.and(Rule::PartsSplit);
    }
    best.min(turned_lines(a, b))
}

/// Two names in one line: the first word of the one is the last of the other.
fn turned_lines(a: &Line, b: &Line) -> Agreement {
    if a.given.is_some() || b.given.is_some() || a.words.len() < 2 {
        return Agreement::Different;
    }
    let mut turned: Vec<&Word> = a.words.iter().collect();
    turned.rotate_left(1);
    each(&turned, &b.words.iter().collect::<Vec<_>>()).and(Rule::NameOrder)
}

/// The same letters with the gaps elsewhere.
pub fn written_together(a: &Line, b: &Line) -> Agreement {
    if a.words.len() == b.words.len() {
        return Agreement::Different;
    }
    let mut best = Agreement::Different;
    for (one, one_turned) in a.orders() {
        for (other, other_turned) in b.orders() {
            let found = same_letters(&one, &other).and(Rule::Spacing);
            best = best.min(if one_turned == other_turned { found } else { found.and(Rule::NameOrder) });
        }
    }
    best
}

/// Equal but for particles that only one side writes. A particle that both write must be the same: *bin* is not *binti*.
pub fn without_particles(a: &Line, b: &Line) -> Agreement {
    let of = |line: &Line| {
        line.words.iter().filter(|word| is_particle(word)).map(|word| word.text.clone()).collect::<Vec<_>>()
    };
    let (mut ours, theirs) = (of(a), of(b));
    let known = |word: &String| {
        ABBREVIATED.contains(&word.as_str())
            || ours.iter().position(|other| other == word).map(|at| ours.swap_remove(at)).is_some()
    };
    if !theirs.iter().all(known) || of(a).is_empty() {
        return Agreement::Different;
    }
    let (one, other) = (bare(a), bare(b));
    if one.words.len() < 2 {
        return Agreement::Different;
    }
    let found = word_by_word(&one, &other).min(in_any_order(&one, &other)).and(Rule::Particles);
    // After *bin* comes the father: without the particle on one side, surname first would make father and son the same.
    let turned = word_by_word(&one, &other) == Agreement::By(Rule::NameOrder);
    if turned && !(fathers(a).is_empty() && fathers(b).is_empty()) { found.and(Rule::TokenOrder) } else { found }
}

/// The words after *bin*, *bint*, *ibn*.
fn fathers(line: &Line) -> Vec<&str> {
    let pairs = line.words.windows(2).filter(|pair| FATHER_MARKS.contains(&pair[0].text.as_str()));
    pairs.map(|pair| pair[1].folded.as_str()).collect()
}

/// Both name a father and not the same: *Ahmed bin Salman* is not *Salman bin Ahmed*.
pub fn fathers_differ(a: &Line, b: &Line) -> bool {
    let (one, other) = (fathers(a), fathers(b));
    let (Some(one), Some(other)) = (one.first(), other.first()) else { return false };
    one != other
}

/// The same words in another order.
pub fn in_any_order(a: &Line, b: &Line) -> Agreement {
    if a.words.len() != b.words.len() || a.words.len() < 2 {
        return Agreement::Different;
    }
    let mut left: Vec<usize> = (0..b.words.len()).collect();
    let mut to: Vec<usize> = Vec::new();
    let mut worst = Agreement::Equal;
    for word in &a.words {
        let best = left.iter().enumerate().map(|(at, other)| (same(word, &b.words[*other]), at)).min();
        match best {
            Some((found, at)) if found != Agreement::Different => {
                worst = worst.max(found);
                to.push(left.remove(at));
            }
            _ => return Agreement::Different,
        }
    }
    let back = |at: usize| to.iter().position(|other| *other == at);
    if !keeps_surname_order(a, |at| to.get(at).copied()) || !keeps_surname_order(b, back) {
        return Agreement::Different;
    }
    worst.and(Rule::TokenOrder)
}

/// The line without particles, which stay in a part that has nothing else.
pub fn bare(line: &Line) -> Line {
    line.without(is_particle)
}

/// Whether the words of a known surname keep their order on the other side, where `place` tells for each word of the line its place there.
/// García Ruiz is the family of a García and a Ruiz; Ruiz García another.
pub fn keeps_surname_order(line: &Line, place: impl Fn(usize) -> Option<usize>) -> bool {
    let Some(count) = line.given else { return true };
    (count..line.words.len()).filter_map(place).is_sorted()
}
