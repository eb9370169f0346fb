//! One set of fields from everything that was read: barcode first, then zone, then print; disagreements kept.

mod assign;
mod codes;
mod confirm;
mod dates;
mod fill;
mod labels;
mod line;
mod passport;
mod print;
mod values;

use jiff::civil::Date;

use self::confirm::Strong;
pub use self::print::Evidence;
use self::print::Reading;
pub use self::values::NEVER;
use super::aamva::Aamva;
use super::mrz::{Mrz, MrzDate};
use super::text::TextLine;
use super::types::fold::{Folded, fold};
use super::types::schema::Printed;
use super::types::{self, Clues};

/// Where a value was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The barcode.
    Barcode,
    /// The machine readable zone.
    Mrz,
    /// Printed text.
    Print,
}

/// Four corners in pixels of the photo, from the top left of the upright text clockwise.
pub type Corners = [(f32, f32); 4];

/// A value with its source.
#[derive(Clone, PartialEq)]
pub struct Field {
    /// Text; dates as YYYY-MM-DD where one reading is left, else as printed; [`NEVER`] for a document without an end; sex as
    /// M, F or X; numbers from print without spaces.
    pub value: String,
    /// 0–1. Barcode: [`BARCODE`]. Zone: the reader's, raised where a check digit agrees and lowered where it does not.
    /// Print: the text engine's, times how well label, place and form vouch for the value; measured in
    /// `docs/evaluation/documents-fields.md`.
    pub confidence: f32,
    /// Where it was read.
    pub source: Source,
    /// Where it stands in the photo; print only.
    pub at: Option<Corners>,
    /// What led to it; print only.
    pub evidence: Option<Evidence>,
}

/// Error correction leaves no doubt about the bytes; issuers' own mistakes remain.
pub const BARCODE: f32 = 0.99;
/// A printed value less sure than this is no reading: it is reported among the abstentions, and nothing rests on it.
pub const LEAST: f32 = 0.6;

/// Names of the fields, in the order they are reported.
pub const NAMES: [&str; 11] = [
    "surname",
    "given_names",
    "full_name",
    "number",
    "birth_date",
    "issue_date",
    "expiry",
    "sex",
    "nationality",
    "birth_place",
    "issuer",
];

/// The fields of a document.
#[derive(Clone, Default, PartialEq)]
pub struct DocumentFields {
    /// Name from [`NAMES`] and value, at most one each.
    pub values: Vec<(&'static str, Field)>,
    /// Values from a later source that say something else than the one kept.
    pub conflicts: Vec<(&'static str, Field)>,
    /// Every printed value that is sure enough, whether or not another source has the field too.
    pub printed: Vec<(&'static str, Field)>,
    /// Printed values that are not sure enough.
    pub abstained: Vec<(&'static str, Field)>,
    /// The described type (`DEU/id_card`), when the document is recognised as one.
    pub document_type: Option<&'static str>,
}

/// What the fields are put together from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The zone.
    pub mrz: Option<&'a Mrz>,
    /// Licence records.
    pub licences: &'a [Aamva],
    /// Lines of print, in pixels of the upright picture.
    pub text: &'a [TextLine],
    /// Quarter turns clockwise that brought the photo upright, and the photo's columns and rows.
    pub turned: (u32, usize, usize),
    /// Day of the reading; decides the century of two-digit years.
    pub today: Date,
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

    fn add(&mut self, name: &'static str, field: Field) {
        if field.value.trim().is_empty() {
            return;
        }
        match self.get(name).map(|kept| agree(name, &kept.value, &field.value)) {
            None => self.values.push((name, field)),
            Some(true) => {}
            Some(false) => self.conflicts.push((name, field)),
        }
    }

    fn add_read(&mut self, name: &'static str, value: &str, confidence: f32, source: Source) {
        let value = value.trim().to_owned();
        self.add(name, Field { value, confidence, source, at: None, evidence: None });
    }
}

/// Merges. Nothing is guessed: a field no source gives is absent.
pub fn fields(sources: Sources<'_>) -> DocumentFields {
    let mut out = DocumentFields::default();
    for licence in sources.licences {
        from_barcode(&mut out, licence);
    }
    if let Some(mrz) = sources.mrz {
        from_mrz(&mut out, mrz);
    }
    from_print(&mut out, sources);
    out.values.sort_by_key(|(name, _)| NAMES.iter().position(|n| n == name));
    out
}

fn from_barcode(out: &mut DocumentFields, a: &Aamva) {
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    for (name, value) in [
        ("surname", a.surname.clone()),
        ("given_names", a.given_names.clone()),
        ("number", a.number.clone()),
        ("birth_date", date(a.birth_date)),
        ("issue_date", date(a.issued)),
        ("expiry", date(a.expiry)),
        ("sex", a.sex.map(String::from)),
        ("issuer", a.country.clone()),
    ] {
        out.add_read(name, &value.unwrap_or_default(), BARCODE, Source::Barcode);
    }
}

/// Confidence under which a zone that does not verify is texture or a mirror image; a check digit of one in ten fits by chance there too.
const TEXTURE: f32 = 0.01;

fn from_mrz(out: &mut DocumentFields, m: &Mrz) {
    let plain = m.confidence;
    if !m.valid && plain < TEXTURE {
        return;
    }
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
        out.add_read(name, &value, confidence, Source::Mrz);
    }
}

fn from_print(out: &mut DocumentFields, sources: Sources<'_>) {
    let lines: Vec<Folded> = sources.text.iter().map(|line| Folded::new(&line.text)).collect();
    let mrz = sources.mrz.map(|mrz| {
        let format =
            if mrz.valid_by == Some(super::mrz::Exception::FranceBefore2021) { "FRA" } else { mrz.format.name() };
        (format, mrz.fields.document_code.as_str(), mrz.fields.issuer.as_str())
    });
    let licence = sources.licences.first().and_then(|licence| licence.country.as_deref());
    let by_print = || types::recognise(Clues { mrz: None, licence, lines: &lines });
    let kind = match types::recognise(Clues { mrz, licence, lines: &lines }) {
        // A zone that does not verify may be texture that looked like one; it does not stand against the print.
        None if sources.mrz.is_some_and(|mrz| !mrz.valid) => by_print(),
        kind => kind,
    };
    out.document_type = kind.map(|known| known.id);
    let strong: Vec<Strong> = out
        .values
        .iter()
        // Nothing is weighed against what is itself in doubt.
        .filter(|(_, field)| field.confidence >= LEAST)
        .filter_map(|(name, field)| {
            let cut = field.source == Source::Mrz && sources.mrz.is_some_and(names_cut);
            Some(Strong { field: printed(name)?, value: field.value.clone(), cut })
        })
        .collect();
    let known = values::Known { kind: kind.map(|known| &known.is), side: None, today: sources.today };
    let slope = line::common_slope(sources.text);
    for reading in print::read(sources.text, &known, &strong) {
        let Some(name) = named(reading.field) else { continue };
        let field = in_photo(reading, slope, sources.turned);
        if field.confidence < LEAST {
            out.abstained.push((name, field));
        } else {
            out.printed.push((name, field.clone()));
            out.add(name, field);
        }
    }
}

/// The zone's name field has no filler at its end: the names may go on beyond it.
fn names_cut(mrz: &Mrz) -> bool {
    let line = if mrz.lines.len() == 3 { mrz.lines.last() } else { mrz.lines.first() };
    line.is_some_and(|line| !line.ends_with('<'))
}

fn in_photo(reading: Reading, slope: f32, (turns, columns, rows): (u32, usize, usize)) -> Field {
    let corners = line::sloping(reading.at, slope);
    let (columns, rows) = (columns as f32, rows as f32);
    let back = |(x, y): (f32, f32)| match turns % 4 {
        1 => (y, rows - x),
        2 => (columns - x, rows - y),
        3 => (columns - y, x),
        _ => (x, y),
    };
    Field {
        value: reading.value,
        confidence: reading.confidence,
        source: Source::Print,
        at: Some(corners.map(back)),
        evidence: Some(reading.evidence),
    }
}

fn named(field: Printed) -> Option<&'static str> {
    match field {
        Printed::Surname => Some("surname"),
        Printed::GivenNames => Some("given_names"),
        Printed::FullName => Some("full_name"),
        Printed::Number => Some("number"),
        Printed::BirthDate => Some("birth_date"),
        Printed::IssueDate => Some("issue_date"),
        Printed::Expiry => Some("expiry"),
        Printed::Sex => Some("sex"),
        Printed::Nationality => Some("nationality"),
        Printed::BirthPlace => Some("birth_place"),
        Printed::Name | Printed::SecondSurname | Printed::Other => None,
    }
}

fn printed(name: &str) -> Option<Printed> {
    let all = [
        Printed::Surname,
        Printed::GivenNames,
        Printed::Number,
        Printed::BirthDate,
        Printed::IssueDate,
        Printed::Expiry,
        Printed::Sex,
    ];
    all.into_iter().find(|field| named(*field) == Some(name))
}

/// Whether two sources say the same, so far as their alphabets let one tell: case, accents, spaces and punctuation do
/// not count, and a date left as printed cannot contradict.
fn agree(name: &str, kept: &str, other: &str) -> bool {
    let (a, b) = (fold(kept), fold(other));
    match name {
        "birth_date" | "expiry" | "issue_date" => a == b || (other != NEVER && other.parse::<Date>().is_err()),
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

    fn with<'a>(mrz: Option<&'a Mrz>, licences: &'a [Aamva], text: &'a [TextLine]) -> Sources<'a> {
        Sources { mrz, licences, text, turned: (0, 400, 300), today: date(2026, 11, 22) }
    }

    fn line(text: &str, y: f32) -> TextLine {
        TextLine { text: text.to_owned(), confidence: 0.9, at: (0.0, y, 100.0, 10.0), slope: 0.0 }
    }

    #[test]
    fn the_zone_is_believed_before_print_and_conflicts_stay_visible() {
        let print = [line("Surname ERIKSSON", 0.0), line("Date of birth 13 AUG 1974", 20.0), line("Sex F", 40.0)];
        let f = fields(with(Some(&zone()), &[], &print));
        assert_eq!(f.get("birth_date").map(|f| (f.value.as_str(), f.source)), Some(("1974-08-12", Source::Mrz)));
        assert_eq!(f.conflicts.len(), 1);
        assert_eq!((f.conflicts[0].0, f.conflicts[0].1.value.as_str()), ("birth_date", "1974-08-13"));
    }

    #[test]
    fn the_barcode_is_believed_before_the_zone() {
        let licence =
            aamva::parse(b"@\n\x1e\rANSI 636099090001DL00410278DLDAQX1\nDCSDOE\nDACJOHN\nDBB03041990\nDCGUSA\r");
        let licences = [licence.expect("a licence")];
        let f = fields(with(Some(&zone()), &licences, &[]));
        assert_eq!(f.get("surname").map(|f| f.value.as_str()), Some("DOE"));
        assert!(f.conflicts.iter().any(|(name, c)| *name == "surname" && c.value == "ERIKSSON"));
        assert_eq!(f.get("nationality").map(|f| f.source), Some(Source::Mrz));
    }

    #[test]
    fn texture_that_was_taken_for_a_zone_supplies_nothing() {
        let mut texture = zone();
        (texture.valid, texture.confidence) = (false, 1e-5);
        assert_eq!(fields(with(Some(&texture), &[], &[])).values.len(), 0);
    }

    #[test]
    fn a_zone_that_does_not_verify_does_not_hide_what_is_printed() {
        let mut texture = zone();
        (texture.valid, texture.confidence) = (false, 0.2);
        texture.fields.issuer = "XQZ".to_owned();
        let print = [
            line("DRIVER LICENSE", 0.0),
            line("NEW COLUMBIA USA", 20.0),
            line("1 DOE", 40.0),
            line("3 DOB 03/04/1990", 60.0),
        ];
        let f = fields(with(Some(&texture), &[], &print));
        assert_eq!(f.document_type, Some("USA/driving_licence"));
        let printed = |name: &str| f.printed.iter().find(|(n, _)| *n == name).map(|(_, f)| f.value.as_str());
        assert_eq!((printed("surname"), printed("birth_date")), (Some("DOE"), Some("1990-03-04")));
    }

    #[test]
    fn print_alone_serves_and_an_ambiguous_date_stays_as_printed() {
        let f = fields(with(None, &[], &[line("Name: Jane Doe", 0.0), line("DOB 03/04/1990", 20.0)]));
        assert_eq!(f.get("full_name").map(|f| f.value.as_str()), Some("Jane Doe"));
        assert_eq!(f.get("birth_date").map(|f| f.value.as_str()), Some("03/04/1990"));
        assert!(fields(with(None, &[], &[])).values.is_empty());
        assert!(!format!("{f:?}").contains("Jane"));
    }
}
