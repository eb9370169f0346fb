//! How a hand holds a plane before a camera.

use std::f32::consts::TAU;

use crate::document::chance::Chance;

/// A plane's place in one picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pose {
    /// Its middle, shares of the picture's width and height.
    pub centre: (f32, f32),
    /// Its width over the picture's.
    pub fill: f32,
    /// Turn in the picture's plane, radians.
    pub turn: f32,
    /// Perspective: how much nearer its right and its lower edge are, share over half the width.
    pub tilt: (f32, f32),
}

/// A hand with its own tremor.
pub(super) struct Hand {
    phases: [f32; 12],
    rates: [f32; 12],
    sway: f32,
    rest: Pose,
}

impl Hand {
    /// `sway` 1 is a hand that holds a card at ease: about 1.5 % of the width, two degrees.
    pub(super) fn new(seed: u64, sway: f32, fill: f32) -> Self {
        let mut chance = Chance::new(seed, 0x6861_6e64);
        let rest = Pose {
            centre: (0.5 + 0.02 * chance.normal() * sway, 0.5 + 0.02 * chance.normal() * sway),
            fill: fill * chance.between(0.97, 1.03),
            turn: 0.03 * chance.normal() * sway,
            tilt: (0.06 * chance.normal() * sway, 0.06 * chance.normal() * sway),
        };
        Self {
            phases: std::array::from_fn(|_| chance.between(0.0, TAU)),
            // Slow drift and the tremor of an outstretched arm.
            rates: std::array::from_fn(|i| if i < 6 { chance.between(0.15, 0.6) } else { chance.between(0.9, 2.6) }),
            sway,
            rest,
        }
    }

    /// Where the plane is at a time.
    pub(super) fn pose(&self, at_s: f32) -> Pose {
        let wave = |slow: usize| {
            let of = |i: usize| (TAU * self.rates[i] * at_s + self.phases[i]).sin();
            self.sway * (of(slow) + 0.25 * of(slow + 6))
        };
        Pose {
            centre: (self.rest.centre.0 + 0.014 * wave(0), self.rest.centre.1 + 0.014 * wave(1)),
            fill: self.rest.fill * (1.0 + 0.012 * wave(2)),
            turn: self.rest.turn + 0.02 * wave(3),
            tilt: (self.rest.tilt.0 + 0.05 * wave(4), self.rest.tilt.1 + 0.05 * wave(5)),
        }
    }
}

impl Pose {
    /// From a place in a picture of `size` to the plane: 0–1 across its width, and down in the same unit from its middle (0).
    pub(super) fn on_plane(&self, x: f32, y: f32, size: (usize, usize)) -> (f32, f32) {
        let (sine, cosine) = self.turn.sin_cos();
        let (dx, dy) = (x - self.centre.0 * size.0 as f32, y - self.centre.1 * size.1 as f32);
        let width = self.fill * size.0 as f32;
        let (p, q) = ((dx * cosine + dy * sine) / width, (dy * cosine - dx * sine) / width);
        let depth = (1.0 - self.tilt.0 * p - self.tilt.1 * q).max(0.2);
        (p / depth + 0.5, q / depth)
    }
}
