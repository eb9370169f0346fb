//! What can be measured on a face: box, landmarks, descriptor, quality, mouth.
//!
//! The nets are those of the npm package `@vladmandic/face-api` (see `convert`); preprocessing and decoding follow its
//! TypeScript, so that the browser's guidance and the server see the same face. Nothing here decides.

mod align;
mod cover;
mod descriptor;
mod detector;
mod enhance;
mod follow;
mod geometry;
mod ghost;
pub mod iso;
mod landmarks;
mod lips;
mod nets;
mod picture;
mod portrait;
mod pose;
mod print;
mod quality;
mod recognition;
mod track;

pub use align::Similarity;
pub use cover::Cover;
pub use descriptor::{Descriptor, distance};
pub use geometry::FaceBox;
pub use ghost::Ghost;
pub use landmarks::Landmarks;
pub use lips::Lips;
pub use nets::{Expression, FaceNets, NetChoice};
pub use portrait::{Face, FaceMeasurement, Portrait};
pub use pose::Pose;
pub use print::{PrintQuality, print_quality};
pub use quality::{Exposure, FaceQuality, exposure, quality};
pub use recognition::log_ratio;
pub use track::{FaceTrack, TrackPoint, TrackedFace};
