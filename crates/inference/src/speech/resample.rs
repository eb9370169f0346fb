//! Changes a sound's rate by a windowed sinc, band-limited to the lower of the two rates.

use std::f64::consts::PI;

/// Zero crossings of the kernel on each side; 16 keep images more than 60 dB down.
const CROSSINGS: f64 = 16.0;
/// Share of the lower rate's band that passes.
const ROLL_OFF: f64 = 0.94;

/// `samples` at `from` Hz as samples at `to` Hz. Both rates ≥ 1; equal rates give a copy.
pub fn resample(samples: &[f32], from: u32, to: u32) -> Vec<f32> {
    if from == to || samples.is_empty() {
        return samples.to_vec();
    }
    let step = f64::from(from) / f64::from(to);
    let band = ROLL_OFF * (f64::from(to) / f64::from(from)).min(1.0);
    let reach = CROSSINGS / band;
    let length = (samples.len() as f64 / step).round() as usize;
    let kernels = phase_kernels(from, to, band, reach);
    (0..length)
        .map(|n| {
            let kernel = &kernels[n % kernels.len()];
            let first = (n as f64 * step).floor() as i64 - reach.ceil() as i64;
            kernel.iter().enumerate().map(|(i, k)| k * at(samples, first + i as i64)).sum()
        })
        .collect()
}

/// One kernel for each fraction that `n * from / to` takes.
fn phase_kernels(from: u32, to: u32, band: f64, reach: f64) -> Vec<Vec<f32>> {
    let phases = to / gcd(from, to);
    let width = 2 * reach.ceil() as usize + 2;
    (0..phases)
        .map(|phase| {
            let position = f64::from(phase) * f64::from(from) / f64::from(to);
            let fraction = position - position.floor();
            (0..width).map(|i| kernel(i as f64 - reach.ceil() - fraction, band, reach) as f32).collect()
        })
        .collect()
}

fn kernel(t: f64, band: f64, reach: f64) -> f64 {
    if t.abs() >= reach {
        return 0.0;
    }
    let x = PI * t * band;
    let sinc = if x.abs() < 1e-9 { 1.0 } else { x.sin() / x };
    band * sinc * (PI * t / reach / 2.0).cos().powi(2)
}

fn at(samples: &[f32], index: i64) -> f32 {
    usize::try_from(index).ok().and_then(|i| samples.get(i)).copied().unwrap_or(0.0)
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(rate: u32, hertz: f64, seconds: f64) -> Vec<f32> {
        (0..(f64::from(rate) * seconds) as usize)
            .map(|n| (2.0 * PI * hertz * n as f64 / f64::from(rate)).sin() as f32)
            .collect()
    }

    #[test]
    fn a_tone_keeps_its_shape_through_a_higher_rate() {
        let there = resample(&tone(16_000, 1000.0, 0.5), 16_000, 48_000);
        assert_eq!(there.len(), 24_000);
        let wanted = tone(48_000, 1000.0, 0.5);
        let worst = (1000..23_000).map(|i| (there[i] - wanted[i]).abs()).fold(0.0, f32::max);
        assert!(worst < 0.01, "{worst}");
    }

    #[test]
    fn what_the_lower_rate_cannot_hold_is_removed() {
        let low = resample(&tone(48_000, 11_000.0, 0.5), 48_000, 16_000);
        let loudest = low[200..7800].iter().fold(0.0_f32, |m, s| m.max(s.abs()));
        assert!(loudest < 0.01, "{loudest}");
    }

    #[test]
    fn odd_rates_keep_the_duration() {
        assert_eq!(resample(&tone(22_050, 440.0, 1.0), 22_050, 16_000).len(), 16_000);
        assert!(resample(&[], 8000, 16_000).is_empty());
    }
}
