//! Where lines of print may lie: dense dark thin structure, joined along the line, as bent axes.

use super::super::super::picture::Gray;
use super::axis::Axis;

/// Longer sides at which is searched: capitals must be about 4–16 pixels high in one of them.
const LEVELS: [usize; 3] = [1400, 800, 450];
/// Dark structure thinner than this many pixels each way counts as print.
const STROKE: usize = 3;
/// Reach of the sideways blur that joins characters, pixels each way.
const JOIN: usize = 8;
/// A piece of a line is at least this many times longer than thick.
const PIECE: f32 = 3.5;
/// A line at least this many times; two rows of 30 merged would be 12.
const LINE: f32 = 9.0;
/// And takes at least this share of the picture's longer side.
const LEAST_LENGTH: f32 = 0.16;
/// Blob thickness over capital height, measured on rendered zones at the three levels.
const THICKNESS: f32 = 1.0;

/// Candidates in pixels of `picture`, likeliest first, near-duplicates of several levels removed.
pub fn lines(picture: &Gray, limit: usize) -> Vec<Axis> {
    let mut all: Vec<Axis> = Vec::new();
    let mut last = usize::MAX;
    for side in LEVELS {
        let (level, factor) = picture.shrunk(side);
        if level.long_side() == last {
            continue;
        }
        last = level.long_side();
        let map = joined(&level);
        let long = LEAST_LENGTH * level.long_side() as f32;
        // Otsu's threshold parts print from what lies close to it; half of it keeps fillers, which are thin and fade.
        for threshold in [otsu(&map), otsu(&map) / 2] {
            let found = chains(pieces(&map, &level, threshold.max(5))).into_iter();
            all.extend(found.filter(|a| length(a) >= long.max(LINE * a.capital)).map(|a| a.scaled(1.0 / factor)));
        }
    }
    all.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let mut kept: Vec<Axis> = Vec::new();
    for axis in all {
        let middle = axis.point(f32::midpoint(axis.span.0, axis.span.1), 0.0);
        let same = |k: &Axis| {
            let (s, t) = k.along(middle);
            t.abs() < 0.45 * k.capital.min(axis.capital)
                && s > k.span.0
                && s < k.span.1
                && (0.72..1.4).contains(&(k.capital / axis.capital))
        };
        if kept.len() < limit && !kept.iter().any(same) {
            kept.push(axis);
        }
    }
    let likely: Vec<f32> = kept.iter().map(|axis| likeness(axis, &kept)).collect();
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by(|a, b| likely[*b].total_cmp(&likely[*a]));
    order.into_iter().map(|i| kept[i]).collect()
}

/// How much a line looks like one of a zone: it has a neighbour of its length and height, and is 30 to 44 letters long.
fn likeness(axis: &Axis, all: &[Axis]) -> f32 {
    let beside = |other: &Axis| {
        let (s, t) = axis.along(other.point(f32::midpoint(other.span.0, other.span.1), 0.0));
        let ends = (s - length(other) / 2.0, s + length(other) / 2.0);
        let shared = ends.1.min(axis.span.1) - ends.0.max(axis.span.0);
        (1.1..3.6).contains(&(t.abs() / axis.capital))
            && (0.65..1.5).contains(&(other.capital / axis.capital))
            && shared > 0.7 * length(axis).max(length(other))
    };
    let letters = length(axis) / (1.06 * axis.capital);
    length(axis)
        * if all.iter().any(beside) { 2.0 } else { 1.0 }
        * if (24.0..54.0).contains(&letters) { 2.0 } else { 1.0 }
}

fn length(axis: &Axis) -> f32 {
    axis.span.1 - axis.span.0
}

/// Black-hat (what a closing would fill) blurred sideways, 0–255.
fn joined(level: &Gray) -> Vec<u8> {
    let (w, h) = (level.width, level.height);
    let closed = extreme(&extreme(&level.pixels, w, h, true), w, h, false);
    let mut out = vec![0u8; w * h];
    let mut sums = vec![0u32; w + 1];
    for y in 0..h {
        for x in 0..w {
            let hat = closed[y * w + x].saturating_sub(level.pixels[y * w + x]);
            sums[x + 1] = sums[x] + u32::from(hat);
        }
        for x in 0..w {
            let (from, to) = (x.saturating_sub(JOIN), (x + JOIN + 1).min(w));
            out[y * w + x] = ((sums[to] - sums[from]) / (to - from) as u32) as u8;
        }
    }
    out
}

/// Largest (or smallest) value within [`STROKE`] pixels, rows then columns.
fn extreme(pixels: &[u8], w: usize, h: usize, largest: bool) -> Vec<u8> {
    let pick = |a: u8, b: u8| if largest { a.max(b) } else { a.min(b) };
    let mut rows = pixels.to_vec();
    for y in 0..h {
        let line = &pixels[y * w..(y + 1) * w];
        for d in 1..=STROKE.min(w - 1) {
            let row = &mut rows[y * w..(y + 1) * w];
            row[d..].iter_mut().zip(line).for_each(|(o, p)| *o = pick(*o, *p));
            row[..w - d].iter_mut().zip(&line[d..]).for_each(|(o, p)| *o = pick(*o, *p));
        }
    }
    let mut out = rows.clone();
    for y in 0..h {
        for near in y.saturating_sub(STROKE)..(y + STROKE + 1).min(h) {
            let line = &rows[near * w..(near + 1) * w];
            out[y * w..(y + 1) * w].iter_mut().zip(line).for_each(|(o, p)| *o = pick(*o, *p));
        }
    }
    out
}

/// Otsu's threshold.
fn otsu(values: &[u8]) -> u8 {
    let mut counts = [0f64; 256];
    for value in values {
        counts[usize::from(*value)] += 1.0;
    }
    let total: f64 = counts.iter().sum();
    let all: f64 = counts.iter().enumerate().map(|(i, c)| i as f64 * c).sum();
    let (mut below, mut sum, mut best) = (0.0, 0.0, (0.0, 0u8));
    for (i, count) in counts.iter().enumerate() {
        below += count;
        sum += i as f64 * count;
        if below > 0.0 && below < total {
            let apart = sum / below - (all - sum) / (total - below);
            let spread = below * (total - below) * apart * apart;
            if spread > best.0 {
                best = (spread, i as u8);
            }
        }
    }
    best.1
}

/// A connected region: its pixels' sums of 1, x, y, xx, xy, yy, so that pieces can be added up.
#[derive(Clone, Copy)]
struct Piece {
    sums: [f64; 6],
    axis: Axis,
}

/// Long thin regions above the threshold.
fn pieces(map: &[u8], level: &Gray, threshold: u8) -> Vec<Piece> {
    let (w, h) = (level.width, level.height);
    let mut open: Vec<bool> = map.iter().map(|v| *v > threshold).collect();
    let (mut found, mut stack, mut region) = (Vec::new(), Vec::new(), Vec::new());
    for start in 0..w * h {
        if !open[start] {
            continue;
        }
        open[start] = false;
        stack.push(start);
        region.clear();
        while let Some(at) = stack.pop() {
            region.push(at);
            let (x, y) = (at % w, at / w);
            for (nx, ny) in [(x.wrapping_sub(1), y), (x + 1, y), (x, y.wrapping_sub(1)), (x, y + 1)] {
                if nx < w && ny < h && open[ny * w + nx] {
                    open[ny * w + nx] = false;
                    stack.push(ny * w + nx);
                }
            }
        }
        let points = || region.iter().map(|at| ((at % w) as f64, (at / w) as f64));
        if region.len() >= 50 {
            found.extend(piece(points));
        }
    }
    found
}

fn piece<I: Iterator<Item = (f64, f64)>>(points: impl Fn() -> I) -> Option<Piece> {
    let mut sums = [0f64; 6];
    for (x, y) in points() {
        sums.iter_mut().zip([1.0, x, y, x * x, x * y, y * y]).for_each(|(sum, term)| *sum += term);
    }
    let mut axis = straight(&sums)?;
    // How far the middle strays from the straight line, by least squares of t on s² (s has mean 0 by construction).
    let (mut s2, mut s4, mut t1, mut ts2, mut n) = (0f64, 0f64, 0f64, 0f64, 0f64);
    let (mut low, mut high) = (f32::MAX, f32::MIN);
    for (x, y) in points() {
        let (s, t) = axis.along((x as f32, y as f32));
        (low, high) = (low.min(s), high.max(s));
        let (s, t) = (f64::from(s), f64::from(t));
        n += 1.0;
        s2 += s * s;
        s4 += s.powi(4);
        t1 += t;
        ts2 += t * s * s;
    }
    let spread = s4 - s2 * s2 / n;
    let bend = if spread > 0.0 { (ts2 - t1 * s2 / n) / spread } else { 0.0 };
    let lift = (t1 - bend * s2) / n;
    // Only a long piece says anything about a bend; sagitta over half the length, a bound against clutter.
    let half = (high - low) / 2.0;
    let sagitta = bend as f32 * half * half;
    if half * 2.0 > 12.0 * axis.capital && sagitta.abs() < 1.6 * axis.capital {
        axis = axis.moved(lift as f32);
        axis.bend = bend as f32;
        let rest: f64 = points().map(|(x, y)| f64::from(axis.along((x as f32, y as f32)).1).powi(2)).sum::<f64>() / n;
        axis.capital = (((12.0 * rest + 1.0).sqrt() as f32) / THICKNESS).max(3.0);
    }
    axis.span = (low, high);
    (high - low >= PIECE * axis.capital).then_some(Piece { sums, axis })
}

/// The straight axis of a region by its moments, its ends estimated; `None` unless it lies within 45° of rightward.
fn straight(m: &[f64; 6]) -> Option<Axis> {
    let n = m[0];
    let (x, y) = (m[1] / n, m[2] / n);
    let (xx, xy, yy) = (m[3] / n - x * x, m[4] / n - x * y, m[5] / n - y * y);
    let mean = f64::midpoint(xx, yy);
    let half = ((xx - yy) / 2.0).hypot(xy);
    let angle = (0.5 * (2.0 * xy).atan2(xx - yy)) as f32;
    let reach = (3.0 * (mean + half)).sqrt() as f32;
    let thick = (12.0 * (mean - half).max(0.0) + 1.0).sqrt() as f32;
    (angle.abs() < std::f32::consts::FRAC_PI_4 && reach > thick).then_some(Axis {
        at: (x as f32, y as f32),
        angle,
        bend: 0.0,
        span: (-reach, reach),
        capital: (thick / THICKNESS).max(3.0),
    })
}

/// Pieces that continue each other joined to lines: a name, a gap where the fillers faded, a number.
fn chains(mut pieces: Vec<Piece>) -> Vec<Axis> {
    pieces.sort_by(|a, b| length(&b.axis).total_cmp(&length(&a.axis)));
    let mut taken = vec![false; pieces.len()];
    let mut out = Vec::new();
    for first in 0..pieces.len().min(60) {
        if taken[first] {
            continue;
        }
        let mut chain = pieces[first];
        let mut joined = false;
        for (other, piece) in pieces.iter().enumerate().skip(first + 1) {
            if taken[other] || !continues(&chain.axis, &piece.axis) {
                continue;
            }
            let mut sums = chain.sums;
            sums.iter_mut().zip(piece.sums).for_each(|(a, b)| *a += b);
            let Some(mut axis) = straight(&sums) else { continue };
            if axis.capital > 1.35 * chain.axis.capital {
                continue;
            }
            let ends = [chain.axis, piece.axis].map(|a| [a.point(a.span.0, 0.0), a.point(a.span.1, 0.0)]);
            let places = ends.iter().flatten().map(|p| axis.along(*p).0);
            axis.span = places.fold((f32::MAX, f32::MIN), |(low, high), s| (low.min(s), high.max(s)));
            chain = Piece { sums, axis };
            taken[other] = true;
            joined = true;
        }
        if joined && pieces[first].axis.bend != 0.0 {
            // The long piece knows the line's shape better than the sums of the chain.
            let (long, chained) = (pieces[first].axis, chain.axis);
            let ends = [chained.span.0, chained.span.1].map(|s| long.along(chained.point(s, 0.0)).0);
            chain.axis = Axis { span: (ends[0], ends[1]), ..long };
        }
        out.push(chain.axis);
    }
    out
}

fn continues(line: &Axis, piece: &Axis) -> bool {
    let (s, t) = line.along(piece.at);
    let gap = if s > 0.0 { s + piece.span.0 - line.span.1 } else { line.span.0 - (s + piece.span.1) };
    t.abs() < 0.55 * line.capital
        && gap < 14.0 * line.capital
        && gap > -line.capital
        && (0.4..1.5).contains(&(piece.capital / line.capital))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Short upright strokes along an arc, as print looks from afar.
    fn print(bend: f32, gap: std::ops::Range<i32>) -> Gray {
        let mut picture = Gray::filled(900, 300, 210);
        for i in (-35..35).filter(|i| !gap.contains(i)) {
            let s = i as f32 * 10.0;
            for t in -6..6 {
                let (x, y) = (450.0 + s, 150.0 + bend * s * s + t as f32);
                for dx in 0..3 {
                    picture.pixels[y as usize * 900 + x as usize + dx] = 30;
                }
            }
        }
        picture
    }

    #[test]
    fn a_straight_and_a_bent_line_are_found_whole() {
        for bend in [0.0, 0.00008] {
            let found = lines(&print(bend, 0..0), 4);
            assert!(!found.is_empty(), "bend {bend}");
            assert!((length(&found[0]) - 700.0).abs() < 30.0, "{:?}", found[0]);
            let end = found[0].point(found[0].span.1, 0.0);
            assert!((end.1 - 150.0 - bend * 350.0 * 350.0).abs() < 4.0, "{:?}", found[0]);
        }
    }

    #[test]
    fn a_gap_does_not_break_a_line() {
        let found = lines(&print(0.0, -2..6), 4);
        assert!((length(&found[0]) - 700.0).abs() < 30.0, "{:?}", found[0]);
    }

    #[test]
    fn a_blank_picture_has_no_line() {
        assert!(lines(&Gray::filled(400, 300, 128), 4).is_empty());
        assert!(lines(&Gray::filled(1, 1, 0), 4).is_empty());
    }
}
