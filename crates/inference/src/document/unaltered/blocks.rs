//! The photograph in the 8 × 8 blocks of its own JPEG: coefficients of brightness, recomputed from the pixels.

use countersign_media::{Photo, RgbImage};

use super::map::shown;

/// Side of a block.
pub(super) const SIDE: usize = 8;
/// Most blocks looked at: half of those of a 12 megapixel photograph, about 6 megapixels, some 35 ms.
const MOST: usize = 90_000;
/// The low frequencies (row, column) whose values tell of an earlier compression, in the order of their weight.
pub(super) const LOW: [(usize, usize); 14] =
    [(0, 1), (1, 0), (2, 0), (1, 1), (0, 2), (0, 3), (1, 2), (2, 1), (3, 0), (4, 0), (3, 1), (2, 2), (1, 3), (0, 4)];
/// Luma between which noise shows.
pub(super) const LIT: std::ops::Range<f32> = 25.0..232.0;
/// Frequencies in which noise shows before compression takes it: row plus column from 3 to 6.
const BAND: std::ops::RangeInclusive<usize> = 3..=6;

/// One block.
#[derive(Clone, Copy, Default)]
pub(super) struct Block {
    /// Mean luma, 0–255.
    pub mean: f32,
    /// Coefficients at [`LOW`].
    pub low: [f32; LOW.len()],
    /// Root mean square of the coefficients in the noise band.
    pub fine: f32,
    /// Whether a channel of a pixel is 0 or 255: its true value is lost, and with it the coefficients.
    pub clipped: bool,
}

/// Blocks on a regular grid over the stored picture.
pub(super) struct Blocks {
    /// Looked-at blocks across.
    pub columns: usize,
    /// Looked-at blocks down.
    pub rows: usize,
    /// Row by row.
    pub all: Vec<Block>,
}

impl Blocks {
    /// Blocks of the photograph; `None` when it has fewer than 8 × 6 of them.
    pub fn of(photo: &Photo) -> Option<Self> {
        let view = Stored::of(&photo.image, photo.metadata.orientation);
        let (wide, high) = (view.width / SIDE, view.height / SIDE);
        if wide < 8 || high < 6 {
            return None;
        }
        let mut step = 1;
        while (wide / step) * (high / step) > MOST {
            step += 1;
        }
        let (columns, rows) = (wide / step, high / step);
        let cosines = cosines();
        let mut all = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let (luma, clipped) = view.luma(column * step * SIDE, row * step * SIDE);
                all.push(Block { clipped, ..Block::of(&transformed(&luma, &cosines)) });
            }
        }
        Some(Self { columns, rows, all })
    }

    /// Cells of a map over these blocks: at most `most` across and down, at least two blocks in each direction.
    pub fn cells(&self, most: (usize, usize)) -> (usize, usize) {
        ((self.columns / 2).clamp(4, most.0), (self.rows / 2).clamp(3, most.1))
    }

    /// The blocks with the cell they lie in, of a map of `cells`.
    pub fn by_cell(&self, cells: (usize, usize)) -> impl Iterator<Item = (usize, &Block)> {
        self.all.iter().enumerate().map(move |(at, block)| {
            let (column, row) = (at % self.columns, at / self.columns);
            (row * cells.1 / self.rows * cells.0 + column * cells.0 / self.columns, block)
        })
    }
}

impl Block {
    fn of(coefficients: &[[f32; SIDE]; SIDE]) -> Self {
        let mut energy = 0.0;
        let mut count = 0.0;
        for (row, line) in coefficients.iter().enumerate() {
            for (column, value) in line.iter().enumerate() {
                if BAND.contains(&(row + column)) {
                    energy += value * value;
                    count += 1.0;
                }
            }
        }
        Self {
            mean: coefficients[0][0] / SIDE as f32 + 128.0,
            low: LOW.map(|(row, column)| coefficients[row][column]),
            fine: (energy / f32::max(count, 1.0)).sqrt(),
            clipped: false,
        }
    }
}

/// The picture as it was stored, before its orientation was applied: the coder's blocks begin at that top left.
struct Stored<'a> {
    image: &'a RgbImage,
    orientation: u8,
    width: usize,
    height: usize,
}

impl<'a> Stored<'a> {
    fn of(image: &'a RgbImage, orientation: u8) -> Self {
        let (w, h) = (image.width as usize, image.height as usize);
        let (width, height) = if orientation >= 5 { (h, w) } else { (w, h) };
        Self { image, orientation, width, height }
    }

    /// Luma less 128 of the block whose top left is stored at (`x`, `y`), and whether any channel is clipped.
    fn luma(&self, x: usize, y: usize) -> ([[f32; SIDE]; SIDE], bool) {
        let size = (self.width, self.height);
        let wide = self.image.width as usize;
        let mut clipped = false;
        let luma = std::array::from_fn(|row| {
            std::array::from_fn(|column| {
                let (sx, sy) = shown(self.orientation, (x + column, y + row), size);
                let at = (sy * wide + sx) * 3;
                let pixel = &self.image.pixels[at..at + 3];
                clipped |= pixel.iter().any(|part| *part == 0 || *part == 255);
                let [r, g, b] = [0, 1, 2].map(|part| f32::from(pixel[part]));
                0.299 * r + 0.587 * g + 0.114 * b - 128.0
            })
        });
        (luma, clipped)
    }
}

/// Fine energy of the 8 × 8 pixels from (`x`, `y`) as shown, wherever they lie to the coder's grid; `None` where the block is dark or burnt.
pub(super) fn fine_of(image: &RgbImage, x: usize, y: usize) -> Option<f32> {
    let (luma, _) = Stored::of(image, 1).luma(x, y);
    let block = Block::of(&transformed(&luma, &cosines()));
    LIT.contains(&block.mean).then_some(block.fine)
}

/// The DCT of JPEG (ITU-T T.81, A.3.3) as a matrix.
fn cosines() -> [[f32; SIDE]; SIDE] {
    std::array::from_fn(|k| {
        let scale = if k == 0 { 0.5 * std::f32::consts::FRAC_1_SQRT_2 } else { 0.5 };
        std::array::from_fn(|n| scale * (std::f32::consts::PI * (2 * n + 1) as f32 * k as f32 / 16.0).cos())
    })
}

fn transformed(luma: &[[f32; SIDE]; SIDE], cosines: &[[f32; SIDE]; SIDE]) -> [[f32; SIDE]; SIDE] {
    let mut half = [[0.0; SIDE]; SIDE];
    for (line, into) in luma.iter().zip(&mut half) {
        for (value, wave) in into.iter_mut().zip(cosines) {
            *value = line.iter().zip(wave).map(|(a, b)| a * b).sum();
        }
    }
    let mut out = [[0.0; SIDE]; SIDE];
    for (wave, into) in cosines.iter().zip(&mut out) {
        for (weight, line) in wave.iter().zip(&half) {
            for (value, part) in into.iter_mut().zip(line) {
                *value += weight * part;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_block_is_its_mean_and_a_wave_one_coefficient() {
        let cosines = cosines();
        let flat = Block::of(&transformed(&[[30.0; SIDE]; SIDE], &cosines));
        assert!((flat.mean - 158.0).abs() < 1e-3 && flat.fine < 1e-3);
        let wave: [[f32; SIDE]; SIDE] = std::array::from_fn(|_| cosines[1].map(|c| 40.0 * c));
        let block = Block::of(&transformed(&wave, &cosines));
        assert!((block.low[0] - 40.0 * 8f32.sqrt()).abs() < 1e-2, "{}", block.low[0]);
        assert!(block.low[1].abs() < 1e-3);
    }
}
