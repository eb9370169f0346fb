//! Pieces of the photograph copied to another place of it (copy-move): to hide a field, or to build one from letters that are there.
//!
//! Textured patches are described coarsely, like ones paired, pairs sorted by the way from one to the other. A way that several pairs take is
//! a copy only if the fine detail is the same too: two letters of one kind, photographed, differ in where they lie between the pixels and
//! in noise, a copied one does not. Pixels differ then by less than a fifteenth of the fine detail's energy.
//!
//! It cannot see copies that were scaled, turned or retouched, copies of blank places, or copies under heavy compression. In pictures
//! that were drawn and not photographed equal letters are equal: only photographs with noise of their own are judged.

use super::super::picture::Gray;
use super::map::{HeatMap, Mapped};

/// Side of a patch, pixels.
const PATCH: usize = 24;
/// Distance of the neighbours in telling fine detail, pixels.
const REACH: usize = 3;
/// Means by patch: 6 × 6 of 4 × 4 pixels.
const PARTS: usize = 6;
/// Most patches described.
const MOST: usize = 1200;
/// Longer side on which copies are sought, unshrunk middle piece of larger photographs.
const LONG: usize = 1600;
/// Least deviation of the fine detail for a patch to say anything, 8-bit steps.
const LEAST_DETAIL: f32 = 2.0;
/// Range of luma in a patch from which it is ink on paper: letters of one kind are alike without being copies.
const INK: u8 = 80;
/// Least way between a piece and its copy, pixels.
const LEAST_WAY: i32 = 32;
/// Largest coarse difference of paired patches, share of their energy.
const ALIKE: f32 = 0.12;
/// Largest difference of the fine detail of a copy, share of its energy. Chosen on 48 untouched pictures and copies re-saved at 75–95.
const SAME: f32 = 0.10;
/// Pairs that must go the same way before it is looked at.
const LEAST_PAIRS: usize = 4;

struct Patch {
    x: usize,
    y: usize,
    code: [f32; PARTS * PARTS],
}

/// Patches of the most copied way, each the same in its fine detail; 0 when none is. `None` when hardly any patch says anything.
pub(super) fn measure(picture: &Gray) -> Option<Mapped> {
    let (left, top) = (picture.width.saturating_sub(LONG) / 2, picture.height.saturating_sub(LONG) / 2);
    let view = smoothed(&picture.cropped(left, top, LONG, LONG));
    let patches = patches(&view);
    if patches.len() < 30 {
        return None;
    }
    let mut map = HeatMap::empty((picture.width / PATCH).clamp(1, 64), (picture.height / PATCH).clamp(1, 48));
    let mut best: Vec<(&Patch, &Patch)> = Vec::new();
    for (_, pairs) in ways(&patches) {
        if pairs.len() <= best.len() {
            break;
        }
        let same: Vec<(&Patch, &Patch)> = pairs
            .into_iter()
            .map(|(a, b)| (&patches[a], &patches[b]))
            .filter(|(a, b)| difference(&view, a, b).is_some_and(|rest| rest < SAME))
            .collect();
        if same.len() > best.len() {
            best = same;
        }
    }
    for patch in best.iter().flat_map(|(a, b)| [*a, *b]) {
        let column = (left + patch.x + PATCH / 2) * map.columns / picture.width;
        let row = (top + patch.y + PATCH / 2) * map.rows / picture.height;
        map.values[row * map.columns + column] = 1.0;
    }
    Some(Mapped { value: best.len() as f32, map })
}

/// The most textured place of each square of half a patch, the most textured of all first.
fn patches(view: &Gray) -> Vec<Patch> {
    let mut found = Vec::new();
    let step = PATCH / 2;
    for top in (REACH + 1..view.height.saturating_sub(2 * PATCH)).step_by(step) {
        for left in (REACH + 1..view.width.saturating_sub(2 * PATCH)).step_by(step) {
            // A copy lies on any grid: the patch is moved to where the detail is, which a copy takes along.
            let (x, y) = anchor(view, left, top);
            let detail = detail(view, x, y);
            if detail > LEAST_DETAIL && !is_ink(view, x, y) {
                found.push((detail, x, y));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    found.dedup_by_key(|(_, x, y)| (*x, *y));
    found.truncate(MOST);
    found.into_iter().map(|(_, x, y)| Patch { x, y, code: code(view, x, y) }).collect()
}

/// Top left of the patch around the strongest corner of the square at (`left`, `top`).
fn anchor(view: &Gray, left: usize, top: usize) -> (usize, usize) {
    let at = |x: usize, y: usize| i32::from(view.pixels[y * view.width + x]);
    let (mut best, mut place) = (-1, (left, top));
    for y in top..top + PATCH / 2 {
        for x in left..left + PATCH / 2 {
            let (cx, cy) = (x + PATCH / 2, y + PATCH / 2);
            let across = (at(cx - 2, cy) + at(cx + 2, cy) - 2 * at(cx, cy)).abs();
            let down = (at(cx, cy - 2) + at(cx, cy + 2) - 2 * at(cx, cy)).abs();
            if across.min(down) > best {
                (best, place) = (across.min(down), (x, y));
            }
        }
    }
    place
}

/// Fine detail at a pixel of the smoothed picture: the value less the mean of four neighbours. Finer still, compression decides.
fn fine(view: &Gray, x: usize, y: usize) -> f32 {
    let at = |x: usize, y: usize| f32::from(view.pixels[y * view.width + x]);
    at(x, y) - (at(x - REACH, y) + at(x + REACH, y) + at(x, y - REACH) + at(x, y + REACH)) / 4.0
}

/// Means of 3 × 3 pixels; the border stays.
fn smoothed(picture: &Gray) -> Gray {
    let mut out = picture.clone();
    for y in 1..picture.height.saturating_sub(1) {
        for x in 1..picture.width.saturating_sub(1) {
            let rows = (y - 1..=y + 1).flat_map(|y| &picture.pixels[y * picture.width + x - 1..][..3]);
            out.pixels[y * picture.width + x] = ((rows.map(|p| u32::from(*p)).sum::<u32>() + 4) / 9) as u8;
        }
    }
    out
}

fn detail(view: &Gray, left: usize, top: usize) -> f32 {
    let mut sum = 0.0;
    for y in (top..top + PATCH).step_by(2) {
        for x in (left..left + PATCH).step_by(2) {
            sum += fine(view, x, y).powi(2);
        }
    }
    (sum * 4.0 / (PATCH * PATCH) as f32).sqrt()
}

fn is_ink(view: &Gray, left: usize, top: usize) -> bool {
    let rows = (top..top + PATCH).step_by(2).flat_map(|y| &view.pixels[y * view.width + left..][..PATCH]);
    let (low, high) = rows.fold((255, 0), |(low, high), shade| (low.min(*shade), high.max(*shade)));
    high - low > INK
}

/// Means of the parts less the patch's own mean.
fn code(view: &Gray, left: usize, top: usize) -> [f32; PARTS * PARTS] {
    let side = PATCH / PARTS;
    let mut code: [f32; PARTS * PARTS] = std::array::from_fn(|part| {
        let (x, y) = (left + part % PARTS * side, top + part / PARTS * side);
        let rows = (y..y + side).flat_map(|y| &view.pixels[y * view.width + x..][..side]);
        rows.map(|p| f32::from(*p)).sum::<f32>() / (side * side) as f32
    });
    let mean = code.iter().sum::<f32>() / code.len() as f32;
    for part in &mut code {
        *part -= mean;
    }
    code
}

type Way = (i32, i32);

/// Ways taken by at least [`LEAST_PAIRS`] pairs of like patches, the most taken first. Each patch is paired with its likest few.
fn ways(patches: &[Patch]) -> Vec<(Way, Vec<(usize, usize)>)> {
    let energy: Vec<f32> = patches.iter().map(|p| p.code.iter().map(|c| c * c).sum()).collect();
    let mut by_way = std::collections::BTreeMap::<Way, Vec<(usize, usize)>>::new();
    for (a, patch) in patches.iter().enumerate() {
        for (b, other) in patches.iter().enumerate().skip(a + 1) {
            let way = (other.x as i32 - patch.x as i32, other.y as i32 - patch.y as i32);
            if way.0.abs().max(way.1.abs()) < LEAST_WAY || energy[a].max(energy[b]) > 1.3 * energy[a].min(energy[b]) {
                continue;
            }
            let apart: f32 = patch.code.iter().zip(&other.code).map(|(p, q)| (p - q).powi(2)).sum();
            if apart < ALIKE * energy[a] {
                let (way, pair) = if way < (0, 0) { ((-way.0, -way.1), (b, a)) } else { (way, (a, b)) };
                by_way.entry(way).or_default().push(pair);
            }
        }
    }
    let mut ways: Vec<_> = by_way.into_iter().filter(|(_, pairs)| pairs.len() >= LEAST_PAIRS).collect();
    ways.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(&b.0)));
    ways
}

/// Energy of the difference of the fine detail over the detail's own; `None` without detail.
fn difference(view: &Gray, from: &Patch, to: &Patch) -> Option<f32> {
    let (mut apart, mut own) = (0.0, 0.0);
    for y in 0..PATCH {
        for x in 0..PATCH {
            let (a, b) = (fine(view, from.x + x, from.y + y), fine(view, to.x + x, to.y + y));
            apart += (a - b).powi(2);
            own += a * a + b * b;
        }
    }
    (own > 0.0).then(|| apart / own)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texture that never repeats: a hash of the place.
    fn texture() -> Gray {
        let shade = |at: usize| {
            let (x, y) = ((at % 400 / 3) as u32, (at / 400 / 3) as u32);
            let mixed = (x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77)).wrapping_mul(0xC2B2_AE3D);
            (100 + (mixed >> 16) % 60) as u8
        };
        Gray { width: 400, height: 300, pixels: (0..400 * 300).map(shade).collect() }
    }

    #[test]
    fn a_copied_piece_is_found_and_texture_alone_is_not() {
        let plain = texture();
        assert_eq!(measure(&plain).map(|found| found.value), Some(0.0));
        let mut forged = plain.clone();
        for y in 0..70 {
            for x in 0..90 {
                forged.pixels[(180 + y) * 400 + 251 + x] = plain.pixels[(40 + y) * 400 + 40 + x];
            }
        }
        let found = measure(&forged).expect("textured");
        assert!(found.value >= 6.0, "{}", found.value);
        assert!(found.map.values.iter().any(|v| *v > 0.0));
    }
}
