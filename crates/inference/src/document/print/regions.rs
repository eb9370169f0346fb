//! From the detector's map of line cores to boxes: connected parts, the smallest rectangle around each, grown back to the
//! line's full height.

use std::collections::BTreeMap;

use super::LineBox;

/// A pixel belongs to a core from here (the package's own value).
const CORE: f32 = 0.3;
/// Mean of the map within a rectangle that is a line (the package's own value).
const LEAST_SCORE: f32 = 0.5;
/// Cores lower than this, in pixels of the map, are specks (the package's own value).
const LEAST_SIDE: f32 = 3.0;
/// Cores are lines shrunk by area × ratio / perimeter; 1.6 is the package's own value for growing them back.
const GROW: f32 = 1.6;
/// Most lines of one picture. A page of dense print has 150.
const MOST: usize = 400;

/// The lines of a map of `width` × `height` values in 0–1, in pixels of the map.
pub(super) fn lines(map: &[f32], width: usize, height: usize) -> Vec<LineBox> {
    // Cores are widened by one pixel to the right and below, as the package does: letters set wide apart then hold together.
    let at = |x: usize, y: usize| map[y * width + x] > CORE;
    let wide = |x: usize, y: usize| (x.saturating_sub(1)..=x).any(|x| (y.saturating_sub(1)..=y).any(|y| at(x, y)));
    let mut open: Vec<bool> = (0..map.len()).map(|i| wide(i % width, i / width)).collect();
    let mut out = Vec::new();
    for start in 0..map.len() {
        if open[start] && out.len() < MOST {
            let part = part(&mut open, width, height, start);
            out.extend(line(map, width, height, &part));
        }
    }
    out
}

type Point = (f32, f32);

/// Corners of the pixels that bound one connected part (eight neighbours), two a row and side. Takes its pixels out of
/// `open`.
fn part(open: &mut [bool], width: usize, height: usize, start: usize) -> Vec<Point> {
    let mut rows: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut next = vec![start];
    open[start] = false;
    while let Some(at) = next.pop() {
        let (x, y) = (at % width, at / width);
        let row = rows.entry(y).or_insert((x, x));
        *row = (row.0.min(x), row.1.max(x));
        for ny in y.saturating_sub(1)..=(y + 1).min(height - 1) {
            for nx in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                if std::mem::take(&mut open[ny * width + nx]) {
                    next.push(ny * width + nx);
                }
            }
        }
    }
    let corners = |(y, (from, to)): (usize, (usize, usize))| {
        let (top, bottom, left, right) = (y as f32, y as f32 + 1.0, from as f32, to as f32 + 1.0);
        [(left, top), (right, top), (left, bottom), (right, bottom)]
    };
    rows.into_iter().flat_map(corners).collect()
}

fn line(map: &[f32], width: usize, height: usize, part: &[Point]) -> Option<LineBox> {
    let hull = hull(part);
    let rectangle = smallest(&hull)?;
    let (long, short) = (rectangle.size.0.max(rectangle.size.1), rectangle.size.0.min(rectangle.size.1));
    if short < LEAST_SIDE {
        return None;
    }
    let score = score(map, width, height, &rectangle);
    let grow = long * short * GROW / (2.0 * (long + short));
    (score >= LEAST_SCORE).then(|| LineBox { corners: rectangle.corners(grow), score })
}

/// Middle, unit vector of the first side, half the lengths of both sides.
struct Rectangle {
    middle: Point,
    along: Point,
    size: Point,
}

impl Rectangle {
    /// Corners of the rectangle grown by `by` on every side, from the one at which an upright reader begins.
    fn corners(&self, by: f32) -> [Point; 4] {
        // The side that lies more flat is the reading direction; it points to the right.
        let (mut u, (mut a, mut b)) = (self.along, self.size);
        if u.1.abs() > u.0.abs() {
            (u, a, b) = ((-u.1, u.0), b, a);
        }
        if u.0 < 0.0 {
            u = (-u.0, -u.1);
        }
        let v = (-u.1, u.0);
        let (a, b) = (a / 2.0 + by, b / 2.0 + by);
        [(-a, -b), (a, -b), (a, b), (-a, b)]
            .map(|(s, t)| (self.middle.0 + u.0 * s + v.0 * t, self.middle.1 + u.1 * s + v.1 * t))
    }
}

/// Convex hull, Andrew's chain.
fn hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    sorted.dedup();
    let cross = |o: Point, a: Point, b: Point| (a.0 - o.0) * (b.1 - o.1) - (a.1 - o.1) * (b.0 - o.0);
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut out: Vec<Point> = Vec::new();
        for p in points {
            while out.len() >= 2 && cross(out[out.len() - 2], out[out.len() - 1], p) <= 0.0 {
                out.pop();
            }
            out.push(p);
        }
        out.pop();
        out
    };
    let mut out = chain(&mut sorted.iter().copied());
    out.extend(chain(&mut sorted.iter().rev().copied()));
    out
}

/// The rectangle of least area around a hull: one of its sides lies on a side of the hull.
fn smallest(hull: &[Point]) -> Option<Rectangle> {
    let mut best: Option<(f32, Rectangle)> = None;
    for i in 0..hull.len() {
        let (p, q) = (hull[i], hull[(i + 1) % hull.len()]);
        let length = (q.0 - p.0).hypot(q.1 - p.1);
        if length < 1e-3 {
            continue;
        }
        let u = ((q.0 - p.0) / length, (q.1 - p.1) / length);
        let span = |axis: Point| {
            let places = hull.iter().map(|h| h.0 * axis.0 + h.1 * axis.1);
            places.fold((f32::MAX, f32::MIN), |(low, high), at| (low.min(at), high.max(at)))
        };
        let v = (-u.1, u.0);
        let (s, t) = (span(u), span(v));
        let size = (s.1 - s.0, t.1 - t.0);
        if best.as_ref().is_none_or(|(area, _)| size.0 * size.1 < *area) {
            let (a, b) = (f32::midpoint(s.0, s.1), f32::midpoint(t.0, t.1));
            let middle = (u.0 * a + v.0 * b, u.1 * a + v.1 * b);
            best = Some((size.0 * size.1, Rectangle { middle, along: u, size }));
        }
    }
    best.map(|(_, rectangle)| rectangle)
}

/// Mean of the map within the rectangle.
fn score(map: &[f32], width: usize, height: usize, rectangle: &Rectangle) -> f32 {
    let (u, (a, b)) = (rectangle.along, rectangle.size);
    let reach = a.hypot(b) / 2.0;
    let range = |middle: f32, limit: usize| {
        let low = (middle - reach).floor().max(0.0) as usize;
        low..((middle + reach).ceil().max(0.0) as usize).min(limit)
    };
    let (mut sum, mut count) = (0.0, 0u32);
    for y in range(rectangle.middle.1, height) {
        for x in range(rectangle.middle.0, width) {
            let (dx, dy) = (x as f32 + 0.5 - rectangle.middle.0, y as f32 + 0.5 - rectangle.middle.1);
            if (dx * u.0 + dy * u.1).abs() <= a / 2.0 && (dy * u.0 - dx * u.1).abs() <= b / 2.0 {
                sum += map[y * width + x];
                count += 1;
            }
        }
    }
    sum / count.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar of ones about a middle.
    fn bar(map: &mut [f32], width: usize, middle: Point, length: f32, across: f32, degrees: f32) {
        let (sin, cos) = degrees.to_radians().sin_cos();
        for (i, value) in map.iter_mut().enumerate() {
            let (dx, dy) = ((i % width) as f32 + 0.5 - middle.0, (i / width) as f32 + 0.5 - middle.1);
            if (dx * cos + dy * sin).abs() <= length / 2.0 && (dy * cos - dx * sin).abs() <= across / 2.0 {
                *value = 0.9;
            }
        }
    }

    #[test]
    fn a_bar_is_found_grown_and_called_from_its_top_left() {
        for degrees in [0.0f32, 8.0, -20.0] {
            let mut map = vec![0.0; 200 * 120];
            bar(&mut map, 200, (100.0, 60.0), 90.0, 10.0, degrees);
            let found = lines(&map, 200, 120);
            assert_eq!(found.len(), 1);
            let (sin, cos) = degrees.to_radians().sin_cos();
            // 90 × 10: grown by 7.2 a side.
            let corner = (100.0 - 52.2 * cos + 12.2 * sin, 60.0 - 52.2 * sin - 12.2 * cos);
            let off = (found[0].corners[0].0 - corner.0).hypot(found[0].corners[0].1 - corner.1);
            // Widening the core adds a pixel to the right and below, and steps of a slanted edge another.
            assert!(off < 3.5, "{degrees}°: off by {off}");
            // 10 across becomes up to 13 by both, and then grows by 9 a side instead of 7.
            let (length, height) = (found[0].length(), found[0].height());
            assert!(
                (104.0..112.0).contains(&length) && (24.0..32.0).contains(&height),
                "{degrees}°: {length} × {height}"
            );
        }
    }

    #[test]
    fn two_bars_are_two_lines_and_specks_and_faint_parts_none() {
        let mut map = vec![0.0; 100 * 60];
        bar(&mut map, 100, (30.0, 15.0), 40.0, 6.0, 0.0);
        bar(&mut map, 100, (50.0, 40.0), 60.0, 6.0, 0.0);
        bar(&mut map, 100, (80.0, 10.0), 2.0, 2.0, 0.0);
        assert_eq!(lines(&map, 100, 60).len(), 2);
        for value in &mut map {
            *value *= 0.5;
        }
        assert!(lines(&map, 100, 60).is_empty(), "above the core's limit, below the score's");
        assert!(lines(&[0.0; 4], 2, 2).is_empty());
    }
}
