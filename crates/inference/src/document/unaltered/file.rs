//! What the file itself says of its way here. Every sign can be forged and honest people's pictures carry many of them, so they are hints
//! for a reviewer and never decide.
//!
//! It cannot see an edit by a program that cleans up after itself. A missing camera block means nothing in a browser's own capture.

use countersign_media::{Photo, PhotoFormat};

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileSign {
    /// The software named is a picture editor.
    Editor,
    /// An editor left its own block or an editing history.
    EditorTrace,
    /// Written at another time than taken, as EXIF says.
    SavedLater,
    /// Metadata says that a generator made it.
    Generated,
    /// A C2PA manifest is there; its signature was not verified.
    Manifest,
    /// No camera data at all.
    NoCamera,
    /// Sized and stripped as messengers do.
    Forwarded,
    /// As many pixels as a phone's or computer's screen, and no camera data.
    ScreenSized,
}

/// Names of editors and converters in EXIF `Software` and XMP `CreatorTool`, lower case.
const EDITORS: [&str; 30] = [
    "photoshop",
    "gimp",
    "lightroom",
    "affinity",
    "paint.net",
    "pixelmator",
    "snapseed",
    "picsart",
    "canva",
    "facetune",
    "photopea",
    "pixlr",
    "corel",
    "krita",
    "paint shop",
    "paintshop",
    "inkscape",
    "illustrator",
    "imagemagick",
    "acdsee",
    "xnview",
    "irfanview",
    "faststone",
    "meitu",
    "beautyplus",
    "vsco",
    "afterlight",
    "photoscape",
    "luminar",
    "capture one",
];
/// Longer sides to which messengers scale.
const MESSENGER_SIDES: [u32; 7] = [960, 1024, 1280, 1600, 2048, 2560, 1920];
/// Screens of phones, tablets and computers, shorter side first. 720 × 1280 and 1080 × 1920 are left out: browsers' cameras give those.
const SCREENS: [(u32, u32); 34] = [
    (640, 1136),
    (750, 1334),
    (828, 1792),
    (1125, 2436),
    (1170, 2532),
    (1179, 2556),
    (1206, 2622),
    (1242, 2208),
    (1242, 2688),
    (1284, 2778),
    (1290, 2796),
    (1320, 2868),
    (1080, 2160),
    (1080, 2220),
    (1080, 2280),
    (1080, 2340),
    (1080, 2376),
    (1080, 2400),
    (1080, 2408),
    (1080, 2412),
    (1440, 2960),
    (1440, 3040),
    (1440, 3088),
    (1440, 3120),
    (1440, 3200),
    (720, 1520),
    (720, 1600),
    (768, 1366),
    (900, 1440),
    (1050, 1680),
    (1200, 1920),
    (1440, 2560),
    (1800, 2880),
    (2160, 3840),
];

/// The signs of a file, in order.
pub(super) fn signs(photo: &Photo) -> Vec<FileSign> {
    let (facts, file) = (&photo.metadata, &photo.provenance);
    let software = facts.software.as_deref().unwrap_or_default().to_lowercase();
    let no_camera = facts.make.is_none() && facts.model.is_none() && !file.has_exposure && !file.has_maker_note;
    let sides = (photo.image.width.min(photo.image.height), photo.image.width.max(photo.image.height));
    let jpeg = photo.format == PhotoFormat::Jpeg;
    [
        (FileSign::Editor, EDITORS.iter().any(|name| software.contains(name))),
        (FileSign::EditorTrace, file.has_history || file.has_editor_block),
        (FileSign::SavedLater, file.saved_later),
        (FileSign::Generated, file.says_generated),
        (FileSign::Manifest, facts.has_c2pa || file.has_jumbf),
        (FileSign::NoCamera, no_camera),
        (FileSign::Forwarded, no_camera && jpeg && !facts.has_exif && MESSENGER_SIDES.contains(&sides.1)),
        (FileSign::ScreenSized, no_camera && SCREENS.contains(&sides)),
    ]
    .into_iter()
    .filter_map(|(sign, there)| there.then_some(sign))
    .collect()
}

/// The quality 1–100 of the Independent JPEG Group's scale whose luma table the file uses exactly; `None` when it uses another.
pub(super) fn standard_quality(table: &[u16]) -> Option<u8> {
    /// ITU-T T.81, table K.1.
    const BASE: [u32; 64] = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];
    (1..=100u8).find(|quality| {
        let quality = u32::from(*quality);
        let scale = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
        table.len() == 64
            && table
                .iter()
                .zip(BASE)
                .all(|(entry, base)| u32::from(*entry) == ((base * scale + 50) / 100).clamp(1, 255))
    })
}

impl FileSign {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::EditorTrace => "editor_trace",
            Self::SavedLater => "saved_later",
            Self::Generated => "generated",
            Self::Manifest => "manifest",
            Self::NoCamera => "no_camera",
            Self::Forwarded => "forwarded",
            Self::ScreenSized => "screen_sized",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_tables_are_known_by_their_quality() {
        let all_ones = [1; 64];
        assert_eq!(standard_quality(&all_ones), Some(100));
        let mut other = all_ones;
        other[3] = 9;
        assert_eq!(standard_quality(&other), None);
        assert_eq!(standard_quality(&[]), None);
    }
}
