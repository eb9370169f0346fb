//! What can be heard: digits, noise, and whether the mouth moves with the sound.
