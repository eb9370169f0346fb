//! Two compressions: where a JPEG was saved before, its coefficients bunch at multiples of the first table. What was painted or pasted
//! in between does not bunch.
//!
//! For each low frequency the first table's entry is the one under which the seen values are most likely (values of a first step `q1`
//! rounded again to `q2` fall into some bins twice and into others never). Then every cell adds up how much likelier its values are as
//! saved twice than as saved once. Clearly negative cells that touch, in a picture whose other cells are clearly positive, are foreign.
//!
//! It cannot see an edit in a picture that was saved only once since, that was re-saved with a coarser table than before (below about
//! quality 85), scaled or cut on the way, or an edit of a blank place; and it says nothing about PNG.

use super::blocks::{Block, Blocks, LOW};
use super::map::{HeatMap, Mapped, largest_group};

/// Largest quantised value looked at.
const MOST: usize = 60;
/// First steps tried; beyond 40 no camera and no editor goes at these frequencies.
const FIRST_STEPS: std::ops::RangeInclusive<u16> = 2..=40;
/// Deviation of a coefficient by rounding pixels to whole numbers and converting colours, measured on re-saved photographs.
const ROUNDING: f32 = 0.45;
/// Share of coefficients allowed to be of another origin, so that a single one cannot decide.
const STRAY: f32 = 0.1;
/// Least mean evidence (natural logarithm of the odds by coefficient) for calling a frequency compressed twice.
const LEAST_EVIDENCE: f32 = 0.05;
/// Least coefficients to judge a frequency by.
const LEAST_COUNT: f32 = 200.0;
/// Evidence by which a cell counts as foreign: in all, and by coefficient. Chosen on 47 re-saved originals: largest group 5 cells.
const FOREIGN: (f32, f32) = (-6.0, -0.2);
/// Evidence by which a cell counts as saved twice.
const NATIVE: f32 = 6.0;
/// Cells that must be native, and their share of all cells that say anything.
const NATIVE_CELLS: (usize, f32) = (30, 0.8);

/// Natural logarithm of the odds "saved twice" against "saved once" by quantised value.
type Odds = [f32; MOST + 1];

/// What was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Recompressed {
    /// Mean evidence by coefficient that the whole picture was saved twice, 0 none, above 0.05 likely.
    pub evidence: f32,
    /// Cells of the largest foreign group; `None` when the picture does not show two compressions, so that nothing can stand out.
    pub foreign: Option<Mapped>,
}

/// Looks for places that were saved once in a picture that was saved twice. `table` is the luma table, row by row. `None` without one.
pub(super) fn measure(blocks: &Blocks, table: &[u16], orientation: u8) -> Option<Recompressed> {
    if table.len() != 64 {
        return None;
    }
    let odds: Vec<Option<(Odds, f32)>> = LOW
        .iter()
        .enumerate()
        .map(|(place, (row, column))| first_table(blocks, place, table[row * 8 + column]))
        .collect();
    let evidence = odds.iter().flatten().map(|(_, evidence)| evidence).sum::<f32>() / LOW.len() as f32;
    let cells = blocks.cells((48, 36));
    let mut sums = vec![(0.0, 0.0); cells.0 * cells.1];
    for (cell, block) in blocks.by_cell(cells) {
        for (place, (row, column)) in LOW.iter().enumerate() {
            let step = table[row * 8 + column];
            if let (Some((odds, _)), Some(value)) = (&odds[place], value(block, place, step)) {
                sums[cell].0 += odds[value];
                sums[cell].1 += 1.0;
            }
        }
    }
    let native = sums.iter().filter(|(sum, _)| *sum > NATIVE).count();
    let foreign: Vec<bool> =
        sums.iter().map(|(sum, count)| *sum < FOREIGN.0 && *sum / f32::max(*count, 1.0) < FOREIGN.1).collect();
    let told = native + foreign.iter().filter(|is| **is).count();
    if native < NATIVE_CELLS.0 || (native as f32) < NATIVE_CELLS.1 * told as f32 {
        return Some(Recompressed { evidence, foreign: None });
    }
    let group = largest_group(&foreign, cells.0);
    let mut map = HeatMap::empty(cells.0, cells.1);
    for (value, (sum, _)) in map.values.iter_mut().zip(&sums) {
        *value = (-sum / 40.0).clamp(0.0, 1.0);
    }
    Some(Recompressed { evidence, foreign: Some(Mapped { value: group.len() as f32, map: map.upright(orientation) }) })
}

/// The quantised value when it says anything: clipped blocks say nothing, and of fine tables, ones come from rounding alone.
fn value(block: &Block, place: usize, step: u16) -> Option<usize> {
    if block.clipped {
        return None;
    }
    let value = (block.low[place].abs() / f32::from(step.max(1))).round() as usize;
    let least = if step <= 3 { 2 } else { 1 };
    (least..=MOST).contains(&value).then_some(value)
}

/// The likeliest first step at one frequency, as odds by value, with its mean evidence.
fn first_table(blocks: &Blocks, place: usize, step: u16) -> Option<(Odds, f32)> {
    let mut seen = [0.0f32; MOST + 1];
    for block in &blocks.all {
        if let Some(value) = value(block, place, step) {
            seen[value] += 1.0;
        }
    }
    let count: f32 = seen.iter().sum();
    if count < LEAST_COUNT {
        return None;
    }
    let mut best: Option<(Odds, f32)> = None;
    for first in FIRST_STEPS.filter(|first| *first != step) {
        let Some(odds) = odds(first, step) else { continue };
        let evidence = seen.iter().zip(&odds).map(|(n, odds)| n * odds).sum::<f32>() / count;
        if evidence > best.as_ref().map_or(LEAST_EVIDENCE, |(_, evidence)| *evidence) {
            best = Some((odds, evidence));
        }
    }
    best
}

/// Odds for a first step of `first` and a second of `step`; `None` where the pair leaves no trace.
fn odds(first: u16, step: u16) -> Option<Odds> {
    let (first, step) = (f32::from(first), f32::from(step));
    let mut odds = [0.0; MOST + 1];
    let (mut low, mut high) = (f32::MAX, f32::MIN);
    for (value, odds) in odds.iter_mut().enumerate().skip(1) {
        let (from, to) = ((value as f32 - 0.5) * step, (value as f32 + 0.5) * step);
        let reach = 4.0 * ROUNDING;
        let multiples = ((from - reach) / first).floor().max(0.0) as usize..=((to + reach) / first).ceil() as usize;
        let caught: f32 = multiples.map(|m| m as f32 * first).map(|at| below(to - at) - below(from - at)).sum();
        let ratio = caught * first / step;
        if value < 20 {
            (low, high) = (low.min(ratio), high.max(ratio));
        }
        *odds = (ratio * (1.0 - STRAY) + STRAY).ln();
    }
    (high - low >= 0.3).then_some(odds)
}

/// Share of a rounded coefficient below `x`: the normal distribution with the deviation [`ROUNDING`], by the logistic approximation
/// of Bowling et al. (2009), off by less than 0.0002.
fn below(x: f32) -> f32 {
    let z = x / ROUNDING;
    1.0 / (1.0 + (-(0.07056 * z * z * z + 1.5976 * z)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_that_the_first_step_never_reaches_are_unlikely() {
        let odds = odds(7, 2).expect("leaves traces");
        // 7 = 3.5 × 2 lies between the bins 3 and 4; 14 = bin 7; bins 5 and 6 stay empty.
        assert!(odds[7] > 0.5 && odds[5] < -1.5 && odds[6] < -1.0, "{:?}", &odds[..9]);
        assert!(odds[3] > -0.5 && odds[4] > -0.5);
        assert!(super::odds(1, 4).is_none(), "a finer first table leaves none");
    }

    /// Blocks whose values were first steps of 7 (or none), then steps of 2; the left upper eighth only once.
    fn saved(first: Option<f32>, pasted: bool) -> Blocks {
        let (columns, rows) = (96, 72);
        let block = |at: usize| {
            let once = pasted && at % columns < columns / 4 && at / columns < rows / 2;
            let low = std::array::from_fn(|place| {
                let mixed = (at as u32 * 14 + place as u32).wrapping_mul(0x9E37_79B1);
                let value = ((mixed ^ mixed >> 15) % 997) as f32 / 14.0 - 35.0;
                let before = first.filter(|_| !once).map_or(value, |step| (value / step).round() * step);
                (before / 2.0).round() * 2.0
            });
            Block { mean: 128.0, low, fine: 2.0, clipped: false }
        };
        Blocks { columns, rows, all: (0..columns * rows).map(block).collect() }
    }

    #[test]
    fn what_was_saved_once_stands_out_only_where_the_rest_was_saved_twice() {
        let cells = |first, pasted| {
            let seen = measure(&saved(first, pasted), &[2; 64], 1).expect("a table");
            seen.foreign.map(|found| found.value)
        };
        assert_eq!(cells(None, false), None, "one saving: nothing can stand out");
        assert_eq!(cells(Some(7.0), false), Some(0.0));
        let foreign = cells(Some(7.0), true).expect("two savings");
        assert!((190.0..=240.0).contains(&foreign), "an eighth of 48 x 36 cells: {foreign}");
        assert!(measure(&saved(None, false), &[], 1).is_none());
    }
}
