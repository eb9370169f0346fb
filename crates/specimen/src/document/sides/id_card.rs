//! The identity card: ID-1, TD1 zone on the back (ICAO Doc 9303 part 5).

use super::field::{BLACK, Style, birth_date, dotted, field, fine_print, ghost, named_field, portrait};
use super::zone;
use crate::document::forgery::Version;
use crate::document::kind::Kind;
use crate::document::paint::{Canvas, Face, Fonts, Ink, Line, Rect, Waves, emblem, rosette, signature, waves, written};
use crate::document::side::{Sheet, Side};
use crate::document::{Portraits, mrz};

const STYLE: Style =
    Style { label: Ink::solid(30, 84, 92), label_capital: 1.05, value: BLACK, value_capital: 2.05, drop: 2.95 };
const TEAL: Ink = Ink::solid(16, 82, 94);

/// The side with the portrait.
pub(crate) fn front(version: &Version<'_>, fonts: &Fonts, portraits: Portraits<'_>) -> Side {
    let mut sheet = Sheet::new(Canvas::new(Kind::IdCard.size_mm(), [236, 242, 240]));
    background(&mut sheet.canvas, version.front.person_seed);
    emblem(&mut sheet.canvas, (8.0, 7.2), 4.3, TEAL);
    let title = Line { face: Face::Bold, x: 14.6, baseline: 6.9, capital: 2.9, ink: TEAL, room: 40.0 };
    written(&mut sheet.canvas, fonts, title, "UTOPIA");
    let below = Line { face: Face::Sans, baseline: 10.6, capital: 1.5, room: 56.0, ..title };
    written(&mut sheet.canvas, fonts, below, "IDENTITY CARD / CARTE D’IDENTITÉ");
    written(&mut sheet.canvas, fonts, Line { x: 74.0, capital: 2.6, room: 9.0, ..title }, "UTO");
    portrait(&mut sheet, Rect::new(4.2, 14.6, 25.0, 32.0), version, portraits);
    ghost(&mut sheet, Rect::new(68.4, 32.6, 13.2, 17.0), &version.front, portraits, TEAL.cover(0.62));
    fields(&mut sheet, fonts, version);
    fine_print(&mut sheet, fonts, 52.6);
    sheet.done("front", Kind::IdCard.corner_mm())
}

/// The side with the machine readable zone.
pub(crate) fn back(version: &Version<'_>, fonts: &Fonts) -> Side {
    let mut sheet = Sheet::new(Canvas::new(Kind::IdCard.size_mm(), [236, 242, 240]));
    background(&mut sheet.canvas, version.back.person_seed);
    sheet.canvas.fill(Rect::new(0.0, 30.0, 85.6, 23.98), Ink::solid(242, 244, 241).cover(0.85));
    let holder = &version.back;
    field(&mut sheet, fonts, STYLE, (6.0, 6.0), 50.0, ("Address / Domicile", "12 HARBOUR STREET, AMAUROT"));
    field(&mut sheet, fonts, STYLE, (6.0, 13.2), 50.0, ("Authority / Autorité", "CIVIL REGISTRY OF UTOPIA"));
    let issued = dotted(holder.issue_date);
    let texts = ("issue_date", "Date of issue / Date de délivrance", issued.as_str());
    named_field(&mut sheet, fonts, STYLE, (6.0, 20.4), 26.0, texts, holder.issue_date.iso());
    field(&mut sheet, fonts, STYLE, (36.0, 20.4), 20.0, ("Height / Taille", "1.73 m"));
    emblem(&mut sheet.canvas, (72.0, 14.5), 8.0, TEAL.cover(0.5));
    if !version.defects.no_mrz {
        let contents = zone::contents("I", &version.machine(holder));
        zone::print(&mut sheet, fonts, mrz::td1(&contents, version.defects.wrong_check_digit), 5.4);
    }
    fine_print(&mut sheet, fonts, 52.8);
    sheet.done("back", Kind::IdCard.corner_mm())
}

fn background(canvas: &mut Canvas, seed: u64) {
    let sea = |u: f32, v: f32| {
        Ink::solid((206.0 + 30.0 * u) as u8, (232.0 - 6.0 * u) as u8, (232.0 - 18.0 * v) as u8).cover(0.8)
    };
    canvas.shade(Rect::new(0.0, 0.0, 86.0, 54.0), sea);
    let band = Waves {
        area: Rect::new(-1.0, -2.0, 88.0, 58.0),
        lines: 66,
        crests: 2.0,
        height: 2.6,
        phase: (seed % 89) as f32 / 89.0,
        width: 0.06,
    };
    waves(canvas, band, Ink::solid(70, 160, 160).cover(0.34), Ink::solid(210, 150, 90).cover(0.34));
    rosette(canvas, (56.0, 26.0), 18.0, 9, Ink::solid(60, 130, 150).cover(0.24));
    rosette(canvas, (20.0, 40.0), 12.0, 7, Ink::solid(190, 140, 90).cover(0.22));
}

fn fields(sheet: &mut Sheet, fonts: &Fonts, version: &Version<'_>) {
    let holder = &version.front;
    let surname = holder.surname.to_uppercase();
    let texts = ("surname", "Surname / Nom", surname.as_str());
    named_field(sheet, fonts, STYLE, (33.0, 16.0), 48.0, texts, surname.clone());
    let given = holder.given_names.to_uppercase();
    let texts = ("given_names", "Given names / Prénoms", given.as_str());
    named_field(sheet, fonts, STYLE, (33.0, 22.6), 48.0, texts, given.clone());
    let sex = holder.sex.printed().to_string();
    named_field(sheet, fonts, STYLE, (33.0, 29.2), 8.0, ("sex", "Sex / Sexe", &sex), sex.clone());
    let nationality = holder.nationality.as_str();
    let texts = ("nationality", "Nationality", nationality);
    named_field(sheet, fonts, STYLE, (42.5, 29.2), 9.0, texts, nationality.to_owned());
    let label = "Date of birth";
    birth_date(sheet, fonts, STYLE, (53.4, 29.2), 14.6, (label, version), dotted);
    let texts = ("number", "Document No.", holder.number.as_str());
    named_field(sheet, fonts, STYLE, (33.0, 35.8), 18.0, texts, holder.number.clone());
    let expires = dotted(holder.expiry_date);
    let texts = ("expiry_date", "Date of expiry", expires.as_str());
    named_field(sheet, fonts, STYLE, (53.4, 35.8), 14.6, texts, holder.expiry_date.iso());
    field(sheet, fonts, STYLE, (33.0, 42.4), 20.0, ("Signature", ""));
    signature(&mut sheet.canvas, (36.0, 48.4), 20.0, holder.person_seed, Ink::solid(24, 28, 60).cover(0.9));
}
