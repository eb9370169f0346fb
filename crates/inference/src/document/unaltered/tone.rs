//! Colour and tone of the document: is there colour of its own, or only a tint; are there as many shades as light gives?
//!
//! Each pixel's colour is compared with what brightness alone predicts (a paper's tint under a lamp grows with brightness, a sepia filter's
//! too): what is left is colour of its own. A photocopy has none; a sepia picture little, under a strong tint; a posterised one few shades.
//!
//! It sees raised contrast by ink that fell to black. It cannot see raised saturation (colours clipped by it are no commoner than in camera
//! pictures), mildly raised contrast, a mild shift of white, or a vignette: light does the same. A document without any colour
//! of its own looks like its copy. A colour copy is not told from the document.

use countersign_media::RgbImage;

use super::super::Quad;
use super::map::quantile;

/// Longer side on which colour is measured is at least this.
const LONG: usize = 500;
/// Luma between which colour shows.
const LIT: std::ops::Range<f32> = 20.0..245.0;
/// Every channel of a pixel that has lost its ink's shine, mean of the joined pixels.
const BLACK: f32 = 6.0;
/// Fewest pixels to judge by.
const LEAST: usize = 500;
/// Share cut off each side of the picture (across, down) where the outline is not known.
const MARGIN: (f32, f32) = (0.10, 0.15);
/// Pixels looked at for shades.
const SHADES: usize = 400_000;

/// The measurements, of the document where its outline is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// Colour beyond a tint: 90 % of the pixels lie nearer than this to the tint, 8-bit steps of chroma (BT.601) as they would be at
    /// middle brightness. Copies 0–2; genuine documents of the corpus 5 and more.
    pub own_colour: f32,
    /// The tint: median distance from grey, 8-bit steps of chroma. Sepia 24 and more; genuine documents up to 28, most under 22.
    pub tint: f32,
    /// Roughness of the histogram of the smoothest channel, 0 smooth to 2; a posterised picture 0.7 and more, a photograph up to 0.2.
    pub roughness: f32,
    /// Share of the document's pixels that are black in every channel, 0–1; `None` without its outline, as a room has black of its own. Ink reflects a twenty-fifth of what paper does, so a photograph has next to none;
    /// raised contrast drops them to nought. Ours with contrast raised by half 0.007 and more, untouched ones under 0.001.
    pub crushed: Option<f32>,
}

/// Measures; `None` when too few pixels are lit.
pub(super) fn measure(image: &RgbImage, quad: Option<&Quad>) -> Option<Tone> {
    let factor = (image.width.max(image.height) as usize / LONG).max(1);
    let mut points = Vec::new();
    let (mut all, mut black) = (0.0f32, 0.0);
    for (x, y, [r, g, b]) in shrunk(image, factor, quad) {
        all += 1.0;
        black += f32::from(u8::from(r.max(g).max(b) <= BLACK));
        let luma = 0.299 * r + 0.587 * g + 0.114 * b;
        if LIT.contains(&luma) && (x + y) % 2 == 0 {
            points.push([luma / 255.0, 0.564 * (b - luma), 0.713 * (r - luma)]);
        }
    }
    if points.len() < LEAST {
        return None;
    }
    let fits = [parabola(&points, 1)?, parabola(&points, 2)?];
    let predicted = |y: f32| fits.map(|[a, b, c]| a + b * y + c * y * y);
    let mut own: Vec<f32> = points
        .iter()
        .map(|[y, cb, cr]| {
            let [pb, pr] = predicted(*y);
            (cb - pb).hypot(cr - pr)
        })
        .collect();
    let mut tints: Vec<f32> = points.iter().map(|[y, ..]| predicted(*y)).map(|[b, r]| b.hypot(r)).collect();
    // The darker the picture, the nearer all colours lie to grey.
    let brightness = points.iter().map(|[y, ..]| y).sum::<f32>() / points.len() as f32;
    let own_colour = quantile(&mut own, 0.9) * 0.5 / brightness.clamp(0.1, 1.0);
    Some(Tone {
        own_colour,
        tint: quantile(&mut tints, 0.5),
        roughness: roughness(image),
        crushed: quad.map(|_| black / all),
    })
}

/// Means of `factor` × `factor` pixels inside the document, with their places.
fn shrunk<'a>(
    image: &'a RgbImage,
    factor: usize,
    quad: Option<&'a Quad>,
) -> impl Iterator<Item = (usize, usize, [f32; 3])> + 'a {
    let (columns, rows) = (image.width as usize / factor, image.height as usize / factor);
    let count = (factor * factor) as f32;
    (0..rows).flat_map(move |y| (0..columns).map(move |x| (x, y))).filter_map(move |(x, y)| {
        let (u, v) = ((x as f32 + 0.5) / columns as f32, (y as f32 + 0.5) / rows as f32);
        let inside = match quad {
            Some(quad) => within(quad, (x * factor) as f32, (y * factor) as f32),
            None => (MARGIN.0..1.0 - MARGIN.0).contains(&u) && (MARGIN.1..1.0 - MARGIN.1).contains(&v),
        };
        inside.then(|| {
            let mut sum = [0u32; 3];
            for line in y * factor..(y + 1) * factor {
                let start = (line * image.width as usize + x * factor) * 3;
                for pixel in image.pixels[start..start + factor * 3].as_chunks::<3>().0 {
                    sum.iter_mut().zip(pixel).for_each(|(sum, part)| *sum += u32::from(*part));
                }
            }
            (x, y, sum.map(|sum| sum as f32 / count))
        })
    })
}

/// Whether a point lies in a convex quad, corners in either turning sense.
pub(super) fn within(quad: &Quad, x: f32, y: f32) -> bool {
    let side = |n: usize| {
        let (a, b) = (quad[n], quad[(n + 1) % 4]);
        (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0) >= 0.0
    };
    let first = side(0);
    (1..4).all(|n| side(n) == first)
}

/// Least squares of value `part` over brightness, degree 2; `None` when brightness does not vary.
fn parabola(points: &[[f32; 3]], part: usize) -> Option<[f32; 3]> {
    let mut sums = [0.0f64; 5];
    let mut right = [0.0f64; 3];
    for point in points {
        let y = f64::from(point[0]);
        let mut power = 1.0;
        for (n, sum) in sums.iter_mut().enumerate() {
            *sum += power;
            if n < 3 {
                right[n] += power * f64::from(point[part]);
            }
            power *= y;
        }
    }
    let matrix = |row: usize, column: usize| sums[row + column];
    let determinant = |m: &dyn Fn(usize, usize) -> f64| {
        m(0, 0) * (m(1, 1) * m(2, 2) - m(1, 2) * m(2, 1)) - m(0, 1) * (m(1, 0) * m(2, 2) - m(1, 2) * m(2, 0))
            + m(0, 2) * (m(1, 0) * m(2, 1) - m(1, 1) * m(2, 0))
    };
    let whole = determinant(&matrix);
    // One shade only: the tint is its mean.
    if whole.abs() < 1e-9 * sums[0].powi(3) {
        return Some([(right[0] / sums[0]) as f32, 0.0, 0.0]);
    }
    let solved: [f32; 3] = std::array::from_fn(|unknown| {
        let replaced = |row: usize, column: usize| if column == unknown { right[row] } else { matrix(row, column) };
        (determinant(&replaced) / whole) as f32
    });
    solved.iter().all(|value| value.is_finite()).then_some(solved)
}

/// How far the histogram lies from its own running mean over nine shades: the smoothest channel.
fn roughness(image: &RgbImage) -> f32 {
    let pixels = image.pixels.as_chunks::<3>().0;
    let step = (pixels.len() / SHADES).max(1);
    let mut shades = [[0.0f32; 256]; 3];
    for pixel in pixels.iter().step_by(step) {
        for (channel, value) in shades.iter_mut().zip(pixel) {
            channel[usize::from(*value)] += 1.0;
        }
    }
    shades.iter().filter_map(|channel| rough(&channel[4..252])).fold(f32::MAX, f32::min).min(2.0)
}

fn rough(shades: &[f32]) -> Option<f32> {
    let total: f32 = shades.iter().sum();
    (total > 1000.0).then(|| {
        let mean = |at: usize| {
            let (from, to) = (at.saturating_sub(4), (at + 5).min(shades.len()));
            shades[from..to].iter().sum::<f32>() / 9.0
        };
        shades.iter().enumerate().map(|(at, value)| (value - mean(at)).abs()).sum::<f32>() / total
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(colour: impl Fn(u32) -> [u8; 3]) -> RgbImage {
        RgbImage { width: 200, height: 150, pixels: (0..200 * 150).flat_map(colour).collect() }
    }

    #[test]
    fn grey_sepia_colour_and_few_shades_are_told_apart() {
        let shade = |at: u32| (60 + (at * 7919 % 1543) / 10) as u8;
        let grey = measure(&picture(|at| [shade(at); 3]), None).expect("lit");
        assert!(grey.own_colour < 0.5 && grey.tint < 0.5 && grey.roughness < 0.4, "{grey:?}");
        let sepia = measure(
            &picture(|at| [shade(at), (f32::from(shade(at)) * 0.8) as u8, (f32::from(shade(at)) * 0.5) as u8]),
            None,
        );
        let sepia = sepia.expect("lit");
        assert!(sepia.own_colour < 1.5 && sepia.tint > 15.0, "{sepia:?}");
        let colour = measure(&picture(|at| [shade(at), shade(at + 77), shade(at + 991)]), None).expect("lit");
        assert!(colour.own_colour > 20.0, "{colour:?}");
        let few = measure(&picture(|at| [shade(at) / 32 * 32 + 8; 3]), None).expect("lit");
        assert!(few.roughness > 1.0, "{few:?}");
    }

    #[test]
    fn only_the_document_counts_where_its_outline_is_known() {
        // Grey in the left half, coloured in the right.
        let half =
            picture(
                |at| if at % 200 < 100 { [(60 + at % 97) as u8; 3] } else { [(at % 200) as u8, 80, (at % 131) as u8] },
            );
        let left: Quad = [(5.0, 5.0), (95.0, 5.0), (95.0, 145.0), (5.0, 145.0)];
        assert!(measure(&half, Some(&left)).is_some_and(|tone| tone.own_colour < 1.0));
        assert!(measure(&half, None).is_some_and(|tone| tone.own_colour > 10.0));
    }
}
