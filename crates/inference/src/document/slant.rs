//! The angles at which a picture's strongest straight edges run: where to straighten a barcode or a text to.

use super::picture::Gray;

/// Side of the blocks that vote, pixels. Large enough for several bars, small enough to leave the background out.
const BLOCK: usize = 32;
/// Share of blocks that vote: a barcode may fill as little as a tenth of the picture and is its busiest part.
const VOTING_SHARE: usize = 10;
/// How many peaks are worth a reading attempt each.
const PEAKS: usize = 3;

/// Up to three slants in degrees, −45…45 clockwise, strongest first, none within 3° of upright or of each other.
pub fn strongest(picture: &Gray) -> Vec<f32> {
    let mut blocks: Vec<(f32, f32)> = Vec::new();
    for y in (1..picture.height.saturating_sub(BLOCK)).step_by(BLOCK) {
        for x in (1..picture.width.saturating_sub(BLOCK)).step_by(BLOCK) {
            blocks.push(block(picture, x, y));
        }
    }
    blocks.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut votes = [0f32; 90];
    for (degrees, weight) in blocks.iter().take((blocks.len() / VOTING_SHARE).max(4)) {
        votes[(*degrees as usize).min(89)] += weight;
    }
    peaks(&votes)
}

/// Direction of change (0–90°) and how much there is of it in one direction: the structure tensor of a block.
fn block(picture: &Gray, left: usize, top: usize) -> (f32, f32) {
    let (mut xx, mut xy, mut yy) = (0f32, 0f32, 0f32);
    let w = picture.width;
    for y in top..(top + BLOCK).min(picture.height - 1) {
        for x in left..(left + BLOCK).min(w - 1) {
            let at = |x: usize, y: usize| f32::from(picture.pixels[y * w + x]);
            // Scharr's weights: the operator of this size whose angles are truest.
            let (falling, rising) = (at(x + 1, y + 1) - at(x - 1, y - 1), at(x + 1, y - 1) - at(x - 1, y + 1));
            let dx = 3.0 * (falling + rising) + 10.0 * (at(x + 1, y) - at(x - 1, y));
            let dy = 3.0 * (falling - rising) + 10.0 * (at(x, y + 1) - at(x, y - 1));
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
    }
    let degrees = (0.5 * (2.0 * xy).atan2(xx - yy)).to_degrees().rem_euclid(90.0);
    (degrees, (xx - yy).hypot(2.0 * xy))
}

fn peaks(votes: &[f32; 90]) -> Vec<f32> {
    let smooth: Vec<f32> = (0..90)
        .map(|i| {
            [(88, 0.5), (89, 1.0), (0, 1.5), (1, 1.0), (2, 0.5)].iter().map(|(d, k)| votes[(i + d) % 90] * k).sum()
        })
        .collect();
    let mut order: Vec<usize> = (0..90).collect();
    order.sort_by(|a, b| smooth[*b].total_cmp(&smooth[*a]));
    let mut found: Vec<f32> = Vec::new();
    for bin in order {
        let at = |d: usize| smooth[(bin + d) % 90];
        if at(0) < at(1) || at(0) < at(89) || at(0) <= 0.0 {
            continue;
        }
        // A parabola through the three bins gives tenths of a degree.
        let bend = at(89) - 2.0 * at(0) + at(1);
        let shift = if bend.abs() > f32::EPSILON { (at(89) - at(1)) / (2.0 * bend) } else { 0.0 };
        let degrees = bin as f32 + 0.5 + shift;
        let signed = if degrees > 45.0 { degrees - 90.0 } else { degrees };
        let apart = |other: &f32| (signed - other).abs() >= 3.0;
        if signed.abs() >= 3.0 && found.iter().all(apart) {
            found.push(signed);
        }
        if found.len() == PEAKS {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars() -> Gray {
        let mut g = Gray::filled(400, 300, 255);
        for y in 80..220 {
            for x in (80..320).filter(|x| x % 7 < 3) {
                g.pixels[y * 400 + x] = 0;
            }
        }
        g
    }

    #[test]
    fn finds_the_angle_of_bars() {
        for degrees in [-30.0, -8.0, 8.0, 15.0, 40.0] {
            let found = strongest(&bars().rotated(degrees));
            assert!((found[0] - degrees).abs() < 1.5, "{degrees}: {found:?}");
        }
    }

    #[test]
    fn an_empty_picture_has_no_slant() {
        assert!(strongest(&Gray::filled(300, 300, 128)).is_empty());
        assert!(strongest(&Gray::filled(1, 1, 0)).is_empty());
    }
}
