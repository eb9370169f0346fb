//! Where the zone is looked for: on the straightened document first, where it lies level and nothing else distracts, then in the
//! whole photograph.

use jiff::civil::Date;

use super::geometry::{Geometry, Plane, Quad, straighten};
use super::mrz::{Effort, MrzRead, MrzReader, ReadError, decode};
use super::picture::Gray;

/// Longer side of the straightened document, pixels: a zone's capitals are then 20 pixels high or as high as photographed.
const LONG_PX: f32 = 1400.0;
/// How far beyond its outline a document is cut out, as a share of its sides: outlines are found to a few pixels.
const BEYOND: f32 = 0.03;

/// Certainty of the layout net above which its way up is taken: half of the evidence lies on one of four ways.
pub const SURE_OF_UP: f32 = 0.5;
/// Cells of the layout net's zone map from which a zone is expected: print in other faces gathers fewer.
const LEAST_CELLS: usize = 40;

/// Confidence from which a zone on the straightened document is not looked for again, though its check digits disagree: they do so
/// on paper, and the whole photograph would read the same.
pub const CERTAIN: f32 = 0.9;

/// Reads the zone of a photograph, the corners in its pixels. A zone whose check digits agree or that is read for certain ends the
/// search; of two others the surer one counts.
pub fn read(
    reader: &dyn MrzReader,
    picture: &Gray,
    geometry: &Geometry,
    today: Date,
) -> Result<Option<MrzRead>, ReadError> {
    let standing = |read: &MrzRead| decode(read, today).map_or((false, 0.0), |d| (d.mrz.valid, d.mrz.confidence));
    let sure = geometry.main().is_some_and(|seen| seen.certainty > SURE_OF_UP);
    let placed = geometry.main().filter(|seen| !seen.fills_frame);
    let level = match placed.and_then(|seen| wider(&seen.as_seen())) {
        Some(corners) => on_document(reader, picture, &corners, sure)?,
        None => None,
    };
    if level.as_ref().map(standing).is_some_and(|(valid, confidence)| valid || confidence >= CERTAIN) {
        return Ok(level);
    }
    let level_lines = sure && geometry.main().is_some_and(|seen| seen.turns().is_multiple_of(2));
    let effort = if expected(geometry) { Effort::Search } else { Effort::Glance { level: level_lines } };
    let whole = reader.read(picture, effort)?;
    Ok([level, whole]
        .into_iter()
        .flatten()
        .max_by(|a, b| standing(a).partial_cmp(&standing(b)).unwrap_or(std::cmp::Ordering::Equal)))
}

fn on_document(
    reader: &dyn MrzReader,
    picture: &Gray,
    corners: &Quad,
    sure: bool,
) -> Result<Option<MrzRead>, ReadError> {
    let side = |i: usize, j: usize| (corners[i].0 - corners[j].0).hypot(corners[i].1 - corners[j].1);
    let (across, down) = (side(0, 1).max(side(3, 2)), side(0, 3).max(side(1, 2)));
    let factor = (LONG_PX / across.max(down)).min(1.0);
    let (width, height) = ((across * factor) as usize, (down * factor) as usize);
    let Some((flat, plane)) = flat(picture, corners, factor, width, height).zip(Plane::onto(corners)) else {
        return Ok(None);
    };
    let back = |(x, y): (f32, f32)| plane.at((x + 0.5) / width as f32, (y + 0.5) / height as f32);
    // A zone lies among the likeliest lines here; where it does not, the outline is wrong and the photograph is searched.
    Ok(reader
        .read(&flat, Effort::Glance { level: sure })?
        .map(|read| MrzRead { corners: read.corners.map(back), ..read }))
}

/// The document laid flat at `factor` of its size, from a picture halved first where that is less than half: a tenth of the time.
fn flat(picture: &Gray, corners: &Quad, factor: f32, width: usize, height: usize) -> Option<Gray> {
    if factor > 0.5 {
        return straighten(picture, corners, width, height);
    }
    let half = picture.resized((picture.width / 2).max(1), (picture.height / 2).max(1));
    straighten(&half, &corners.map(|(x, y)| ((x - 0.5) / 2.0, (y - 0.5) / 2.0)), width, height)
}

/// Whether the layout net sees lines of a zone. It misses small ones now and then, so nothing is concluded from its not seeing any
/// but how long to look.
pub fn expected(geometry: &Geometry) -> bool {
    let seen = geometry.maps.as_ref().map(|maps| maps.zone().values.iter().filter(|v| **v > 0.5).count());
    seen.is_none_or(|cells| cells >= LEAST_CELLS)
}

/// The figure grown by [`BEYOND`] on every side.
fn wider(corners: &Quad) -> Option<Quad> {
    let plane = Plane::onto(corners)?;
    let (low, high) = (-BEYOND, 1.0 + BEYOND);
    Some([plane.at(low, low), plane.at(high, low), plane.at(high, high), plane.at(low, high)])
}
