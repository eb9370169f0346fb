//! The spectra of two real pictures at once: a small two-dimensional Fourier transform.

/// Side of a window, pixels. A power of two.
pub(crate) const SIDE: usize = 64;

type Complex = (f32, f32);

/// Turns windows into power spectra; holds the tables.
pub(crate) struct Spectrum {
    window: [f32; SIDE],
    turns: [Complex; SIDE / 2],
    work: Vec<Complex>,
}

/// Power by frequency, row by row: index `v * SIDE + u`, negative frequencies in the upper half.
pub(crate) type Power = Vec<f32>;

impl Spectrum {
    pub fn new() -> Self {
        let angle = |n: usize, of: usize| std::f32::consts::TAU * n as f32 / of as f32;
        Self {
            window: std::array::from_fn(|n| 0.5 - 0.5 * angle(n, SIDE - 1).cos()),
            turns: std::array::from_fn(|n| (angle(n, SIDE).cos(), -angle(n, SIDE).sin())),
            work: vec![(0.0, 0.0); SIDE * SIDE],
        }
    }

    /// Energy of the window: divides a power to become comparable between window shapes.
    pub fn weight(&self) -> f32 {
        let line: f32 = self.window.iter().map(|w| w * w).sum();
        line * line * (SIDE * SIDE) as f32
    }

    /// Power spectra of `first` and `second`, each `SIDE * SIDE` values, less their means, under a Hann window.
    pub fn of(&mut self, first: &[f32], second: &[f32]) -> (Power, Power) {
        let mean = |values: &[f32]| values.iter().sum::<f32>() / values.len().max(1) as f32;
        let (first_mean, second_mean) = (mean(first), mean(second));
        for (at, ((into, a), b)) in self.work.iter_mut().zip(first).zip(second).enumerate() {
            let weight = self.window[at % SIDE] * self.window[at / SIDE];
            *into = ((a - first_mean) * weight, (b - second_mean) * weight);
        }
        for row in self.work.as_chunks_mut::<SIDE>().0 {
            transform(row, &self.turns);
        }
        let mut column = [(0.0, 0.0); SIDE];
        for x in 0..SIDE {
            for (y, value) in column.iter_mut().enumerate() {
                *value = self.work[y * SIDE + x];
            }
            transform(&mut column, &self.turns);
            for (y, value) in column.iter().enumerate() {
                self.work[y * SIDE + x] = *value;
            }
        }
        self.separated()
    }

    /// Of a + ib: A = (Z(k) + Z*(−k)) / 2 and B = (Z(k) − Z*(−k)) / 2i.
    fn separated(&self) -> (Power, Power) {
        let mut first = Vec::with_capacity(SIDE * SIDE);
        let mut second = Vec::with_capacity(SIDE * SIDE);
        for v in 0..SIDE {
            for u in 0..SIDE {
                let here = self.work[v * SIDE + u];
                let there = self.work[(SIDE - v) % SIDE * SIDE + (SIDE - u) % SIDE];
                let (sum, difference) = ((here.0 + there.0, here.1 - there.1), (here.0 - there.0, here.1 + there.1));
                first.push((sum.0 * sum.0 + sum.1 * sum.1) / 4.0);
                second.push((difference.0 * difference.0 + difference.1 * difference.1) / 4.0);
            }
        }
        (first, second)
    }
}

/// Radix-2, in place.
fn transform(line: &mut [Complex; SIDE], turns: &[Complex; SIDE / 2]) {
    let bits = SIDE.trailing_zeros();
    for at in 0..SIDE {
        let other = at.reverse_bits() >> (usize::BITS - bits);
        if other > at {
            line.swap(at, other);
        }
    }
    let mut half = 1;
    while half < SIDE {
        let stride = SIDE / (2 * half);
        for start in (0..SIDE).step_by(2 * half) {
            for k in 0..half {
                let (cos, sin) = turns[k * stride];
                let (a, b) = (line[start + k], line[start + k + half]);
                let turned = (b.0 * cos - b.1 * sin, b.0 * sin + b.1 * cos);
                line[start + k] = (a.0 + turned.0, a.1 + turned.1);
                line[start + k + half] = (a.0 - turned.0, a.1 - turned.1);
            }
        }
        half *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_two_waves_shows_in_its_own_spectrum() {
        let wave = |u: usize, v: usize| -> Vec<f32> {
            (0..SIDE * SIDE)
                .map(|at| (std::f32::consts::TAU * (u * (at % SIDE) + v * (at / SIDE)) as f32 / SIDE as f32).cos())
                .collect()
        };
        let (first, second) = Spectrum::new().of(&wave(9, 4), &wave(20, 0));
        let peak = |power: &[f32]| (0..power.len()).max_by(|a, b| power[*a].total_cmp(&power[*b])).unwrap_or(0);
        let place = |at: usize| (at % SIDE, at / SIDE);
        assert!([(9, 4), (55, 60)].contains(&place(peak(&first))), "{:?}", place(peak(&first)));
        assert!([(20, 0), (44, 0)].contains(&place(peak(&second))));
        assert!(first[20] < 1e-3 * second[20]);
    }
}
