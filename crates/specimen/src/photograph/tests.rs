//! Geometry, determinism and what each switch does.

use super::*;

/// White with black quarters at upper left and lower right, 856 × 540.
fn card() -> Picture {
    let pixels = (0..540u32)
        .flat_map(|y| (0..856u32).flat_map(move |x| [if (x < 428) == (y < 270) { 10u8 } else { 245 }; 3]))
        .collect();
    Picture { width: 856, height: 540, pixels }
}

fn scene() -> Scene {
    Scene { size: (800, 600), noise: 0.0, ground: Ground::Dark, corner: 0.001, ..Scene::clean(4) }
}

fn luma(picture: &Picture, x: f32, y: f32) -> f32 {
    let at = (y as usize * picture.width as usize + x as usize) * 3;
    picture.pixels[at..at + 3].iter().map(|part| f32::from(*part)).sum::<f32>() / 3.0
}

fn mean(picture: &Picture) -> f32 {
    picture.pixels.iter().map(|part| f32::from(*part)).sum::<f32>() / picture.pixels.len() as f32
}

/// Mean absolute difference of horizontal neighbours.
fn drawing(picture: &Picture) -> f32 {
    let steps = picture.pixels.windows(4).map(|near| f32::from(near[0].abs_diff(near[3])));
    steps.sum::<f32>() / picture.pixels.len() as f32
}

#[test]
fn corners_land_where_the_scene_says() {
    for (tilt_deg, rotation_deg) in [(0.0, 0.0), (20.0, 10.0), (35.0, -25.0)] {
        let scene = Scene { tilt_deg, rotation_deg, ..scene() };
        let placed = corners((856, 540), &scene);
        let (left, right) = placed.iter().fold((f32::MAX, f32::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
        let (top, low) = placed.iter().fold((f32::MAX, f32::MIN), |(top, low), (_, y)| (top.min(*y), low.max(*y)));
        let fullest = ((right - left) / 800.0).max((low - top) / 600.0);
        assert!((fullest - scene.distance).abs() < 1e-3, "{fullest}");
        let photo = photograph(&card(), &scene);
        let middle =
            (placed.iter().map(|(x, _)| x).sum::<f32>() / 4.0, placed.iter().map(|(_, y)| y).sum::<f32>() / 4.0);
        for (at, (x, y)) in placed.into_iter().enumerate() {
            // A tenth of the way in lies card of its quarter's colour; a little outside lies dark cloth.
            let seen = luma(&photo, x + (middle.0 - x) * 0.1, y + (middle.1 - y) * 0.1);
            assert_eq!(seen > 128.0, at % 2 == 1, "corner {at} at tilt {tilt_deg}: {seen}");
            let beside = luma(&photo, x - (middle.0 - x) * 0.06, y - (middle.1 - y) * 0.06);
            assert!(beside < 90.0, "beside corner {at}: {beside}");
        }
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes_and_another_seed_does_not() {
    let scene = Scene { noise: 2.0, ..scene() };
    let first = photograph(&card(), &scene);
    assert!(first == photograph(&card(), &scene));
    assert!(first != photograph(&card(), &Scene { seed: 5, ..scene.clone() }));
    let bytes = encode_jpeg(&first, 80, scene.exif.as_ref()).unwrap();
    assert!(bytes == encode_jpeg(&first, 80, scene.exif.as_ref()).unwrap());
}

#[test]
fn a_quarter_turn_moves_the_upper_left_to_the_upper_right() {
    let upright = photograph(&card(), &scene());
    let turned = photograph(&card(), &Scene { quarter_turns: 1, ..scene() });
    assert_eq!((turned.width, turned.height), (600, 800));
    assert!((luma(&upright, 120.0, 40.0) - luma(&turned, 559.0, 120.0)).abs() < 0.01);
    assert!(photograph(&card(), &Scene { quarter_turns: 4, ..scene() }) == upright);
}

#[test]
fn a_cut_off_card_leaves_the_frame_by_that_share() {
    let cut = Scene { cut_off: Some((Edge::Right, 0.25)), ..scene() };
    let placed = corners((856, 540), &cut);
    let (left, right) = placed.iter().fold((f32::MAX, f32::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
    assert!(((right - 800.0) / (right - left) - 0.25).abs() < 1e-3);
}

#[test]
fn light_blur_glare_and_screen_show() {
    let clean = photograph(&card(), &scene());
    let with = |change: &dyn Fn(&mut Scene)| {
        let mut scene = scene();
        change(&mut scene);
        photograph(&card(), &scene)
    };
    assert!(mean(&with(&|scene| scene.light = Light::Dark)) < 0.5 * mean(&clean));
    assert!(mean(&with(&|scene| scene.light = Light::Over)) > 1.2 * mean(&clean));
    assert!(drawing(&with(&|scene| scene.blur = Blur::Defocus(0.006))) < 0.8 * drawing(&clean));
    assert!(drawing(&with(&|scene| scene.blur = Blur::Motion(0.02, 0.0))) < 0.8 * drawing(&clean));
    assert!(drawing(&with(&|scene| scene.screen_moire = true)) > 1.5 * drawing(&clean));
    let lamp = Glare { x: 0.25, y: 0.25, radius: 0.1, strength: 1.5 };
    let placed = corners((856, 540), &scene());
    let (x, y) = (placed[0].0 + (placed[2].0 - placed[0].0) * 0.25, placed[0].1 + (placed[2].1 - placed[0].1) * 0.25);
    assert!(luma(&clean, x, y) < 60.0);
    assert!(luma(&with(&|scene| scene.glare = Some(lamp)), x, y) > 250.0);
}

#[test]
fn camera_data_is_readable_and_the_picture_still_decodes() {
    let photo = photograph(&card(), &scene());
    let exif = Exif::camera("Utopia Optics", "U9").edited_with("Some Editor");
    let bytes = encode_jpeg(&photo, 90, Some(&exif)).unwrap();
    assert_eq!(&bytes[..4], [0xFF, 0xD8, 0xFF, 0xE1]);
    for text in ["Utopia Optics\0", "U9\0", "Some Editor\0"] {
        assert!(bytes.windows(text.len()).any(|near| near == text.as_bytes()), "{text}");
    }
    assert!(!encode_jpeg(&photo, 90, None).unwrap().windows(4).any(|near| near == b"Exif"));
    let back = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg).unwrap();
    assert_eq!((back.width(), back.height()), (800, 600));
}
