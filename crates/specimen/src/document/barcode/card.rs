//! A card's back that carries any payload, for measuring barcode readers.

use super::pdf417::{self, Shape};
use super::print_shape;
use crate::document::kind::Kind;
use crate::document::paint::{Canvas, Face, Fonts, Ink, Line, Rect, Waves, waves, written};
use crate::{Picture, SpecimenError};

/// Error correction level that AAMVA D20 recommends at least.
const LEVEL: u32 = 5;
/// The symbol's largest width and height in millimetres: a card less its margins and two lines of print.
const ROOM: (f32, f32) = (78.0, 28.0);
/// Widest and narrowest module of AAMVA D20 annex D, millimetres.
const MODULE_MM: (f32, f32) = (0.17, 0.38);

/// The back of an ID-1 card as a flat scan at 600 dpi, with `payload` in a PDF417 symbol of `columns` data columns (1–30),
/// as large as the card and the standard allow, between print and fine lines.
pub fn barcode_back(payload: &[u8], columns: usize) -> Result<Picture, SpecimenError> {
    let fonts = Fonts::load()?;
    let words = 2 + payload.len() / 6 * 5 + payload.len() % 6 + (2 << LEVEL);
    let shape = Shape { columns, rows: words.div_ceil(columns).max(3), level: LEVEL };
    let widest = (ROOM.0 / shape.modules() as f32).min(ROOM.1 / (3 * shape.rows) as f32);
    let module = widest.clamp(MODULE_MM.0, MODULE_MM.1);
    let mut canvas = Canvas::new(Kind::DrivingLicence.size_mm(), [241, 241, 243]);
    let band =
        Waves { area: Rect::new(-1.0, -1.0, 88.0, 56.0), lines: 40, crests: 3.0, height: 1.5, phase: 0.3, width: 0.06 };
    waves(&mut canvas, band, Ink::solid(120, 140, 190).cover(0.25), Ink::solid(180, 130, 150).cover(0.25));
    let line = Line { face: Face::Sans, x: 6.0, baseline: 7.0, capital: 1.7, ink: Ink::solid(20, 20, 30), room: 74.0 };
    written(&mut canvas, &fonts, line, "9 CLASS D   9a END NONE   12 RESTR B CORRECTIVE LENSES");
    written(&mut canvas, &fonts, Line { baseline: 11.0, ..line }, "ROAD OFFICE OF UTOPIA   INVENTORY UO 00 48213");
    let (wide, high) = (shape.modules() as f32 * module, shape.rows as f32 * 3.0 * module);
    let place = ((85.6 - wide) / 2.0, 15.0 + (ROOM.1 - high).max(0.0) / 2.0);
    let paper = Rect::new(place.0 - 2.0 * module, place.1 - 2.0 * module, wide + 4.0 * module, high + 4.0 * module);
    canvas.fill(paper, Ink::solid(246, 246, 247));
    let bars = pdf417::symbol(payload, shape)?;
    print_shape(&mut canvas, place, &bars, shape, (module, 3.0 * module), Ink::solid(24, 24, 28));
    Ok(canvas.picture)
}
