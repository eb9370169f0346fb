//! Who a document speaks of.

use super::chance::Chance;
use crate::person::Person;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// 1900–2099.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31; the samples stay within 28.
    pub day: u8,
}

impl Date {
    /// `(2024, 3, 1)` → 1 March 2024.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `YYMMDD`, as in a machine readable zone.
    pub fn compact(self) -> String {
        format!("{:02}{:02}{:02}", self.year % 100, self.month, self.day)
    }

    /// The same day `years` later or, when negative, earlier.
    #[must_use]
    pub fn shifted(self, years: i16) -> Self {
        Self { year: self.year.saturating_add_signed(years), ..self }
    }
}

/// Sex as ICAO Doc 9303 knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// `F`.
    Female,
    /// `M`.
    Male,
    /// `X` in print, `<` in the machine readable zone.
    Unspecified,
}

impl Sex {
    /// The letter printed on the card.
    pub const fn printed(self) -> char {
        match self {
            Self::Female => 'F',
            Self::Male => 'M',
            Self::Unspecified => 'X',
        }
    }
}

/// An invented person's papers. Every field may be set; [`Holder::sample`] fills them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// As printed; Latin letters with accents are transliterated for the machine readable zone.
    pub surname: String,
    /// All given names, blank between them.
    pub given_names: String,
    /// Day of birth.
    pub birth_date: Date,
    /// Sex.
    pub sex: Sex,
    /// Three letters; `UTO` unless set otherwise.
    pub nationality: String,
    /// Document number, at most nine of A–Z and 0–9.
    pub number: String,
    /// First day of validity.
    pub issue_date: Date,
    /// Last day of validity.
    pub expiry_date: Date,
    /// Whose face: the seed of `person::Person`.
    pub person_seed: u64,
}

const SURNAMES: [&str; 16] = [
    "Eriksson",
    "Castellan",
    "Moravek",
    "Whitlock",
    "Okonjo",
    "Lindqvist",
    "Tamsin",
    "Farrow",
    "Brandvold",
    "Quillon",
    "Adeyemi",
    "Vasquez",
    "Harrington",
    "Novak",
    "Delacroix",
    "Ishikawa",
];
const FEMALE: [&str; 8] = ["Anna Maria", "Ingrid", "Leonora Jane", "Amara", "Sofia", "Helena Ruth", "Yuki", "Petra"];
const MALE: [&str; 8] = ["Jonas", "Tobias Karl", "Emeka", "Rafael", "Henry James", "Milan", "Kenji", "Oscar"];

impl Holder {
    /// A person valid for ten years from some day of 2024 or 2025, of age 20–60 in 2026; the same for the same seed.
    pub fn sample(seed: u64) -> Self {
        let mut chance = Chance::new(seed, 0x0048_6f6c_6465_7200);
        let sex = if Person::new(seed).is_male() { Sex::Male } else { Sex::Female };
        let given = if sex == Sex::Female { chance.pick(&FEMALE) } else { chance.pick(&MALE) };
        let issue_date = day(&mut chance, 2024, 2);
        Self {
            surname: (*chance.pick(&SURNAMES)).to_owned(),
            given_names: (*given).to_owned(),
            birth_date: day(&mut chance, 1966, 40),
            sex,
            nationality: "UTO".to_owned(),
            number: number(&mut chance),
            issue_date,
            expiry_date: issue_date.shifted(10),
            person_seed: seed,
        }
    }

    /// The same holder under another name.
    #[must_use]
    pub fn named(self, surname: &str, given_names: &str) -> Self {
        Self { surname: surname.to_owned(), given_names: given_names.to_owned(), ..self }
    }

    /// The same holder born on another day.
    #[must_use]
    pub fn born(self, birth_date: Date) -> Self {
        Self { birth_date, ..self }
    }

    /// The same holder with other days of issue and expiry.
    #[must_use]
    pub fn valid(self, issue_date: Date, expiry_date: Date) -> Self {
        Self { issue_date, expiry_date, ..self }
    }
}

fn day(chance: &mut Chance, first_year: u16, years: usize) -> Date {
    let year = first_year + chance.below(years) as u16;
    Date::new(year, 1 + chance.below(12) as u8, 1 + chance.below(28) as u8)
}

/// One letter and eight digits, `O` and `I` left out as real issuers do.
fn number(chance: &mut Chance) -> String {
    let letter = char::from(*chance.pick(b"CDEFGHJKLMNPRTVWXYZ"));
    let digits: String = (0..8).map(|_| char::from(b'0' + chance.below(10) as u8)).collect();
    format!("{letter}{digits}")
}
