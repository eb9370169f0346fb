//! What can be heard: digits, noise, and whether the mouth moves with the sound.

mod digits;
mod mouth_sync;
mod noise;
mod pocketsphinx;
mod prepare;
mod resample;
mod voice;

pub use digits::{DigitMatch, DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, SHORTEST_SOUND_S, judge};
pub use mouth_sync::{MouthSync, MouthSyncError, mouth_sync};
pub use noise::NoiseMeasurement;
pub use pocketsphinx::PocketSphinx;
