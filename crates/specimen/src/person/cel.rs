//! A person cut out, to be laid over a background again and again, as cartoons are made: a clip draws each mouth once.

use super::look::Look;
use super::{Person, backdrop, light, scene};
use crate::Picture;

/// A cut-out: 8-bit sRGB, premultiplied by its cover, row-major R, G, B, cover.
#[derive(Clone)]
pub(crate) struct Cel {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) rgba: Vec<[u8; 4]>,
    left: usize,
    top: usize,
}

/// How much of a person a cel holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// All.
    Whole,
    /// Nose to neck: what a mouth moves.
    Jaw,
    /// What a blink moves.
    Eyes,
}

impl Person {
    /// The person alone, as `look` has them; a part lies in the whole where [`Cel::lay`] puts it.
    pub(crate) fn cel(&self, look: &Look, width: usize, height: usize, part: Part) -> Cel {
        let window = match part {
            Part::Whole => scene::Window::whole(width, height),
            Part::Jaw => scene::part_of_face(look, width, height, -1.8, -0.22, 0.85),
            Part::Eyes => scene::part_of_face(look, width, height, -0.16, 0.26, 0.72),
        };
        let (exposure, _) = light::camera(look.light);
        let layer = scene::take(&self.traits, look, width, height, window);
        let rgba = layer
            .iter()
            .map(|&[r, g, b, cover]| {
                let shown = |c: f32| (light::develop(c * exposure / cover.max(1e-3)) * cover).round() as u8;
                [shown(r), shown(g), shown(b), (cover.min(1.0) * 255.0).round() as u8]
            })
            .collect();
        Cel { width: window.width(), height: window.height(), rgba, left: window.left, top: window.top }
    }
}

impl Cel {
    /// Puts a part in its place in this whole.
    pub(crate) fn lay(&mut self, part: &Cel) {
        for (row, pixels) in part.rgba.chunks_exact(part.width.max(1)).enumerate() {
            let at = (part.top + row) * self.width + part.left;
            self.rgba[at..at + part.width].copy_from_slice(pixels);
        }
    }
}

/// What is behind the person, as `look` lights it.
pub(crate) fn empty(look: &Look, width: usize, height: usize) -> Picture {
    let (exposure, behind) = light::camera(look.light);
    let mut pixels = Vec::with_capacity(width * height * 3);
    for i in 0..width * height {
        let (u, v) = ((i % width) as f32 / height as f32, (i / width) as f32 / height as f32);
        pixels.extend(backdrop::light(look.background, u, v).map(|c| light::develop(c * behind * exposure) as u8));
    }
    Picture { width: width as u32, height: height as u32, pixels }
}
