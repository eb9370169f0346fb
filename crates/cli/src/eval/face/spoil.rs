//! One side of a pair spoilt as documents spoil portraits. The same picture gives the same copy.

use countersign_media::RgbImage;

/// How.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// As it came.
    Not,
    /// The face this many pixels from brows to chin: a photograph from afar, a scan of few dots an inch.
    Small(u32),
    /// Printed through a screen at 90 pixels, and seen again.
    Screened,
    /// Saved hard at 90 pixels: blocks of eight quantised as by JPEG's quality 12.
    Saved,
    /// A worn print under a tinted laminate at 90 pixels.
    Faded,
}

/// Height at which print is imitated, pixels.
const PRINT: u32 = 90;
/// JPEG's table for brightness (ITU-T T.81, annex K).
const TABLE: [u8; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
];
/// What quality 12 multiplies the table with.
const COARSER: f32 = 50.0 / 12.0;

impl Spoilt {
    pub const ALL: [Self; 6] = [Self::Not, Self::Small(60), Self::Small(40), Self::Screened, Self::Saved, Self::Faded];

    pub fn name(self) -> String {
        match self {
            Self::Not => "as it came".into(),
            Self::Small(height) => format!("face of {height} px"),
            Self::Screened => "printed through a screen".into(),
            Self::Saved => "saved as JPEG of quality 12".into(),
            Self::Faded => "faded print".into(),
        }
    }

    /// The copy; `None` where the face has too few pixels already.
    pub fn copy(self, image: &RgbImage, height: f32) -> Option<RgbImage> {
        match self {
            Self::Not => Some(image.clone()),
            Self::Small(to) => shrunk(image, height, to),
            Self::Screened => shrunk(image, height, PRINT).map(|small| screened(&small)),
            Self::Saved => shrunk(image, height, PRINT).map(|small| saved(&small)),
            Self::Faded => shrunk(image, height, PRINT).map(|small| faded(&small)),
        }
    }
}

/// Every pixel the mean of those it covers, the face `to` pixels high.
fn shrunk(image: &RgbImage, height: f32, to: u32) -> Option<RgbImage> {
    let step = height / to as f32;
    if step < 0.8 {
        return None;
    }
    if step <= 1.0 {
        return Some(image.clone());
    }
    let side = |pixels: u32| ((pixels as f32 / step) as u32).max(1);
    Some(made(side(image.width), side(image.height), |x, y, c| {
        let range = |at: u32, limit: u32| {
            let from = ((at as f32 * step) as u32).min(limit - 1);
            from..(((at + 1) as f32 * step) as u32).clamp(from + 1, limit)
        };
        let (columns, rows) = (range(x, image.width), range(y, image.height));
        let count = columns.len() * rows.len();
        let sum: u32 =
            rows.flat_map(|y| columns.clone().map(move |x| (x, y))).map(|(x, y)| u32::from(image.at(x, y)[c])).sum();
        sum as f32 / count as f32
    }))
}

fn made(width: u32, height: u32, value: impl Fn(u32, u32, usize) -> f32) -> RgbImage {
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            pixels.extend((0..3).map(|c| value(x, y, c).round().clamp(0.0, 255.0) as u8));
        }
    }
    RgbImage { width, height, pixels }
}

/// Three colours of dots at their usual angles, 1.75 pixels apart, seen by a camera that blurs them.
fn screened(image: &RgbImage) -> RgbImage {
    const FINE: u32 = 4;
    let dotted = made(image.width * FINE, image.height * FINE, |x, y, c| {
        let (sine, cosine) = [15.0_f32, 75.0, 45.0][c].to_radians().sin_cos();
        let (u, v) = (x as f32 * cosine + y as f32 * sine, y as f32 * cosine - x as f32 * sine);
        let wave = |at: f32| (at * std::f32::consts::TAU / 7.0).cos();
        let limit = (wave(u) + wave(v)) / 4.0 + 0.5;
        let tone = f32::from(image.at(x / FINE, y / FINE)[c]) / 255.0;
        255.0 / (1.0 + ((limit - tone) * 12.0).exp())
    });
    // Averaged over a window of two pixels: what the lens leaves of the dots.
    made(image.width, image.height, |x, y, c| {
        let (from_x, from_y) = (x * FINE, y * FINE);
        let mut sum = (0.0, 0.0);
        for dy in 0..2 * FINE {
            for dx in 0..2 * FINE {
                let (sx, sy) = ((from_x + dx).saturating_sub(FINE / 2), (from_y + dy).saturating_sub(FINE / 2));
                if sx < dotted.width && sy < dotted.height {
                    sum = (sum.0 + f32::from(dotted.at(sx, sy)[c]), sum.1 + 1.0);
                }
            }
        }
        30.0 + 0.76 * sum.0 / sum.1
    })
}

/// Blocks of eight by eight, their frequencies quantised by JPEG's own table.
fn saved(image: &RgbImage) -> RgbImage {
    let mut copy = image.clone();
    let wave = |at: usize, frequency: usize| {
        let scale = if frequency == 0 { 0.125_f32.sqrt() } else { 0.5 };
        scale * ((at as f32 + 0.5) * frequency as f32 * std::f32::consts::PI / 8.0).cos()
    };
    let waves: [[f32; 8]; 8] = std::array::from_fn(|f| std::array::from_fn(|at| wave(at, f)));
    for top in (0..image.height).step_by(8) {
        for left in (0..image.width).step_by(8) {
            for c in 0..3 {
                let at = |x: usize, y: usize| {
                    let (x, y) = ((left + x as u32).min(image.width - 1), (top + y as u32).min(image.height - 1));
                    f32::from(image.at(x, y)[c]) - 128.0
                };
                let mut kept = [[0.0_f32; 8]; 8];
                for (v, row) in kept.iter_mut().enumerate() {
                    for (u, value) in row.iter_mut().enumerate() {
                        let sum: f32 = (0..64).map(|i| at(i % 8, i / 8) * waves[u][i % 8] * waves[v][i / 8]).sum();
                        let step = f32::from(TABLE[v * 8 + u]) * COARSER;
                        *value = (sum / step).round() * step;
                    }
                }
                for i in 0..64 {
                    let (x, y) = (left + (i % 8) as u32, top + (i / 8) as u32);
                    if x < image.width && y < image.height {
                        let sum: f32 =
                            (0..64).map(|f| kept[f / 8][f % 8] * waves[f % 8][i % 8] * waves[f / 8][i / 8]).sum();
                        copy.pixels[((y * image.width + x) * 3) as usize + c] =
                            (sum + 128.0).round().clamp(0.0, 255.0) as u8;
                    }
                }
            }
        }
    }
    copy
}

/// Contrast of 45 % over a greenish ground, a soft lens, noise of 4 steps.
fn faded(image: &RgbImage) -> RgbImage {
    let mut state = 1_u32;
    let mut copy = made(image.width, image.height, |x, y, c| {
        let near = |d: i32, at: u32, limit: u32| (at as i32 + d).clamp(0, limit as i32 - 1) as u32;
        let sum: f32 = (0..9)
            .map(|i| {
                let (dx, dy): (i32, i32) = (i % 3 - 1, i / 3 - 1);
                let weight = [4.0, 2.0, 1.0][(dx.abs() + dy.abs()) as usize];
                weight * f32::from(image.at(near(dx, x, image.width), near(dy, y, image.height))[c])
            })
            .sum();
        sum / 16.0 * 0.45 + [120.0, 118.0, 95.0][c]
    });
    for value in &mut copy.pixels {
        let mut noise = -6.0_f32;
        for _ in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise += (state >> 8) as f32 / (1 << 24) as f32;
        }
        *value = (f32::from(*value) + 4.0 * noise).round().clamp(0.0, 255.0) as u8;
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_copy_is_another_picture_and_the_same_each_time() {
        let image = made(160, 200, |x, y, c| 40.0 + x as f32 + (y * (c as u32 + 1) % 90) as f32);
        for spoilt in Spoilt::ALL {
            let copy = spoilt.copy(&image, 180.0).expect("large enough");
            assert_eq!(spoilt == Spoilt::Not, copy == image, "{}", spoilt.name());
            assert!(spoilt.copy(&image, 180.0).is_some_and(|again| again == copy), "{}", spoilt.name());
        }
        assert!(Spoilt::Small(60).copy(&image, 40.0).is_none(), "nothing is enlarged");
        let flat = made(64, 64, |_, _, _| 128.0);
        assert_eq!(saved(&flat), flat, "a plain grey has nothing to lose");
    }
}
