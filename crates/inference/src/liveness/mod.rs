//! What picture and sound of a recording say together, and how good the recording is.
//!
//! Lips support or contradict a sound; they cannot read it, and lip generators made to follow a sound pass these measurements.

mod heard;
mod recording;
mod rest;
mod shapes;
mod signal;
mod sync;

pub use heard::{HeardLips, MODEL as LIPS_MODEL};
pub use recording::{Recording, recording};
pub use rest::{AtRest, at_rest};
pub use shapes::{ShapeFit, shape_fit};
pub use sync::{DigitSeen, MouthFrame, MouthSync, MouthSyncError, mouth_sync};
