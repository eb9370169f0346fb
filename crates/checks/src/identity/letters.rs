//! Letters as names are compared by: one form for each letter, capitals, marks dropped where they only tell how to speak.

use unicode_normalization::UnicodeNormalization;

/// Composed capitals in their plain width; `ß` stays one letter.
pub fn upper(text: &str) -> String {
    text.nfkc()
        .flat_map(|c| if c == 'ß' { vec!['ẞ'] } else { c.to_uppercase().collect() })
        .collect::<String>()
        .nfc()
        .collect()
}

/// Capitals without marks and strokes; letters that have no plainer form stay as they are.
pub fn fold(text: &str) -> String {
    upper(text).nfd().filter(|c| !is_dropped(*c)).map(without_stroke).nfc().collect()
}

/// Marks that one may leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the hamza above or below.
/// Vowel signs of Indic scripts and the voicing marks of kana make other letters, so they stay.
fn is_dropped(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C7 | 0x0610..=0x061A | 0x0640 | 0x064B..=0x065F | 0x0670)
}

/// Unicode does not take a stroke for a mark, people do.
fn without_stroke(c: char) -> char {
    match c {
        'Ø' => 'O',
        'Ł' => 'L',
        'Đ' | 'Ð' => 'D',
        'Ħ' => 'H',
        'Ŧ' => 'T',
        'Ɨ' => 'I',
        other => other,
    }
}

/// Whether the text has only the letters and digits of a machine readable zone.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_each_letter() {
        assert_eq!(upper("straße"), "STRAẞE");
        assert_eq!(upper("Zoe\u{301}"), "ZOÉ");
        assert_eq!(upper("Ａｎｎａ"), "ANNA");
        assert_eq!(upper("ışık i"), "IŞIK I");
    }

    #[test]
    fn marks_that_only_tell_how_to_speak_are_dropped_and_others_stay() {
        assert_eq!(fold("Nguyễn Đỗ Łukasz Søren İpek"), "NGUYEN DO LUKASZ SOREN IPEK");
        assert_eq!(fold("Ковалёв"), "КОВАЛЕВ");
        assert_eq!(fold("أحمد"), fold("احمد"));
        assert_ne!(fold("ガ"), fold("カ"), "voicing makes another letter");
        assert_ne!(fold("प्रिया"), fold("प्रया"), "a vowel sign is a letter");
    }
}
