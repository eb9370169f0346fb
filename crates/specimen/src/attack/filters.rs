//! What picture programs offer as filters: tones, and a smooth skin.

use super::pixels::{each, luma};
use crate::Picture;

/// Colour taken away.
pub(super) fn grey(picture: &mut Picture) {
    each(picture, |pixel| [luma(pixel); 3]);
}

/// The usual matrix of sepia filters (W3C Filter Effects, `sepia(1)`).
pub(super) fn sepia(picture: &mut Picture) {
    each(picture, |[r, g, b]| {
        [0.393 * r + 0.769 * g + 0.189 * b, 0.349 * r + 0.686 * g + 0.168 * b, 0.272 * r + 0.534 * g + 0.131 * b]
    });
}

/// Eight shades a channel.
pub(super) fn posterised(picture: &mut Picture) {
    each(picture, |pixel| pixel.map(|value| (value / 32.0).floor() * 32.0 + 12.0));
}

/// Red raised and blue lowered by a quarter.
pub(super) fn shifted(picture: &mut Picture) {
    each(picture, |[r, g, b]| [r * 1.25, g, b * 0.75]);
}

/// W3C Filter Effects, `contrast(1.5)`.
pub(super) fn contrast(picture: &mut Picture) {
    each(picture, |pixel| pixel.map(|value| (value - 127.5) * 1.5 + 127.5));
}

/// W3C Filter Effects, `saturate(1.8)`.
pub(super) fn saturated(picture: &mut Picture) {
    each(picture, |pixel| {
        let grey = luma(pixel);
        pixel.map(|value| grey + (value - grey) * 1.8)
    });
}

/// A smooth and slightly brighter skin: means over what is alike nearby (a "surface blur"), inside `place` (left, top, right, low; pixels).
pub(super) fn smoothed(picture: &mut Picture, place: (usize, usize, usize, usize)) {
    const ALIKE: f32 = 26.0;
    let (wide, high) = (picture.width as usize, picture.height as usize);
    let (left, top, right, low) = (place.0, place.1, place.2.min(wide), place.3.min(high));
    let reach = ((right.saturating_sub(left)) / 60).max(3);
    let source = picture.pixels.clone();
    let at =
        |x: usize, y: usize| -> [f32; 3] { std::array::from_fn(|part| f32::from(source[(y * wide + x) * 3 + part])) };
    for y in top..low {
        for x in left..right {
            let own = at(x, y);
            let (mut sum, mut count) = ([0.0; 3], 0.0);
            for row in y.saturating_sub(reach)..(y + reach + 1).min(high) {
                for column in x.saturating_sub(reach)..(x + reach + 1).min(wide) {
                    let near = at(column, row);
                    if (luma(near) - luma(own)).abs() < ALIKE {
                        sum.iter_mut().zip(near).for_each(|(sum, part)| *sum += part);
                        count += 1.0;
                    }
                }
            }
            for (part, sum) in sum.into_iter().enumerate() {
                picture.pixels[(y * wide + x) * 3 + part] = (sum / count * 1.03).round().clamp(0.0, 255.0) as u8;
            }
        }
    }
}
