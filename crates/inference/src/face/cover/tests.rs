use super::*;

const SKIN: [u8; 3] = [205, 160, 130];

/// A face with eyes 80 pixels apart, at (110, 150) and (190, 150); `paint` says what lies at a place in distances of the eyes.
fn cover(paint: impl Fn(f32, f32) -> Option<[u8; 3]>) -> Cover {
    let (width, height) = (300, 340);
    let pixels = (0..width * height)
        .flat_map(|i| {
            let (u, v) = (((i % width) as f32 - 150.0) / 80.0, ((i / width) as f32 - 150.0) / 80.0);
            let lips = (u / 0.26).hypot((v - 1.15) / 0.1) < 1.0;
            let line = u.abs() < 0.22 && (v - 1.15).abs() < 0.02;
            let pupil = (u.abs() - 0.5).hypot(v) < 0.09;
            let plain = if line || pupil {
                [30, 20, 20]
            } else if lips {
                [170, 90, 90]
            } else {
                SKIN
            };
            paint(u, v).unwrap_or(plain)
        })
        .collect();
    let mut points = [(150.0, 240.0); 68];
    points[36..42].fill((110.0, 150.0));
    points[42..48].fill((190.0, 150.0));
    Cover::of(&RgbImage { width, height, pixels }, &Landmarks { points }).expect("the face lies in the picture")
}

#[test]
fn an_open_face_shows_lips_pupils_and_skin() {
    let open = cover(|_, _| None);
    assert!(open.mouth_contrast > 0.09 && open.mouth_other_share < 0.5, "{open:?}");
    assert!(open.eyes_brightness > 0.9 && open.eyes_contrast > 0.12, "{open:?}");
    assert!(open.forehead_other_share < 0.01, "{open:?}");
}

#[test]
fn each_cover_takes_its_own_part_away() {
    let blue = cover(|_, v| (v > 0.5).then_some([110, 150, 200]));
    assert!(blue.mouth_contrast < 0.01 && blue.mouth_other_share > 0.99 && blue.eyes_contrast > 0.12, "{blue:?}");
    let hand = cover(|_, v| (v > 0.7).then_some([200, 155, 126]));
    assert!(hand.mouth_contrast < 0.01 && hand.mouth_other_share < 0.01, "{hand:?}");
    let glasses = cover(|u, v| ((u.abs() - 0.5).hypot(v) < 0.34).then_some([25; 3]));
    assert!(glasses.eyes_brightness < 0.2 && glasses.mouth_contrast > 0.09, "{glasses:?}");
    let palm = cover(|u, v| (u < -0.1 && v.abs() < 0.4).then_some([200, 155, 126]));
    assert!(palm.eyes_contrast < 0.01 && palm.eyes_brightness > 0.9, "{palm:?}");
    let cap = cover(|_, v| (v < -0.4).then_some([30, 40, 90]));
    assert!(cap.forehead_other_share > 0.99 && cap.eyes_contrast > 0.12, "{cap:?}");
}

#[test]
fn a_face_that_reaches_beyond_the_picture_is_not_measured() {
    let image = RgbImage { width: 100, height: 100, pixels: vec![128; 30_000] };
    let mut points = [(50.0, 90.0); 68];
    points[36..42].fill((20.0, 10.0));
    points[42..48].fill((80.0, 10.0));
    assert_eq!(Cover::of(&image, &Landmarks { points }), None);
}
