//! What editors and messengers do to pixels.

use crate::Picture;
use crate::document::chance::Chance;

/// Columns and rows of a phone's screen, of its status bar and of the bar below.
const PHONE: (u32, u32) = (1170, 2532);
const BARS: (u32, u32) = (141, 102);
/// Where fields stand: the middle of the picture, as shares of its sides.
const FIELDS: [f32; 4] = [0.16, 0.28, 0.84, 0.72];

/// A rectangle in pixels: left, top, width, height.
type Place = (usize, usize, usize, usize);

pub(super) fn each(picture: &mut Picture, change: impl Fn([f32; 3]) -> [f32; 3]) {
    for pixel in picture.pixels.as_chunks_mut::<3>().0 {
        *pixel = change(pixel.map(f32::from)).map(|value| value.round().clamp(0.0, 255.0) as u8);
    }
}

pub(super) fn luma([r, g, b]: [f32; 3]) -> f32 {
    0.299 * r + 0.587 * g + 0.114 * b
}

/// Made smaller by averaging, longer side `long`.
pub(super) fn smaller(picture: &Picture, long: u32) -> Picture {
    let factor = (long as f32 / picture.width.max(picture.height) as f32).min(1.0);
    let size = |n: u32| ((n as f32 * factor).round() as u32).max(1);
    let (width, height) = (size(picture.width), size(picture.height));
    let mut pixels = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        let rows = span(y, height, picture.height);
        for x in 0..width {
            let columns = span(x, width, picture.width);
            let mut sum = [0u32; 3];
            for row in rows.clone() {
                for column in columns.clone() {
                    let at = (row * picture.width as usize + column) * 3;
                    sum.iter_mut().zip(&picture.pixels[at..at + 3]).for_each(|(sum, part)| *sum += u32::from(*part));
                }
            }
            let count = (rows.len() * columns.len()) as u32;
            pixels.extend(sum.map(|sum| (sum / count.max(1)) as u8));
        }
    }
    Picture { width, height, pixels }
}

/// The source pixels under target pixel `at` of `of`.
fn span(at: u32, of: u32, source: u32) -> std::ops::Range<usize> {
    let from = (u64::from(at) * u64::from(source) / u64::from(of)) as usize;
    let to = (u64::from(at + 1) * u64::from(source) / u64::from(of)) as usize;
    from..to.clamp(from + 1, source as usize)
}

/// The picture in a phone's gallery: white bars above and below, black between, the picture across.
pub(super) fn on_a_phone(picture: &Picture) -> Picture {
    let shown = smaller(picture, PHONE.0);
    let top = (PHONE.1 - shown.height) / 2;
    let mut pixels = Vec::with_capacity((PHONE.0 * PHONE.1 * 3) as usize);
    for y in 0..PHONE.1 {
        for x in 0..PHONE.0 {
            let bar = y < BARS.0 || y >= PHONE.1 - BARS.1;
            let inside = (top..top + shown.height).contains(&y) && x < shown.width;
            let at = (y.saturating_sub(top) * shown.width + x) as usize * 3;
            let clock = y > 50 && y < 90 && (80..190).contains(&x) && (x / 9) % 3 != 0;
            pixels.extend(match (inside, bar, clock) {
                (true, ..) => [shown.pixels[at], shown.pixels[at + 1], shown.pixels[at + 2]],
                (_, true, true) => [20; 3],
                (_, true, false) => [250; 3],
                _ => [0; 3],
            });
        }
    }
    Picture { width: PHONE.0, height: PHONE.1, pixels }
}

/// A place for something `wide` × `high`, as shares of the fields' area.
fn place(picture: &Picture, wide: f32, high: f32, chance: &mut Chance) -> Place {
    let (w, h) = (picture.width as f32, picture.height as f32);
    let [left, top, right, low] = [FIELDS[0] * w, FIELDS[1] * h, FIELDS[2] * w, FIELDS[3] * h];
    let (width, height) = ((right - left) * wide, (low - top) * high);
    let (x, y) = (chance.between(left, right - width), chance.between(top, low - height));
    (x as usize, y as usize, width as usize, height as usize)
}

/// Painted over with the paper's colour and written again in strokes.
pub(super) fn retyped(picture: &mut Picture, chance: &mut Chance) {
    let (left, top, width, height) = place(picture, 0.34, 0.11, chance);
    let wide = picture.width as usize;
    let mut row: Vec<[u8; 3]> = picture.pixels.as_chunks::<3>().0[(top + 2) * wide + left..][..width].to_vec();
    row.sort_by_key(|pixel| pixel.iter().map(|part| u32::from(*part)).sum::<u32>());
    let paper = row[row.len() * 7 / 10];
    let letter = (height * 2 / 3).max(6);
    for y in 0..height {
        for x in 0..width {
            let (along, down) = (x % letter, y.saturating_sub(height / 6));
            let inside = down < letter && x / letter * letter + letter < width && y >= height / 6;
            let upright = along > letter / 8 && along < letter / 4 && (x / letter) % 4 != 3;
            let lying = along > letter / 8
                && along < letter * 3 / 4
                && (down + (x / letter) * letter / 3) % (letter / 2).max(1) < letter / 8;
            let at = ((top + y) * wide + left + x) * 3;
            picture.pixels[at..at + 3].copy_from_slice(if inside && (upright || lying) {
                &[34, 34, 38]
            } else {
                &paper
            });
        }
    }
}

/// Blurred away: rows averaged along and then down.
pub(super) fn erased(picture: &mut Picture, chance: &mut Chance) {
    let (left, top, width, height) = place(picture, 0.34, 0.12, chance);
    let wide = picture.width as usize;
    let reach = (height / 3).max(4);
    for (across, length, lines) in [(true, width, height), (false, height, width)] {
        for line in 0..lines {
            let at = |n: usize| {
                let (x, y) = if across { (left + n, top + line) } else { (left + line, top + n) };
                (y * wide + x) * 3
            };
            let before: Vec<[u8; 3]> = (0..length)
                .map(|n| [picture.pixels[at(n)], picture.pixels[at(n) + 1], picture.pixels[at(n) + 2]])
                .collect();
            for n in 0..length {
                let near = &before[n.saturating_sub(reach)..(n + reach + 1).min(length)];
                for part in 0..3 {
                    let sum: u32 = near.iter().map(|pixel| u32::from(pixel[part])).sum();
                    picture.pixels[at(n) + part] = (sum / near.len() as u32) as u8;
                }
            }
        }
    }
}

/// A piece laid elsewhere, at least its own height away.
pub(super) fn copied(picture: &mut Picture, chance: &mut Chance) {
    let (left, top, width, height) = place(picture, 0.30, 0.24, chance);
    let wide = picture.width as usize;
    let (low, area) = ((FIELDS[1] * picture.height as f32) as usize, (FIELDS[3] - FIELDS[1]) * picture.height as f32);
    let other = low + (top - low + area as usize / 2) % (area as usize - height).max(1);
    let source = picture.pixels.clone();
    for y in 0..height {
        let (from, to) = (((top + y) * wide + left) * 3, ((other + y) * wide + left) * 3);
        picture.pixels[to..to + width * 3].copy_from_slice(&source[from..from + width * 3]);
    }
}

/// A piece of `other` of the same size, taken a few pixels beside, so that the codings do not meet.
pub(super) fn pasted(picture: &mut Picture, other: &Picture, chance: &mut Chance) {
    let (left, top, width, height) = place(picture, 0.24, 0.55, chance);
    let wide = picture.width as usize;
    let (dx, dy) = (3 + chance.below(5), 2 + chance.below(5));
    for y in 0..height {
        let (from, to) = (((top + y + dy) * wide + left + dx) * 3, ((top + y) * wide + left) * 3);
        picture.pixels[to..to + width * 3].copy_from_slice(&other.pixels[from..from + width * 3]);
    }
}
