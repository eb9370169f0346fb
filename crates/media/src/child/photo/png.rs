//! PNG: its chunks. Pixels are in `pixels.rs`.

use super::outline::{Outline, be32};
use crate::Refusal;

const XMP: &[u8] = b"XML:com.adobe.xmp\0";

/// Walks the chunks to the end chunk.
pub(super) fn outline(bytes: &[u8]) -> Result<Outline<'_>, Refusal> {
    let mut outline = Outline::default();
    let mut at = 8;
    while let Some((kind, body, end)) = chunk(bytes, at) {
        match kind {
            b"IHDR" => {
                outline.width = be32(body, 0).unwrap_or(0);
                outline.height = be32(body, 4).unwrap_or(0);
            }
            b"acTL" => outline.animated = true,
            b"eXIf" => outline.exif = Some(body),
            b"iTXt" if body.starts_with(XMP) => outline.xmp = Some(&body[XMP.len()..]),
            b"iCCP" => outline.colour_profile = true,
            b"caBX" => (outline.c2pa, outline.jumbf) = (true, Some(body)),
            b"IEND" => {
                outline.complete = true;
                break;
            }
            _ => {}
        }
        at = end;
    }
    if outline.width == 0 || outline.height == 0 {
        let format = "png".to_owned();
        return Err(if at == 8 { Refusal::Truncated { format } } else { Refusal::Damaged { format } });
    }
    Ok(outline)
}

/// Kind, body, and the position behind the chunk's checksum; `None` where the file ends first.
fn chunk(bytes: &[u8], at: usize) -> Option<(&[u8; 4], &[u8], usize)> {
    let length = usize::try_from(be32(bytes, at)?).ok()?;
    let kind = bytes.get(at + 4..)?.first_chunk::<4>()?;
    let end = at.checked_add(8)?.checked_add(length)?;
    let body = bytes.get(at + 8..end)?;
    bytes.get(end..end + 4)?;
    Some((kind, body, end + 4))
}
