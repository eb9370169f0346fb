//! Untrusted bytes to pixels and samples, in a sandboxed child process.

mod types;

pub use types::{Clip, ClipFacts, Frame, Photo, PhotoFormat, PhotoMetadata, RgbImage, Sound};
