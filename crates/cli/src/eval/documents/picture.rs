//! A small copy of a picture with what was found on it, as a PNG inside the page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use countersign_inference::document::DocumentReading;
use countersign_media::RgbImage;

/// Longest side of the copy, pixels: enough to see where a mark lies.
const LONGEST: usize = 420;

/// What is outlined: the class of its colour, its corners in the picture, its name.
pub type Mark = (&'static str, Vec<(f32, f32)>, String);

/// A picture with marks.
pub struct Marked {
    /// `data:image/png;base64,…`
    pub data: String,
    /// Columns and rows of the original; the marks are in its pixels.
    pub size: (u32, u32),
    /// Class of the mark (`outline`, `zone`, `field`), its corners, and what it is.
    pub marks: Vec<Mark>,
}

/// Shrinks and marks.
pub fn marked(image: &RgbImage, reading: &DocumentReading) -> Marked {
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(quad) = &reading.quality.document_quad {
        marks.push(("outline", quad.to_vec(), "outline".into()));
    }
    if let Some(zone) = &reading.mrz_corners {
        marks.push(("zone", zone.to_vec(), "zone".into()));
    }
    for (name, field) in &reading.fields.printed {
        if let Some(at) = &field.at {
            marks.push(("field", at.to_vec(), format!("{name} {:.2}", field.confidence)));
        }
    }
    Marked { data: data_uri(image), size: (image.width, image.height), marks }
}

fn data_uri(image: &RgbImage) -> String {
    let (width, height) = (image.width as usize, image.height as usize);
    let step = width.max(height).div_ceil(LONGEST).max(1);
    let (columns, rows) = ((width / step).max(1), (height / step).max(1));
    let mut raw = Vec::with_capacity(rows * (columns * 3 + 1));
    for row in 0..rows {
        raw.push(0);
        for column in 0..columns {
            raw.extend(mean(image, (column * step, row * step), step));
        }
    }
    format!("data:image/png;base64,{}", STANDARD.encode(png(columns as u32, rows as u32, &raw)))
}

/// The mean colour of a square, so that thin lines do not vanish.
fn mean(image: &RgbImage, (left, top): (usize, usize), step: usize) -> [u8; 3] {
    let (width, height) = (image.width as usize, image.height as usize);
    let mut sums = [0_usize; 3];
    let mut count = 0;
    for y in top..(top + step).min(height) {
        for x in left..(left + step).min(width) {
            let at = (y * width + x) * 3;
            for (sum, value) in sums.iter_mut().zip(&image.pixels[at..at + 3]) {
                *sum += usize::from(*value);
            }
            count += 1;
        }
    }
    sums.map(|sum| (sum / count.max(1)) as u8)
}

/// A PNG of 8-bit RGB rows, each after its filter byte.
/// A PNG of RGB rows, each behind a filter byte of zero.
pub(crate) fn png(columns: u32, rows: u32, raw: &[u8]) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(columns.to_be_bytes());
    header.extend(rows.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(raw, 6));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let from = file.len();
    file.extend(name);
    file.extend(data);
    let sum = crc32(&file[from..]);
    file.extend(sum.to_be_bytes());
}

/// The checksum of PNG (polynomial EDB88320).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_pngs_and_a_large_picture_shrinks() {
        assert_eq!(crc32(b"IEND"), 0xAE42_6082);
        let image = RgbImage { width: 1000, height: 500, pixels: vec![90; 1000 * 500 * 3] };
        let uri = data_uri(&image);
        let bytes = STANDARD.decode(uri.trim_start_matches("data:image/png;base64,")).expect("base64");
        assert_eq!(&bytes[16..24], &[0, 0, 1, 77, 0, 0, 0, 166], "333 by 166");
    }
}
