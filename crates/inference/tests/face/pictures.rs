//! Pictures of our own by integer arithmetic, the same bytes as `training/face-api-reference/pictures.mjs` makes.

use countersign_media::RgbImage;

/// Noise over a gradient.
pub fn pattern(width: u32, height: u32, seed: u32) -> RgbImage {
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            for c in 0..3u32 {
                let mut h = (x + 1).wrapping_mul(73_856_093)
                    ^ (y + 1).wrapping_mul(19_349_663)
                    ^ (c + 1).wrapping_mul(83_492_791)
                    ^ seed;
                h = (h ^ (h >> 13)).wrapping_mul(1_274_126_177);
                let slope = x * 160 / width + if c == 1 { 0 } else { y * 60 / height };
                pixels.push((slope + h % 48).min(255) as u8);
            }
        }
    }
    RgbImage { width, height, pixels }
}

/// Middle, radii (thousandths of the unit) and colour; later shapes cover earlier ones.
const SHAPES: [[i64; 7]; 14] = [
    [0, 900, 900, 500, 60, 70, 110],
    [0, -120, 560, 740, 52, 36, 28],
    [0, 0, 460, 620, 214, 170, 146],
    [-190, -190, 120, 22, 60, 42, 32],
    [190, -190, 120, 22, 60, 42, 32],
    [-190, -95, 88, 40, 240, 236, 230],
    [190, -95, 88, 40, 240, 236, 230],
    [-190, -95, 40, 40, 50, 34, 26],
    [190, -95, 40, 40, 50, 34, 26],
    [0, 60, 48, 120, 200, 152, 128],
    [-40, 160, 26, 16, 120, 78, 66],
    [40, 160, 26, 16, 120, 78, 66],
    [0, 320, 170, 56, 170, 84, 82],
    [0, 320, 120, 16, 90, 36, 40],
];

/// A drawn face with its middle at (`cx`, `cy`) and `unit` pixels to a thousand units.
pub fn drawn_face(width: u32, height: u32, cx: i64, cy: i64, unit: i64) -> RgbImage {
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..i64::from(height) {
        for x in 0..i64::from(width) {
            let grey = 150 + y * 60 / i64::from(height);
            let mut rgb = [grey, grey, grey + 8];
            for [sx, sy, rx, ry, r, g, b] in SHAPES {
                let dx = ((x - cx) * 1000).div_euclid(unit) - sx;
                let dy = ((y - cy) * 1000).div_euclid(unit) - sy;
                if dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry {
                    let shade = dx.div_euclid(40);
                    rgb = [r - shade, g - shade, b - shade].map(|v| v.clamp(0, 255));
                }
            }
            pixels.extend(rgb.map(|v| v as u8));
        }
    }
    RgbImage { width, height, pixels }
}
