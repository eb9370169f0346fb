//! Spoken digits by Debian's `PocketSphinx` (packages `pocketsphinx`, `pocketsphinx-en-us`), as a child process.

mod grammar;
mod parse;
mod process;

use std::path::PathBuf;
use std::time::Duration;

use countersign_media::Sound;

use self::parse::{FRAME_RATE, Path, Span};
use self::process::{FRAME, Program, Utterance};
use super::digits::{DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, SHORTEST_SOUND_S};
use super::prepare::{Prepared, RATE, prepare};

/// The longest sound that is listened to, seconds: the longest clip that decodes.
const LONGEST_SOUND_S: f64 = 15.0;
/// Debian's place of the American English model.
const MODEL: &str = "/usr/share/pocketsphinx/model/en-us/en-us";
/// A call takes about half a second; a machine with every core busy gets twenty times that.
const LIMIT: Duration = Duration::from_secs(10);
/// The recogniser's score units (base 1.0001, shifted right by 10 bits) for one step of the confidence's logit. Chosen on the joined
/// digits of docs/evaluation/speech.md so that 0.9 means about nine right in ten.
const UNITS_PER_LOGIT: f32 = 400.0;

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
    /// With its own program, model folder and wall-clock limit for one run of the program (a hearing takes two).
    pub fn at(program: PathBuf, model: PathBuf, limit: Duration) -> Self {
        Self { program: Program { program, model, limit } }
    }

    fn decode(&self, samples: &[i16], grammars: Vec<String>) -> Result<Vec<Option<Path>>, HearingError> {
        let count = grammars.len();
        let utterances: Vec<Utterance> = grammars.into_iter().map(|grammar| Utterance { samples: samples.to_vec(), grammar }).collect();
        let text = self.program.run(&utterances)?;
        parse::paths(&text, count).map_err(|what| HearingError::Failed(what.to_owned()))
    }

    /// For each place, the best path with another digit there and the heard ones elsewhere.
    fn rivals(&self, samples: &[i16], heard: &[u8]) -> Result<Vec<Option<Path>>, HearingError> {
        let grammars = (0..heard.len())
            .map(|place| {
                let allowed = |at: usize| if at == place { (0..10).filter(|d| *d != heard[at]).collect() } else { vec![heard[at]] };
                grammar::places(&(0..heard.len()).map(allowed).collect::<Vec<_>>())
            })
            .collect();
        self.decode(samples, grammars)
    }
}

impl DigitRecogniser for PocketSphinx {
    fn name(&self) -> &'static str {
        "pocketsphinx-en-us"
    }

    fn recognise(&self, sound: &Sound, expected_len: usize) -> Result<Hearing, HearingError> {
        if expected_len == 0 || expected_len > MAX_DIGITS {
            return Err(HearingError::Length { asked: expected_len });
        }
        usable(sound)?;
        let prepared = prepare(sound);
        let samples = whole_frames(&prepared);
        let free = grammar::places(&vec![(0..10).collect(); expected_len]);
        let Some(best) = self.decode(&samples, vec![free])?.pop().flatten().filter(|p| p.digits.len() == expected_len) else {
            return Ok(Hearing::nothing());
        };
        let heard: Vec<u8> = best.digits.iter().map(|s| s.digit).collect();
        let rivals = self.rivals(&samples, &heard)?;
        Ok(hearing(&best, &rivals, prepared.offset_s))
    }
}

fn usable(sound: &Sound) -> Result<(), HearingError> {
    if sound.sample_rate < 8000 {
        return Err(HearingError::Unusable("fewer than 8,000 samples a second"));
    }
    if sound.duration_s() < SHORTEST_SOUND_S {
        return Err(HearingError::Unusable("shorter than one spoken digit"));
    }
    if sound.duration_s() > LONGEST_SOUND_S {
        return Err(HearingError::Unusable("longer than any clip"));
    }
    if sound.samples.iter().any(|s| !s.is_finite()) {
        return Err(HearingError::Unusable("a sample that is no number"));
    }
    Ok(())
}

fn whole_frames(prepared: &Prepared) -> Vec<i16> {
    debug_assert_eq!(RATE as usize, FRAME * FRAME_RATE as usize);
    let mut samples: Vec<i16> = prepared.samples.iter().map(|s| (s.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16).collect();
    samples.resize(samples.len().next_multiple_of(FRAME), 0);
    samples
}

fn hearing(best: &Path, rivals: &[Option<Path>], offset_s: f32) -> Hearing {
    let digits: Vec<HeardDigit> = best
        .digits
        .iter()
        .enumerate()
        .map(|(at, span)| {
            let rival = rivals.get(at).and_then(Option::as_ref);
            heard_digit(*span, rival.map(|r| best.score - r.score), rival.and_then(|r| r.digits.get(at)).map(|s| s.digit), offset_s)
        })
        .collect();
    let score = digits.iter().map(|d| d.confidence).fold(1.0, f32::min);
    Hearing { digits, score }
}

/// Without any rival that fits, the digit is certain.
fn heard_digit(span: Span, margin: Option<i64>, runner_up: Option<u8>, offset_s: f32) -> HeardDigit {
    // A rival can come out ahead by a pruned path; the digit itself stays the recogniser's answer, at even odds.
    let confidence = margin.map_or(1.0, |m| 1.0 / (1.0 + (-(m.max(0) as f32) / UNITS_PER_LOGIT).exp()));
    HeardDigit {
        digit: span.digit,
        start_s: (span.start as f32 / FRAME_RATE + offset_s).max(0.0),
        end_s: (span.end as f32 / FRAME_RATE + offset_s).max(0.0),
        confidence,
        runner_up,
    }
}
