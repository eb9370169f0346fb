//! Pictures and sound for people to look at, made anew from decoded pixels and samples: whatever a received file hid is gone.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{ExtendedColorType, ImageBuffer, Rgb};

use crate::{RgbImage, Sound};

/// Quality of the pictures, 1–100: print stays legible at twice its size.
const QUALITY: u8 = 86;

/// A picture as JPEG, its longer side at most `max_side` pixels. `None` for a picture whose pixels do not fit its size.
pub fn jpeg(image: &RgbImage, max_side: u32) -> Option<Vec<u8>> {
    let buffer = buffer(image)?;
    let longest = image.width.max(image.height);
    if longest <= max_side.max(1) {
        return write(buffer.as_raw(), image.width, image.height);
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(max_side) / u64::from(longest)).max(1) as u32;
    let small = imageops::resize(&buffer, scaled(image.width), scaled(image.height), FilterType::Triangle);
    write(small.as_raw(), small.width(), small.height())
}

/// Pictures of one size, `columns` in a row, as one JPEG. `None` without any, or when their sizes differ.
pub fn sheet(images: &[&RgbImage], columns: u32) -> Option<Vec<u8>> {
    let first = images.first()?;
    let (width, height) = (first.width as usize, first.height as usize);
    let columns = (columns.max(1) as usize).min(images.len());
    let rows = images.len().div_ceil(columns);
    let line = columns * width * 3;
    let mut pixels = vec![0_u8; line * rows * height];
    for (at, image) in images.iter().enumerate() {
        if (image.width, image.height) != (first.width, first.height) || image.pixels.len() != width * height * 3 {
            return None;
        }
        let corner = at / columns * height * line + at % columns * width * 3;
        for (row, source) in image.pixels.chunks_exact(width * 3).enumerate() {
            let from = corner + row * line;
            pixels[from..from + width * 3].copy_from_slice(source);
        }
    }
    write(&pixels, (columns * width) as u32, (rows * height) as u32)
}

/// Sound as a WAV file: 16-bit PCM, one channel.
pub fn wav(sound: &Sound) -> Vec<u8> {
    let data = (sound.samples.len() * 2) as u32;
    let mut file = Vec::with_capacity(44 + data as usize);
    file.extend(b"RIFF");
    file.extend((36 + data).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(sound.sample_rate.to_le_bytes());
    file.extend((sound.sample_rate * 2).to_le_bytes());
    file.extend(2_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(data.to_le_bytes());
    for sample in &sound.samples {
        file.extend(((sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16).to_le_bytes());
    }
    file
}

fn buffer(image: &RgbImage) -> Option<ImageBuffer<Rgb<u8>, Vec<u8>>> {
    ImageBuffer::from_raw(image.width, image.height, image.pixels.clone())
}

fn write(pixels: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY).encode(pixels, width, height, ExtendedColorType::Rgb8).ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(width: u32, height: u32, colour: [u8; 3]) -> RgbImage {
        RgbImage { width, height, pixels: colour.repeat((width * height) as usize) }
    }

    #[test]
    fn a_picture_is_made_smaller_and_never_larger() {
        let size = |file: &[u8]| {
            let outline = zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(file)).decode();
            outline.map(|pixels| pixels.len()).expect("a JPEG")
        };
        assert_eq!(size(&jpeg(&plain(40, 20, [9, 9, 9]), 10).expect("made")), 10 * 5 * 3);
        assert_eq!(size(&jpeg(&plain(40, 20, [9, 9, 9]), 100).expect("made")), 40 * 20 * 3);
        assert!(jpeg(&RgbImage { width: 2, height: 2, pixels: vec![0; 5] }, 10).is_none(), "too few pixels");
    }

    #[test]
    fn frames_lie_side_by_side_and_a_foreign_one_is_refused() {
        let (red, blue) = (plain(8, 8, [250, 0, 0]), plain(8, 8, [0, 0, 250]));
        let file = sheet(&[&red, &blue, &red], 2).expect("made");
        let pixels =
            zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(&file[..])).decode().expect("read");
        assert_eq!(pixels.len(), 16 * 16 * 3);
        let at = |x: usize, y: usize| &pixels[(y * 16 + x) * 3..][..3];
        assert!(at(3, 3)[0] > 200 && at(12, 3)[2] > 200 && at(3, 12)[0] > 200 && at(12, 12).iter().all(|v| *v < 40));
        assert!(sheet(&[&red, &plain(8, 7, [0; 3])], 2).is_none());
        assert!(sheet(&[], 2).is_none());
    }

    #[test]
    fn sound_is_written_with_its_length() {
        let file = wav(&Sound { sample_rate: 16_000, samples: vec![0.0, 2.0, -2.0] });
        assert_eq!((file.len(), &file[40..44]), (50, &6_u32.to_le_bytes()[..]));
        assert_eq!(file[46..], [0xff, 0x7f, 0x01, 0x80]);
    }
}
