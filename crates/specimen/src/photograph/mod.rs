//! Photographs of flat things on a table, as a phone takes them: a plane seen through a pinhole, light, lens, sensor, JPEG.
//!
//! Everything follows from the picture and the [`Scene`]; the same input gives the same bytes.

mod encode;
mod exif;
mod geometry;
mod ground;
mod lens;
mod light;
mod scene;
mod screen;
mod sensor;
mod surface;

#[cfg(test)]
mod tests;

pub use encode::{encode_jpeg, encode_png};
pub use exif::Exif;
pub use geometry::corners;
pub use scene::{Blur, Edge, Glare, Ground, Light, Scene};

use crate::Picture;

/// Takes a photograph of `card`, a flat scan with rounded corners. The result is `scene.size`, turned by
/// `scene.quarter_turns`.
pub fn photograph(card: &Picture, scene: &Scene) -> Picture {
    let shown = if scene.screen_moire { screen::displayed(card) } else { card.clone() };
    let mut exposure = surface::exposed(&shown, scene);
    lens::blurred(&mut exposure, scene);
    let taken = sensor::developed(&exposure, scene);
    geometry::turned(&taken, scene.quarter_turns)
}
