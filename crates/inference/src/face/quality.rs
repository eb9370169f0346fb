//! How good a picture of a face is, in numbers a check can compare and a person can act on.

use countersign_media::RgbImage;

use super::{
    FaceBox, Landmarks, Pose,
    picture::{Placement, square},
};

/// Side of the grey face that light and sharpness are measured on, pixels: all faces are brought to it, so that
/// the numbers do not depend on the camera's resolution.
const SIDE: usize = 112;

/// Measurements of one face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceQuality {
    /// Pixels between the middles of the eyes, in the picture as it came.
    pub inter_eye_px: f32,
    /// Pixels from the brows' top to the chin, in the picture as it came.
    pub face_height_px: f32,
    /// Standard deviation of the Laplacian of the grey face at 112 × 112, 0–255 scale, over its contrast: about 0.05 and
    /// less blurred or enlarged from few pixels, 0.15 and more sharp. A soft picture enlarged stays soft.
    pub sharpness: f32,
    /// Mean luma, 0 black – 1 white.
    pub brightness: f32,
    /// Standard deviation of luma, 0–0.5.
    pub contrast: f32,
    /// Share of pixels at luma 250 and more, 0–1.
    pub over_exposed_share: f32,
    /// Share of pixels under luma 30, 0–1.
    pub dark_share: f32,
    /// |left − right| over their sum, mean luma of the two halves of the face: 0 even light – 1 one side black.
    pub left_right_imbalance: f32,
    /// Mean luma around the face over that of the face; above about 1.8 the light comes from behind.
    pub background_brightness_ratio: f32,
    /// Degrees, as in [`Pose`].
    pub pose: Pose,
}

/// Measures the face with these landmarks.
pub fn quality(image: &RgbImage, landmarks: &Landmarks) -> FaceQuality {
    let bounds = landmarks.bounds(1.0);
    let face = grey(image, &bounds);
    let surroundings = grey(image, &bounds.grown(1.8));
    let (mean, deviation) = spread(&face);
    let share = |test: fn(f32) -> bool| face.iter().filter(|v| test(**v)).count() as f32 / face.len().max(1) as f32;
    let half = |right: bool| {
        let side: Vec<f32> =
            face.iter().enumerate().filter(|(i, _)| (i % SIDE >= SIDE / 2) == right).map(|(_, v)| *v).collect();
        spread(&side).0
    };
    let (left, right) = (half(false), half(true));
    // The ring outside the middle 1/1.8 of the larger square is background, hair and shoulders; the upper half of it
    // leaves the shoulders out.
    let ring: Vec<f32> = surroundings
        .iter()
        .enumerate()
        .filter(|(i, _)| {
            let (x, y) = (i % SIDE, i / SIDE);
            y < SIDE / 2 && (!(SIDE / 5..SIDE - SIDE / 5).contains(&x) || y < SIDE / 8)
        })
        .map(|(_, v)| *v)
        .collect();
    FaceQuality {
        inter_eye_px: landmarks.inter_eye_distance(),
        face_height_px: bounds.height,
        sharpness: laplacian(&face) / deviation.max(1.0),
        brightness: mean / 255.0,
        contrast: deviation / 255.0,
        over_exposed_share: share(|v| v >= 250.0),
        dark_share: share(|v| v < 30.0),
        left_right_imbalance: (left - right).abs() / (left + right).max(1.0),
        background_brightness_ratio: spread(&ring).0 / mean.max(1.0),
        pose: landmarks.pose(),
    }
}

/// Light on one face, by the definitions of ISO/IEC 29794-5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// Share of pixels at luma 25 and less, 0–1.
    pub dark_share: f32,
    /// Share of pixels at luma 247 and more, 0–1.
    pub bright_share: f32,
    /// Mean luma, 0–1.
    pub mean: f32,
    /// What the histograms of luma of the left and the right half have in common, 0–1.
    pub halves_common: f32,
}

/// Measures the light on the face with these landmarks.
pub fn exposure(image: &RgbImage, landmarks: &Landmarks) -> Exposure {
    let face = grey(image, &landmarks.bounds(1.0));
    let count = face.len().max(1) as f32;
    let share = |test: &dyn Fn(f32) -> bool| face.iter().filter(|v| test(**v)).count() as f32 / count;
    let mut halves = [[0.0_f32; 256]; 2];
    for (i, luma) in face.iter().enumerate() {
        halves[usize::from(i % SIDE >= SIDE / 2)][luma.clamp(0.0, 255.0) as usize] += 2.0 / count;
    }
    Exposure {
        dark_share: share(&|v| v <= 25.0),
        bright_share: share(&|v| v >= 247.0),
        mean: spread(&face).0 / 255.0,
        halves_common: halves[0].iter().zip(halves[1]).map(|(left, right)| left.min(right)).sum(),
    }
}

/// Luma (BT.601) of the square around the box at `SIDE` × `SIDE`; black where the picture ends.
fn grey(image: &RgbImage, face: &FaceBox) -> Vec<f32> {
    let (cx, cy) = face.centre();
    let size = face.width.max(face.height);
    let square_box = FaceBox { x: cx - size / 2.0, y: cy - size / 2.0, width: size, height: size, score: face.score };
    let Some(region) = square_box.inside(image.width, image.height) else { return Vec::new() };
    let tensor = square(image, region, SIDE as u32, Placement::Middle);
    let plane = SIDE * SIDE;
    (0..plane)
        .map(|i| 0.299 * tensor.data[i] + 0.587 * tensor.data[plane + i] + 0.114 * tensor.data[2 * plane + i])
        .collect()
}

/// Mean and standard deviation.
fn spread(values: &[f32]) -> (f32, f32) {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    (mean, (values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / count).sqrt())
}

/// Standard deviation of the four-neighbour Laplacian.
fn laplacian(face: &[f32]) -> f32 {
    if face.len() < SIDE * SIDE {
        return 0.0;
    }
    let mut values = Vec::with_capacity(face.len());
    for y in 1..SIDE - 1 {
        for x in 1..SIDE - 1 {
            let i = y * SIDE + x;
            values.push(face[i - 1] + face[i + 1] + face[i - SIDE] + face[i + SIDE] - 4.0 * face[i]);
        }
    }
    spread(&values).1 / 4.0
}
