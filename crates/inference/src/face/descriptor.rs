//! 128 numbers per face, compared by Euclidean distance.

/// What the recognition net says of an aligned face. Close descriptors are one person. Biometric data: Debug hides it.
#[derive(Clone, Copy, PartialEq)]
pub struct Descriptor(pub [f32; 128]);

impl std::fmt::Debug for Descriptor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Descriptor(hidden)")
    }
}

/// Euclidean distance, 0 (the same picture) to about 1.4. The net was trained for this distance and no other: cosine
/// similarity on these descriptors does not separate people.
pub fn distance(a: &Descriptor, b: &Descriptor) -> f32 {
    a.0.iter().zip(&b.0).map(|(x, y)| (x - y).powi(2)).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_euclidean() {
        let (mut a, b) = (Descriptor([0.0; 128]), Descriptor([0.0; 128]));
        a.0[0] = 3.0;
        a.0[127] = 4.0;
        assert!((distance(&a, &b) - 5.0).abs() < 1e-6);
        assert!(distance(&a, &a).abs() < f32::EPSILON);
    }

    #[test]
    fn a_descriptor_does_not_reach_a_log() {
        assert_eq!(format!("{:?}", Descriptor([0.5; 128])), "Descriptor(hidden)");
    }
}
