//! Type: lines of text placed by their baseline and sized by the height of a capital.

use ab_glyph::{Font, FontVec, Glyph, GlyphId, PxScale, ScaleFont, point};

use super::canvas::{Canvas, Ink, to_px};
use super::fonts::{Face, Fonts, capital_share};

/// Where and how a line stands. Millimetres.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) face: Face,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    /// Height of a capital letter.
    pub(crate) capital: f32,
    pub(crate) ink: Ink,
    /// The line is condensed to this width when it would be longer.
    pub(crate) room: f32,
}

/// Prints `text` and returns the x after its last letter.
pub(crate) fn written(canvas: &mut Canvas, fonts: &Fonts, line: Line, text: &str) -> f32 {
    let font = fonts.get(line.face);
    let scale = scale_of(font, line.capital);
    let natural = length(font, scale, text);
    let squeeze = (to_px(line.room) / natural.max(1.0)).min(1.0);
    let scale = PxScale { x: scale.x * squeeze, y: scale.y };
    let mut x = to_px(line.x);
    let mut before = None;
    for letter in text.chars() {
        let id = font.glyph_id(letter);
        x += kerning(font, scale, before, id);
        put(canvas, font, id.with_scale_and_position(scale, point(x, to_px(line.baseline))), line.ink);
        x += font.as_scaled(scale).h_advance(id);
        before = Some(id);
    }
    x / to_px(1.0)
}

/// Prints `text` around the middle `line.x`.
pub(crate) fn centred(canvas: &mut Canvas, fonts: &Fonts, line: Line, text: &str) {
    let font = fonts.get(line.face);
    let width = (length(font, scale_of(font, line.capital), text) / to_px(1.0)).min(line.room);
    written(canvas, fonts, Line { x: line.x - width / 2.0, ..line }, text);
}

/// Prints each letter in the middle of its own cell, `pitch` millimetres wide: machine readable zones.
pub(crate) fn pitched(canvas: &mut Canvas, fonts: &Fonts, line: Line, pitch: f32, text: &str) {
    let font = fonts.get(line.face);
    let scale = scale_of(font, line.capital);
    for (place, letter) in text.chars().enumerate() {
        let id = font.glyph_id(letter);
        let advance = font.as_scaled(scale).h_advance(id);
        let x = to_px(line.x + pitch * (place as f32 + 0.5)) - advance / 2.0;
        put(canvas, font, id.with_scale_and_position(scale, point(x, to_px(line.baseline))), line.ink);
    }
}

/// Prints `text` around (`line.x`, `line.baseline`), climbing by `rise` (height over width).
pub(crate) fn slanted(canvas: &mut Canvas, fonts: &Fonts, line: Line, rise: f32, text: &str) {
    let font = fonts.get(line.face);
    let scale = scale_of(font, line.capital);
    let across = to_px(line.x) - length(font, scale, text) / 2.0;
    let mut x = across;
    for letter in text.chars() {
        let id = font.glyph_id(letter);
        let y = to_px(line.baseline) - (x - to_px(line.x)) * rise;
        put(canvas, font, id.with_scale_and_position(scale, point(x, y)), line.ink);
        x += font.as_scaled(scale).h_advance(id);
    }
}

fn scale_of(font: &FontVec, capital: f32) -> PxScale {
    PxScale::from(to_px(capital) / capital_share(font))
}

fn length(font: &FontVec, scale: PxScale, text: &str) -> f32 {
    let mut before = None;
    let mut width = 0.0;
    for id in text.chars().map(|letter| font.glyph_id(letter)) {
        width += kerning(font, scale, before, id) + font.as_scaled(scale).h_advance(id);
        before = Some(id);
    }
    width
}

fn kerning(font: &FontVec, scale: PxScale, before: Option<GlyphId>, id: GlyphId) -> f32 {
    before.map_or(0.0, |before| font.as_scaled(scale).kern(before, id))
}

fn put(canvas: &mut Canvas, font: &FontVec, glyph: Glyph, ink: Ink) {
    if let Some(outline) = font.outline_glyph(glyph) {
        let corner = outline.px_bounds().min;
        outline.draw(|x, y, cover| canvas.dab(corner.x as i32 + x as i32, corner.y as i32 + y as i32, ink, cover));
    }
}
