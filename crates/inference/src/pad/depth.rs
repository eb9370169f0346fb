//! Depth from motion. Under a camera far enough away, the points of a flat thing that moves stay an affine image of each other: written one under
//! the other, their courses have two dimensions. A head that turns has a third (Tomasi and Kanade 1992); what points jitter is spread over all.
//!
//! Points of brows, nose and corners of the eyes, which speech hardly moves, smoothed over a fifth of a second. A recording of a live head that
//! is played on a screen keeps its third dimension, so this tells stills and prints, not replays.

use super::{Signs, log10};
use crate::face::FaceTrack;

/// Landmarks that stand for the skull: nose, corners of the eyes, brows.
const POINTS: [usize; 23] =
    [17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 39, 42, 45];
/// Frames over which a point's course is averaged.
const SMOOTH: usize = 5;

pub(super) fn measure(track: &FaceTrack, found: &mut Signs) {
    let faces: Vec<_> = track.points.iter().filter_map(|point| point.face).collect();
    let eyes = faces.iter().map(|face| face.landmarks.inter_eye_distance()).sum::<f32>() / faces.len().max(1) as f32;
    if faces.len() < super::LEAST_FACES || eyes < 4.0 {
        return;
    }
    let course = |index: usize, pick: fn((f32, f32)) -> f32| -> Vec<f32> {
        let raw: Vec<f32> = faces.iter().map(|face| pick(face.landmarks.points[index]) / eyes).collect();
        raw.windows(SMOOTH).map(|part| part.iter().sum::<f32>() / SMOOTH as f32).collect()
    };
    let columns: Vec<[Vec<f32>; 2]> = POINTS.iter().map(|at| [course(*at, |p| p.0), course(*at, |p| p.1)]).collect();
    let frames = columns[0][0].len();
    let rows: Vec<[f64; 23]> = (0..frames)
        .flat_map(|frame| [0, 1].map(|axis| std::array::from_fn(|point| f64::from(columns[point][axis][frame]))))
        .collect();
    let third = spread(&rows)[2] as f32;
    let wander = deviation(&rows, frames);
    found.depth = Some(100.0 * third);
    found.flatness = Some(log10((wander + 0.005) / (third + 0.001)));
}

/// Root mean squares of the centred points along their principal directions, largest first.
fn spread(rows: &[[f64; 23]]) -> Vec<f64> {
    let mut products = [[0.0; 23]; 23];
    for row in rows {
        let mean = row.iter().sum::<f64>() / 23.0;
        let own: [f64; 23] = row.map(|value| value - mean);
        for i in 0..23 {
            for j in 0..23 {
                products[i][j] += own[i] * own[j];
            }
        }
    }
    let count = (rows.len() * 23).max(1) as f64;
    let mut values: Vec<f64> = eigenvalues(products).iter().map(|value| (value.max(0.0) / count).sqrt()).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values
}

/// Of a symmetric matrix, by Jacobi's rotations.
fn eigenvalues(mut m: [[f64; 23]; 23]) -> [f64; 23] {
    for _ in 0..12 {
        for p in 0..22 {
            for q in p + 1..23 {
                if m[p][q].abs() < 1e-14 {
                    continue;
                }
                let angle = 0.5 * (2.0 * m[p][q]).atan2(m[q][q] - m[p][p]);
                let (sine, cosine) = angle.sin_cos();
                for row in &mut m {
                    (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                }
                let (upper, lower) = m.split_at_mut(q);
                for (a, b) in upper[p].iter_mut().zip(&mut lower[0]) {
                    (*a, *b) = (cosine * *a - sine * *b, sine * *a + cosine * *b);
                }
            }
        }
    }
    std::array::from_fn(|i| m[i][i])
}

/// How far the middle of the points wanders, root mean square, in eye distances.
fn deviation(rows: &[[f64; 23]], frames: usize) -> f32 {
    let one = |axis: usize| {
        let middles: Vec<f64> = rows.iter().skip(axis).step_by(2).map(|row| row.iter().sum::<f64>() / 23.0).collect();
        let mean = middles.iter().sum::<f64>() / frames.max(1) as f64;
        middles.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / frames.max(1) as f64
    };
    (one(0) + one(1)).sqrt() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A head's points seen under a turn, with depth or flat.
    fn rows(depth: f64) -> Vec<[f64; 23]> {
        let mut rows = Vec::new();
        for frame in 0..60 {
            let yaw = 0.15 * (f64::from(frame) * 0.2).sin();
            let (sine, cosine) = yaw.sin_cos();
            let x = |i: usize| (i as f64 * 0.7).sin();
            let y = |i: usize| (i as f64 * 1.3).cos();
            let z = |i: usize| depth * (i as f64 * 2.1).sin();
            rows.push(std::array::from_fn(|i| x(i) * cosine + z(i) * sine));
            rows.push(std::array::from_fn(y));
        }
        rows
    }

    #[test]
    fn a_turning_head_has_a_third_dimension_and_a_print_has_none() {
        let (solid, flat) = (spread(&rows(0.5)), spread(&rows(0.0)));
        assert!(solid[2] > 0.01 && flat[2] < 1e-6, "{} {}", solid[2], flat[2]);
        assert!((flat[0] - solid[0]).abs() < 0.1);
    }
}
