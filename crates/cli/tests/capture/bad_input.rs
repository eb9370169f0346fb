//! Everything that people hand in instead of a good photo, through the real decoder: each is refused or judged by its own name, or works.

use countersign_checks::examine::DocumentFindings;
use countersign_domain::{Check, DocumentType};
use countersign_media::{DecodeError, Decoder, Limits, Photo};
use countersign_specimen::Picture;
use countersign_specimen::document::{Defects, Holder, Kind, render};
use countersign_specimen::photograph::{encode_jpeg, encode_png, photograph};

use crate::judge::{CAPTURE, faces, read, reasons};
use crate::specimens::scene;

fn decoded(bytes: &[u8]) -> Result<Photo, DecodeError> {
    Decoder::new(env!("CARGO_BIN_EXE_countersign").into(), Limits::default()).photo(bytes)
}

fn jpeg(picture: &Picture) -> Vec<u8> {
    encode_jpeg(picture, 90, None).expect("a JPEG")
}

fn filled(width: u32, height: u32, shade: impl Fn(u32, u32) -> u8) -> Picture {
    let pixels = (0..width * height).flat_map(|i| [shade(i % width, i / width); 3]).collect();
    Picture { width, height, pixels }
}

/// Photographs of both sides of an identity card, and of a passport.
fn card(seed: u64) -> [Picture; 2] {
    let sides = render(Kind::IdCard, &Holder::sample(seed), &Defects::none()).expect("the fonts are installed");
    [0, 1].map(|i| photograph(&sides[i].picture, &scene(Kind::IdCard, seed + i as u64)))
}

fn mirrored(picture: &Picture) -> Picture {
    let row = picture.width as usize * 3;
    let lines = picture.pixels.chunks_exact(row).flat_map(|line| line.chunks_exact(3).rev().flatten().copied());
    Picture { pixels: lines.collect(), ..*picture }
}

fn turned_over(picture: &Picture) -> Picture {
    Picture { pixels: picture.pixels.chunks_exact(3).rev().flatten().copied().collect(), ..*picture }
}

/// Two photographs in one, half the size each, one above the other on the first one's table.
fn together(a: &Picture, b: &Picture) -> Picture {
    let mut pixels = Vec::with_capacity(a.pixels.len());
    for picture in [a, b] {
        for y in (0..picture.height).step_by(2) {
            for x in 0..picture.width {
                // In the middle half of the width, the rest repeats the table at the photograph's edge.
                let from = (x as i64 * 2 - i64::from(picture.width) / 2).clamp(0, i64::from(picture.width) - 1) as u32;
                let at = ((y * picture.width + from) * 3) as usize;
                pixels.extend_from_slice(&picture.pixels[at..at + 3]);
            }
        }
    }
    Picture { width: a.width, height: a.height, pixels }
}

/// A PNG that says to be animated: an `acTL` chunk behind the header (the chunk's checksum is that of its bytes).
fn animated() -> Vec<u8> {
    let still = encode_png(&filled(64, 64, |x, y| (x * y) as u8)).expect("a PNG");
    let chunk = [b"acTL".as_slice(), &2u32.to_be_bytes(), &0u32.to_be_bytes()].concat();
    let sum = !chunk.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |s, _| if s & 1 == 1 { s >> 1 ^ 0xEDB8_8320 } else { s >> 1 })
    });
    [&still[..33], &8u32.to_be_bytes(), &chunk, &sum.to_be_bytes(), &still[33..]].concat()
}

/// A JPEG whose frame header names four colour parts, as print shops write them.
fn cmyk() -> Vec<u8> {
    let mut bytes = jpeg(&filled(64, 64, |x, _| x as u8));
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a frame header");
    bytes[frame + 9] = 4;
    bytes
}

/// 10,000 × 10,000 by its header alone: nothing of it is decoded.
fn flood() -> Vec<u8> {
    let mut bytes = encode_png(&filled(64, 64, |_, _| 0)).expect("a PNG");
    bytes[16..20].copy_from_slice(&10_000u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&10_000u32.to_be_bytes());
    bytes
}

#[test]
fn files_that_cannot_be_used_are_refused_by_name() {
    let dot = encode_png(&filled(1, 1, |_, _| 255)).expect("a PNG");
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("nothing", vec![], "empty"),
        ("1 × 1", dot, "too_small"),
        ("10,000 × 10,000", flood(), "too_many_pixels"),
        ("animated", animated(), "animated"),
        ("CMYK", cmyk(), "unsupported_format"),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".to_vec(), "unsupported_format"),
        ("PDF", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), "unsupported_format"),
        ("text", b"my passport".to_vec(), "unknown_format"),
    ];
    println!("\n| file | refused as |\n|---|---|");
    for (name, bytes, code) in cases {
        let error = decoded(&bytes).err().unwrap_or_else(|| panic!("{name} was taken"));
        assert_eq!(error.refusal().map(countersign_media::Refusal::code), Some(code), "{name}");
        println!("| {name} | `{code}` |");
    }
}

/// The findings on a picture, after a trip through file and decoder.
fn seen(picture: &Picture) -> DocumentFindings {
    read(&decoded(&jpeg(picture)).expect("a photo").image, Some(faces()))
}

#[test]
fn photos_of_something_else_are_told_by_name() {
    let [front, back] = card(811);
    let other = card(812);
    let passport = render(Kind::Passport, &Holder::sample(813), &Defects::none()).expect("fonts").swap_remove(0);
    let page = photograph(&passport.picture, &scene(Kind::Passport, 813));
    let (seen_front, seen_back) = (seen(&front), seen(&back));
    let both = |a: &DocumentFindings, b: &DocumentFindings| {
        let checks: Vec<Check> = CAPTURE.iter().copied().chain([Check::DocumentSidesAgree]).collect();
        reasons(DocumentType::IdCard, Some(a), Some(b), &checks)
    };
    let one = |picture: &Picture| reasons(DocumentType::Passport, Some(&seen(picture)), None, &CAPTURE);
    let grain =
        |x: u32, y: u32| 226 + (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_shr(9) as u8 % 5;
    let wall = filled(1200, 900, |x, y| 90 + (40.0 * (x as f32 / 170.0).sin() * (y as f32 / 230.0).cos()) as u8);
    let cases = [
        ("both sides in order", both(&seen_front, &seen_back), None),
        ("upside down", both(&seen(&turned_over(&front)), &seen_back), None),
        ("the front twice", both(&seen_front, &seen(&front)), Some("same_side_twice")),
        ("the back twice", both(&seen(&back), &seen_back), Some("same_side_twice")),
        ("sides exchanged", both(&seen_back, &seen_front), Some("document_wrong_side")),
        ("a passport, mirrored", one(&mirrored(&page)), Some("document_mirrored")),
        ("two documents", one(&together(&front, &other[0])), Some("several_documents")),
        ("a blank page", one(&filled(1200, 900, grain)), Some("photo_blank")),
        ("no document: a wall", one(&wall), Some("document_not_found")),
    ];
    println!("\n| handed in | reasons |\n|---|---|");
    for (name, said, _) in &cases {
        println!("| {name} | {} |", if said.is_empty() { "none".to_owned() } else { said.join(", ") });
    }
    for (name, said, reason) in &cases {
        match reason {
            None => assert!(said.is_empty(), "{name}: {said:?}"),
            Some(reason) => assert!(said.contains(reason), "{name}: {said:?}"),
        }
    }
}

#[test]
fn sixteen_bit_pictures_work() {
    let passport = render(Kind::Passport, &Holder::sample(813), &Defects::none()).expect("fonts").swap_remove(0);
    let page = photograph(&passport.picture, &scene(Kind::Passport, 813));
    let deep: Vec<u16> = page.pixels.iter().map(|v| u16::from(*v) * 257).collect();
    let deep: image::ImageBuffer<image::Rgb<u16>, _> =
        image::ImageBuffer::from_raw(page.width, page.height, deep).expect("as many pixels");
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb16(deep).write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    let found = read(&decoded(&bytes.into_inner()).expect("a photo").image, None);
    let lines = found.reading.mrz.map(|decoded| decoded.mrz.lines);
    assert_eq!(lines, Some(passport.truth.mrz));
}
