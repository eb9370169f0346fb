//! Kinds of document as data: `documents/<ISO3>/<type>.toml`, built into the program, and the words of many languages.

pub mod countries;
pub mod dictionary;
pub mod fold;
mod recognise;
pub mod schema;

use std::sync::LazyLock;

pub use recognise::{Clues, recognise};
use schema::DocumentType;

/// Every type's name (`DEU/id_card`) and file.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/document_types.rs"));

/// A type with its name.
#[derive(Debug)]
pub struct Known {
    /// Folder and file, such as `DEU/id_card`.
    pub id: &'static str,
    /// What the file says.
    pub is: DocumentType,
}

/// All types, by name. A file that does not hold the form is left out here; a test and `xtask tidy` refuse it before that.
pub fn all() -> &'static [Known] {
    static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
        FILES.iter().filter_map(|(id, text)| Some(Known { id, is: DocumentType::parse(text).ok()? })).collect()
    });
    &ALL
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_holds_the_form_and_lies_in_its_issuers_folder() {
        for (id, text) in FILES {
            let read = DocumentType::parse(text).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(id.split('/').next(), Some(read.issuer.as_str()), "{id}");
        }
        assert_eq!(all().len(), FILES.len());
        let issuers: BTreeSet<_> = all().iter().map(|known| known.is.issuer.as_str()).collect();
        assert!(all().len() >= 25 && issuers.len() >= 15, "{} types of {} issuers", all().len(), issuers.len());
    }

    #[test]
    fn faults_are_named() {
        let good = FILES.iter().find(|(id, _)| *id == "DEU/id_card").expect("a type").1;
        let fault = |from: &str, to: &str| DocumentType::parse(&good.replacen(from, to, 1)).expect_err(from);
        assert!(fault("issuer = \"DEU\"", "issuer = \"Germany\"").contains("alpha-3"));
        assert!(fault("version = 1", "version = 7").contains("version 7"));
        assert!(fault("format = \"TD1\"", "format = \"TD9\"").contains("TD9"));
        assert!(fault("kind = ", "colour = 3\nkind = ").contains("colour"));
    }
}
