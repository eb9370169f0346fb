//! What lies over a face: mouth, eyes and forehead seen through windows that eyes alone place, each against the person's own skin.
//!
//! No net: a mouth shows lips and shadows whoever it belongs to, an eye shows a pupil and bright skin around it, and a forehead has the
//! colour of the cheeks. What lies over them takes that away, whatever it is made of.

use countersign_media::RgbImage;

use super::Landmarks;

/// Samples to the distance of the eyes.
const DENSITY: f32 = 40.0;
/// Colours further from the skin's than this, in the plane of a and b of CIE Lab, are another thing's: lips and shadows stay below on
/// most of the mouth's window (docs/evaluation/liveness-quality.md).
const OTHER: f32 = 18.0;
/// The same on the forehead, which has the cheeks' own colour.
const OTHER_FOREHEAD: f32 = 14.0;
/// Darker or brighter than this many times the skin is not forehead.
const FOREHEAD_LUMA: std::ops::RangeInclusive<f32> = 0.55..=1.4;

/// A window about the middle of the eyes: left, right, top, bottom, in distances of the eyes; x along the eyes, y down the face.
type Window = [f32; 4];

const CHEEKS: [Window; 3] = [[-0.62, -0.25, 0.22, 0.50], [0.25, 0.62, 0.22, 0.50], [-0.12, 0.12, 0.05, 0.45]];
const MOUTH: Window = [-0.28, 0.28, 0.95, 1.35];
const AROUND_MOUTH: Window = [-0.40, 0.40, 0.80, 1.50];
const EYES: [Window; 2] = [[-0.70, -0.30, -0.10, 0.16], [0.30, 0.70, -0.10, 0.16]];
const FOREHEAD: Window = [-0.45, 0.45, -0.72, -0.42];

/// What of a face is seen on one frame. Brightness is relative to the skin of the same face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Standard deviation of luma over the mouth's window over the skin's luma: lips and the line between them give 0.09 and more.
    pub mouth_contrast: f32,
    /// Share of the mouth's surroundings in a colour that is not the skin's, 0–1.
    pub mouth_other_share: f32,
    /// The 85th percentile of luma over each eye, the brighter eye's, over the skin's: lids and white of the eye give 0.43 and more.
    pub eyes_brightness: f32,
    /// Standard deviation of luma over each eye over its own 85th percentile, the plainer one's: pupil and lashes give 0.15 and more, also
    /// on the side away from the light.
    pub eyes_contrast: f32,
    /// Share of the forehead above the brows in a colour or brightness that is not the skin's, 0–1.
    pub forehead_other_share: f32,
}

impl Cover {
    /// Looks at the face with these landmarks; `None` where a window does not lie in the picture or the skin is black.
    pub fn of(image: &RgbImage, landmarks: &Landmarks) -> Option<Self> {
        let view = View::over(image, landmarks);
        let skin: Vec<[f32; 4]> = CHEEKS.iter().filter_map(|window| view.window(*window)).flatten().collect();
        let skin_luma = percentile(skin.iter().map(|p| p[0]), 0.5)?;
        let tone = (percentile(skin.iter().map(|p| p[2]), 0.5)?, percentile(skin.iter().map(|p| p[3]), 0.5)?);
        if skin_luma < 1.0 {
            return None;
        }
        let relative = |window| Some(view.window(window)?.iter().map(|p| p[0] / skin_luma).collect::<Vec<f32>>());
        let from_skin = |p: &[f32; 4]| (p[2] - tone.0).hypot(p[3] - tone.1);
        let share = |window, other: &dyn Fn(&[f32; 4]) -> bool| {
            let points = view.window(window)?;
            Some(points.iter().filter(|p| other(p)).count() as f32 / points.len().max(1) as f32)
        };
        let eyes = [relative(EYES[0])?, relative(EYES[1])?];
        let bright = |eye: &Vec<f32>| percentile(eye.iter().copied(), 0.85).unwrap_or(0.0);
        let contrast = |eye: &Vec<f32>| deviation(eye) / bright(eye).max(f32::EPSILON);
        Some(Self {
            mouth_contrast: deviation(&relative(MOUTH)?),
            mouth_other_share: share(AROUND_MOUTH, &|p| from_skin(p) > OTHER)?,
            eyes_brightness: bright(&eyes[0]).max(bright(&eyes[1])),
            eyes_contrast: contrast(&eyes[0]).min(contrast(&eyes[1])),
            forehead_other_share: share(FOREHEAD, &|p| {
                from_skin(p) > OTHER_FOREHEAD || !FOREHEAD_LUMA.contains(&(p[0] / skin_luma))
            })?,
        })
    }
}

/// A picture in the coordinates of a face.
struct View<'a> {
    image: &'a RgbImage,
    middle: (f32, f32),
    along: (f32, f32),
}

impl<'a> View<'a> {
    fn over(image: &'a RgbImage, landmarks: &Landmarks) -> Self {
        let [left, right] = landmarks.eyes();
        let middle = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
        Self { image, middle, along: (right.0 - left.0, right.1 - left.1) }
    }

    /// Luma, L, a and b at each sample of a window; `None` where it does not lie in the picture.
    fn window(&self, [left, right, top, bottom]: Window) -> Option<Vec<[f32; 4]>> {
        let (columns, rows) =
            (((right - left) * DENSITY).round() as usize, ((bottom - top) * DENSITY).round() as usize);
        let at = |i: usize, count: usize, from: f32, to: f32| from + (to - from) * (i as f32 + 0.5) / count as f32;
        let places =
            (0..rows * columns).map(|i| (at(i % columns, columns, left, right), at(i / columns, rows, top, bottom)));
        places.map(|(u, v)| self.sample(u, v).map(described)).collect()
    }

    /// Mean colour of the pixels under one sample.
    fn sample(&self, u: f32, v: f32) -> Option<[f32; 3]> {
        let cell = self.along.0.hypot(self.along.1) / DENSITY;
        let fine = (cell.round() as usize).clamp(1, 4);
        let mut sum = [0.0; 3];
        for i in 0..fine * fine {
            let off = |i: usize| ((i as f32 + 0.5) / fine as f32 - 0.5) / DENSITY;
            let (u, v) = (u + off(i % fine), v + off(i / fine));
            let x = self.middle.0 + u * self.along.0 - v * self.along.1;
            let y = self.middle.1 + u * self.along.1 + v * self.along.0;
            if x < 0.0 || y < 0.0 || x >= self.image.width as f32 || y >= self.image.height as f32 {
                return None;
            }
            let pixel = self.image.at(x as u32, y as u32);
            sum.iter_mut().zip(pixel).for_each(|(sum, part)| *sum += f32::from(part));
        }
        Some(sum.map(|part| part / (fine * fine) as f32))
    }
}

/// Luma (BT.601, 0–255) and CIE Lab (D65) of an sRGB colour.
fn described([r, g, b]: [f32; 3]) -> [f32; 4] {
    let linear = |v: f32| {
        let v = v / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    let (lr, lg, lb) = (linear(r), linear(g), linear(b));
    let root = |v: f32| if v > 0.008_856 { v.cbrt() } else { 7.787 * v + 16.0 / 116.0 };
    let cx = root((0.412_453 * lr + 0.357_580 * lg + 0.180_423 * lb) / 0.950_456);
    let cy = root(0.212_671 * lr + 0.715_160 * lg + 0.072_169 * lb);
    let cz = root((0.019_334 * lr + 0.119_193 * lg + 0.950_227 * lb) / 1.088_754);
    [0.299 * r + 0.587 * g + 0.114 * b, 116.0 * cy - 16.0, 500.0 * (cx - cy), 200.0 * (cy - cz)]
}

fn percentile(values: impl Iterator<Item = f32>, share: f32) -> Option<f32> {
    let mut sorted: Vec<f32> = values.collect();
    sorted.sort_by(f32::total_cmp);
    sorted.get((share * sorted.len() as f32) as usize).copied()
}

fn deviation(values: &[f32]) -> f32 {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    (values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / count).sqrt()
}

#[cfg(test)]
mod tests;
