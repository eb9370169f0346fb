//! Brightness of one frame, and a small copy of it.

use countersign_media::RgbImage;

/// Columns and rows of the small copy.
pub(super) const SMALL: (usize, usize) = (40, 30);

/// Luma (BT.601), 0–255.
pub(super) struct Grey {
    pub width: usize,
    pub height: usize,
    pub values: Vec<u8>,
    /// Means of [`SMALL`] cells, row by row.
    pub small: Vec<f32>,
}

impl Grey {
    pub(super) fn of(image: &RgbImage) -> Self {
        let luma = |p: &[u8; 3]| ((77 * u32::from(p[0]) + 150 * u32::from(p[1]) + 29 * u32::from(p[2])) >> 8) as u8;
        let values: Vec<u8> = image.pixels.as_chunks::<3>().0.iter().map(luma).collect();
        let (width, height) = (image.width as usize, image.height as usize);
        let small = shrunk(&values, width, height);
        Self { width, height, values, small }
    }

    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        f32::from(self.values[y * self.width + x])
    }

    /// Between pixels; the border is held.
    pub(super) fn between(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (x.clamp(0.0, (self.width - 1) as f32), y.clamp(0.0, (self.height - 1) as f32));
        let (left, top) = (x as usize, y as usize);
        let (right, low) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (fx, fy) = (x - left as f32, y - top as f32);
        let upper = self.at(left, top) + (self.at(right, top) - self.at(left, top)) * fx;
        let lower = self.at(left, low) + (self.at(right, low) - self.at(left, low)) * fx;
        upper + (lower - upper) * fy
    }

    /// Mean difference of the small copies, 8-bit steps.
    pub(super) fn apart(&self, other: &Self) -> f32 {
        let sum: f32 = self.small.iter().zip(&other.small).map(|(a, b)| (a - b).abs()).sum();
        sum / self.small.len().max(1) as f32
    }
}

fn shrunk(values: &[u8], width: usize, height: usize) -> Vec<f32> {
    let edge = |at: usize, of: usize, cells: usize| at * of / cells;
    let mut small = Vec::with_capacity(SMALL.0 * SMALL.1);
    for row in 0..SMALL.1 {
        let (top, low) = (edge(row, height, SMALL.1), edge(row + 1, height, SMALL.1));
        for column in 0..SMALL.0 {
            let (left, right) = (edge(column, width, SMALL.0), edge(column + 1, width, SMALL.0));
            let (mut sum, mut count) = (0_u32, 0_u32);
            for y in top..low.max(top + 1).min(height) {
                for value in &values[y * width + left..y * width + right.max(left + 1).min(width)] {
                    sum += u32::from(*value);
                    count += 1;
                }
            }
            small.push(sum as f32 / count.max(1) as f32);
        }
    }
    small
}
