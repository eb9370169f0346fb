//! Real spoken digits beside the checkout, joined to six-digit strings: how many are heard, per speaker, with noise, and how many wrong
//! prompts would pass: `cargo nextest run -p countersign-inference --test speech_corpus --no-capture`. `COUNTERSIGN_SPEECH=conditions`
//! adds more noise and the telephone band, `COUNTERSIGN_SPEECH=full` takes four times as many strings too. Prints the tables of `docs/evaluation/speech.md`.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "speech_corpus/corpus.rs"]
mod corpus;
#[path = "speech_corpus/digits.rs"]
mod digits;
#[path = "speech_corpus/mouth.rs"]
mod mouth;
#[path = "speech_corpus/sound.rs"]
mod sound;
#[expect(dead_code, reason = "shared with the face tests")]
#[path = "face/support.rs"]
mod support;
