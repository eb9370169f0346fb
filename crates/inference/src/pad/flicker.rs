//! Backlights and shutters: brightness that swings from frame to frame, alike over the picture or in horizontal bands. Lamps on the mains do it too.

use super::grey::Grey;
use super::{Signs, log10, median};

/// Rows and columns that are sampled.
const ROWS: usize = 48;
const COLUMNS: usize = 33;

pub(super) fn measure(greys: &[Grey], found: &mut Signs) {
    let (mut whole, mut bands, mut count) = (0.0, 0.0, 0);
    for three in greys.windows(3) {
        let [before, here, after] = three else { continue };
        let swings = swings(before, here, after);
        let mean = swings.iter().sum::<f32>() / swings.len().max(1) as f32;
        whole += mean * mean;
        bands += swings.iter().map(|swing| (swing - mean).powi(2)).sum::<f32>() / swings.len().max(1) as f32;
        count += 1;
    }
    if count > 0 {
        found.flicker = Some(log10((whole / count as f32).sqrt() + 0.01));
        found.bands = Some(log10((bands / count as f32).sqrt() + 0.01));
    }
}

/// For each sampled row how much brighter it is than between its neighbours in time: the middle value over the columns, so that a head which
/// moves over less than half of the row does not count.
fn swings(before: &Grey, here: &Grey, after: &Grey) -> Vec<f32> {
    let place = |at: usize, of: usize, length: usize| (2 * at + 1) * length / (2 * of);
    let row = |row: usize| {
        let y = place(row, ROWS, here.height);
        let mut values: Vec<f32> = (0..COLUMNS)
            .map(|column| {
                let x = place(column, COLUMNS, here.width);
                here.at(x, y) - f32::midpoint(before.at(x, y), after.at(x, y))
            })
            .collect();
        // A middle value of whole steps hides what is smaller; the mean of the middle half does not.
        values.sort_by(f32::total_cmp);
        let inner = &values[COLUMNS / 4..COLUMNS - COLUMNS / 4];
        inner.iter().sum::<f32>() / inner.len() as f32
    };
    let mut found: Vec<f32> = (0..ROWS).map(row).collect();
    // Rows in which something large moves stand out; they are taken back to three times the usual.
    let mut sizes: Vec<f32> = found.iter().map(|value| value.abs()).collect();
    let most = 3.0 * median(&mut sizes).unwrap_or(0.0) + 0.5;
    for value in &mut found {
        *value = value.clamp(-most, most);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_media::RgbImage;

    fn film(shade: impl Fn(usize, usize) -> f32) -> Signs {
        let grey = |number: usize| {
            let pixels = (0..64 * 96).flat_map(|at| [shade(number, at / 64) as u8; 3]).collect();
            Grey::of(&RgbImage { width: 64, height: 96, pixels })
        };
        let greys: Vec<Grey> = (0..30).map(grey).collect();
        let mut found = Signs::default();
        measure(&greys, &mut found);
        found
    }

    #[test]
    fn bands_and_flicker_are_told_apart() {
        let still = film(|_, _| 120.0);
        let bands = film(|n, row| 120.0 + 4.0 * (row as f32 * 0.4 + n as f32 * 2.0).sin());
        let whole = film(|n, _| 120.0 + 4.0 * (n as f32 * 2.0).sin());
        assert!(bands.bands > Some(0.0) && bands.bands > whole.bands);
        assert!(whole.flicker > Some(0.0) && whole.flicker > bands.flicker);
        assert!(still.bands < Some(-1.5) && still.flicker < Some(-1.5));
    }
}
