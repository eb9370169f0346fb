//! Barcodes on cards: PDF417 first of all, and the matrix and line codes that stand beside it.
//!
//! zxing-cpp reads what is upright, sharp and large. What is slanted is found by its bars (`regions`), straightened (`plane`)
//! and read again; PDF417 that is soft, small or faint goes to a reader of our own (`soft`). The number of tries is fixed, so
//! that the same picture gives the same answer on every machine.

mod plane;
mod regions;
mod soft;
mod tilt;
mod zxing;

use super::picture::Gray;
use plane::straightened;

/// Pictures up to this longer side are read whole first; larger ones are searched for bars first, which is quicker.
const SMALL: usize = 1300;
/// Longest side at which a large picture is read whole, for codes without bars.
const WHOLE_SIDE: usize = 1800;
/// Regions that are tried.
const REGIONS: usize = 3;
/// Length over height under which a region is no card's symbol: a licence's is about 3.5, the standard's tallest on cards 1.5.
const FLATTEST: f32 = 1.2;
/// Width of a straightened strip, pixels: a licence's 290 modules are then three to four pixels wide each.
const STRIP: (f32, f32) = (900.0, 1200.0);

/// A barcode that passed its own error correction.
#[derive(Clone, PartialEq)]
pub struct Barcode {
    /// `pdf417`, `micropdf417`, `qr`, `aztec`, `datamatrix`, `code39` or `code128`.
    pub format: &'static str,
    /// Its text, as the code's own character set says.
    pub text: String,
    /// Its bytes, before any character set.
    pub bytes: Vec<u8>,
    /// Corners in the pixels of the given picture: top left, top right, bottom right, bottom left of the code itself.
    pub corners: [(f32, f32); 4],
}

impl std::fmt::Debug for Barcode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Barcode({}, {} bytes, redacted)", self.format, self.bytes.len())
    }
}

/// Every barcode that can be read, each once; empty when there is none.
///
/// A PDF417 symbol ends the search; other codes do not, since a licence carries an inventory number in a line code as well.
pub fn read(picture: &Gray) -> Vec<Barcode> {
    let mut found = Found::default();
    let small = picture.long_side() <= SMALL;
    if small {
        found.add(zxing::read(picture, |x, y| (x, y)));
    }
    let regions = if found.enough() { Vec::new() } else { regions::find(picture, REGIONS) };
    // Regions wider than two strips are cut out of a picture of half the size, made once.
    let half = regions.iter().any(is_wide).then(|| picture.resized(picture.width / 2, picture.height / 2));
    for region in &regions {
        match half.as_ref().filter(|_| is_wide(region)) {
            Some(half) => read_region(half, &region.scaled(0.5), 2.0, &mut found),
            None => read_region(picture, region, 1.0, &mut found),
        }
        if found.enough() {
            break;
        }
    }
    if !found.enough() && small {
        turned(picture, &regions, &mut found);
    } else if !found.enough() {
        let (view, factor) = picture.shrunk(WHOLE_SIDE);
        found.add(zxing::read(&view, |x, y| (x / factor, y / factor)));
    }
    found.sure
}

/// A small picture enlarged as it is, then as a whole turned by the slants of its bars and enlarged: symbols too small to be cut
/// out, and those whose kind only zxing-cpp knows.
fn turned(picture: &Gray, regions: &[regions::Region], found: &mut Found) {
    let large = picture.resized(picture.width * 2, picture.height * 2);
    found.add(zxing::read(&large, |x, y| (x / 2.0, y / 2.0)));
    for degrees in regions::slants(picture, regions) {
        let (sin, cos) = degrees.to_radians().sin_cos();
        for zoom in [1.0, 2.0] {
            if found.enough() {
                return;
            }
            let view = if zoom > 1.0 { large.rotated(-degrees) } else { picture.rotated(-degrees) };
            let middle = (view.width as f32 / 2.0, view.height as f32 / 2.0);
            found.add(zxing::read(&view, |x, y| {
                let (dx, dy) = ((x - middle.0) / zoom, (y - middle.1) / zoom);
                (cos * dx - sin * dy + picture.width as f32 / 2.0, sin * dx + cos * dy + picture.height as f32 / 2.0)
            }));
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct Found {
    sure: Vec<Barcode>,
    /// Seen once, with content that no text has.
    doubted: Vec<Barcode>,
}

impl Found {
    /// Adds what is new. zxing-cpp now and then corrects a picture it cannot read into a code word that is not there; such a
    /// PDF417 is no text, so one that is no text must be read the same from two views.
    fn add(&mut self, codes: Vec<Barcode>) {
        for code in codes {
            let same = |known: &Barcode| known.format == code.format && known.bytes == code.bytes;
            if self.sure.iter().any(same) {
                continue;
            }
            if code.format != "pdf417" || is_text(&code.bytes) || self.doubted.iter().any(same) {
                self.sure.push(code);
            } else {
                self.doubted.push(code);
            }
        }
    }

    fn enough(&self) -> bool {
        self.sure.iter().any(|code| code.format == "pdf417")
    }
}

/// Whether nearly all bytes are letters, digits, signs, separators of records or UTF-8's and Latin-1's letters.
fn is_text(bytes: &[u8]) -> bool {
    let odd = bytes.iter().filter(|b| !matches!(b, 0x20..=0x7e | b'\t' | b'\n' | b'\r' | 0x1c..=0x1f)).count();
    if std::str::from_utf8(bytes).is_ok() { control(bytes) * 20 <= bytes.len() } else { odd * 20 <= bytes.len() }
}

fn control(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| matches!(b, 0..=8 | 0x0b | 0x0c | 0x0e..=0x1b | 0x7f)).count()
}

fn is_wide(region: &regions::Region) -> bool {
    region.size().0 > 2.0 * STRIP.1
}

/// Straightens the region and reads it with both readers; corners are given in pixels `scale` times as small.
fn read_region(picture: &Gray, region: &regions::Region, scale: f32, found: &mut Found) {
    let (wide, high) = region.size();
    if wide < high * FLATTEST {
        return;
    }
    let Some((strip, plane)) = upright(picture, region) else { return };
    let back = |x: f32, y: f32| {
        let (x, y) = plane.map(x, y);
        (x * scale, y * scale)
    };
    found.add(zxing::read(&strip, back));
    if found.enough() {
        return;
    }
    let Some(symbol) = soft::read(&strip) else { return };
    // Its error correction and its likeness to the picture agree, so that it needs no second view.
    let mut codes = zxing::read(&soft::printed(&symbol), |x, y| (x, y));
    for code in &mut codes {
        code.corners = symbol.corners.map(|(x, y)| back(x, y));
    }
    found.sure.extend(codes);
}

/// The region with bars upright and rows level, and the map back to the picture.
fn upright(picture: &Gray, region: &regions::Region) -> Option<(Gray, plane::Plane)> {
    let (wide, high) = region.size();
    let width = wide.clamp(STRIP.0.min(wide * 4.0), STRIP.1).max(64.0);
    let height = (high * width / wide).clamp(16.0, STRIP.1);
    let (strip, plane) = straightened(picture, &region.corners, width as usize, height as usize)?;
    let drop = tilt::of_rows(&strip) * width / 2.0;
    if drop.abs() < 2.0 {
        return Some((strip, plane));
    }
    let (w, h) = (strip.width as f32, strip.height as f32);
    let level = [(0.0, -drop), (w, drop), (w, h + drop), (0.0, h - drop)].map(|(x, y)| plane.map(x, y));
    straightened(picture, &level, strip.width, strip.height)
}
