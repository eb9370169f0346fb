//! Laying one defect over a face, in coordinates of the face: u along the eyes and v down, in distances of the eyes from between them.

use countersign_inference::face::Landmarks;
use countersign_media::RgbImage;

/// Where a face lies in a picture.
#[derive(Clone, Copy)]
pub struct Place {
    middle: (f32, f32),
    along: (f32, f32),
    /// Pixels between the eyes.
    pub size: f32,
}

impl Place {
    /// Of the face with these landmarks.
    pub fn of(landmarks: &Landmarks) -> Self {
        let [left, right] = landmarks.eyes();
        let along = (right.0 - left.0, right.1 - left.1);
        let middle = (f32::midpoint(left.0, right.0), f32::midpoint(left.1, right.1));
        Self { middle, along, size: along.0.hypot(along.1).max(1.0) }
    }

    /// Face coordinates of a pixel.
    pub fn face(&self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = (x - self.middle.0, y - self.middle.1);
        let square = self.size * self.size;
        ((dx * self.along.0 + dy * self.along.1) / square, (dy * self.along.0 - dx * self.along.1) / square)
    }

    /// The pixel of face coordinates.
    pub fn pixel(&self, u: f32, v: f32) -> (f32, f32) {
        (self.middle.0 + u * self.along.0 - v * self.along.1, self.middle.1 + u * self.along.1 + v * self.along.0)
    }

    /// Median colour of the cheeks.
    pub fn skin(&self, image: &RgbImage) -> [f32; 3] {
        let mut found: Vec<[u8; 3]> = (0..200)
            .filter_map(|i| {
                let side = if i % 2 == 0 { -0.42 } else { 0.42 };
                let (u, v) = (side + 0.016 * (i / 2 % 10) as f32 - 0.08, 0.28 + 0.02 * (i / 20) as f32);
                let (x, y) = self.pixel(u, v);
                let inside = x >= 0.0 && y >= 0.0 && x < image.width as f32 && y < image.height as f32;
                inside.then(|| image.at(x as u32, y as u32))
            })
            .collect();
        found.sort_by_key(|p| p.iter().map(|part| u32::from(*part)).sum::<u32>());
        found.get(found.len() / 2).map_or([128.0; 3], |p| p.map(f32::from))
    }
}

/// Every pixel anew from its colour and place.
pub fn each(image: &RgbImage, place: &Place, change: impl Fn([f32; 3], f32, f32) -> [f32; 3]) -> RgbImage {
    let mut pixels = Vec::with_capacity(image.pixels.len());
    for y in 0..image.height {
        for x in 0..image.width {
            let (u, v) = place.face(x as f32 + 0.5, y as f32 + 0.5);
            let painted = change(image.at(x, y).map(f32::from), u, v);
            pixels.extend(painted.map(|value| value.round().clamp(0.0, 255.0) as u8));
        }
    }
    RgbImage { width: image.width, height: image.height, pixels }
}

/// A thing laid over the picture where `inside` says so, with a little noise so that it is no flat colour.
pub fn thing(image: &RgbImage, place: &Place, colour: [f32; 3], inside: impl Fn(f32, f32) -> bool) -> RgbImage {
    each(image, place, |pixel, u, v| {
        if !inside(u, v) {
            return pixel;
        }
        let grain = ((u * 913.7).sin() * (v * 517.3).cos() * 43.0).fract() * 6.0;
        colour.map(|part| part + grain)
    })
}

/// The picture seen through a mapping from its pixels to those of another; black outside.
pub fn mapped(image: &RgbImage, from: impl Fn(f32, f32) -> (f32, f32), outside: [u8; 3]) -> RgbImage {
    let (width, height) = (image.width as i64, image.height as i64);
    let mut pixels = Vec::with_capacity(image.pixels.len());
    for y in 0..image.height {
        for x in 0..image.width {
            let (sx, sy) = from(x as f32, y as f32);
            let (x0, y0) = (sx.floor(), sy.floor());
            let (fx, fy) = (sx - x0, sy - y0);
            let (x0, y0) = (x0 as i64, y0 as i64);
            if x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height {
                pixels.extend(outside);
                continue;
            }
            let at = |dx: i64, dy: i64| image.at((x0 + dx) as u32, (y0 + dy) as u32).map(f32::from);
            let corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)];
            let blend = |low: &[f32; 3], high: &[f32; 3], share: f32| -> [f32; 3] {
                std::array::from_fn(|part| low[part] + (high[part] - low[part]) * share)
            };
            let (upper, lower) = (blend(&corners[0], &corners[1], fx), blend(&corners[2], &corners[3], fx));
            pixels.extend(blend(&upper, &lower, fy).map(|value| value.round() as u8));
        }
    }
    RgbImage { width: image.width, height: image.height, pixels }
}

/// Averaged over squares of `reach` pixels to each side, twice: close to a lens out of focus.
pub fn blurred(image: &RgbImage, reach: usize) -> RgbImage {
    let once = |image: &RgbImage, across: bool| {
        let (width, height) = (image.width as usize, image.height as usize);
        let (length, lines, step, line_step) =
            if across { (width, height, 1, width) } else { (height, width, width, 1) };
        let mut pixels = image.pixels.clone();
        for line in 0..lines {
            for part in 0..3 {
                let at = |n: usize| (line * line_step + n * step) * 3 + part;
                let mut sum: u32 = (0..reach.min(length)).map(|n| u32::from(image.pixels[at(n)])).sum();
                let mut count = reach.min(length) as u32;
                for n in 0..length {
                    if n + reach < length {
                        sum += u32::from(image.pixels[at(n + reach)]);
                        count += 1;
                    }
                    if n > reach {
                        sum -= u32::from(image.pixels[at(n - reach - 1)]);
                        count -= 1;
                    }
                    pixels[at(n)] = (sum / count.max(1)) as u8;
                }
            }
        }
        RgbImage { width: image.width, height: image.height, pixels }
    };
    let mut blurred = image.clone();
    for across in [true, false, true, false] {
        blurred = once(&blurred, across);
    }
    blurred
}
