//! From a candidate line to a comb: tries pitches, heights and phases until 30 to 44 equal cells hold OCR-B.

use super::super::picture::Gray;
use super::comb::Comb;
use super::lines::Candidate;
use super::templates::{CELL_H, CELL_W, Templates};

/// Correlation a cell needs to speak for a line rather than against it; ordinary print cut into cells of a wrong pitch
/// stays around 0.5, OCR-B at seven pixels a pitch around 0.75.
pub const FAIR: f32 = 0.55;
/// Pitch over blob thickness: the blob is as thick as the capitals, give or take blur and the threshold.
const PITCHES: [f32; 5] = [0.72, 0.84, 0.97, 1.12, 1.3];
/// Samples a pitch in the search strip.
const STEP: usize = CELL_W / 2;
const ROWS: usize = CELL_H / 2;
/// Rows by which the strip's window may slide up and down, at this stride.
const SLIDES: [usize; 5] = [0, 2, 4, 6, 8];
/// Cells beyond each end of the blob.
const MARGIN: usize = 5;

/// The best comb for a candidate with the number of cells and their mean surplus over [`FAIR`] (rough).
pub fn comb(picture: &Gray, templates: &Templates, line: &Candidate, flipped: bool) -> Option<(Comb, i32)> {
    let angle = if flipped { line.angle + std::f32::consts::PI } else { line.angle };
    let mut best: Option<(f32, Comb, i32)> = None;
    for ratio in PITCHES {
        let pitch = line.thickness * ratio;
        let cells = (line.length / pitch) as usize + 2 * MARGIN;
        if pitch < 4.0 || !(20..=90).contains(&cells) {
            continue;
        }
        let axis = Comb {
            at: line.at,
            angle,
            pitch,
            tall: 1.0,
            lean: 0.0,
            bend: (0.0, 0.0),
            middle: cells as f32 / 2.0 - 0.5,
        };
        let strip = strip(picture, &axis, cells);
        for slide in SLIDES {
            let fits = fits(&strip, cells * STEP, slide, templates);
            let Some((gain, start, step, n)) = teeth(&fits) else { continue };
            if best.as_ref().is_none_or(|b| gain > b.0) {
                // `start` is the sample of the first cell's middle.
                let first = start / STEP as f32 - 0.5;
                let at = axis.point(first + (n - 1) as f32 / 2.0 * step, (slide as f32 - 4.0) / ROWS as f32);
                let comb = Comb { at, pitch: pitch * step, middle: (n - 1) as f32 / 2.0, tall: 1.0 / step, ..axis };
                best = Some((gain, comb, n));
            }
        }
    }
    best.map(|(_, comb, n)| (comb, n))
}

/// `cells × STEP` columns by `ROWS + 8` rows along the axis.
fn strip(picture: &Gray, axis: &Comb, cells: usize) -> Vec<f32> {
    let (columns, rows) = (cells * STEP, ROWS + 8);
    let mut out = Vec::with_capacity(columns * rows);
    for y in 0..rows {
        let down = (y as f32 + 0.5 - rows as f32 / 2.0) / ROWS as f32;
        for x in 0..columns {
            let (px, py) = axis.point((x as f32 + 0.5) / STEP as f32 - 0.5, down);
            out.push(picture.sample(px, py));
        }
    }
    out
}

/// Best correlation for a cell whose middle is at each second sample.
fn fits(strip: &[f32], columns: usize, slide: usize, templates: &Templates) -> Vec<f32> {
    (STEP / 2..columns - STEP / 2)
        .step_by(2)
        .map(|middle| {
            let left = middle - STEP / 2;
            templates.search(&std::array::from_fn(|p| strip[(slide + p / STEP) * columns + left + p % STEP]))
        })
        .collect()
}

/// Finds step (relative pitch), phase and a run of 30, 36 or 44 cells with the largest surplus over [`FAIR`]:
/// (surplus, sample of the first middle, step, cells).
fn teeth(fits: &[f32]) -> Option<(f32, f32, f32, i32)> {
    let mut best: Option<(f32, f32, f32, i32)> = None;
    for stretch in -6..=6 {
        let step = 1.0 + stretch as f32 * 0.011;
        // In units of `fits` entries, which are two samples apart.
        let stride = step * STEP as f32 / 2.0;
        for phase in 0..STEP / 2 {
            let gains: Vec<f32> = (0..fits.len())
                .map(|i| phase as f32 + i as f32 * stride)
                .take_while(|at| at.round() < fits.len() as f32)
                .map(|at| fits[at.round() as usize] - FAIR)
                .collect();
            for n in [30usize, 36, 44] {
                for (from, window) in gains.windows(n).enumerate() {
                    let gain: f32 = window.iter().sum();
                    if best.is_none_or(|b| gain > b.0) && gain > 0.0 {
                        let first = (phase as f32 + from as f32 * stride) * 2.0 + STEP as f32 / 2.0;
                        best = Some((gain, first, step, n as i32));
                    }
                }
            }
        }
    }
    best
}
