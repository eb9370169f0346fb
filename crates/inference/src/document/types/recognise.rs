//! Which of the described types a document is: by its zone or licence record first, by printed words where it has neither.

use super::fold::{Folded, fold, within};
use super::schema::DocumentType;
use super::{Known, all};

/// What was read so far.
#[derive(Clone, Copy, Default)]
pub struct Clues<'a> {
    /// Format (`TD1` …), document code and issuer of the zone.
    pub mrz: Option<(&'a str, &'a str, &'a str)>,
    /// Country of the licence record, `USA` or `CAN`.
    pub licence: Option<&'a str>,
    /// Folded lines of print.
    pub lines: &'a [Folded],
}

/// One change in so many letters is forgiven in a printed word. Eight: `PASSPORT` and `PASSEPORT` stay apart from
/// shorter neighbours, and readings at ten pixels a letter still count.
const LETTERS_PER_SLIP: usize = 8;

/// The best fitting type; `None` where nothing fits, or two fit equally well.
pub fn recognise(clues: Clues<'_>) -> Option<&'static Known> {
    let mut fitting: Vec<(usize, &Known)> = all()
        .iter()
        .filter_map(|known| {
            let (hits, first) = hits(&known.is, clues.lines);
            let told = match (clues.mrz, clues.licence) {
                (Some(mrz), _) => carries(&known.is, mrz),
                (None, Some(country)) => known.is.issuer == country && known.is.barcode.iter().any(|b| b.aamva),
                (None, None) => first && hits >= known.is.recognise.least,
            };
            told.then_some((hits, known))
        })
        .collect();
    fitting.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
    match fitting.as_slice() {
        [(_, only)] => Some(only),
        [(first, best), (second, _), ..] if first > second => Some(best),
        // Layouts of one issuer that the zone cannot tell apart: the first one's labels are tried, then the dictionary's.
        [(_, first), (_, second), ..] if clues.mrz.is_some() && first.is.issuer == second.is.issuer => Some(first),
        _ => None,
    }
}

/// Whether the type carries such a zone.
fn carries(is: &DocumentType, (format, code, issuer): (&str, &str, &str)) -> bool {
    is.mrz.iter().any(|rule| rule.format == format && rule.issuer == issuer && code.starts_with(rule.code.as_str()))
}

/// How many of the type's words are printed, and whether the first is.
fn hits(is: &DocumentType, lines: &[Folded]) -> (usize, bool) {
    let printed = |word: &str| {
        let word: Vec<char> = fold(word).chars().collect();
        lines.iter().any(|line| within(&line.chars, &word, word.len() / LETTERS_PER_SLIP).is_some())
    };
    let seen: Vec<bool> = is.recognise.words.iter().map(|entry| entry.split('|').any(printed)).collect();
    (seen.iter().filter(|seen| **seen).count(), seen.first() == Some(&true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Folded> {
        texts.iter().map(|text| Folded::new(text)).collect()
    }

    fn id(clues: Clues<'_>) -> Option<&'static str> {
        recognise(clues).map(|known| known.id)
    }

    #[test]
    fn the_zone_names_the_type_and_another_issuers_zone_names_none() {
        assert_eq!(id(Clues { mrz: Some(("TD1", "ID", "D")), ..Clues::default() }), Some("DEU/id_card"));
        assert_eq!(id(Clues { mrz: Some(("FRA", "ID", "FRA")), ..Clues::default() }), Some("FRA/id_card_old"));
        let print = lines(&["BUNDESREPUBLIK DEUTSCHLAND", "PERSONALAUSWEIS", "IDENTITY CARD"]);
        let clues = Clues { mrz: Some(("TD1", "I", "UTO")), lines: &print, licence: None };
        assert_eq!(id(clues), None, "print does not overrule a zone");
    }

    #[test]
    fn print_names_the_type_with_slips() {
        let print = lines(&["BUNDESREPUBLIK DEUTSCHLANO", "PERSONALAUSWElS/IDENTITYCARD"]);
        assert_eq!(id(Clues { lines: &print, ..Clues::default() }), Some("DEU/id_card"));
        let print = lines(&["IDENTITY CARD", "Surname"]);
        assert_eq!(id(Clues { lines: &print, ..Clues::default() }), None);
        assert_eq!(id(Clues::default()), None);
    }

    #[test]
    fn a_licence_record_names_the_country() {
        assert_eq!(id(Clues { licence: Some("USA"), ..Clues::default() }), Some("USA/driving_licence"));
    }
}
