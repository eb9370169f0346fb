//! Pictures to files.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::Exif;
use crate::{Picture, SpecimenError};

/// A baseline JPEG of `quality` 1–100, with camera data right behind the start marker when given.
pub fn encode_jpeg(picture: &Picture, quality: u8, exif: Option<&Exif>) -> Result<Vec<u8>, SpecimenError> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, quality.clamp(1, 100)).write_image(
        &picture.pixels,
        picture.width,
        picture.height,
        ExtendedColorType::Rgb8,
    )?;
    let Some(exif) = exif else { return Ok(plain) };
    let (start, rest) = plain.split_at(2);
    Ok([start, &exif.segment(), rest].concat())
}

/// A PNG without metadata.
pub fn encode_png(picture: &Picture) -> Result<Vec<u8>, SpecimenError> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&picture.pixels, picture.width, picture.height, ExtendedColorType::Rgb8)?;
    Ok(bytes)
}
