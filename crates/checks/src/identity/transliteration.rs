//! The admitted spellings of a letter in the machine readable zone (ICAO 9303-3, section 6, tables A and B), and folding to plain letters.

use unicode_normalization::UnicodeNormalization;

/// The admitted spellings of an upper-case letter, most common first; empty for a letter of a script that has no table here.
pub fn spellings(letter: char) -> Vec<String> {
    if letter.is_ascii_alphanumeric() {
        return vec![letter.to_ascii_uppercase().to_string()];
    }
    let listed: &[&str] = latin(letter).or_else(|| cyrillic(letter)).unwrap_or_default();
    if !listed.is_empty() {
        return listed.iter().map(|text| (*text).to_owned()).collect();
    }
    let base: String = letter.nfd().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    if base.is_empty() { vec![] } else { vec![base] }
}

/// Letters whose spelling is more than the letter without its mark.
fn latin(letter: char) -> Option<&'static [&'static str]> {
    Some(match letter {
        'Ä' => &["AE", "A"],
        'Ö' | 'Ø' => &["OE", "O"],
        'Ü' => &["UE", "U", "UXX"],
        'ß' | 'ẞ' => &["SS"],
        'Å' => &["AA", "A"],
        'Æ' => &["AE"],
        'Œ' => &["OE"],
        'Ñ' => &["N", "NXX"],
        'Þ' => &["TH"],
        'Ð' | 'Đ' => &["D", "DH"],
        'Ł' => &["L"],
        'Ħ' => &["H"],
        'Ŧ' => &["T"],
        'ı' | 'İ' => &["I"],
        'Ĳ' => &["IJ"],
        'Ŋ' => &["N"],
        'Ə' => &["E", "A"],
        _ => return None,
    })
}

/// Russian, Ukrainian, Belarusian, Bulgarian, Serbian letters; several states spell the same letter differently.
fn cyrillic(letter: char) -> Option<&'static [&'static str]> {
    Some(match letter {
        'А' => &["A"],
        'Б' => &["B"],
        'В' => &["V"],
        'Г' => &["G", "H"],
        'Ґ' => &["G"],
        'Д' => &["D"],
        'Ђ' => &["D", "DJ"],
        'Е' => &["E", "YE", "IE"],
        'Ё' => &["E", "IO", "YO"],
        'Є' => &["IE", "YE", "E"],
        'Ж' => &["ZH", "Z"],
        'З' => &["Z"],
        'И' => &["I", "Y"],
        'І' => &["I"],
        'Ї' => &["I", "YI"],
        'Й' => &["I", "Y", "J"],
        'Ј' => &["J"],
        'К' => &["K"],
        'Л' => &["L"],
        'Љ' => &["LJ"],
        'М' => &["M"],
        'Н' => &["N"],
        'Њ' => &["NJ"],
        'О' => &["O"],
        'П' => &["P"],
        'Р' => &["R"],
        'С' => &["S"],
        'Т' => &["T"],
        'Ћ' => &["C"],
        'У' => &["U"],
        'Ў' => &["U", "W"],
        'Ф' => &["F"],
        'Х' => &["KH", "H", "X"],
        'Ц' => &["TS", "C"],
        'Ч' => &["CH", "C"],
        'Џ' => &["DZ"],
        'Ш' => &["SH", "S"],
        'Щ' => &["SHCH", "SHT"],
        'Ъ' => &["IE", "A", ""],
        'Ы' => &["Y"],
        'Ь' => &["", "Y"],
        'Э' => &["E"],
        'Ю' => &["IU", "YU", "JU"],
        'Я' => &["IA", "YA", "JA"],
        _ => return None,
    })
}

/// Whether `plain` (A–Z, 0–9) is an admitted spelling of `written` (upper case, no separators).
pub fn admits(written: &[char], plain: &[u8]) -> bool {
    match written.split_first() {
        None => plain.is_empty(),
        Some((letter, rest)) => spellings(*letter)
            .iter()
            .any(|spelling| plain.strip_prefix(spelling.as_bytes()).is_some_and(|left| admits(rest, left))),
    }
}

/// Whether `plain` ends inside `written`: it is an admitted spelling of a beginning of it.
pub fn admits_beginning(written: &[char], plain: &[u8]) -> bool {
    if plain.is_empty() {
        return true;
    }
    let Some((letter, rest)) = written.split_first() else { return false };
    spellings(*letter).iter().any(|spelling| match plain.strip_prefix(spelling.as_bytes()) {
        Some(left) => {
            !spelling.is_empty() && admits_beginning(rest, left) || spelling.is_empty() && admits_beginning(rest, plain)
        }
        None => spelling.as_bytes().starts_with(plain),
    })
}

/// Upper case without marks, separators kept; letters of other scripts stay as they are.
pub fn fold(text: &str) -> String {
    text.to_uppercase().nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).nfc().collect()
}

/// Whether every letter has an admitted spelling here.
pub fn is_covered(text: &str) -> bool {
    upper(text).chars().filter(|c| c.is_alphanumeric()).all(|c| !spellings(c).is_empty())
}

/// Composed upper case; `ß` stays one letter.
pub fn upper(text: &str) -> String {
    text.nfc().flat_map(|c| if c == 'ß' { vec!['ẞ'] } else { c.to_uppercase().collect() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(written: &str, plain: &str) -> bool {
        admits(&upper(written).chars().collect::<Vec<_>>(), plain.as_bytes())
    }

    #[test]
    fn admitted_spellings_are_admitted_and_others_are_not() {
        for (written, plain) in [
            ("Müller", "MUELLER"),
            ("Müller", "MULLER"),
            ("Müller", "MUXXLLER"),
            ("Straße", "STRASSE"),
            ("Đorđević", "DORDEVIC"),
            ("Þórarinn", "THORARINN"),
            ("Щербакова", "SHCHERBAKOVA"),
            ("Юлія", "IULIIA"),
            ("İpek", "IPEK"),
            ("Nguyễn", "NGUYEN"),
        ] {
            assert!(spelt(written, plain), "{written} {plain}");
        }
        for (written, plain) in [("Müller", "MILLER"), ("Müller", "MUELER"), ("王", "WANG"), ("Anna", "ANN")] {
            assert!(!spelt(written, plain), "{written} {plain}");
        }
    }

    #[test]
    fn a_beginning_may_end_inside_a_letter_of_two() {
        let written: Vec<char> = upper("Müller").chars().collect();
        assert!(admits_beginning(&written, b"MUE"));
        assert!(admits_beginning(&written, b"MU"));
        assert!(!admits_beginning(&written, b"MI"));
    }
}
