//! PDF417 and QR codes by zxing-cpp, helped where it is weak: slanted codes are straightened first, small ones enlarged.

use zxingcpp::{BarcodeFormat, BarcodeReader, ImageFormat, ImageView};

use super::picture::Gray;
use super::slant;

/// Longest side that is searched; larger pictures are shrunk to it first and read in full only when that fails.
const SEARCH_SIDE: usize = 1800;
/// Enlarging helps codes whose narrowest bar is near one pixel; above this side bars are wide enough or hopeless.
const ENLARGE_BELOW: usize = 1000;

/// A barcode that passed its own error correction.
#[derive(Clone, PartialEq)]
pub struct Barcode {
    /// `pdf417` or `qr`.
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

/// Every barcode in the picture; empty when none can be read.
///
/// Tries, until something is read: as it is (zxing tries the four turns itself), straightened by the strongest slants,
/// enlarged twice, the full size.
pub fn read(picture: &Gray) -> Vec<Barcode> {
    let (small, factor) = picture.shrunk(SEARCH_SIDE);
    let found = attempt(&small, 1.0 / factor, 0.0, picture);
    if !found.is_empty() {
        return found;
    }
    let slants = slant::strongest(&small);
    for degrees in &slants {
        let found = attempt(&small.rotated(-degrees), 1.0 / factor, *degrees, picture);
        if !found.is_empty() {
            return found;
        }
    }
    if small.long_side() < ENLARGE_BELOW {
        let large = small.resized(small.width * 2, small.height * 2);
        for degrees in std::iter::once(&0.0).chain(&slants) {
            let turned = if *degrees == 0.0 { large.clone() } else { large.rotated(-degrees) };
            let found = attempt(&turned, 0.5 / factor, *degrees, picture);
            if !found.is_empty() {
                return found;
            }
        }
    }
    if factor < 1.0 { attempt(picture, 1.0, 0.0, picture) } else { Vec::new() }
}

/// Reads `view`, which is `original` scaled by `1 / scale` and rotated by `-degrees` about its middle.
fn attempt(view: &Gray, scale: f32, degrees: f32, original: &Gray) -> Vec<Barcode> {
    let Ok(image) = ImageView::from_slice(&view.pixels, view.width, view.height, ImageFormat::Lum) else {
        return Vec::new();
    };
    let reader = BarcodeReader::new()
        .formats([BarcodeFormat::PDF417, BarcodeFormat::QRCode])
        .try_harder(true)
        .try_rotate(true)
        .try_downscale(true)
        .try_invert(false);
    let Ok(codes) = reader.from(image) else { return Vec::new() };
    let (sin, cos) = degrees.to_radians().sin_cos();
    let back = |x: i32, y: i32| {
        let (dx, dy) = (x as f32 - view.width as f32 / 2.0, y as f32 - view.height as f32 / 2.0);
        let (x, y) = (cos * dx - sin * dy, sin * dx + cos * dy);
        (x * scale + original.width as f32 / 2.0, y * scale + original.height as f32 / 2.0)
    };
    codes
        .iter()
        .filter(|code| code.is_valid())
        .map(|code| {
            let p = code.position();
            Barcode {
                format: if code.symbology() == BarcodeFormat::PDF417 { "pdf417" } else { "qr" },
                text: code.text(),
                bytes: code.bytes(),
                corners: [p.top_left, p.top_right, p.bottom_right, p.bottom_left].map(|p| back(p.x, p.y)),
            }
        })
        .collect()
}
