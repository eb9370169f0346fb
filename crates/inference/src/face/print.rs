//! How a portrait was printed: dots of a print screen or of a dithering printer, and print that lies over the face.

use countersign_media::RgbImage;

use super::{FaceBox, Landmarks};

/// Side of the patches that are transformed, pixels.
const PATCH: usize = 64;
/// Patches across and down a face.
const GRID: usize = 3;
/// Frequencies that are looked at, periods a patch: dots 2.1 to 9 pixels apart.
const RINGS: std::ops::Range<usize> = 7..30;
/// Distance in colour from the face's own, in deviations and at least in levels, from which on a pixel is something else.
const OFF: (f32, f32) = (5.0, 30.0);

/// What lies between the printer and the portrait's face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintQuality {
    /// Strength of a regular screen: logarithm (base 10) of the strongest peak of the spectrum over the median of its ring.
    /// Skin and noise alone give up to about 1; `None` for a face with too few pixels.
    pub screen: Option<f32>,
    /// Share of the face in a colour that is not the face's, 0–1: eyes, lips and hair give up to about 0.15, an overprint more.
    pub other_colour_share: f32,
}

/// Measures the face with these landmarks.
pub fn print_quality(image: &RgbImage, landmarks: &Landmarks) -> PrintQuality {
    let face = landmarks.bounds(1.0);
    PrintQuality { screen: screen(image, &face), other_colour_share: other_colour(image, &face.grown(0.85)) }
}

fn screen(image: &RgbImage, face: &FaceBox) -> Option<f32> {
    let mut power = vec![0f32; PATCH * PATCH];
    let mut patches = 0;
    for cell in 0..GRID * GRID {
        let place =
            |at: usize, start: f32, size: f32| start + size * (at as f32 + 0.5) / GRID as f32 - PATCH as f32 / 2.0;
        let (x, y) = (place(cell % GRID, face.x, face.width), place(cell / GRID, face.y, face.height));
        let (right, bottom) = (image.width as f32 - PATCH as f32, image.height as f32 - PATCH as f32);
        if face.width < PATCH as f32 || x < 0.0 || y < 0.0 || x > right || y > bottom {
            continue;
        }
        add_power(&patch(image, x as usize, y as usize), &mut power);
        patches += 1;
    }
    if patches < 4 {
        return None;
    }
    let mut strongest = 0f32;
    for ring in RINGS {
        let mut values: Vec<f32> = ring_of(ring).map(|i| power[i]).collect();
        values.sort_by(f32::total_cmp);
        let (Some(top), median) = (values.last(), values[values.len() / 2]) else { continue };
        strongest = strongest.max(top / median.max(1e-6));
    }
    Some(strongest.max(1.0).log10())
}

/// Places of one frequency in the half plane, without the axes: a file's blocks of eight pixels lie there.
fn ring_of(ring: usize) -> impl Iterator<Item = usize> {
    let half = PATCH as i32 / 2;
    (0..half).flat_map(move |v| (-half..half).map(move |u| (u, v))).filter_map(move |(u, v)| {
        let near = ((u * u + v * v) as f32).sqrt().round() as usize == ring;
        (near && u.abs() > 1 && v.abs() > 1).then_some(v as usize * PATCH + u.rem_euclid(PATCH as i32) as usize)
    })
}

/// Luma less a plane's worth of shading, under a window that goes to zero at the edges.
fn patch(image: &RgbImage, left: usize, top: usize) -> Vec<f32> {
    let luma = |x: usize, y: usize| {
        let i = (y * image.width as usize + x) * 3;
        0.299 * f32::from(image.pixels[i])
            + 0.587 * f32::from(image.pixels[i + 1])
            + 0.114 * f32::from(image.pixels[i + 2])
    };
    let values: Vec<f32> = (0..PATCH * PATCH).map(|i| luma(left + i % PATCH, top + i / PATCH)).collect();
    let mean = values.iter().sum::<f32>() / values.len() as f32;
    let window = |at: usize| (std::f32::consts::PI * (at as f32 + 0.5) / PATCH as f32).sin().powi(2);
    values.iter().enumerate().map(|(i, v)| (v - mean) * window(i % PATCH) * window(i / PATCH)).collect()
}

/// Adds the patch's power spectrum: two plain one-dimensional transforms, which at this size cost a millisecond.
fn add_power(patch: &[f32], power: &mut [f32]) {
    let turn: Vec<(f32, f32)> = (0..PATCH)
        .map(|i| (std::f32::consts::TAU * i as f32 / PATCH as f32).sin_cos())
        .map(|(sin, cos)| (cos, -sin))
        .collect();
    let mut rows = vec![(0f32, 0f32); PATCH * PATCH];
    for y in 0..PATCH {
        for u in 0..PATCH {
            rows[y * PATCH + u] = (0..PATCH).fold((0.0, 0.0), |sum, x| {
                let (re, im) = turn[u * x % PATCH];
                let value = patch[y * PATCH + x];
                (sum.0 + value * re, sum.1 + value * im)
            });
        }
    }
    for v in 0..PATCH / 2 {
        for u in 0..PATCH {
            let (re, im) = (0..PATCH).fold((0.0, 0.0), |sum, y| {
                let ((a, b), (c, d)) = (rows[y * PATCH + u], turn[v * y % PATCH]);
                (sum.0 + a * c - b * d, sum.1 + a * d + b * c)
            });
            power[v * PATCH + u] += re * re + im * im;
        }
    }
}

/// Share of pixels whose colour, brightness left out, is far from the face's median.
fn other_colour(image: &RgbImage, face: &FaceBox) -> f32 {
    let Some(region) = face.inside(image.width, image.height) else { return 0.0 };
    let mut colours: Vec<(f32, f32)> = Vec::new();
    let step = (region.width.max(region.height) / 96).max(1) as usize;
    for y in (0..region.height as usize).step_by(step) {
        for x in (0..region.width as usize).step_by(step) {
            let i = ((y + region.y as usize) * image.width as usize + x + region.x as usize) * 3;
            let [r, g, b] = [0, 1, 2].map(|part| f32::from(image.pixels[i + part]));
            colours.push((r - g, b - g));
        }
    }
    let median = |pick: &dyn Fn(&(f32, f32)) -> f32| {
        let mut values: Vec<f32> = colours.iter().map(pick).collect();
        values.sort_by(f32::total_cmp);
        values[values.len() / 2]
    };
    let middle = (median(&|c| c.0), median(&|c| c.1));
    let off = |c: &(f32, f32)| (c.0 - middle.0).hypot(c.1 - middle.1);
    let limit = (OFF.0 * median(&off)).max(OFF.1);
    colours.iter().filter(|c| off(c) > limit).count() as f32 / colours.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(dots: bool, overprint: bool) -> RgbImage {
        let mut state = 1u32;
        let pixels = (0..300 * 300)
            .flat_map(|i| {
                let (x, y) = (i % 300, i / 300);
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let noise = (state >> 28) as i32;
                // Dots at 45°, five pixels apart.
                let dot = if dots && ((x + y) % 7 < 3) && ((x + 300 - y) % 7 < 3) { -40 } else { 0 };
                let v = 150 + x / 6 + dot + noise;
                if overprint && (x + y) % 60 < 18 { [200, 30, 40] } else { [v + 30, v, v - 20].map(|v| v as u8) }
            })
            .collect();
        RgbImage { width: 300, height: 300, pixels }
    }

    const WHOLE: FaceBox = FaceBox { x: 10.0, y: 10.0, width: 280.0, height: 280.0, score: 1.0 };

    #[test]
    fn dots_show_as_a_peak_and_noise_does_not() {
        let (plain, dotted) = (screen(&face(false, false), &WHOLE), screen(&face(true, false), &WHOLE));
        let (plain, dotted) = (plain.expect("large enough"), dotted.expect("large enough"));
        assert!(plain < 1.2 && dotted > 2.0, "{plain} against {dotted}");
        assert_eq!(screen(&face(false, false), &FaceBox { width: 50.0, ..WHOLE }), None);
    }

    #[test]
    fn an_overprint_has_another_colour() {
        let (plain, marked) = (other_colour(&face(false, false), &WHOLE), other_colour(&face(false, true), &WHOLE));
        assert!(plain < 0.02 && (marked - 0.3).abs() < 0.05, "{plain} against {marked}");
    }
}
