use countersign_media::RgbImage;

use super::*;
use crate::face::{FaceBox, Landmarks, Lips, quality};

fn face(x: f32, y: f32) -> (Frame, TrackedFace) {
    let image = RgbImage { width: 320, height: 240, pixels: vec![140; 320 * 240 * 3] };
    let mut points = [(x, y + 50.0); 68];
    points[36..42].fill((x - 20.0, y));
    points[42..48].fill((x + 20.0, y));
    points[8] = (x, y + 80.0);
    let landmarks = Landmarks { points };
    let face = TrackedFace {
        face_box: FaceBox { x: x - 40.0, y: y - 20.0, width: 80.0, height: 100.0, score: 0.9 },
        landmarks,
        pose: landmarks.pose(),
        lips: Lips::of(&image, &landmarks),
        quality: quality(&image, &landmarks),
    };
    (Frame { at_s: 0.0, image }, face)
}

/// Ten frames a second; `None` where no face is found.
fn clip(places: &[Option<f32>]) -> (FaceTrack, Vec<Frame>) {
    let mut frames = Vec::new();
    let points = places.iter().enumerate().map(|(i, place)| {
        let (frame, seen) = face(place.unwrap_or(160.0), 100.0);
        frames.push(Frame { at_s: i as f64 / 10.0, ..frame });
        let face = place.map(|_| seen);
        TrackPoint { at_s: i as f64 / 10.0, face, mouth_opening: None, faces: None }
    });
    let points = points.collect();
    (FaceTrack { points, faces_max: 1, several_faces_share: 0.0, frames_with_face_share: 1.0 }, frames)
}

#[test]
fn a_face_that_leaves_over_the_border_is_away_and_one_that_is_lost_is_not() {
    let seen = |last: f32| [vec![Some(160.0); 10], vec![Some(last); 2], vec![None; 10], vec![Some(160.0); 8]].concat();
    let (track, frames) = clip(&seen(305.0));
    let found = recording(&track, &frames).expect("a face");
    assert!((found.away_s - 1.0).abs() < 0.05, "{}", found.away_s);
    let (track, frames) = clip(&seen(160.0));
    assert!(recording(&track, &frames).expect("a face").away_s < f64::EPSILON);
}

#[test]
fn sizes_are_those_of_the_frames_and_nothing_is_said_without_a_face() {
    let (track, frames) = clip(&[Some(160.0); 12]);
    let found = recording(&track, &frames).expect("a face");
    assert_eq!(found.frames, 6);
    assert!((found.eyes_px - 40.0).abs() < 0.01 && (found.eyes_share - 40.0 / 240.0).abs() < 1e-3);
    assert!(found.cut_share < f32::EPSILON && found.cover.is_some());
    let (track, frames) = clip(&[Some(310.0); 12]);
    assert!(recording(&track, &frames).expect("a face").cut_share > 0.99);
    let (track, frames) = clip(&[None; 5]);
    assert_eq!(recording(&track, &frames), None);
}
