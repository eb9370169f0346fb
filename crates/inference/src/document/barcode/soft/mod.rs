//! A reader of our own for PDF417 symbols that are too soft, too small or too faint for edges to be seen one by one: every
//! codeword is compared as a whole with the 929 patterns it may be, and doubtful ones are given to the error correction as
//! erasures.

mod correct;
mod frame;
mod guards;
mod print;
mod rows;
mod words;

use super::super::picture::Gray;
use frame::Frame;
use guards::Pair;
use rows::{Missing, Rows, indicators};
use words::{Match, dictionary};

pub(super) use print::printed;

/// Pairs of guards that are tried.
const PAIRS: usize = 3;
/// Shifts that are tried for a codeword around where its neighbour lay, modules.
const SHIFTS: [f32; 5] = [-0.5, -0.25, 0.0, 0.25, 0.5];
/// Likeness from which on a codeword tells where it lies.
const SURE: f32 = 0.8;
/// Mean likeness of the corrected words to what was seen, over that of the best words: less is a chance code word.
const PLAUSIBLE: f32 = 0.7;

/// A symbol's words, corrected, and how they are laid out.
pub(super) struct Symbol {
    pub(super) words: Vec<u32>,
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) level: usize,
    /// Corners in the strip: top left, top right, bottom right, bottom left of the symbol.
    pub(super) corners: [(f32, f32); 4],
}

/// Reads the one symbol of a strip whose bars stand upright, either way up.
pub(super) fn read(strip: &Gray) -> Option<Symbol> {
    let turned = strip.turned(2);
    let mut pairs: Vec<(Pair, bool)> = guards::find(strip).into_iter().map(|pair| (pair, false)).collect();
    pairs.extend(guards::find(&turned).into_iter().map(|pair| (pair, true)));
    pairs.sort_by(|a, b| b.0.worth.total_cmp(&a.0.worth));
    for (pair, upside_down) in pairs.into_iter().take(PAIRS) {
        let view = if upside_down { &turned } else { strip };
        let Some(mut symbol) = paired(view, &pair) else { continue };
        if upside_down {
            symbol.corners = symbol.corners.map(|(x, y)| (strip.width as f32 - x, strip.height as f32 - y));
        }
        return Some(symbol);
    }
    None
}

/// The symbol between two guards; its indicators may correct the number of columns once.
fn paired(strip: &Gray, pair: &Pair) -> Option<Symbol> {
    match framed(&Frame::new(strip, pair.start, pair.stop, pair.columns)) {
        Ok(symbol) => Some(symbol),
        Err(Missing::Columns(said)) if said.abs_diff(pair.columns) <= 2 => {
            framed(&Frame::new(strip, pair.start, pair.stop, said)).ok()
        }
        Err(_) => None,
    }
}

fn framed(frame: &Frame<'_>) -> Result<Symbol, Missing> {
    let mut last = Missing::Nothing;
    // The softness is not known yet: a middling one finds the rows, else a high one.
    for level in [1, 3] {
        match rows::find(frame, dictionary(level)) {
            Ok(rows) => return decoded(frame, &rows).ok_or(Missing::Nothing),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn decoded(frame: &Frame<'_>, rows: &Rows) -> Option<Symbol> {
    let softness = softness(frame, rows);
    let shifts = shifts(frame, rows, softness);
    let dictionary = dictionary(softness);
    let mut cells: Vec<Match> = Vec::with_capacity(rows.count * frame.columns);
    for row in 0..rows.count {
        for (column, shift) in shifts.iter().enumerate().skip(1).take(frame.columns) {
            let stretch = frame.stretch(rows, row, column, shift(row));
            cells.push(stretch.map_or_else(Match::default, |s| dictionary.best(row % 3, &s)));
        }
    }
    let check = 2 << rows.level;
    let words = corrected(&cells, check)?;
    let seen: f32 = cells.iter().map(|cell| cell.likeness).sum();
    let meant: f32 = words
        .iter()
        .enumerate()
        .filter_map(|(i, word)| {
            let (row, column) = (i / frame.columns, i % frame.columns + 1);
            let stretch = frame.stretch(rows, row, column, shifts[column](row))?;
            Some(words::likeness(&stretch, dictionary.template(row % 3, *word as usize)))
        })
        .sum();
    let plausible = meant >= PLAUSIBLE * seen && words.first() == Some(&((cells.len() - check) as u32));
    plausible.then(|| Symbol {
        words,
        columns: frame.columns,
        rows: rows.count,
        level: rows.level,
        corners: frame.corners(rows),
    })
}

/// The softness at which the indicators, whose words are known, look most like themselves.
fn softness(frame: &Frame<'_>, rows: &Rows) -> usize {
    let mut sums = [0f32; words::SOFTNESS.len()];
    for row in 0..rows.count {
        let (left, right) = indicators(row, rows.count, rows.level, frame.columns);
        for (column, word) in [(0, left), (frame.columns + 1, right)] {
            let Some(stretch) = frame.stretch(rows, row, column, 0.0) else { continue };
            for (level, sum) in sums.iter_mut().enumerate() {
                *sum += words::likeness(&stretch, dictionary(level).template(row % 3, word));
            }
        }
    }
    (0..sums.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(1)
}

type Shift = Box<dyn Fn(usize) -> f32>;

/// How far each column lies from where a flat card would have it: a line over the rows, followed from both guards to the middle.
fn shifts(frame: &Frame<'_>, rows: &Rows, softness: usize) -> Vec<Shift> {
    let last = frame.columns + 1;
    let mut lines = vec![(0f32, 0f32); last + 1];
    let middle = last / 2;
    let mut known = (0.0, 0.0);
    for (column, line) in lines.iter_mut().enumerate().take(middle + 1).skip(1) {
        known = followed(frame, rows, softness, column, known);
        *line = known;
    }
    known = (0.0, 0.0);
    for column in (middle + 1..last).rev() {
        known = followed(frame, rows, softness, column, known);
        lines[column] = known;
    }
    let half = rows.count as f32 / 2.0;
    lines
        .into_iter()
        .map(|(shift, slope)| Box::new(move |row: usize| shift + slope * (row as f32 - half)) as Shift)
        .collect()
}

/// Shift in a column's middle and its change a row, from the words that are sure, beginning with the neighbour's.
fn followed(frame: &Frame<'_>, rows: &Rows, softness: usize, column: usize, (shift, slope): (f32, f32)) -> (f32, f32) {
    let half = rows.count as f32 / 2.0;
    let dictionary = dictionary(softness);
    let mut seen: Vec<(f32, f32)> = Vec::new();
    // Every second row tells enough and costs half.
    for row in (0..rows.count).step_by(1 + usize::from(rows.count > 16)) {
        let expected = shift + slope * (row as f32 - half);
        let best = SHIFTS
            .iter()
            .filter_map(|off| {
                let stretch = frame.stretch(rows, row, column, expected + off)?;
                Some((*off, dictionary.best(row % 3, &stretch).likeness))
            })
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((off, _)) = best.filter(|(_, likeness)| *likeness > SURE) {
            seen.push((row as f32 - half, expected + off));
        }
    }
    if seen.len() < 4 {
        return (shift, slope);
    }
    let n = seen.len() as f32;
    let (mr, ms) = seen.iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / n, m.1 + p.1 / n));
    let spread: f32 = seen.iter().map(|p| (p.0 - mr).powi(2)).sum();
    let found = seen.iter().map(|p| (p.0 - mr) * (p.1 - ms)).sum::<f32>() / spread.max(1.0);
    // Half the way to the new slope: a column's words are few.
    let new = f32::midpoint(slope, found);
    (ms - new * mr, new)
}

/// The words after error correction, with more and more of the doubtful ones given up.
fn corrected(cells: &[Match], check: usize) -> Option<Vec<u32>> {
    let mut doubtful: Vec<usize> = (0..cells.len()).collect();
    doubtful.sort_by(|a, b| cells[*a].margin.total_cmp(&cells[*b].margin));
    for share in [0, 4, 8, 10, 12, 13, 14] {
        let erased = &doubtful[..(check * share / 16).min(cells.len())];
        let mut words: Vec<u32> = cells.iter().map(|cell| u32::from(cell.word)).collect();
        if correct::correct(&mut words, check, erased).is_some() && words[0] as usize == cells.len() - check {
            return Some(words);
        }
    }
    None
}
