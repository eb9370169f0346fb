//! From pixels to the nets' square inputs.

use countersign_media::RgbImage;

use super::geometry::Region;
use crate::models::Tensor;

/// Where the picture lies in its square.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Placement {
    /// Upper left corner, zeros right or below (the detector).
    Corner,
    /// Middle, zeros on both sides (all other nets).
    Middle,
}

/// A region padded with black to a square and resampled to `side`: `[1, 3, side, side]`, RGB, 0–255.
///
/// The package pads first and then samples with TensorFlow's asymmetric bilinear filter, which looks at two pixels a
/// row however much it shrinks. Regions more than twice too large are therefore averaged down first.
pub(super) fn square(image: &RgbImage, region: Region, side: u32, placement: Placement) -> Tensor {
    let factor = region.width.max(region.height) / side;
    if factor >= 2 {
        let small = shrunk(image, region, factor);
        return sampled(&small, Region::whole(&small), side, placement);
    }
    sampled(image, region, side, placement)
}

/// Mean of each `factor` × `factor` block, black outside the picture; a rest at the right and lower edge that fills no
/// block is left out.
pub(super) fn shrunk(image: &RgbImage, region: Region, factor: u32) -> RgbImage {
    let (width, height) = ((region.width / factor).max(1), (region.height / factor).max(1));
    let (across, down) = (factor.min(region.width), factor.min(region.height));
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    let mut sums = vec![[0u32; 3]; width as usize];
    let area = across * down;
    for row in 0..height {
        sums.fill([0; 3]);
        for y in 0..down {
            let Some(line) = line(image, region.y + (row * factor + y) as i32) else { continue };
            for (column, sum) in sums.iter_mut().enumerate() {
                let start = region.x + column as i32 * factor as i32;
                let end = (start + across as i32).clamp(0, image.width as i32) as usize;
                let start = (start.max(0) as usize).min(end);
                for pixel in line[start * 3..end * 3].chunks_exact(3) {
                    sum[0] += u32::from(pixel[0]);
                    sum[1] += u32::from(pixel[1]);
                    sum[2] += u32::from(pixel[2]);
                }
            }
        }
        pixels.extend(sums.iter().flatten().map(|sum| ((sum + area / 2) / area) as u8));
    }
    RgbImage { width, height, pixels }
}

/// One row of the picture, `None` above and below it.
pub(super) fn line(image: &RgbImage, row: i32) -> Option<&[u8]> {
    let row = usize::try_from(row).ok().filter(|row| *row < image.height as usize)?;
    let length = image.width as usize * 3;
    image.pixels.get(row * length..(row + 1) * length)
}

/// Two neighbouring samples and the weight of the second.
struct Taps {
    first: Option<usize>,
    second: Option<usize>,
    weight: f32,
}

/// Samples for each of `side` outputs along an axis of `length` pixels in the middle or at the start of a padded axis.
/// Positions are the picture's own, from `start` on, `None` outside its `limit`.
fn taps(start: i32, length: u32, limit: u32, padded: u32, offset: u32, side: u32) -> Vec<Taps> {
    let scale = f64::from(padded) / f64::from(side);
    let within = |position: u32| {
        let inside = position.checked_sub(offset).filter(|p| *p < length)?;
        usize::try_from(start + inside as i32).ok().filter(|p| *p < limit as usize)
    };
    (0..side)
        .map(|i| {
            let at = f64::from(i) * scale;
            let low = at.floor() as u32;
            let high = (at.ceil() as u32).min(padded - 1);
            Taps { first: within(low), second: within(high), weight: (at - at.floor()) as f32 }
        })
        .collect()
}

fn sampled(image: &RgbImage, region: Region, side: u32, placement: Placement) -> Tensor {
    let padded = region.width.max(region.height);
    let offset = |length: u32| if placement == Placement::Middle { (padded - length) / 2 } else { 0 };
    let columns = taps(region.x, region.width, image.width, padded, offset(region.width), side);
    let rows = taps(region.y, region.height, image.height, padded, offset(region.height), side);
    let plane = (side * side) as usize;
    let mut data = vec![0.0; plane * 3];
    let line = |row: Option<usize>| row.and_then(|row| line(image, row as i32));
    let value = |line: Option<&[u8]>, column: Option<usize>, c: usize| match (line, column) {
        (Some(line), Some(column)) => f32::from(line[column * 3 + c]),
        _ => 0.0,
    };
    for (y, row) in rows.iter().enumerate() {
        let (upper, lower) = (line(row.first), line(row.second));
        for (x, column) in columns.iter().enumerate() {
            for c in 0..3 {
                let mix = |line| {
                    let first = value(line, column.first, c);
                    first + (value(line, column.second, c) - first) * column.weight
                };
                let top = mix(upper);
                data[c * plane + y * side as usize + x] = top + (mix(lower) - top) * row.weight;
            }
        }
    }
    Tensor { shape: vec![1, 3, side as usize, side as usize], data }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(width: u32, height: u32, value: impl Fn(u32, u32) -> u8) -> RgbImage {
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| [value(x, y); 3]);
        RgbImage { width, height, pixels: pixels.collect() }
    }

    #[test]
    fn a_wide_picture_is_centred_between_black_bars() {
        let image = grey(4, 2, |_, _| 200);
        let tensor = square(&image, Region::whole(&image), 4, Placement::Middle);
        let rows: Vec<f32> = tensor.data[..16].iter().step_by(4).copied().collect();
        assert_eq!(rows, [0.0, 200.0, 200.0, 0.0]);
        let corner = square(&image, Region::whole(&image), 4, Placement::Corner);
        assert_eq!(corner.data[..16].iter().step_by(4).copied().collect::<Vec<_>>(), [200.0, 200.0, 0.0, 0.0]);
    }

    #[test]
    fn enlarging_samples_as_tensorflow_does() {
        let image = grey(2, 2, |x, _| x as u8 * 100);
        let tensor = square(&image, Region::whole(&image), 4, Placement::Middle);
        assert_eq!(tensor.data[..4], [0.0, 50.0, 100.0, 100.0]);
    }

    #[test]
    fn a_large_picture_is_averaged_not_skipped_over() {
        let image = grey(40, 40, |x, y| if (x + y) % 2 == 0 { 0 } else { 200 });
        let tensor = square(&image, Region::whole(&image), 10, Placement::Middle);
        assert!(tensor.data.iter().all(|value| (value - 100.0).abs() < 0.5));
    }

    #[test]
    fn what_lies_outside_the_picture_is_black() {
        let image = grey(4, 4, |_, _| 80);
        let around = Region { x: -2, y: -2, width: 8, height: 8 };
        let small = shrunk(&image, around, 2);
        assert_eq!(
            small.pixels.iter().step_by(3).copied().collect::<Vec<_>>(),
            [0, 0, 0, 0, 0, 80, 80, 0, 0, 80, 80, 0, 0, 0, 0, 0]
        );
        let tensor = square(&image, around, 8, Placement::Middle);
        assert_eq!(tensor.data.iter().filter(|v| **v > 79.0).count(), 3 * 16);
    }

    #[test]
    fn a_region_narrower_than_the_block_still_gives_a_pixel() {
        let image = grey(1, 40, |_, _| 70);
        let small = shrunk(&image, Region::whole(&image), 4);
        assert_eq!((small.width, small.height), (1, 10));
        assert!(small.pixels.iter().all(|value| *value == 70));
    }
}
