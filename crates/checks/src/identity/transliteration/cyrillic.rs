//! Cyrillic (ICAO 9303-3, section 6, table B), by language, and older habits.
//!
//! Beside ICAO's column stand the forms of the states' own passports: Ukraine 2010 (resolution 55), Bulgaria 2009 (transliteration act),
//! Belarus 2007, Russia since 2013 (ICAO).

use super::Spellings;

/// Letters that all these languages spell alike.
fn common(letter: char) -> &'static [&'static str] {
    match letter {
        'А' => &["A"],
        'Б' => &["B"],
        'В' => &["V"],
        'Г' | 'Ґ' => &["G"],
        'Д' => &["D"],
        'Е' | 'Э' | 'Ё' => &["E"],
        'Ж' => &["ZH"],
        'З' => &["Z"],
        'И' | 'І' | 'Й' | 'Ї' => &["I"],
        'Ј' => &["J"],
        'К' => &["K"],
        'Л' => &["L"],
        'М' => &["M"],
        'Н' => &["N"],
        'О' => &["O"],
        'П' => &["P"],
        'Р' => &["R"],
        'С' => &["S"],
        'Т' => &["T"],
        'У' => &["U"],
        'Ф' => &["F"],
        'Х' => &["KH"],
        'Ц' => &["TS"],
        'Ч' => &["CH"],
        'Ш' => &["SH"],
        'Щ' => &["SHCH"],
        'Ъ' => &["IE", ""],
        'Ы' => &["Y"],
        'Ь' => &[""],
        'Ю' => &["IU"],
        'Я' => &["IA"],
        _ => &[],
    }
}

fn with(letter: char, own: Option<&'static [&'static str]>) -> Spellings {
    own.unwrap_or_else(|| common(letter)).iter().map(|text| (1, (*text).into())).collect()
}

/// Russian.
pub fn russian(letters: &[char]) -> Spellings {
    with(letters[0], None)
}

/// Ukrainian: Г H, И Y; at the beginning of a word YE, YI, Y, YU, YA; ЗГ ZGH.
pub fn ukrainian(letters: &[char]) -> Spellings {
    if letters.starts_with(&['З', 'Г']) {
        return vec![(2, "ZGH".into()), (2, "ZH".into())];
    }
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Г' => Some(&["H"]),
        'И' => Some(&["Y"]),
        'Є' => Some(&["IE", "YE"]),
        'Ї' => Some(&["I", "YI"]),
        'Й' => Some(&["I", "Y"]),
        'Ю' => Some(&["IU", "YU"]),
        'Я' => Some(&["IA", "YA"]),
        'Ы' | 'Э' | 'Ё' | 'Ъ' => Some(&[]),
        _ => None,
    };
    with(letters[0], own)
}

/// Belarusian: Г H, Ё IO, Ў U.
pub fn belarusian(letters: &[char]) -> Spellings {
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Г' => Some(&["H"]),
        'Ё' => Some(&["IO", "YO"]),
        'Ў' => Some(&["U"]),
        'Е' => Some(&["E", "IE", "YE"]),
        'Ю' => Some(&["IU", "YU"]),
        'Я' => Some(&["IA", "YA"]),
        _ => None,
    };
    with(letters[0], own)
}

/// Bulgarian: Щ SHT, Ъ A, Й Y, Ю YU, Я YA, Х H in its own act; ICAO's column beside it.
pub fn bulgarian(letters: &[char]) -> Spellings {
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Щ' => Some(&["SHT"]),
        'Ъ' => Some(&["A"]),
        'Й' => Some(&["Y", "I"]),
        'Х' => Some(&["H", "KH"]),
        'Ь' => Some(&["Y", ""]),
        'Ю' => Some(&["YU", "IU"]),
        'Я' => Some(&["YA", "IA"]),
        'Ы' | 'Э' | 'Ё' => Some(&[]),
        _ => None,
    };
    with(letters[0], own)
}

/// Serbian.
pub fn serbian(letters: &[char]) -> Spellings {
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Ђ' => Some(&["D", "DJ"]),
        'Ж' => Some(&["Z"]),
        'Љ' => Some(&["LJ"]),
        'Њ' => Some(&["NJ"]),
        'Ћ' | 'Ц' | 'Ч' => Some(&["C"]),
        'Х' => Some(&["H"]),
        'Џ' => Some(&["DZ"]),
        'Ш' => Some(&["S"]),
        'Щ' | 'Ъ' | 'Ы' | 'Ь' | 'Э' | 'Ё' | 'Ю' | 'Я' | 'Й' => Some(&[]),
        _ => None,
    };
    with(letters[0], own)
}

/// Macedonian.
pub fn macedonian(letters: &[char]) -> Spellings {
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Ѓ' => Some(&["GJ", "G"]),
        'Ѕ' => Some(&["DZ"]),
        'Љ' => Some(&["LJ"]),
        'Њ' => Some(&["NJ"]),
        'Ќ' => Some(&["KJ", "K"]),
        'Ц' => Some(&["C", "TS"]),
        'Х' => Some(&["H", "KH"]),
        'Џ' => Some(&["DJ", "DZ", "DZH"]),
        'Ж' => Some(&["ZH", "Z"]),
        'Ч' => Some(&["CH", "C"]),
        'Ш' => Some(&["SH", "S"]),
        'Щ' | 'Ъ' | 'Ы' | 'Ь' | 'Э' | 'Ё' | 'Ю' | 'Я' | 'Й' => Some(&[]),
        _ => None,
    };
    with(letters[0], own)
}

/// What passports before ICAO's table spell: the French way (until 1997), GOST 1997 and 2006, BGN/PCGN, scholarly with J.
pub fn older(letters: &[char]) -> Spellings {
    if letters.starts_with(&['И', 'Й']) || letters.starts_with(&['Ы', 'Й']) {
        // A final -ий or -ый: Dmitriy, Dmitry, Dmitri, Dmitrii, Dmitrij.
        let y = if letters[0] == 'И' { ["IY", "Y", "I", "II", "IJ"] } else { ["YY", "Y", "I", "YI", "YJ"] };
        return y.into_iter().map(|text| (2, text.into())).collect();
    }
    let own: Option<&'static [&'static str]> = match letters[0] {
        'Г' => Some(&["G", "H"]),
        'Е' => Some(&["E", "YE", "JE"]),
        'Ё' => Some(&["E", "YO", "IO", "JO"]),
        'Є' => Some(&["YE", "IE", "JE", "E"]),
        'Ж' => Some(&["ZH", "J", "Z"]),
        'И' => Some(&["I", "Y"]),
        'Ї' => Some(&["YI", "I", "JI"]),
        'Й' => Some(&["Y", "I", "J"]),
        'Х' => Some(&["KH", "H", "CH"]),
        'Ц' => Some(&["TS", "TZ", "C"]),
        'Ч' => Some(&["CH", "TCH", "TSCH", "C"]),
        'Ш' => Some(&["SH", "CH", "SCH", "S"]),
        'Щ' => Some(&["SHCH", "CHTCH", "SCH", "SHH", "SC"]),
        'Ъ' => Some(&["", "IE", "A"]),
        'Ь' => Some(&["", "Y", "I", "J"]),
        'У' => Some(&["U", "OU"]),
        'Ю' => Some(&["YU", "IU", "JU", "IOU"]),
        'Я' => Some(&["YA", "IA", "JA"]),
        'Ў' => Some(&["U", "W"]),
        _ => None,
    };
    with(letters[0], own)
}
