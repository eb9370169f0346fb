//! One set of fields from everything that was read: barcode first, then zone, then print; disagreements kept.

use super::aamva::Aamva;
use super::labels::{self, Label};
use super::mrz::{Mrz, MrzDate};
use super::print_date;
use super::text::TextLine;

/// Where a value was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The barcode.
    Barcode,
    /// The machine readable zone.
    Mrz,
    /// Printed text beside or below its label.
    Print,
}

/// A value with its source.
#[derive(Clone, PartialEq)]
pub struct Field {
    /// Text; dates as YYYY-MM-DD where they are known, else as printed; sex as M, F or X.
    pub value: String,
    /// 0–1. Barcode: [`BARCODE`]. Zone: the reader's, raised where a check digit agrees and lowered where it does not.
    /// Print: Tesseract's for the least sure word, at most [`PRINT`].
    pub confidence: f32,
    /// Where it was read.
    pub source: Source,
}

/// Error correction leaves no doubt about the bytes; issuers' own mistakes remain.
pub const BARCODE: f32 = 0.99;
/// A label may have been given a neighbour's value.
pub const PRINT: f32 = 0.8;

/// Names of the fields, in the order they are reported.
pub const NAMES: [&str; 9] =
    ["surname", "given_names", "full_name", "number", "birth_date", "expiry", "sex", "nationality", "issuer"];

/// The fields of a document.
#[derive(Clone, Default, PartialEq)]
pub struct DocumentFields {
    /// Name from [`NAMES`] and value, at most one each.
    pub values: Vec<(&'static str, Field)>,
    /// Values from a later source that say something else than the one kept.
    pub conflicts: Vec<(&'static str, Field)>,
}

impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Field({:?}, {:.2}, redacted)", self.source, self.confidence)
    }
}

impl std::fmt::Debug for DocumentFields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = self.values.iter().map(|(name, _)| name).collect();
        write!(f, "DocumentFields({names:?}, {} conflicts, redacted)", self.conflicts.len())
    }
}

impl DocumentFields {
    /// A field by its name.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.values.iter().find(|(n, _)| *n == name).map(|(_, field)| field)
    }

    fn add(&mut self, name: &'static str, value: &str, confidence: f32, source: Source) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let field = Field { value: value.to_owned(), confidence, source };
        match self.get(name).map(|kept| agree(name, &kept.value, value)) {
            None => self.values.push((name, field)),
            Some(true) => {}
            Some(false) => self.conflicts.push((name, field)),
        }
    }
}

/// Merges. Nothing is guessed: a field no source gives is absent.
pub fn fields(mrz: Option<&Mrz>, licences: &[Aamva], text: &[TextLine]) -> DocumentFields {
    let mut out = DocumentFields::default();
    for licence in licences {
        from_barcode(&mut out, licence);
    }
    if let Some(mrz) = mrz {
        from_mrz(&mut out, mrz);
    }
    from_print(&mut out, text);
    out.values.sort_by_key(|(name, _)| NAMES.iter().position(|n| n == name));
    out
}

fn from_barcode(out: &mut DocumentFields, a: &Aamva) {
    let date = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
    for (name, value) in [
        ("surname", a.surname.clone()),
        ("given_names", a.given_names.clone()),
        ("number", a.number.clone()),
        ("birth_date", date(a.birth_date)),
        ("expiry", date(a.expiry)),
        ("sex", a.sex.map(String::from)),
        ("issuer", a.country.clone()),
    ] {
        out.add(name, &value.unwrap_or_default(), BARCODE, Source::Barcode);
    }
}

fn from_mrz(out: &mut DocumentFields, m: &Mrz) {
    let plain = m.confidence;
    let checked = |name: &str| match m.checks.iter().find(|c| c.name == name) {
        Some(check) if check.ok => 1.0 - (1.0 - plain) * 0.1,
        Some(_) => plain * 0.3,
        None => plain,
    };
    let date = |d: MrzDate| d.known().map(|d| d.to_string()).unwrap_or_default();
    let f = &m.fields;
    for (name, value, confidence) in [
        ("surname", f.names.surname.clone(), plain),
        ("given_names", f.names.given_names.clone(), plain),
        ("number", f.number.clone(), checked("number")),
        ("birth_date", date(f.birth_date), checked("birth_date")),
        ("expiry", f.expiry.map(date).unwrap_or_default(), checked("expiry")),
        ("sex", f.sex.to_string(), plain),
        ("nationality", f.nationality.clone(), plain),
        ("issuer", f.issuer.clone(), plain),
    ] {
        out.add(name, &value, confidence, Source::Mrz);
    }
}

fn from_print(out: &mut DocumentFields, text: &[TextLine]) {
    for (label, value, confidence) in labels::values(text) {
        let name = match label {
            Label::Surname => "surname",
            Label::GivenNames => "given_names",
            Label::Name => "full_name",
            Label::BirthDate => "birth_date",
            Label::Expiry => "expiry",
            Label::Number => "number",
            Label::Sex => "sex",
            Label::Nationality => "nationality",
        };
        let value = match label {
            Label::BirthDate | Label::Expiry => print_date::read(&value).map_or(value, |d| d.to_string()),
            Label::Sex => value.chars().take(1).collect::<String>().to_uppercase(),
            _ => value,
        };
        out.add(name, &value, confidence.min(PRINT), Source::Print);
    }
}

/// Whether two sources say the same, so far as their alphabets let one tell: case, accents, spaces and punctuation do
/// not count, and a date left as printed cannot contradict.
fn agree(name: &str, kept: &str, other: &str) -> bool {
    let bare = |s: &str| s.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let (a, b) = (bare(kept), bare(other));
    match name {
        "birth_date" | "expiry" => a == b || other.parse::<jiff::civil::Date>().is_err(),
        // Print gives the nationality as a word (British), the zone as a code (GBR).
        "nationality" => a == b || a.len() != b.len(),
        // A zone cuts long names and leaves letters beyond A–Z transliterated: only the whole comparison of `checks`
        // can call those different, so here the shared beginning decides.
        "surname" | "given_names" => a.starts_with(&b) || b.starts_with(&a) || !other.is_ascii(),
        _ => a == b,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{aamva, mrz};
    use super::*;

    fn zone() -> Mrz {
        let lines = [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<".to_owned(),
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10".to_owned(),
        ];
        mrz::parse(&lines, date(2026, 11, 22)).expect("a zone")
    }

    fn line(text: &str, y: f32) -> TextLine {
        TextLine { text: text.to_owned(), confidence: 0.9, at: (0.0, y, 100.0, 10.0) }
    }

    #[test]
    fn the_zone_is_believed_before_print_and_conflicts_stay_visible() {
        let print = [line("Surname ERIKSSON", 0.0), line("Date of birth 13 AUG 1974", 20.0), line("Sex F", 40.0)];
        let f = fields(Some(&zone()), &[], &print);
        assert_eq!(f.get("birth_date").map(|f| (f.value.as_str(), f.source)), Some(("1974-08-12", Source::Mrz)));
        assert_eq!(f.conflicts.len(), 1);
        assert_eq!((f.conflicts[0].0, f.conflicts[0].1.value.as_str()), ("birth_date", "1974-08-13"));
    }

    #[test]
    fn the_barcode_is_believed_before_the_zone() {
        let licence =
            aamva::parse(b"@\n\x1e\rANSI 636099090001DL00410278DLDAQX1\nDCSDOE\nDACJOHN\nDBB03041990\nDCGUSA\r");
        let f = fields(Some(&zone()), &[licence.expect("a licence")], &[]);
        assert_eq!(f.get("surname").map(|f| f.value.as_str()), Some("DOE"));
        assert!(f.conflicts.iter().any(|(name, c)| *name == "surname" && c.value == "ERIKSSON"));
        assert_eq!(f.get("nationality").map(|f| f.source), Some(Source::Mrz));
    }

    #[test]
    fn print_alone_serves_and_an_ambiguous_date_stays_as_printed() {
        let f = fields(None, &[], &[line("Name: Jane Doe", 0.0), line("DOB 03/04/1990", 20.0)]);
        assert_eq!(f.get("full_name").map(|f| f.value.as_str()), Some("Jane Doe"));
        assert_eq!(f.get("birth_date").map(|f| f.value.as_str()), Some("03/04/1990"));
        assert!(fields(None, &[], &[]).values.is_empty());
        assert!(!format!("{f:?}").contains("Jane"));
    }
}
