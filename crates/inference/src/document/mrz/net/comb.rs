//! From the net's scores along a strip to equally spaced cells.
//!
//! A zone is set in a fixed pitch. The letters the net is sure of give the pitch and the phase; every cell is then looked up at its
//! place. So a run of fillers has as many characters as fit into it, and a faint letter stands where it stands.

use super::super::alphabet::FILLER;
use super::super::reader::Cell;

/// Strip columns a score stands for.
pub const STRIDE: f32 = 4.0;
/// Characters and, first, the blank.
pub const CLASSES: usize = 38;
/// A letter this likely takes part in finding the comb.
const SURE: f32 = 0.5;
/// Pitch in scores. ICAO's pitch is 1.06 capital heights, 3.7 scores; photographs stretch, other faces are narrower or wider.
const PITCH: (f32, f32) = (2.5, 5.6);
/// Lowest probability of a character, so that logarithms stay finite.
const FLOOR: f32 = 1e-6;

/// The net's answer along a strip.
pub struct Scores {
    /// `steps × CLASSES` log-probabilities, the blank first.
    log: Vec<f32>,
    steps: usize,
}

/// A letter the net saw: its place in scores and how likely it is.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    /// Scores from the strip's beginning.
    pub at: f32,
    /// Highest probability on the run.
    pub sure: f32,
}

/// Places of cells: cell `i` is at `first + pitch·i + drift·i²` scores.
#[derive(Clone, Copy, Debug)]
pub struct Comb {
    /// Place of cell 0.
    pub first: f32,
    /// Scores a cell.
    pub pitch: f32,
    /// Change of the pitch along the line, by perspective.
    pub drift: f32,
    /// Letters that sit on it.
    pub letters: usize,
    /// Cells from the first to the last of them.
    pub reach: i32,
    /// Share of the sure letters that do not sit on it.
    pub astray: f32,
}

impl Scores {
    /// Wraps `log`; `None` when it is not `steps × CLASSES`.
    pub fn new(log: Vec<f32>) -> Option<Self> {
        let steps = log.len() / CLASSES;
        (steps > 0 && steps * CLASSES == log.len()).then_some(Self { log, steps })
    }

    fn row(&self, step: usize) -> &[f32] {
        &self.log[step * CLASSES..(step + 1) * CLASSES]
    }

    /// The best path's letters.
    pub fn letters(&self) -> Vec<Letter> {
        let mut found: Vec<Letter> = Vec::new();
        let (mut last, mut weight, mut place) = (0usize, 0f32, 0f32);
        for step in 0..self.steps {
            let row = self.row(step);
            let best = (0..CLASSES).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0);
            if best != 0 {
                let p = row[best].exp();
                if best != last {
                    found.push(Letter { at: step as f32, sure: p });
                    (weight, place) = (0.0, 0.0);
                }
                weight += p;
                place += p * step as f32;
                if let Some(letter) = found.last_mut() {
                    letter.at = place / weight;
                    letter.sure = letter.sure.max(p);
                }
            }
            last = best;
        }
        found
    }

    /// Log-probabilities of the characters at a comb's cell: the best of the scores within the cell, less than half a pitch around.
    pub fn cell(&self, comb: &Comb, i: i32) -> Cell {
        let (at, half) = (comb.place(i as f32), 0.45 * comb.local_pitch(i as f32));
        let mut cell = [FLOOR.ln(); 37];
        let (from, to) = ((at - half).round().max(0.0) as usize, (at + half).round());
        for step in from..self.steps.min((to + 1.0).max(0.0) as usize) {
            let row = self.row(step);
            cell.iter_mut().zip(&row[1..]).for_each(|(best, log)| *best = best.max(*log));
        }
        Cell(cell)
    }
}

impl Comb {
    /// Fits one through the sure letters; `None` with fewer than eight or when they do not stand at equal distances.
    pub fn fit(letters: &[Letter]) -> Option<Self> {
        let sure: Vec<&Letter> = letters.iter().filter(|l| l.sure >= SURE).collect();
        let mut steps: Vec<f32> =
            sure.windows(2).map(|w| w[1].at - w[0].at).filter(|d| (PITCH.0..PITCH.1).contains(d)).collect();
        if steps.len() < 7 {
            return None;
        }
        steps.sort_by(f32::total_cmp);
        let usual = steps[steps.len() / 2];
        // The longest stretch of letters that follow each other at about this pitch is the anchor. Its own length gives the
        // pitch: single steps are rounded to whole scores.
        let (mut anchor, mut run, mut longest) = (0, 0, 0);
        for (i, pair) in sure.windows(2).enumerate() {
            run = if ((pair[1].at - pair[0].at) / usual - 1.0).abs() < 0.35 { run + 1 } else { 0 };
            if run > longest {
                (longest, anchor) = (run, i + 1 - run / 2);
            }
        }
        let ends = (anchor - (longest - longest / 2).min(anchor), (anchor + longest / 2).min(sure.len() - 1));
        let pitch = (sure[ends.1].at - sure[ends.0].at) / (ends.1 - ends.0) as f32;
        let mut comb = Self { first: sure[anchor].at, pitch, drift: 0.0, letters: 0, reach: 0, astray: 0.0 };
        // First with the letters near the anchor, whose numbers are certain, then farther and farther out.
        for reach in [5.0, 10.0, 18.0, 30.0, 60.0] {
            let near: Vec<(f32, f32)> = sure
                .iter()
                .filter_map(|l| {
                    let index = comb.index(l.at);
                    let off = (index - index.round()).abs();
                    (index.abs() <= reach && off < 0.33).then_some((index.round(), l.at))
                })
                .collect();
            if let Some(better) = comb.refitted(&near, reach > 15.0) {
                comb = better;
            }
        }
        let on: Vec<f32> =
            sure.iter().map(|l| comb.index(l.at)).filter(|i| (i - i.round()).abs() < 0.25).map(f32::round).collect();
        let (low, high) = on.iter().fold((f32::MAX, f32::MIN), |(a, b), i| (a.min(*i), b.max(*i)));
        comb.letters = on.len();
        comb.reach = (high - low) as i32 + 1;
        comb.astray = 1.0 - on.len() as f32 / sure.len() as f32;
        (on.len() >= 8).then_some(comb)
    }

    /// A comb through given places (cell, score), moved by the phase that `letters` show when it is a small one.
    pub fn like(&self, places: &[(f32, f32)], letters: &[Letter]) -> Option<Self> {
        let comb = self.refitted(places, true)?;
        let mut off: Vec<f32> =
            letters.iter().filter(|l| l.sure >= SURE).map(|l| comb.index(l.at)).map(|i| i - i.round()).collect();
        off.sort_by(f32::total_cmp);
        let phase = off.get(off.len() / 2).copied().unwrap_or(0.0);
        Some(Self { first: comb.first + phase * comb.pitch, ..comb })
    }

    /// Least squares of place on number, with a square term when the letters reach far.
    fn refitted(&self, points: &[(f32, f32)], curved: bool) -> Option<Self> {
        let n = points.len() as f32;
        if n < 6.0 {
            return None;
        }
        let mean = |f: &dyn Fn(&(f32, f32)) -> f32| points.iter().map(f).sum::<f32>() / n;
        let (mi, mq, my) = (mean(&|p| p.0), mean(&|p| p.0 * p.0), mean(&|p| p.1));
        let sii = mean(&|p| (p.0 - mi).powi(2));
        let sqq = mean(&|p| (p.0 * p.0 - mq).powi(2));
        let siq = mean(&|p| (p.0 - mi) * (p.0 * p.0 - mq));
        let siy = mean(&|p| (p.0 - mi) * (p.1 - my));
        let sqy = mean(&|p| (p.0 * p.0 - mq) * (p.1 - my));
        let determinant = sii * sqq - siq * siq;
        let wide = points.iter().map(|p| p.0.abs()).fold(0.0, f32::max) > 12.0;
        let (pitch, drift) = if curved && wide && points.len() > 14 && determinant > 1e-3 * sii * sqq {
            ((siy * sqq - sqy * siq) / determinant, (sqy * sii - siy * siq) / determinant)
        } else if sii > 0.0 {
            (siy / sii, 0.0)
        } else {
            return None;
        };
        // Perspective that changes the pitch by more than a quarter over half a line is a mistake.
        let drift = drift.clamp(-0.006 * pitch, 0.006 * pitch);
        (PITCH.0 * 0.9..PITCH.1 * 1.1).contains(&pitch).then_some(Self {
            first: my - pitch * mi - drift * mq,
            pitch,
            drift,
            ..*self
        })
    }

    /// Place of a cell, scores.
    pub fn place(&self, i: f32) -> f32 {
        self.first + self.pitch * i + self.drift * i * i
    }

    fn local_pitch(&self, i: f32) -> f32 {
        self.pitch + 2.0 * self.drift * i
    }

    /// The (fractional) cell at a place.
    pub fn index(&self, at: f32) -> f32 {
        let mut i = (at - self.first) / self.pitch;
        for _ in 0..3 {
            i -= (self.place(i) - at) / self.local_pitch(i).max(0.2 * self.pitch);
        }
        i
    }
}

/// The best probability of a cell, 0–1.
pub fn best(cell: &Cell) -> f32 {
    cell.0.iter().copied().fold(f32::MIN, f32::max).exp()
}

/// Whether a cell most likely holds the filler.
pub fn is_filler(cell: &Cell) -> bool {
    cell.0.iter().all(|log| *log <= cell.0[FILLER])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores of letters at given places, each three scores wide, blank elsewhere.
    fn scores(places: &[(f32, usize)], steps: usize) -> Scores {
        let mut log = vec![(0.01f32 / 37.0).ln(); steps * CLASSES];
        for step in 0..steps {
            let near = places.iter().find(|(at, _)| (at - step as f32).abs() <= 1.0);
            let class = near.map_or(0, |(_, class)| class + 1);
            log[step * CLASSES + class] = 0.99f32.ln();
        }
        Scores::new(log).unwrap()
    }

    #[test]
    fn a_comb_counts_fillers_that_ran_together() {
        // 40 cells; cells 20 to 29 are missing, as if the net had seen a smear.
        let places: Vec<(f32, usize)> =
            (0..40).filter(|i| !(20..30).contains(i)).map(|i| (5.0 + 3.6 * i as f32, i % 37)).collect();
        let scores = scores(&places, 160);
        let comb = Comb::fit(&scores.letters()).expect("a comb");
        assert!((comb.pitch - 3.6).abs() < 0.03, "{comb:?}");
        assert_eq!(comb.reach, 40);
        let first = comb.index(5.0).round() as i32;
        let read = |i: i32| scores.cell(&comb, first + i);
        assert!(best(&read(39)) > 0.9 && read(39).0[2] > -0.1);
        assert!(best(&read(25)) < 0.1);
    }

    #[test]
    fn letters_at_odd_distances_are_no_comb() {
        // Proportional type: widths that do not repeat, or every seventh letter would stand on a comb again.
        let widths =
            [2.6, 5.3, 3.1, 4.4, 2.8, 5.0, 5.2, 2.7, 2.9, 3.4, 5.5, 5.1, 2.6, 4.9, 3.0, 2.8, 5.4, 4.2, 3.3, 2.7];
        let places: Vec<(f32, usize)> = widths
            .iter()
            .cycle()
            .take(36)
            .enumerate()
            .scan(0.0, |at, (i, width)| {
                *at += width;
                Some((*at, i % 30))
            })
            .collect();
        let comb = Comb::fit(&scores(&places, 160).letters());
        assert!(comb.is_none_or(|c| c.astray > 0.2 || c.letters < 20), "{comb:?}");
    }

    #[test]
    fn a_bad_shape_is_refused() {
        assert!(Scores::new(vec![0.0; 37]).is_none());
        assert!(Scores::new(Vec::new()).is_none());
    }
}
