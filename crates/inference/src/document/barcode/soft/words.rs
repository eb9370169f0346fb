//! The 2,787 bar patterns as a lens softens them, and the comparison of a measured stretch with all of one cluster.

use std::sync::LazyLock;

/// Bar and space widths of every codeword, one line a codeword, one column a cluster (0, 3, 6): annex A of ISO/IEC 15438.
static PATTERNS: LazyLock<Vec<[[u8; 8]; 3]>> = LazyLock::new(|| {
    let widths = |text: &str| {
        let mut widths = [0; 8];
        widths.iter_mut().zip(text.bytes()).for_each(|(width, digit)| *width = digit - b'0');
        widths
    };
    include_str!("codewords.txt")
        .lines()
        .map(|line| {
            let mut columns = line.split(' ').map(widths);
            std::array::from_fn(|_| columns.next().unwrap_or_default())
        })
        .collect()
});

/// Modules of a codeword.
pub(super) const MODULES: usize = 17;
/// Samples taken of a codeword: two a module.
pub(super) const SAMPLES: usize = 2 * MODULES;
/// Words of a cluster.
pub(super) const WORDS: usize = 929;
/// Softness that is tried, as the deviation of a Gaussian in modules: from a scan to bars that run into each other.
pub(super) const SOFTNESS: [f32; 5] = [0.3, 0.5, 0.75, 1.0, 1.3];

/// A stretch of bars, mean 0 and length 1; `None` for a flat one.
pub(super) type Stretch = [f32; SAMPLES];

/// All patterns at one softness.
pub(super) struct Dictionary {
    templates: Vec<Stretch>,
}

static DICTIONARIES: [LazyLock<Dictionary>; 5] = [
    LazyLock::new(|| Dictionary::new(SOFTNESS[0])),
    LazyLock::new(|| Dictionary::new(SOFTNESS[1])),
    LazyLock::new(|| Dictionary::new(SOFTNESS[2])),
    LazyLock::new(|| Dictionary::new(SOFTNESS[3])),
    LazyLock::new(|| Dictionary::new(SOFTNESS[4])),
];

/// The patterns at `SOFTNESS[level]`.
pub(super) fn dictionary(level: usize) -> &'static Dictionary {
    &DICTIONARIES[level.min(SOFTNESS.len() - 1)]
}

/// The best word of a cluster for a stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Match {
    pub(super) word: u16,
    /// Correlation, −1…1.
    pub(super) likeness: f32,
    /// How far the second best is behind, 0…2.
    pub(super) margin: f32,
}

impl Dictionary {
    fn new(softness: f32) -> Self {
        let templates = (0..3 * WORDS).map(|i| template(PATTERNS[i % WORDS][i / WORDS], softness)).collect();
        Self { templates }
    }

    pub(super) fn template(&self, cluster: usize, word: usize) -> &Stretch {
        &self.templates[cluster * WORDS + word]
    }

    /// The best and the second best word.
    pub(super) fn best(&self, cluster: usize, stretch: &Stretch) -> Match {
        let (mut best, mut second, mut word) = (-2.0f32, -2.0f32, 0);
        for (i, template) in self.templates[cluster * WORDS..(cluster + 1) * WORDS].iter().enumerate() {
            let likeness = likeness(stretch, template);
            if likeness > best {
                (second, best, word) = (best, likeness, i);
            } else if likeness > second {
                second = likeness;
            }
        }
        Match { word: word as u16, likeness: best, margin: best - second }
    }
}

/// Correlation of two stretches.
pub(super) fn likeness(a: &Stretch, b: &Stretch) -> f32 {
    // Eight running sums, so that the compiler may use wide registers; adding in one sum would fix the order.
    let mut sums = [0f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f32 = a[32..].iter().zip(&b[32..]).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

/// Mean to 0 and length to 1; `None` where nothing changes.
pub(super) fn normalised(mut stretch: Stretch) -> Option<Stretch> {
    let mean = stretch.iter().sum::<f32>() / SAMPLES as f32;
    for value in &mut stretch {
        *value -= mean;
    }
    let length = stretch.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length < 1e-3 {
        return None;
    }
    for value in &mut stretch {
        *value /= length;
    }
    Some(stretch)
}

fn template(widths: [u8; 8], softness: f32) -> Stretch {
    // Before a word stands the space that ends its neighbour, behind it the bar that begins the next: at least a module each.
    let mut edges = [0f32; 9];
    for (i, width) in widths.iter().enumerate() {
        edges[i + 1] = edges[i] + f32::from(*width);
    }
    let soft = std::array::from_fn(|i| softened(&edges, f32::midpoint(i as f32, 0.5), softness));
    normalised(soft).unwrap_or([0.0; SAMPLES])
}

/// White is 1: each edge, in modules from the left, turns white to black and black to white in turn; the last turns to black.
pub(super) fn softened(edges: &[f32], at: f32, softness: f32) -> f32 {
    let step = |edge: f32| {
        // The logistic curve that is nearest to a Gaussian's integral.
        1.0 / (1.0 + (-1.702 * (at - edge) / softness).exp())
    };
    1.0 - edges.iter().enumerate().map(|(i, edge)| if i % 2 == 0 { step(*edge) } else { -step(*edge) }).sum::<f32>()
}

/// Bar and space widths of a word.
pub(super) fn pattern(cluster: usize, word: usize) -> [u8; 8] {
    PATTERNS[word % WORDS][cluster % 3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_belongs_to_its_cluster() {
        assert_eq!(PATTERNS.len(), WORDS);
        for row in PATTERNS.iter() {
            for (cluster, w) in row.iter().enumerate() {
                assert_eq!(w.iter().sum::<u8>(), 17);
                assert_eq!((w[0] + 9 + w[4] - w[2] + 9 - w[6]) % 9, 3 * cluster as u8);
            }
        }
    }

    #[test]
    fn a_word_is_known_again_at_another_softness_and_contrast() {
        for word in (0..WORDS).step_by(37) {
            let seen = dictionary(2).template(1, word).map(|value| 90.0 + 20.0 * value);
            let found = dictionary(1).best(1, &normalised(seen).expect("bars"));
            assert_eq!(usize::from(found.word), word);
            assert!(found.likeness > 0.9 && found.margin > 0.0);
        }
        assert!(normalised([7.0; SAMPLES]).is_none());
    }
}
