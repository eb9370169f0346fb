//! What a photo says of its own origin. Unreadable metadata is missing metadata, never a refusal.

use exif::{Exif, In, Reader, Tag, Value};

use super::manifest::claim_generator;
use super::outline::{Outline, contains};
use crate::Provenance;
use crate::protocol::WireMetadata;

/// Longest text kept here; the parent shortens again.
const TEXT_CHARS: usize = 128;

/// Reads EXIF and XMP. Orientation is 1 where none is said. A position is noted, not read.
pub(super) fn read(outline: &Outline<'_>) -> WireMetadata {
    let exif = outline.exif.and_then(parse);
    let text = |tag| exif.as_ref().and_then(|exif| ascii(exif, tag));
    let orientation = exif.as_ref().and_then(|exif| exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0));
    WireMetadata {
        make: text(Tag::Make),
        model: text(Tag::Model),
        software: text(Tag::Software).or_else(|| outline.xmp.and_then(creator_tool)),
        taken_at: text(Tag::DateTimeOriginal),
        orientation: orientation.and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=8).contains(n)).unwrap_or(1),
        has_exif: outline.exif.is_some(),
        has_xmp: outline.xmp.is_some(),
        has_c2pa: outline.c2pa,
        has_position: exif
            .as_ref()
            .is_some_and(|exif| exif.fields().any(|field| [Tag::GPSLatitude, Tag::GPSLongitude].contains(&field.tag))),
    }
}

/// How the file was coded and what else it carries. No value of a field leaves the child, only that it is there.
pub(super) fn provenance(outline: &Outline<'_>, file_bytes: usize) -> Provenance {
    let exif = outline.exif.and_then(parse);
    let has = |tag| exif.as_ref().is_some_and(|exif| exif.get_field(tag, In::PRIMARY).is_some());
    let text = |tag| exif.as_ref().and_then(|exif| ascii(exif, tag));
    let exposure = [Tag::ExposureTime, Tag::FNumber, Tag::PhotographicSensitivity];
    let (taken, saved) = (text(Tag::DateTimeOriginal), text(Tag::DateTime));
    let xmp = |needle: &[u8]| outline.xmp.is_some_and(|packet| contains(packet, needle));
    let coding = outline.coding.as_ref();
    Provenance {
        file_bytes: file_bytes as u64,
        stored_width: outline.width,
        stored_height: outline.height,
        jpeg: coding.map(|coding| coding.facts(outline.progressive)),
        exif_entries: exif.as_ref().map_or(0, |exif| u16::try_from(exif.fields().count()).unwrap_or(u16::MAX)),
        has_exposure: exposure.into_iter().filter(|tag| has(*tag)).count() >= 2,
        has_capture_time: taken.is_some(),
        saved_later: matches!((&taken, &saved), (Some(taken), Some(saved)) if taken != saved),
        has_maker_note: has(Tag::MakerNote),
        has_history: xmp(b"xmpMM:History") || xmp(b"stEvt:softwareAgent") || xmp(b"photoshop:History"),
        has_editor_block: coding.is_some_and(|coding| coding.editor_block),
        says_generated: xmp(b"trainedAlgorithmicMedia") || xmp(b"compositeWithTrainedAlgorithmicMedia"),
        has_colour_profile: outline.colour_profile || coding.is_some_and(|coding| coding.colour_profile),
        has_jumbf: outline.jumbf.is_some(),
        claim_generator: outline.jumbf.and_then(claim_generator),
    }
}

fn parse(block: &[u8]) -> Option<Exif> {
    let whole = Reader::new().continue_on_error(true).read_raw(block.to_vec());
    whole.or_else(|error| error.distill_partial_result(|_| {})).ok()
}

fn ascii(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    printable(lines.first()?)
}

fn printable(raw: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(raw);
    let text: String = text.chars().filter(|c| !c.is_control()).take(TEXT_CHARS).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// `CreatorTool` of an XMP packet, written as an attribute or as an element.
fn creator_tool(xmp: &[u8]) -> Option<String> {
    const NAME: &[u8] = b"xmp:CreatorTool";
    let start = xmp.windows(NAME.len()).position(|window| window == NAME)? + NAME.len();
    let rest = xmp.get(start..)?;
    let (rest, closing) = match rest.first_chunk::<2>() {
        Some(b"=\"") => (&rest[2..], b'"'),
        Some(b"='") => (&rest[2..], b'\''),
        Some([b'>', _]) => (&rest[1..], b'<'),
        _ => return None,
    };
    printable(rest.split(|byte| *byte == closing).next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn creator_tool_is_read_in_both_spellings() {
        assert_eq!(
            creator_tool(br#"<x xmp:CreatorTool="Adobe Photoshop 25.0" y="#).as_deref(),
            Some("Adobe Photoshop 25.0")
        );
        assert_eq!(creator_tool(b"<xmp:CreatorTool>GIMP 2.10</xmp:CreatorTool>").as_deref(), Some("GIMP 2.10"));
        assert_eq!(creator_tool(b"<xmp:CreatorTool"), None);
    }

    #[test]
    fn broken_metadata_is_missing_metadata() {
        let outline = Outline { exif: Some(b"MM\0*\xff\xff\xff\xff"), ..Outline::default() };
        let read = read(&outline);
        assert!(read.has_exif);
        assert_eq!((read.orientation, read.make), (1, None));
    }
}
