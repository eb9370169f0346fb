//! Rows, from the two indicator columns beside the guards: how many there are, how much of the symbol is error correction, and
//! where each row lies on the left and on the right.

use super::frame::Frame;
use super::words::{Dictionary, likeness};

/// Likeness of rows outside the symbol: what chance gives.
const OUTSIDE: f32 = 0.45;
/// Likeness from which on an indicator votes, by the square of what is above: the best of 2,787 patterns is 0.75 by chance.
const VOTES: f32 = 0.72;
/// Mean vote of a line under which neither side holds words: readable symbols of our own have 0.03 and more, other pictures mostly
/// less than 0.02 (docs/evaluation/documents-barcodes.md).
const WORDS_LIKELY: f32 = 0.02;
/// Lines that are looked at, at most: two and a half for each of 90 rows.
const LINES: f32 = 225.0;
/// Lines on which a side's shift is measured.
const SAMPLED: usize = 24;
/// Cost of jumping over a row, in units of likeness.
const JUMP: f32 = 1.5;

/// What the indicators say.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    /// 3–90.
    pub(super) count: usize,
    /// Error correction level 0–8.
    pub(super) level: usize,
    /// Middle of a row on the left and the right indicator: a + b·r + c·r², pixels.
    pub(super) left: [f32; 3],
    pub(super) right: [f32; 3],
}

/// Value of a row's polynomial.
pub(super) fn at(fit: &[f32; 3], row: f32) -> f32 {
    fit[0] + row * (fit[1] + row * fit[2])
}

/// The words of both indicators of a row.
pub(super) fn indicators(row: usize, rows: usize, level: usize, columns: usize) -> (usize, usize) {
    let base = 30 * (row / 3);
    let (third, errors, columns) = (base + (rows - 1) / 3, base + 3 * level + (rows - 1) % 3, base + columns - 1);
    match row % 3 {
        0 => (third, columns),
        1 => (errors, third),
        _ => (columns, errors),
    }
}

/// Why the rows could not be found.
pub(super) enum Missing {
    /// The indicators speak of another number of data columns.
    Columns(usize),
    /// Nothing that fits.
    Nothing,
}

/// Finds the rows.
pub(super) fn find(frame: &Frame<'_>, dictionary: &Dictionary) -> Result<Rows, Missing> {
    let (first, last) = frame.reach();
    let step = (frame.module() * 0.8).max((last - first) / LINES).max(0.5);
    let lines: Vec<f32> = (0..((last - first) / step) as usize).map(|i| first + (i as f32 + 0.5) * step).collect();
    let sides = [false, true].map(|right| shift(frame, dictionary, &lines, right));
    if sides[0].1.max(sides[1].1) < WORDS_LIKELY {
        return Err(Missing::Nothing);
    }
    let shifts = sides.map(|(shift, _)| shift);
    let (count, level) = shape(frame, dictionary, &lines, shifts)?;
    if !(3..=90).contains(&count) || level > 8 || count * frame.columns > 928 {
        return Err(Missing::Nothing);
    }
    let side = |right: bool| followed(frame, dictionary, &lines, (count, level), (right, shifts[usize::from(right)]));
    // A side whose indicators look no more like theirs than chance is hidden; rows are then taken to lie level.
    let seen = |right: bool| side(right).filter(|(_, likeness)| *likeness > OUTSIDE).map(|(curve, _)| curve);
    match (seen(false), seen(true)) {
        (Some(left), Some(right)) => Ok(Rows { count, level, left, right }),
        (Some(one), None) | (None, Some(one)) => Ok(Rows { count, level, left: one, right: one }),
        (None, None) => Err(Missing::Nothing),
    }
}

/// How far one side's indicators lie from where its guard says, modules: where they look most like words; and how much a line does.
fn shift(frame: &Frame<'_>, dictionary: &Dictionary, lines: &[f32], right: bool) -> (f32, f32) {
    let every = (lines.len() / SAMPLED).max(1);
    let worth = |shift: f32| -> f32 {
        lines
            .iter()
            .step_by(every)
            .filter_map(|y| frame.indicator(*y, right, shift))
            .map(|stretch| {
                let best = (0..3).map(|c| dictionary.best(c, &stretch).likeness).fold(0.0, f32::max);
                (best - VOTES).max(0.0).powi(2)
            })
            .sum()
    };
    // The nearest of equals.
    let mut best = (0.0, worth(0.0) * 1.05);
    for off in [0.3, -0.3, 0.6, -0.6, 0.9, -0.9] {
        let worth = worth(off);
        if worth > best.1 {
            best = (off, worth);
        }
    }
    (best.0, best.1 / lines.len().div_ceil(every).max(1) as f32)
}

/// Rows and level, by vote of all lines.
fn shape(
    frame: &Frame<'_>,
    dictionary: &Dictionary,
    lines: &[f32],
    shifts: [f32; 2],
) -> Result<(usize, usize), Missing> {
    let mut votes = [[0f32; 30]; 3];
    for y in lines {
        for right in [false, true] {
            let Some(stretch) = frame.indicator(*y, right, shifts[usize::from(right)]) else { continue };
            let matches: [_; 3] = std::array::from_fn(|cluster| dictionary.best(cluster, &stretch));
            let best = (0..3).max_by(|a, b| matches[*a].likeness.total_cmp(&matches[*b].likeness)).unwrap_or(0);
            let weight = matches[best].likeness - VOTES;
            if weight > 0.0 {
                // What a word says turns with row and side: 0 rows, 1 errors, 2 columns.
                let about = (best + if right { 2 } else { 0 }) % 3;
                votes[about][usize::from(matches[best].word) % 30] += weight * weight;
            }
        }
    }
    let winner = |about: usize| {
        let votes = &votes[about];
        let best = (0..30).max_by(|a, b| votes[*a].total_cmp(&votes[*b]))?;
        (votes[best] > 0.0).then_some(best)
    };
    let (Some(thirds), Some(errors)) = (winner(0), winner(1)) else { return Err(Missing::Nothing) };
    if let Some(columns) = winner(2).map(|c| c + 1).filter(|c| *c != frame.columns) {
        return Err(Missing::Columns(columns));
    }
    Ok((3 * thirds + errors % 3 + 1, errors / 3))
}

/// Which line shows which row on one side, by the best path; then a smooth curve through the rows' middles. With the mean likeness.
fn followed(
    frame: &Frame<'_>,
    dictionary: &Dictionary,
    lines: &[f32],
    (count, level): (usize, usize),
    (right, shift): (bool, f32),
) -> Option<([f32; 3], f32)> {
    let words: Vec<usize> = (0..count)
        .map(|row| {
            let (left_word, right_word) = indicators(row, count, level, frame.columns);
            if right { right_word } else { left_word }
        })
        .collect();
    if words.iter().any(|word| *word >= super::words::WORDS) {
        return None;
    }
    let likenesses: Vec<Vec<f32>> = lines
        .iter()
        .map(|y| {
            let stretch = frame.indicator(*y, right, shift);
            let like = |(row, word): (usize, &usize)| {
                stretch.as_ref().map_or(OUTSIDE, |s| likeness(s, dictionary.template(row % 3, *word)))
            };
            words.iter().enumerate().map(like).collect()
        })
        .collect();
    let path = path(&likenesses, count);
    let (mut middles, mut all, mut n) = (Vec::new(), 0.0, 0.0);
    for row in 0..count {
        let on: Vec<usize> = (0..lines.len()).filter(|i| path[*i] == row + 1).collect();
        if on.is_empty() {
            continue;
        }
        let here = on.iter().filter_map(|i| likenesses.get(*i)?.get(row));
        let mean = here.sum::<f32>() / on.len() as f32;
        all += mean * on.len() as f32;
        n += on.len() as f32;
        if mean > OUTSIDE {
            let y = on.iter().map(|i| lines[*i]).sum::<f32>() / on.len() as f32;
            middles.push((row as f32, y, mean));
        }
    }
    Some((curve(middles)?, all / n))
}

/// States 0 above, 1…count the rows, count + 1 below; one a line.
fn path(likenesses: &[Vec<f32>], count: usize) -> Vec<usize> {
    let states = count + 2;
    let mut best: Vec<f32> = (0..states).map(|s| if s == 0 { 0.0 } else { -JUMP * (s - 1) as f32 * 0.2 }).collect();
    let mut back: Vec<Vec<u16>> = Vec::with_capacity(likenesses.len());
    for likeness in likenesses {
        let mut next = vec![f32::MIN; states];
        let mut from = vec![0u16; states];
        for state in 0..states {
            let here = if state == 0 || state > count { OUTSIDE } else { likeness[state - 1] };
            // Stay, go on, jump over one, or leave the symbol early.
            let mut ways = vec![(state, 0.0)];
            ways.extend(state.checked_sub(1).map(|s| (s, 0.0)));
            ways.extend(state.checked_sub(2).map(|s| (s, JUMP)));
            if state == count + 1 {
                ways.extend((1..count).map(|s| (s, JUMP)));
            }
            for (source, cost) in ways {
                let total = best[source] - cost + here;
                if total > next[state] {
                    next[state] = total;
                    from[state] = source as u16;
                }
            }
        }
        best = next;
        back.push(from);
    }
    let mut state = (0..states).max_by(|a, b| best[*a].total_cmp(&best[*b])).unwrap_or(0);
    let mut path = vec![0; likenesses.len()];
    for (i, from) in back.iter().enumerate().rev() {
        path[i] = state;
        state = usize::from(from[state]);
    }
    path
}

/// A curve through (row, y, weight), fitted twice: the second time without what lies more than half a row off.
fn curve(mut middles: Vec<(f32, f32, f32)>) -> Option<[f32; 3]> {
    let fit = squares(&middles)?;
    middles.retain(|(row, y, _)| (y - at(&fit, *row)).abs() < fit[1].abs() * 0.6);
    let fit = squares(&middles)?;
    (fit[1] > 0.0).then_some(fit)
}

/// Weighted least squares; a straight line for fewer than eight points.
fn squares(points: &[(f32, f32, f32)]) -> Option<[f32; 3]> {
    if points.len() < 2 {
        return None;
    }
    let order = if points.len() < 8 { 2 } else { 3 };
    let mut normal = [[0f64; 4]; 3];
    for (x, y, weight) in points {
        let powers = [1.0, f64::from(*x), f64::from(*x) * f64::from(*x)];
        for (row, a) in normal.iter_mut().zip(powers) {
            for (cell, b) in row.iter_mut().zip(powers.iter().chain([f64::from(*y)].iter())) {
                *cell += f64::from(*weight) * a * b;
            }
        }
    }
    solve(&mut normal, order)
}

/// Gauss' elimination of the upper left `order` × `order` part.
fn solve(normal: &mut [[f64; 4]; 3], order: usize) -> Option<[f32; 3]> {
    for pivot in 0..order {
        if normal[pivot][pivot].abs() < 1e-9 {
            return None;
        }
        for row in (0..order).filter(|row| *row != pivot) {
            let factor = normal[row][pivot] / normal[pivot][pivot];
            let above = normal[pivot];
            for (value, above) in normal[row].iter_mut().zip(above) {
                *value -= factor * above;
            }
        }
    }
    let mut answer = [0.0; 3];
    for (i, cell) in answer.iter_mut().enumerate().take(order) {
        *cell = (normal[i][3] / normal[i][i]) as f32;
    }
    Some(answer)
}
