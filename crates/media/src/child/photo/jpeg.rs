//! JPEG: its segments, and its pixels in strict mode.

use image::RgbImage;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::coding::Coding;
use super::outline::{Outline, contains};
use crate::Refusal;

/// Bytes the decoder may read ahead of what it uses; it takes four at a time.
const PADDING: [u8; 32] = [0; 32];

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// Walks the segments and the coded data from the start to the end-of-image marker. A second picture behind it (phones append
/// previews and depth maps) is not looked at.
pub(super) fn outline(bytes: &[u8]) -> Result<Outline<'_>, Refusal> {
    let mut outline = Outline { coding: Some(Coding::default()), ..Outline::default() };
    let mut at = 2;
    while let Some((marker, after)) = next_marker(bytes, at) {
        match marker {
            0xd9 => {
                outline.complete = true;
                outline.end = after - 2;
                break;
            }
            0x01 | 0xd0..=0xd8 => at = after,
            _ => {
                let Some((body, end)) = segment(bytes, after) else { break };
                read_segment(marker, body, &mut outline)?;
                at = end;
            }
        }
    }
    if outline.width == 0 || outline.height == 0 {
        return Err(if outline.complete { damaged() } else { Refusal::Truncated { format: "jpeg".to_owned() } });
    }
    Ok(outline)
}

/// Pixels. Strict mode turns a scan that ends or derails midway into an error instead of grey; of 141 genuine photos of many cameras
/// and editors none failed it. At an end marker the decoder would still fill up a cut picture that somebody closed with one, so a
/// sequential picture is decoded without it: a whole one never reads that far, a cut one runs out of data. (A progressive picture closed
/// early lacks detail, not area.)
pub(super) fn decode(bytes: &[u8], outline: &Outline<'_>) -> Result<RgbImage, Refusal> {
    let open_ended = if outline.progressive { bytes.to_vec() } else { [&bytes[..outline.end], &PADDING].concat() };
    decode_strictly(&open_ended)
}

fn decode_strictly(bytes: &[u8]) -> Result<RgbImage, Refusal> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let pixels = decoder.decode().map_err(|_| damaged())?;
    let (width, height) = decoder.dimensions().ok_or_else(damaged)?;
    let (width, height) = (u32::try_from(width).map_err(|_| damaged())?, u32::try_from(height).map_err(|_| damaged())?);
    let area = width as usize * height as usize;
    let rgb = if pixels.len() == area { pixels.iter().flat_map(|grey| [*grey; 3]).collect() } else { pixels };
    if rgb.len() != area * 3 {
        return Err(damaged());
    }
    RgbImage::from_raw(width, height, rgb).ok_or_else(damaged)
}

fn damaged() -> Refusal {
    Refusal::Damaged { format: "jpeg".to_owned() }
}

/// The next marker at or after `at` and the position behind it. Coded data between segments is passed over: in it, 0xff is followed
/// by 0x00 or by a restart marker, which the caller passes over too.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            0x00 => at += 2,
            0xff => at += 1,
            marker => return Some((marker, at + 2)),
        }
    }
}

/// A segment's body and the position behind it, `None` where the file ends first.
fn segment(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let length = usize::from(u16::from_be_bytes(*bytes.get(at..)?.first_chunk::<2>()?));
    let end = at + length.max(2);
    Some((bytes.get(at + 2..end)?, end))
}

fn read_segment<'a>(marker: u8, body: &'a [u8], outline: &mut Outline<'a>) -> Result<(), Refusal> {
    if let Some(coding) = &mut outline.coding {
        coding.note(marker, body);
    }
    match marker {
        0xc0..=0xc2 => {
            outline.progressive = marker == 0xc2;
            frame_header(body, outline)
        }
        0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => unsupported(&format!("jpeg_sof{}", marker - 0xc0)),
        0xe1 if body.starts_with(EXIF) => {
            outline.exif.get_or_insert(&body[EXIF.len()..]);
            Ok(())
        }
        0xe1 if body.starts_with(XMP) => {
            outline.xmp.get_or_insert(&body[XMP.len()..]);
            Ok(())
        }
        0xeb => {
            if body.starts_with(b"JP") && contains(body, b"jumb") {
                outline.c2pa |= contains(body, b"c2pa");
                outline.jumbf.get_or_insert(body);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn frame_header(body: &[u8], outline: &mut Outline<'_>) -> Result<(), Refusal> {
    let [precision, h1, h0, w1, w0, components] = *body.first_chunk::<6>().ok_or_else(damaged)?;
    if precision != 8 {
        return unsupported("jpeg_12_bit");
    }
    if components == 4 {
        return unsupported("jpeg_cmyk");
    }
    outline.width = u32::from(u16::from_be_bytes([w1, w0]));
    outline.height = u32::from(u16::from_be_bytes([h1, h0]));
    Ok(())
}

fn unsupported(format: &str) -> Result<(), Refusal> {
    Err(Refusal::UnsupportedFormat { format: format.to_owned() })
}
