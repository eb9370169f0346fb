//! Where bars may be: patches of a picture whose edges all run one way, as rectangles that lie across the bars.

use super::super::picture::Gray;

/// Longest side that is searched: the bars of a symbol that takes a third of the picture are then still a pixel wide.
const SEARCH_SIDE: usize = 1280;
/// Share of change in one direction: sharp PDF417 has 0.5 and more, blurred 0.3, text and faces mostly less.
const COHERENT: f32 = 0.3;
/// Mean squared change, in grey levels, under which a block is empty paper: bars at a tenth of full contrast have more.
const FAINT: f32 = 20.0;
/// Share of a set's strong blocks under which a block is background.
const WEAK: f32 = 0.2;
/// Blocks joined turn by less than this, degrees.
const SAME_WAY: f32 = 14.0;
/// Fewer blocks are no symbol.
const FEWEST: usize = 5;

/// A rectangle that may hold a symbol, in pixels of the picture: corners clockwise, the first side is the longer one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) corners: [(f32, f32); 4],
}

impl Region {
    /// The same region in a picture `factor` times as large.
    pub(super) fn scaled(&self, factor: f32) -> Self {
        Self { corners: self.corners.map(|(x, y)| (x * factor, y * factor)) }
    }

    /// The longer and the shorter side, pixels.
    pub(super) fn size(&self) -> (f32, f32) {
        let side =
            |a: usize, b: usize| (self.corners[a].0 - self.corners[b].0).hypot(self.corners[a].1 - self.corners[b].1);
        (side(0, 1), side(1, 2))
    }
}

/// Slants in degrees, −45…45 clockwise, worth turning the whole picture by: of all its edges together, and of the regions. None
/// within a degree of level or of each other.
pub(super) fn slants(picture: &Gray, regions: &[Region]) -> Vec<f32> {
    let all = tensor(picture, 0, 0, picture.long_side()).degrees();
    let of = |r: &Region| (r.corners[1].1 - r.corners[0].1).atan2(r.corners[1].0 - r.corners[0].0).to_degrees();
    let mut found: Vec<f32> = Vec::new();
    for degrees in std::iter::once(all).chain(regions.iter().map(of)) {
        let slant = (degrees + 45.0).rem_euclid(90.0) - 45.0;
        if slant.abs() > 1.0 && found.iter().all(|known| (known - slant).abs() > 1.0) {
            found.push(slant);
        }
    }
    found
}

/// Change in a block: sums over its pixels.
#[derive(Clone, Copy, Default)]
struct Tensor {
    xx: f32,
    xy: f32,
    yy: f32,
    n: f32,
}

impl Tensor {
    fn energy(&self) -> f32 {
        (self.xx + self.yy) / self.n.max(1.0)
    }

    fn coherence(&self) -> f32 {
        (self.xx - self.yy).hypot(2.0 * self.xy) / (self.xx + self.yy).max(1e-3)
    }

    /// Direction of change, degrees, −90…90.
    fn degrees(&self) -> f32 {
        (0.5 * (2.0 * self.xy).atan2(self.xx - self.yy)).to_degrees()
    }
}

/// Up to `most` regions, the most promising first.
pub(super) fn find(picture: &Gray, most: usize) -> Vec<Region> {
    let (small, factor) = picture.shrunk(SEARCH_SIDE);
    let block = (small.long_side() / 80).clamp(6, 16);
    let (columns, rows) = (small.width / block, small.height / block);
    if columns < 3 || rows < 2 {
        return Vec::new();
    }
    let raw: Vec<Tensor> =
        (0..columns * rows).map(|i| tensor(&small, i % columns * block, i / columns * block, block)).collect();
    let smooth: Vec<Tensor> = (0..columns * rows).map(|i| around(&raw, columns, rows, i)).collect();
    let mut scored: Vec<(f32, Region)> = merged(sets(&smooth, columns, rows), &smooth, columns)
        .iter()
        .map(|blocks| {
            let weight: f32 = blocks.iter().map(|i| smooth[*i].energy().sqrt() * smooth[*i].coherence()).sum();
            (weight, rectangle(blocks, &smooth, columns, block as f32, factor))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    // What is a tenth as strong as the strongest is print beside it.
    let floor = scored.first().map_or(0.0, |best| best.0 * 0.1);
    scored.into_iter().take(most).filter(|(weight, _)| *weight >= floor).map(|(_, region)| region).collect()
}

fn tensor(picture: &Gray, left: usize, top: usize, block: usize) -> Tensor {
    let (w, p) = (picture.width, &picture.pixels);
    let (mut xx, mut xy, mut yy, mut n) = (0i64, 0i64, 0i64, 0u32);
    for y in top.max(1)..(top + block).min(picture.height - 1) {
        for x in left.max(1)..(left + block).min(w - 1) {
            let at = |i: usize| i64::from(p[i]);
            let i = y * w + x;
            // Two diagonal differences: compact, so that bars of a pixel and a half still count.
            let (a, b) = (at(i + w + 1) - at(i), at(i + w) - at(i + 1));
            let (dx, dy) = (a - b, a + b);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
            n += 1;
        }
    }
    Tensor { xx: xx as f32 / 4.0, xy: xy as f32 / 4.0, yy: yy as f32 / 4.0, n: n as f32 }
}

/// The sum over a block and its eight neighbours.
fn around(raw: &[Tensor], columns: usize, rows: usize, at: usize) -> Tensor {
    let (x, y) = (at % columns, at / columns);
    let mut sum = Tensor::default();
    for y in y.saturating_sub(1)..(y + 2).min(rows) {
        for x in x.saturating_sub(1)..(x + 2).min(columns) {
            let t = &raw[y * columns + x];
            sum = Tensor { xx: sum.xx + t.xx, xy: sum.xy + t.xy, yy: sum.yy + t.yy, n: sum.n + t.n };
        }
    }
    sum
}

/// Sets of neighbouring blocks with much change in nearly one direction. The fine lines of a card's background join all that
/// lies on it, so every set is cut again at a share of its own strongest blocks.
fn sets(blocks: &[Tensor], columns: usize, rows: usize) -> Vec<Vec<usize>> {
    let mut floors = vec![FAINT; blocks.len()];
    for set in joined(blocks, &floors, columns, rows) {
        let mut energies: Vec<f32> = set.iter().map(|i| blocks[*i].energy()).collect();
        energies.sort_by(f32::total_cmp);
        let floor = (energies[energies.len() * 9 / 10] * WEAK).max(FAINT);
        for i in &set {
            floors[*i] = floor;
        }
    }
    joined(blocks, &floors, columns, rows)
}

/// Sets of neighbouring blocks of one direction with more change than their floors.
fn joined(blocks: &[Tensor], floors: &[f32], columns: usize, rows: usize) -> Vec<Vec<usize>> {
    let good = |i: usize| blocks[i].energy() > floors[i] && blocks[i].coherence() > COHERENT;
    let mut seen = vec![false; blocks.len()];
    let mut sets = Vec::new();
    for start in 0..blocks.len() {
        if seen[start] || !good(start) {
            continue;
        }
        seen[start] = true;
        let (mut set, mut next) = (vec![start], 0);
        while let Some(at) = set.get(next).copied() {
            next += 1;
            let (x, y) = (at % columns, at / columns);
            let neighbours = [
                (x > 0, at.wrapping_sub(1)),
                (x + 1 < columns, at + 1),
                (y > 0, at.wrapping_sub(columns)),
                (y + 1 < rows, at + columns),
            ];
            for (_, to) in neighbours.into_iter().filter(|(inside, _)| *inside) {
                let turn = (blocks[to].degrees() - blocks[at].degrees()).rem_euclid(180.0);
                if !seen[to] && good(to) && turn.min(180.0 - turn) < SAME_WAY {
                    seen[to] = true;
                    set.push(to);
                }
            }
        }
        if set.len() >= FEWEST {
            sets.push(set);
        }
    }
    sets
}

/// The blocks' box in a direction given as sine and cosine, in blocks: left, right, top, bottom.
fn span(set: &[usize], columns: usize, (sin, cos): (f32, f32)) -> [f32; 4] {
    let middles = || set.iter().map(|i| ((i % columns) as f32 + 0.5, (i / columns) as f32 + 0.5));
    let reach = |of: &dyn Fn((f32, f32)) -> f32| {
        let mut all: Vec<f32> = middles().map(of).collect();
        all.sort_by(f32::total_cmp);
        // The outermost hundredth is a stray line of print.
        let trim = all.len() / 100;
        (all[trim], all[all.len() - 1 - trim])
    };
    let (left, right) = reach(&|(x, y)| x * cos + y * sin);
    let (top, bottom) = reach(&|(x, y)| y * cos - x * sin);
    [left, right, top, bottom]
}

/// Direction of the blocks' common change, as sine and cosine.
fn direction(set: &[usize], blocks: &[Tensor]) -> (f32, f32) {
    let (x, y) =
        set.iter().fold((0.0, 0.0), |sum, i| (sum.0 + blocks[*i].xx - blocks[*i].yy, sum.1 + 2.0 * blocks[*i].xy));
    (0.5 * f32::atan2(y, x)).sin_cos()
}

/// Sets that lie side by side in one direction are pieces of one symbol: blur and stains break it up.
fn merged(mut sets: Vec<Vec<usize>>, blocks: &[Tensor], columns: usize) -> Vec<Vec<usize>> {
    sets.sort_by_key(|set| std::cmp::Reverse(set.len()));
    let mut kept: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        let own = direction(&set, blocks);
        let home = kept.iter_mut().find(|known| {
            let way = direction(known, blocks);
            let turn = (way.0 * own.1 - way.1 * own.0).abs();
            let (a, b) = (span(known, columns, way), span(&set, columns, way));
            let shared = (a[3].min(b[3]) - a[2].max(b[2]) + 1.0) / (b[3] - b[2] + 1.0);
            let gap = a[0].max(b[0]) - a[1].min(b[1]);
            turn < 0.2 && shared > 0.6 && gap < 0.3 * (a[1] - a[0]).max(a[3] - a[2]) + 2.0
        });
        match home {
            Some(known) => known.extend(set),
            None => kept.push(set),
        }
    }
    kept
}

/// The rectangle around the blocks, its first side in their mean direction of change, with room for quiet zones.
fn rectangle(set: &[usize], blocks: &[Tensor], columns: usize, block: f32, factor: f32) -> Region {
    let (sin, cos) = direction(set, blocks);
    let [left, right, top, bottom] = span(set, columns, (sin, cos)).map(|edge| edge * block);
    let (wide, high) = ((right - left) * 0.04 + block, (bottom - top) * 0.03 + block * 0.7);
    let (left, right, top, bottom) = (left - wide, right + wide, top - high, bottom + high);
    let back = |u: f32, v: f32| ((u * cos - v * sin) / factor, (u * sin + v * cos) / factor);
    let mut corners = [back(left, top), back(right, top), back(right, bottom), back(left, bottom)];
    // A card's symbol is wider than high. One that seems higher is blurred: its rows show better than its bars.
    if bottom - top > right - left {
        corners.rotate_right(1);
    }
    Region { corners }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars() -> Gray {
        let mut g = Gray::filled(600, 400, 255);
        for y in 150..250 {
            for x in (150..450).filter(|x| (x / 3 + x / 17) % 2 == 0) {
                g.pixels[y * 600 + x] = 20;
            }
        }
        g
    }

    #[test]
    fn bars_are_found_at_every_angle() {
        for degrees in [0.0, 8.0, 30.0, 77.0, 90.0] {
            let turned = bars().rotated(degrees);
            let found = find(&turned, 3);
            let (wide, high) = found.first().expect("a region").size();
            assert!((wide - 340.0).abs() < 50.0 && (high - 120.0).abs() < 50.0, "{degrees}: {wide} × {high}");
            let middle = found[0].corners.iter().fold((0.0, 0.0), |m, c| (m.0 + c.0 / 4.0, m.1 + c.1 / 4.0));
            assert!(
                (middle.0 - turned.width as f32 / 2.0).abs() < 15.0
                    && (middle.1 - turned.height as f32 / 2.0).abs() < 15.0
            );
        }
    }

    #[test]
    fn an_empty_picture_has_none() {
        assert!(find(&Gray::filled(300, 300, 128), 3).is_empty());
        assert!(find(&Gray::filled(1, 1, 0), 3).is_empty());
    }
}
