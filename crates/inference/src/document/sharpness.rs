//! Blur of any direction: how sharply the picture bends at its edges.

use super::picture::Gray;

/// A change of luma below this, across one pixel, is noise or a soft shade.
const CHANGE: f32 = 12.0;
/// Fewer pixels with a change than this tell nothing.
const LEAST: usize = 400;
/// The four directions, as steps of pixels: along, down, and both slopes. A hand's shake may have any.
const DIRECTIONS: [(isize, isize); 4] = [(1, 0), (0, 1), (1, 1), (1, -1)];

/// The measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sharpness {
    /// Share of bending in all change, 0–1, in the softest direction. At every pixel where something changes, the second difference *b* (how the
    /// luma bends) is set against the central first difference *s* (how it slopes): Σb² / (Σb² + 4 Σs²). A hard edge or a
    /// thin line bends as much as it slopes; blur keeps the slope and takes the bend, first in the direction of a shake.
    /// Contrast cancels out. Luma is averaged across each direction (weights 1, 2, 1) first, which takes noise and leaves edges.
    pub least: f32,
    /// The softest direction's share over the sharpest one's, 0–1: 1 for a lens out of focus, small for a shake.
    pub evenness: f32,
}

/// Measures the part of `picture` that `inside` tells; `None` where too little changes to judge by.
pub(super) fn measure(picture: &Gray, inside: impl Fn(usize, usize) -> bool) -> Option<Sharpness> {
    let (width, height) = (picture.width, picture.height);
    if width < 5 || height < 5 {
        return None;
    }
    let mut sums = [(0.0f64, 0.0f64, 0usize); 4];
    for y in 2..height - 2 {
        for x in (2..width - 2).filter(|x| inside(*x, y)) {
            let at = (y * width + x) as isize;
            let raw = |offset: isize| f32::from(picture.pixels[(at + offset) as usize]);
            for ((dx, dy), sum) in DIRECTIONS.into_iter().zip(&mut sums) {
                let (step, across) = (dy * width as isize + dx, dx * width as isize - dy);
                let luma = |place: isize| 0.5 * raw(place) + 0.25 * (raw(place + across) + raw(place - across));
                let (before, here, after) = (luma(-step), luma(0), luma(step));
                let (slope, bend) = ((after - before) / 2.0, before + after - 2.0 * here);
                if slope.abs().max(bend.abs()) > CHANGE {
                    sum.0 += f64::from(bend * bend);
                    sum.1 += f64::from(4.0 * slope * slope);
                    sum.2 += 1;
                }
            }
        }
    }
    if sums.iter().any(|(_, _, count)| *count < LEAST) {
        return None;
    }
    let shares = sums.map(|(bend, slope, _)| (bend / (bend + slope)) as f32);
    let (least, most) = shares.iter().fold((1.0f32, 0.0f32), |(low, high), s| (low.min(*s), high.max(*s)));
    Some(Sharpness { least, evenness: least / most.max(1e-6) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks() -> Gray {
        let mut g = Gray::filled(300, 200, 200);
        for y in 0..200 {
            for x in 0..300 {
                if (x / 7 * 31 + y / 5 * 17) % 5 < 2 {
                    g.pixels[y * 300 + x] = 40;
                }
            }
        }
        g
    }

    fn smeared(g: &Gray, (dx, dy): (i32, i32), reach: i32) -> Gray {
        let mut out = g.clone();
        for y in 0..200i32 {
            for x in 0..300i32 {
                let sum: u32 = (-reach..=reach)
                    .map(|k| {
                        let (x, y) = ((x + k * dx).clamp(0, 299), (y + k * dy).clamp(0, 199));
                        u32::from(g.pixels[(y * 300 + x) as usize])
                    })
                    .sum();
                out.pixels[(y * 300 + x) as usize] = (sum / (2 * reach as u32 + 1)) as u8;
            }
        }
        out
    }

    #[test]
    fn a_shake_in_any_direction_lowers_it() {
        let sharp = measure(&blocks(), |_, _| true).expect("edges");
        for direction in [(1, 0), (0, 1), (1, 1), (1, -1)] {
            let shaken = measure(&smeared(&blocks(), direction, 2), |_, _| true).expect("edges");
            assert!(shaken.least < 0.65 * sharp.least, "{direction:?}: {shaken:?} of {sharp:?}");
        }
    }

    #[test]
    fn contrast_cancels_out() {
        let mut pale = blocks();
        pale.pixels.iter_mut().for_each(|v| *v = 100 + *v / 3);
        let (a, b) = (measure(&blocks(), |_, _| true), measure(&pale, |_, _| true));
        assert!((a.expect("edges").least - b.expect("edges").least).abs() < 0.02);
    }

    #[test]
    fn nothing_to_see_is_no_measurement() {
        assert_eq!(measure(&Gray::filled(300, 200, 128), |_, _| true), None);
        assert_eq!(measure(&Gray::filled(1, 1, 0), |_, _| true), None);
        assert_eq!(measure(&blocks(), |_, _| false), None);
    }
}
