//! Questions asked of the video.

pub mod digits;
pub mod distance;
pub mod duration;
pub mod expression;
pub mod face_present;
pub mod facing;
pub(crate) mod hindrance;
pub mod lighting;
pub mod mouth;
pub mod noise;
pub mod presentation;
pub mod sharpness;
pub mod uncovered;
