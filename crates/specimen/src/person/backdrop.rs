//! What is behind a person: plain, or a room out of focus.

use super::look::Background;
use super::random::{Random, clouds};
use super::vector::{V3, blend, scale, step};

/// The background's linear light at (u, v), both in picture heights from the upper left.
pub(crate) fn light(background: Background, u: f32, v: f32) -> V3 {
    match background {
        Background::Plain => scale([0.74, 0.76, 0.78], 1.0 - 0.05 * v),
        Background::Room(number) => room(number, u, v),
    }
}

fn room(number: u64, u: f32, v: f32) -> V3 {
    let mut r = Random::new(number, 7);
    let wall = [r.between(0.25, 0.55), r.between(0.25, 0.5), r.between(0.22, 0.45)];
    let grain = (r.unit() * 1e6) as u32;
    let mut light = scale(wall, 0.85 + 0.15 * clouds(u * 2.0, v * 2.0, grain) - 0.18 * v);
    let shelf = r.between(0.15, 0.4);
    let (left, wide) = (r.between(-0.1, 0.9), r.between(0.25, 0.5));
    let soft = 0.02;
    let inside = step(left - soft, left + soft, u)
        * step(left + wide + soft, left + wide - soft, u)
        * step(shelf - soft, shelf + soft, v);
    let board = [r.between(0.05, 0.3), r.between(0.04, 0.2), r.between(0.03, 0.15)];
    let books = 0.6 + 0.5 * clouds(u * 18.0, (v * 4.0).floor() * 3.0, grain ^ 3);
    light = blend(light, scale(board, books), 0.85 * inside);
    light
}
