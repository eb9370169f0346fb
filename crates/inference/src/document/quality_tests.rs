//! Made pictures with one known fault each.

use super::*;

/// A light card with dark print on a dark ground.
fn card() -> RgbImage {
    let mut pixels = vec![50u8; 800 * 600 * 3];
    for y in 120..480 {
        for x in 110..690 {
            let print = (180..420).contains(&y) && (160..640).contains(&x) && (x / 6 + y / 9) % 3 == 0;
            let shade = if print { 40 } else { 205 };
            pixels[(y * 800 + x) * 3..][..3].fill(shade);
        }
    }
    RgbImage { width: 800, height: 600, pixels }
}

fn softened(image: &RgbImage, reach: i32) -> RgbImage {
    let mut out = image.clone();
    for y in 0..600i32 {
        for x in 0..800i32 {
            let near = (-reach..=reach).map(|d| u32::from(image.at((x + d).clamp(0, 799) as u32, y as u32)[0]));
            let mean = near.sum::<u32>() / (2 * reach as u32 + 1);
            out.pixels[((y * 800 + x) * 3) as usize..][..3].fill(mean as u8);
        }
    }
    out
}

#[test]
fn a_clean_card() {
    let q = measure(&card());
    assert!((q.margin_px.expect("an outline") - 110.0).abs() < 6.0);
    assert!((q.document_share - 0.435).abs() < 0.03);
    assert!((q.document_long_px - 580.0).abs() < 12.0);
    assert!(q.sharpness.expect("edges") > 0.25, "{:?}", q.sharpness);
    assert_eq!((q.glare_share, q.glare_box), (0.0, None));
    assert!(q.skew_deg.abs() < 1.0);
    assert!(q.contrast > 0.5);
}

#[test]
fn blur_lowers_sharpness_step_by_step() {
    let at = |reach| measure(&softened(&card(), reach)).sharpness.expect("edges");
    let (sharp, soft, softer) = (measure(&card()).sharpness.expect("edges"), at(1), at(2));
    assert!(sharp > 1.5 * soft && soft > 1.5 * softer, "{sharp} {soft} {softer}");
}

#[test]
fn a_blown_out_patch_is_found_where_it_is() {
    let mut image = card();
    for y in 216..344i32 {
        for x in 376..544i32 {
            // Blown out inside, fading over 24 pixels around.
            let outside = (400 - x).max(x - 519).max(240 - y).max(y - 319).max(0);
            let add = (255 - 7 * outside) as u8;
            let pixel = &mut image.pixels[((y * 800 + x) * 3) as usize..][..3];
            for v in pixel {
                *v = v.saturating_add(add);
            }
        }
    }
    let q = measure(&image);
    assert!((q.glare_share - 0.05).abs() < 0.015, "{}", q.glare_share);
    let (x, y, w, h) = q.glare_box.expect("a box");
    assert!(
        (x - 400.0).abs() <= 16.0 && (y - 240.0).abs() <= 16.0 && (w - 120.0).abs() <= 32.0 && (h - 80.0).abs() <= 32.0
    );
}

#[test]
fn darkness_shows() {
    let mut image = card();
    image.pixels.iter_mut().for_each(|v| *v /= 6);
    let q = measure(&image);
    assert!(q.brightness < 0.2);
    assert!(q.dark_share > 0.2);
}

#[test]
fn over_exposure_shows_on_print_that_fades_and_not_on_white_paper() {
    let brighter = |by: f32, lift: f32| {
        let mut image = card();
        image.pixels.iter_mut().for_each(|v| *v = (f32::from(*v) * by + lift).min(255.0) as u8);
        measure(&image)
    };
    assert!(brighter(1.4, 80.0).overexposed_share > 0.4, "{:?}", brighter(1.4, 80.0));
    let white = brighter(1.4, 0.0);
    assert!(white.blown_share > 0.4 && white.overexposed_share == 0.0, "{white:?}");
    assert!(!white.blank);
}

#[test]
fn an_empty_picture_measures_without_inventing() {
    let q = measure(&RgbImage { width: 300, height: 200, pixels: vec![128; 300 * 200 * 3] });
    assert_eq!((q.document_quad, q.margin_px, q.sharpness), (None, None, None));
    let dot = measure(&RgbImage { width: 1, height: 1, pixels: vec![255; 3] });
    assert_eq!(dot.sharpness, None);
    assert!(q.blank && dot.blank);
}
