//! The 7-3-1 check digit of ICAO Doc 9303 part 3, section 4.9.

/// Check digit of `text` as a character `'0'..='9'`. `<` counts 0, digits their value, letters A = 10 … Z = 35.
/// Any other character counts 0, as it cannot stand in a machine readable zone.
pub fn check_digit(text: &str) -> char {
    let sum: u32 = text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(letter, weight)| value(letter) * weight).sum();
    char::from(b'0' + (sum % 10) as u8)
}

fn value(letter: char) -> u32 {
    match letter {
        '0'..='9' | 'A'..='Z' => letter.to_digit(36).unwrap_or(0),
        _ => 0,
    }
}

/// The digit that follows `digit`, 9 being followed by 0: the smallest lie a check digit can tell.
pub(super) fn wrong(digit: char) -> char {
    char::from(b'0' + (digit.to_digit(10).unwrap_or(0) as u8 + 1) % 10)
}
