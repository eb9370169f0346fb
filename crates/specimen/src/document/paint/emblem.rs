//! Utopia's invented arms, and signatures that belong to nobody.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Ink};
use super::mask::Mask;
use crate::document::chance::Chance;

/// A sun over three waves in a double ring, `radius` millimetres.
pub(crate) fn emblem(canvas: &mut Canvas, middle: (f32, f32), radius: f32, ink: Ink) {
    let mut mask = Mask::of(canvas);
    let (x, y) = middle;
    for ring in [1.0, 0.9] {
        mask.stroke(circle(middle, radius * ring), radius * 0.045);
    }
    mask.stroke(circle((x, y - radius * 0.12), radius * 0.16), radius * 0.34);
    for ray in 0..16 {
        let turn = TAU * ray as f32 / 16.0;
        let (cos, sin) = (turn.cos(), turn.sin());
        if sin < 0.35 {
            let reach = |share: f32| (x + cos * radius * share, y - radius * 0.12 + sin * radius * share);
            mask.stroke([reach(0.42), reach(0.62)], radius * 0.06);
        }
    }
    for wave in 0..3 {
        let level = y + radius * (0.34 + 0.16 * wave as f32);
        let half = radius * (0.74 - 0.16 * wave as f32);
        mask.stroke(
            (0..=40).map(|step| {
                let u = step as f32 / 40.0;
                (x - half + 2.0 * half * u, level + radius * 0.05 * (TAU * 2.5 * u).sin())
            }),
            radius * 0.05,
        );
    }
    mask.ink(canvas, ink);
}

/// A scribble of `width` millimetres along a baseline, its own for each seed.
pub(crate) fn signature(canvas: &mut Canvas, from: (f32, f32), width: f32, seed: u64, ink: Ink) {
    let mut chance = Chance::new(seed, 0x5369_676e);
    let loops = 7 + chance.below(4);
    let tall: Vec<f32> = (0..=loops).map(|_| chance.between(0.12, 1.1)).collect();
    let lean = chance.between(0.3, 0.7);
    let size = width * 0.16;
    let mut mask = Mask::of(canvas);
    mask.stroke(
        (0..=600).map(|step| {
            let u = step as f32 / 600.0;
            // Letters differ in width as well as in height.
            let place = loops as f32 * (u + 0.05 * (TAU * (u + lean)).sin()).clamp(0.0, 1.0);
            let (here, next) = (tall[place as usize], tall[(place as usize + 1).min(loops)]);
            // The first letter of a signature stands tallest.
            let height = size * (here + (next - here) * place.fract()) * (1.0 + 1.4 * (-4.0 * u).exp());
            let turn = TAU * place;
            let y = from.1 - height * 0.5 * (1.0 - turn.cos());
            let x = from.0 + width * u + size * 0.35 * turn.sin() + lean * (from.1 - y);
            (x, y - 0.04 * width * u)
        }),
        0.28,
    );
    mask.ink(canvas, ink);
}

fn circle(middle: (f32, f32), radius: f32) -> impl Iterator<Item = (f32, f32)> {
    (0..=96).map(move |step| {
        let turn = TAU * step as f32 / 96.0;
        (middle.0 + radius * turn.cos(), middle.1 + radius * turn.sin())
    })
}
