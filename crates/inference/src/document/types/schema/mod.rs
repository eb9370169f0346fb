//! The form of `documents/<ISO3>/<type>.toml`. Only serde and the standard library, because `xtask tidy` holds the files
//! to this very form without depending on the crate.

mod pattern;

pub use pattern::Pattern;
use serde::Deserialize;

/// The only version of the form so far.
pub const VERSION: u32 = 1;

/// One kind of document of one issuer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentType {
    /// [`VERSION`].
    pub version: u32,
    /// Issuing state, ISO 3166-1 alpha-3; the folder's name.
    pub issuer: String,
    /// What it is.
    pub kind: Kind,
    /// What people call it, with the years of the layout.
    pub title: String,
    /// ICAO 9303 sizes.
    pub size: Size,
    /// Sides that carry something.
    pub sides: Vec<Side>,
    /// Where the description comes from and what was left out as unsure.
    pub source: String,
    /// Languages of labels and month names, ISO 639-1; labels of these languages in `documents/labels.toml` count too.
    pub languages: Vec<String>,
    /// How to know it by its print.
    pub recognise: Recognise,
    /// Machine readable zones.
    #[serde(default)]
    pub mrz: Vec<MrzRule>,
    /// Barcodes.
    #[serde(default)]
    pub barcode: Vec<BarcodeRule>,
    /// How dates are printed.
    pub dates: Dates,
    /// How its end is printed.
    #[serde(default)]
    pub expiry: Expiry,
    /// What is particular about names.
    #[serde(default)]
    pub names: Names,
    /// Words for the sexes beyond M, F and X.
    #[serde(default)]
    pub sex: SexWords,
    /// The nationality of its own citizens as the issuer prints it, all languages in one.
    #[serde(default)]
    pub nationality: Vec<String>,
    /// Printed fields.
    pub field: Vec<FieldRule>,
}

/// Kinds of document.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Passport.
    Passport,
    /// National identity card.
    IdCard,
    /// Driving licence.
    DrivingLicence,
    /// Residence permit.
    ResidencePermit,
}

/// ICAO 9303 sizes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Size {
    /// 85.6 × 54.0 mm.
    #[serde(rename = "ID-1")]
    Id1,
    /// 105 × 74 mm.
    #[serde(rename = "ID-2")]
    Id2,
    /// 125 × 88 mm.
    #[serde(rename = "ID-3")]
    Id3,
}

/// A side.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// With the portrait; a passport's data page.
    Front,
    /// The other.
    Back,
}

/// How to know a type by its print.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognise {
    /// Printed words. Each entry may hold alternatives separated by `|`. The first must be seen.
    pub words: Vec<String>,
    /// How many entries must be seen, the first among them.
    pub least: usize,
}

/// A machine readable zone that the type carries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MrzRule {
    /// `TD1`, `TD2`, `TD3`, `FRA` (France before 2021).
    pub format: String,
    /// Where it is.
    pub side: Side,
    /// What the document code begins with.
    pub code: String,
    /// The issuer as the zone writes it (`D` for Germany).
    pub issuer: String,
}

/// A barcode that the type carries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarcodeRule {
    /// `PDF417`, `QRCode`, `DataMatrix`, `Code39`, `Code128`.
    pub kind: String,
    /// Where it is.
    pub side: Side,
    /// Whether it is an AAMVA record of this issuer.
    #[serde(default)]
    pub aamva: bool,
}

/// How dates are printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Which part comes first.
    pub order: DateOrder,
    /// Years may be printed with two digits.
    #[serde(default)]
    pub two_digit_years: bool,
}

/// Order of day, month and year.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateOrder {
    /// 31.12.2030
    Dmy,
    /// 12/31/2030
    Mdy,
    /// 2030-12-31
    Ymd,
}

/// How a document's end is printed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expiry {
    /// Words or dates that mean that it does not expire.
    #[serde(default)]
    pub never: Vec<String>,
    /// Set where the type prints no end: years from issue (0: it does not expire).
    pub years_from_issue: Option<u32>,
}

/// What is particular about names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Two surnames, both in one field.
    #[serde(default)]
    pub two_surnames: bool,
    /// Names stand in the issuer's script and, behind a stroke or below, in Latin letters; the Latin ones are read.
    #[serde(default)]
    pub two_scripts: bool,
    /// Titles printed with the name and no part of it.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Words that begin another name (`GEB.`, `née`): what follows is not the surname.
    #[serde(default)]
    pub other_name: Vec<String>,
}

/// Words for the sexes beyond M, F and X.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SexWords {
    /// Male.
    #[serde(default)]
    pub m: Vec<String>,
    /// Female.
    #[serde(default)]
    pub f: Vec<String>,
    /// Unspecified or other.
    #[serde(default)]
    pub x: Vec<String>,
}

/// One printed field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    /// Which.
    pub name: Printed,
    /// Where.
    pub side: Side,
    /// Labels as printed.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Codes that stand before the value (`4b`).
    #[serde(default)]
    pub codes: Vec<String>,
    /// Where the value stands from its label; both when empty.
    #[serde(default)]
    pub place: Vec<Place>,
    /// Left, top, width, height as shares of the upright side, for values without a label. It tells people where to look;
    /// the reader finds such a value by its pattern.
    pub zone: Option<[f32; 4]>,
    /// Masks of the value.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// Lines that the value may take.
    #[serde(default = "one")]
    pub lines: usize,
}

fn one() -> usize {
    1
}

/// Where a value stands from its label.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On the next line.
    Below,
    /// On the same line.
    Right,
    /// On the line before.
    Above,
}

/// A printed field, or the meaning of a label.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Printed {
    /// Family name.
    Surname,
    /// Second family name where it has a label of its own.
    SecondSurname,
    /// Given names.
    GivenNames,
    /// All names in one.
    FullName,
    /// A word such as "Name" that means one or the other, by what else is printed.
    Name,
    /// Date of birth.
    BirthDate,
    /// Document number.
    Number,
    /// Last day of validity.
    Expiry,
    /// Day of issue.
    IssueDate,
    /// Sex.
    Sex,
    /// Nationality as a word or code.
    Nationality,
    /// Place of birth.
    BirthPlace,
    /// Something that is not read; known so that it is not taken for a value.
    Other,
}

impl DocumentType {
    /// Reads a file's text and holds it to the rules that the form alone cannot express. The error says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let read: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let faults = read.faults();
        if faults.is_empty() { Ok(read) } else { Err(faults.join("; ")) }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut need = |holds: bool, fault: String| {
            if !holds {
                faults.push(fault);
            }
        };
        need(self.version == VERSION, format!("version {} is not {VERSION}", self.version));
        let iso = self.issuer.len() == 3 && self.issuer.bytes().all(|b| b.is_ascii_uppercase());
        need(iso, format!("issuer {} is no ISO 3166-1 alpha-3 code", self.issuer));
        need(!self.source.trim().is_empty(), "no source".to_owned());
        need(!self.sides.is_empty(), "no side".to_owned());
        need(!self.field.is_empty(), "no field".to_owned());
        let words = self.recognise.words.len();
        need(self.recognise.least >= 1 && self.recognise.least <= words, "recognise.least is out of range".to_owned());
        let formats = ["TD1", "TD2", "TD3", "FRA"];
        for rule in &self.mrz {
            need(formats.contains(&rule.format.as_str()), format!("mrz format {} is unknown", rule.format));
            need(self.sides.contains(&rule.side), "a zone on a side that is not there".to_owned());
        }
        for rule in &self.barcode {
            need(self.sides.contains(&rule.side), "a barcode on a side that is not there".to_owned());
        }
        for rule in &self.field {
            let name = rule.name;
            need(self.sides.contains(&rule.side), format!("{name:?} on a side that is not there"));
            let found = !rule.labels.is_empty() || !rule.codes.is_empty() || rule.zone.is_some();
            need(found, format!("{name:?} has neither label nor code nor zone"));
            need((1..=3).contains(&rule.lines), format!("{name:?} takes {} lines", rule.lines));
            let inside = rule
                .zone
                .is_none_or(|[x, y, w, h]| x >= 0.0 && y >= 0.0 && w > 0.0 && h > 0.0 && x + w <= 1.0 && y + h <= 1.0);
            need(inside, format!("{name:?}: the zone leaves the side"));
            for mask in &rule.patterns {
                if let Err(error) = Pattern::new(mask) {
                    need(false, format!("{name:?}: {error}"));
                }
            }
            let once = self.field.iter().filter(|other| other.name == name && other.side == rule.side).count() == 1;
            need(once, format!("{name:?} twice on one side"));
        }
        faults
    }
}
