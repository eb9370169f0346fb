//! Photos through the sandbox: what is taken, what is refused and under which name.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::io::Cursor;

use countersign_media::{Limits, PhotoFormat, Refusal, RgbImage};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use support::{decoder, decoder_with, made, refusal};

/// 64 × 48, each quarter in a colour of its own: red, green / blue, white.
fn quarters() -> image::RgbImage {
    image::RgbImage::from_fn(64, 48, |x, y| match (x < 32, y < 24) {
        (true, true) => image::Rgb([255, 0, 0]),
        (false, true) => image::Rgb([0, 255, 0]),
        (true, false) => image::Rgb([0, 0, 255]),
        (false, false) => image::Rgb([255, 255, 255]),
    })
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(quarters()).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A JPEG of the quarters with an EXIF block of our own: orientation, make, and a position's latitude reference with degrees.
fn jpeg_with_exif(orientation: u8) -> Vec<u8> {
    let mut tiff: Vec<u8> = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend_from_slice(b"\x01\x0f\0\x02\0\0\0\x04Ace\0");
    tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend_from_slice(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32\0\0\0\0");
    assert_eq!(tiff.len(), 0x32);
    tiff.extend_from_slice(b"\0\x01\0\x02\0\x05\0\0\0\x03\0\0\0\x44\0\0\0\0");
    tiff.extend_from_slice(&[0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend_from_slice(&tiff);
    with_segment(0xe1, &segment)
}

fn with_segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 95).encode_image(&quarters()).unwrap();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, marker], &length, body, &plain[2..]].concat()
}

/// Which quarter's colour lies near the four corners, by its first letter.
fn corners(image: &RgbImage) -> String {
    let (w, h) = (image.width, image.height);
    [(4, 4), (w - 5, 4), (4, h - 5), (w - 5, h - 5)]
        .map(|(x, y)| match image.at(x, y).map(|c| c > 127) {
            [true, false, false] => 'r',
            [false, true, false] => 'g',
            [false, false, true] => 'b',
            [true, true, true] => 'w',
            _ => '?',
        })
        .iter()
        .collect()
}

#[test]
fn the_three_formats_are_taken_by_content() {
    for (format, expected) in [
        (ImageFormat::Jpeg, PhotoFormat::Jpeg),
        (ImageFormat::Png, PhotoFormat::Png),
        (ImageFormat::WebP, PhotoFormat::WebP),
    ] {
        let photo = decoder().photo(&encoded(format)).unwrap();
        assert_eq!(photo.format, expected);
        assert_eq!((photo.image.width, photo.image.height, photo.image.pixels.len()), (64, 48, 64 * 48 * 3));
        assert_eq!(corners(&photo.image), "rgbw", "{format:?}");
        assert_eq!(photo.metadata.orientation, 1);
    }
}

#[test]
fn all_eight_orientations_end_upright() {
    let expected = ["rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"];
    for (orientation, expected) in (1..=8).zip(expected) {
        let photo = decoder().photo(&jpeg_with_exif(orientation)).unwrap();
        assert_eq!(corners(&photo.image), expected, "orientation {orientation}");
        assert_eq!(photo.image.width == 48, orientation >= 5);
        assert_eq!(photo.metadata.orientation, orientation);
        assert_eq!(photo.metadata.make.as_deref(), Some("Ace"));
        assert!(photo.metadata.has_exif && photo.metadata.has_position);
    }
}

#[test]
fn an_orientation_out_of_range_is_none() {
    let photo = decoder().photo(&jpeg_with_exif(9)).unwrap();
    assert_eq!((photo.metadata.orientation, corners(&photo.image)), (1, "rgbw".to_owned()));
}

#[test]
fn editors_and_content_credentials_are_seen() {
    let xmp = decoder()
        .photo(&with_segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x xmp:CreatorTool=\"Paint 3\"/>"))
        .unwrap();
    assert_eq!((xmp.metadata.has_xmp, xmp.metadata.software.as_deref()), (true, Some("Paint 3")));
    let c2pa = decoder().photo(&with_segment(0xeb, b"JP\0\x01\0\0\0\x01\0\0\0\x20jumb\0\0\0\x18jumdc2pa")).unwrap();
    assert!(c2pa.metadata.has_c2pa && !xmp.metadata.has_c2pa);
}

#[test]
fn deep_grey_and_transparent_pictures_become_8_bit_rgb() {
    let mut deep = Vec::new();
    DynamicImage::ImageRgb8(quarters()).to_rgb16().write_to(&mut Cursor::new(&mut deep), ImageFormat::Png).unwrap();
    assert_eq!(corners(&decoder().photo(&deep).unwrap().image), "rgbw");
    let mut clear = Vec::new();
    RgbaImage::from_pixel(32, 32, Rgba([9, 9, 9, 0])).write_to(&mut Cursor::new(&mut clear), ImageFormat::Png).unwrap();
    assert_eq!(decoder().photo(&clear).unwrap().image.at(3, 3), [255, 255, 255]);
    let mut grey = Vec::new();
    let plain = DynamicImage::ImageRgb8(quarters()).to_luma8();
    JpegEncoder::new_with_quality(&mut grey, 90).encode_image(&plain).unwrap();
    let [r, g, b] = decoder().photo(&grey).unwrap().image.at(60, 44);
    assert!(r == g && g == b && r > 250);
}

#[test]
fn a_cut_anywhere_is_refused_never_filled_with_grey() {
    let busy = made("-f lavfi -i testsrc2=s=640x480 -frames:v 1 -q:v 2 busy.jpg");
    let progressive = made("-f lavfi -i testsrc2=s=640x480 -frames:v 1 busy.png");
    let webp = made("-f lavfi -i testsrc2=s=640x480 -frames:v 1 -c:v libwebp busy.webp");
    for whole in [&busy, &progressive, &webp] {
        decoder().photo(whole).unwrap();
        for share in [3, 25, 50, 70, 90, 99] {
            let cut = refusal(decoder().photo(&whole[..whole.len() * share / 100]));
            assert!(matches!(cut, Refusal::Truncated { .. }), "{share} %: {cut:?}");
        }
    }
    let headless: Vec<u8> = busy[..busy.len() / 2].iter().copied().chain([0xff, 0xd9]).collect();
    assert_eq!(refusal(decoder().photo(&headless)), Refusal::Damaged { format: "jpeg".to_owned() });
}

#[test]
fn sizes_are_judged_before_decoding() {
    assert_eq!(refusal(decoder().photo(b"")), Refusal::Empty);
    let heavy = vec![0_u8; (10 << 20) + 1];
    assert_eq!(refusal(decoder().photo(&heavy)).code(), "too_large");
    // A flood: 60 kB of PNG that would be 10,000 × 10,000 pixels.
    let flood = made("-f lavfi -i color=s=10000x10000 -frames:v 1 -pix_fmt monob flood.png");
    assert!(flood.len() < 200_000);
    assert_eq!(refusal(decoder().photo(&flood)), Refusal::TooManyPixels { pixels: 100_000_000, limit: 50_000_000 });
    let small = made("-f lavfi -i testsrc2=s=12x40 -frames:v 1 small.png");
    assert_eq!(refusal(decoder().photo(&small)), Refusal::TooSmall { width: 12, height: 40, least: 16 });
    let tight = decoder_with(Limits { memory_bytes: 256 << 20, ..Limits::default() });
    let wide = made("-f lavfi -i color=s=7000x7000 -frames:v 1 -pix_fmt rgba64be wide.png");
    assert_eq!(refusal(tight.photo(&wide)), Refusal::MemoryBudget);
    assert_eq!(decoder().photo(&wide).unwrap().image.width, 7000);
}

#[test]
fn other_formats_are_refused_by_name() {
    let cases: [(&[u8], &str); 6] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0heic", "heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "avif"),
        (b"%PDF-1.7\n", "pdf"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"BM\0\0\0\0", "bmp"),
        (b"GIF89a", "gif"),
    ];
    for (bytes, format) in cases {
        assert_eq!(refusal(decoder().photo(bytes)), Refusal::UnsupportedFormat { format: format.to_owned() });
    }
    assert_eq!(refusal(decoder().photo(b"just some text")), Refusal::UnknownFormat);
    let mut claims: Vec<u8> = encoded(ImageFormat::Png);
    claims.splice(..8, *b"\xff\xd8\xff\xe0\0\x02\0\0");
    assert!(["damaged", "truncated"].contains(&refusal(decoder().photo(&claims)).code()));
}

#[test]
fn moving_pictures_are_refused() {
    let png = made("-f lavfi -i testsrc2=s=64x64:r=5:d=1 -f apng moving.png");
    let webp = made("-f lavfi -i testsrc2=s=64x64:r=5:d=1 -c:v libwebp_anim moving.webp");
    assert_eq!(refusal(decoder().photo(&png)), Refusal::Animated);
    assert_eq!(refusal(decoder().photo(&webp)), Refusal::Animated);
}

#[test]
fn the_coding_and_what_the_file_carries_are_told() {
    let photo = decoder().photo(&jpeg_with_exif(6)).unwrap();
    let told = photo.provenance;
    assert_eq!((told.stored_width, told.stored_height, photo.image.width), (64, 48, 48));
    let jpeg = told.jpeg.unwrap();
    assert_eq!((jpeg.luma_table.len(), jpeg.chroma_table.len(), jpeg.sampling.len()), (64, 64, 3));
    assert!(jpeg.luma_table[0] <= jpeg.luma_table[63] && !jpeg.progressive);
    assert!(!(told.has_exposure || told.has_capture_time || told.has_history || told.has_editor_block));
    let edited = decoder().photo(&with_segment(0xed, b"Photoshop 3.0\x008BIM\x04\x04")).unwrap().provenance;
    assert!(edited.has_editor_block && !edited.has_jumbf);
    let claimed =
        decoder().photo(&with_segment(0xeb, b"JP\0\x01\0\0\0\x01jumb c2pa oclaim_generator\x65Maker")).unwrap();
    assert!(claimed.metadata.has_c2pa);
    assert_eq!(claimed.provenance.claim_generator.as_deref(), Some("Maker"));
    assert_eq!(decoder().photo(&encoded(ImageFormat::Png)).unwrap().provenance.jpeg, None);
}
