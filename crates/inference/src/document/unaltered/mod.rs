//! Whether a photo is an original, unaltered capture of a document: measurements with their places, never a verdict.
//!
//! Each detector has a file; its doc comment says what it cannot see. All of it together costs about a tenth of a second for 12 megapixels.

mod blocks;
mod clean;
mod copied;
mod file;
mod grain;
mod halftone;
mod map;
mod moire;
pub mod overprint;
mod recompressed;
mod screenshot;
mod spectrum;
mod tone;

use std::time::Instant;

use countersign_media::Photo;

use super::Quad;
use super::picture::Gray;
use blocks::Blocks;
pub use file::FileSign;
pub use grain::Rectangle;
pub use map::{HeatMap, Mapped};
pub use recompressed::Recompressed;
pub use screenshot::Screenshot;
pub(crate) use spectrum::{SIDE, Spectrum};
pub use tone::Tone;

/// Everything measured. A detector that does not apply to the picture is absent; its file says when.
#[derive(Clone, Debug, PartialEq)]
pub struct Unaltered {
    /// Photo of a screen: share of windows with coloured moiré, 0–1.
    pub moire: Option<Mapped>,
    /// Printed copy: share of windows with crossed dots of one screen, 0–1.
    pub halftone: Option<Mapped>,
    /// Screenshot.
    pub screenshot: Screenshot,
    /// Colour and tone of the document.
    pub tone: Option<Tone>,
    /// Grain of the portrait's skin over that of the document's quiet places.
    pub portrait_grain: Option<f32>,
    /// Places saved once in a picture saved twice; value in cells of at most 48 × 36. JPEG only.
    pub recompressed: Option<Recompressed>,
    /// Places without the noise of their surroundings; value in cells.
    pub clean: Option<Mapped>,
    /// Copied pieces; value in patches.
    pub copied: Option<Mapped>,
    /// What the file says of its way here.
    pub signs: Vec<FileSign>,
    /// Quality on the Independent JPEG Group's scale; `None` for other tables and formats.
    pub standard_quality: Option<u8>,
    /// Milliseconds of each detector.
    pub timings: Vec<(&'static str, f64)>,
}

impl Unaltered {
    /// The maps there are, with their names.
    pub fn maps(&self) -> Vec<(&'static str, &HeatMap)> {
        let foreign = self.recompressed.as_ref().and_then(|found| found.foreign.as_ref());
        [
            ("moire", self.moire.as_ref()),
            ("halftone", self.halftone.as_ref()),
            ("recompressed", foreign),
            ("clean", self.clean.as_ref()),
            ("copied", self.copied.as_ref()),
        ]
        .into_iter()
        .filter_map(|(name, found)| Some((name, &found?.map)))
        .collect()
    }
}

/// Measures a photo. `quad` is the document's outline in it, `face` the portrait's box, where they are known; pixels of the picture as shown.
pub fn measure(photo: &Photo, quad: Option<&Quad>, face: Option<Rectangle>) -> Unaltered {
    let mut timings = Vec::new();
    let mut timed = |name, start: Instant| timings.push((name, start.elapsed().as_secs_f64() * 1e3));
    let orientation = photo.metadata.orientation;
    let start = Instant::now();
    let signs = file::signs(photo);
    let screenshot = screenshot::measure(photo, &signs);
    timed("screenshot", start);
    let start = Instant::now();
    let moire = moire::measure(&photo.image);
    timed("moire", start);
    let start = Instant::now();
    let halftone = halftone::measure(&photo.image, quad);
    timed("halftone", start);
    let start = Instant::now();
    let tone = tone::measure(&photo.image, quad);
    timed("tone", start);
    let start = Instant::now();
    let portrait_grain = face.and_then(|face| grain::measure(&photo.image, quad, face));
    let blocks = Blocks::of(photo);
    let table = photo.provenance.jpeg.as_ref().map(|jpeg| jpeg.luma_table.as_slice());
    let recompressed =
        blocks.as_ref().zip(table).and_then(|(blocks, table)| recompressed::measure(blocks, table, orientation));
    let clean = blocks.as_ref().map(clean::Noise::of).and_then(|noise| noise.too_clean(photo, quad));
    timed("blocks", start);
    let start = Instant::now();
    // A drawing's equal letters are equal: copies are judged only where noise tells a photograph.
    let copied = clean.as_ref().and_then(|_| copied::measure(&Gray::from_rgb(&photo.image)));
    timed("copied", start);
    let standard_quality = table.and_then(file::standard_quality);
    Unaltered {
        moire,
        halftone,
        screenshot,
        tone,
        portrait_grain,
        recompressed,
        clean,
        copied,
        signs,
        standard_quality,
        timings,
    }
}
