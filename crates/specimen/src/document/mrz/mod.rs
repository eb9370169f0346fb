//! Machine readable zones after ICAO Doc 9303: TD3 (passports, part 4) and TD1 (cards, part 5).

mod check_digit;
mod lines;
mod transliterate;

#[cfg(test)]
mod tests;

pub use check_digit::check_digit;
pub use lines::{CheckDigit, Zone, td1, td3};
pub use transliterate::transliterate;
