//! The pictures of a clip: each mouth drawn once, laid over the room with the head's sway, sensor noise on top.

use std::collections::BTreeMap;
use std::thread;

use super::motion::{OPENINGS, REST, Shape, Shot};
use super::spec::{ClipDefect, ClipSpec};
use crate::Picture;
use crate::person::{Background, Cel, Light, Look, Part, Person, Random, beside, empty};

/// What a cut-out has to spare on each side, in picture heights, so that sway uncovers no cut edge.
const SPARE: f32 = 0.04;

/// Draws the pictures of a clip one after the other.
pub(crate) struct Film {
    width: usize,
    height: usize,
    room: Picture,
    base: Option<Cel>,
    parts: BTreeMap<Shape, Cel>,
    second: Option<Cel>,
    noise: f32,
    seed: u64,
    /// Half width and half height of the head and how far its middle lies under that of the picture, pixels.
    head: (f32, f32, f32),
}

impl Film {
    /// Draws the person once, and every mouth and blink that `shots` need, on as many threads as there are cores (at most four).
    pub(crate) fn new(spec: &ClipSpec, shots: &[Shot]) -> Self {
        let (width, height) = (spec.width as usize, spec.height as usize);
        let look = look(spec);
        let person = Person::new(spec.seen());
        let spare = (SPARE * height as f32).ceil() as usize;
        let (w, h) = (width + 2 * spare, height + 2 * spare);
        let larger = |look: Look| Look { size: look.size * height as f32 / h as f32, ..look };
        let present = spec.defect != ClipDefect::NoFace;
        let mut shapes: Vec<Shape> = shots.iter().flat_map(|s| [s.shape.mouth(), s.shape.eyes()]).collect();
        shapes.sort_unstable();
        shapes.dedup();
        shapes.retain(|shape| present && *shape != REST);
        let draw = |shape: &Shape| {
            let mouth = Look {
                mouth_open: f32::from(shape.open) / f32::from(OPENINGS),
                mouth_wide: 0.6 * f32::from(shape.wide),
                blink: 0.5 * f32::from(shape.blink),
                ..larger(look)
            };
            (*shape, person.cel(&mouth, w, h, if shape.blink > 0 { Part::Eyes } else { Part::Jaw }))
        };
        let base = present.then(|| person.cel(&larger(look), w, h, Part::Whole));
        let second = (spec.defect == ClipDefect::TwoFaces)
            .then(|| Person::new(spec.seen() ^ 0x5EC0).cel(&larger(beside(&look)), w, h, Part::Whole));
        let tall = look.size * height as f32;
        let noise = if look.light == Light::Dark { 3.0 } else { 1.2 };
        Self {
            width,
            height,
            room: empty(&look, width, height),
            base,
            parts: share(&shapes, &draw),
            second,
            noise,
            seed: spec.seen(),
            head: (0.36 * tall, 0.5 * tall, -look.shift.1 * height as f32),
        }
    }

    /// Picture `number` of the clip.
    pub(crate) fn picture(&self, number: usize, shot: &Shot) -> Picture {
        let mut pixels = self.room.pixels.clone();
        let calmer = Shot { sway: (-0.6 * shot.sway.0, 0.5 * shot.sway.1), tilt: -0.5 * shot.tilt, ..*shot };
        if let Some(second) = &self.second {
            self.lay(second, &calmer, &mut pixels);
        }
        if let Some(base) = &self.base {
            let mut cel = base.clone();
            for part in [shot.shape.mouth(), shot.shape.eyes()].iter().filter_map(|s| self.parts.get(s)) {
                cel.lay(part);
            }
            self.lay(&cel, shot, &mut pixels);
        }
        self.grain(number, &mut pixels);
        Picture { width: self.width as u32, height: self.height as u32, pixels }
    }

    fn lay(&self, cel: &Cel, shot: &Shot, pixels: &mut [u8]) {
        let (sine, cosine) = (-shot.tilt).sin_cos();
        let tall = self.height as f32;
        let middle = [cel.width as f32 / 2.0, cel.height as f32 / 2.0];
        let pivot = [self.width as f32 / 2.0 + shot.sway.0 * tall, tall / 2.0 + shot.sway.1 * tall];
        for row in 0..self.height {
            let dy = (row as f32 - pivot[1]) / shot.near;
            for column in 0..self.width {
                let dx = (column as f32 - pivot[0]) / shot.near;
                let (x, y) = (cosine * dx - sine * dy, sine * dx + cosine * dy);
                let near = self.relief(x, y);
                let seen = between(cel, middle[0] + x - shot.turn.0 * near, middle[1] + y - shot.turn.1 * near);
                if seen[3] > 0.0 {
                    let at = (row * self.width + column) * 3;
                    for (pixel, value) in pixels[at..at + 3].iter_mut().zip(seen) {
                        *pixel = (value + f32::from(*pixel) * (1.0 - seen[3] / 255.0)) as u8;
                    }
                }
            }
        }
    }

    /// How far the head stands out towards the camera at a place from the picture's middle, pixels: half an ellipsoid with a nose. A turn moves what
    /// is near farther, as it does with a head and not with a picture of one.
    fn relief(&self, x: f32, y: f32) -> f32 {
        let (wide, high, down) = self.head;
        let (across, along) = (x / wide, (y - down) / high);
        let nose = (-(across / 0.16).powi(2) - ((along - 0.12) / 0.14).powi(2)).exp();
        wide * ((1.0 - across * across - along * along).max(0.0).sqrt() + 0.3 * nose)
    }

    fn grain(&self, number: usize, pixels: &mut [u8]) {
        let mut random = Random::new(self.seed, 100 + number as u64);
        let mut table = [0.0_f32; 4096];
        table.fill_with(|| 0.5 + self.noise * random.normal());
        let mut state = (random.unit() * 1e6) as usize | 1;
        for pixel in pixels {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *pixel = (f32::from(*pixel) + table[state >> 52]) as u8;
        }
    }
}

/// How the clip's person is seen: a touch of turn, so that no two persons look into the camera alike.
fn look(spec: &ClipSpec) -> Look {
    let mut random = Random::new(spec.seen(), 24);
    let light = match spec.defect {
        ClipDefect::Dark => Light::Dark,
        ClipDefect::Backlit => Light::Backlit,
        ClipDefect::OneSided => Light::OneSided,
        ClipDefect::Over => Light::Over,
        _ => Light::Even,
    };
    Look {
        yaw: random.between(-0.09, 0.09),
        pitch: random.between(-0.03, 0.06),
        light,
        background: Background::Room(spec.seen()),
        covered_mouth: spec.defect == ClipDefect::CoveredMouth,
        dark_glasses: spec.defect == ClipDefect::DarkGlasses,
        size: 0.58,
        shift: (if spec.defect == ClipDefect::TwoFaces { -0.22 } else { 0.0 }, 0.04),
        ..Look::default()
    }
}

fn share(shapes: &[Shape], draw: &(dyn Fn(&Shape) -> (Shape, Cel) + Sync)) -> BTreeMap<Shape, Cel> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(4);
    let part = shapes.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let work: Vec<_> =
            shapes.chunks(part).map(|c| scope.spawn(move || c.iter().map(draw).collect::<Vec<_>>())).collect();
        work.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    })
}

/// The cut-out between its pixels; nothing outside.
fn between(cel: &Cel, x: f32, y: f32) -> [f32; 4] {
    let (column, row) = (x.floor(), y.floor());
    if column < 0.0 || row < 0.0 || column >= (cel.width - 1) as f32 || row >= (cel.height - 1) as f32 {
        return [0.0; 4];
    }
    let (fx, fy) = (x - column, y - row);
    let at = row as usize * cel.width + column as usize;
    let corners = [cel.rgba[at], cel.rgba[at + 1], cel.rgba[at + cel.width], cel.rgba[at + cel.width + 1]];
    if corners.iter().all(|c| c[3] == 0) {
        return [0.0; 4];
    }
    let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    [0, 1, 2, 3].map(|i| corners.iter().zip(weights).map(|(c, w)| f32::from(c[i]) * w).sum())
}
