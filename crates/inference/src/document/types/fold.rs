//! Text reduced to what two readings of one print have in common: capital letters and digits, without accents.

use unicode_normalization::UnicodeNormalization;

/// A text's letters and digits, folded, each with the place of the character it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Capital letters without accents, and digits.
    pub chars: Vec<char>,
    /// For each, the index of its character in the text.
    pub from: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let mut out = Self::default();
        for (index, c) in text.chars().enumerate() {
            for folded in fold_char(c) {
                out.chars.push(folded);
                out.from.push(index);
            }
        }
        out
    }
}

/// Folds a text to a string of letters and digits.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(fold_char).collect()
}

/// The base letters of one character; nothing for spaces, punctuation and lone accents.
fn fold_char(c: char) -> impl Iterator<Item = char> {
    let special = match c {
        'ß' | 'ẞ' => "SS",
        'Æ' | 'æ' => "AE",
        'Œ' | 'œ' => "OE",
        'Ø' | 'ø' => "O",
        'Đ' | 'đ' | 'Ð' | 'ð' => "D",
        'Ł' | 'ł' => "L",
        'Þ' | 'þ' => "TH",
        'ı' | 'İ' => "I",
        'Ħ' | 'ħ' => "H",
        'Ŋ' | 'ŋ' => "N",
        'Ŧ' | 'ŧ' => "T",
        'Ə' | 'ə' => "A",
        _ => "",
    };
    let plain = special.is_empty().then(|| c.nfkd().flat_map(char::to_uppercase)).into_iter().flatten();
    special.chars().chain(plain.filter(|c| c.is_alphanumeric()))
}

/// The fewest insertions, deletions and substitutions between two texts, counted no further than `most` + 1.
pub fn distance(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()].min(most + 1)
}

/// The fewest changes with which a word stands anywhere in a text, when those are at most `most`.
pub fn within(text: &[char], word: &[char], most: usize) -> Option<usize> {
    let mut column: Vec<usize> = (0..=word.len()).collect();
    let mut best = word.len();
    for c in text {
        let mut diagonal = column[0];
        for (j, w) in word.iter().enumerate() {
            let substituted = diagonal + usize::from(c != w);
            diagonal = column[j + 1];
            column[j + 1] = substituted.min(diagonal + 1).min(column[j] + 1);
        }
        best = best.min(column[word.len()]);
    }
    (best <= most).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_count() {
        assert_eq!(fold("Prénom(s) / Đurđa-Łucja Øß"), "PRENOMSDURDALUCJAOSS");
        assert_eq!(fold("Прізвище"), "ПРІЗВИЩЕ");
        assert_eq!(fold("ŞİŞLİ ı"), "SISLII");
        assert_eq!(fold("– / ()"), "");
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let folded = Folded::new("ß a");
        assert_eq!((folded.chars, folded.from), (vec!['S', 'S', 'A'], vec![0, 0, 2]));
    }

    #[test]
    fn distances() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("SURNAME"), &chars("SUMAME"), 3), 2);
        assert_eq!(distance(&chars("NOM"), &chars("NOM"), 1), 0);
        assert_eq!(within(&chars("XXIDENTlTYCARDYY"), &chars("IDENTITYCARD"), 2), Some(1));
        assert_eq!(within(&chars("PASSPORT"), &chars("IDENTITYCARD"), 2), None);
        assert_eq!(distance(&chars("ABC"), &chars("ABCDEF"), 2), 3);
    }
}
