//! From light to eight bits: noise of photons and electronics, tone curve, clipping.

use super::scene::{Light, Scene};
use super::surface::Exposure;
use crate::Picture;
use crate::document::chance::Chance;

/// The photograph as the phone's processor leaves it.
pub(super) fn developed(exposure: &Exposure, scene: &Scene) -> Picture {
    let mut chance = Chance::new(scene.seed, 0x006e_6f69_7365);
    // Little light means much amplification: noise grows with it.
    let noise = scene.noise * if scene.light == Light::Dark { 2.5 } else { 1.0 };
    let mut pixels = Vec::with_capacity(exposure.light.len());
    for light in exposure.light.chunks_exact(3) {
        let shared = chance.normal();
        for part in light {
            let value = 255.0 * part.clamp(0.0, 1.0).powf(1.0 / 2.2);
            // Noise of photons falls with brightness once the tone curve is applied, and is mostly common to the three
            // channels after the camera's colour denoising.
            let deviation = noise * (1.35 - 0.7 * value / 255.0);
            let grain = deviation * (0.8 * shared + 0.6 * chance.normal());
            pixels.push((value + grain + 0.5).clamp(0.0, 255.0) as u8);
        }
    }
    Picture { width: exposure.width as u32, height: exposure.height as u32, pixels }
}
