//! The AAMVA record of a driving licence and its PDF417 symbol.

mod card;
mod pdf417;

pub use card::barcode_back;

use pdf417::Shape;

use super::holder::{Date, Holder, Sex};
use super::paint::{Canvas, Ink, Rect};
use crate::SpecimenError;

/// 13 × 27 codewords hold the record at error correction level 5, the level AAMVA D20 recommends at least.
const SHAPE: Shape = Shape { columns: 13, rows: 27, level: 5 };
/// Width of a module and height of a row in millimetres: six and eighteen pixels at 600 dpi. AAMVA D20 annex D allows
/// modules of 0.170–0.380 mm and asks for rows at least three modules high.
const MODULE_MM: f32 = 0.254;
const ROW_MM: f32 = 0.762;
/// An issuer number that no jurisdiction holds.
const ISSUER: &str = "999999";

/// The record after AAMVA D20, version 10: header, one `DL` subfile, elements by line feed. Dates run MMDDCCYY, which the
/// standard ties to the country code USA; so that code stands in DCG, and the jurisdiction `UO` is nobody's.
pub fn aamva(holder: &Holder) -> String {
    let (first, rest) = holder.given_names.split_once(' ').unwrap_or((&holder.given_names, "NONE"));
    let sex = match holder.sex {
        Sex::Male => "1",
        Sex::Female => "2",
        Sex::Unspecified => "9",
    };
    let elements = [
        ("DAQ", holder.number.clone()),
        ("DCS", capitals(&holder.surname)),
        ("DDE", "N".into()),
        ("DAC", capitals(first)),
        ("DDF", "N".into()),
        ("DAD", capitals(rest)),
        ("DDG", "N".into()),
        ("DCA", "D".into()),
        ("DCB", "NONE".into()),
        ("DCD", "NONE".into()),
        ("DBD", american(holder.issue_date)),
        ("DBB", american(holder.birth_date)),
        ("DBA", american(holder.expiry_date)),
        ("DBC", sex.into()),
        ("DAU", "068 IN".into()),
        ("DAY", "BRO".into()),
        ("DAG", "12 HARBOUR STREET".into()),
        ("DAI", "AMAUROT".into()),
        ("DAJ", "UO".into()),
        ("DAK", "151600000".into()),
        ("DCF", format!("{}UO01", holder.number)),
        ("DCG", "USA".into()),
    ];
    let lines: Vec<String> = elements.iter().map(|(code, value)| format!("{code}{value}")).collect();
    let subfile = format!("DL{}\r", lines.join("\n"));
    // The header is 21 bytes, one subfile designator ten.
    format!("@\n\u{1e}\rANSI {ISSUER}100001DL0031{:04}{subfile}", subfile.len())
}

/// MMDDCCYY.
fn american(date: Date) -> String {
    format!("{:02}{:02}{:04}", date.month, date.day, date.year)
}

/// The letters of a name as US issuers key them: A–Z, hyphen and blank.
fn capitals(name: &str) -> String {
    super::mrz::transliterate(name).replace('<', " ")
}

/// Width and height of the printed symbol in millimetres, quiet zones left out.
pub(crate) fn size_mm() -> (f32, f32) {
    (SHAPE.modules() as f32 * MODULE_MM, SHAPE.rows as f32 * ROW_MM)
}

/// Prints the symbol for `text` with its upper left corner at `x`, `y`; returns the box it fills.
pub(crate) fn print(canvas: &mut Canvas, x: f32, y: f32, text: &str, ink: Ink) -> Result<Rect, SpecimenError> {
    let bars = pdf417::symbol(text.as_bytes(), SHAPE)?;
    print_shape(canvas, (x, y), &bars, SHAPE, (MODULE_MM, ROW_MM), ink);
    let (w, h) = size_mm();
    Ok(Rect::new(x, y, w, h))
}

/// Prints bars with a module's width and a row's height in millimetres.
fn print_shape(
    canvas: &mut Canvas,
    (x, y): (f32, f32),
    bars: &[bool],
    shape: Shape,
    (module, high): (f32, f32),
    ink: Ink,
) {
    for (row, bars) in bars.chunks(shape.modules()).enumerate() {
        for (column, _) in bars.iter().enumerate().filter(|(_, bar)| **bar) {
            let left = x + column as f32 * module;
            canvas.fill(Rect::new(left, y + row as f32 * high, module, high), ink);
        }
    }
}
