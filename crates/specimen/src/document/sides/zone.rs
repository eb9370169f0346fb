//! Printing the machine readable zone.

use super::field::BLACK;
use crate::document::holder::{Holder, Sex};
use crate::document::mrz::{Zone, transliterate};
use crate::document::paint::{Face, Fonts, Line, Rect, pitched};
use crate::document::side::Sheet;

/// OCR-B size I at ten letters an inch (ICAO Doc 9303 part 3, section 4.2): pitch, capital and line distance in millimetres.
const PITCH: f32 = 2.54;
const CAPITAL: f32 = 2.4;
const LINE: f32 = 6.35;

/// What the zone says of a holder.
pub(super) fn contents(code: &str, holder: &Holder) -> Zone {
    Zone {
        code: code.to_owned(),
        issuer: "UTO".to_owned(),
        names: format!("{}<<{}", transliterate(&holder.surname), transliterate(&holder.given_names)),
        number: holder.number.clone(),
        nationality: holder.nationality.clone(),
        birth: holder.birth_date.compact(),
        sex: if holder.sex == Sex::Unspecified { '<' } else { holder.sex.printed() },
        expiry: holder.expiry_date.compact(),
        optional: String::new(),
    }
}

/// Prints the lines, the last one's baseline `above` millimetres over the lower edge.
pub(super) fn print(sheet: &mut Sheet, fonts: &Fonts, lines: Vec<String>, above: f32) {
    let (wide, high) = sheet.canvas.size_mm();
    let length = lines.first().map_or(0, String::len) as f32 * PITCH;
    let x = (wide - length) / 2.0;
    let first = high - above - LINE * lines.len().saturating_sub(1) as f32;
    for (place, text) in lines.iter().enumerate() {
        let baseline = first + LINE * place as f32;
        let line = Line { face: Face::Machine, x, baseline, capital: CAPITAL, ink: BLACK, room: length };
        pitched(&mut sheet.canvas, fonts, line, PITCH, text);
    }
    let top = first - 1.5 * CAPITAL;
    sheet.zones.insert("mrz", Rect::new(x - 1.0, top, length + 2.0, high - above + CAPITAL - top));
    sheet.truth.mrz = lines;
}
