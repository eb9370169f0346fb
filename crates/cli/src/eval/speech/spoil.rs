//! Noise and narrow lines, the same in every run.

use countersign_inference::speech::resample;
use countersign_media::Sound;

/// Samples a second of everything here.
pub const RATE: u32 = 16_000;

/// `SplitMix64`: enough for choosing strings and noise.
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 … `n` − 1.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// 0 … 1.
    pub fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }
}

/// What is done to a string before it is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    Clean,
    /// Hiss, so many dB under the speech.
    White(i32),
    /// Eight voices saying digits, so many dB under the speech.
    Babble(i32),
    /// Down to 8 kHz and back.
    Telephone,
    /// Cut off at a tenth of its peak.
    Clipped,
}

impl Condition {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Clean,
        Self::White(20),
        Self::White(10),
        Self::Babble(20),
        Self::Babble(10),
        Self::Telephone,
        Self::Clipped,
    ];

    /// In tables and for `--only`.
    pub fn name(self) -> String {
        match self {
            Self::Clean => "as recorded".into(),
            Self::White(db) => format!("white {db} dB"),
            Self::Babble(db) => format!("babble {db} dB"),
            Self::Telephone => "through 8 kHz".into(),
            Self::Clipped => "clipped".into(),
        }
    }

    /// The string under this condition; `seed` chooses the noise.
    pub fn apply(self, samples: &[f32], voices: &[Vec<f32>], seed: u64) -> Vec<f32> {
        let mut dice = Dice::new(seed);
        match self {
            Self::Clean => samples.to_vec(),
            Self::White(db) => {
                let hiss: Vec<f32> = samples.iter().map(|_| dice.share() - 0.5).collect();
                with_noise(samples, &hiss, db)
            }
            Self::Babble(db) => with_noise(samples, &babble(voices, samples.len(), &mut dice), db),
            Self::Telephone => resample(&resample(samples, RATE, 8000), 8000, RATE),
            Self::Clipped => {
                let limit = 0.1 * samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
                samples.iter().map(|sample| sample.clamp(-limit, limit) * 0.99 / limit.max(1e-6)).collect()
            }
        }
    }
}

/// A sound at [`RATE`].
pub fn at_rate(sound: &Sound) -> Vec<f32> {
    resample(&sound.samples, sound.sample_rate.max(1), RATE)
}

fn babble(voices: &[Vec<f32>], length: usize, dice: &mut Dice) -> Vec<f32> {
    let mut out = vec![0.0_f32; length];
    for _ in 0..8 {
        let mut at = 0;
        while at < length && !voices.is_empty() {
            let voice = &voices[dice.below(voices.len())];
            for (to, sample) in out[at..].iter_mut().zip(voice) {
                *to += sample;
            }
            at += voice.len() + dice.below(RATE as usize / 8) + 1;
        }
    }
    out
}

/// Speech power is taken where it is louder than a tenth of the peak, so that pauses do not count.
fn with_noise(samples: &[f32], noise: &[f32], db: i32) -> Vec<f32> {
    let peak = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    let spoken: Vec<f32> = samples.iter().copied().filter(|sample| sample.abs() > 0.1 * peak).collect();
    let gain = (power(&spoken) / power(noise).max(1e-12) / 10_f32.powf(db as f32 / 10.0)).sqrt();
    samples.iter().zip(noise).map(|(sample, noise)| sample + gain * noise).collect()
}

fn power(samples: &[f32]) -> f32 {
    samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len().max(1) as f32
}
