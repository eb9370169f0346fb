//! What a photo's container says before any pixel is decoded.

use super::coding::Coding;

/// Facts of the container; slices borrow from the file.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    /// Columns by the header.
    pub width: u32,
    /// Rows by the header.
    pub height: u32,
    /// Whether the container's own end was reached.
    pub complete: bool,
    /// Where that end begins, bytes from the file's start; JPEG only.
    pub end: usize,
    /// Whether the picture is stored in several passes of rising detail; JPEG only.
    pub progressive: bool,
    /// Whether it says to hold more than one picture in time.
    pub animated: bool,
    /// The TIFF block of EXIF, without a container's prefix.
    pub exif: Option<&'a [u8]>,
    /// The XMP packet.
    pub xmp: Option<&'a [u8]>,
    /// Whether a C2PA manifest store is there.
    pub c2pa: bool,
    /// The first JUMBF box, or its first part.
    pub jumbf: Option<&'a [u8]>,
    /// How it is coded; JPEG only.
    pub coding: Option<Coding>,
    /// Whether a colour profile is there.
    pub colour_profile: bool,
}

/// Whether `needle` occurs in `hay`.
pub(super) fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

/// Big-endian 32 bits at `offset`.
pub(super) fn be32(bytes: &[u8], offset: usize) -> Option<u32> {
    bytes.get(offset..)?.first_chunk::<4>().map(|b| u32::from_be_bytes(*b))
}

/// Little-endian 32 bits at `offset`.
pub(super) fn le32(bytes: &[u8], offset: usize) -> Option<u32> {
    bytes.get(offset..)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b))
}
