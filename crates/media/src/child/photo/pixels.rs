//! Pixels of PNG and WebP through the `image` crate, brought to 8-bit RGB.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, RgbImage, error::LimitErrorKind};

use crate::{Limits, Refusal};

/// Decodes a PNG of any colour type and depth; 16 bits become 8, transparency becomes white paper.
pub(super) fn png(bytes: &[u8], limits: &Limits) -> Result<RgbImage, Refusal> {
    flat(PngDecoder::with_limits(Cursor::new(bytes), allowance(limits)), "png", limits)
}

/// Decodes a still WebP, lossy or lossless.
pub(super) fn webp(bytes: &[u8], limits: &Limits) -> Result<RgbImage, Refusal> {
    flat(WebPDecoder::new(Cursor::new(bytes)), "webp", limits)
}

fn allowance(limits: &Limits) -> image::Limits {
    let mut allowance = image::Limits::no_limits();
    allowance.max_alloc = Some(limits.memory_bytes);
    allowance
}

fn flat(decoder: ImageResult<impl ImageDecoder>, name: &str, limits: &Limits) -> Result<RgbImage, Refusal> {
    let picture = decoder.and_then(|mut decoder| {
        decoder.set_limits(allowance(limits))?;
        DynamicImage::from_decoder(decoder)
    });
    match picture {
        Ok(picture) if picture.color().has_alpha() => Ok(on_white(&picture)),
        Ok(picture) => Ok(picture.into_rgb8()),
        Err(ImageError::Limits(limit)) if matches!(limit.kind(), LimitErrorKind::InsufficientMemory) => {
            Err(Refusal::MemoryBudget)
        }
        Err(ImageError::Unsupported(_)) => Err(Refusal::UnsupportedFormat { format: format!("{name}_variant") }),
        Err(_) => Err(Refusal::Damaged { format: name.to_owned() }),
    }
}

/// What a person sees of a transparent picture on a white page; colours hidden under full transparency stay hidden.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let rgba = picture.to_rgba8();
    let mut flat = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in flat.pixels_mut().zip(rgba.pixels()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        to.0 = [r, g, b].map(|colour| ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8);
    }
    flat
}
