//! Small seeded chance: same seed, same specimen, on every machine.

/// `SplitMix64` (Steele, Lea, Flood 2014): one word of state, good enough for textures and sample names, never for secrets.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// Streams of different `salt` under the same seed are independent.
    pub(crate) fn new(seed: u64, salt: u64) -> Self {
        Self(hash(seed ^ hash(salt)))
    }

    /// The next 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// Uniform in 0.0..1.0.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Uniform in `low..high`.
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// Uniform in `0..count`; 0 when `count` is 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.bits() % count.max(1) as u64) as usize
    }

    /// One of a non-empty list.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Approximately normal, mean 0, deviation 1 (sum of four uniforms: tails end at ±3.5, enough for sensor noise).
    pub(crate) fn normal(&mut self) -> f32 {
        let bits = self.bits();
        let sum: u64 = (0..4).map(|part| (bits >> (part * 16)) & 0xFFFF).sum();
        (sum as f32 / 65_535.0 - 2.0) * 1.732
    }
}

/// One step of the `SplitMix64` output function over an arbitrary word.
pub(crate) fn hash(word: u64) -> u64 {
    mix(word.wrapping_add(0x9E37_79B9_7F4A_7C15))
}

fn mix(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    word ^ (word >> 31)
}

/// Smooth value noise in 0.0..1.0 over the plane, lattice spacing 1.
pub(crate) fn value_noise(seed: u64, x: f32, y: f32) -> f32 {
    let (column, row) = (x.floor(), y.floor());
    let (fx, fy) = (smooth(x - column), smooth(y - row));
    let corner = |dx: i64, dy: i64| {
        let key = ((column as i64 + dx) as u64).wrapping_mul(0x9E37_79B1) ^ (((row as i64 + dy) as u64) << 32);
        (mix(seed ^ key) >> 40) as f32 / (1u64 << 24) as f32
    };
    let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * fx;
    let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * fx;
    top + (bottom - top) * fy
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_repeats_and_another_salt_does_not() {
        let first: Vec<u64> = (0..4).scan(Chance::new(7, 1), |chance, _| Some(chance.bits())).collect();
        let again: Vec<u64> = (0..4).scan(Chance::new(7, 1), |chance, _| Some(chance.bits())).collect();
        let other: Vec<u64> = (0..4).scan(Chance::new(7, 2), |chance, _| Some(chance.bits())).collect();
        assert_eq!(first, again);
        assert_ne!(first, other);
    }

    #[test]
    fn normal_has_mean_nought_and_deviation_one() {
        let mut chance = Chance::new(3, 3);
        let drawn: Vec<f32> = (0..20_000).map(|_| chance.normal()).collect();
        let mean = drawn.iter().sum::<f32>() / drawn.len() as f32;
        let variance = drawn.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / drawn.len() as f32;
        assert!(mean.abs() < 0.03, "mean {mean}");
        assert!((variance - 1.0).abs() < 0.05, "variance {variance}");
    }
}
