//! Reflections of a lamp: compact blown-out patches that fade into what surrounds them.

use countersign_media::RgbImage;

use super::picture::Gray;

/// A pixel is blown out when its darkest channel is at least this: paper in good light stays under 245.
const BLOWN: u8 = 250;
/// Side of the cells that are judged, pixels of the measured picture.
const CELL: usize = 8;
/// Luma that a patch's surroundings keep at their darkest where it fades out. White ground with print on it ends at the
/// print, which is darker: a drawing or a scan on pure white is no reflection.
const FADING: u8 = 150;

/// Left, top, width, height.
pub(super) type Patch = (f32, f32, f32, f32);

/// Shares of the measured area and the box of the largest reflection, pixels of the measured picture.
pub(super) struct Glare {
    /// Blown out at all.
    pub blown_share: f32,
    /// Blown out and fading.
    pub share: f32,
    pub largest: Option<Patch>,
}

/// `small` is `image` shrunk by `factor`; `inside` tells what is measured.
pub(super) fn measure(image: &RgbImage, small: &Gray, factor: f32, inside: impl Fn(usize, usize) -> bool) -> Glare {
    let (columns, rows) = (small.width / CELL, small.height / CELL);
    let blown = |x: usize, y: usize| {
        let full = |v: usize, limit: u32| (((v as f32 + 0.5) / factor) as u32).min(limit - 1);
        image.at(full(x, image.width), full(y, image.height)).iter().all(|c| *c >= BLOWN)
    };
    let pixels = |cell: usize| {
        let (left, top) = (cell % columns * CELL, cell / columns * CELL);
        (0..CELL * CELL).map(move |i| (left + i % CELL, top + i / CELL))
    };
    let mut lit = vec![false; columns * rows];
    let mut dark = vec![false; columns * rows];
    let (mut measured, mut blown_pixels) = (0usize, 0usize);
    for cell in 0..columns * rows {
        let (left, top) = (cell % columns * CELL, cell / columns * CELL);
        if inside(left, top) && inside(left + CELL - 1, top + CELL - 1) {
            measured += 1;
            let hit = pixels(cell).filter(|(x, y)| blown(*x, *y)).count();
            blown_pixels += hit;
            lit[cell] = hit * 10 >= CELL * CELL * 9;
            dark[cell] = pixels(cell).any(|(x, y)| small.pixels[y * small.width + x] < FADING);
        }
    }
    let patches: Vec<(usize, Patch)> = patches(lit, &dark, columns);
    let share = patches.iter().map(|(n, _)| n).sum::<usize>() as f32 / measured.max(1) as f32;
    let largest = patches.into_iter().max_by_key(|(n, _)| *n).map(|(_, patch)| patch);
    Glare { blown_share: blown_pixels as f32 / (measured * CELL * CELL).max(1) as f32, share, largest }
}

/// Connected lit cells most of whose unlit neighbours are not dark: cells and box of each.
fn patches(mut lit: Vec<bool>, dark: &[bool], columns: usize) -> Vec<(usize, Patch)> {
    let all = lit.clone();
    let mut found = Vec::new();
    for start in 0..lit.len() {
        let (mut count, mut fading, mut ending) = (0, 0usize, 0usize);
        let mut edges = [usize::MAX, usize::MAX, 0, 0];
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut lit[at], false) {
                continue;
            }
            let (x, y) = (at % columns, at / columns);
            count += 1;
            edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
            let beside = [(x > 0, at.wrapping_sub(1)), (x + 1 < columns, at + 1)];
            let stacked = [(y > 0, at.wrapping_sub(columns)), (at + columns < all.len(), at + columns)];
            for (_, next) in beside.into_iter().chain(stacked).filter(|(there, _)| *there) {
                if !all[next] {
                    if dark[next] { ending += 1 } else { fading += 1 }
                }
                stack.push(next);
            }
        }
        // A single cell is a highlight of the laminate, not a reflection that hides something.
        if count > 1 && fading > ending {
            let cell = CELL as f32;
            let [l, t, r, b] = edges;
            let size = ((r - l + 1) as f32 * cell, (b - t + 1) as f32 * cell);
            found.push((count, (l as f32 * cell, t as f32 * cell, size.0, size.1)));
        }
    }
    found
}
