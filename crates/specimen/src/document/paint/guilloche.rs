//! Fine-line security print.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Ink, Rect};
use super::mask::Mask;

/// A band of interlaced waves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waves {
    pub(crate) area: Rect,
    /// Lines in the band.
    pub(crate) lines: usize,
    /// Crests across the band.
    pub(crate) crests: f32,
    /// Height of a crest in millimetres.
    pub(crate) height: f32,
    /// Phase that sets one document apart from another, 0.0–1.0.
    pub(crate) phase: f32,
    /// Line width in millimetres.
    pub(crate) width: f32,
}

/// Waves over a whole box, each line a little out of step with the one before; printed in rainbow from `left` to `right`.
pub(crate) fn waves(canvas: &mut Canvas, band: Waves, left: Ink, right: Ink) {
    let mut mask = Mask::of(canvas);
    for line in 0..band.lines {
        let share = line as f32 / band.lines.max(1) as f32;
        let middle = band.area.y + band.area.h * share;
        mask.stroke(
            (0..=240).map(|step| {
                let u = step as f32 / 240.0;
                let turn = TAU * (band.crests * u + band.phase + 2.0 * share);
                let swell = 0.6 + 0.4 * (TAU * (u * 1.5 + band.phase - share)).sin();
                let y = middle + band.height * swell * (turn.sin() + 0.35 * (2.0 * turn + TAU * share).sin());
                (band.area.x + band.area.w * u, y)
            }),
            band.width,
        );
    }
    mask.ink_by(canvas, |u, _| mixed(left, right, u));
}

/// A rosette of `petals` around a middle, radii in millimetres.
pub(crate) fn rosette(canvas: &mut Canvas, middle: (f32, f32), radius: f32, petals: u32, ink: Ink) {
    let mut mask = Mask::of(canvas);
    for ring in 0..14 {
        let share = ring as f32 / 14.0;
        mask.stroke(
            (0..=720).map(|step| {
                let turn = TAU * step as f32 / 720.0;
                let wobble = (petals as f32 * turn + TAU * share).sin();
                let reach = radius * (0.3 + 0.55 * share + 0.15 * wobble);
                (middle.0 + reach * turn.cos(), middle.1 + reach * turn.sin())
            }),
            0.06,
        );
    }
    mask.ink(canvas, ink);
}

fn mixed(left: Ink, right: Ink, share: f32) -> Ink {
    let blend = |at: usize| {
        let (from, to) = (f32::from(left.colour[at]), f32::from(right.colour[at]));
        (from + (to - from) * share) as u8
    };
    Ink { colour: [blend(0), blend(1), blend(2)], cover: left.cover + (right.cover - left.cover) * share }
}
