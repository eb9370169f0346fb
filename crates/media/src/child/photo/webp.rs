//! WebP: its RIFF chunks. Pixels are in `pixels.rs`.

use std::io::Cursor;

use image::ImageDecoder;
use image::codecs::webp::WebPDecoder;

use super::outline::{Outline, le32};
use crate::Refusal;

/// Prefix some writers put before the EXIF block, as in JPEG.
const EXIF: &[u8] = b"Exif\0\0";

/// Walks the chunks; the size comes from the decoder's header reader, since three kinds of header carry it.
pub(super) fn outline(bytes: &[u8]) -> Result<Outline<'_>, Refusal> {
    let declared = le32(bytes, 4).unwrap_or(0) as usize;
    let mut outline = Outline { complete: bytes.len() >= declared.saturating_add(8), ..Outline::default() };
    let mut at = 12;
    while let Some((kind, body, end)) = chunk(bytes, at) {
        match kind {
            b"ANIM" | b"ANMF" => outline.animated = true,
            b"EXIF" => outline.exif = Some(body.strip_prefix(EXIF).unwrap_or(body)),
            b"XMP " => outline.xmp = Some(body),
            b"ICCP" => outline.colour_profile = true,
            b"C2PA" => (outline.c2pa, outline.jumbf) = (true, Some(body)),
            _ => {}
        }
        at = end;
    }
    let header = WebPDecoder::new(Cursor::new(bytes));
    match header {
        Ok(decoder) => (outline.width, outline.height) = decoder.dimensions(),
        Err(_) if outline.complete => return Err(Refusal::Damaged { format: "webp".to_owned() }),
        Err(_) => return Err(Refusal::Truncated { format: "webp".to_owned() }),
    }
    Ok(outline)
}

fn chunk(bytes: &[u8], at: usize) -> Option<(&[u8; 4], &[u8], usize)> {
    let kind = bytes.get(at..)?.first_chunk::<4>()?;
    let length = le32(bytes, at + 4)? as usize;
    let body = bytes.get(at + 8..at.checked_add(8)?.checked_add(length)?)?;
    Some((kind, body, at + 8 + length + length % 2))
}
