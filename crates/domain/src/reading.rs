//! What the document says where the applicant said something. Personal data: no `Display`, and `Debug` prints a redaction.

use jiff::civil::Date;

/// The document's own name and birth date, as read. `None` for what was not read.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct DocumentSays {
    /// Given names and surname in the order of the declared name where one of both orders is closer to it.
    pub legal_name: Option<String>,
    /// The birth date.
    pub birth_date: Option<Date>,
}

impl std::fmt::Debug for DocumentSays {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DocumentSays(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_debug_form_tells_nothing() {
        let says = DocumentSays { legal_name: Some("ANNA".into()), birth_date: None };
        assert!(!format!("{says:?}").contains("ANNA"));
    }
}
