//! What one upload may cost.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Bounds of one decoding. `Default` holds what the product promises its applicants; the rest is our own choice, said beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Largest photo, bytes. 10 MiB: of the two readings of the promised "10 MB" the larger, so nobody's 10 MB file is refused.
    pub photo_bytes: usize,
    /// Largest video or sound file, bytes. 25 MiB, read likewise.
    pub clip_bytes: usize,
    /// Largest photo, pixels: 50 megapixels.
    pub photo_pixels: u64,
    /// Smallest side of a photo, pixels: 16, under which there is nothing to see.
    pub photo_side: u32,
    /// Largest picture of a clip, pixels: 4096 × 2160, the largest "4K" of phones.
    pub clip_pixels: u64,
    /// Longest clip, seconds: 15.
    pub clip_s: f64,
    /// Longest sound file, seconds: 30.
    pub sound_s: f64,
    /// Largest decoded clip, bytes of RGB: 768 MiB holds 15 s of 1280 × 720 at 15 frames a second.
    pub frames_bytes: u64,
    /// Address space of each process in the sandbox, bytes: 1.5 GiB holds 50 megapixels of 16-bit RGBA and their 8-bit copies.
    pub memory_bytes: u64,
    /// Processor time of each process in the sandbox, seconds.
    pub cpu_s: u64,
    /// Wall clock from start to the last byte handed back; then the child is killed.
    pub wall: Duration,
    /// Whether to work on a kernel without Landlock, on seccomp and resource limits alone. Off unless the operator says so.
    pub allow_without_landlock: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            photo_bytes: 10 << 20,
            clip_bytes: 25 << 20,
            photo_pixels: 50_000_000,
            photo_side: 16,
            clip_pixels: 4096 * 2160,
            clip_s: 15.0,
            sound_s: 30.0,
            frames_bytes: 768 << 20,
            memory_bytes: 1536 << 20,
            cpu_s: 20,
            wall: Duration::from_secs(30),
            allow_without_landlock: false,
        }
    }
}
