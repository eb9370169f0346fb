//! What can be heard: digits, noise, and whether the mouth moves with the sound.

mod digits;
mod ears;
mod language;
mod mouth_sync;
mod net;
mod noise;
mod pocketsphinx;
mod prepare;
mod resample;
mod voice;

pub use digits::{DigitMatch, DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, SHORTEST_SOUND_S, judge};
pub use ears::Ears;
pub use language::{MouthShape, SpokenDigit, SpokenLanguage};
pub use mouth_sync::{MouthSync, MouthSyncError, mouth_sync};
pub use net::{DigitNet, MODEL as DIGITS_MODEL, spoken_planes};
pub use noise::NoiseMeasurement;
pub use pocketsphinx::PocketSphinx;
pub use resample::resample;
