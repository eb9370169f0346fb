//! Lamps, shadows, mirrored light and the finger that holds the card.

use super::scene::{Light, Scene};
use crate::document::chance::value_noise;

/// The light of a scene.
pub(super) struct Lamp<'a> {
    scene: &'a Scene,
    gain: f32,
}

impl<'a> Lamp<'a> {
    pub(super) fn of(scene: &'a Scene) -> Self {
        let gain = match scene.light {
            Light::Even | Light::Shadow => 0.86,
            Light::Dark => 0.075,
            Light::Over => 2.6,
        };
        Self { scene, gain }
    }

    /// What leaves a place: `here` is its colour, `frame` its place in the frame 0.0–1.0, `card` on the card, `cover` how much
    /// of it is card.
    pub(super) fn lit(&self, here: [f32; 3], frame: (f32, f32), card: (f32, f32), cover: f32, aspect: f32) -> [f32; 3] {
        let window = 1.06 - 0.14 * frame.0 - 0.06 * frame.1;
        // Fall-off of a small lens towards the corners, to about four fifths.
        let corner = 1.0 - 0.4 * ((frame.0 - 0.5).powi(2) + (frame.1 - 0.5).powi(2));
        let strength = self.gain * window * corner * self.shadow(frame);
        let lamp = self.mirrored(card, aspect) * cover;
        let warmth = [1.02, 1.0, 0.95];
        std::array::from_fn(|part| here[part] * strength * warmth[part] + lamp)
    }

    /// A soft-edged shadow over the lower right, 0.0–1.0.
    fn shadow(&self, (x, y): (f32, f32)) -> f32 {
        if self.scene.light != Light::Shadow {
            return 1.0;
        }
        let edge = (x * 0.8 + y * 0.6 - 0.72) / 0.09;
        1.0 - 0.62 / (1.0 + (-edge).exp())
    }

    /// Light of the lamp mirrored in the laminate.
    fn mirrored(&self, (u, v): (f32, f32), aspect: f32) -> f32 {
        let Some(glare) = self.scene.glare else { return 0.0 };
        let (dx, dy) = (u - glare.x, (v - glare.y) * aspect * 1.25);
        // Laminate is never flat: the mirrored lamp has a wavy outline.
        let wave = 0.85 + 0.3 * value_noise(self.scene.seed, u * 9.0, v * 9.0);
        let reach = dx.hypot(dy) / (glare.radius * wave).max(1e-3);
        let core = 1.0 / (1.0 + ((reach - 0.75) * 9.0).exp());
        glare.strength * (core + 0.18 * (-1.3 * reach * reach).exp())
    }
}

/// Share of light that is left beside the card, `outside` card widths from its edge: a card has a thickness.
pub(super) fn contact_shadow(outside: f32) -> f32 {
    1.0 - 0.5 * (-outside.max(0.0) / 0.012).exp()
}

/// Colour and share of a fingertip that reaches over the lower edge, when there is one.
pub(super) fn finger(scene: &Scene, x: f32, y: f32, aspect: f32) -> Option<([f32; 3], f32)> {
    let middle = scene.finger?;
    let (half, tip) = (0.105, aspect - 0.16);
    let dx = (x - middle) / half;
    // A rounded tip above, a straight finger below.
    let dy = ((tip + half - y) / (half * 1.1)).max(0.0);
    let reach = dx.hypot(dy);
    let share = ((1.0 - reach) * 40.0).clamp(0.0, 1.0);
    if share <= 0.0 {
        return None;
    }
    let round = (1.0 - 0.55 * reach * reach).max(0.3);
    let crease = 0.93 + 0.14 * value_noise(scene.seed ^ 0xB, x * 40.0, y * 160.0);
    let nail = dx.hypot((y - tip - 0.075) / 0.09) < 0.62;
    let skin = if nail { [0.62, 0.36, 0.29] } else { [0.52, 0.25, 0.165] };
    Some((skin.map(|part: f32| part * round * crease), share))
}
