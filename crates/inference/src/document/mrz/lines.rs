//! Where lines of dense dark print may lie: long thin blobs of a picture's dark thin structure, at several sizes.

use super::super::picture::Gray;

/// A blob that could be a line of text, in the pixels of the searched picture.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Middle.
    pub at: (f32, f32),
    /// Radians clockwise from rightward, −π/4 … π/4.
    pub angle: f32,
    /// Along the line.
    pub length: f32,
    /// Across the line: about the height of its capitals.
    pub thickness: f32,
}

/// Sizes (longer side) at which is searched: characters must be about 6–16 pixels high in one of them, which covers zones
/// that take from a third of the longer side to all of it.
const LEVELS: [usize; 4] = [1400, 900, 600, 400];
/// Dark structure thinner than this many pixels counts as print.
const STROKE: usize = 4;
/// Reach of the sideways blur that joins characters, pixels each way.
const JOIN: usize = 9;
/// A line is at least this many times longer than thick; two rows of 30 merged would be 12.
const ELONGATION: f32 = 10.0;
/// And takes at least this share of the picture's longer side.
const LEAST_LENGTH: f32 = 0.2;

/// Candidates, longest first, near-duplicates of several sizes removed, at most `limit`.
pub fn candidates(picture: &Gray, limit: usize) -> Vec<Candidate> {
    let mut all = Vec::new();
    let mut last = usize::MAX;
    for side in LEVELS {
        let (level, factor) = picture.shrunk(side);
        if level.long_side() == last {
            continue;
        }
        last = level.long_side();
        all.extend(blobs(&joined(&level), &level).into_iter().map(|c| Candidate {
            at: (c.at.0 / factor, c.at.1 / factor),
            length: c.length / factor,
            thickness: c.thickness / factor,
            ..c
        }));
    }
    all.sort_by(|a, b| b.length.total_cmp(&a.length));
    let mut kept: Vec<Candidate> = Vec::new();
    for c in all {
        let same = |k: &Candidate| {
            (k.at.1 - c.at.1).abs() < 0.5 * k.thickness.min(c.thickness)
                && (k.at.0 - c.at.0).abs() < 0.25 * k.length
                && k.thickness / c.thickness < 1.25
                && c.thickness / k.thickness < 1.25
        };
        if !kept.iter().any(same) {
            kept.push(c);
        }
    }
    kept.truncate(limit);
    kept
}

/// Black-hat (what a closing would fill) blurred sideways.
fn joined(level: &Gray) -> Vec<u16> {
    let (w, h) = (level.width, level.height);
    let closed = extreme(&extreme(&level.pixels, w, h, true), w, h, false);
    let hat: Vec<u16> = closed.iter().zip(&level.pixels).map(|(c, p)| u16::from(c.saturating_sub(*p))).collect();
    let mut out = vec![0u16; w * h];
    for y in 0..h {
        let row = &hat[y * w..(y + 1) * w];
        let mut sums = vec![0u32; w + 1];
        for x in 0..w {
            sums[x + 1] = sums[x] + u32::from(row[x]);
        }
        for x in 0..w {
            let (from, to) = (x.saturating_sub(JOIN), (x + JOIN + 1).min(w));
            out[y * w + x] = ((sums[to] - sums[from]) / (to - from) as u32) as u16;
        }
    }
    out
}

/// Largest (or smallest) value within [`STROKE`] pixels, rows then columns.
fn extreme(pixels: &[u8], w: usize, h: usize, largest: bool) -> Vec<u8> {
    let pick = |a: u8, b: u8| if largest { a.max(b) } else { a.min(b) };
    let mut rows = pixels.to_vec();
    for y in 0..h {
        for x in 0..w {
            let near = &pixels[y * w + x.saturating_sub(STROKE)..y * w + (x + STROKE + 1).min(w)];
            rows[y * w + x] = near.iter().copied().reduce(pick).unwrap_or(0);
        }
    }
    let mut out = rows.clone();
    for y in 0..h {
        for near in y.saturating_sub(STROKE)..(y + STROKE + 1).min(h) {
            for x in 0..w {
                out[y * w + x] = pick(out[y * w + x], rows[near * w + x]);
            }
        }
    }
    out
}

/// Otsu's threshold over values 0–255.
fn otsu(values: &[u16]) -> u16 {
    let mut counts = [0f64; 256];
    for v in values {
        counts[(*v).min(255) as usize] += 1.0;
    }
    let total: f64 = counts.iter().sum();
    let all: f64 = counts.iter().enumerate().map(|(i, c)| i as f64 * c).sum();
    let (mut below, mut sum, mut best) = (0.0, 0.0, (0.0, 0u16));
    for (i, count) in counts.iter().enumerate() {
        below += count;
        sum += i as f64 * count;
        if below > 0.0 && below < total {
            let apart = sum / below - (all - sum) / (total - below);
            let spread = below * (total - below) * apart * apart;
            if spread > best.0 {
                best = (spread, i as u16);
            }
        }
    }
    best.1
}

/// Connected regions above the threshold that are long and thin.
fn blobs(map: &[u16], level: &Gray) -> Vec<Candidate> {
    let (w, h) = (level.width, level.height);
    let threshold = otsu(map).max(6);
    let mut open: Vec<bool> = map.iter().map(|v| *v > threshold).collect();
    let mut found = Vec::new();
    let mut stack = Vec::new();
    for start in 0..w * h {
        if !open[start] {
            continue;
        }
        open[start] = false;
        stack.push(start);
        // Sums of 1, x, y, xx, xy, yy.
        let mut m = [0f64; 6];
        while let Some(at) = stack.pop() {
            let (x, y) = ((at % w) as f64, (at / w) as f64);
            for (sum, term) in m.iter_mut().zip([1.0, x, y, x * x, x * y, y * y]) {
                *sum += term;
            }
            let (x, y) = (at % w, at / w);
            for (nx, ny) in [(x.wrapping_sub(1), y), (x + 1, y), (x, y.wrapping_sub(1)), (x, y + 1)] {
                if nx < w && ny < h && open[ny * w + nx] {
                    open[ny * w + nx] = false;
                    stack.push(ny * w + nx);
                }
            }
        }
        found.extend(shape(&m, level.long_side() as f32));
    }
    found
}

fn shape(m: &[f64; 6], long_side: f32) -> Option<Candidate> {
    let n = m[0];
    if n < 60.0 {
        return None;
    }
    let (x, y) = (m[1] / n, m[2] / n);
    let (xx, xy, yy) = (m[3] / n - x * x, m[4] / n - x * y, m[5] / n - y * y);
    let mean = f64::midpoint(xx, yy);
    let half = ((xx - yy) / 2.0).hypot(xy);
    let (large, small) = (mean + half, (mean - half).max(0.0));
    let angle = 0.5 * (2.0 * xy).atan2(xx - yy);
    let length = (12.0 * large).sqrt() as f32;
    let thickness = ((12.0 * small + 1.0).sqrt() as f32).max(3.0);
    let fits = length >= ELONGATION * thickness && length >= LEAST_LENGTH * long_side;
    (fits && angle.abs() < std::f64::consts::FRAC_PI_4).then_some(Candidate {
        at: (x as f32, y as f32),
        angle: angle as f32,
        length,
        thickness,
    })
}
