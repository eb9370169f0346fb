//! The driving licence: ID-1 after AAMVA's card design, PDF417 on the back.

use super::field::{BLACK, Style, birth_date, field, fine_print, ghost, named_field, portrait, slashed};
use crate::SpecimenError;
use crate::document::forgery::Version;
use crate::document::kind::Kind;
use crate::document::paint::{Canvas, Face, Fonts, Ink, Line, Rect, Waves, emblem, rosette, signature, waves, written};
use crate::document::side::{Sheet, Side};
use crate::document::{Portraits, barcode};

const STYLE: Style =
    Style { label: Ink::solid(36, 60, 120), label_capital: 1.05, value: BLACK, value_capital: 1.95, drop: 2.8 };
const RED: Style = Style { value: Ink::solid(176, 22, 34), ..STYLE };
const BLUE: Ink = Ink::solid(24, 52, 122);

/// The side with the portrait.
pub(crate) fn front(version: &Version<'_>, fonts: &Fonts, portraits: Portraits<'_>) -> Side {
    let mut sheet = Sheet::new(Canvas::new(Kind::DrivingLicence.size_mm(), [240, 241, 244]));
    background(&mut sheet.canvas, version.front.person_seed);
    sheet.canvas.shade(Rect::new(0.0, 0.0, 86.0, 11.2), |u, _| BLUE.cover(0.92 - 0.45 * u));
    let white = Ink::solid(250, 250, 252);
    emblem(&mut sheet.canvas, (8.2, 5.6), 4.2, white);
    let title = Line { face: Face::Serif, x: 15.0, baseline: 7.4, capital: 3.8, ink: white, room: 34.0 };
    written(&mut sheet.canvas, fonts, title, "UTOPIA");
    let right = Line { face: Face::Bold, x: 52.0, baseline: 7.0, capital: 2.3, room: 29.0, ink: white };
    written(&mut sheet.canvas, fonts, right, "DRIVER LICENSE");
    portrait(&mut sheet, Rect::new(4.0, 14.0, 24.0, 30.0), version, portraits);
    ghost(&mut sheet, Rect::new(70.0, 34.6, 11.4, 14.6), &version.front, portraits, BLUE.cover(0.55));
    fields(&mut sheet, fonts, version);
    fine_print(&mut sheet, fonts, 52.6);
    sheet.done("front", Kind::DrivingLicence.corner_mm())
}

/// The side with the barcode.
pub(crate) fn back(version: &Version<'_>, fonts: &Fonts) -> Result<Side, SpecimenError> {
    let mut sheet = Sheet::new(Canvas::new(Kind::DrivingLicence.size_mm(), [241, 241, 243]));
    let band =
        Waves { area: Rect::new(-1.0, -1.0, 88.0, 22.0), lines: 24, crests: 3.0, height: 1.5, phase: 0.3, width: 0.06 };
    waves(&mut sheet.canvas, band, Ink::solid(120, 140, 190).cover(0.35), Ink::solid(180, 130, 150).cover(0.35));
    let style = Style { value_capital: 1.5, drop: 2.3, ..STYLE };
    field(&mut sheet, fonts, style, (6.0, 5.0), 40.0, ("9 CLASS", "D – VEHICLES UP TO 3500 KG"));
    field(&mut sheet, fonts, style, (6.0, 10.6), 40.0, ("9a END", "NONE"));
    field(&mut sheet, fonts, style, (6.0, 16.2), 40.0, ("12 RESTR", "NONE"));
    field(&mut sheet, fonts, style, (50.0, 5.0), 30.0, ("ISSUED BY", "ROAD OFFICE OF UTOPIA"));
    field(&mut sheet, fonts, style, (50.0, 10.6), 30.0, ("INVENTORY", "UO 00 48213"));
    if !version.defects.no_mrz {
        let text = barcode::aamva(&version.machine(&version.back));
        let (width, _) = barcode::size_mm();
        let area = barcode::print(&mut sheet.canvas, (85.6 - width) / 2.0, 25.0, &text, BLACK)?;
        sheet.zones.insert("barcode", area);
        sheet.truth.barcode = Some(text);
    }
    fine_print(&mut sheet, fonts, 52.0);
    Ok(sheet.done("back", Kind::DrivingLicence.corner_mm()))
}

fn background(canvas: &mut Canvas, seed: u64) {
    let dawn = |u: f32, v: f32| {
        Ink::solid((222.0 + 22.0 * v) as u8, (230.0 - 4.0 * u) as u8, (244.0 - 26.0 * v) as u8).cover(0.85)
    };
    canvas.shade(Rect::new(0.0, 0.0, 86.0, 54.0), dawn);
    let band = Waves {
        area: Rect::new(-1.0, 8.0, 88.0, 50.0),
        lines: 58,
        crests: 2.5,
        height: 2.2,
        phase: (seed % 83) as f32 / 83.0,
        width: 0.06,
    };
    waves(canvas, band, Ink::solid(110, 140, 210).cover(0.32), Ink::solid(220, 150, 110).cover(0.32));
    rosette(canvas, (52.0, 32.0), 16.0, 11, Ink::solid(90, 110, 190).cover(0.22));
}

fn fields(sheet: &mut Sheet, fonts: &Fonts, version: &Version<'_>) {
    let holder = &version.front;
    let texts = ("number", "4d DLN", holder.number.as_str());
    named_field(sheet, fonts, RED, (31.0, 15.0), 24.0, texts, holder.number.clone());
    field(sheet, fonts, STYLE, (62.0, 15.0), 10.0, ("9 CLASS", "D"));
    birth_date(sheet, fonts, RED, (31.0, 20.8), 19.0, ("3 DOB", version), slashed);
    let expires = slashed(holder.expiry_date);
    named_field(sheet, fonts, RED, (62.0, 20.8), 19.0, ("expiry_date", "4b EXP", &expires), holder.expiry_date.iso());
    let surname = holder.surname.to_uppercase();
    named_field(sheet, fonts, STYLE, (31.0, 26.6), 49.0, ("surname", "1 LN", &surname), surname.clone());
    let given = holder.given_names.to_uppercase();
    named_field(sheet, fonts, STYLE, (31.0, 32.4), 37.0, ("given_names", "2 FN", &given), given.clone());
    let small = Style { value_capital: 1.5, drop: 2.3, ..STYLE };
    field(sheet, fonts, small, (31.0, 38.0), 37.0, ("8 ADDRESS", "12 HARBOUR STREET, AMAUROT UO 15160"));
    let sex = holder.sex.printed().to_string();
    named_field(sheet, fonts, small, (31.0, 43.2), 7.0, ("sex", "15 SEX", &sex), sex.clone());
    field(sheet, fonts, small, (39.5, 43.2), 9.0, ("16 HGT", "5’-08”"));
    field(sheet, fonts, small, (50.0, 43.2), 8.0, ("18 EYES", "BRO"));
    let issued = slashed(holder.issue_date);
    named_field(sheet, fonts, small, (31.0, 48.2), 16.0, ("issue_date", "4a ISS", &issued), holder.issue_date.iso());
    field(sheet, fonts, small, (50.0, 48.2), 18.0, ("5 DD", &format!("{}UO01", holder.number)));
    signature(&mut sheet.canvas, (5.5, 50.0), 20.0, holder.person_seed, Ink::solid(24, 28, 60).cover(0.9));
}
