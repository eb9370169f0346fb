//! A colour copy: the flat document as a laser printer lays it on paper, in dots of four inks.

use crate::Picture;
use crate::document::chance::Chance;

/// Printer's points for one of the scan's 600 dpi.
const FINER: u32 = 2;
/// Screen angles of cyan, magenta, yellow and black, degrees, as offset and laser printers usually set them.
const ANGLES: [f32; 4] = [15.0, 75.0, 0.0, 45.0];
/// Lines an inch: office printers' coarsest and finest usual screens.
const LINES: (f32, f32) = (106.0, 175.0);
/// What is left of red, green and blue under each ink.
const INKS: [[f32; 3]; 4] = [[0.10, 0.62, 0.86], [0.82, 0.14, 0.45], [0.96, 0.88, 0.12], [0.12, 0.12, 0.13]];
const PAPER: f32 = 244.0;

/// The print at 1,200 dpi.
pub(super) fn printed(flat: &Picture, chance: &mut Chance) -> Picture {
    let dpi = 600.0 * FINER as f32;
    let cell = dpi / chance.between(LINES.0, LINES.1);
    let turns = ANGLES.map(|angle| angle.to_radians().sin_cos());
    let (width, height) = (flat.width * FINER, flat.height * FINER);
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let at = ((y / FINER) * flat.width + x / FINER) as usize * 3;
            let inks = separated([0, 1, 2].map(|part| f32::from(flat.pixels[at + part]) / 255.0));
            let mut left = [1.0f32; 3];
            for ((amount, (sin, cos)), ink) in inks.into_iter().zip(turns).zip(INKS) {
                let (u, v) = ((x as f32 * cos + y as f32 * sin) / cell, (y as f32 * cos - x as f32 * sin) / cell);
                // Dots grow from the cell's middle: the lowest thresholds are there.
                let wave = (std::f32::consts::TAU * u).cos() + (std::f32::consts::TAU * v).cos();
                if amount > 0.5 - 0.25 * wave {
                    left.iter_mut().zip(ink).for_each(|(left, own)| *left *= own);
                }
            }
            pixels.extend(left.map(|left| (PAPER * left).round() as u8));
        }
    }
    Picture { width, height, pixels }
}

/// Shares of cyan, magenta, yellow and black for a colour; half of the grey is taken by black.
fn separated(colour: [f32; 3]) -> [f32; 4] {
    let inks = colour.map(|value| 1.0 - value);
    let black = 0.5 * inks.into_iter().fold(1.0, f32::min);
    let rest = inks.map(|ink| (ink - black) / (1.0 - black).max(0.01));
    [rest[0], rest[1], rest[2], black]
}
