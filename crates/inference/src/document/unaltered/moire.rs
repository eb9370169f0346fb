//! A photograph of a screen: the screen's coloured cells beat against the sensor's, and the beat swings between green and magenta where
//! brightness does not swing with it. Print, cloth and guilloche swing in brightness as well.
//!
//! Measured in windows of 64 × 64 on the photograph shrunk to 1,000–2,000 pixels and on a piece of it unshrunk: a window is struck when the
//! difference of green to magenta holds one sharp peak that brightness lacks. Value: the share of struck windows, of the more struck scale.
//! On real pictures: 0.25–0.52 on three screens with visible moiré; at most 0.06 on 150 others.
//!
//! It cannot see a screen whose cells the camera did not resolve and did not beat with (a sharp phone screen from afar, two face replays of
//! the corpus: 0), black-and-white moiré, or a screen picture that was scaled down or strongly compressed afterwards. Print is not told at all.

use countersign_media::RgbImage;

use super::map::{HeatMap, Mapped};
use super::spectrum::{SIDE, Spectrum};

/// The shrunk photograph's longer side is at least this.
const LONG: usize = 1000;
/// Unshrunk windows across and down.
const NATIVE: (usize, usize) = (10, 8);
/// Most windows of the shrunk photograph: across or down.
const MOST: usize = 24;
/// Fewer windows than this say nothing: one struck by chance would be a large share.
const LEAST_WINDOWS: usize = 12;
/// Frequencies looked at, periods in a window. Under 4 shades of light, over 30 noise.
const FREQUENCIES: (f32, f32) = (3.0, 30.0);
const LEAST_FREQUENCY: f32 = 4.0;
/// A window is struck when the peak holds this share of the energy …
const PEAK_SHARE: f32 = 0.25;
/// … the swing is this large, 8-bit steps …
const LEAST_SWING: f32 = 1.5;
/// … and the peak is this many times stronger in colour than in brightness (10 to the 0.2).
const OVER_BRIGHTNESS: f32 = 1.585;

/// Share of struck windows, 0–1, with a map of the shrunk photograph. `None` when it has fewer than twelve windows.
pub(super) fn measure(image: &RgbImage) -> Option<Mapped> {
    let factor = (image.width.max(image.height) as usize / LONG).max(1);
    let (width, height) = (image.width as usize / factor, image.height as usize / factor);
    if (width / SIDE) * (height / SIDE) < LEAST_WINDOWS {
        return None;
    }
    let mut spectrum = Spectrum::new();
    let mut map = struck(&mut spectrum, image, factor, (0, 0), (places(width, MOST), places(height, MOST)));
    let share = |map: &HeatMap| map.values.iter().sum::<f32>() / map.values.len() as f32;
    let mut value = share(&map);
    if factor > 1 {
        let (across, down) = (NATIVE.0 * SIDE, NATIVE.1 * SIDE);
        let (width, height) = (image.width as usize, image.height as usize);
        let corner = (width.saturating_sub(across) / 2, height.saturating_sub(down) / 2);
        let native = (places(width.min(across), NATIVE.0), places(height.min(down), NATIVE.1));
        let found = struck(&mut spectrum, image, 1, corner, native);
        value = value.max(share(&found));
    }
    for cell in &mut map.values {
        *cell = cell.clamp(0.0, 1.0);
    }
    Some(Mapped { value, map })
}

/// Starts of windows along a side of `length`, at most `most`, evenly spread.
fn places(length: usize, most: usize) -> Vec<usize> {
    let count = (length / SIDE).clamp(1, most);
    let room = length.saturating_sub(SIDE);
    (0..count).map(|n| if count == 1 { room / 2 } else { room * n / (count - 1) }).collect()
}

fn struck(
    spectrum: &mut Spectrum,
    image: &RgbImage,
    factor: usize,
    corner: (usize, usize),
    (across, down): (Vec<usize>, Vec<usize>),
) -> HeatMap {
    let mut map = HeatMap::empty(across.len(), down.len());
    let weight = spectrum.weight();
    let (mut colour, mut bright) = (vec![0.0; SIDE * SIDE], vec![0.0; SIDE * SIDE]);
    for (row, y) in down.iter().enumerate() {
        for (column, x) in across.iter().enumerate() {
            fill(image, factor, (corner.0 + x, corner.1 + y), &mut colour, &mut bright);
            let (colours, brights) = spectrum.of(&colour, &bright);
            map.values[row * across.len() + column] = f32::from(u8::from(is_struck(&colours, &brights, weight)));
        }
    }
    map
}

/// One window's difference of green to magenta and brightness, each pixel the mean of `factor` × `factor`.
fn fill(image: &RgbImage, factor: usize, (left, top): (usize, usize), colour: &mut [f32], bright: &mut [f32]) {
    let wide = image.width as usize;
    let count = (factor * factor) as f32;
    for (at, (colour, bright)) in colour.iter_mut().zip(bright).enumerate() {
        let (x, y) = ((left + at % SIDE) * factor, (top + at / SIDE) * factor);
        let mut sum = [0u32; 3];
        for line in y..y + factor {
            for pixel in image.pixels[(line * wide + x) * 3..][..factor * 3].as_chunks::<3>().0 {
                for (sum, part) in sum.iter_mut().zip(pixel) {
                    *sum += u32::from(*part);
                }
            }
        }
        let [r, g, b] = sum.map(|sum| sum as f32 / count);
        *colour = g - f32::midpoint(r, b);
        *bright = (r + 2.0 * g + b) / 4.0;
    }
}

fn is_struck(colours: &[f32], brights: &[f32], weight: f32) -> bool {
    let signed = |n: usize| if n >= SIDE / 2 { n as f32 - SIDE as f32 } else { n as f32 };
    let (mut total, mut peak, mut at) = (0.0, 0.0, (0, 0));
    for v in 0..SIDE {
        for u in 0..SIDE / 2 {
            let radius = signed(u).hypot(signed(v));
            if radius < FREQUENCIES.0 || radius > FREQUENCIES.1 {
                continue;
            }
            let power = colours[v * SIDE + u];
            total += power;
            if power > peak {
                (peak, at) = (power, (u, v));
            }
        }
    }
    let around = |power: &[f32]| -> f32 {
        let beside = [SIDE - 1, 0, 1];
        beside
            .iter()
            .flat_map(|dv| beside.map(|du| ((at.1 + dv) % SIDE) * SIDE + (at.0 + du) % SIDE))
            .map(|k| power[k])
            .sum()
    };
    let (colour, bright) = (around(colours), around(brights));
    signed(at.0).hypot(signed(at.1)) >= LEAST_FREQUENCY
        && colour > PEAK_SHARE * total
        && (2.0 * total / weight).sqrt() > LEAST_SWING
        && colour > OVER_BRIGHTNESS * (bright + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(shade: impl Fn(f32) -> [f32; 3]) -> RgbImage {
        let (width, height) = (256u32, 192u32);
        let pixel = |at: u32| shade((at % width) as f32 + 0.3 * (at / width) as f32).map(|v| v.clamp(0.0, 255.0) as u8);
        RgbImage { width, height, pixels: (0..width * height).flat_map(pixel).collect() }
    }

    #[test]
    fn a_coloured_beat_strikes_and_a_grey_grating_does_not() {
        let beat = measure(&picture(|at| [140.0 - 8.0 * at.sin(), 140.0 + 8.0 * at.sin(), 140.0 - 8.0 * at.sin()]));
        assert!(beat.is_some_and(|found| found.value > 0.9));
        let grating = measure(&picture(|at| [140.0 + 30.0 * at.sin(); 3]));
        assert!(grating.is_some_and(|found| found.value < 0.1));
        assert!(measure(&RgbImage { width: 100, height: 300, pixels: vec![0; 90_000] }).is_none());
    }
}
