//! When the container says that frames were taken. Recorders of browsers give uneven times; files of phones even ones; neither is a sign. What no
//! camera gives: a time that is not later than the one before, or less than 4 ms after it (250 pictures a second).

use super::{Signs, log10, median};

/// Shortest interval of a camera, seconds.
const SHORTEST_S: f64 = 0.004;
/// Fewer frames say nothing.
const LEAST: usize = 10;

pub(super) fn measure(times: &[f64], found: &mut Signs) {
    if times.len() < LEAST {
        return;
    }
    let intervals: Vec<f32> = times.windows(2).map(|pair| (pair[1] - pair[0]) as f32).collect();
    let impossible = times.windows(2).filter(|pair| pair[1] - pair[0] < SHORTEST_S).count();
    found.impossible = Some(impossible as f32 / intervals.len() as f32);
    let Some(usual) = median(&mut intervals.clone()).filter(|usual| *usual > 0.0) else { return };
    let longest = intervals.iter().copied().fold(0.0, f32::max);
    found.gap = Some(log10(longest / usual));
    let deviation = intervals.iter().map(|interval| (interval - usual).abs()).sum::<f32>() / intervals.len() as f32;
    found.jitter = Some(deviation / usual);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(times: &[f64]) -> Signs {
        let mut found = Signs::default();
        measure(times, &mut found);
        found
    }

    #[test]
    fn bursts_are_impossible_and_a_browsers_times_are_not() {
        let browser: Vec<f64> = (0..60).map(|i| f64::from(i) * 0.033 + f64::from(i * 7 % 5) * 0.002).collect();
        assert_eq!(measured(&browser).impossible, Some(0.0));
        let bursts: Vec<f64> = (0..60).map(|i| f64::from(i / 8) * 0.32 + f64::from(i % 8) * 0.002).collect();
        assert!(measured(&bursts).impossible > Some(0.8));
        assert_eq!(measured(&browser[..5]), Signs::default());
    }

    #[test]
    fn a_hole_is_a_gap() {
        let hole: Vec<f64> = (0..60).map(|i| f64::from(i) * 0.04 + if i > 30 { 0.8 } else { 0.0 }).collect();
        assert!(measured(&hole).gap > Some(1.2));
    }
}
