//! A symbol's own coordinates inside a strip: modules from the start pattern's edge, and rows.

use super::super::super::picture::Gray;

use super::guards::{Guard, START, STOP};
use super::rows::{self, Rows};
use super::words::{MODULES, SAMPLES, Stretch, normalised};

/// Lines that are averaged for one row, over its middle part.
const LINES: usize = 5;
/// Share of a row's height that is averaged: its edges are mixed with its neighbours.
const MIDDLE: f32 = 0.6;

/// Where a symbol lies in its strip.
pub(super) struct Frame<'a> {
    strip: &'a Gray,
    start: Guard,
    stop: Guard,
    pub(super) columns: usize,
    /// Modules from edge to edge.
    modules: f32,
    /// Square root of the modules' width on the left over that on the right: 1 without perspective.
    lean: f32,
}

impl<'a> Frame<'a> {
    pub(super) fn new(strip: &'a Gray, start: Guard, stop: Guard, columns: usize) -> Self {
        let modules = START + STOP + (MODULES * (columns + 2)) as f32;
        Self { strip, start, stop, columns, modules, lean: (start.module / stop.module).sqrt() }
    }

    /// Mean width of a module, pixels.
    pub(super) fn module(&self) -> f32 {
        (self.stop.x - self.start.x) / self.modules
    }

    /// First and last line that may belong to the symbol.
    pub(super) fn reach(&self) -> (f32, f32) {
        let band = self.strip.height as f32 / 10.0;
        let first = self.start.rows.0.min(self.stop.rows.0) - band;
        let last = self.start.rows.1.max(self.stop.rows.1) + band;
        (first.max(0.0), last.min(self.strip.height as f32))
    }

    fn edge(&self, guard: &Guard, y: f32) -> f32 {
        guard.x + guard.slope * (y - self.strip.height as f32 / 2.0)
    }

    /// Share of the way from the left to the right edge at which a module lies.
    fn share(&self, module: f32) -> f32 {
        let t = module / self.modules;
        let near = t * self.lean;
        near / (near + 1.0 - t)
    }

    /// An indicator on one line, two samples a module, `shift` modules from where it should be.
    pub(super) fn indicator(&self, y: f32, right: bool, shift: f32) -> Option<Stretch> {
        let from = if right { START + (MODULES * (self.columns + 1)) as f32 } else { START };
        let from = from + shift;
        let (x0, x1) = (self.edge(&self.start, y), self.edge(&self.stop, y));
        let stretch = std::array::from_fn(|i| {
            let share = self.share(from + f32::midpoint(i as f32, 0.5));
            self.strip.sample(x0 + (x1 - x0) * share - 0.5, y - 0.5)
        });
        normalised(stretch)
    }

    /// A point of a row, `module` modules from the left edge; `row` may lie between rows.
    pub(super) fn point(&self, rows: &Rows, row: f32, module: f32) -> (f32, f32) {
        let (left, right) = (rows::at(&rows.left, row), rows::at(&rows.right, row));
        // The rows were measured in the middle of the indicators.
        let (a, b) = (self.share(25.5), self.share(self.modules - 26.5));
        let share = self.share(module);
        let y = left + (right - left) * (share - a) / (b - a);
        let (x0, x1) = (self.edge(&self.start, y), self.edge(&self.stop, y));
        (x0 + (x1 - x0) * share, y)
    }

    /// A codeword's stretch: `column` 0 is the left indicator; `shift` in modules.
    pub(super) fn stretch(&self, rows: &Rows, row: usize, column: usize, shift: f32) -> Option<Stretch> {
        let from = START + (MODULES * column) as f32 + shift;
        let mut sums = [0f32; SAMPLES];
        for line in 0..LINES {
            let off = MIDDLE * ((line as f32 + 0.5) / LINES as f32 - 0.5);
            // Across 17 modules a straight line is exact enough.
            let (a, b) = (self.point(rows, row as f32 + off, from), self.point(rows, row as f32 + off, from + 17.0));
            for (i, sum) in sums.iter_mut().enumerate() {
                let t = (i as f32 + 0.5) / SAMPLES as f32;
                *sum += self.strip.sample(a.0 + (b.0 - a.0) * t - 0.5, a.1 + (b.1 - a.1) * t - 0.5);
            }
        }
        normalised(sums)
    }

    /// The symbol's corners in the strip: top left, top right, bottom right, bottom left.
    pub(super) fn corners(&self, rows: &Rows) -> [(f32, f32); 4] {
        let last = rows.count as f32 - 0.5;
        [(-0.5, 0.0), (-0.5, self.modules), (last, self.modules), (last, 0.0)]
            .map(|(row, module)| self.point(rows, row, module))
    }
}
