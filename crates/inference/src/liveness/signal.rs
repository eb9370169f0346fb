//! Picture and sound on one time grid, and how alike two courses are at a shift.

/// Steps of the common grid a second.
pub(super) const GRID: f64 = 50.0;
/// What moves slower than this is taken away, grid steps (0.7 s): that somebody speaks at all says little. Chosen with the clips of
/// docs/evaluation/liveness.md, where 0.5 to 1 s did alike.
const SLOW: usize = 35;
/// What the landmarks jitter within this is smoothed, grid steps (0.1 s).
const JITTER: usize = 5;

/// The value between the two nearest samples of a course in time order; the ends are held. `course` has at least two samples.
pub(super) fn between(course: &[(f64, f32)], at_s: f64) -> f32 {
    let after = course.partition_point(|(t, _)| *t < at_s).clamp(1, course.len() - 1);
    let ((t0, a), (t1, b)) = (course[after - 1], course[after]);
    let share = if t1 > t0 { ((at_s - t0) / (t1 - t0)).clamp(0.0, 1.0) } else { 0.0 };
    a + (b - a) * share as f32
}

/// A raised cosine over `steps`, summing to 1, the ends of the values held.
fn blurred(values: &[f32], steps: usize) -> Vec<f32> {
    let weight = |i: usize| 1.0 - (std::f32::consts::TAU * (i + 1) as f32 / (steps + 1) as f32).cos();
    let total: f32 = (0..steps).map(weight).sum();
    let held = |at: usize, i: usize| values[(at + i).saturating_sub(steps / 2).min(values.len() - 1)];
    (0..values.len()).map(|at| (0..steps).map(|i| weight(i) * held(at, i)).sum::<f32>() / total).collect()
}

/// Without the landmarks' jitter.
pub(super) fn smooth(values: &[f32]) -> Vec<f32> {
    blurred(values, JITTER)
}

/// Less its own running mean.
pub(super) fn without_slow(values: &[f32]) -> Vec<f32> {
    blurred(values, SLOW).iter().zip(values).map(|(slow, value)| value - slow).collect()
}

/// Around 0 with deviation 1; all zeros where nothing changes.
pub(super) fn standard(values: &[f32]) -> Vec<f32> {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    let deviation = (values.iter().map(|v| (v - mean).powi(2)).sum::<f32>() / count).sqrt();
    values.iter().map(|v| if deviation > 1e-6 { (v - mean) / deviation } else { 0.0 }).collect()
}

/// The sum of two courses of one length.
pub(super) fn sum(a: &[f32], b: &[f32]) -> Vec<f32> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}

/// Pearson's correlation of `sound[i]` with `mouth[i + shift]` where both exist; 0 where one of them does not change.
pub(super) fn correlation_at(sound: &[f32], mouth: &[f32], shift: i64) -> f32 {
    let skip = shift.unsigned_abs() as usize;
    let (a, b) =
        if shift >= 0 { (sound, mouth.get(skip..)) } else { (sound.get(skip..).unwrap_or_default(), Some(mouth)) };
    let b = b.unwrap_or_default();
    let n = a.len().min(b.len());
    let mean = |v: &[f32]| v.iter().take(n).sum::<f32>() / n.max(1) as f32;
    let (ma, mb) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        ab += (x - ma) * (y - mb);
        aa += (x - ma).powi(2);
        bb += (y - mb).powi(2);
    }
    if aa <= 1e-9 || bb <= 1e-9 { 0.0 } else { ab / (aa * bb).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delayed_course_is_alike_at_its_delay() {
        let wave: Vec<f32> = (0..200).map(|i| (i as f32 * 0.3).sin() + (i as f32 * 0.11).sin()).collect();
        let late: Vec<f32> = [vec![0.0; 7], wave[..193].to_vec()].concat();
        let best =
            (-20..=20).max_by(|a, b| correlation_at(&wave, &late, *a).total_cmp(&correlation_at(&wave, &late, *b)));
        assert_eq!(best, Some(7));
        assert!(correlation_at(&wave, &[0.3; 200], 0).abs() < f32::EPSILON);
    }

    #[test]
    fn slow_drift_goes_and_syllables_stay() {
        let drift: Vec<f32> = (0..300).map(|i| i as f32 * 0.01).collect();
        assert!(without_slow(&drift)[60..240].iter().all(|v| v.abs() < 0.01));
        let syllables: Vec<f32> = (0..300).map(|i| (std::f32::consts::TAU * 4.0 * i as f32 / 50.0).sin()).collect();
        let kept = without_slow(&syllables);
        assert!(kept[60..240].iter().copied().fold(0.0, f32::max) > 0.8);
        assert!(standard(&[3.0; 9]).iter().all(|v| v.abs() < f32::EPSILON));
    }
}
