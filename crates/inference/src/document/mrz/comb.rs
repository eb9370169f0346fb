//! A line of the zone as a comb of equal cells laid on the picture, and its fit to the pixels.

use super::super::picture::Gray;
use super::templates::{CELL_H, CELL_W, Templates};

/// Where the cells of one line lie. The middle of cell `i` is at `t = i - middle` pitches along a nearly straight axis.
#[derive(Clone, Copy, Debug)]
pub struct Comb {
    /// The axis' zero point, pixels.
    pub at: (f32, f32),
    /// Direction of reading, radians clockwise from rightward.
    pub angle: f32,
    /// Pixels from cell to cell.
    pub pitch: f32,
    /// Cell height over its nominal 1.3 pitches.
    pub tall: f32,
    /// Sideways lean of the characters, pitches per cell height.
    pub lean: f32,
    /// Curvature across and along the axis, pitches per (10 cells)²: bent pages and perspective.
    pub bend: (f32, f32),
    /// Index of the cell that lies at the zero point.
    pub middle: f32,
}

impl Comb {
    /// Unit vectors along and across (downward) the line.
    pub fn axes(&self) -> ((f32, f32), (f32, f32)) {
        let (sin, cos) = self.angle.sin_cos();
        ((cos, sin), (-sin, cos))
    }

    /// Moved by so many pitches along and across.
    pub fn moved(mut self, along: f32, across: f32) -> Self {
        let (u, n) = self.axes();
        self.at.0 += (u.0 * along + n.0 * across) * self.pitch;
        self.at.1 += (u.1 * along + n.1 * across) * self.pitch;
        self
    }

    /// A point of the picture: `cell` may be any number (fractions too), `down` in cell heights from the middle.
    pub fn point(&self, cell: f32, down: f32) -> (f32, f32) {
        let t = cell - self.middle;
        let square = t * t / 100.0;
        let down = down * 1.3 * self.tall;
        let along = t + self.bend.1 * square + self.lean * down;
        let across = self.bend.0 * square + down;
        let moved = self.moved(along, across);
        moved.at
    }

    /// The pixels of a cell, `CELL_W × CELL_H` samples.
    pub fn cell(&self, picture: &Gray, cell: f32) -> [f32; CELL_W * CELL_H] {
        let origin = self.point(cell - 0.5, -0.5);
        let right = self.point(cell + 0.5, -0.5);
        let below = self.point(cell - 0.5, 0.5);
        std::array::from_fn(|p| {
            let fx = ((p % CELL_W) as f32 + 0.5) / CELL_W as f32;
            let fy = ((p / CELL_W) as f32 + 0.5) / CELL_H as f32;
            picture.sample(
                origin.0 + (right.0 - origin.0) * fx + (below.0 - origin.0) * fy,
                origin.1 + (right.1 - origin.1) * fx + (below.1 - origin.1) * fy,
            )
        })
    }

    /// Best correlation of each cell of a range of indices.
    pub fn fits(&self, picture: &Gray, templates: &Templates, cells: std::ops::Range<i32>, blur: usize) -> Vec<f32> {
        cells
            .map(|i| templates.correlate(&self.cell(picture, i as f32), blur).into_iter().fold(0.0, f32::max))
            .collect()
    }

    /// Mean of [`Self::fits`].
    pub fn fit(&self, picture: &Gray, templates: &Templates, cells: std::ops::Range<i32>, blur: usize) -> f32 {
        let n = cells.len().max(1) as f32;
        self.fits(picture, templates, cells, blur).iter().sum::<f32>() / n
    }

    /// Climbs to the best nearby comb for cells `0..n`; gives it with its fit. `rounds` halvings of the step.
    pub fn refined(self, picture: &Gray, templates: &Templates, n: i32, blur: usize, rounds: u32) -> (Self, f32) {
        let centred = self.centred(n);
        let (mut best, mut fit) = (centred, centred.fit(picture, templates, 0..n, blur));
        for round in 0..rounds {
            let step = 0.5f32.powi(round as i32);
            for knob in 0..8 {
                for sign in [1.0, -1.0] {
                    let tried = best.nudged(knob, sign * step);
                    let reached = tried.fit(picture, templates, 0..n, blur);
                    if reached > fit {
                        (best, fit) = (tried, reached);
                        break;
                    }
                }
            }
        }
        (best, fit)
    }

    /// The same comb with its zero point at the middle of cells `0..n`, where the knobs disturb each other least.
    fn centred(mut self, n: i32) -> Self {
        let middle = (n - 1) as f32 / 2.0;
        let t = middle - self.middle;
        self.at = self.point(middle, 0.0);
        // Slope and pitch at the new zero point; the curvatures stay.
        self.angle += (self.bend.0 * t / 50.0).atan();
        self.pitch *= 1.0 + self.bend.1 * t / 50.0;
        self.middle = middle;
        self
    }

    fn nudged(self, knob: usize, by: f32) -> Self {
        let mut next = self;
        match knob {
            0 => return self.moved(0.0, 0.12 * by),
            1 => return self.moved(0.12 * by, 0.0),
            2 => next.pitch *= 1.0 + 0.006 * by,
            3 => next.angle += 0.008 * by,
            4 => next.tall *= 1.0 + 0.1 * by,
            5 => next.lean += 0.08 * by,
            6 => next.bend.0 += 0.04 * by,
            _ => next.bend.1 += 0.04 * by,
        }
        next
    }
}
