//! The grammars and the dictionary that PocketSphinx is given: digits and nothing else.

use std::fmt::Write as _;

/// Pronunciations in the phones of the `en-us` model (from Debian's `cmudict-en-us.dict`).
pub const DICTIONARY: &str = "\
zero Z IH R OW
zero(2) Z IY R OW
oh OW
one W AH N
one(2) HH W AH N
two T UW
three TH R IY
four F AO R
five F AY V
six S IH K S
seven S EH V AH N
eight EY T
nine N AY N
";

const WORDS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/// Of the zeros, how many are expected as "oh". Rarely: applicants see a figure, and a rare word stops breaths from becoming digits.
const OH_SHARE: f32 = 0.05;

/// How likely each digit is where any number may be said. Of 17 strings of three and 17 of six real digits, three were heard as three or
/// four and six as six or seven; at a tenth or a hundredth, as up to five and nine.
const FREE_SHARE: f32 = 0.001;

/// The digit that a recognised word means; `None` for silence and noise.
pub fn digit_of(word: &str) -> Option<u8> {
    let word = word.split('(').next().unwrap_or(word);
    if word == "oh" {
        return Some(0);
    }
    WORDS.iter().position(|w| *w == word).map(|d| d as u8)
}

/// A finite-state grammar in Sphinx's own format: one place after another, each taking one of the digits allowed there. Pauses
/// between places are added by the recogniser.
pub fn places(allowed: &[Vec<u8>]) -> String {
    let last = allowed.len();
    let mut text = format!("FSG_BEGIN digits\nNUM_STATES {}\nSTART_STATE 0\nFINAL_STATE {last}\n", last + 1);
    for (at, digits) in allowed.iter().enumerate() {
        push(&mut text, at, at + 1, digits, 0.1);
    }
    text.push_str("FSG_END\n");
    text
}

/// Any number of digits, none included.
pub fn any_number() -> String {
    let mut text = String::from("FSG_BEGIN digits\nNUM_STATES 1\nSTART_STATE 0\nFINAL_STATE 0\n");
    push(&mut text, 0, 0, &(0..10).collect::<Vec<u8>>(), FREE_SHARE);
    text.push_str("FSG_END\n");
    text
}

fn push(text: &mut String, from: usize, to: usize, digits: &[u8], share: f32) {
    for digit in digits {
        let Some(word) = WORDS.get(usize::from(*digit)) else { continue };
        let own = if *digit == 0 { share * (1.0 - OH_SHARE) } else { share };
        let _ = writeln!(text, "TRANSITION {from} {to} {own} {word}");
        if *digit == 0 {
            let _ = writeln!(text, "TRANSITION {from} {to} {} oh", share * OH_SHARE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_grammar_is_pronounceable() {
        let all = places(&[(0..10).collect()]);
        let words: Vec<&str> =
            all.lines().filter(|l| l.starts_with("TRANSITION")).filter_map(|l| l.split(' ').nth(4)).collect();
        assert_eq!(words.len(), 11);
        for word in words {
            assert!(DICTIONARY.lines().any(|l| l.starts_with(&format!("{word} "))), "{word}");
        }
    }

    #[test]
    fn places_hold_only_what_is_allowed() {
        let text = places(&[vec![4], vec![1, 2]]);
        assert!(text.contains("NUM_STATES 3"));
        assert!(text.contains("TRANSITION 0 1 0.1 four\n"));
        assert!(text.contains("TRANSITION 1 2 0.1 one\n"));
        assert!(!text.contains("seven"));
    }

    #[test]
    fn any_number_of_digits_goes_round_in_one_state() {
        let text = any_number();
        assert_eq!(text.lines().filter(|l| l.starts_with("TRANSITION 0 0 ")).count(), 11);
        assert!(text.contains("NUM_STATES 1\n"));
    }

    #[test]
    fn words_and_their_variants_are_digits_and_silence_is_not() {
        assert_eq!(digit_of("zero(2)"), Some(0));
        assert_eq!(digit_of("oh"), Some(0));
        assert_eq!(digit_of("nine"), Some(9));
        assert_eq!(digit_of("<sil>"), None);
        assert_eq!(digit_of("[NOISE]"), None);
    }
}
