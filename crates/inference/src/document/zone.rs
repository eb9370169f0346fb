//! Where the zone is looked for: on the straightened document first, where it lies level and nothing else distracts, then in the
//! whole photograph.

use countersign_media::RgbImage;
use jiff::civil::Date;

use super::geometry::{Geometry, Plane, Quad, straighten};
use super::mrz::{MrzRead, MrzReader, ReadError, decode};

/// Longer side of the straightened document, pixels: a zone's capitals are then 20 pixels high or as high as photographed.
const LONG_PX: f32 = 1400.0;
/// How far beyond its outline a document is cut out, as a share of its sides: outlines are found to a few pixels.
const BEYOND: f32 = 0.03;

/// Confidence from which a zone on the straightened document is not looked for again, though its check digits disagree: they do so
/// on paper, and the whole photograph would read the same.
const CERTAIN: f32 = 0.9;

/// Reads the zone of a photograph, the corners in its pixels. A zone whose check digits agree or that is read for certain ends the
/// search; of two others the surer one counts.
pub fn read(
    reader: &dyn MrzReader,
    image: &RgbImage,
    geometry: &Geometry,
    today: Date,
) -> Result<Option<MrzRead>, ReadError> {
    let standing = |read: &MrzRead| decode(read, today).map_or((false, 0.0), |d| (d.mrz.valid, d.mrz.confidence));
    let placed = geometry.main().filter(|seen| !seen.fills_frame);
    let level = match placed.and_then(|seen| wider(&seen.as_seen())) {
        Some(corners) => on_document(reader, image, &corners)?,
        None => None,
    };
    if level.as_ref().map(standing).is_some_and(|(valid, confidence)| valid || confidence >= CERTAIN) {
        return Ok(level);
    }
    let whole = reader.read(image)?;
    Ok([level, whole]
        .into_iter()
        .flatten()
        .max_by(|a, b| standing(a).partial_cmp(&standing(b)).unwrap_or(std::cmp::Ordering::Equal)))
}

fn on_document(reader: &dyn MrzReader, image: &RgbImage, corners: &Quad) -> Result<Option<MrzRead>, ReadError> {
    let side = |i: usize, j: usize| (corners[i].0 - corners[j].0).hypot(corners[i].1 - corners[j].1);
    let (across, down) = (side(0, 1).max(side(3, 2)), side(0, 3).max(side(1, 2)));
    let factor = (LONG_PX / across.max(down)).min(1.0);
    let (width, height) = ((across * factor) as usize, (down * factor) as usize);
    let Some((flat, plane)) = straighten(image, corners, width, height).zip(Plane::onto(corners)) else {
        return Ok(None);
    };
    let back = |(x, y): (f32, f32)| plane.at((x + 0.5) / width as f32, (y + 0.5) / height as f32);
    Ok(reader.read(&flat)?.map(|read| MrzRead { corners: read.corners.map(back), ..read }))
}

/// The figure grown by [`BEYOND`] on every side.
fn wider(corners: &Quad) -> Option<Quad> {
    let plane = Plane::onto(corners)?;
    let (low, high) = (-BEYOND, 1.0 + BEYOND);
    Some([plane.at(low, low), plane.at(high, low), plane.at(high, high), plane.at(low, high)])
}
