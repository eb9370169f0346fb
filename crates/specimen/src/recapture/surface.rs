//! What the hand holds: a screen with its cells and backlight, or paper.

use std::f32::consts::TAU;

use super::hand::Pose;
use crate::Picture;
use crate::document::chance::{Chance, value_noise};

/// The kind of plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Surface {
    /// No surface: the scene itself, seen by a camera that moves.
    Window,
    /// A screen that shines.
    Screen,
    /// Paper; `bend` is how far its middle stands out, over its width.
    Print {
        /// Over its width.
        bend: f32,
    },
}

/// One copy of it.
pub(super) struct Held {
    surface: Surface,
    seed: u64,
    /// Screen cells across one picture's width.
    cells: f32,
    /// Swing of a cell's brightness before the lens.
    depth: f32,
    /// Swing and speed of the backlight's bands.
    band: (f32, f32, f32),
    /// What the surface adds and leaves: black level, contrast.
    tone: (f32, f32),
    /// Colour cast.
    cast: [f32; 3],
    /// Border over the width: bezel or paper's edge.
    border: f32,
}

impl Held {
    pub(super) fn new(surface: Surface, seed: u64) -> Self {
        let mut chance = Chance::new(seed, 0x7375_7266);
        let print = matches!(surface, Surface::Print { .. });
        Self {
            surface,
            seed,
            cells: chance.between(0.55, 1.7),
            depth: chance.between(0.25, 0.6),
            band: (chance.between(0.0, 0.03), chance.between(3.0, 9.0), chance.between(1.0, 12.0)),
            tone: if print {
                (chance.between(14.0, 34.0), chance.between(0.68, 0.82))
            } else {
                (chance.between(4.0, 18.0), chance.between(0.85, 1.08))
            },
            cast: if print {
                [chance.between(0.98, 1.06), 1.0, chance.between(0.9, 1.0)]
            } else {
                [chance.between(0.92, 1.0), 1.0, chance.between(1.0, 1.1)]
            },
            border: if print { chance.between(0.0, 0.05) } else { chance.between(0.02, 0.06) },
        }
    }

    /// The picture that falls on the sensor, RGB 0–255.
    pub(super) fn seen(&self, shown: &Picture, room: &[f32], size: (usize, usize), pose: &Pose, at_s: f32) -> Vec<f32> {
        let mut light = room.to_vec();
        let tall = size.1 as f32 / size.0 as f32;
        let cells = self.cells * size.0 as f32 / pose.fill.max(0.1);
        // A sensor's cell averages over nine tenths of its pitch, a lens a little more.
        let swing = self.depth * sinc(0.9 * self.cells / pose.fill.max(0.1));
        for y in 0..size.1 {
            let band = 1.0
                + if self.surface == Surface::Screen {
                    self.band.0 * (TAU * (self.band.1 * y as f32 / size.1 as f32 + self.band.2 * at_s)).sin()
                } else {
                    0.0
                };
            for x in 0..size.0 {
                let (u, v) = pose.on_plane(x as f32, y as f32, size);
                let (u, shade) = self.bent(u, v);
                let down = v / tall + 0.5;
                let pixel = &mut light[(y * size.0 + x) * 3..][..3];
                if (0.0..1.0).contains(&u) && (0.0..1.0).contains(&down) {
                    let source = between(shown, u, down);
                    for (channel, (to, from)) in pixel.iter_mut().zip(source).enumerate() {
                        *to = self.shone(from, channel, (u, v), cells, swing) * band * shade;
                    }
                } else if self.surface != Surface::Window && self.on_border(u, v, tall) {
                    let paper = matches!(self.surface, Surface::Print { .. });
                    pixel.copy_from_slice(&if paper { [218.0 * shade; 3] } else { [14.0, 14.0, 16.0] });
                }
            }
        }
        light
    }

    /// Where the eye's ray meets bent paper, and how bright it is there.
    fn bent(&self, u: f32, v: f32) -> (f32, f32) {
        let Surface::Print { bend } = self.surface else { return (u, 1.0) };
        let off = u - 0.5;
        (u + bend * off * (0.25 - off * off) + 0.2 * bend * off * v, 1.0 - 0.9 * bend * off)
    }

    fn on_border(&self, u: f32, v: f32, tall: f32) -> bool {
        (-self.border..1.0 + self.border).contains(&u) && v.abs() < 0.5 * tall + self.border
    }

    fn shone(&self, value: f32, channel: usize, (u, v): (f32, f32), cells: f32, swing: f32) -> f32 {
        let (black, contrast) = self.tone;
        match self.surface {
            Surface::Window => value,
            Surface::Screen => {
                let stripe = (TAU * (u * cells + channel as f32 / 3.0)).cos();
                let row = (TAU * v * cells).cos();
                let curved = 255.0 * (value / 255.0).powf(1.08);
                (black + contrast * curved * self.cast[channel]) * (1.0 + swing * (0.7 * stripe + 0.3 * row))
            }
            Surface::Print { .. } => {
                let grain = value_noise(self.seed, u * 260.0, v * 260.0) - 0.5;
                black + contrast * value * self.cast[channel] + 5.0 * grain
            }
        }
    }
}

/// sin(πx)/(πx).
fn sinc(x: f32) -> f32 {
    let turn = std::f32::consts::PI * x;
    if turn.abs() < 1e-4 { 1.0 } else { turn.sin() / turn }
}

/// A picture between its pixels; `u`, `v` 0–1.
pub(super) fn between(picture: &Picture, u: f32, v: f32) -> [f32; 3] {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let (x, y) = ((u * width as f32 - 0.5).max(0.0), (v * height as f32 - 0.5).max(0.0));
    let (left, top) = ((x as usize).min(width - 1), (y as usize).min(height - 1));
    let (right, low) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x - left as f32, y - top as f32);
    let at = |column: usize, row: usize| (row * width + column) * 3;
    let corners = [at(left, top), at(right, top), at(left, low), at(right, low)];
    let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    [0, 1, 2].map(|c| corners.iter().zip(weights).map(|(at, w)| f32::from(picture.pixels[at + c]) * w).sum())
}
