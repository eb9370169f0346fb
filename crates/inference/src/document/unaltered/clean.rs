//! Places too clean for their surroundings: paint, blur and flat fills take away the sensor's noise, and what is added later is not given
//! any.
//!
//! Measured by cell: the lower quintile of the blocks' fine energy (print raises it, so the quietest blocks of a cell tell the noise).
//! A cell is too clean under a quarter of the quiet surroundings, 6 to 9 cells away.
//!
//! It cannot see an edit that is noisy itself (a pasted piece of another photograph), an edit in a picture whose noise was taken by
//! denoising or strong compression, or one smaller than about a fortieth of the picture's width. Overexposed and black places are left out.

use countersign_media::Photo;

use super::super::Quad;
use super::blocks::{Blocks, LIT};
use super::map::{HeatMap, Mapped, largest_group, quantile};
use super::tone::within;

/// Cells across and down, at most.
const CELLS: (usize, usize) = (72, 54);
/// Fine energy of the picture, and of surroundings, under which nothing can stand out. Rounding alone gives about 0.3.
const LEAST_NOISE: f32 = 0.5;
/// A cell under this share of its surroundings is too clean. Chosen on 48 untouched pictures (camera, portraits, specimens).
const TOO_CLEAN: f32 = 0.25;
/// Which of the surroundings' cells is compared, from the quietest.
const QUIET: f32 = 0.15;
/// Distance of the surroundings, cells.
const RING: std::ops::RangeInclusive<usize> = 6..=9;
/// Cells with noise that are needed.
const LEAST_CELLS: usize = 60;

/// Fine energy by cell, `None` where a cell is not lit.
pub(super) struct Noise {
    cells: (usize, usize),
    floor: Vec<Option<f32>>,
}

impl Noise {
    pub fn of(blocks: &Blocks) -> Self {
        let cells = blocks.cells(CELLS);
        let mut fine: Vec<(usize, Vec<f32>)> = vec![(0, Vec::new()); cells.0 * cells.1];
        for (cell, block) in blocks.by_cell(cells) {
            fine[cell].0 += 1;
            if LIT.contains(&block.mean) {
                fine[cell].1.push(block.fine);
            }
        }
        let floor = fine.iter_mut().map(|(all, lit)| {
            (lit.len() >= 3.min(*all) && !lit.is_empty() && lit.len() * 5 >= *all * 3).then(|| quantile(lit, 0.2))
        });
        Self { cells, floor: floor.collect() }
    }

    /// The median over the cells; `None` when too few are lit.
    fn level(&self) -> Option<f32> {
        let mut known: Vec<f32> = self.floor.iter().flatten().copied().collect();
        (known.len() >= LEAST_CELLS).then(|| quantile(&mut known, 0.5))
    }

    fn surroundings(&self, column: usize, row: usize) -> Option<f32> {
        let reach = *RING.end();
        let mut ring = Vec::with_capacity(140);
        for y in row.saturating_sub(reach)..(row + reach + 1).min(self.cells.1) {
            for x in column.saturating_sub(reach)..(column + reach + 1).min(self.cells.0) {
                if RING.contains(&x.abs_diff(column).max(y.abs_diff(row))) {
                    ring.extend(self.floor[y * self.cells.0 + x]);
                }
            }
        }
        (ring.len() > 20).then(|| quantile(&mut ring, QUIET)).filter(|quiet| *quiet > LEAST_NOISE)
    }

    /// Cells of the largest group that is too clean, on the document where its outline is known: ground out of focus is as clean as paint. `None`
    /// when the picture has too little noise of its own.
    pub fn too_clean(&self, photo: &Photo, quad: Option<&Quad>) -> Option<Mapped> {
        let map = self.ratios()?.upright(photo.metadata.orientation);
        let (width, height) = (photo.image.width as f32, photo.image.height as f32);
        let cell = (width / map.columns as f32, height / map.rows as f32);
        let marked: Vec<bool> = map
            .values
            .iter()
            .enumerate()
            .map(|(at, value)| {
                let (x, y) = ((at % map.columns) as f32 + 0.5, (at / map.columns) as f32 + 0.5);
                *value > 0.5 && quad.is_none_or(|quad| within(quad, x * cell.0, y * cell.1))
            })
            .collect();
        let group = largest_group(&marked, map.columns);
        Some(Mapped { value: group.len() as f32, map })
    }

    /// How clean each cell of the stored picture is: over 0.5 where it is too clean.
    fn ratios(&self) -> Option<HeatMap> {
        self.level().filter(|level| *level >= LEAST_NOISE)?;
        let mut map = HeatMap::empty(self.cells.0, self.cells.1);
        for (cell, floor) in self.floor.iter().enumerate() {
            let around = self.surroundings(cell % self.cells.0, cell / self.cells.0);
            if let (Some(floor), Some(around)) = (floor, around) {
                map.values[cell] = (1.0 - floor / (2.0 * TOO_CLEAN * around)).clamp(0.0, 1.0);
            }
        }
        Some(map)
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::Block;
    use super::*;

    fn blocks(noise: f32, erased: f32) -> Blocks {
        let (columns, rows) = (96, 72);
        let block = |at: usize| {
            let inside = (40..56).contains(&(at % columns)) && (30..40).contains(&(at / columns));
            let fine = if inside { erased } else { noise } * (1.0 + (at * 7919 % 13) as f32 / 26.0);
            Block { mean: 150.0, fine, ..Block::default() }
        };
        Blocks { columns, rows, all: (0..columns * rows).map(block).collect() }
    }

    #[test]
    fn a_place_without_noise_stands_out_where_there_is_noise() {
        let cells = |noise, erased| {
            let map = Noise::of(&blocks(noise, erased)).ratios()?;
            Some(map.values.iter().filter(|value| **value > 0.5).count())
        };
        assert_eq!(cells(2.0, 2.0), Some(0));
        let seen = cells(2.0, 0.1).expect("noisy");
        assert!((30..=48).contains(&seen), "8 x 5 cells: {seen}");
        assert_eq!(cells(0.2, 0.0), None, "without noise of its own nothing stands out");
    }
}
