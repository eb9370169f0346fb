//! The slope of a symbol's rows against its bars: a photograph from the side leaves them not quite square.

use super::super::picture::Gray;

/// Steepest slope that is looked for, and the step between tries.
const STEEPEST: f32 = 0.2;
const STEP: f32 = 0.01;
/// Every how many columns are looked at.
const COLUMNS: usize = 3;

/// Slope of the rows, down to the right positive: where the change from one line of pixels to the next gathers in the fewest
/// lines. 0 for a strip too small to tell.
pub(super) fn of_rows(strip: &Gray) -> f32 {
    let (w, h) = (strip.width, strip.height);
    if w < 60 || h < 20 {
        return 0.0;
    }
    let columns: Vec<usize> = (w / 10..w - w / 10).step_by(COLUMNS).collect();
    let change: Vec<Vec<u8>> = columns
        .iter()
        .map(|x| (1..h).map(|y| strip.pixels[y * w + x].abs_diff(strip.pixels[(y - 1) * w + x])).collect())
        .collect();
    let gathered = |slope: f32| -> f32 {
        let mut lines = vec![0f32; h];
        for (x, column) in columns.iter().zip(&change) {
            let drop = (slope * (*x as f32 - w as f32 / 2.0)).round() as isize;
            // Lines that leave the strip are left out on both sides.
            for (y, change) in column.iter().enumerate() {
                if let Some(line) = y.checked_add_signed(-drop).and_then(|at| lines.get_mut(at)) {
                    *line += f32::from(*change);
                }
            }
        }
        lines.iter().map(|line| line * line).sum()
    };
    let tries = (STEEPEST / STEP) as i32;
    // Level is a little better than chance, so that noise does not tilt a level strip.
    let level = (0.0, gathered(0.0) * 1.01);
    let slopes = (-tries..=tries).map(|i| i as f32 * STEP);
    slopes.map(|slope| (slope, gathered(slope))).fold(level, |best, new| if new.1 > best.1 { new } else { best }).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_of_sheared_rows_is_found() {
        for wanted in [-0.12f32, 0.0, 0.07] {
            let mut strip = Gray::filled(500, 160, 255);
            for y in 0..160 {
                for x in 0..500 {
                    let row = ((y as f32 - wanted * (x as f32 - 250.0)) / 9.0).floor() as i32;
                    let dark = (row.wrapping_mul(7919) ^ (x as i32 / 5).wrapping_mul(104_729)) % 3 == 0;
                    strip.pixels[y * 500 + x] = if dark { 20 } else { 230 };
                }
            }
            assert!((of_rows(&strip) - wanted).abs() < 0.015, "{wanted}: {}", of_rows(&strip));
        }
        assert!(of_rows(&Gray::filled(300, 100, 90)).abs() < 1e-6);
        assert!(of_rows(&Gray::filled(1, 1, 90)).abs() < 1e-6);
    }
}
