//! How the person moves, picture by picture: the mouth with the voice, the lids now and then, the head a little.

use std::f32::consts::TAU;

use super::sound::{Sound, loudness};
use super::spec::{ClipDefect, ClipSpec};
use super::speech::RATE;
use crate::person::Random;

/// What has to be drawn anew; pictures with equal shapes share one drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Shape {
    /// Mouth opening in steps of 1 / [`OPENINGS`].
    pub(crate) open: u8,
    /// −1 rounded, 0, 1 drawn wide.
    pub(crate) wide: i8,
    /// Lids in halves: 0 open, 2 shut.
    pub(crate) blink: u8,
}

impl Shape {
    /// The mouth alone.
    pub(crate) fn mouth(self) -> Self {
        Self { blink: 0, ..self }
    }

    /// The lids alone.
    pub(crate) fn eyes(self) -> Self {
        Self { blink: self.blink, ..REST }
    }
}

/// Steps between a shut and a wide open mouth.
pub(crate) const OPENINGS: u8 = 7;

/// One picture of the clip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shot {
    pub(crate) shape: Shape,
    /// Sway to the right and down, in picture heights.
    pub(crate) sway: (f32, f32),
    /// Tilt, radians.
    pub(crate) tilt: f32,
    /// Nearer by this factor.
    pub(crate) near: f32,
    /// Turn to the right and down, radians.
    pub(crate) turn: (f32, f32),
}

/// Mouth shut, eyes open.
pub(crate) const REST: Shape = Shape { open: 0, wide: 0, blink: 0 };

/// How far the mouth opens for a digit, and whether the lips are rounded (−1) or drawn wide (1) for its first and second half.
const MOUTHS: [(f32, i8, i8); 10] = [
    (0.60, 1, -1),
    (0.80, -1, 0),
    (0.45, 0, -1),
    (0.50, 0, 1),
    (0.75, 0, -1),
    (0.95, 0, 1),
    (0.55, 0, 1),
    (0.70, 1, 0),
    (0.70, 1, 0),
    (0.90, 0, 1),
];

/// Plans every picture of the clip.
pub(crate) fn plan(spec: &ClipSpec, sound: &Sound) -> Vec<Shot> {
    let seconds = sound.samples.len() as f32 / RATE as f32;
    let count = ((seconds * spec.fps as f32).round() as usize).max(1);
    let still = spec.defect == ClipDefect::StillPicture;
    let mut random = Random::new(spec.seen(), 23);
    let phase: Vec<f32> = (0..8).map(|_| random.between(0.0, TAU)).collect();
    let first_blink = random.between(0.6, 1.4);
    let again = random.between(2.0, 3.0);
    let mut open = 0.0_f32;
    (0..count)
        .map(|i| {
            if still {
                return Shot { shape: REST, sway: (0.0, 0.0), tilt: 0.0, near: 1.0, turn: (0.0, 0.0) };
            }
            let t = i as f32 / spec.fps as f32;
            let (target, wide) = mouth(sound, t);
            open += (target - open) * (1.0 - (-1.0 / (spec.fps as f32 * 0.022)).exp());
            let since = (t - first_blink).rem_euclid(again);
            let blink = if t < first_blink { 0 } else { lids(since) };
            let level = (open * f32::from(OPENINGS)).round() as u8;
            let shape = Shape { open: level, wide: if level < 2 { 0 } else { wide }, blink };
            let wave = |k: usize, hertz: f32| (TAU * hertz * t + phase[k]).sin();
            Shot {
                shape,
                sway: (
                    0.006 * wave(0, 0.23) + 0.002 * wave(1, 0.9),
                    0.004 * wave(2, 0.31) + 0.0015 * wave(3, 1.1) + 0.004 * open,
                ),
                tilt: 0.012 * wave(4, 0.27) + 0.004 * wave(5, 0.8),
                near: 1.0 + 0.008 * wave(6, 0.19),
                turn: (0.08 * wave(7, 0.35) + 0.02 * wave(5, 0.7), 0.05 * wave(2, 0.4) + 0.03 * open),
            }
        })
        .collect()
}

fn mouth(sound: &Sound, t: f32) -> (f32, i8) {
    let Some(span) = sound.spans.iter().find(|s| t >= s.start_s - 0.04 && t <= s.end_s + 0.04) else { return (0.0, 0) };
    let (reach, first, second) = MOUTHS[usize::from(span.digit % 10)];
    let loud = loudness(&sound.samples, t) / 0.14;
    let half = 0.5 * (span.start_s + span.end_s);
    (reach * loud.min(1.0).powf(0.7), if t < half { first } else { second })
}

/// A blink: 60 ms down, 80 ms shut, 80 ms up.
fn lids(since: f32) -> u8 {
    match since {
        s if s < 0.06 => 1,
        s if s < 0.14 => 2,
        s if s < 0.22 => 1,
        _ => 0,
    }
}
