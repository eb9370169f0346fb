//! A symbol printed cleanly from its words, so that what they mean is read by the one reader that knows all compaction modes.

use super::super::super::picture::Gray;
use super::Symbol;
use super::rows::indicators;
use super::words::pattern;

const START: [u8; 8] = [8, 1, 1, 1, 1, 1, 1, 3];
const STOP: [u8; 9] = [7, 1, 1, 3, 1, 1, 1, 2, 1];
/// Pixels of a module, and of a row.
const MODULE: usize = 3;
const ROW: usize = 9;
/// Pixels of white around.
const QUIET: usize = 12;

/// The symbol as a flawless print.
pub(in super::super) fn printed(symbol: &Symbol) -> Gray {
    let width = (17 * (symbol.columns + 3) + 18) * MODULE + 2 * QUIET;
    let mut page = Gray::filled(width, symbol.rows * ROW + 2 * QUIET, 255);
    for row in 0..symbol.rows {
        let (left, right) = indicators(row, symbol.rows, symbol.level, symbol.columns);
        let words = symbol.words[row * symbol.columns..(row + 1) * symbol.columns].iter().map(|word| *word as usize);
        let mut widths = START.to_vec();
        for word in std::iter::once(left).chain(words).chain(std::iter::once(right)) {
            widths.extend(pattern(row % 3, word));
        }
        widths.extend(STOP);
        let mut x = QUIET;
        for (i, width) in widths.into_iter().enumerate() {
            let next = x + usize::from(width) * MODULE;
            if i % 2 == 0 {
                for y in QUIET + row * ROW..QUIET + (row + 1) * ROW {
                    page.pixels[y * page.width + x..y * page.width + next].fill(0);
                }
            }
            x = next;
        }
    }
    page
}
