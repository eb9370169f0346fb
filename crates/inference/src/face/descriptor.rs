//! What a recognition net says of an aligned face, compared by Euclidean distance.

/// The net's numbers of one face, or the mean of several. Close descriptors are one person. Only those of one release
/// ([`FaceNets::release`](super::FaceNets::release)) may be compared. Biometric data: Debug hides it.
#[derive(Clone, PartialEq)]
pub struct Descriptor(pub Vec<f32>);

impl std::fmt::Debug for Descriptor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Descriptor(hidden)")
    }
}

impl Descriptor {
    /// The mean of several of one person; `None` without any, or when their lengths differ. Noise of single pictures cancels out.
    pub fn fused(of: &[Self]) -> Option<Self> {
        let length = of.first()?.0.len();
        if of.iter().any(|one| one.0.len() != length) {
            return None;
        }
        let sum = |at: usize| of.iter().map(|one| one.0[at]).sum::<f32>();
        Some(Self((0..length).map(|at| sum(at) / of.len() as f32).collect()))
    }
}

/// Euclidean distance: 0 (the same picture) to about 1.4, for nets that were trained for it and for nets whose descriptors
/// are brought to length 1 alike. Infinite for descriptors of different length, which are never one person.
pub fn distance(a: &Descriptor, b: &Descriptor) -> f32 {
    if a.0.len() != b.0.len() {
        return f32::INFINITY;
    }
    a.0.iter().zip(&b.0).map(|(x, y)| (x - y).powi(2)).sum::<f32>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_euclidean() {
        let (mut a, b) = (Descriptor(vec![0.0; 128]), Descriptor(vec![0.0; 128]));
        a.0[0] = 3.0;
        a.0[127] = 4.0;
        assert!((distance(&a, &b) - 5.0).abs() < 1e-6);
        assert!(distance(&a, &a).abs() < f32::EPSILON);
        assert!(distance(&a, &Descriptor(vec![0.0; 64])).is_infinite());
    }

    #[test]
    fn several_frames_are_one_mean() {
        let of = [Descriptor(vec![0.0, 2.0]), Descriptor(vec![1.0, 0.0])];
        assert_eq!(Descriptor::fused(&of), Some(Descriptor(vec![0.5, 1.0])));
        assert_eq!(Descriptor::fused(&[]), None);
        assert_eq!(Descriptor::fused(&[Descriptor(vec![0.0]), Descriptor(vec![0.0; 2])]), None);
    }

    #[test]
    fn a_descriptor_does_not_reach_a_log() {
        assert_eq!(format!("{:?}", Descriptor(vec![0.5; 128])), "Descriptor(hidden)");
    }
}
