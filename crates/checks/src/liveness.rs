//! Questions asked of the video.

pub mod digits;
pub mod duration;
pub mod face_present;
pub mod lighting;
pub mod mouth;
pub mod noise;
pub mod presentation;
