//! Setting a portrait into a side.

use super::canvas::{Canvas, DPI, Ink, Rect, to_px};
use crate::Picture;

/// How the portrait is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Inlay {
    /// Full colour with edges that fade over half a millimetre, as personalisation printers leave them.
    Printed,
    /// One ink at low coverage: the ghost image.
    Ghost(Ink),
    /// A cut-out stuck on: hard white rim, a shadow, brighter, nothing printed over it.
    Pasted,
}

/// Pixels that a portrait of this box should have.
pub(crate) fn pixels_of(area: Rect) -> (u32, u32) {
    ((area.w * DPI / 25.4).round() as u32, (area.h * DPI / 25.4).round() as u32)
}

/// Prints `portrait`, stretched to the box.
pub(crate) fn inlay(canvas: &mut Canvas, area: Rect, portrait: &Picture, how: Inlay) {
    if matches!(how, Inlay::Pasted) {
        let rim = Ink::solid(250, 249, 246);
        canvas.fill(Rect::new(area.x + 0.25, area.y + 0.3, area.w, area.h), Ink::solid(20, 20, 24).cover(0.45));
        canvas.fill(area, rim);
    }
    let (left, top) = (to_px(area.x).round() as i32, to_px(area.y).round() as i32);
    let (wide, high) = pixels_of(area);
    let rim = if matches!(how, Inlay::Pasted) { to_px(0.35) } else { 0.0 };
    for y in 0..high {
        for x in 0..wide {
            let edge = (x.min(wide - 1 - x)).min(y.min(high - 1 - y)) as f32;
            if edge < rim {
                continue;
            }
            let colour = looked_up(portrait, (x as f32 + 0.5) / wide as f32, (y as f32 + 0.5) / high as f32);
            let (ink, cover) = match how {
                Inlay::Printed => (Ink { colour, cover: 1.0 }, (edge / to_px(0.5)).min(1.0)),
                Inlay::Ghost(ink) => (ink, 1.0 - luma(colour) / 255.0),
                Inlay::Pasted => (Ink { colour: colour.map(|part| part.saturating_add(14)), cover: 1.0 }, 1.0),
            };
            canvas.dab(left + x as i32, top + y as i32, ink, cover);
        }
    }
}

/// Nearest pixel at u, v in 0.0–1.0.
fn looked_up(picture: &Picture, u: f32, v: f32) -> [u8; 3] {
    let x = ((u * picture.width as f32) as u32).min(picture.width.saturating_sub(1));
    let y = ((v * picture.height as f32) as u32).min(picture.height.saturating_sub(1));
    let at = (y as usize * picture.width as usize + x as usize) * 3;
    [picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]]
}

/// Brightness 0–255 (ITU-R BT.601 weights).
pub(crate) fn luma(colour: [u8; 3]) -> f32 {
    0.299 * f32::from(colour[0]) + 0.587 * f32::from(colour[1]) + 0.114 * f32::from(colour[2])
}
