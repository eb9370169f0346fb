//! Thin dark strokes taken out of a picture: what is left of a page is its colours and whatever is thicker than its print.

use countersign_media::RgbImage;

/// The picture closed: every dark stroke up to twice `radius` pixels thick takes the colour beside it, channel by channel. What is
/// thicker, and what is lighter than its surroundings, stays as it is.
pub(super) fn closed(picture: &RgbImage, radius: usize) -> RgbImage {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let mut pixels = picture.pixels.clone();
    for pick in [u8::max, u8::min] {
        pixels = along(&pixels, width, height, (3, width * 3), radius, pick);
        pixels = along(&pixels, height, width, (width * 3, 3), radius, pick);
    }
    RgbImage { pixels, ..*picture }
}

/// `pick` over each pixel and its `radius` neighbours before and after it on its own line. `steps`: bytes to the next pixel of the line and to
/// the next line.
fn along(
    pixels: &[u8],
    length: usize,
    lines: usize,
    steps: (usize, usize),
    radius: usize,
    pick: fn(u8, u8) -> u8,
) -> Vec<u8> {
    let mut out = vec![0; pixels.len()];
    let mut line = vec![[0u8; 3]; length];
    for start in (0..lines).map(|line| line * steps.1) {
        for (i, colour) in line.iter_mut().enumerate() {
            colour.copy_from_slice(&pixels[start + i * steps.0..][..3]);
        }
        for i in 0..length {
            let near = &line[i.saturating_sub(radius)..(i + radius + 1).min(length)];
            let best =
                near.iter().copied().reduce(|a, b| std::array::from_fn(|c| pick(a[c], b[c]))).unwrap_or_default();
            out[start + i * steps.0..][..3].copy_from_slice(&best);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thin_dark_strokes_go_and_thick_or_light_ones_stay() {
        let mut picture = RgbImage { width: 60, height: 40, pixels: vec![200; 60 * 40 * 3] };
        let mut stroke = |from: u32, thick: u32, value: u8| {
            for y in 5..35 {
                for x in from..from + thick {
                    picture.pixels[((y * 60 + x) * 3) as usize..][..3].fill(value);
                }
            }
        };
        stroke(10, 4, 20);
        stroke(25, 9, 60);
        stroke(45, 2, 250);
        let closed = closed(&picture, 2);
        assert_eq!((closed.at(11, 20)[0], closed.at(29, 20)[0], closed.at(46, 20)[0]), (200, 60, 250));
        assert_eq!((closed.width, closed.height, closed.pixels.len()), (60, 40, 7200));
    }
}
