//! Surfaces into samples: each sample of the picture learns which surface it sees, where, and how that surface lies.

use super::vector::{V3, cross, sub, unit};

/// A surface as a grid of points.
pub(crate) struct Patch {
    pub(crate) columns: usize,
    pub(crate) points: Vec<V3>,
    /// Where each point lies on the surface's own map.
    pub(crate) map: Vec<[f32; 2]>,
    pub(crate) part: u8,
}

impl Patch {
    /// Samples `surface` over `u` × `v`; `place` moves the point into the world.
    pub(crate) fn new(
        part: u8,
        u: (f32, f32, usize),
        v: (f32, f32, usize),
        surface: &dyn Fn(f32, f32) -> (V3, [f32; 2]),
    ) -> Self {
        let mut points = Vec::with_capacity(u.2 * v.2);
        let mut map = Vec::with_capacity(u.2 * v.2);
        for row in 0..v.2 {
            let y = v.0 + (v.1 - v.0) * row as f32 / (v.2 - 1) as f32;
            for column in 0..u.2 {
                let x = u.0 + (u.1 - u.0) * column as f32 / (u.2 - 1) as f32;
                let (point, at) = surface(x, y);
                points.push(point);
                map.push(at);
            }
        }
        Self { columns: u.2, points, map, part }
    }

    /// The same surface moved.
    pub(crate) fn placed(mut self, place: &dyn Fn(V3) -> V3) -> Self {
        for point in &mut self.points {
            *point = place(*point);
        }
        self
    }

    fn rows(&self) -> usize {
        self.points.len() / self.columns
    }

    /// Outward normals, from the neighbours (u to the right and v upwards on the side that is seen).
    pub(crate) fn normals(&self) -> Vec<V3> {
        let (columns, rows) = (self.columns, self.rows());
        let at = |c: usize, r: usize| self.points[r * columns + c];
        let mut normals = Vec::with_capacity(self.points.len());
        for r in 0..rows {
            for c in 0..columns {
                let du = sub(at((c + 1).min(columns - 1), r), at(c.saturating_sub(1), r));
                let dv = sub(at(c, (r + 1).min(rows - 1)), at(c, r.saturating_sub(1)));
                normals.push(unit(cross(du, dv)));
            }
        }
        normals
    }
}

/// What one sample of the picture sees.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) depth: f32,
    pub(crate) part: u8,
    pub(crate) map: [f32; 2],
    pub(crate) normal: V3,
    pub(crate) point: V3,
}

/// Nothing: the background shows.
pub(crate) const NOTHING: u8 = 0;

/// The samples of a picture, row-major.
pub(crate) struct Samples {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) all: Vec<Sample>,
}

impl Samples {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        let none =
            Sample { depth: f32::NEG_INFINITY, part: NOTHING, map: [0.0; 2], normal: [0.0, 0.0, 1.0], point: [0.0; 3] };
        Self { width, height, all: vec![none; width * height] }
    }

    /// Draws a patch: `project` gives sample column, row and nearness; `keep` says where on its map the surface exists.
    pub(crate) fn draw(&mut self, patch: &Patch, project: &dyn Fn(V3) -> V3, keep: &dyn Fn([f32; 2]) -> bool) {
        let normals = patch.normals();
        let seen: Vec<V3> = patch.points.iter().map(|&p| project(p)).collect();
        let c = patch.columns;
        for r in 0..patch.points.len() / c - 1 {
            for k in 0..c - 1 {
                let i = r * c + k;
                for triangle in [[i, i + 1, i + c + 1], [i, i + c + 1, i + c]] {
                    self.triangle(patch, &normals, &seen, triangle, keep);
                }
            }
        }
    }

    fn triangle(
        &mut self,
        patch: &Patch,
        normals: &[V3],
        seen: &[V3],
        corner: [usize; 3],
        keep: &dyn Fn([f32; 2]) -> bool,
    ) {
        let [a, b, c] = corner.map(|i| seen[i]);
        let area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if area.abs() < 1e-9 {
            return;
        }
        let low = |i: usize| a[i].min(b[i]).min(c[i]).ceil().max(0.0) as usize;
        let high = |i: usize, end: usize| (a[i].max(b[i]).max(c[i]).floor() + 1.0).clamp(0.0, end as f32) as usize;
        for row in low(1)..high(1, self.height) {
            for column in low(0)..high(0, self.width) {
                let (px, py) = (column as f32, row as f32);
                let wb = ((px - a[0]) * (c[1] - a[1]) - (py - a[1]) * (c[0] - a[0])) / area;
                let wc = ((b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0])) / area;
                let w = [1.0 - wb - wc, wb, wc];
                if w.iter().any(|&w| w < -1e-4) {
                    continue;
                }
                let depth = w[0] * a[2] + w[1] * b[2] + w[2] * c[2];
                let sample = &mut self.all[row * self.width + column];
                if depth <= sample.depth {
                    continue;
                }
                let mix2 = |i: usize| (0..3).map(|k| w[k] * patch.map[corner[k]][i]).sum::<f32>();
                let map = [mix2(0), mix2(1)];
                if !keep(map) {
                    continue;
                }
                let mix3 = |of: &[V3]| [0, 1, 2].map(|i| (0..3).map(|k| w[k] * of[corner[k]][i]).sum::<f32>());
                *sample =
                    Sample { depth, part: patch.part, map, normal: unit(mix3(normals)), point: mix3(&patch.points) };
            }
        }
    }
}
