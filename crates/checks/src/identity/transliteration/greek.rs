//! Greek: ELOT 743, which Greek and Cypriot passports use, and older habits. Accents and breathings do not count.

use super::Spellings;
use crate::identity::letters::fold;

fn plain(letters: &[char]) -> Vec<char> {
    letters.iter().take(3).flat_map(|c| fold(&c.to_string()).chars().collect::<Vec<_>>()).collect()
}

/// A diaeresis parts two vowels; without composed forms it is seen before folding.
fn parted(letters: &[char]) -> bool {
    matches!(letters.get(1), Some('Ϊ' | 'Ϋ' | 'ΐ' | 'ΰ'))
}

fn pairs(letters: &[char]) -> Spellings {
    let plain = plain(letters);
    let Some(pair) = plain.get(..2).filter(|_| !parted(letters)) else { return vec![] };
    let listed: &[&'static str] = match (pair[0], pair[1]) {
        // Before a voiced sound V, before a voiceless one and at the end F; both are admitted rather than judged.
        ('Α', 'Υ') => &["AV", "AF"],
        ('Ε', 'Υ') => &["EV", "EF"],
        ('Η', 'Υ') => &["IV", "IF"],
        ('Ο', 'Υ') => &["OU"],
        ('Γ', 'Γ') => &["NG"],
        ('Γ', 'Ξ') => &["NX"],
        ('Γ', 'Χ') => &["NCH"],
        ('Γ', 'Κ') => &["GK"],
        ('Μ', 'Π') => &["B", "MP"],
        _ => &[],
    };
    listed.iter().map(|text| (2, (*text).into())).collect()
}

fn single(letter: char) -> &'static [&'static str] {
    match letter {
        'Α' => &["A"],
        'Β' => &["V"],
        'Γ' => &["G"],
        'Δ' => &["D"],
        'Ε' => &["E"],
        'Ζ' => &["Z"],
        'Η' | 'Ι' => &["I"],
        'Θ' => &["TH"],
        'Κ' => &["K"],
        'Λ' => &["L"],
        'Μ' => &["M"],
        'Ν' => &["N"],
        'Ξ' => &["X"],
        'Ο' | 'Ω' => &["O"],
        'Π' => &["P"],
        'Ρ' => &["R"],
        'Σ' => &["S"],
        'Τ' => &["T"],
        'Υ' => &["Y"],
        'Φ' => &["F"],
        'Χ' => &["CH"],
        'Ψ' => &["PS"],
        _ => &[],
    }
}

/// ELOT 743.
pub fn elot743(letters: &[char]) -> Spellings {
    let found = pairs(letters);
    if !found.is_empty() {
        return found;
    }
    plain(letters).first().map(|c| single(*c).iter().map(|text| (1, (*text).into())).collect()).unwrap_or_default()
}

/// As Greeks abroad have long spelt: Φ PH, Χ H, ΜΠ B, ΝΤ D, Η H, Υ U or I.
pub fn older(letters: &[char]) -> Spellings {
    let plain = plain(letters);
    let (Some(first), second) = (plain.first(), plain.get(1)) else { return vec![] };
    let two: &[&'static str] = match (first, second) {
        ('Ν', Some('Τ')) => &["D", "ND", "NT"],
        ('Γ', Some('Κ')) => &["G", "NG", "GK"],
        ('Ο', Some('Υ')) if !parted(letters) => &["U", "OU"],
        ('Α', Some('Υ')) if !parted(letters) => &["AU", "AV", "AF"],
        ('Ε', Some('Υ')) if !parted(letters) => &["EU", "EV", "EF"],
        ('Α' | 'Ε' | 'Ο', Some('Ι')) if !parted(letters) => &["E", "I", "AI", "EI", "OI"],
        _ => &[],
    };
    let one: &[&'static str] = match first {
        'Β' => &["B", "V"],
        'Η' => &["H", "I", "E"],
        'Υ' => &["Y", "U", "I"],
        'Φ' => &["PH", "F"],
        'Χ' => &["H", "KH", "X", "CH"],
        'Ξ' => &["X", "KS"],
        'Γ' => &["G", "GH", "Y"],
        'Δ' => &["D", "DH"],
        'Κ' => &["K", "C"],
        other => single(*other),
    };
    pairs(letters)
        .into_iter()
        .chain(two.iter().map(|text| (2, (*text).into())))
        .chain(one.iter().map(|text| (1, (*text).into())))
        .collect()
}
