//! Latin national letters (ICAO 9303-3, section 6, table A). A letter that only loses its mark is left to `fold`.

use super::Spellings;
use crate::identity::letters::{fold, is_plain};

/// The admitted spellings of the table; the first form of each letter is the recommended one.
pub fn icao(letters: &[char]) -> Spellings {
    let listed: &[&'static str] = match letters[0] {
        'Ä' => &["AE", "A"],
        'Å' => &["AA", "A"],
        'Æ' => &["AE"],
        'Ð' | 'Đ' => &["D"],
        'Ñ' => &["N", "NXX"],
        'Ö' | 'Ø' => &["OE", "O"],
        'Œ' => &["OE"],
        'Ü' => &["UE", "U", "UXX"],
        'Þ' => &["TH"],
        'ẞ' | 'ß' => &["SS"],
        'Ĳ' => &["IJ"],
        'Ŋ' => &["N"],
        'Ə' => &["E"],
        other => return base(other),
    };
    listed.iter().map(|text| (1, (*text).into())).collect()
}

/// Spellings that older passports and other alphabets' habits left behind.
pub fn older(letters: &[char]) -> Spellings {
    let listed: &[&'static str] = match letters[0] {
        'Č' | 'Ç' => &["CH", "C"],
        'Š' => &["SH", "S", "SCH"],
        'Ž' => &["ZH", "Z"],
        'Ş' | 'Ș' => &["SH", "S"],
        'Ğ' => &["GH", "G"],
        'Đ' => &["DJ", "DZ", "D"],
        'Ð' => &["DH", "TH", "D"],
        'Ə' => &["A", "AE", "E"],
        'Ő' => &["OE", "O"],
        'Ű' => &["UE", "U"],
        'ẞ' | 'ß' => &["SZ", "S", "SS"],
        _ => return icao(letters),
    };
    listed.iter().map(|text| (1, (*text).into())).collect()
}

const ALPHABET: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W",
    "X", "Y", "Z",
];

/// The letter without its mark, where that is a letter of A–Z.
fn base(letter: char) -> Spellings {
    let folded = fold(&letter.to_string());
    if folded.len() != 1 || !is_plain(&folded) {
        return vec![];
    }
    ALPHABET.iter().filter(|plain| **plain == folded).map(|plain| (1, (*plain).into())).collect()
}
