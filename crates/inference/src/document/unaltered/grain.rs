//! A smoothed face: beauty filters take the grain of sensor and print from the skin and leave it elsewhere.
//!
//! Grain is the energy of blocks of 8 × 8 pixels in the frequencies of noise, as the look for clean places takes it. Value: the median over the inner
//! face, over the quietest twentieth of the document beside the portrait, or the quieter fifth of the ground around it if that is less. Skin in an
//! honest photo is at least as grainy: 2.1 to 2.7 on our specimens, 1.2 and more on documents of the corpus; 0.5 to 1.0 with the skin smoothed.
//!
//! It cannot see a smoothed face in a picture whose grain compression has taken, a mild smoothing, larger eyes or a narrower chin.

use countersign_media::RgbImage;

use super::super::Quad;
use super::blocks::{SIDE, fine_of};
use super::map::quantile;
use super::tone::within;

/// Blocks looked at, at most, on the face and on the document.
const MOST: (usize, usize) = (600, 4000);
/// Fewest blocks to judge by.
const LEAST: usize = 40;
/// Under this, compression has taken what a filter would take (rounding alone gives about 0.3); above it, it is fine print and no grain.
const GRAIN: std::ops::Range<f32> = 0.5..6.0;
/// Which of the document's blocks, and of the ground's around it, tell the grain: print covers most of many documents, so their quietest do.
const QUIET: (f32, f32) = (0.05, 0.2);
/// Part of the face box that is skin on every face, as shares: left, top, right, low.
const SKIN: [f32; 4] = [0.25, 0.30, 0.75, 0.80];

/// A rectangle in the picture, pixels: left, top, right, low.
pub type Rectangle = (f32, f32, f32, f32);

/// The ratio; `None` without a document's outline, with a face of too few pixels, or without grain.
pub(super) fn measure(image: &RgbImage, quad: Option<&Quad>, face: Rectangle) -> Option<f32> {
    let quad = quad?;
    let (wide, high) = (face.2 - face.0, face.3 - face.1);
    let [left, top, right, low] =
        [face.0 + wide * SKIN[0], face.1 + high * SKIN[1], face.0 + wide * SKIN[2], face.1 + high * SKIN[3]];
    let mut skin = blocks(image, (left, top, right, low), MOST.0, |_, _| true);
    let across = quad.map(|(x, _)| x);
    let down = quad.map(|(_, y)| y);
    let least = |values: [f32; 4]| values.into_iter().fold(f32::MAX, f32::min);
    let most = |values: [f32; 4]| values.into_iter().fold(0.0, f32::max);
    let whole = (least(across), least(down), most(across), most(down));
    let portrait = (face.0 - 0.6 * wide, face.1 - 0.8 * high, face.2 + 0.6 * wide, face.3 + 0.6 * high);
    let free = |x: f32, y: f32| x < portrait.0 || x > portrait.2 || y < portrait.1 || y > portrait.3;
    let mut document = blocks(image, whole, MOST.1, |x, y| within(quad, x, y) && free(x, y));
    if skin.len() < LEAST || document.len() < 4 * LEAST {
        return None;
    }
    let everywhere = (0.0, 0.0, image.width as f32, image.height as f32);
    let mut ground = blocks(image, everywhere, MOST.1, |x, y| !within(quad, x, y));
    let printed = quantile(&mut document, QUIET.0);
    let quiet = if ground.len() < 4 * LEAST { printed } else { printed.min(quantile(&mut ground, QUIET.1)) };
    GRAIN.contains(&quiet).then(|| quantile(&mut skin, 0.5) / quiet)
}

/// Fine energy of at most about `most` lit blocks of an area, evenly spread, where `wanted`.
fn blocks(image: &RgbImage, area: Rectangle, most: usize, wanted: impl Fn(f32, f32) -> bool) -> Vec<f32> {
    let side = SIDE as f32;
    let clamp = |value: f32, end: u32| value.clamp(0.0, (end as f32 - side).max(0.0));
    let (left, right) = (clamp(area.0, image.width), clamp(area.2 - side, image.width));
    let (top, low) = (clamp(area.1, image.height), clamp(area.3 - side, image.height));
    let step = ((right - left).max(0.0) * (low - top).max(0.0) / most as f32).sqrt().max(side);
    let mut found = Vec::new();
    let mut y = top;
    while y < low {
        let mut x = left;
        while x < right {
            if wanted(x, y) {
                found.extend(fine_of(image, x as usize, y as usize));
            }
            x += step;
        }
        y += step;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A noisy page whose noise is `kept` of its strength on the face.
    fn page(kept: f32, noise: f32) -> RgbImage {
        let (width, height) = (800u32, 600u32);
        let grain = |at: u32| ((at.wrapping_mul(2_654_435_761) >> 16) as f32 / 65_536.0 - 0.5) * noise;
        let pixel = |at: u32| {
            let (x, y) = (at % width, at / width);
            let on_face = (100..350).contains(&x) && (150..450).contains(&y);
            [(150.0 + grain(at) * if on_face { kept } else { 1.0 }).round() as u8; 3]
        };
        RgbImage { width, height, pixels: (0..width * height).flat_map(pixel).collect() }
    }

    #[test]
    fn skin_without_the_pages_grain_is_told_and_a_page_without_grain_says_nothing() {
        let quad: Quad = [(20.0, 20.0), (780.0, 20.0), (780.0, 580.0), (20.0, 580.0)];
        let ratio = |kept, noise| measure(&page(kept, noise), Some(&quad), (100.0, 150.0, 350.0, 450.0));
        assert!(ratio(1.0, 12.0).is_some_and(|ratio| ratio > 0.9));
        assert!(ratio(0.1, 12.0).is_some_and(|ratio| ratio < 0.5));
        assert_eq!(ratio(0.1, 0.0), None);
        assert_eq!(measure(&page(1.0, 12.0), None, (100.0, 150.0, 350.0, 450.0)), None);
    }
}
