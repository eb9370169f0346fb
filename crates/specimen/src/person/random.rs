//! Randomness that is the same on every machine and in every release: a seed is a person.

/// `SplitMix64`: small, well mixed, and fixed for ever (a library's generator may change between versions).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A stream for `seed`; `purpose` keeps the streams of one seed apart.
    pub(crate) fn new(seed: u64, purpose: u64) -> Self {
        Self(mix(seed ^ mix(purpose)))
    }

    /// Uniform in [0, 1).
    pub(crate) fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        (mix(self.0) >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Uniform in [low, high).
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// True with the given probability.
    pub(crate) fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    /// One of several, all equally likely; `choices` is never empty.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let index = (self.unit() * choices.len() as f32) as usize;
        choices[index.min(choices.len() - 1)]
    }

    /// Roughly normal, mean 0 and deviation 1 (sum of twelve uniforms), never beyond ±2: nobody is a caricature.
    pub(crate) fn normal(&mut self) -> f32 {
        ((0..12).map(|_| self.unit()).sum::<f32>() - 6.0).clamp(-2.0, 2.0)
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A hash of a lattice point, in [-1, 1].
fn lattice(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x85EB_CA6B) ^ (y as u32).wrapping_mul(0xC2B2_AE35) ^ seed;
    h = (h ^ (h >> 15)).wrapping_mul(0x2C1B_3C6D);
    h = (h ^ (h >> 12)).wrapping_mul(0x297A_2D39);
    h ^= h >> 15;
    (h & 0xFFFF) as f32 / 32767.5 - 1.0
}

/// Smooth noise over the plane, in [-1, 1], with features about one unit wide.
pub(crate) fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let (fx, fy) = (x - x0, y - y0);
    let (sx, sy) = (fx * fx * (3.0 - 2.0 * fx), fy * fy * (3.0 - 2.0 * fy));
    let (ix, iy) = (x0 as i32, y0 as i32);
    let top = lattice(ix, iy, seed) * (1.0 - sx) + lattice(ix + 1, iy, seed) * sx;
    let low = lattice(ix, iy + 1, seed) * (1.0 - sx) + lattice(ix + 1, iy + 1, seed) * sx;
    top * (1.0 - sy) + low * sy
}

/// Three octaves of [`noise`], about [-1, 1].
pub(crate) fn clouds(x: f32, y: f32, seed: u32) -> f32 {
    0.57 * noise(x, y, seed) + 0.29 * noise(x * 2.1, y * 2.1, seed ^ 0x51) + 0.14 * noise(x * 4.3, y * 4.3, seed ^ 0xA7)
}
