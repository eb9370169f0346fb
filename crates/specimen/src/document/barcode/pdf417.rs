//! PDF417 after ISO/IEC 15438: byte compaction, Reed–Solomon over GF(929), bars.

use std::sync::LazyLock;

use crate::SpecimenError;

/// Bar and space widths of every codeword, one line a codeword, one column a cluster (0, 3, 6): annex A of the standard.
static CODEWORDS: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    include_str!("codewords.txt")
        .lines()
        .filter_map(|line| {
            let mut columns = line.split(' ');
            Some([columns.next()?, columns.next()?, columns.next()?])
        })
        .collect()
});
const START: &str = "81111113";
const STOP: &str = "711311121";
const FIELD: u32 = 929;
/// Latch to byte compaction, text length not divisible by six.
const BYTES: u32 = 901;
/// Latch to byte compaction, text length divisible by six.
const BYTES_BY_SIX: u32 = 924;
/// Padding.
const PAD: u32 = 900;

/// Shape of a symbol.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Data columns, 1–30.
    pub(super) columns: usize,
    /// Rows, 3–90.
    pub(super) rows: usize,
    /// Error correction level, 0–8: 2^(level + 1) codewords.
    pub(super) level: u32,
}

impl Shape {
    /// Modules across: start, two row indicators, data, stop.
    pub(super) const fn modules(self) -> usize {
        17 * (self.columns + 3) + 18
    }
}

/// Bars row by row, `modules()` a row, `true` where ink stands.
pub(super) fn symbol(bytes: &[u8], shape: Shape) -> Result<Vec<bool>, SpecimenError> {
    let codewords = corrected(&data(bytes, shape)?, 2 << shape.level);
    let mut bars = Vec::with_capacity(shape.modules() * shape.rows);
    for (row, words) in codewords.chunks(shape.columns).enumerate() {
        let (left, right) = indicators(row, shape);
        widths(&mut bars, START);
        for word in std::iter::once(&left).chain(words).chain(std::iter::once(&right)) {
            widths(&mut bars, CODEWORDS[*word as usize][row % 3]);
        }
        widths(&mut bars, STOP);
    }
    Ok(bars)
}

/// Length descriptor, text and padding: everything but error correction.
fn data(bytes: &[u8], shape: Shape) -> Result<Vec<u32>, SpecimenError> {
    let capacity = shape.columns * shape.rows;
    let room = capacity.saturating_sub(2 << shape.level);
    let mut words = vec![room as u32, if bytes.len().is_multiple_of(6) { BYTES_BY_SIX } else { BYTES }];
    for group in bytes.chunks(6) {
        if group.len() < 6 {
            words.extend(group.iter().map(|byte| u32::from(*byte)));
            continue;
        }
        let number = group.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        words.extend((0..5).rev().map(|place| (number / 900u64.pow(place) % 900) as u32));
    }
    if words.len() > room {
        return Err(SpecimenError::BarcodeTooLong { capacity });
    }
    words.resize(room, PAD);
    Ok(words)
}

/// `words` with `count` error correction codewords behind: the whole is divisible by the product of (x − 3^j), j = 1..=count.
fn corrected(words: &[u32], count: usize) -> Vec<u32> {
    let mut generator = vec![0u32; count + 1];
    generator[0] = 1;
    let mut root = 1;
    for degree in 1..=count {
        root = root * 3 % FIELD;
        for place in (1..=degree).rev() {
            generator[place] = (generator[place] + (FIELD - root) * generator[place - 1]) % FIELD;
        }
    }
    let mut remainder = words.to_vec();
    remainder.resize(words.len() + count, 0);
    for place in 0..words.len() {
        let factor = remainder[place];
        for (cell, term) in remainder[place..].iter_mut().zip(&generator) {
            *cell = (*cell + (FIELD - factor) * term) % FIELD;
        }
    }
    let check = remainder.into_iter().skip(words.len()).map(|rest| (FIELD - rest) % FIELD);
    words.iter().copied().chain(check).collect()
}

/// Left and right row indicator (section 5.11.3 of the standard).
fn indicators(row: usize, shape: Shape) -> (u32, u32) {
    let base = 30 * (row / 3) as u32;
    let rows = (shape.rows - 1) as u32;
    let (third, level, columns) = (rows / 3, 3 * shape.level + rows % 3, shape.columns as u32 - 1);
    match row % 3 {
        0 => (base + third, base + columns),
        1 => (base + level, base + third),
        _ => (base + columns, base + level),
    }
}

/// Appends alternating bars and spaces of these widths.
fn widths(bars: &mut Vec<bool>, pattern: &str) {
    for (place, width) in pattern.bytes().enumerate() {
        bars.extend(std::iter::repeat_n(place % 2 == 0, usize::from(width - b'0')));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_belongs_to_its_cluster() {
        assert_eq!(CODEWORDS.len(), 929);
        for row in CODEWORDS.iter() {
            for (cluster, pattern) in row.iter().enumerate() {
                let widths: Vec<usize> = pattern.bytes().map(|byte| usize::from(byte - b'0')).collect();
                assert_eq!(widths.iter().sum::<usize>(), 17);
                assert_eq!((widths[0] + 9 + widths[4] - widths[2] + 9 - widths[6]) % 9, 3 * cluster);
            }
        }
    }

    #[test]
    fn the_whole_word_vanishes_at_every_root() {
        let words = corrected(&[5, 453, 178, 121, 239], 8);
        let mut root = 1;
        for power in 1..=8 {
            root = root * 3 % FIELD;
            assert_eq!(words.iter().fold(0, |sum, word| (sum * root + word) % FIELD), 0, "3^{power}");
        }
        assert_eq!(words.len(), 13);
    }

    #[test]
    fn a_text_too_long_is_refused() {
        let shape = Shape { columns: 3, rows: 6, level: 1 };
        assert!(matches!(symbol(&[7; 40], shape), Err(SpecimenError::BarcodeTooLong { capacity: 18 })));
    }
}
