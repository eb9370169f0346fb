//! The 37 characters of the machine readable zone and their check-digit arithmetic (ICAO 9303-3, 4.9).

/// Every character a zone may hold, in the order of [`index`].
pub const CHARS: &[u8; 37] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

/// Number of the filler `<` in [`CHARS`].
pub const FILLER: usize = 36;

/// Place of a character in [`CHARS`]; `None` for anything that cannot stand in a zone.
pub fn index(char: u8) -> Option<usize> {
    match char {
        b'0'..=b'9' => Some((char - b'0') as usize),
        b'A'..=b'Z' => Some((char - b'A') as usize + 10),
        b'<' => Some(FILLER),
        _ => None,
    }
}

/// What a character counts in a check digit: 0–35, the filler 0.
pub fn value(index: usize) -> u32 {
    if index == FILLER { 0 } else { index as u32 }
}

/// The weight of the character at `place` of the checked string: 7, 3, 1, 7, 3, 1 …
pub fn weight(place: usize) -> u32 {
    [7, 3, 1][place % 3]
}

/// Check digit of a string, 0–9. Characters outside the alphabet count as 0.
pub fn check_digit(text: &[u8]) -> u8 {
    let sum: u32 = text.iter().enumerate().map(|(i, c)| index(*c).map_or(0, value) * weight(i)).sum();
    b'0' + (sum % 10) as u8
}

/// Which characters a position admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A–Z and the filler.
    Letter,
    /// 0–9 and the filler: dates have unknown parts, check digits of empty fields may be left out.
    Digit,
    /// The whole alphabet.
    Any,
    /// F, M, X or the filler.
    Sex,
    /// Exactly one character.
    Only(u8),
    /// The first character of cards: A, C or I.
    Card,
}

impl Class {
    /// Whether the character with this [`index`] may stand here.
    pub fn admits(self, index: usize) -> bool {
        match self {
            Self::Letter => index >= 10,
            Self::Digit => index < 10 || index == FILLER,
            Self::Any => true,
            Self::Sex => matches!(CHARS[index], b'F' | b'M' | b'X' | b'<'),
            Self::Only(char) => CHARS[index] == char,
            Self::Card => matches!(CHARS[index], b'A' | b'C' | b'I'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icao_worked_examples() {
        assert_eq!(check_digit(b"520727"), b'3');
        assert_eq!(check_digit(b"AB2134<<<"), b'5');
        assert_eq!(check_digit(b"L898902C3"), b'6');
        assert_eq!(check_digit(b"ZE184226B<<<<<"), b'1');
    }

    #[test]
    fn classes_admit_what_their_positions_hold() {
        let admitted = |class: Class| CHARS.iter().filter(|c| class.admits(index(**c).map_or(0, |i| i))).count();
        assert_eq!(admitted(Class::Letter), 27);
        assert_eq!(admitted(Class::Digit), 11);
        assert_eq!(admitted(Class::Sex), 4);
        assert_eq!(admitted(Class::Only(b'P')), 1);
    }
}
