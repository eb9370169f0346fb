//! Small maps that lie over a photograph: where something was measured, and how strongly.

/// A grid over the whole photograph as shown, upright; cell (0, 0) is the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// Cells across, ≥ 1.
    pub columns: usize,
    /// Cells down, ≥ 1.
    pub rows: usize,
    /// Strength by cell, row by row, each 0 (nothing) to 1; `columns * rows` of them.
    pub values: Vec<f32>,
}

/// A value with the place it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapped {
    /// The raw value; its unit is said where it is measured.
    pub value: f32,
    /// Where.
    pub map: HeatMap,
}

impl HeatMap {
    /// All zero.
    pub fn empty(columns: usize, rows: usize) -> Self {
        let (columns, rows) = (columns.max(1), rows.max(1));
        Self { columns, rows, values: vec![0.0; columns * rows] }
    }

    /// A map over the picture as it is stored, turned as EXIF orientation 1–8 turns the picture.
    #[must_use]
    pub fn upright(&self, orientation: u8) -> Self {
        let turns = orientation >= 5;
        let (columns, rows) = if turns { (self.rows, self.columns) } else { (self.columns, self.rows) };
        let mut out = Self::empty(columns, rows);
        for y in 0..self.rows {
            for x in 0..self.columns {
                let (to_x, to_y) = shown(orientation, (x, y), (self.columns, self.rows));
                out.values[to_y * columns + to_x] = self.values[y * self.columns + x];
            }
        }
        out
    }
}

/// Where the stored place `at` of a picture of `size` is shown.
pub(super) fn shown(orientation: u8, at: (usize, usize), size: (usize, usize)) -> (usize, usize) {
    let ((x, y), (right, low)) = (at, (size.0 - 1, size.1 - 1));
    match orientation {
        2 => (right - x, y),
        3 => (right - x, low - y),
        4 => (x, low - y),
        5 => (y, x),
        6 => (low - y, x),
        7 => (low - y, right - x),
        8 => (y, right - x),
        _ => (x, y),
    }
}

/// The largest group of marked cells that touch by their sides: its size and its members.
pub(super) fn largest_group(marked: &[bool], columns: usize) -> Vec<usize> {
    let mut seen = vec![false; marked.len()];
    let mut largest = Vec::new();
    for start in 0..marked.len() {
        if !marked[start] || seen[start] {
            continue;
        }
        seen[start] = true;
        let mut group = vec![start];
        let mut next = 0;
        while let Some(&cell) = group.get(next) {
            next += 1;
            let column = cell % columns;
            let left = (column > 0).then(|| cell - 1);
            let right = (column + 1 < columns).then_some(cell + 1);
            for beside in [left, right, cell.checked_sub(columns), Some(cell + columns)].into_iter().flatten() {
                if beside < marked.len() && marked[beside] && !seen[beside] {
                    seen[beside] = true;
                    group.push(beside);
                }
            }
        }
        if group.len() > largest.len() {
            largest = group;
        }
    }
    largest
}

/// The share `at` (0–1) of the values from the lowest; 0 when there are none.
pub(super) fn quantile(values: &mut [f32], at: f32) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    let place = ((values.len() - 1) as f32 * at.clamp(0.0, 1.0)).round() as usize;
    *values.select_nth_unstable_by(place, f32::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_turns_as_the_picture_does() {
        let map = HeatMap { columns: 3, rows: 2, values: vec![1.0, 0.0, 0.0, 0.0, 0.0, 0.5] };
        let six = map.upright(6);
        assert_eq!((six.columns, six.rows), (2, 3));
        assert_eq!(six.values, [0.0, 1.0, 0.0, 0.0, 0.5, 0.0], "the stored top left is shown at the top right");
        assert_eq!(map.upright(3).upright(3), map);
        assert_eq!(map.upright(8).upright(6), map);
        assert_eq!(map.upright(5).upright(5), map);
    }

    #[test]
    fn groups_touch_by_sides_and_do_not_wrap() {
        let marked = [true, false, true, true, false, false, false, true, true].map(|m| m);
        assert_eq!(largest_group(&marked, 3).len(), 2, "neither corners nor the next row's start touch");
        assert!(largest_group(&[false; 4], 2).is_empty());
    }
}
