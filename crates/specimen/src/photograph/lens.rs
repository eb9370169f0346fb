//! Sharpness: every lens softens a little, some photographs a lot.

use super::scene::{Blur, Scene};
use super::surface::Exposure;

/// Deviation of a phone lens's own softness in pixels of a 4032 pixel wide frame.
const SOFTNESS: f32 = 0.75;

/// Softens the exposure in place.
pub(super) fn blurred(exposure: &mut Exposure, scene: &Scene) {
    let width = exposure.width as f32;
    gaussian(exposure, (SOFTNESS * width / 4032.0).max(0.45));
    match scene.blur {
        Blur::None => {}
        // Three box passes come close to the disc of an open aperture and cost the same at every radius.
        Blur::Defocus(radius) => {
            for _ in 0..3 {
                boxed(exposure, (radius * width / 1.7).round() as usize);
            }
        }
        Blur::Motion(length, degrees) => smeared(exposure, length * width, degrees),
    }
}

fn gaussian(exposure: &mut Exposure, deviation: f32) {
    let reach = (3.0 * deviation).ceil() as i32;
    let weights: Vec<f32> = (-reach..=reach).map(|at| (-0.5 * (at as f32 / deviation).powi(2)).exp()).collect();
    let total: f32 = weights.iter().sum();
    let weights: Vec<f32> = weights.into_iter().map(|weight| weight / total).collect();
    let taps = |dx: i32, dy: i32| -> Vec<(i32, i32, f32)> {
        weights.iter().zip(-reach..=reach).map(|(weight, at)| (dx * at, dy * at, *weight)).collect()
    };
    gathered(exposure, &taps(1, 0));
    gathered(exposure, &taps(0, 1));
}

fn smeared(exposure: &mut Exposure, length: f32, degrees: f32) {
    let steps = length.ceil().max(1.0) as i32;
    let (sin, cos) = degrees.to_radians().sin_cos();
    let taps: Vec<(i32, i32, f32)> = (0..steps)
        .map(|step| {
            let along = step as f32 - steps as f32 / 2.0;
            ((along * cos).round() as i32, (along * sin).round() as i32, 1.0 / steps as f32)
        })
        .collect();
    gathered(exposure, &taps);
}

/// Replaces every pixel by the weighted sum of its neighbours at `taps` (dx, dy, weight); edges are repeated.
fn gathered(exposure: &mut Exposure, taps: &[(i32, i32, f32)]) {
    let (width, height) = (exposure.width as i32, exposure.height as i32);
    let row = exposure.width * 3;
    let mut result = vec![0.0; exposure.light.len()];
    for y in 0..height {
        let into = &mut result[y as usize * row..(y as usize + 1) * row];
        for (dx, dy, weight) in taps {
            let from = &exposure.light[(y + dy).clamp(0, height - 1) as usize * row..][..row];
            for x in 0..width {
                let at = (x + dx).clamp(0, width - 1) as usize * 3;
                let to = x as usize * 3;
                into[to] += from[at] * weight;
                into[to + 1] += from[at + 1] * weight;
                into[to + 2] += from[at + 2] * weight;
            }
        }
    }
    exposure.light = result;
}

/// Running mean over 2 × `radius` + 1 pixels in both directions.
fn boxed(exposure: &mut Exposure, radius: usize) {
    let (width, height) = (exposure.width, exposure.height);
    for y in 0..height {
        line(&mut exposure.light, y * width * 3, 3, width, radius);
    }
    for x in 0..width {
        line(&mut exposure.light, x * 3, width * 3, height, radius);
    }
}

fn line(light: &mut [f32], start: usize, stride: usize, count: usize, radius: usize) {
    for part in 0..3 {
        let at = |place: usize| start + part + place.min(count - 1) * stride;
        let before: Vec<f32> = (0..count).map(|place| light[at(place)]).collect();
        let held = |place: i64| before[place.clamp(0, count as i64 - 1) as usize];
        let reach = radius as i64;
        let mut sum: f32 = (-reach..=reach).map(held).sum();
        for place in 0..count {
            light[at(place)] = sum / (2 * radius + 1) as f32;
            sum += held(place as i64 + reach + 1) - held(place as i64 - reach);
        }
    }
}
