//! Labelled fields, and the parts that every layout shares.

use crate::document::Portraits;
use crate::document::forgery::Version;
use crate::document::holder::{Date, Holder};
use crate::document::paint::{Face, Fonts, Ink, Inlay, Line, Rect, centred, inlay, pixels_of, written};
use crate::document::side::Sheet;

/// Nearly black, as laser personalisation prints.
pub(super) const BLACK: Ink = Ink::solid(26, 26, 30);

/// How a layout sets its fields. Sizes in millimetres.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) label: Ink,
    pub(super) label_capital: f32,
    pub(super) value: Ink,
    pub(super) value_capital: f32,
    /// From the label's baseline to the value's.
    pub(super) drop: f32,
}

/// Prints a label over a value; `at` is the label's left end on its baseline, `room` the field's width.
pub(super) fn field(sheet: &mut Sheet, fonts: &Fonts, style: Style, at: (f32, f32), room: f32, texts: (&str, &str)) {
    let label =
        Line { face: Face::Sans, x: at.0, baseline: at.1, capital: style.label_capital, ink: style.label, room };
    written(&mut sheet.canvas, fonts, label, texts.0);
    written(&mut sheet.canvas, fonts, value_line(style, at, room), texts.1);
}

/// As [`field`], and the value counts as read under `name`.
pub(super) fn named_field(
    sheet: &mut Sheet,
    fonts: &Fonts,
    style: Style,
    at: (f32, f32),
    room: f32,
    (name, label, value): (&'static str, &str, &str),
    truth: String,
) {
    field(sheet, fonts, style, at, room, (label, value));
    sheet.truth.printed.insert(name, truth);
    sheet.zones.insert(name, value_box(style, at, room));
}

fn value_line(style: Style, at: (f32, f32), room: f32) -> Line {
    Line {
        face: Face::Bold,
        x: at.0,
        baseline: at.1 + style.drop,
        capital: style.value_capital,
        ink: style.value,
        room,
    }
}

fn value_box(style: Style, at: (f32, f32), room: f32) -> Rect {
    let top = at.1 + style.drop - 1.35 * style.value_capital;
    Rect::new(at.0 - 0.4, top, room + 0.4, 1.8 * style.value_capital)
}

/// The printed birth date, painted over and typed again where the switch says so. `text` is the layout's date format.
pub(super) fn birth_date(
    sheet: &mut Sheet,
    fonts: &Fonts,
    style: Style,
    at: (f32, f32),
    room: f32,
    (label, version): (&str, &Version<'_>),
    text: fn(Date) -> String,
) {
    let born = version.front.birth_date;
    named_field(sheet, fonts, style, at, room, ("birth_date", label, &text(born)), born.iso());
    let Some(typed) = version.retyped() else { return };
    let area = value_box(style, at, room);
    sheet.canvas.fill(area, Ink::solid(236, 238, 236));
    let line = Line { face: Face::Serif, baseline: at.1 + style.drop + 0.15, ..value_line(style, at, room) };
    written(&mut sheet.canvas, fonts, line, &text(typed.birth_date));
    sheet.truth.printed.insert("birth_date", typed.birth_date.iso());
}

/// The main portrait, pasted over where the switch says so.
pub(super) fn portrait(sheet: &mut Sheet, area: Rect, version: &Version<'_>, portraits: Portraits<'_>) {
    let (width, height) = pixels_of(area);
    let genuine = portraits(version.front.person_seed, width, height);
    inlay(&mut sheet.canvas, area, &genuine, Inlay::Printed);
    if version.defects.pasted_portrait {
        let other = portraits(version.portrait_seed, width, height);
        inlay(&mut sheet.canvas, area, &other, Inlay::Pasted);
    }
    // The shadow of a pasted picture falls to the right and below.
    sheet.zones.insert("portrait", Rect::new(area.x, area.y, area.w + 0.4, area.h + 0.4));
}

/// The small second portrait in one ink; always the holder the document was made for.
pub(super) fn ghost(sheet: &mut Sheet, area: Rect, holder: &Holder, portraits: Portraits<'_>, ink: Ink) {
    let (width, height) = pixels_of(area);
    let face = portraits(holder.person_seed, width, height);
    inlay(&mut sheet.canvas, area, &face, Inlay::Ghost(ink));
    sheet.zones.insert("ghost", area);
}

/// The line that says what this is, in the lower margin of every side.
pub(super) fn fine_print(sheet: &mut Sheet, fonts: &Fonts, baseline: f32) {
    let (wide, _) = sheet.canvas.size_mm();
    let line =
        Line { face: Face::Sans, x: wide / 2.0, baseline, capital: 0.8, ink: Ink::solid(70, 78, 96), room: wide };
    centred(
        &mut sheet.canvas,
        fonts,
        line,
        "UTOPIA · SPECIMEN – INVENTED COUNTRY · UTOPIA · SPECIMEN – INVENTED COUNTRY",
    );
}

/// `12 AUG 1990`.
pub(super) fn worded(date: Date) -> String {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let month = MONTHS.get(usize::from(date.month).saturating_sub(1)).copied().unwrap_or("???");
    format!("{:02} {month} {:04}", date.day, date.year)
}

/// `12.08.1990`.
pub(super) fn dotted(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day, date.month, date.year)
}

/// `08/12/1990`.
pub(super) fn slashed(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.month, date.day, date.year)
}
