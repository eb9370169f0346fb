//! A synthetic person: the same face in a portrait and in a clip.

mod backdrop;
mod body;
mod eyes;
mod hair;
mod head;
mod light;
mod look;
mod random;
mod raster;
mod scene;
mod skin;
mod traits;
mod vector;

pub use look::{Background, Light, Look};

use crate::Picture;
use traits::Traits;

#[expect(unused_imports, reason = "the clip draws from it too")]
pub(crate) use random::Random;

/// Somebody who does not exist: every measure of the face follows from the seed, the same on every machine.
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
        let front = scene::take(&self.traits, look, w, h);
        let second = look.second_face.map(|seed| {
            let (sx, sy) = look.shift;
            let beside = Look {
                size: look.size * 0.92,
                shift: (sx + 0.66 * look.size, sy + 0.02),
                yaw: -0.12,
                mouth_open: 0.0,
                ..*look
            };
            let beside = Look { covered_mouth: false, dark_glasses: false, ..beside };
            scene::take(&Traits::new(seed), &beside, w, h)
        });
        let mut pixels = Vec::with_capacity(w * h * 3);
        for y in 0..h {
            for x in 0..w {
                let (u, v) = (x as f32 / h as f32, y as f32 / h as f32);
                let mut light = vector::scale(backdrop::light(look.background, u, v), front.behind);
                if let Some(second) = &second {
                    light = scene::over(second.pixels[y * w + x], light);
                }
                light = scene::over(front.pixels[y * w + x], light);
                pixels.extend(light.map(|c| light::develop(c * front.exposure).clamp(0.0, 255.0) as u8));
            }
        }
        Picture { width, height, pixels }
    }
}
