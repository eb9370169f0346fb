//! What can be heard: digits and noise.

mod digits;
mod ears;
mod language;
mod net;
mod noise;
mod pocketsphinx;
mod prepare;
mod resample;
pub(crate) mod voice;

pub use digits::{DigitMatch, DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, SHORTEST_SOUND_S, judge};
pub use ears::Ears;
pub use language::{MouthShape, SpokenDigit, SpokenLanguage};
pub use net::{DigitNet, MODEL as DIGITS_MODEL, spoken_planes};
pub use noise::NoiseMeasurement;
pub use pocketsphinx::PocketSphinx;
pub use resample::resample;
