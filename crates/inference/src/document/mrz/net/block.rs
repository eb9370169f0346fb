//! From one line that reads as a zone's to the whole zone: its neighbours, how many lines, how many cells, which of them.

use jiff::civil::Date;

use super::super::decode::decode;
use super::super::reader::{Cell, MrzRead, ReadError};
use super::axis::Axis;
use super::comb::{Comb, STRIDE, best, is_filler};
use super::{LineRead, Look, PROMISING};

/// Probability a cell needs to speak for its place rather than against it.
const FAIR: f32 = 0.5;
/// Line distance in pitches: ICAO's six lines an inch is 1.67; passports and foreshortened photographs vary.
const SPACING: (f32, f32) = (1.2, 3.6);
/// Line distances tried in pitches where no candidate lies.
const TRIED: [f32; 6] = [1.55, 1.75, 1.95, 2.2, 1.4, 2.5];
/// Cells beyond the letters of a line that may still belong to it.
const BEYOND: i32 = 10;
/// Shapes: lines and cells.
const SHAPES: [(usize, i32); 3] = [(3, 30), (2, 36), (2, 44)];
/// Readings whose check digits are tried, best first.
const TRIALS: usize = 6;
/// Mean probability of a zone's cells from which it is reported at all.
const LEAST: f32 = 0.55;
/// Mean probability of a zone's cells, less what letters beside them say, from which the search ends without agreeing check digits.
const CLEAR: f32 = 0.93;
/// Confidence from which agreeing check digits end the search: below, they may agree by chance.
const SURE: f32 = 0.3;
/// Fillers every zone has at least; print in a zone's face has none.
const FILLERS: usize = 2;

/// A zone as read.
pub struct Block {
    /// For the decoder.
    pub read: MrzRead,
    /// Whether its check digits agree.
    pub valid: bool,
    /// Sum over the cells of the best probability less [`FAIR`].
    pub gain: f32,
    /// Whether nearly every cell is sure: no other line of the picture can be read better, whatever its check digits say.
    pub clear: bool,
}

/// A line with its comb, cell 0 of which is cell 0 of the seed.
struct Row {
    read: LineRead,
    comb: Comb,
    /// Added to a shared cell number to get the comb's own.
    shift: i32,
}

impl Row {
    fn cell(&self, i: i32) -> Cell {
        self.read.scores.cell(&self.comb, i + self.shift)
    }

    /// The picture's point at a (fractional) shared cell number, `across` capital heights below the middle.
    fn point(&self, i: f32, across: f32) -> (f32, f32) {
        let column = (self.comb.place(i + self.shift as f32) + 0.5) * STRIDE;
        self.read.axis.point(self.read.strip.place(column), across * self.read.axis.capital)
    }

    /// The shared cell number at a point, fractional.
    fn index(&self, point: (f32, f32)) -> f32 {
        let column = self.read.strip.column(self.read.axis.along(point).0);
        self.comb.index(column / STRIDE - 0.5) - self.shift as f32
    }

    /// Pixels a cell, in the picture.
    fn pitch(&self) -> f32 {
        let (a, b) = (self.point(-2.0, 0.0), self.point(2.0, 0.0));
        (a.0 - b.0).hypot(a.1 - b.1) / 4.0
    }
}

/// The zone that holds a line; `None` when it holds none.
pub fn around(look: &Look<'_>, axis: &Axis) -> Result<Option<Block>, ReadError> {
    let Some(seed) = whole(look, axis, None)? else { return Ok(None) };
    let mut rows = vec![seed];
    // Where a candidate lies first, both ways; then wherever one could be.
    for guess in [false, true] {
        for down in [1.0, -1.0] {
            while rows.len() < wanted(&rows) {
                let from = if down < 0.0 { &rows[0] } else { &rows[rows.len() - 1] };
                let Some(next) = neighbour(look, from, down, guess)? else { break };
                rows.insert(if down < 0.0 { 0 } else { rows.len() }, next);
            }
        }
    }
    even(&mut rows);
    Ok(choose(&rows, look))
}

/// Lines a zone of this width has: more than 32 cells stand on two lines only.
fn wanted(rows: &[Row]) -> usize {
    if rows.iter().any(|row| row.comb.reach > 32 && row.comb.astray < 0.2) { 2 } else { 3 }
}

/// Rows of a zone share their cells' places: a row with few sure letters takes them from the row with the most, and keeps only its
/// own phase, a small one.
fn even(rows: &mut [Row]) {
    let Some(model) = (0..rows.len()).max_by_key(|i| rows[*i].comb.letters) else { return };
    for i in 0..rows.len() {
        if 10 * rows[i].comb.letters > 9 * rows[model].comb.letters {
            continue;
        }
        let places: Vec<(f32, f32)> = (-24..=24)
            .map(|cell| {
                let column = rows[i].read.strip.column(rows[i].read.axis.along(rows[model].point(cell as f32, 0.0)).0);
                (cell as f32, column / STRIDE - 0.5)
            })
            .collect();
        if let Some(comb) = rows[i].comb.like(&places, &rows[i].read.letters) {
            rows[i].comb = comb;
            rows[i].shift = 0;
        }
    }
}

/// Reads a line far beyond its print both ways and lays a comb on it. With `like`, cells are numbered as that row's.
fn whole(look: &Look<'_>, axis: &Axis, like: Option<&Row>) -> Result<Option<Row>, ReadError> {
    let spare = f32::from(BEYOND as i16) * 1.05 * axis.capital;
    let picture = look.pyramid.full();
    let (from, to) = axis.within((axis.span.0 - spare, axis.span.1 + spare), picture.width, picture.height);
    let read = look.line(axis, from, to)?;
    let Some(comb) = Comb::fit(&read.letters) else { return Ok(None) };
    if comb.letters < 12 || comb.astray > 0.45 {
        return Ok(None);
    }
    let mut row = Row { read, comb, shift: 0 };
    if let Some(like) = like {
        let mut shifts: Vec<f32> = (-12..=12).map(|i| row.index(like.point(i as f32, 0.0)) - i as f32).collect();
        shifts.sort_by(f32::total_cmp);
        row.shift = shifts[shifts.len() / 2].round() as i32;
    }
    Ok(Some(row))
}

/// The next line up (−1) or down (1): a candidate that lies there, or with `guess` wherever one reads.
fn neighbour(look: &Look<'_>, from: &Row, down: f32, guess: bool) -> Result<Option<Row>, ReadError> {
    let (axis, pitch) = (&from.read.axis, from.pitch());
    let mut tried: Vec<Axis> = Vec::new();
    let mut near: Vec<(f32, Axis)> = Vec::new();
    if guess {
        tried.extend(TRIED.map(|spacing| axis.moved(down * spacing * pitch)));
    } else {
        for candidate in look.candidates {
            let (_, t) = axis.along(candidate.point(f32::midpoint(candidate.span.0, candidate.span.1), 0.0));
            let turn = (candidate.angle - axis.angle).rem_euclid(std::f32::consts::TAU);
            let oriented = if turn.cos() > 0.0 { *candidate } else { candidate.reversed() };
            let parallel = (oriented.angle - axis.angle).sin().abs() < 0.08;
            if parallel && (SPACING.0..SPACING.1).contains(&(t * down / pitch)) {
                near.push((t.abs(), Axis { capital: axis.capital, ..oriented }));
            }
        }
    }
    // The nearest first: the line after the next reads as well.
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    tried.extend(near.into_iter().map(|(_, axis)| axis));
    let mut best: Option<(f32, Axis)> = None;
    for line in tried {
        let score = look.probe(&line)?;
        if best.as_ref().is_none_or(|b| score > b.0) {
            best = Some((score, line));
        }
        if score > 0.9 {
            break;
        }
    }
    let Some(best) = best.filter(|b| b.0 >= 0.5 * PROMISING) else { return Ok(None) };
    let (score, line) = look.adjusted(best)?;
    if score < 0.8 * PROMISING { Ok(None) } else { whole(look, &line, Some(from)) }
}

/// What letters beside the chosen cells speak against the choice: a passport's zone cut short would pass for a visa's, which has
/// fewer check digits.
fn left_out(gains: &[Vec<f32>], from: usize, width: usize) -> f32 {
    let beside = |line: &Vec<f32>| {
        let (left, right) =
            (&line[from.saturating_sub(12)..from], &line[from + width..(from + width + 12).min(line.len())]);
        left.iter().chain(right).map(|gain| gain.max(0.0)).sum::<f32>()
    };
    gains.iter().map(beside).sum()
}

/// The lines and cells with the largest gain, preferring those whose check digits agree.
fn choose(rows: &[Row], look: &Look<'_>) -> Option<Block> {
    let (low, high) = (-60, 60);
    let cells: Vec<Vec<Cell>> = rows.iter().map(|row| (low..high).map(|i| row.cell(i)).collect()).collect();
    let gains: Vec<Vec<f32>> = cells.iter().map(|line| line.iter().map(|cell| best(cell) - FAIR).collect()).collect();
    let mut options: Vec<(f32, usize, usize, usize, usize)> = Vec::new();
    for (count, width) in SHAPES {
        let width = width as usize;
        for first in 0..(rows.len() + 1).saturating_sub(count) {
            for from in 0..=(high - low) as usize - width {
                let within = gains[first..first + count].iter().flat_map(|g| &g[from..from + width]);
                let gain = within.sum::<f32>() - left_out(&gains[first..first + count], from, width);
                options.push((gain, first, count, from, width));
            }
        }
    }
    options.sort_by(|a, b| b.0.total_cmp(&a.0));
    options.truncate(TRIALS);
    // Any day will do: it only decides centuries.
    let day = Date::constant(2026, 1, 1);
    let mut blocks = options.iter().filter_map(|&(gain, first, count, from, width)| {
        let area = (count * width) as f32;
        let chosen: Vec<Vec<Cell>> =
            cells[first..first + count].iter().map(|l| l[from..from + width].to_vec()).collect();
        let fillers = chosen.iter().flatten().filter(|c| is_filler(c) && best(c) > FAIR).count();
        if gain < (LEAST - FAIR) * area || fillers < FILLERS {
            return None;
        }
        let left = from as f32 + low as f32 - 0.5;
        let right = left + width as f32;
        let (top, bottom) = (&rows[first], &rows[first + count - 1]);
        let corners =
            [top.point(left, -0.5), top.point(right, -0.5), bottom.point(right, 0.5), bottom.point(left, 0.5)];
        let read =
            MrzRead { cells: chosen, turns: look.turns(&top.read.axis), corners: corners.map(|p| look.given(p)) };
        let decoded = decode(&read, day).filter(|d| d.mrz.confidence >= SURE);
        let clear = decoded.is_some() && gain >= (CLEAR - FAIR) * area;
        Some(Block { valid: decoded.is_some_and(|d| d.mrz.valid), read, gain, clear })
    });
    let first = blocks.next()?;
    if first.valid { Some(first) } else { blocks.find(|b| b.valid && b.gain > 0.95 * first.gain).or(Some(first)) }
}
