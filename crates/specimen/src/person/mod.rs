//! A synthetic person: the same face in a portrait and in a clip.

mod backdrop;
mod body;
mod cel;
mod eyes;
mod hair;
mod head;
mod light;
mod look;
mod random;
mod raster;
mod scene;
mod skin;
#[cfg(test)]
mod tests;
mod traits;
mod vector;

pub use look::{Background, Light, Look};

use crate::Picture;
use traits::Traits;

pub(crate) use cel::{Cel, Part, empty};
pub(crate) use random::Random;

/// Seeds of persons whom face nets tell apart: every two of their portraits lie more than 0.6 apart (Euclidean, face-api's
/// 128-number descriptor), which two in five pairs of the first 400 seeds do.
pub const CAST: [u64; 8] = [9, 33, 69, 85, 175, 207, 362, 371];

/// Somebody who does not exist: every measure of the face follows from the seed.
#[derive(Clone, Debug)]
pub struct Person {
    traits: Traits,
}

impl Person {
    /// The person with this seed.
    pub fn new(seed: u64) -> Self {
        Self { traits: Traits::new(seed) }
    }

    /// Whether the person is drawn as a man; documents print it as their sex.
    pub fn is_male(&self) -> bool {
        self.traits.male
    }

    /// A document portrait: straight, neutral, evenly lit, before a plain light background.
    ///
    /// Any size; 35 × 45 mm documents want 413 × 531 pixels at 300 per inch.
    pub fn portrait(&self, width: u32, height: u32) -> Picture {
        let tall = width as f32 / height as f32;
        let look = Look {
            background: Background::Plain,
            size: (0.74_f32).min(0.92 * tall),
            shift: (0.0, 0.02),
            ..Look::default()
        };
        self.render(&look, width, height)
    }

    /// The person as a camera sees them.
    pub fn render(&self, look: &Look, width: u32, height: u32) -> Picture {
        let (w, h) = (width as usize, height as usize);
        let whole = scene::Window::whole(w, h);
        let (exposure, behind) = light::camera(look.light);
        let front = scene::take(&self.traits, look, w, h, whole);
        let second = look.second_face.map(|seed| scene::take(&Traits::new(seed), &beside(look), w, h, whole));
        let mut pixels = Vec::with_capacity(w * h * 3);
        for i in 0..w * h {
            let (u, v) = ((i % w) as f32 / h as f32, (i / w) as f32 / h as f32);
            let mut light = vector::scale(backdrop::light(look.background, u, v), behind);
            if let Some(second) = &second {
                light = scene::over(second[i], light);
            }
            light = scene::over(front[i], light);
            pixels.extend(light.map(|c| light::develop(c * exposure).round() as u8));
        }
        Picture { width, height, pixels }
    }
}

/// How the second person stands beside the one `look` is about: a little behind, bare-faced, silent.
pub(crate) fn beside(look: &Look) -> Look {
    Look {
        size: look.size * 0.92,
        shift: (look.shift.0 + 0.74 * look.size, look.shift.1 + 0.02),
        yaw: -0.12,
        mouth_open: 0.0,
        blink: 0.0,
        covered_mouth: false,
        dark_glasses: false,
        second_face: None,
        ..*look
    }
}
