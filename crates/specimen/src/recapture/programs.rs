//! What a program hands in instead of a camera.

use std::f32::consts::TAU;

use super::surface::between;
use crate::Picture;
use crate::document::chance::Chance;

/// One picture, moved and enlarged a little, without any noise.
pub(super) fn swayed(picture: &Picture, count: usize, rate: f32, seed: u64) -> Vec<Picture> {
    let mut chance = Chance::new(seed, 0x7377_6179);
    let phases: [f32; 3] = std::array::from_fn(|_| chance.between(0.0, TAU));
    let wave = |i: usize, hertz: f32, at_s: f32| (TAU * hertz * at_s + phases[i]).sin();
    let moved = |number: usize| {
        let at_s = number as f32 / rate;
        let (dx, dy) = (0.008 * wave(0, 0.7, at_s), 0.008 * wave(1, 1.1, at_s));
        let near = 0.97 + 0.008 * wave(2, 0.5, at_s);
        let (width, height) = (picture.width as usize, picture.height as usize);
        let mut pixels = Vec::with_capacity(picture.pixels.len());
        for y in 0..height {
            for x in 0..width {
                let u = (x as f32 + 0.5) / width as f32 - 0.5;
                let v = (y as f32 + 0.5) / height as f32 - 0.5;
                pixels.extend(
                    between(picture, 0.5 + near * u + dx, 0.5 + near * v + dy).map(|value| value.round() as u8),
                );
            }
        }
        Picture { width: picture.width, height: picture.height, pixels }
    };
    (0..count).map(moved).collect()
}

/// `second` pictures from the middle, to and fro.
pub(super) fn looped(frames: &[Picture], second: usize) -> Vec<Picture> {
    let length = second.clamp(2, frames.len().max(2));
    let start = (frames.len() - length.min(frames.len())) / 2;
    let place = |number: usize| {
        let turn = number % (2 * length - 2);
        start + if turn < length { turn } else { 2 * length - 2 - turn }
    };
    (0..frames.len()).map(|number| frames[place(number).min(frames.len() - 1)].clone()).collect()
}

/// The mean of three neighbours in time under a noise that never changes.
pub(super) fn constant_noise(frames: &[Picture], seed: u64) -> Vec<Picture> {
    let mut chance = Chance::new(seed, 0x636f_6e73);
    let count = frames.first().map_or(0, |frame| frame.pixels.len());
    let noise: Vec<f32> = (0..count).map(|_| 4.0 * chance.normal()).collect();
    let at = |number: usize, i: usize| f32::from(frames[number].pixels[i]);
    let last = frames.len() - 1;
    let one = |number: usize| {
        let value = |i: usize| {
            let mean = (at(number.saturating_sub(1), i) + at(number, i) + at((number + 1).min(last), i)) / 3.0;
            (mean + noise[i]).round().clamp(0.0, 255.0) as u8
        };
        Picture { pixels: (0..count).map(value).collect(), ..frames[number].clone() }
    };
    (0..frames.len()).map(one).collect()
}

/// The middle third left out.
pub(super) fn joined(frames: &[Picture]) -> Vec<Picture> {
    let third = frames.len() / 3;
    [&frames[..third], &frames[2 * third..]].concat()
}
