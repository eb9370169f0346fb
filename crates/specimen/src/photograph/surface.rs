//! Light that reaches the lens from table, card, laminate and finger.

use super::geometry::{Homography, corners};
use super::light::Lamp;
use super::scene::Scene;
use super::{ground, light};
use crate::Picture;

/// Linear light, three numbers a pixel, 1.0 = paper white.
pub(super) struct Exposure {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) light: Vec<f32>,
}

/// The scene before the lens.
pub(super) fn exposed(card: &Picture, scene: &Scene) -> Exposure {
    let (width, height) = (scene.size.0 as usize, scene.size.1 as usize);
    let placed = corners((card.width, card.height), scene);
    let map = Homography::to_unit(&placed);
    let across = (placed[1].0 - placed[0].0).hypot(placed[1].1 - placed[0].1);
    let scan = Scan::of(card, (card.width as f32 / across).floor() as usize);
    let aspect = card.height as f32 / card.width as f32;
    let lamp = Lamp::of(scene);
    let mut pixels = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let (u, v) = map.map(x as f32 + 0.5, y as f32 + 0.5);
            let frame = (x as f32 / width as f32, y as f32 / height as f32);
            // Card coordinates in card widths, so that both axes have one unit.
            let (cx, cy) = (u, v * aspect);
            let outside = rounded_box(cx, cy, aspect, scene.corner);
            let cover = (0.5 - outside * across).clamp(0.0, 1.0);
            let mut here = [0.0; 3];
            if cover < 1.0 {
                let shade = light::contact_shadow(outside);
                here = ground::colour(scene, cx, cy).map(|part| part * shade);
            }
            if cover > 0.0 {
                let paper = scan.at(u, v);
                for (part, ink) in here.iter_mut().zip(paper) {
                    *part += (ink - *part) * cover;
                }
            }
            if let Some((skin, share)) = light::finger(scene, cx, cy, aspect) {
                for (part, tone) in here.iter_mut().zip(skin) {
                    *part += (tone - *part) * share;
                }
            }
            pixels.extend_from_slice(&lamp.lit(here, frame, (u, v), cover, aspect));
        }
    }
    Exposure { width, height, light: pixels }
}

/// Signed distance to the card's outline in card widths, negative inside.
fn rounded_box(x: f32, y: f32, aspect: f32, radius: f32) -> f32 {
    let (dx, dy) = ((x - 0.5).abs() - 0.5 + radius, (y - aspect / 2.0).abs() - aspect / 2.0 + radius);
    dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - radius
}

/// The scan in linear light, box-reduced first when the photograph shows it smaller.
struct Scan {
    width: usize,
    height: usize,
    light: Vec<[f32; 3]>,
}

impl Scan {
    fn of(card: &Picture, reduce: usize) -> Self {
        let step = reduce.max(1);
        let (width, height) = ((card.width as usize / step).max(1), (card.height as usize / step).max(1));
        let table: Vec<f32> = (0..=255).map(|value| linear(value as f32 / 255.0)).collect();
        let mut light = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let mut sum = [0.0; 3];
                for (dx, dy) in (0..step * step).map(|cell| (cell % step, cell / step)) {
                    let at = ((y * step + dy) * card.width as usize + x * step + dx) * 3;
                    for (part, value) in sum.iter_mut().zip(&card.pixels[at..at + 3]) {
                        *part += table[usize::from(*value)];
                    }
                }
                light.push(sum.map(|part| part / (step * step) as f32));
            }
        }
        Self { width, height, light }
    }

    /// Bilinear, edges repeated.
    fn at(&self, u: f32, v: f32) -> [f32; 3] {
        let x = (u * self.width as f32 - 0.5).clamp(0.0, (self.width - 1) as f32);
        let y = (v * self.height as f32 - 0.5).clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let (right, low) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (fx, fy) = (x.fract(), y.fract());
        let cell = |x: usize, y: usize| self.light[y * self.width + x];
        let (a, b, c, d) = (cell(left, top), cell(right, top), cell(left, low), cell(right, low));
        std::array::from_fn(|part| {
            let upper = a[part] + (b[part] - a[part]) * fx;
            let lower = c[part] + (d[part] - c[part]) * fx;
            upper + (lower - upper) * fy
        })
    }
}

/// Display value to light, exponent 2.2.
pub(super) fn linear(value: f32) -> f32 {
    value.powf(2.2)
}
