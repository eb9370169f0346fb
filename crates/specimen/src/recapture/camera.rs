//! The camera that looks, and the room behind what it looks at.

use std::f32::consts::TAU;

use crate::Picture;
use crate::document::chance::{Chance, value_noise};

/// Blur and noise of one camera.
pub(super) struct Camera {
    seed: u64,
    /// Standard deviation of a sample's noise, 8-bit steps.
    noise: f32,
    /// How much of a pixel's light falls on its neighbours, 0–1.
    soft: f32,
}

impl Camera {
    pub(super) fn of(seed: u64) -> Self {
        let mut chance = Chance::new(seed, 0x6361_6d65);
        Self { seed, noise: chance.between(1.0, 2.8), soft: chance.between(0.1, 0.45) }
    }

    /// Light becomes a picture.
    pub(super) fn taken(&self, light: &[f32], size: (usize, usize), number: usize) -> Picture {
        self.exposed(&spread(light, size, self.soft), size, self.noise, number)
    }

    /// The scene with little light: darker, and the noise raised with the gain.
    pub(super) fn dimmed(&self, frame: &Picture, number: usize) -> Picture {
        let light: Vec<f32> = frame.pixels.iter().map(|value| 0.55 * f32::from(*value)).collect();
        self.exposed(&light, size(frame), 2.2 * self.noise, number)
    }

    /// The scene under lamps that flicker 100 times a second, at 25.07 pictures a second with a slow readout.
    pub(super) fn under_mains(&self, frame: &Picture, number: usize) -> Picture {
        let (width, height) = size(frame);
        let at = |row: usize| 100.0 * (number as f32 / 25.07 + 0.03 * row as f32 / height as f32);
        let gain = |index: usize| 1.0 + 0.012 * (TAU * at(index / 3 / width)).sin();
        let light: Vec<f32> = frame.pixels.iter().enumerate().map(|(i, v)| gain(i) * f32::from(*v)).collect();
        self.exposed(&light, (width, height), 0.5 * self.noise, number)
    }

    /// The scene through a soft lens.
    pub(super) fn softened(&self, frame: &Picture, number: usize) -> Picture {
        let light: Vec<f32> = frame.pixels.iter().map(|value| f32::from(*value)).collect();
        let soft = spread(&spread(&light, size(frame), 0.8), size(frame), 0.8);
        self.exposed(&soft, size(frame), 0.6 * self.noise, number)
    }

    fn exposed(&self, light: &[f32], (width, height): (usize, usize), noise: f32, number: usize) -> Picture {
        let mut chance = Chance::new(self.seed, 0x6e6f_6973 + number as u64);
        // Photon noise grows with the root of the light; 110 is the middle of the range.
        let pixel = |value: &f32| {
            let grain = noise * (value.max(8.0) / 110.0).sqrt() * chance.normal();
            (value + grain).round().clamp(0.0, 255.0) as u8
        };
        Picture { width: width as u32, height: height as u32, pixels: light.iter().map(pixel).collect() }
    }
}

fn size(frame: &Picture) -> (usize, usize) {
    (frame.width as usize, frame.height as usize)
}

/// Each pixel mixed with its four neighbours.
fn spread(light: &[f32], (width, height): (usize, usize), share: f32) -> Vec<f32> {
    let mut result = light.to_vec();
    for y in 1..height.saturating_sub(1) {
        for i in (y * width + 1) * 3..(y * width + width - 1) * 3 {
            let beside = light[i - 3] + light[i + 3] + light[i - 3 * width] + light[i + 3 * width];
            result[i] = (1.0 - share) * light[i] + share * 0.25 * beside;
        }
    }
    result
}

/// A room out of focus, RGB 0–255: walls in two tones and soft spots.
pub(super) fn room((width, height): (usize, usize), seed: u64) -> Vec<f32> {
    let mut chance = Chance::new(seed, 0x726f_6f6d);
    let (wall, corner) = (chance.between(60.0, 190.0), chance.between(0.2, 0.8));
    let tint = [chance.between(0.9, 1.1), 1.0, chance.between(0.85, 1.1)];
    let mut light = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let (u, v) = (x as f32 / width as f32, y as f32 / width as f32);
            let side = if u < corner { 1.0 } else { 0.82 };
            let spots =
                0.6 + 0.5 * value_noise(seed, 7.0 * u, 7.0 * v) + 0.2 * value_noise(seed + 1, 31.0 * u, 31.0 * v);
            light.extend(tint.map(|tint| (wall * side * spots * tint).min(255.0)));
        }
    }
    light
}
