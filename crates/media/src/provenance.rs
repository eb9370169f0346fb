//! How a photo's file was coded and what it carries beside the picture: plain bounded facts for judging where it comes from.
//!
//! Never a position, never a serial number, never a picture's own text. Everything here can be forged by whoever wrote the file, so
//! it may raise a question and never answers one.

use serde::{Deserialize, Serialize};

/// Entries of a quantisation table.
pub const TABLE: usize = 64;
/// Longest text kept, characters.
const TEXT_CHARS: usize = 96;

/// Facts of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Length of the file, bytes.
    pub file_bytes: u64,
    /// Columns as stored, before the orientation was applied.
    pub stored_width: u32,
    /// Rows as stored.
    pub stored_height: u32,
    /// How the JPEG was coded; `None` for PNG and WebP.
    pub jpeg: Option<JpegCoding>,
    /// How many EXIF entries there are, at most 65,535.
    pub exif_entries: u16,
    /// Whether EXIF says exposure: at least two of exposure time, aperture and sensitivity.
    pub has_exposure: bool,
    /// Whether EXIF says when the picture was taken.
    pub has_capture_time: bool,
    /// Whether the file was written at another time than the picture was taken, both as EXIF says.
    pub saved_later: bool,
    /// Whether the camera left its own block (maker note).
    pub has_maker_note: bool,
    /// Whether XMP tells an editing history, or which program made it.
    pub has_history: bool,
    /// Whether an image editor's own resource block is there (`Photoshop 3.0` in APP13, `Ducky` in APP12).
    pub has_editor_block: bool,
    /// Whether metadata says that a generator made the picture (IPTC digital source type).
    pub says_generated: bool,
    /// Whether a colour profile is embedded.
    pub has_colour_profile: bool,
    /// Whether a JUMBF box (APP11, `caBX`) is there.
    pub has_jumbf: bool,
    /// Claim generator of a C2PA manifest, printable and short. Its signature is *not* verified.
    pub claim_generator: Option<String>,
}

/// How a JPEG was coded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JpegCoding {
    /// Whether stored in several passes of rising detail.
    pub progressive: bool,
    /// Whether a JFIF header is there.
    pub jfif: bool,
    /// Whether an Adobe header (APP14) is there.
    pub adobe: bool,
    /// Horizontal and vertical sampling factors by component, 1–4 each, at most three components.
    pub sampling: Vec<(u8, u8)>,
    /// Luma quantisation table, row by row, 64 entries of 1–65,535; empty when the file names none.
    pub luma_table: Vec<u16>,
    /// Chroma quantisation table in the same form; empty for a grey picture.
    pub chroma_table: Vec<u16>,
}

impl Provenance {
    /// What came out of the child, made safe; `None` when it breaks its own contract.
    pub(crate) fn checked(mut self) -> Option<Self> {
        if let Some(jpeg) = &self.jpeg {
            let table = |entries: &[u16]| entries.is_empty() || (entries.len() == TABLE && !entries.contains(&0));
            let sampling = jpeg.sampling.len() <= 3 && jpeg.sampling.iter().flat_map(|(h, v)| [h, v]).all(|n| *n <= 4);
            if !(table(&jpeg.luma_table) && table(&jpeg.chroma_table) && sampling) {
                return None;
            }
        }
        self.claim_generator =
            self.claim_generator.map(|text| text.chars().filter(|c| !c.is_control()).take(TEXT_CHARS).collect());
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_that_breaks_its_contract_is_not_believed() {
        let with = |jpeg| Provenance { jpeg: Some(jpeg), ..Provenance::default() }.checked();
        assert!(with(JpegCoding { luma_table: vec![3; TABLE], ..JpegCoding::default() }).is_some());
        assert!(with(JpegCoding { luma_table: vec![3; 63], ..JpegCoding::default() }).is_none());
        assert!(with(JpegCoding { chroma_table: vec![0; TABLE], ..JpegCoding::default() }).is_none());
        assert!(with(JpegCoding { sampling: vec![(1, 1); 4], ..JpegCoding::default() }).is_none());
        let long = Provenance { claim_generator: Some("x\u{1b}".repeat(200)), ..Provenance::default() };
        assert_eq!(long.checked().and_then(|p| p.claim_generator).map(|text| text.len()), Some(TEXT_CHARS));
    }
}
