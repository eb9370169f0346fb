//! What the applicant says of themselves. Personal data: no `Display`, and `Debug` prints a redaction.

use jiff::Timestamp;
use jiff::civil::Date;

/// The longest legal name that is accepted, in characters. Real names beyond 120 exist; 200 keeps them and bounds the store.
pub const LEGAL_NAME_MAX: usize = 200;

/// The legal name as on the document.
#[derive(Clone, PartialEq, Eq)]
pub struct LegalName(String);

/// A birth date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BirthDate(Date);

/// An ISO 3166-1 alpha-3 code or one of ICAO 9303's additions (`UTO`, `XXA`, `D` is written `DEU`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 3]);

/// What kind of document was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentType {
    /// A passport: one page, MRZ on it.
    Passport,
    /// A national identity card: two sides.
    IdCard,
    /// A driving licence: two sides.
    DrivingLicence,
}

/// What was declared before the photos.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Legal name.
    pub legal_name: LegalName,
    /// Birth date.
    pub birth_date: BirthDate,
    /// Chosen document.
    pub document_type: DocumentType,
    /// Who issued it.
    pub issuing_country: Country,
}

/// The stored receipt of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Version of the text that was shown.
    pub version: String,
    /// Language it was shown in (BCP 47).
    pub language: String,
    /// When it was given.
    pub given_at: Timestamp,
}

/// Why a declared value is refused. Never repeats the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeclarationError {
    /// Nothing, or only spaces.
    #[error("the legal name is empty")]
    NameEmpty,
    /// Longer than [`LEGAL_NAME_MAX`].
    #[error("the legal name is longer than {LEGAL_NAME_MAX} characters")]
    NameTooLong,
    /// Holds a character that no name has: control characters, digits only, pictographs.
    #[error("the legal name holds a character that is no letter, mark, space or name punctuation")]
    NameCharacter,
    /// The birth date does not lie in the past.
    #[error("the birth date does not lie in the past")]
    BirthDateInFuture,
    /// More than 130 years ago.
    #[error("the birth date lies more than 130 years back")]
    BirthDateTooOld,
    /// Not three letters A–Z.
    #[error("the country is not a code of three letters A to Z")]
    Country,
}

impl LegalName {
    /// Trims, folds inner runs of spaces, leaves out what only steers the direction of writing, and checks the characters.
    pub fn new(text: &str) -> Result<Self, DeclarationError> {
        let text: String = text.chars().filter(|c| !steers_direction(*c)).collect();
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            return Err(DeclarationError::NameEmpty);
        }
        if folded.chars().count() > LEGAL_NAME_MAX {
            return Err(DeclarationError::NameTooLong);
        }
        if !folded.chars().any(char::is_alphabetic) || !folded.chars().all(belongs_in_a_name) {
            return Err(DeclarationError::NameCharacter);
        }
        Ok(Self(folded))
    }

    /// The name itself, for comparing and storing; never for a log.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Letters of every script and the marks written with them; digits stand in a few legal names ("Jennifer 8. Lee").
fn belongs_in_a_name(c: char) -> bool {
    c.is_alphanumeric()
        || is_mark(c)
        || matches!(c, ' ' | '-' | '\'' | '’' | '.' | ',' | '·' | '‐' | '‑' | 'ʻ' | 'ʼ' | '/' | '׳' | '״' | '・')
}

/// Marks that stand on or join letters and are no letters themselves to Unicode: accents, points, and the signs of South and Southeast Asia that
/// take a vowel away.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670
        | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0951..=0x0957 | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0A3C | 0x0A4D
        | 0x0ABC | 0x0ACD | 0x0B3C | 0x0B4D | 0x0BCD | 0x0C3C | 0x0C4D | 0x0CBC | 0x0CCD | 0x0D3B | 0x0D3C | 0x0D4D
        | 0x0DCA | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x0EBA | 0x0EC8..=0x0ECE | 0x0F35 | 0x0F37 | 0x0F39
        | 0x0F71..=0x0F84 | 0x1037 | 0x1039 | 0x103A | 0x17C9..=0x17D3 | 0x17DD | 0x200C | 0x200D)
}

/// Signs that only steer the direction of writing. They come along unseen when a name is pasted, and are no part of it.
fn steers_direction(c: char) -> bool {
    matches!(c as u32, 0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 | 0xFEFF)
}

impl BirthDate {
    /// A birth date as seen from `today`.
    pub fn new(date: Date, today: Date) -> Result<Self, DeclarationError> {
        if date >= today {
            return Err(DeclarationError::BirthDateInFuture);
        }
        if today.year() - date.year() > 130 {
            return Err(DeclarationError::BirthDateTooOld);
        }
        Ok(Self(date))
    }

    /// A stored birth date, checked when it was declared.
    pub fn from_stored(date: Date) -> Self {
        Self(date)
    }

    /// The date itself, for comparing and storing; never for a log.
    pub fn expose(self) -> Date {
        self.0
    }
}

impl Country {
    /// Reads three letters A–Z.
    pub fn new(code: &str) -> Result<Self, DeclarationError> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| DeclarationError::Country)?;
        if bytes.iter().all(u8::is_ascii_uppercase) { Ok(Self(bytes)) } else { Err(DeclarationError::Country) }
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

impl DocumentType {
    /// Every type.
    pub const ALL: [Self; 3] = [Self::Passport, Self::IdCard, Self::DrivingLicence];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdCard => "id_card",
            Self::DrivingLicence => "driving_licence",
        }
    }

    /// The type of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a photo of the back is asked for: a passport's data page has none.
    pub fn has_back(self) -> bool {
        self != Self::Passport
    }
}

impl std::fmt::Debug for LegalName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LegalName(redacted)")
    }
}

impl std::fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BirthDate(redacted)")
    }
}

impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_of_many_scripts_are_kept_and_their_debug_form_tells_nothing() {
        for name in [
            "Anna Maria Eriksson",
            "O’Neill-Šťastný",
            "王小明",
            "محمد بن سلمان",
            "Nguyễn Thị Ánh",
            "Null",
            "Ng",
            "प्रिया शर्मा",
            "கார்த்திக் சுப்பிரமணியன்",
            "వెంకట్ కృష్ణ",
            "ជា សុខ្មែរ",
            "မြင့်မြတ်",
            "ג׳ורג׳ כהן",
            "マリア・エリクソン",
            "Suharto",
            "Wolfeschlegelsteinhausenbergerdorff-Oberwaltersbach von der Vogelweide zu Hohenstein und Lichtenfels-Grünewald und Adelheim",
        ] {
            let kept = LegalName::new(name).expect(name);
            assert_eq!(kept.expose(), name);
            assert!(!format!("{kept:?}").contains(name));
        }
    }

    #[test]
    fn signs_of_direction_that_were_pasted_along_are_left_out() {
        let pasted = LegalName::new("\u{202b}محمد\u{202c} \u{200f}علي\u{200e}").expect("a name");
        assert_eq!(pasted.expose(), "محمد علي");
        assert_eq!(LegalName::new("\u{200f}"), Err(DeclarationError::NameEmpty));
    }

    #[test]
    fn what_is_no_name_is_refused_by_cause() {
        assert_eq!(LegalName::new("  \u{a0} "), Err(DeclarationError::NameEmpty));
        assert_eq!(LegalName::new(&"a".repeat(201)), Err(DeclarationError::NameTooLong));
        for text in ["Anna 😀", "1234", "Anna\u{0}", "<script>", "---"] {
            assert_eq!(LegalName::new(text), Err(DeclarationError::NameCharacter), "{text}");
        }
    }

    #[test]
    fn birth_dates_lie_in_a_life_span() {
        let today = date(2026, 11, 22);
        assert!(BirthDate::new(date(2000, 2, 29), today).is_ok());
        assert_eq!(BirthDate::new(today, today), Err(DeclarationError::BirthDateInFuture));
        assert_eq!(BirthDate::new(date(1890, 1, 1), today), Err(DeclarationError::BirthDateTooOld));
    }

    #[test]
    fn countries_are_three_capital_letters() {
        assert_eq!(Country::new("UTO").map(|c| c.code().to_owned()), Ok("UTO".to_owned()));
        for wrong in ["uto", "UT", "UT1", "UTOO", "É"] {
            assert_eq!(Country::new(wrong), Err(DeclarationError::Country));
        }
    }
}
