//! The zone reader without a net: find dense lines, lay combs on them, match each cell with the OCR-B characters.

use countersign_media::RgbImage;

use super::super::picture::Gray;
use super::comb::Comb;
use super::lines::{Candidate, candidates};
use super::reader::{MrzRead, MrzReader, ReadError};
use super::search::{self, FAIR};
use super::templates::{Templates, to_cell};

/// Longer side of the picture that is searched for lines.
const SEARCH_SIDE: usize = 1400;
/// Lines tried in each of the four turns.
const TRIED: usize = 10;
/// Mean correlation from which a line is taken for OCR-B.
const CONVINCING: f32 = 0.66;
/// Same for the neighbours of a convincing line, whose place is already known.
const NEIGHBOUR: f32 = 0.58;
/// Mean correlation under which a comb is not worth refining: far from [`CONVINCING`].
const HOPELESS: f32 = 0.5;
/// Surplus a cell over [`FAIR`] from which no other line is tried.
const SURE: f32 = 0.15;
/// Line distance in pitches: ICAO's 6 lines an inch is 1.67, passports and foreshortened photographs vary.
const SPACING: (f32, f32) = (1.25, 3.0);

/// See the module.
pub struct ClassicalMrzReader {
    templates: Templates,
}

impl Default for ClassicalMrzReader {
    fn default() -> Self {
        Self { templates: Templates::new() }
    }
}

impl MrzReader for ClassicalMrzReader {
    fn name(&self) -> &'static str {
        "classical"
    }

    fn read(&self, image: &RgbImage) -> Result<Option<MrzRead>, ReadError> {
        let full = Gray::from_rgb(image);
        let (small, factor) = full.shrunk(SEARCH_SIDE);
        for sideways in [0, 1] {
            let view = small.turned(sideways);
            let lines = candidates(&view, TRIED);
            for flipped in [false, true] {
                let mut best: Option<(f32, Block)> = None;
                for line in &lines {
                    let Some((gain, block)) = self.try_line(&view, line, flipped) else { continue };
                    let sure = gain >= SURE * (block.lines.len() as i32 * block.n) as f32;
                    if best.as_ref().is_none_or(|b| gain > b.0) {
                        best = Some((gain, block));
                    }
                    if sure {
                        break;
                    }
                }
                if let Some((_, block)) = best {
                    return Ok(Some(self.finish(&full, factor, sideways, &block)));
                }
            }
        }
        Ok(None)
    }
}

/// Combs of all lines from the top, cells `0..n` of each.
struct Block {
    lines: Vec<Comb>,
    n: i32,
}

impl ClassicalMrzReader {
    /// The zone that holds a line, if the line is OCR-B.
    fn try_line(&self, view: &Gray, line: &Candidate, flipped: bool) -> Option<(f32, Block)> {
        let (comb, n) = search::comb(view, &self.templates, line, flipped)?;
        // Upside down, many characters still look like others: both ways are tried and the better one counts.
        let reversed = Comb { angle: comb.angle + std::f32::consts::PI, ..comb };
        let refine = |c: Comb| c.refined(view, &self.templates, n, 1, 2);
        if comb.fit(view, &self.templates, 0..n, 1).max(reversed.fit(view, &self.templates, 0..n, 1)) < HOPELESS {
            return None;
        }
        let (upright, turned) = (refine(comb), refine(reversed));
        let (comb, fit) = if turned.1 > upright.1 { turned } else { upright };
        if fit < CONVINCING { None } else { self.block(view, comb, n) }
    }

    /// Finds the lines above and below a convincing one and decides which 2 or 3 of them, and which cells, are the zone.
    fn block(&self, view: &Gray, seed: Comb, n: i32) -> Option<(f32, Block)> {
        let mut lines = vec![seed];
        for direction in [-1.0, 1.0] {
            let mut from = seed;
            for _ in 0..2 {
                let Some(next) = self.neighbour(view, &from, n, direction) else { break };
                if direction < 0.0 {
                    lines.insert(0, next);
                } else {
                    lines.push(next);
                }
                from = next;
            }
        }
        let reach = -8..n + 15;
        let fits: Vec<Vec<f32>> = lines.iter().map(|l| l.fits(view, &self.templates, reach.clone(), 1)).collect();
        let mut best: Option<(f32, usize, usize, usize, i32)> = None;
        for (count, width) in [(3usize, 30usize), (2, 36), (2, 44)] {
            for first in 0..(lines.len() + 1).saturating_sub(count) {
                for from in 0..=reach.len() - width {
                    let gain: f32 =
                        fits[first..first + count].iter().flat_map(|f| &f[from..from + width]).map(|c| c - FAIR).sum();
                    if gain > 0.0 && best.is_none_or(|b| gain > b.0) {
                        best = Some((gain, first, count, from, width as i32));
                    }
                }
            }
        }
        let (gain, first, count, from, width) = best?;
        let lines = lines[first..first + count]
            .iter()
            .map(|l| {
                let mut shifted = *l;
                shifted.middle -= (from as i32 + reach.start) as f32;
                shifted
            })
            .collect();
        Some((gain, Block { lines, n: width }))
    }

    /// The next line in a direction (−1 up, 1 down).
    fn neighbour(&self, view: &Gray, from: &Comb, n: i32, direction: f32) -> Option<Comb> {
        let mut best: Option<(f32, Comb)> = None;
        let mut across = SPACING.0;
        while across <= SPACING.1 {
            for along in [-0.3, 0.0, 0.3] {
                let tried = from.moved(along, direction * across);
                let fit = tried.fit(view, &self.templates, 0..n, 1);
                if best.as_ref().is_none_or(|b| fit > b.0) {
                    best = Some((fit, tried));
                }
            }
            across += 0.15;
        }
        let (_, comb) = best?;
        let (comb, fit) = comb.refined(view, &self.templates, n, 1, 2);
        (fit >= NEIGHBOUR).then_some(comb)
    }

    /// Best correlation of each character with a cell, each character free to sit a little off the cell's middle: printers
    /// set some letters smaller or higher than the font says.
    fn jittered(&self, picture: &Gray, line: &Comb, cell: i32, blur: usize) -> [f32; 37] {
        let mut best = [f32::MIN; 37];
        for along in [-0.08, 0.0, 0.08] {
            for across in [-0.08, 0.0, 0.08] {
                let fits = self.templates.correlate(&line.moved(along, across).cell(picture, cell as f32), blur);
                best.iter_mut().zip(fits).for_each(|(b, f)| *b = b.max(f));
            }
        }
        best
    }

    /// Reads the cells from the full picture.
    fn finish(&self, full: &Gray, factor: f32, sideways: u32, block: &Block) -> MrzRead {
        let pitch = block.lines[0].pitch / factor;
        // 20 samples a pitch: shrink until two pixels at most fall into one.
        let wanted = (40.0 / pitch).min(1.0);
        let (picture, shrink) = full.shrunk((full.long_side() as f32 * wanted) as usize);
        let picture = picture.turned(sideways);
        let scale = shrink / factor;
        let mut cells = Vec::new();
        let mut corners = Vec::new();
        for line in &block.lines {
            let mut line = *line;
            line.at = (line.at.0 * scale, line.at.1 * scale);
            line.pitch *= scale;
            let (sharp, fit) = line.refined(&picture, &self.templates, block.n, 0, 4);
            let (soft, soft_fit) = line.refined(&picture, &self.templates, block.n, 1, 4);
            let (line, blur) = if fit >= soft_fit { (sharp, 0) } else { (soft, 1) };
            cells.push((0..block.n).map(|i| to_cell(&self.jittered(&picture, &line, i, blur))).collect());
            corners.push([line.point(-0.5, -0.5), line.point(block.n as f32 - 0.5, -0.5)]);
            corners.push([line.point(-0.5, 0.5), line.point(block.n as f32 - 0.5, 0.5)]);
        }
        let (top, bottom) = (corners[0], corners[corners.len() - 1]);
        let back = |(x, y): (f32, f32)| {
            let (x, y) = if sideways == 1 { (y, picture.width as f32 - 1.0 - x) } else { (x, y) };
            (x / shrink, y / shrink)
        };
        // Which way the line runs says whether it was upside down.
        let turns = sideways + if block.lines[0].angle.cos() < 0.0 { 2 } else { 0 };
        MrzRead { cells, turns, corners: [top[0], top[1], bottom[1], bottom[0]].map(back) }
    }
}
