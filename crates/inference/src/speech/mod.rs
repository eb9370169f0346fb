//! What can be heard: digits, noise, and whether the mouth moves with the sound.

mod digits;
mod pocketsphinx;
mod prepare;
mod resample;
mod voice;

pub use digits::{DigitMatch, DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, SHORTEST_SOUND_S, judge};
pub use pocketsphinx::PocketSphinx;
