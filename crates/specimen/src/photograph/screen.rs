//! A card shown on a computer screen: coarse pixels, coloured stripes, a cold white.

use crate::Picture;

/// Width of the shown card in screen pixels.
const SCREEN_PIXELS: u32 = 620;
/// Scan pixels that draw one screen pixel: three stripes and a gap.
const CELL: u32 = 4;

/// The card as a pattern of glowing stripes; photographing it beats against the sensor's own grid.
pub(super) fn displayed(card: &Picture) -> Picture {
    let columns = SCREEN_PIXELS;
    let rows = (u64::from(card.height) * u64::from(columns) / u64::from(card.width.max(1))) as u32;
    let (width, height) = (columns * CELL, rows * CELL);
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let colour = mean(card, (x / CELL, y / CELL), (columns, rows));
            let stripe = x % CELL;
            let gap = y % CELL == CELL - 1;
            for (part, value) in colour.into_iter().enumerate() {
                let own = stripe == part as u32;
                let glow = if gap {
                    0.5
                } else if own {
                    1.0
                } else {
                    0.66
                };
                let lifted = 14.0 + value * 0.94;
                let cold = if part == 2 { 1.0 } else { 0.94 };
                pixels.push((lifted * glow * cold).min(255.0) as u8);
            }
        }
    }
    Picture { width, height, pixels }
}

/// Mean colour under one screen pixel.
fn mean(card: &Picture, (column, row): (u32, u32), (columns, rows): (u32, u32)) -> [f32; 3] {
    let (left, right) = (column * card.width / columns, ((column + 1) * card.width / columns).max(1));
    let (top, low) = (row * card.height / rows, ((row + 1) * card.height / rows).max(1));
    let mut sum = [0.0; 3];
    let mut count = 0.0;
    for y in top..low.min(card.height) {
        for x in left..right.min(card.width) {
            let at = (y as usize * card.width as usize + x as usize) * 3;
            for (part, value) in sum.iter_mut().zip(&card.pixels[at..at + 3]) {
                *part += f32::from(*value);
            }
            count += 1.0;
        }
    }
    sum.map(|part: f32| part / f32::max(count, 1.0))
}
