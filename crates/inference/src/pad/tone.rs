//! Black level and colour: ink on paper and glass that shines are never as black as a shadow, and print knows fewer colours than skin.

use countersign_media::Clip;

use super::Signs;
use crate::face::FaceTrack;

/// Frames that are looked at.
const FRAMES: usize = 5;
/// Share of pixels that count as the darkest.
const DARKEST: f64 = 0.02;

pub(super) fn measure(clip: &Clip, track: &FaceTrack, found: &mut Signs) {
    let seen: Vec<usize> = (0..track.points.len()).filter(|at| track.points[*at].face.is_some()).collect();
    let (mut histogram, mut counted) = ([0_u64; 256], 0_u64);
    let mut spreads = Vec::new();
    for part in 0..FRAMES.min(seen.len()) {
        let at = seen[(2 * part + 1) * seen.len() / (2 * FRAMES.min(seen.len()))];
        let (Some(face), Some(frame)) = (track.points[at].face, clip.frames.get(at)) else { continue };
        for pixel in frame.image.pixels.as_chunks::<3>().0.iter().step_by(7) {
            let luma = (77 * u32::from(pixel[0]) + 150 * u32::from(pixel[1]) + 29 * u32::from(pixel[2])) >> 8;
            histogram[luma as usize] += 1;
            counted += 1;
        }
        let area = face.landmarks.bounds(1.0);
        let span =
            |from: f32, length: f32, limit: u32| (from.max(0.0) as u32)..((from + length).max(0.0) as u32).min(limit);
        let (mut light, mut red, mut blue) = (Sum::default(), Sum::default(), Sum::default());
        for y in span(area.y, area.height, frame.image.height).step_by(2) {
            for x in span(area.x, area.width, frame.image.width).step_by(2) {
                let [r, g, b] = frame.image.at(x, y).map(f64::from);
                light.add(0.3 * r + 0.59 * g + 0.11 * b);
                red.add(r - g);
                blue.add(b - g);
            }
        }
        spreads.push((red.deviation() + blue.deviation()) / (2.0 * light.deviation()).max(1.0));
    }
    if spreads.is_empty() || counted == 0 {
        return;
    }
    let wanted = (DARKEST * counted as f64) as u64;
    let mut below = 0;
    let level = histogram.iter().position(|count| {
        below += count;
        below > wanted
    });
    found.black = level.map(|level| level as f32 / 255.0);
    found.colour = Some((spreads.iter().sum::<f64>() / spreads.len() as f64) as f32);
}

/// Sums for a deviation.
#[derive(Default)]
struct Sum {
    count: f64,
    values: f64,
    squares: f64,
}

impl Sum {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        self.values += value;
        self.squares += value * value;
    }

    fn deviation(&self) -> f64 {
        let count = self.count.max(1.0);
        (self.squares / count - (self.values / count).powi(2)).max(0.0).sqrt()
    }
}
