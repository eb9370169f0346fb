//! Questions asked of the declared details against the document.

pub mod agreement;
pub mod birth_date;
pub mod dates;
pub mod difference;
pub mod issuer;
pub mod letters;
pub mod name;
pub mod name_rules;
pub mod plain_fields;
pub mod transliteration;
