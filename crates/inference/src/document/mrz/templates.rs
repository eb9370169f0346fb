//! The OCR-B characters as normalised pictures, and how well a cell of a photograph matches each.

use super::reader::Cell;

/// Cell width in samples: one pitch.
pub const CELL_W: usize = 20;
/// Cell height in samples: 1.3 pitches, the capitals in the middle.
pub const CELL_H: usize = 26;
const CELL: usize = CELL_W * CELL_H;
/// Half-size cells serve the search for lines.
const SMALL: usize = (CELL_W / 2) * (CELL_H / 2);
/// Blur of the two template sets, in samples: a sharp photograph, and one whose pitch is seven pixels or that is soft.
const BLURS: [f32; 2] = [0.7, 1.5];
/// The search looks only for these: the most frequent characters, and one of each shape.
const SEARCHED: &[u8] = b"<0123456789AEMNORSTU";
/// Contrast (standard deviation, grey levels) below which a cell counts as blank rather than as a character.
const CONTRAST_FLOOR: f32 = 6.0;
/// Turns correlation into log-probability: a lead of 0.1 is a factor of 20.
const SHARPNESS: f32 = 30.0;

static STRIP: &[u8] = include_bytes!("ocrb.pgm");

/// Both template sets at both sizes, each template with mean 0 and length 1.
pub struct Templates {
    full: [Vec<[f32; CELL]>; 2],
    small: Vec<[f32; SMALL]>,
}

impl Templates {
    /// From the strip drawn by `training/mrz_templates/make.py`.
    pub fn new() -> Self {
        let ink = &STRIP[STRIP.len() - 37 * CELL..];
        let set = |blur: f32| (0..37).map(|i| normalised(blurred(&cut(ink, i), blur))).collect::<Vec<_>>();
        let soft: Vec<[f32; CELL]> = (0..37).map(|i| blurred(&cut(ink, i), BLURS[1])).collect();
        let small =
            SEARCHED.iter().filter_map(|c| super::alphabet::index(*c)).map(|i| normalised(halved(&soft[i]))).collect();
        Self { full: [set(BLURS[0]), set(BLURS[1])], small }
    }

    /// Correlation of one cell (dark ink on light ground, grey levels) with each character under template set `blur`.
    pub fn correlate(&self, cell: &[f32; CELL], blur: usize) -> [f32; 37] {
        let cell = normalised(cell.map(|v| -v));
        let mut out = [0.0; 37];
        for (o, t) in out.iter_mut().zip(&self.full[blur]) {
            *o = dot(&cell, t);
        }
        out
    }

    /// Best correlation of a half-size cell with the searched characters.
    pub fn search(&self, cell: &[f32; SMALL]) -> f32 {
        let cell = normalised(cell.map(|v| -v));
        self.small.iter().map(|t| dot(&cell, t)).fold(0.0, f32::max)
    }
}

/// Correlations to log-probabilities.
pub fn to_cell(correlations: &[f32; 37]) -> Cell {
    let best = correlations.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = correlations.iter().map(|c| ((c - best) * SHARPNESS).exp()).sum();
    Cell(correlations.map(|c| (c - best) * SHARPNESS - sum.ln()))
}

fn cut(strip: &[u8], i: usize) -> [f32; CELL] {
    std::array::from_fn(|p| f32::from(strip[(p / CELL_W) * 37 * CELL_W + i * CELL_W + p % CELL_W]))
}

fn blurred(cell: &[f32; CELL], sigma: f32) -> [f32; CELL] {
    let kernel: Vec<f32> = (-4i32..=4).map(|d| (-(d * d) as f32 / (2.0 * sigma * sigma)).exp()).collect();
    let norm: f32 = kernel.iter().sum();
    let pass = |from: &[f32; CELL], along: usize| -> [f32; CELL] {
        std::array::from_fn(|p| {
            let (x, y) = ((p % CELL_W) as i32, (p / CELL_W) as i32);
            let at = |d: i32| {
                let (x, y) = if along == 0 { (x + d, y) } else { (x, y + d) };
                let inside = (0..CELL_W as i32).contains(&x) && (0..CELL_H as i32).contains(&y);
                if inside { from[y as usize * CELL_W + x as usize] } else { 0.0 }
            };
            (-4..=4).zip(&kernel).map(|(d, k)| at(d) * k).sum::<f32>() / norm
        })
    };
    pass(&pass(cell, 0), 1)
}

fn halved(cell: &[f32; CELL]) -> [f32; SMALL] {
    std::array::from_fn(|p| {
        let at = 2 * (p / (CELL_W / 2)) * CELL_W + 2 * (p % (CELL_W / 2));
        (cell[at] + cell[at + 1] + cell[at + CELL_W] + cell[at + CELL_W + 1]) / 4.0
    })
}

fn normalised<const N: usize>(mut cell: [f32; N]) -> [f32; N] {
    let mean = cell.iter().sum::<f32>() / N as f32;
    for v in &mut cell {
        *v -= mean;
    }
    let length = dot(&cell, &cell).sqrt().max(CONTRAST_FLOOR * (N as f32).sqrt());
    for v in &mut cell {
        *v /= length;
    }
    cell
}

fn dot<const N: usize>(a: &[f32; N], b: &[f32; N]) -> f32 {
    // Eight running sums let the compiler use vector registers; one would force the order of the additions.
    let mut sums = [0.0f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for i in 0..8 {
            sums[i] += a[i] * b[i];
        }
    }
    let rest: f32 = (N - N % 8..N).map(|i| a[i] * b[i]).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_matches_itself_best() {
        let t = Templates::new();
        let ink = &STRIP[STRIP.len() - 37 * CELL..];
        for i in 0..37 {
            let cell = cut(ink, i).map(|v| 255.0 - v);
            for blur in 0..2 {
                let c = t.correlate(&cell, blur);
                let best = (0..37).max_by(|a, b| c[*a].total_cmp(&c[*b])).expect("37 of them");
                assert_eq!(best, i);
            }
        }
    }

    #[test]
    fn a_blank_cell_matches_nothing() {
        let t = Templates::new();
        assert!(t.correlate(&[128.0; CELL], 0).iter().all(|c| c.abs() < 0.01));
    }
}
