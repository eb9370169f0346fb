//! Questions asked of the declared details against the document.

pub mod birth_date;
pub mod name;
pub mod name_rules;
pub mod transliteration;
