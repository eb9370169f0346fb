//! Composing the lines, with one check digit wrong on request.

use super::check_digit::{check_digit, wrong};

/// The check digit that a forger forgot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckDigit {
    /// Over the document number.
    Number,
    /// Over the birth date.
    BirthDate,
    /// Over the expiry date.
    ExpiryDate,
    /// Over the whole second line (TD3) or both upper lines (TD1).
    Composite,
}

/// What a zone says, already transliterated to A–Z, 0–9 and `<`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// One or two letters: `P`, `I`.
    pub code: String,
    /// Three letters.
    pub issuer: String,
    /// `SURNAME<<GIVEN<NAMES`, unpadded.
    pub names: String,
    /// At most nine characters.
    pub number: String,
    /// Three letters.
    pub nationality: String,
    /// YYMMDD.
    pub birth: String,
    /// `M`, `F` or `<`.
    pub sex: char,
    /// YYMMDD.
    pub expiry: String,
    /// Optional data, unpadded; may be empty.
    pub optional: String,
}

/// Two lines of 44 characters.
pub fn td3(zone: &Zone, lie: Option<CheckDigit>) -> Vec<String> {
    let upper = format!("{}{}{}", padded(&zone.code, 2), padded(&zone.issuer, 3), padded(&zone.names, 39));
    let number = checked(&padded(&zone.number, 9), lie == Some(CheckDigit::Number));
    let birth = checked(&zone.birth, lie == Some(CheckDigit::BirthDate));
    let expiry = checked(&zone.expiry, lie == Some(CheckDigit::ExpiryDate));
    let optional = checked(&padded(&zone.optional, 14), false);
    let composite = last(&format!("{number}{birth}{expiry}{optional}"), lie == Some(CheckDigit::Composite));
    let nationality = padded(&zone.nationality, 3);
    vec![upper, format!("{number}{nationality}{birth}{}{expiry}{optional}{composite}", zone.sex)]
}

/// Three lines of 30 characters.
pub fn td1(zone: &Zone, lie: Option<CheckDigit>) -> Vec<String> {
    let number = checked(&padded(&zone.number, 9), lie == Some(CheckDigit::Number));
    let upper_rest = format!("{number}{}", padded(&zone.optional, 15));
    let upper = format!("{}{}{upper_rest}", padded(&zone.code, 2), padded(&zone.issuer, 3));
    let birth = checked(&zone.birth, lie == Some(CheckDigit::BirthDate));
    let expiry = checked(&zone.expiry, lie == Some(CheckDigit::ExpiryDate));
    let middle_optional = padded("", 11);
    let composite = last(&format!("{upper_rest}{birth}{expiry}{middle_optional}"), lie == Some(CheckDigit::Composite));
    let nationality = padded(&zone.nationality, 3);
    let middle = format!("{birth}{}{expiry}{nationality}{middle_optional}{composite}", zone.sex);
    vec![upper, middle, padded(&zone.names, 30)]
}

fn checked(text: &str, lie: bool) -> String {
    format!("{text}{}", last(text, lie))
}

fn last(text: &str, lie: bool) -> char {
    let digit = check_digit(text);
    if lie { wrong(digit) } else { digit }
}

/// Cut or filled with `<` to exactly `width` characters.
fn padded(text: &str, width: usize) -> String {
    text.chars().chain(std::iter::repeat('<')).take(width).collect()
}
