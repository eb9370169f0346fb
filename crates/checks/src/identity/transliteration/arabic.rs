//! Arabic letters: ICAO 9303-3, section 6, table C, and Arabic as it is heard.
//!
//! Most passports print a name as it is heard, with the short vowels that the script does not write. Then the script can only support the Latin
//! name, not prove it, so the rule that uses [`heard`] asks a person.

use super::Spellings;

/// Table C; vowel signs are not encoded.
pub fn icao(letters: &[char]) -> Spellings {
    let listed: &[&'static str] = match letters[0] {
        'ء' => &["XE"],
        'آ' => &["XAA"],
        'أ' => &["XAE"],
        'ؤ' => &["U"],
        'إ' => &["I"],
        'ئ' => &["XI"],
        'ا' => &["A"],
        'ب' => &["B"],
        'ة' => &["XTA", "XAH"],
        'ت' => &["T"],
        'ث' => &["XTH"],
        'ج' => &["J"],
        'ح' => &["XH"],
        'خ' => &["XKH"],
        'د' => &["D"],
        'ذ' => &["XDH"],
        'ر' => &["R"],
        'ز' => &["Z"],
        'س' => &["S"],
        'ش' => &["XSH"],
        'ص' => &["XSS"],
        'ض' => &["XDZ"],
        'ط' => &["XTT"],
        'ظ' => &["XZZ"],
        'ع' => &["E"],
        'غ' => &["G"],
        'ف' => &["F"],
        'ق' => &["Q"],
        'ك' => &["K"],
        'ل' => &["L"],
        'م' => &["M"],
        'ن' => &["N"],
        'ه' => &["H"],
        'و' => &["W"],
        'ى' => &["XAY"],
        'ي' => &["Y"],
        'ٱ' => &["XXA"],
        'پ' => &["P"],
        'چ' => &["XC"],
        'ژ' => &["XJ"],
        'ک' => &["XKK"],
        'گ' => &["XGG"],
        '\u{064B}'..='\u{0652}' | '\u{0640}' => &[""],
        _ => &[],
    };
    listed.iter().map(|text| (1, (*text).into())).collect()
}

/// The consonant as commonly romanised.
fn sounds(letter: char) -> &'static [&'static str] {
    match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => &["A", "AA", "E", "I", "O", "U"],
        'ء' | 'ؤ' | 'ئ' => &["", "A", "E", "I", "U"],
        'ب' => &["B", "BB"],
        'ت' | 'ط' => &["T", "TT"],
        'ة' => &["A", "AH", "AT", "E", "EH"],
        'ث' => &["TH", "T", "S"],
        'ج' => &["J", "G", "DJ", "JJ"],
        'ح' | 'ه' => &["H", "HH"],
        'خ' => &["KH", "H"],
        'د' => &["D", "DD"],
        'ذ' => &["DH", "D", "TH", "Z"],
        'ر' => &["R", "RR"],
        'ز' => &["Z", "ZZ"],
        'س' | 'ص' => &["S", "SS"],
        'ش' => &["SH", "CH", "SCH"],
        'ض' => &["D", "DH", "DD"],
        'ظ' => &["Z", "DH", "D"],
        'ع' => &["", "A", "AA", "E", "I", "O", "U"],
        'غ' => &["GH", "G"],
        'ف' => &["F", "FF"],
        'ق' => &["Q", "K", "G", "QQ"],
        'ك' | 'ک' => &["K", "C", "KK"],
        'ل' => &["L", "LL"],
        'م' => &["M", "MM"],
        'ن' => &["N", "NN"],
        'و' => &["W", "U", "O", "OU", "OO", "V", "WW"],
        'ى' => &["A", "I"],
        'ي' | 'ی' => &["Y", "I", "EE", "EI", "AY", "AI", "YY", "IY", "E"],
        'پ' => &["P"],
        'چ' => &["CH"],
        'ژ' => &["ZH", "J"],
        'گ' => &["G"],
        '\u{064B}'..='\u{0652}' | '\u{0640}' => &[""],
        _ => &[],
    }
}

/// As heard: the consonant, then perhaps one short vowel.
pub fn heard(letters: &[char]) -> Spellings {
    const VOWELS: [&str; 8] = ["", "A", "E", "I", "O", "U", "OU", "OO"];
    let is_long = matches!(letters[0], 'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ى' | 'ة' | '\u{064B}'..='\u{0652}' | '\u{0640}');
    let vowels = if is_long { &VOWELS[..1] } else { &VOWELS[..] };
    let all = |sound: &&str| vowels.iter().map(|vowel| (1, format!("{sound}{vowel}").into())).collect::<Vec<_>>();
    sounds(letters[0]).iter().flat_map(all).collect()
}
