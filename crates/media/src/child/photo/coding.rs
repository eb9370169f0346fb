//! The coding facts of a JPEG, gathered while its segments are walked.

use super::outline::contains;
use crate::provenance::{JpegCoding, TABLE};

/// Place of the n-th stored entry, row by row (ITU-T T.81, figure 5).
const ZIGZAG: [u8; TABLE] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];

/// What the segments say.
#[derive(Debug, Default)]
pub(super) struct Coding {
    /// JFIF header.
    pub jfif: bool,
    /// Adobe header.
    pub adobe: bool,
    /// An editor's resource block.
    pub editor_block: bool,
    /// Colour profile.
    pub colour_profile: bool,
    /// Tables by identifier, the last definition of each.
    tables: [Option<[u16; TABLE]>; 4],
    /// Sampling factors and table identifier by component.
    components: Vec<(u8, u8, u8)>,
}

impl Coding {
    /// Takes note of one segment.
    pub fn note(&mut self, marker: u8, body: &[u8]) {
        match marker {
            0xdb => self.tables_in(body),
            0xc0..=0xc2 => self.components_in(body),
            0xe0 => self.jfif |= body.starts_with(b"JFIF\0"),
            0xe2 => self.colour_profile |= body.starts_with(b"ICC_PROFILE\0"),
            0xec => self.editor_block |= body.starts_with(b"Ducky"),
            0xed => self.editor_block |= body.starts_with(b"Photoshop 3.0") && contains(body, b"8BIM"),
            0xee => self.adobe |= body.starts_with(b"Adobe"),
            _ => {}
        }
    }

    /// In the form that leaves the child.
    pub fn facts(&self, progressive: bool) -> JpegCoding {
        let table = |component: usize| {
            let id = self.components.get(component).map(|(_, _, id)| usize::from(*id));
            id.and_then(|id| *self.tables.get(id)?).map(|table| table.to_vec()).unwrap_or_default()
        };
        JpegCoding {
            progressive,
            jfif: self.jfif,
            adobe: self.adobe,
            sampling: self.components.iter().map(|(h, v, _)| (*h, *v)).collect(),
            luma_table: table(0),
            chroma_table: table(1),
        }
    }

    /// One segment may define several tables, of 8 or 16 bits an entry.
    fn tables_in(&mut self, mut body: &[u8]) {
        while let Some((head, rest)) = body.split_first() {
            let (wide, id) = (head >> 4 != 0, usize::from(head & 15));
            let length = if wide { 2 * TABLE } else { TABLE };
            let (Some(entries), Some(slot)) = (rest.get(..length), self.tables.get_mut(id)) else { return };
            let mut table = [0; TABLE];
            for (n, place) in ZIGZAG.iter().enumerate() {
                let value =
                    if wide { u16::from_be_bytes([entries[2 * n], entries[2 * n + 1]]) } else { u16::from(entries[n]) };
                // A zero would divide by nothing; no encoder writes one.
                table[usize::from(*place)] = value.max(1);
            }
            *slot = Some(table);
            body = &rest[length..];
        }
    }

    fn components_in(&mut self, body: &[u8]) {
        let entries = body.get(6..).unwrap_or_default().as_chunks::<3>().0;
        self.components = entries
            .iter()
            .take(3)
            .map(|[_, factors, table]| ((factors >> 4).min(4), (factors & 15).min(4), *table))
            .collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_out_row_by_row_for_their_components() {
        let mut coding = Coding::default();
        let luma: Vec<u8> = [0].into_iter().chain(1..=64).collect();
        let mut chroma = vec![0x11];
        chroma.extend((0..TABLE).flat_map(|n| u16::try_from(300 + n).unwrap_or(0).to_be_bytes()));
        coding.note(0xdb, &[luma, chroma].concat());
        coding.note(0xc2, &[8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        let facts = coding.facts(true);
        assert_eq!((facts.luma_table[1], facts.luma_table[8], facts.luma_table[63]), (2, 3, 64));
        assert_eq!((facts.chroma_table[0], facts.chroma_table[9]), (300, 304));
        assert_eq!(facts.sampling, [(2, 2), (1, 1), (1, 1)]);
    }

    #[test]
    fn broken_segments_are_no_facts() {
        let mut coding = Coding::default();
        coding.note(0xdb, &[0, 1, 2]);
        coding.note(0xdb, &[9; 65]);
        coding.note(0xc0, &[8, 0]);
        assert!(coding.facts(false).luma_table.is_empty());
    }
}
