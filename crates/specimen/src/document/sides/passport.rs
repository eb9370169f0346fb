//! The passport's data page: ICAO Doc 9303 part 4, 125 × 88 mm.

use super::field::{BLACK, Style, birth_date, field, fine_print, named_field, portrait, worded};
use super::zone;
use crate::document::forgery::Version;
use crate::document::kind::Kind;
use crate::document::paint::{Canvas, Face, Fonts, Ink, Line, Rect, Waves, emblem, rosette, signature, waves, written};
use crate::document::side::{Sheet, Side};
use crate::document::{Portraits, mrz};

const STYLE: Style =
    Style { label: Ink::solid(70, 60, 110), label_capital: 1.15, value: BLACK, value_capital: 2.3, drop: 3.3 };
const NAVY: Ink = Ink::solid(34, 46, 104);

/// The data page.
pub(crate) fn front(version: &Version<'_>, fonts: &Fonts, portraits: Portraits<'_>) -> Side {
    let mut sheet = Sheet::new(Canvas::new(Kind::Passport.size_mm(), [238, 238, 232]));
    background(&mut sheet.canvas, version.front.person_seed);
    header(&mut sheet.canvas, fonts);
    portrait(&mut sheet, Rect::new(5.5, 16.5, 35.0, 45.0), version, portraits);
    names(&mut sheet, fonts, version);
    dates(&mut sheet, fonts, version);
    if !version.defects.no_mrz {
        let contents = zone::contents("P", &version.machine(&version.front));
        zone::print(&mut sheet, fonts, mrz::td3(&contents, version.defects.wrong_check_digit), 8.1);
    }
    fine_print(&mut sheet, fonts, 86.2);
    sheet.done("front", Kind::Passport.corner_mm())
}

fn background(canvas: &mut Canvas, seed: u64) {
    let warm = |u: f32, v: f32| {
        let glow = (1.0 - ((u - 0.6).powi(2) + (v - 0.4).powi(2)) * 1.6).clamp(0.0, 1.0);
        Ink::solid((214.0 + 22.0 * u) as u8, (224.0 - 4.0 * v) as u8, (240.0 - 24.0 * u) as u8).cover(0.5 + 0.4 * glow)
    };
    canvas.shade(Rect::new(0.0, 0.0, 125.0, 64.5), warm);
    let band = Waves {
        area: Rect::new(-1.0, -2.0, 127.0, 68.0),
        lines: 74,
        crests: 3.0,
        height: 3.4,
        phase: (seed % 97) as f32 / 97.0,
        width: 0.07,
    };
    waves(canvas, band, Ink::solid(96, 130, 190).cover(0.34), Ink::solid(196, 120, 130).cover(0.34));
    rosette(canvas, (88.0, 38.0), 25.0, 12, Ink::solid(120, 110, 170).cover(0.26));
    // The zone itself stays nearly clear: readers look at it in near infrared, and so does the designer.
    canvas.fill(Rect::new(0.0, 64.5, 125.0, 23.5), Ink::solid(243, 243, 238));
    let foot = Waves { area: Rect::new(-1.0, 65.5, 127.0, 22.0), lines: 9, height: 0.9, ..band };
    waves(canvas, foot, Ink::solid(150, 170, 205).cover(0.3), Ink::solid(205, 170, 175).cover(0.3));
}

fn header(canvas: &mut Canvas, fonts: &Fonts) {
    emblem(canvas, (10.5, 8.2), 5.4, NAVY.cover(0.9));
    let title = Line { face: Face::Serif, x: 19.0, baseline: 8.0, capital: 3.4, ink: NAVY, room: 60.0 };
    written(canvas, fonts, title, "UTOPIA");
    let below = Line { face: Face::Sans, baseline: 12.2, capital: 1.5, ..title };
    written(canvas, fonts, below, "REPUBLIC OF UTOPIA / RÉPUBLIQUE D’UTOPIE");
    let right = Line { x: 84.0, baseline: 8.0, capital: 2.6, room: 37.0, ..title };
    written(canvas, fonts, right, "PASSPORT");
    written(canvas, fonts, Line { face: Face::Sans, baseline: 12.2, capital: 1.5, ..right }, "PASSEPORT");
}

fn names(sheet: &mut Sheet, fonts: &Fonts, version: &Version<'_>) {
    let holder = &version.front;
    field(sheet, fonts, STYLE, (45.0, 18.0), 10.0, ("Type", "P"));
    field(sheet, fonts, STYLE, (58.0, 18.0), 16.0, ("Code / Code", "UTO"));
    let number = ("number", "Passport No. / No du passeport", holder.number.as_str());
    named_field(sheet, fonts, STYLE, (84.0, 18.0), 36.0, number, holder.number.clone());
    let surname = holder.surname.to_uppercase();
    let texts = ("surname", "Surname / Nom (1)", surname.as_str());
    named_field(sheet, fonts, STYLE, (45.0, 25.2), 74.0, texts, surname.clone());
    let given = holder.given_names.to_uppercase();
    let texts = ("given_names", "Given names / Prénoms (2)", given.as_str());
    named_field(sheet, fonts, STYLE, (45.0, 32.4), 74.0, texts, given.clone());
    let texts = ("nationality", "Nationality / Nationalité (3)", "UTOPIAN");
    named_field(sheet, fonts, STYLE, (45.0, 39.6), 36.0, texts, holder.nationality.clone());
}

fn dates(sheet: &mut Sheet, fonts: &Fonts, version: &Version<'_>) {
    let holder = &version.front;
    let label = "Date of birth / Date de naissance (4)";
    birth_date(sheet, fonts, STYLE, (45.0, 46.8), 32.0, (label, version), worded);
    let sex = holder.sex.printed().to_string();
    let texts = ("sex", "Sex / Sexe (5)", sex.as_str());
    named_field(sheet, fonts, STYLE, (84.0, 39.6), 14.0, texts, sex.clone());
    field(sheet, fonts, STYLE, (84.0, 46.8), 36.0, ("Place of birth / Lieu de naissance (6)", "AMAUROT"));
    let issued = worded(holder.issue_date);
    let texts = ("issue_date", "Date of issue / Date de délivrance (7)", issued.as_str());
    named_field(sheet, fonts, STYLE, (45.0, 54.0), 34.0, texts, holder.issue_date.iso());
    let expires = worded(holder.expiry_date);
    let texts = ("expiry_date", "Date of expiry / Date d’expiration (8)", expires.as_str());
    named_field(sheet, fonts, STYLE, (84.0, 54.0), 36.0, texts, holder.expiry_date.iso());
    signature(&mut sheet.canvas, (100.0, 43.2), 19.0, holder.person_seed, Ink::solid(30, 34, 70).cover(0.9));
}
