//! A screenshot: as many pixels as a screen, stored without loss, bars of one colour over the whole width, places without any noise.
//!
//! It cannot see a screenshot that was cropped to the picture and saved as JPEG. Real photographs have neither bars nor a screen's size.

use countersign_media::{Photo, PhotoFormat, RgbImage};

use super::file::FileSign;

/// Rows count as a bar when every pixel lies this near to the row's first, 8-bit steps by channel.
const BAR_TOLERANCE: u8 = 2;
/// A tenth of a bar's pixels may differ: clock and battery signs.
const BAR_STRAY: usize = 10;
/// Side of the squares looked at for flatness, and how many of them at most.
const SQUARE: usize = 8;
const SQUARES: usize = 20_000;

/// The signs and their sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screenshot {
    /// Share of the rows, from above and below, that are bars.
    pub bars: f32,
    /// Share of squares of 8 × 8 without any change; a photograph with noise has hardly one.
    pub flat: f32,
    /// Of the signs: screen's size 0.5, lossless 0.25, bars 0.25 (in full from 3 % of the rows), flat 0.25 (in full from 20 %).
    pub signs: f32,
}

/// Adds up the signs.
pub(super) fn measure(photo: &Photo, file: &[FileSign]) -> Screenshot {
    let (bars, flat) = (bars(&photo.image), flat(&photo.image));
    let sized = if file.contains(&FileSign::ScreenSized) { 0.5 } else { 0.0 };
    let lossless = if photo.format == PhotoFormat::Png { 0.25 } else { 0.0 };
    let signs = sized + lossless + 0.25 * (bars / 0.03).min(1.0) + 0.25 * (flat / 0.2).min(1.0);
    Screenshot { bars, flat, signs: signs.min(1.0) }
}

fn bars(image: &RgbImage) -> f32 {
    let rows: Vec<&[u8]> = image.pixels.chunks_exact(image.width.max(1) as usize * 3).collect();
    let is_bar = |row: &&&[u8]| {
        let pixels = row.as_chunks::<3>().0;
        let first = pixels[pixels.len() / 50];
        let near = |pixel: &[u8; 3]| pixel.iter().zip(first).all(|(a, b)| a.abs_diff(b) <= BAR_TOLERANCE);
        let other = pixels.iter().step_by(3).filter(|pixel| !near(pixel)).count();
        other * 3 * BAR_STRAY <= pixels.len()
    };
    let above = rows.iter().take_while(is_bar).count();
    let below = rows.iter().rev().take_while(is_bar).count();
    ((above + below) as f32 / rows.len().max(1) as f32).min(1.0)
}

fn flat(image: &RgbImage) -> f32 {
    let (columns, rows) = (image.width as usize / SQUARE, image.height as usize / SQUARE);
    let wide = image.width as usize * 3;
    let step = (columns * rows / SQUARES).max(1);
    let squares = (0..columns * rows).step_by(step);
    let count = squares.len().max(1);
    let flat = squares.filter(|at| {
        let start = at / columns * SQUARE * wide + at % columns * SQUARE * 3;
        let first = &image.pixels[start..start + 3];
        (0..SQUARE).all(|row| {
            image.pixels[start + row * wide..][..SQUARE * 3].as_chunks::<3>().0.iter().all(|pixel| pixel == first)
        })
    });
    flat.count() as f32 / count as f32
}

#[cfg(test)]
mod tests {
    use countersign_media::{PhotoMetadata, Provenance};

    use super::*;

    fn photo(format: PhotoFormat, shade: impl Fn(u32) -> u8) -> Photo {
        let pixels = (0..240 * 400).flat_map(|at| [shade(at); 3]).collect();
        let image = RgbImage { width: 240, height: 400, pixels };
        Photo { image, format, metadata: PhotoMetadata::default(), provenance: Provenance::default() }
    }

    #[test]
    fn bars_lossless_and_a_screens_size_add_up() {
        let noisy = |at: u32| (100 + (at.wrapping_mul(0x9E37_79B1) >> 24) % 50) as u8;
        let plain = measure(&photo(PhotoFormat::Jpeg, noisy), &[]);
        assert!(plain.signs < 0.05 && plain.bars < 0.01 && plain.flat < 0.01, "{plain:?}");
        let barred = |at: u32| if (40..360).contains(&(at / 240)) { noisy(at) } else { 250 };
        let shot = measure(&photo(PhotoFormat::Png, barred), &[FileSign::ScreenSized]);
        assert!((shot.bars - 0.2).abs() < 0.01, "{shot:?}");
        assert!(shot.signs > 0.95, "{shot:?}");
    }
}
