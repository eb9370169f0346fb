//! A printed copy: laser and offset printers lay their inks in crossed screens of dots, the same all over the sheet.
//!
//! Windows of 64 × 64 unshrunk pixels, 9 × 7 of them over the document. Each votes for the frequencies at which brightness holds a sharp
//! peak; dots of a screen give the same two or more frequencies in almost every window, a document's own fine lines run differently from place to
//! place. Value: the share of windows that hold the second most common frequency, at least 5 steps from the first. On our own colour copies
//! (106 to 175 lines an inch, five megapixels) 0.67 and more; on photographs and genuine documents of the corpus up to 0.44.
//!
//! It cannot see prints without a regular screen (inkjet, dye sublimation, photographic paper), screens finer than about two pixels a line, or
//! a screen whose dots lie along the picture's own rows, which JPEG's blocks and scanned lines do too. A photographed screen strikes as well:
//! neither is the document. A genuine document printed in one regular screen all over would strike.

use countersign_media::RgbImage;

use super::super::Quad;
use super::map::{HeatMap, Mapped};
use super::spectrum::{SIDE, Spectrum};
use super::tone::within;

/// Windows across and down.
const WINDOWS: (usize, usize) = (9, 7);
/// Fewer windows than this inside the document say nothing.
const LEAST_WINDOWS: usize = 20;
/// Share left out at each side of the picture (across, down) where the outline is not known.
const MARGIN: (f32, f32) = (0.12, 0.15);
/// Longer side above which pixels are joined two by two: dots would else be coarser than the frequencies looked at.
const LARGE: u32 = 6000;
/// Frequencies looked at, periods in a window: dots of 2.1 to 10.7 pixels.
const FREQUENCIES: (f32, f32) = (6.0, 30.0);
/// Rows and columns of the spectrum nearest the axes are full of edges that lie straight.
const OFF_AXIS: i32 = 2;
/// A peak has this many times the power of the 72 cells around it …
const OVER_AROUND: f32 = 12.0;
/// … and swings by this much, 8-bit steps.
const LEAST_SWING: f32 = 0.25;
/// How far apart two frequencies are two, steps.
const APART: i32 = 5;

/// Share of windows with the second most common frequency, 0–1, and where they are. `None` where the picture or the document is too small.
pub(super) fn measure(image: &RgbImage, quad: Option<&Quad>) -> Option<Mapped> {
    let factor = if image.width.max(image.height) > LARGE { 2 } else { 1 };
    let corners = places(image, factor, quad)?;
    let inside: Vec<usize> = (0..corners.len()).filter(|at| corners[*at].1).collect();
    if inside.len() < LEAST_WINDOWS {
        return None;
    }
    let mut spectrum = Spectrum::new();
    let mut votes = vec![0u16; SIDE * SIDE];
    let mut held = vec![Vec::new(); corners.len()];
    for pair in inside.chunks(2) {
        let first = brightness(image, factor, corners[pair[0]].0);
        let second = pair.get(1).map_or_else(|| first.clone(), |at| brightness(image, factor, corners[*at].0));
        let (one, other) = spectrum.of(&first, &second);
        for (at, power) in pair.iter().zip([one, other]) {
            held[*at] = peaks(&power);
            held[*at].iter().for_each(|cell| votes[*cell] += 1);
        }
    }
    let most = |skip: Option<usize>| {
        let free = |cell: &usize| skip.is_none_or(|skip| apart(*cell, skip) >= APART);
        (0..votes.len()).filter(free).max_by_key(|cell| votes[*cell])
    };
    let first = most(None)?;
    let second = most(Some(first))?;
    let mut map = HeatMap::empty(WINDOWS.0, WINDOWS.1);
    for (cell, held) in map.values.iter_mut().zip(&held) {
        *cell = f32::from(u8::from(held.contains(&second)));
    }
    Some(Mapped { value: f32::from(votes[second]) / inside.len() as f32, map })
}

/// A window's upper left, and whether it lies on the document.
type Place = ((usize, usize), bool);

/// Windows over the whole picture, row by row; `None` when it is smaller than they are.
fn places(image: &RgbImage, factor: usize, quad: Option<&Quad>) -> Option<Vec<Place>> {
    let side = SIDE * factor;
    let (width, height) = (image.width as usize, image.height as usize);
    if width < side * 4 || height < side * 3 {
        return None;
    }
    let start = |at: usize, of: usize, length: usize| (length - side) * (2 * at + 1) / (2 * of);
    let mut found = Vec::with_capacity(WINDOWS.0 * WINDOWS.1);
    for row in 0..WINDOWS.1 {
        for column in 0..WINDOWS.0 {
            let (x, y) = (start(column, WINDOWS.0, width), start(row, WINDOWS.1, height));
            let (u, v) = ((x + side / 2) as f32, (y + side / 2) as f32);
            let margins = || {
                let (u, v) = (u / width as f32, v / height as f32);
                (MARGIN.0..1.0 - MARGIN.0).contains(&u) && (MARGIN.1..1.0 - MARGIN.1).contains(&v)
            };
            let on = quad.map_or_else(margins, |quad| within(quad, u, v));
            found.push(((x, y), on));
        }
    }
    Some(found)
}

fn brightness(image: &RgbImage, factor: usize, (left, top): (usize, usize)) -> Vec<f32> {
    let wide = image.width as usize;
    let count = (4 * factor * factor) as f32;
    (0..SIDE * SIDE)
        .map(|at| {
            let (x, y) = (left + at % SIDE * factor, top + at / SIDE * factor);
            let mut sum = 0u32;
            for line in y..y + factor {
                for [r, g, b] in image.pixels[(line * wide + x) * 3..][..factor * 3].as_chunks::<3>().0 {
                    sum += u32::from(*r) + 2 * u32::from(*g) + u32::from(*b);
                }
            }
            sum as f32 / count
        })
        .collect()
}

/// Signed frequencies (down, across) of a cell.
fn frequency(cell: usize) -> (i32, i32) {
    let signed = |n: usize| if n >= SIDE / 2 { n as i32 - SIDE as i32 } else { n as i32 };
    (signed(cell / SIDE), signed(cell % SIDE))
}

fn apart(a: usize, b: usize) -> i32 {
    let ((av, au), (bv, bu)) = (frequency(a), frequency(b));
    (av - bv).abs().max((au - bu).abs())
}

/// Cells within one step of a sharp peak, each once.
fn peaks(power: &[f32]) -> Vec<usize> {
    let near = |cell: usize, reach: i32| {
        let (v, u) = ((cell / SIDE) as i32, (cell % SIDE) as i32);
        (-reach..=reach).flat_map(move |dv| {
            (-reach..=reach).map(move |du| {
                ((v + dv).rem_euclid(SIDE as i32) * SIDE as i32 + (u + du).rem_euclid(SIDE as i32)) as usize
            })
        })
    };
    // A wave of amplitude A has power (A / 2 · sum of the window)² at its peak, the sum of a Hann window being a quarter of its cells.
    let least = (LEAST_SWING / 2.0 * (SIDE * SIDE) as f32 / 4.0).powi(2);
    let mut found = Vec::new();
    for cell in 0..power.len() {
        let (v, u) = frequency(cell);
        let radius = (v as f32).hypot(u as f32);
        // JPEG's own steps lie at eighths of the window in both directions.
        let of_blocks = v % 8 == 0 && u % 8 == 0;
        if u < OFF_AXIS || v.abs() < OFF_AXIS || radius < FREQUENCIES.0 || radius > FREQUENCIES.1 || of_blocks {
            continue;
        }
        let own = power[cell];
        if own < least || near(cell, 1).any(|beside| power[beside] > own) {
            continue;
        }
        let (wide, narrow): (f32, f32) =
            (near(cell, 4).map(|at| power[at]).sum(), near(cell, 1).map(|at| power[at]).sum());
        if own > OVER_AROUND * (wide - narrow) / 72.0 {
            found.extend(near(cell, 1));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(shade: impl Fn(f32, f32) -> f32) -> RgbImage {
        let (width, height) = (960u32, 720u32);
        let noise = |at: u32| {
            let mixed = (at ^ (at >> 7)).wrapping_mul(2_654_435_761);
            ((mixed ^ (mixed >> 15)).wrapping_mul(2_246_822_519) >> 24) as f32 / 32.0
        };
        let pixel = |at: u32| [(shade((at % width) as f32, (at / width) as f32) + noise(at)) as u8; 3];
        RgbImage { width, height, pixels: (0..width * height).flat_map(pixel).collect() }
    }

    #[test]
    fn crossed_dots_all_over_strike_and_lines_that_wander_do_not() {
        let wave = |x: f32, y: f32, angle: f32, period: f32| {
            let (sin, cos) = angle.to_radians().sin_cos();
            (std::f32::consts::TAU * (x * cos + y * sin) / period).cos()
        };
        let dots = picture(|x, y| 140.0 + 12.0 * (wave(x, y, 27.0, 4.3) + wave(x, y, 117.0, 4.3)));
        let crossed = measure(&dots, None).expect("large");
        assert!(crossed.value > 0.9, "{}", crossed.value);
        let one_way = picture(|x, y| 140.0 + 12.0 * wave(x, y, 27.0, 4.3));
        let lines = measure(&one_way, None).expect("large");
        assert!(lines.value < 0.2, "lines of one direction are not a screen: {}", lines.value);
        let wander = picture(|x, y| 140.0 + 20.0 * (0.9 * (x + 60.0 * (y / 90.0).sin()) + 0.4 * y * (x / 700.0)).sin());
        assert!(measure(&wander, None).is_some_and(|found| found.value < 0.3));
        let plain = picture(|x, y| 120.0 + 0.02 * (x + y));
        assert!(measure(&plain, None).is_some_and(|found| found.value < 0.1));
        assert!(measure(&RgbImage { width: 200, height: 150, pixels: vec![0; 90_000] }, None).is_none());
    }
}
