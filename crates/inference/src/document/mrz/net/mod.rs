//! The zone reader with our own net: find lines of print, read them, keep those that are zones.

mod axis;
mod block;
mod comb;
mod find;

use self::axis::{Axis, Pyramid, STRIP_ROWS};
use self::comb::{Comb, Letter, Scores};
use super::super::picture::Gray;
use super::reader::{Effort, MrzRead, MrzReader, ReadError};
use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the manifest.
const NET: &str = "mrz-lines";
/// Longer side of the picture that is searched for lines.
const SEARCH_SIDE: usize = 1400;
/// Lines tried in each of the two directions.
const TRIED: usize = 20;
/// And at a glance: the corpus' zones that are read at all begin among the first two.
const GLANCED: usize = 5;
/// Capital heights of the piece in a line's middle that decides whether and which way it is read.
const PROBE: f32 = 13.0;
/// Mean certainty of a probe's letters from which a line is worth reading whole: print of other faces stays lower.
const PROMISING: f32 = 0.6;

/// From here on no other height, place or direction is tried.
const PERFECT: f32 = 0.95;

/// See the module.
pub struct NetMrzReader {
    net: Box<dyn Model>,
}

impl NetMrzReader {
    /// With the net of a store.
    pub fn new(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self { net: store.load(NET)? })
    }
}

impl MrzReader for NetMrzReader {
    fn name(&self) -> &'static str {
        "net"
    }

    fn nets(&self) -> Vec<(String, String)> {
        vec![(NET.to_owned(), self.net.info().sha256.clone())]
    }

    fn read(&self, picture: &Gray, effort: Effort) -> Result<Option<MrzRead>, ReadError> {
        let (most, ways): (usize, &[u32]) = match effort {
            Effort::Search => (TRIED, &[0, 1]),
            Effort::Glance { level: false } => (GLANCED, &[0, 1]),
            Effort::Glance { level: true } => (GLANCED, &[0]),
        };
        let mut unsure: Option<block::Block> = None;
        for &sideways in ways {
            let view = picture.turned(sideways);
            let pyramid = Pyramid::new(view);
            let (small, factor) = pyramid.full().shrunk(SEARCH_SIDE);
            let lines = find::lines(&small, TRIED).into_iter().take(most);
            let candidates: Vec<Axis> = lines.map(|a| a.scaled(1.0 / factor)).collect();
            let look = Look { net: self.net.as_ref(), pyramid: &pyramid, candidates: &candidates, sideways };
            for candidate in &candidates {
                let Some(axis) = look.oriented(candidate)? else { continue };
                let Some(block) = block::around(&look, &axis)? else { continue };
                if block.valid || block.clear {
                    return Ok(Some(block.read));
                }
                if unsure.as_ref().is_none_or(|u| block.gain > u.gain) {
                    unsure = Some(block);
                }
            }
        }
        Ok(unsure.map(|block| block.read))
    }
}

/// What a line gave when it was read.
struct LineRead {
    axis: Axis,
    strip: axis::Strip,
    scores: Scores,
    letters: Vec<Letter>,
}

/// One direction of one picture under search.
struct Look<'a> {
    net: &'a dyn Model,
    pyramid: &'a Pyramid,
    candidates: &'a [Axis],
    /// Quarter turns by which the picture was turned before.
    sideways: u32,
}

impl Look<'_> {
    /// Quarter turns clockwise that bring a line upright.
    fn turns(&self, axis: &Axis) -> u32 {
        self.sideways + if axis.angle.cos() < 0.0 { 2 } else { 0 }
    }

    /// A point of the searched picture in the picture as given.
    fn given(&self, (x, y): (f32, f32)) -> (f32, f32) {
        if self.sideways == 0 { (x, y) } else { (y, self.pyramid.full().width as f32 - 1.0 - x) }
    }

    /// Reads a part of a line.
    fn line(&self, axis: &Axis, from: f32, to: f32) -> Result<LineRead, ReadError> {
        let strip = self.pyramid.strip(axis, from, to);
        let input = Tensor { shape: vec![1, 1, STRIP_ROWS, strip.columns], data: strip.pixels.clone() };
        let output = self.net.run(&[input]).map_err(|_| ReadError::Failed(NET))?;
        let scores = output.into_iter().next().and_then(|t| Scores::new(t.data)).ok_or(ReadError::Failed(NET))?;
        let letters = scores.letters();
        Ok(LineRead { axis: *axis, strip, scores, letters })
    }

    /// How well the middle of a line reads: letters for its length and their certainty, 0–1.
    fn probe(&self, axis: &Axis) -> Result<f32, ReadError> {
        let middle = f32::midpoint(axis.span.0, axis.span.1);
        let half = (PROBE / 2.0 * axis.capital).min((axis.span.1 - axis.span.0) / 2.0);
        let read = self.line(axis, middle - half, middle + half)?;
        let expected = 2.0 * half / axis.capital / 1.08;
        let sum: f32 = read.letters.iter().map(|l| l.sure).sum();
        let equal = Comb::fit(&read.letters).map_or(0.5, |c| 1.0 - c.astray.min(0.5));
        Ok(sum / (read.letters.len() as f32).max(expected * 0.75) * equal)
    }

    /// The candidate with its reading direction and its best height and place; `None` when it does not read as a zone's line.
    fn oriented(&self, candidate: &Axis) -> Result<Option<Axis>, ReadError> {
        let mut best: (f32, Axis) = (0.0, *candidate);
        for axis in [*candidate, candidate.reversed()] {
            let score = self.probe(&axis)?;
            if score > best.0 {
                best = (score, axis);
            }
            if score >= PERFECT {
                return Ok(Some(axis));
            }
        }
        if best.0 < PROMISING * 0.55 {
            return Ok(None);
        }
        let best = self.adjusted(best)?;
        Ok((best.0 >= PROMISING).then_some(best.1))
    }

    /// Tries other heights, then other places across, and keeps what reads best.
    fn adjusted(&self, mut best: (f32, Axis)) -> Result<(f32, Axis), ReadError> {
        if best.0 >= PERFECT {
            return Ok(best);
        }
        let start = best.1;
        for factor in [0.8, 1.25] {
            let tried = Axis { capital: start.capital * factor, ..start };
            let score = self.probe(&tried)?;
            if score > best.0 + 0.02 {
                best = (score, tried);
            }
        }
        let start = best.1;
        for across in [-0.18, 0.18] {
            let tried = start.moved(across * start.capital);
            let score = self.probe(&tried)?;
            if score > best.0 + 0.01 {
                best = (score, tried);
            }
        }
        Ok(best)
    }
}
