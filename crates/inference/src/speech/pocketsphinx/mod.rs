//! Spoken digits by Debian's `PocketSphinx` (packages `pocketsphinx`, `pocketsphinx-en-us`), as a child process.

mod grammar;
mod lattice;
mod process;

use std::path::PathBuf;
use std::time::Duration;

use countersign_media::Sound;

use self::lattice::{Lattice, Place};
use self::process::{FRAME, Program};
use super::digits::{DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, usable};
use super::prepare::{Prepared, RATE, prepare};

/// Debian's place of the American English model.
const MODEL: &str = "/usr/share/pocketsphinx/model/en-us/en-us";
/// A call takes about 0.3 s of one core; a machine with every core busy many times over still gets its answer.
const LIMIT: Duration = Duration::from_secs(20);
/// What a digit costs where any number may be said, nats: the logarithm of the grammar's one in a thousand.
const DIGIT_COST: f64 = 6.9;
/// Under this confidence of a digit it listens again for any number of them, to tell whether some are missing.
const CLEAR: f32 = 0.5;
/// Frames a second of the recogniser.
const FRAME_RATE: f32 = 100.0;
/// Nats of path likelihood for one step of the supports' logit. The recogniser takes its 10 ms frames for independent, so its own
/// likelihoods are far too sure. Chosen on the joined digits of docs/evaluation/speech.md so that 0.9 means about nine right in ten.
const NATS_PER_LOGIT: f64 = 60.0;

/// Hears digits with `pocketsphinx_batch` under a grammar of exactly the expected length.
#[derive(Clone, Debug)]
pub struct PocketSphinx {
    program: Program,
}

impl Default for PocketSphinx {
    fn default() -> Self {
        Self::at("pocketsphinx_batch".into(), MODEL.into(), LIMIT)
    }
}

impl PocketSphinx {
    /// With its own program, model folder and wall-clock limit for one hearing.
    pub fn at(program: PathBuf, model: PathBuf, limit: Duration) -> Self {
        Self { program: Program { path: program, model, limit } }
    }
}

impl DigitRecogniser for PocketSphinx {
    fn name(&self) -> &'static str {
        "pocketsphinx-en-us"
    }

    fn hears(&self, language: &str) -> bool {
        language == "en"
    }

    fn recognise(&self, sound: &Sound, language: &str, expected_len: usize) -> Result<Hearing, HearingError> {
        if !self.hears(language) {
            return Err(HearingError::Language { asked: language.to_owned() });
        }
        if expected_len == 0 || expected_len > MAX_DIGITS {
            return Err(HearingError::Length { asked: expected_len });
        }
        usable(sound)?;
        let prepared = prepare(sound);
        let grammar = grammar::places(&vec![(0..10).collect(); expected_len]);
        let samples = whole_frames(&prepared);
        let listen = |grammar: &str| {
            let text = self.program.run(&samples, grammar)?;
            Lattice::read(&text).map_err(|what| HearingError::Failed(what.to_owned()))
        };
        let places = listen(&grammar)?.and_then(|l| l.places(expected_len)).unwrap_or_default();
        let found = hearing(&places, prepared.offset_s);
        if found.score() >= CLEAR {
            return Ok(found);
        }
        Ok(Hearing {
            free: Some(listen(&grammar::any_number())?.and_then(|l| l.digits(DIGIT_COST)).unwrap_or_default()),
            ..found
        })
    }
}

fn whole_frames(prepared: &Prepared) -> Vec<i16> {
    debug_assert_eq!(RATE as usize, FRAME * FRAME_RATE as usize);
    let mut samples: Vec<i16> =
        prepared.samples.iter().map(|s| (s.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16).collect();
    samples.resize(samples.len().next_multiple_of(FRAME), 0);
    samples
}

fn hearing(places: &[Place], offset_s: f32) -> Hearing {
    let seconds = |frame: u32| (frame as f32 / FRAME_RATE + offset_s).max(0.0);
    let digits: Vec<HeardDigit> = places
        .iter()
        .map(|place| {
            let support = supports(&place.deficit);
            let confidence = support[usize::from(place.digit)];
            HeardDigit {
                digit: place.digit,
                start_s: seconds(place.start),
                end_s: seconds(place.end),
                confidence,
                support,
            }
        })
        .collect();
    Hearing { digits, ..Hearing::nothing() }
}

/// Deficits in nats as shares that add up to 1.
fn supports(deficit: &[f64; 10]) -> [f32; 10] {
    let odds = deficit.map(|d| (-d / NATS_PER_LOGIT).exp());
    let total: f64 = odds.iter().sum();
    odds.map(|o| if total > 0.0 { (o / total) as f32 } else { 0.0 })
}
