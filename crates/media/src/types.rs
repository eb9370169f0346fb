//! What the sandbox hands back: pixels and samples, never a compressed byte.

use crate::Provenance;

/// An 8-bit RGB picture. `pixels.len() == width * height * 3`, row-major, no padding, orientation already applied.
#[derive(Clone, PartialEq, Eq)]
pub struct RgbImage {
    /// Columns, ≥ 1.
    pub width: u32,
    /// Rows, ≥ 1.
    pub height: u32,
    /// R, G, B, R, G, B … each 0–255.
    pub pixels: Vec<u8>,
}

/// Mono sound. Samples in −1.0 … 1.0.
#[derive(Clone, PartialEq)]
pub struct Sound {
    /// Samples a second, 16,000 for everything that leaves the sandbox.
    pub sample_rate: u32,
    /// One channel.
    pub samples: Vec<f32>,
}

/// One picture of a clip.
#[derive(Clone, PartialEq)]
pub struct Frame {
    /// Seconds from the clip's start.
    pub at_s: f64,
    /// The picture, upright.
    pub image: RgbImage,
}

/// Container facts, as read by the sandbox; a hint, never a reason to pass.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClipFacts {
    /// `webm` or `mp4`.
    pub container: String,
    /// For example `vp8`, `h264`.
    pub video_codec: String,
    /// For example `opus`, `aac`; empty without a sound track.
    pub audio_codec: String,
    /// Picture width before scaling, pixels, upright.
    pub width: u32,
    /// Picture height before scaling, pixels, upright.
    pub height: u32,
    /// Frames a second, measured from the decoded frames.
    pub frame_rate: f64,
    /// When the container says that each frame is shown, seconds, in the order of decoding; of at most 1,800 frames.
    pub frame_times: Vec<f64>,
    /// Rotation that was applied, degrees clockwise: 0, 90, 180, 270.
    pub rotation: u32,
    /// Sound's own rate before resampling, Hz; 0 without a sound track.
    pub audio_rate: u32,
}

/// A decoded clip.
#[derive(Clone, PartialEq)]
pub struct Clip {
    /// Pictures at the chosen rate, in time order, at least one.
    pub frames: Vec<Frame>,
    /// The sound, 16 kHz mono; `None` when the clip has no sound track.
    pub sound: Option<Sound>,
    /// Seconds: the longer of picture and sound, measured from what was decoded.
    pub duration_s: f64,
    /// Container facts.
    pub facts: ClipFacts,
}

/// The container of a photo, decided from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFormat {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
}

/// What the file says of its own origin: hints for review, never a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhotoMetadata {
    /// EXIF make.
    pub make: Option<String>,
    /// EXIF model.
    pub model: Option<String>,
    /// EXIF software or XMP `CreatorTool`.
    pub software: Option<String>,
    /// EXIF `DateTimeOriginal` as written.
    pub taken_at: Option<String>,
    /// EXIF orientation 1–8 that was applied.
    pub orientation: u8,
    /// Whether an EXIF block was there.
    pub has_exif: bool,
    /// Whether an XMP packet was there.
    pub has_xmp: bool,
    /// Whether a C2PA (JUMBF) manifest was there.
    pub has_c2pa: bool,
    /// Whether a position (GPS) was there; the position itself is never kept.
    pub has_position: bool,
}

/// A decoded photo.
#[derive(Clone, PartialEq)]
pub struct Photo {
    /// The picture, upright as its EXIF says.
    pub image: RgbImage,
    /// The container.
    pub format: PhotoFormat,
    /// What the file says of itself.
    pub metadata: PhotoMetadata,
    /// How the file was coded and what it carries beside the picture.
    pub provenance: Provenance,
}

impl std::fmt::Debug for RgbImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RgbImage({}x{})", self.width, self.height)
    }
}

impl std::fmt::Debug for Sound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sound({} Hz, {} samples)", self.sample_rate, self.samples.len())
    }
}

impl RgbImage {
    /// The pixel at column `x`, row `y`. Panics outside the picture.
    pub fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let i = (y as usize * self.width as usize + x as usize) * 3;
        [self.pixels[i], self.pixels[i + 1], self.pixels[i + 2]]
    }
}

impl Sound {
    /// Seconds.
    pub fn duration_s(&self) -> f64 {
        self.samples.len() as f64 / f64::from(self.sample_rate.max(1))
    }
}
