//! One look with zxing-cpp.

use zxingcpp::{BarcodeFormat, BarcodeReader, ImageFormat, ImageView};

use super::super::picture::Gray;
use super::Barcode;

/// Code 39 has no check character: shorter ones are chance patterns in print.
const CODE_39_LEAST: usize = 6;

/// Every valid code of `view`; `back` takes its pixels to those of the picture.
pub(super) fn read(view: &Gray, back: impl Fn(f32, f32) -> (f32, f32)) -> Vec<Barcode> {
    let Ok(image) = ImageView::from_slice(&view.pixels, view.width, view.height, ImageFormat::Lum) else {
        return Vec::new();
    };
    let reader = BarcodeReader::new()
        .formats([
            BarcodeFormat::PDF417,
            BarcodeFormat::MicroPDF417,
            BarcodeFormat::QRCode,
            BarcodeFormat::Aztec,
            BarcodeFormat::DataMatrix,
            BarcodeFormat::Code39,
            BarcodeFormat::Code128,
        ])
        .try_harder(true)
        .try_rotate(true)
        .try_downscale(true)
        .try_invert(false);
    let Ok(codes) = reader.from(image) else { return Vec::new() };
    codes
        .iter()
        .filter(|code| code.is_valid())
        .filter_map(|code| {
            let format = name(code.format()).or_else(|| name(code.symbology()))?;
            let p = code.position();
            let corners =
                [p.top_left, p.top_right, p.bottom_right, p.bottom_left].map(|p| back(p.x as f32, p.y as f32));
            Some(Barcode { format, text: code.text(), bytes: code.bytes(), corners })
        })
        .filter(|code| code.format != "code39" || code.bytes.len() >= CODE_39_LEAST)
        .collect()
}

fn name(format: BarcodeFormat) -> Option<&'static str> {
    Some(match format {
        BarcodeFormat::PDF417 => "pdf417",
        BarcodeFormat::MicroPDF417 => "micropdf417",
        BarcodeFormat::QRCode => "qr",
        BarcodeFormat::Aztec => "aztec",
        BarcodeFormat::DataMatrix => "datamatrix",
        BarcodeFormat::Code39 => "code39",
        BarcodeFormat::Code128 => "code128",
        _ => return None,
    })
}
