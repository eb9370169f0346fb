//! Table tops, in linear light over card coordinates (card widths from the card's upper left).

use std::f32::consts::TAU;

use super::scene::{Ground, Scene};
use crate::document::chance::value_noise;

/// Colour of the ground at a place.
pub(super) fn colour(scene: &Scene, x: f32, y: f32) -> [f32; 3] {
    match scene.ground {
        Ground::Wood => wood(scene.seed, x, y),
        Ground::Bright => {
            let tone =
                0.74 + 0.03 * layered(scene.seed, x * 3.0, y * 3.0) + 0.02 * value_noise(5, x * 160.0, y * 160.0);
            [tone, tone * 0.99, tone * 0.965]
        }
        Ground::Dark => {
            let weave = 0.5 + 0.25 * (TAU * x * 90.0).sin() + 0.25 * (TAU * y * 90.0).sin();
            let tone = 0.012 + 0.012 * weave + 0.01 * layered(scene.seed, x * 4.0, y * 4.0);
            [tone, tone * 1.05, tone * 1.3]
        }
        Ground::Cluttered => cluttered(scene.seed, x, y),
    }
}

/// Grain runs along x, a plank is 0.9 card widths high.
fn wood(seed: u64, x: f32, y: f32) -> [f32; 3] {
    let plank = (y / 0.9).floor();
    let own = seed ^ (plank as i64 as u64).wrapping_mul(0x9E37);
    let drift = layered(own, x * 0.8, y * 2.0);
    let rings = 0.5 + 0.5 * (TAU * (y * 9.0 + 3.5 * drift)).sin();
    let fibre = value_noise(own ^ 7, x * 10.0, y * 240.0);
    let seam = ((y / 0.9 - plank) * 60.0).min(1.0);
    let tone = (0.62 + 0.25 * rings + 0.28 * fibre - 0.12 * drift) * (0.35 + 0.65 * seam);
    [0.235 * tone, 0.118 * tone, 0.052 * tone]
}

/// A table with a letter, a note in the corner, a pen and the ring of a cup.
fn cluttered(seed: u64, x: f32, y: f32) -> [f32; 3] {
    let mut tone = wood(seed ^ 3, x * 0.8, y * 0.8);
    let (lx, ly) = (x * 0.96 + y * 0.28, y * 0.96 - x * 0.28);
    if lx > 0.55 && ly < 0.25 {
        let ruled = (ly * 28.0).fract() < 0.3 && value_noise(seed, lx * 42.0, (ly * 28.0).floor()) > 0.42 && lx > 0.62;
        tone = if ruled { [0.09, 0.09, 0.11] } else { [0.72, 0.72, 0.69] };
    }
    if (x + 0.16).abs() < 0.16 && (y - 0.62).abs() < 0.15 {
        tone = [0.75, 0.62, 0.12];
    }
    let pen = (x * 0.2 + (y - 0.86) * 0.98).abs();
    if pen < 0.022 && (-0.1..1.3).contains(&x) {
        tone = [0.01, 0.02, 0.11]
            .map(|part: f32| part + 0.25 * (1.0 - (pen - 0.006).abs() / 0.02).clamp(0.0, 1.0).powi(6));
    }
    let ring = ((x - 1.12).hypot(y - 0.8) - 0.17).abs();
    if ring < 0.012 {
        tone = tone.map(|part| part * 0.55);
    }
    tone
}

/// Four octaves of value noise, 0.0–1.0.
fn layered(seed: u64, x: f32, y: f32) -> f32 {
    (0..4u64).fold(0.0, |sum, octave| {
        let scale = (1u32 << octave) as f32;
        sum + value_noise(seed ^ octave, x * scale, y * scale) / (2.0 * scale)
    })
}
