//! Photos: JPEG, PNG, WebP by Rust decoders.

mod coding;
mod jpeg;
mod manifest;
mod metadata;
mod outline;
mod pixels;
mod png;
mod webp;

use std::io::Write;

use image::RgbImage;
use image::metadata::Orientation;

use super::{Outlets, Stop, sniff};
use crate::protocol::{Reply, WireFormat};
use crate::{Limits, Refusal};
use outline::Outline;

/// Decodes a photo and hands it to the parent. Size and completeness are judged from the file's outline before any pixel is decoded.
pub(super) fn decode(bytes: &[u8], limits: &Limits, outlets: &mut Outlets) -> Result<(), Stop> {
    let (format, name) = accepted(bytes)?;
    let outline = match format {
        WireFormat::Jpeg => jpeg::outline(bytes),
        WireFormat::Png => png::outline(bytes),
        WireFormat::WebP => webp::outline(bytes),
    }?;
    judge(&outline, name, limits)?;
    let picture = match format {
        WireFormat::Jpeg => jpeg::decode(bytes, &outline),
        WireFormat::Png => pixels::png(bytes, limits),
        WireFormat::WebP => pixels::webp(bytes, limits),
    }?;
    if picture.dimensions() != (outline.width, outline.height) {
        return Err(Refusal::Damaged { format: name.to_owned() }.into());
    }
    let metadata = metadata::read(&outline);
    let picture = turned(picture, metadata.orientation);
    outlets.say(&Reply::Start { width: picture.width(), height: picture.height() })?;
    outlets.pixels.write_all(picture.as_raw())?;
    let provenance = metadata::provenance(&outline, bytes.len());
    outlets.say(&Reply::Photo { format, metadata, provenance })
}

fn accepted(bytes: &[u8]) -> Result<(WireFormat, &'static str), Refusal> {
    let name = sniff::format(bytes).ok_or(Refusal::UnknownFormat)?;
    match name {
        "jpeg" => Ok((WireFormat::Jpeg, name)),
        "png" => Ok((WireFormat::Png, name)),
        "webp" => Ok((WireFormat::WebP, name)),
        other => Err(Refusal::UnsupportedFormat { format: other.to_owned() }),
    }
}

fn judge(outline: &Outline<'_>, name: &str, limits: &Limits) -> Result<(), Refusal> {
    let (width, height) = (outline.width, outline.height);
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits.photo_pixels {
        return Err(Refusal::TooManyPixels { pixels, limit: limits.photo_pixels });
    }
    if outline.animated {
        return Err(Refusal::Animated);
    }
    if !outline.complete {
        return Err(Refusal::Truncated { format: name.to_owned() });
    }
    if width.min(height) < limits.photo_side {
        return Err(Refusal::TooSmall { width, height, least: limits.photo_side });
    }
    Ok(())
}

/// The picture upright, by its EXIF orientation 1–8.
fn turned(picture: RgbImage, orientation: u8) -> RgbImage {
    let Some(turn) = Orientation::from_exif(orientation).filter(|turn| *turn != Orientation::NoTransforms) else {
        return picture;
    };
    let mut picture = image::DynamicImage::ImageRgb8(picture);
    picture.apply_orientation(turn);
    picture.into_rgb8()
}
