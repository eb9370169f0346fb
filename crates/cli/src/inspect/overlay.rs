//! Heat maps as pictures: the photo, small and grey, with what a detector marked in red.

use std::path::Path;

use anyhow::{Context, Result};
use countersign_inference::document::unaltered::{HeatMap, Unaltered};
use countersign_media::RgbImage;

use crate::eval::documents::picture::png;

/// Longest side of the picture, pixels.
const LONGEST: usize = 900;

/// Writes `<name>.<detector>.png` into `folder` for every map there is; `name` is the file's path with its separators as dashes.
pub fn write(folder: &Path, file: &Path, image: &RgbImage, seen: &Unaltered) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let parts: Vec<_> =
        file.iter().map(|part| part.to_string_lossy()).filter(|part| part != "/" && part != "..").collect();
    for (detector, map) in seen.maps() {
        let path = folder.join(format!("{}.{detector}.png", parts.join("-")));
        std::fs::write(&path, marked(image, map)).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

fn marked(image: &RgbImage, map: &HeatMap) -> Vec<u8> {
    let (width, height) = (image.width as usize, image.height as usize);
    let step = width.max(height).div_ceil(LONGEST).max(1);
    let (columns, rows) = ((width / step).max(1), (height / step).max(1));
    let mut raw = Vec::with_capacity(rows * (columns * 3 + 1));
    for row in 0..rows {
        raw.push(0);
        for column in 0..columns {
            let at = ((row * step).min(height - 1) * width + (column * step).min(width - 1)) * 3;
            let [r, g, b] = [0, 1, 2].map(|part| u32::from(image.pixels[at + part]));
            let grey = (299 * r + 587 * g + 114 * b) as f32 / 1000.0;
            let heat = map.values[row * map.rows / rows * map.columns + column * map.columns / columns];
            raw.push((grey * (1.0 - 0.6 * heat) + 153.0 * heat) as u8);
            raw.extend([(grey * (1.0 - 0.6 * heat)) as u8; 2]);
        }
    }
    png(columns as u32, rows as u32, &raw)
}
