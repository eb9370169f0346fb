//! Labels in lines: which words stand where, what they mean, and what stands behind them on the same line.

use std::collections::BTreeMap;

use super::super::types::dictionary;
use super::super::types::fold::{Folded, distance, fold};
use super::super::types::schema::{DocumentType, Place, Printed, Side};
use super::line::{Area, Line};

/// A label to look for.
#[derive(Clone, Debug)]
pub struct Word {
    text: Vec<char>,
    means: Printed,
    /// Described for this very type.
    own: bool,
    place: Vec<Place>,
}

/// Labels of one meaning that follow each other on a line, and what follows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which line.
    pub line: usize,
    /// What stands beside the label.
    pub means: Printed,
    /// Where the label stands.
    pub at: Area,
    /// First character behind the label and the one after the last before the next label.
    pub rest: (usize, usize),
    /// What stands behind the label is another language's label that could not be read.
    pub rest_is_label: bool,
    /// The label is described for this type.
    pub own: bool,
    /// Changes with which the label was found.
    pub slips: usize,
    /// Where the value may stand; empty: below or to the right.
    pub place: Vec<Place>,
}

/// One change is forgiven in so many letters of a label, and in so many where the reader itself doubts the line: labels are the
/// smallest print of a document, and values are judged by their own form besides.
const LETTERS_PER_SLIP: usize = 6;
const LETTERS_PER_DOUBTED_SLIP: usize = 4;
/// The reader's confidence under which a line counts as doubted.
const DOUBTED: f32 = 0.5;
/// Shorter words of the dictionary stand inside too many others; a type may still describe them.
const SHORTEST: usize = 3;
/// A language takes part when a label of it with so many letters is read without a slip.
const TELLING: usize = 6;

/// The labels that the type describes and those of its languages; for an unknown type, those of the languages printed.
pub fn vocabulary(kind: Option<&DocumentType>, side: Option<Side>, lines: &[Line]) -> Vec<Word> {
    let mut words = Vec::new();
    for rule in kind.into_iter().flat_map(|kind| &kind.field) {
        if side.is_none_or(|side| side == rule.side) {
            words.extend(rule.labels.iter().map(|label| Word {
                text: fold(label).chars().collect(),
                means: rule.name,
                own: true,
                place: rule.place.clone(),
            }));
        }
    }
    let languages = kind.map_or_else(|| printed_languages(lines), |kind| kind.languages.clone());
    for label in dictionary::labels() {
        let described = words.iter().any(|word| word.own && word.text == label.text);
        if label.text.len() >= SHORTEST && !described && languages.contains(&label.language) {
            words.push(Word { text: label.text.clone(), means: label.means, own: false, place: vec![] });
        }
    }
    words
}

/// Languages of which a telling label was read without a slip, English and French in any case.
fn printed_languages(lines: &[Line]) -> Vec<String> {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.zone) {
        for label in dictionary::labels().iter().filter(|label| telling(&label.text)) {
            let found = starts(&line.folded, &line.text).any(|at| line.folded.chars[at..].starts_with(&label.text));
            *votes.entry(&label.language).or_default() += usize::from(found);
        }
    }
    let printed = votes.into_iter().filter(|(_, votes)| *votes > 0).map(|(language, _)| language.to_owned());
    // Travel documents carry English and French beside their own language.
    printed.chain(["en", "fr"].map(str::to_owned)).collect()
}

/// Long enough not to stand there by chance; two signs of a script that writes words are.
fn telling(label: &[char]) -> bool {
    let signs = label.iter().filter(|c| ('\u{2e80}'..='\u{d7ff}').contains(*c)).count();
    label.len() >= TELLING || signs >= 2
}

/// Places at which a word may begin: the first, after a mark or space, where digits and letters or small and capital meet.
fn starts<'a>(folded: &'a Folded, text: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    (0..folded.chars.len()).filter(move |at| *at == 0 || breaks(folded, text, *at))
}

fn breaks(folded: &Folded, text: &[char], at: usize) -> bool {
    let (Some(before), Some(here)) = (at.checked_sub(1).and_then(|i| folded.from.get(i)), folded.from.get(at)) else {
        return true;
    };
    let (a, b) = (text[*before], text[*here]);
    here - before > 1 || a.is_numeric() != b.is_numeric() || (a.is_lowercase() && b.is_uppercase())
}

#[derive(Clone, Copy)]
struct Hit<'a> {
    word: &'a Word,
    from: usize,
    to: usize,
    slips: usize,
}

/// The labels of one line, grouped.
pub fn spot(index: usize, line: &Line, words: &[Word]) -> Vec<Group> {
    let mut hits: Vec<Hit<'_>> = Vec::new();
    let mut at = 0;
    while at < line.folded.chars.len() {
        let after_hit = hits.last().is_some_and(|hit| hit.to == at);
        let found = (after_hit || at == 0 || breaks(&line.folded, &line.text, at))
            .then(|| best(line, at, words))
            .flatten()
            .filter(|hit| !stray(line, *hit, hits.last()));
        at = found.map_or(at + 1, |hit| hit.to);
        hits.extend(found);
    }
    grouped(index, line, &hits)
}

/// The longest label that begins at a place, slips weighed against letters.
fn best<'a>(line: &Line, at: usize, words: &'a [Word]) -> Option<Hit<'a>> {
    let rest = &line.folded.chars[at..];
    let per_slip = if line.confidence < DOUBTED { LETTERS_PER_DOUBTED_SLIP } else { LETTERS_PER_SLIP };
    let hits = words.iter().filter_map(|word| {
        let (length, slips) = taken(rest, &word.text, per_slip)?;
        let (from, to) = (at, at + length);
        let span = line.folded.from[from]..=line.folded.from[to - 1];
        // A stroke parts two languages; slips do not bridge it.
        if slips > 0 && line.text[span].iter().any(|c| matches!(c, '/' | '·' | '|')) {
            return None;
        }
        let ends = to == line.folded.chars.len() || breaks(&line.folded, &line.text, to);
        // A long label glued to the next word is still a label; a short one is the beginning of some other word.
        (ends || word.text.len() >= 2 * TELLING).then_some(Hit { word, from, to, slips })
    });
    hits.max_by_key(|hit| (hit.to - hit.from + usize::from(hit.word.own)) as isize - 3 * hit.slips as isize)
}

/// How many letters of the text a label takes, and with how many changes.
fn taken(text: &[char], word: &[char], per_slip: usize) -> Option<(usize, usize)> {
    if text.starts_with(word) {
        return Some((word.len(), 0));
    }
    // Small `rn` is read as `m` more often than any two letters are read wrong one by one.
    if let Some(narrow) = narrowed(word).filter(|narrow| text.starts_with(narrow)) {
        return Some((narrow.len(), 1));
    }
    let most = word.len() / per_slip;
    if most == 0 {
        return None;
    }
    // Two of the first three letters must be near: most words are turned away here.
    let head = &text[..text.len().min(4)];
    if word.iter().take(3).filter(|c| head.contains(c)).count() < 2 {
        return None;
    }
    let shortest = word.len() - most;
    (shortest..=(word.len() + most).min(text.len()))
        .map(|length| (length, distance(&text[..length], word, most)))
        .filter(|(_, slips)| *slips <= most)
        .min_by_key(|(length, slips)| (*slips, length.abs_diff(word.len())))
}

/// The word with its first `RN` read as `M`.
fn narrowed(word: &[char]) -> Option<Vec<char>> {
    let at = word.windows(2).position(|pair| pair == ['R', 'N'])?;
    Some([&word[..at], &['M'], &word[at + 2..]].concat())
}

/// A short word in the middle of other words is no label: a name may hold it.
fn stray(line: &Line, hit: Hit<'_>, before: Option<&Hit<'_>>) -> bool {
    let start = before.map_or(0, |hit| hit.to);
    let between = &line.folded.chars[start..hit.from];
    let letters = between.iter().filter(|c| c.is_alphabetic()).count();
    let mark = hit.from.checked_sub(1).is_some_and(|last| {
        let gap = line.folded.from[last] + 1..line.folded.from[hit.from];
        line.text[gap].iter().any(|c| matches!(c, '/' | '|' | '·' | '(' | '-' | ':' | '.'))
    });
    letters >= 3 && !mark && hit.word.text.len() < 2 * TELLING
}

fn grouped(index: usize, line: &Line, hits: &[Hit<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut end = 0;
    for hit in hits {
        let from = line.folded.from[hit.from];
        let to = line.folded.from[hit.to - 1] + 1;
        let gap: String = line.slice(end, from);
        let gap = gap.trim();
        // Between strokes may stand the same label in a language that is not known.
        let stroke = |c: char| matches!(c, '/' | '·' | '|' | '\\');
        let bridged = gap.starts_with(stroke) && gap.ends_with(stroke);
        let joined = bridged || !gap.chars().any(char::is_alphabetic);
        if let Some(last) = groups.last_mut().filter(|_| joined)
            && let Some(means) = both(last.means, hit.word.means)
        {
            last.means = means;
            last.own |= hit.word.own;
            last.slips = last.slips.min(hit.slips);
            last.at = super::line::around(last.at, line.part(from, to));
            last.rest = (to, line.text.len());
        } else {
            if let Some(last) = groups.last_mut() {
                last.rest.1 = from;
            }
            groups.push(Group {
                line: index,
                means: hit.word.means,
                at: line.part(from, to),
                rest: (to, line.text.len()),
                rest_is_label: false,
                own: hit.word.own,
                slips: hit.slips,
                place: hit.word.place.clone(),
            });
        }
        end = to;
    }
    for group in &mut groups {
        group.rest_is_label = label_follows(line, group.rest);
    }
    groups
}

/// Two labels beside each other name one field when they mean the same, or when one is the undecided "Name", or when one is
/// a title that the other takes up ("Passport / Passeport No").
fn both(a: Printed, b: Printed) -> Option<Printed> {
    let name = |p| matches!(p, Printed::Surname | Printed::GivenNames | Printed::FullName);
    match (a, b) {
        _ if a == b => Some(a),
        (Printed::Name, other) | (other, Printed::Name) if name(other) => Some(other),
        (Printed::Other, Printed::Number) => Some(Printed::Number),
        _ => None,
    }
}

/// Behind a stroke stands the label in another language; so does what is glued to the label in small letters.
fn label_follows(line: &Line, (from, to): (usize, usize)) -> bool {
    let first = line.text[from..to].iter().position(|c| c.is_alphanumeric());
    let Some(first) = first else { return false };
    if first == 0 {
        return line.text[from].is_lowercase();
    }
    line.text[from..from + first].iter().any(|c| matches!(c, '/' | '|' | '\\' | '·'))
}

#[cfg(test)]
mod tests {
    use super::super::super::text::TextLine;
    use super::*;

    fn groups(text: &str) -> Vec<(Printed, String, bool)> {
        let line = Line::new(
            &TextLine { text: text.to_owned(), confidence: 1.0, at: (0.0, 0.0, 100.0, 10.0), slope: 0.0 },
            0.0,
        );
        let words = vocabulary(None, None, std::slice::from_ref(&line));
        spot(0, &line, &words)
            .into_iter()
            .map(|g| (g.means, line.slice(g.rest.0, g.rest.1).trim().to_owned(), g.rest_is_label))
            .collect()
    }

    #[test]
    fn labels_in_several_languages_are_one_field() {
        assert_eq!(groups("Surname/Nom (1)"), [(Printed::Surname, "(1)".to_owned(), false)]);
        assert_eq!(groups("Dateofbirth/Datedenaissance"), [(Printed::BirthDate, String::new(), false)]);
        assert_eq!(groups("Data di nascita / Date of birth"), [(Printed::BirthDate, String::new(), false)]);
        assert_eq!(groups("Passport No./Passeport n°"), [(Printed::Number, "°".to_owned(), false)]);
        assert_eq!(groups("Name / Surname"), [(Printed::Surname, String::new(), false)]);
    }

    #[test]
    fn slips_are_forgiven_in_long_labels_only() {
        assert_eq!(groups("Civen names: ANNA")[0], (Printed::GivenNames, ": ANNA".to_owned(), false));
        assert_eq!(groups("Date of birlh 12.08.1974")[0].0, Printed::BirthDate);
        assert_eq!(groups("Sumame")[0].0, Printed::Surname, "rn is read as m");
        assert!(groups("SEXTON").is_empty());
        assert!(groups("MARIA NOM").is_empty(), "a short word behind others is no label");
    }

    #[test]
    fn several_fields_of_a_line_are_kept_apart() {
        let found = groups("Date of birth: 12.08.1974 Sex: F");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], (Printed::BirthDate, ": 12.08.1974".to_owned(), false));
        assert_eq!(found[1], (Printed::Sex, ": F".to_owned(), false));
    }

    #[test]
    fn an_unread_second_language_is_no_value() {
        assert!(groups("Surname/Noer")[0].2);
        assert!(!groups("Surname NOER")[0].2);
        assert_eq!(groups("Father's name")[0].0, Printed::Other);
    }
}
