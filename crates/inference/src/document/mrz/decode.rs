//! Cells to a zone: the grammar picks the format, each position its class, and the check digits settle close calls.

use jiff::civil::Date;

use super::alphabet::{CHARS, Class, FILLER, index, value, weight};
use super::format::{CheckRule, MrzFormat, Span};
use super::grammar;
use super::parse::{Mrz, parse};
use super::reader::{Cell, MrzRead};

/// How much log-probability a check digit may cost to be made to agree. Small: a repaired zone must have been nearly
/// read that way. An altered character, read well, loses far more than this and stays wrong.
const REPAIR_LIMIT: f32 = 3.0;
/// Characters that check digits may choose in one zone. Free to choose more (and at a higher cost), they made two of the
/// corpus' eight zones that are invalid by design agree; with one, none.
const REPAIRS: usize = 1;
/// What one agreeing check digit is worth when formats compete: chance agreement is one in ten.
const AGREEMENT: f32 = 2.3;

/// Head start of the filler, in log-probability: about half of a zone is fillers, no single letter is a twentieth.
const FILLER_PRIOR: f32 = 1.5;

/// A zone read from cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The zone, its confidence set.
    pub mrz: Mrz,
    /// Characters that are not the best match of their cell among those their position admits, chosen because a check
    /// digit then agrees.
    pub repaired: usize,
}

/// Decodes; `None` when the cells have the shape of no format.
pub fn decode(read: &MrzRead, today: Date) -> Option<Decoded> {
    let width = read.cells.first()?.len();
    MrzFormat::ALL
        .into_iter()
        .filter(|f| (f.layout().lines, f.layout().width) == (read.cells.len(), width))
        .filter(|_| read.cells.iter().all(|line| line.len() == width))
        .filter_map(|format| decode_as(format, &read.cells, today))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, decoded)| decoded)
}

fn decode_as(format: MrzFormat, cells: &[Vec<Cell>], today: Date) -> Option<(f32, Decoded)> {
    let mut chosen: Vec<Vec<usize>> = Vec::new();
    for (l, line) in cells.iter().enumerate() {
        chosen.push(line.iter().enumerate().map(|(i, cell)| best(cell, format, l, i)).collect());
    }
    grammar::settle(format, cells, &mut chosen);
    let plain = chosen.clone();
    for rule in format.layout().checks {
        if !agrees(&chosen, rule) && !excused(format, &chosen, rule) {
            repair(format, cells, &mut chosen, rule);
        }
    }
    let differing = plain.iter().flatten().zip(chosen.iter().flatten()).filter(|(a, b)| a != b).count();
    if differing > REPAIRS || !parse(&text(&chosen), today)?.valid {
        // Repairs that do not explain every digit are guesses: what was seen is the better report.
        chosen.clone_from(&plain);
    }
    let mut score = 0.0;
    let (mut covered, mut alone) = (Vec::new(), 1f32);
    for (l, line) in cells.iter().enumerate() {
        for (i, cell) in line.iter().enumerate() {
            score += cell.0[chosen[l][i]];
            let certainty = certainty(cell, chosen[l][i], format.class(l, i));
            if is_covered(format, (l, i)) { covered.push(certainty) } else { alone = alone.min(certainty) }
        }
    }
    let repaired = plain.iter().flatten().zip(chosen.iter().flatten()).filter(|(a, b)| a != b).count();
    let mut mrz = parse(&text(&chosen), today).filter(|m| m.format == format)?;
    score += AGREEMENT * mrz.checks.iter().filter(|c| c.ok).count() as f32;
    covered.sort_by(f32::total_cmp);
    mrz.confidence = alone.min(covered.iter().take(5).sum::<f32>() / 5.0);
    Some((score, Decoded { mrz, repaired }))
}

/// Characters that look alike; the first of a group are the likeliest.
const ALIKE: [&[u8]; 9] = [b"0OQDC", b"1IL", b"2Z", b"5S", b"8B", b"6G", b"4A", b"7T", b"<KC"];

/// How sure a character is: its probability among those that its position admits. What is seen but not admitted counts against it,
/// unless it looks like the chosen one: an O where a digit must stand is a 0.
fn certainty(cell: &Cell, chosen: usize, class: Class) -> f32 {
    let mass = |c: usize| cell.0[c].exp();
    let alike = |c: usize| ALIKE.iter().any(|group| group.contains(&CHARS[c]) && group.contains(&CHARS[chosen]));
    let (mut admitted, mut against, mut all) = (f32::MIN_POSITIVE, 0.0, f32::MIN_POSITIVE);
    for c in 0..37 {
        all += mass(c);
        if class.admits(c) {
            admitted += mass(c);
        } else if !alike(c) {
            against += mass(c);
        }
    }
    mass(chosen) / admitted * (1.0 - against / all) * all.min(1.0)
}

/// Whether a check digit vouches for a position.
fn is_covered(format: MrzFormat, place: (usize, usize)) -> bool {
    format.layout().checks.iter().any(|rule| rule.at == place || places(rule.over).any(|p| p == place))
}

fn text(chosen: &[Vec<usize>]) -> Vec<String> {
    chosen.iter().map(|l| l.iter().map(|i| CHARS[*i] as char).collect()).collect()
}

fn best(cell: &Cell, format: MrzFormat, line: usize, at: usize) -> usize {
    let class = format.class(line, at);
    let admitted = (0..37).filter(|c| class.admits(*c));
    let score = |c: usize| cell.0[c] + if c == FILLER { FILLER_PRIOR } else { 0.0 };
    admitted.max_by(|a, b| score(*a).total_cmp(&score(*b))).unwrap_or(FILLER)
}

fn places(over: &[Span]) -> impl Iterator<Item = (usize, usize)> + '_ {
    over.iter().flat_map(|s| (s.start..s.end).map(|i| (s.line, i)))
}

fn agrees(chosen: &[Vec<usize>], rule: &CheckRule) -> bool {
    let sum: u32 = places(rule.over).enumerate().map(|(n, (l, i))| value(chosen[l][i]) * weight(n)).sum();
    (sum % 10) as usize == chosen[rule.at.0][rule.at.1]
}

/// A filler in place of the digit can be right: an empty optional field, a long number.
fn excused(format: MrzFormat, chosen: &[Vec<usize>], rule: &CheckRule) -> bool {
    let filler = chosen[rule.at.0][rule.at.1] == FILLER;
    let long = format == MrzFormat::Td1 && rule.name == "number" && chosen[0][15] != FILLER;
    let empty = rule.name == "optional" && places(rule.over).all(|(l, i)| chosen[l][i] == FILLER);
    filler && (long || empty)
}

/// The cheapest choice of characters under which the check digit agrees, if it costs at most [`REPAIR_LIMIT`].
///
/// Exact: for each of the ten remainders of the running sum the cheapest way to reach it is carried along.
fn repair(format: MrzFormat, cells: &[Vec<Cell>], chosen: &mut [Vec<usize>], rule: &CheckRule) {
    const UNREACHED: f32 = f32::INFINITY;
    let covered: Vec<(usize, usize)> = places(rule.over).collect();
    // The composite covers what other digits have settled already: only the rest may move.
    let settled = |(l, i): (usize, usize)| {
        let others = format.layout().checks.iter().filter(|o| o.name != rule.name);
        rule.name == "composite" && others.into_iter().any(|o| o.at == (l, i) || places(o.over).any(|p| p == (l, i)))
    };
    let options = |(l, i): (usize, usize)| -> Vec<(usize, f32)> {
        let now = chosen[l][i];
        let class = format.class(l, i);
        let cost = |c: usize| cells[l][i].0[now] - cells[l][i].0[c];
        let free = !settled((l, i));
        (0..37)
            .filter(|c| *c == now || (free && class.admits(*c) && cost(*c) <= REPAIR_LIMIT))
            .map(|c| (c, cost(c)))
            .collect()
    };
    let mut costs = [UNREACHED; 10];
    costs[0] = 0.0;
    let mut trail: Vec<[(usize, usize); 10]> = Vec::new();
    for (n, place) in covered.iter().enumerate() {
        let mut next = [UNREACHED; 10];
        let mut came = [(0, FILLER); 10];
        for (char, cost) in options(*place) {
            for (from, so_far) in costs.iter().enumerate() {
                let to = (from + (value(char) * weight(n)) as usize) % 10;
                if so_far + cost < next[to] {
                    next[to] = so_far + cost;
                    came[to] = (from, char);
                }
            }
        }
        costs = next;
        trail.push(came);
    }
    let digits = options(rule.at).into_iter().filter(|(c, _)| *c < 10);
    let cheapest = digits.map(|(c, cost)| (c, cost + costs[c])).min_by(|a, b| a.1.total_cmp(&b.1));
    let Some((digit, cost)) = cheapest else { return };
    if cost > REPAIR_LIMIT {
        return;
    }
    chosen[rule.at.0][rule.at.1] = digit;
    let mut state = digit;
    for ((l, i), came) in covered.iter().zip(&trail).rev() {
        let (from, char) = came[state];
        chosen[*l][*i] = char;
        state = from;
    }
}

/// Cells of a reader that gives text: the character itself first, then what it is commonly confused with.
pub fn cells_of_text(line: &str) -> Vec<Cell> {
    line.bytes()
        .map(|c| {
            let mut cell = [-12.0; 37];
            for group in ALIKE.iter().filter(|g| g.contains(&c)) {
                // The first of a group are the likeliest: a 0 among letters is an O before it is a Q.
                for (place, alike) in group.iter().filter_map(|a| index(*a)).enumerate() {
                    cell[alike] = -2.0 - 0.3 * place as f32;
                }
            }
            if let Some(i) = index(c) {
                cell[i] = -0.3;
            }
            Cell(cell)
        })
        .collect()
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
