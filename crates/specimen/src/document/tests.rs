//! What is printed, and that each defect touches its own zones only.

use std::collections::BTreeMap;

use super::mrz::CheckDigit;
use super::*;

/// A flat face, told apart by seed: these tests ask about places, not about faces.
fn plain(seed: u64, width: u32, height: u32) -> Picture {
    let tone = 60 + (seed % 120) as u8;
    Picture { width, height, pixels: vec![tone; (width * height * 3) as usize] }
}

fn made(kind: Kind, defects: &Defects) -> Vec<Side> {
    render_with(kind, &Holder::sample(5), defects, &plain).unwrap()
}

/// Names of the zones in which two sides differ; `elsewhere` for pixels outside every zone of either side.
fn changed(before: &Side, after: &Side) -> Vec<&'static str> {
    let zones: BTreeMap<&'static str, Rect> = before.zones.iter().chain(&after.zones).map(|(k, v)| (*k, *v)).collect();
    let mut found = Vec::new();
    let pairs = before.picture.pixels.chunks_exact(3).zip(after.picture.pixels.chunks_exact(3));
    for (at, _) in pairs.enumerate().filter(|(_, (old, new))| old != new) {
        let (x, y) = (at as u32 % before.picture.width, at as u32 / before.picture.width);
        let (x, y) = ((x as f32 + 0.5) * 25.4 / 600.0, (y as f32 + 0.5) * 25.4 / 600.0);
        let name = zones.iter().find(|(_, zone)| zone.holds(x, y)).map_or("elsewhere", |(name, _)| *name);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.sort_unstable();
    found
}

fn check(kind: Kind, defects: &Defects, expected: &[&[&str]]) {
    let pairs: Vec<_> = made(kind, &Defects::none()).into_iter().zip(made(kind, defects)).collect();
    let found: Vec<_> = pairs.iter().map(|(before, after)| changed(before, after)).collect();
    assert_eq!(found, expected, "{kind:?} {defects:?}");
}

#[test]
fn each_defect_changes_its_own_zones() {
    let none = Defects::none;
    let digit = Defects { wrong_check_digit: Some(CheckDigit::ExpiryDate), ..none() };
    check(Kind::Passport, &digit, &[&["mrz"]]);
    check(Kind::IdCard, &digit, &[&[], &["mrz"]]);
    check(Kind::Passport, &Defects { mrz_name_differs: true, ..none() }, &[&["mrz"]]);
    check(Kind::DrivingLicence, &Defects { mrz_name_differs: true, ..none() }, &[&[], &["barcode"]]);
    check(Kind::IdCard, &Defects { no_mrz: true, ..none() }, &[&[], &["mrz"]]);
    check(Kind::DrivingLicence, &Defects { no_mrz: true, ..none() }, &[&[], &["barcode"]]);
    check(Kind::Passport, &Defects { retyped_field: true, ..none() }, &[&["birth_date"]]);
    check(Kind::IdCard, &Defects { pasted_portrait: true, ..none() }, &[&["portrait"], &[]]);
    check(Kind::Passport, &Defects { expired: true, ..none() }, &[&["expiry_date", "issue_date", "mrz"]]);
}

#[test]
fn a_back_of_somebody_else_leaves_the_front() {
    let [genuine, mixed] =
        [false, true].map(|front_back_differ| made(Kind::IdCard, &Defects { front_back_differ, ..Defects::none() }));
    assert!(genuine[0].picture == mixed[0].picture);
    assert_ne!(genuine[1].truth.mrz[2], mixed[1].truth.mrz[2]);
}

#[test]
fn a_grey_copy_has_no_colour_and_an_overprint_is_red() {
    let copy = made(Kind::IdCard, &Defects { grey_copy: true, ..Defects::none() });
    assert!(copy[0].picture.pixels.chunks_exact(3).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]));
    let red = |side: &Side| {
        side.picture.pixels.chunks_exact(3).filter(|pixel| i32::from(pixel[0]) - i32::from(pixel[1]) > 60).count()
    };
    let plain = made(Kind::IdCard, &Defects::none());
    let marked = made(Kind::IdCard, &Defects { specimen_overprint: true, ..Defects::none() });
    assert!(red(&marked[0]) > red(&plain[0]) + 50_000, "{} against {}", red(&marked[0]), red(&plain[0]));
}

#[test]
fn the_same_holder_prints_the_same_pixels() {
    let [first, second] = [(); 2].map(|()| made(Kind::Passport, &Defects::none()));
    assert!(first[0].picture == second[0].picture);
    assert_eq!(first[0].truth.mrz[1].len(), 44);
}

#[test]
fn the_barcode_is_read_back_whole() {
    let back = made(Kind::DrivingLicence, &Defects::none()).remove(1);
    let grey: Vec<u8> = back.picture.pixels.chunks_exact(3).map(|pixel| pixel[1]).collect();
    let view =
        zxingcpp::ImageView::from_slice(&grey, back.picture.width, back.picture.height, zxingcpp::ImageFormat::Lum);
    let found = zxingcpp::read().formats(zxingcpp::BarcodeFormat::PDF417).from(view.unwrap()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(Some(found[0].bytes()), back.truth.barcode.map(String::into_bytes));
}

#[test]
fn the_aamva_header_counts_its_own_subfile() {
    let text = aamva(&Holder::sample(5));
    let (offset, length): (usize, usize) = (text[23..27].parse().unwrap(), text[27..31].parse().unwrap());
    assert_eq!(offset + length, text.len());
    assert!(text[offset..].starts_with("DLDAQ"), "{}", &text[..40]);
    assert!(text.ends_with('\r'));
}

#[test]
fn a_back_carries_any_payload_in_any_number_of_columns() {
    for (length, columns) in [(40, 6), (300, 13), (634, 18)] {
        let payload: Vec<u8> = (0..length).map(|i| b'A' + (i * 7 % 26) as u8).collect();
        let picture = super::barcode_back(&payload, columns).expect("a back");
        let grey: Vec<u8> = picture.pixels.chunks_exact(3).map(|pixel| pixel[1]).collect();
        let view = zxingcpp::ImageView::from_slice(&grey, picture.width, picture.height, zxingcpp::ImageFormat::Lum);
        let found = zxingcpp::read().formats(zxingcpp::BarcodeFormat::PDF417).from(view.unwrap()).unwrap();
        assert_eq!(found.first().map(zxingcpp::Barcode::bytes), Some(payload), "{length} in {columns}");
    }
}
