//! How letters of one script are spelt in another: the tables of ICAO 9303-3, section 6, and older spellings that documents still carry.
//!
//! A [`Scheme`] gives, for the letters at a place, every admitted spelling in A–Z. A written word and a plain word agree under a scheme when some
//! choice of spellings turns the one into the other; one scheme must do for the whole word.

mod arabic;
mod cyrillic;
mod greek;
mod latin;

use std::borrow::Cow;

use crate::identity::letters::{fold, is_plain, upper};

/// What the letters at the beginning may become, as (letters consumed, spelling).
pub type Spellings = Vec<(usize, Cow<'static, str>)>;

/// A table. The slice is what is left of the word, never empty.
pub type Scheme = fn(&[char]) -> Spellings;

/// Which tables a word is tried by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// ICAO 9303-3 and the tables of the states' own passports.
    Admitted,
    /// Spellings of older documents.
    Older,
    /// Arabic as it is heard, with short vowels that the script does not write.
    Heard,
}

impl Family {
    fn schemes(self) -> &'static [Scheme] {
        match self {
            Self::Admitted => &[
                latin::icao,
                cyrillic::russian,
                cyrillic::ukrainian,
                cyrillic::belarusian,
                cyrillic::bulgarian,
                cyrillic::serbian,
                cyrillic::macedonian,
                greek::elot743,
                arabic::icao,
            ],
            Self::Older => &[latin::older, cyrillic::older, greek::older],
            Self::Heard => &[arabic::heard],
        }
    }
}

/// Whether `plain` is a spelling of `written` under one scheme of the family. Both in capitals; `plain` may carry Latin marks, which are dropped.
pub fn admits(written: &str, plain: &str, family: Family) -> bool {
    let Some((letters, plain)) = prepared(written, plain) else { return false };
    family.schemes().iter().any(|scheme| ends(&letters, &plain, *scheme).last() == Some(&true))
}

/// Whether `plain` is a spelling of a beginning of `written`; it may end inside the spelling of a letter.
pub fn admits_beginning(written: &str, plain: &str) -> bool {
    let Some((letters, plain)) = prepared(written, plain) else { return false };
    Family::Admitted.schemes().iter().any(|scheme| reaches_end(&letters, &plain, *scheme))
}

/// The length of the shortest admitted spelling; `None` for a word that no admitted scheme covers.
pub fn shortest(written: &str) -> Option<usize> {
    let letters: Vec<char> = upper(written).chars().collect();
    Family::Admitted.schemes().iter().filter_map(|scheme| shortest_by(&letters, *scheme)).min()
}

/// Whether one Latin word with umlauts could have given both plain words: `MUELLER` and `MULLER`. Digraphs before a final L are left
/// alone, where they are no umlaut but Hebrew (`MICHAEL` is not `MICHAL`).
pub fn share_an_original(a: &str, b: &str) -> bool {
    if !is_plain(a) || !is_plain(b) || a == b {
        return false;
    }
    let (long, short) = if a.len() > b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let (mut i, mut j) = (0, 0);
    while i < long.len() {
        if short.get(j) != Some(&long[i]) {
            return false;
        }
        let digraph = long.get(i..i + 2).is_some_and(|pair| matches!(pair, b"AE" | b"OE" | b"UE" | b"AA"));
        let hebrew = long.get(i + 2..) == Some(b"L");
        let folded = digraph && !hebrew && short.get(j + 1) != long.get(i + 1);
        i += if folded { 2 } else { 1 };
        j += 1;
    }
    j == short.len()
}

/// Whether some admitted scheme spells every letter.
pub fn is_covered(text: &str) -> bool {
    let words = upper(text);
    let mut letters = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    letters.all(|word| is_plain(word) || shortest(word).is_some())
}

/// Letters of the written word, bytes of the plain one; `None` when the plain one has other letters than A–Z and 0–9, or the written one no others.
fn prepared(written: &str, plain: &str) -> Option<(Vec<char>, Vec<u8>)> {
    let plain = fold(plain);
    (is_plain(&plain) && !is_plain(written)).then(|| (written.chars().collect(), plain.into_bytes()))
}

/// A–Z and 0–9 stand for themselves under every scheme.
fn spellings(letters: &[char], scheme: Scheme) -> Spellings {
    if letters[0].is_ascii_alphanumeric() { vec![(1, letters[0].to_string().into())] } else { scheme(letters) }
}

/// For each place in `plain`: whether the whole of `letters` may end there.
fn ends(letters: &[char], plain: &[u8], scheme: Scheme) -> Vec<bool> {
    let mut reach = vec![vec![false; plain.len() + 1]; letters.len() + 1];
    reach[0][0] = true;
    for at in 0..letters.len() {
        let options = spellings(&letters[at..], scheme);
        for place in 0..=plain.len() {
            if !reach[at][place] {
                continue;
            }
            for (used, text) in &options {
                if plain[place..].starts_with(text.as_bytes()) {
                    reach[at + used][place + text.len()] = true;
                }
            }
        }
    }
    reach.pop().unwrap_or_default()
}

fn reaches_end(letters: &[char], plain: &[u8], scheme: Scheme) -> bool {
    // Every beginning that some whole number of letters gives, then one letter that goes on beyond the end.
    (0..=letters.len()).any(|count| {
        let reach = ends(&letters[..count], plain, scheme);
        reach.last() == Some(&true)
            || (count < letters.len()
                && spellings(&letters[count..], scheme).iter().any(|(_, text)| {
                    (0..plain.len()).any(|place| reach[place] && text.as_bytes().starts_with(&plain[place..]))
                }))
    })
}

fn shortest_by(letters: &[char], scheme: Scheme) -> Option<usize> {
    let mut best: Vec<Option<usize>> = vec![None; letters.len() + 1];
    best[0] = Some(0);
    for at in 0..letters.len() {
        let Some(so_far) = best[at] else { continue };
        for (used, text) in spellings(&letters[at..], scheme) {
            let length = so_far + text.len();
            let known = &mut best[at + used];
            *known = Some(known.map_or(length, |other| other.min(length)));
        }
    }
    best.pop().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(written: &str, plain: &str, family: Family) -> bool {
        admits(&upper(written), plain, family)
    }

    #[test]
    fn admitted_spellings_are_admitted_and_others_are_not() {
        for (written, plain) in [
            ("Müller", "MUELLER"),
            ("Müller", "MUXXLLER"),
            ("Straße", "STRASSE"),
            ("Peña", "PENXXA"),
            ("Þórarinn", "THORARINN"),
            ("Щербакова", "SHCHERBAKOVA"),
            ("Юлія", "IULIIA"),
            ("Ђорђевић", "DORDEVIC"),
            ("Щърбев", "SHTARBEV"),
            ("Παπαδόπουλος", "PAPADOPOULOS"),
            ("Ευάγγελος", "EVANGELOS"),
            ("محمد", "MXHMD"),
        ] {
            assert!(spelt(written, plain, Family::Admitted), "{written} {plain}");
        }
        for (written, plain) in [
            ("Müller", "MILLER"),
            ("Müller", "MUELER"),
            ("王", "WANG"),
            ("Щербакова", "SHERBAKOVA"),
            ("Юлия", "JULIJA"),
        ] {
            assert!(!spelt(written, plain, Family::Admitted), "{written} {plain}");
        }
    }

    #[test]
    fn one_scheme_must_do_for_the_whole_word() {
        assert!(spelt("Горицький", "HORYTSKYI", Family::Admitted), "Ukrainian");
        assert!(!spelt("Горицький", "GORYTSKYI", Family::Admitted), "a Russian first letter in a Ukrainian word");
    }

    #[test]
    fn older_and_heard_spellings_stand_apart() {
        assert!(spelt("Юлия", "YULIYA", Family::Older));
        assert!(spelt("Чайковский", "TCHAIKOVSKY", Family::Older));
        assert!(spelt("محمد", "MOHAMMED", Family::Heard));
        assert!(spelt("محمد", "MUHAMAD", Family::Heard));
        assert!(!spelt("حسن", "HUSSEIN", Family::Heard));
        assert!(spelt("حسين", "HUSSEIN", Family::Heard));
    }

    #[test]
    fn a_beginning_may_end_inside_a_letter_of_two() {
        for plain in ["MUE", "MU", "M", "MUELLER", "MUXX"] {
            assert!(admits_beginning("MÜLLER", plain), "{plain}");
        }
        assert!(!admits_beginning("MÜLLER", "MI"));
        assert_eq!(shortest("MÜLLER"), Some(6));
        assert_eq!(shortest("王"), None);
    }

    #[test]
    fn two_spellings_of_one_umlaut_are_seen_and_hebrew_names_are_not_taken_for_one() {
        assert!(share_an_original("MUELLER", "MULLER"));
        assert!(share_an_original("JAGER", "JAEGER"));
        for (a, b) in [("MICHAEL", "MICHAL"), ("MULLER", "MILLER"), ("ANNA", "ANN"), ("SUE", "SUEE"), ("JAN", "JANA")] {
            assert!(!share_an_original(a, b), "{a} {b}");
        }
    }
}
