//! The whole chain on drawings of our own.

use countersign_inference::face::{FaceNets, NetChoice, distance, quality};
use countersign_media::RgbImage;

use crate::{
    pictures::{drawn_face, pattern},
    support::{nets, store},
};

/// Lays `top` over `ground` with its upper left corner at (`x`, `y`).
fn laid(ground: &mut RgbImage, top: &RgbImage, x: u32, y: u32) {
    for row in 0..top.height {
        let from = (row * top.width * 3) as usize;
        let to = (((y + row) * ground.width + x) * 3) as usize;
        let length = (top.width * 3) as usize;
        ground.pixels[to..to + length].copy_from_slice(&top.pixels[from..from + length]);
    }
}

#[test]
fn noise_has_no_face() {
    let measured = nets().measure(&pattern(640, 480, 3)).unwrap();
    assert_eq!((measured.faces, measured.best), (0, None));
    assert_eq!(nets().find_portrait(&pattern(300, 200, 8)).unwrap(), None);
}

#[test]
fn a_picture_of_one_pixel_is_no_face_and_no_crash() {
    let dot = RgbImage { width: 1, height: 1, pixels: vec![200; 3] };
    assert_eq!(nets().measure(&dot).unwrap().faces, 0);
}

#[test]
fn two_faces_are_counted_and_the_larger_is_the_portrait() {
    let mut image = RgbImage { width: 900, height: 420, pixels: vec![170; 900 * 420 * 3] };
    laid(&mut image, &drawn_face(320, 300, 160, 130, 140), 30, 60);
    laid(&mut image, &drawn_face(220, 200, 110, 85, 80), 600, 100);
    let portrait = nets().find_portrait(&image).unwrap().unwrap();
    assert_eq!(portrait.others.len(), 1);
    assert!(portrait.face_box.x < 350.0 && portrait.others[0].x > 550.0);
}

#[test]
fn a_small_portrait_on_a_twelve_megapixel_photo_is_found() {
    let mut image = RgbImage { width: 4000, height: 3000, pixels: vec![120; 4000 * 3000 * 3] };
    laid(&mut image, &drawn_face(110, 130, 55, 55, 60), 2600, 1800);
    let portrait = nets().find_portrait(&image).unwrap().unwrap();
    let (x, y) = portrait.face_box.centre();
    assert!((x - 2655.0).abs() < 20.0 && (y - 1860.0).abs() < 25.0, "{x} {y}");
    assert!(portrait.quality.face_height_px < 100.0);
}

#[test]
fn one_face_at_two_sizes_is_one_descriptor_and_light_is_measured() {
    let (small, large) = (drawn_face(320, 300, 160, 130, 140), drawn_face(640, 600, 320, 260, 280));
    let (a, b) = (nets().find_portrait(&small).unwrap().unwrap(), nets().find_portrait(&large).unwrap().unwrap());
    assert!(distance(&a.descriptor, &b.descriptor) < 0.3);
    assert!((b.quality.inter_eye_px / a.quality.inter_eye_px - 2.0).abs() < 0.2);
    let mut shaded = small.clone();
    for (i, value) in shaded.pixels.iter_mut().enumerate() {
        if (i / 3) % 320 > 160 {
            *value /= 3;
        }
    }
    let dim = quality(&shaded, &a.landmarks);
    assert!(dim.left_right_imbalance > 0.3 && a.quality.left_right_imbalance < 0.1);
    assert!(dim.brightness < a.quality.brightness);
}

#[test]
fn the_release_names_the_weights() {
    let tiny = FaceNets::load_with(&store(), NetChoice::Tiny).unwrap();
    assert_eq!(nets().release().len(), 64);
    assert_ne!(nets().release(), tiny.release());
}
