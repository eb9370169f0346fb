//! The name field: surname, given names, and whether the field was too short for them (ICAO 9303-3, 4.6).

/// Names as the zone writes them: A–Z, single spaces.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MrzNames {
    /// Primary identifier; everything when there is no `<<`.
    pub surname: String,
    /// Secondary identifier; empty for people with one name.
    pub given_names: String,
    /// The field is full to its last character, so names may be cut off.
    pub may_be_truncated: bool,
}

impl std::fmt::Debug for MrzNames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MrzNames(redacted)")
    }
}

/// Splits `SURNAME<<GIVEN<NAMES<<<`.
pub fn split(field: &str) -> MrzNames {
    let spaced = |part: &str| part.split('<').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let (surname, given) = field.split_once("<<").unwrap_or((field, ""));
    MrzNames {
        surname: spaced(surname),
        given_names: spaced(given),
        may_be_truncated: !field.is_empty() && !field.ends_with('<'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(field: &str) -> (String, String, bool) {
        let n = split(field);
        (n.surname, n.given_names, n.may_be_truncated)
    }

    #[test]
    fn surnames_given_names_and_one_name_people() {
        assert_eq!(names("ERIKSSON<<ANNA<MARIA<<<<"), ("ERIKSSON".into(), "ANNA MARIA".into(), false));
        assert_eq!(names("AL<KAABI<<ALI<HAMAD<<"), ("AL KAABI".into(), "ALI HAMAD".into(), false));
        assert_eq!(names("SUKARNO<<<<<<<<"), ("SUKARNO".into(), String::new(), false));
        assert_eq!(names("BELSER<<JULIETTE<HENRIKE<SOPHI"), ("BELSER".into(), "JULIETTE HENRIKE SOPHI".into(), true));
    }
}
