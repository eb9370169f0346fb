//! Spoken digits by our own net (`models/digits.toml`): log-mel energies to units of digit words, and a grammar over them.

mod features;
mod forward;
mod grammar;

use countersign_media::Sound;

use self::features::{BANDS, RATE, planes};
use self::forward::{Placed, Steps, best, sums};
use self::grammar::{Grammar, PARTS};
use super::digits::{DigitRecogniser, HeardDigit, Hearing, HearingError, MAX_DIGITS, usable};
use super::language::SpokenLanguage;
use super::resample::resample;
use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the manifest of the net that hears English, trained on people.
pub const MODEL: &str = "digits";
/// Name of the manifest of the net that hears other languages, trained on synthesised voices.
const LANGUAGES: &str = "digits-languages";
/// Seconds of one step of the net.
const STEP_S: f32 = 0.02;
/// Nats of the sums for one nat of the supports: the net takes its steps for independent, so it is too sure. To be chosen on speakers that
/// did not train it so that 0.9 means about nine right in ten (docs/evaluation/speech.md).
const NATS_PER_NAT: f32 = 3.0;
/// What a digit costs when any number of them may be heard, nats: keeps breaths and knocks from being digits.
const FREE_COST: f32 = -2.0;

/// One language: an output of a net's manifest, named by the language.
struct Head {
    language: &'static SpokenLanguage,
    /// The digit of each word.
    words: Vec<u8>,
}

/// Hears digits with nets of our own.
pub struct DigitNet {
    nets: Vec<Box<dyn Model>>,
    /// One for every output of the nets, in their order.
    heads: Vec<Head>,
}

impl DigitNet {
    /// With the nets of a store; their manifests' outputs say which languages they hear. The one for other languages may be missing.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        let mut nets = vec![store.load(MODEL)?];
        match store.load(LANGUAGES) {
            Ok(net) => nets.push(net),
            Err(ModelError::Unknown { .. }) => {}
            Err(error) => return Err(error),
        }
        Self::over(nets)
    }

    /// Over any nets with the manifests' contract.
    pub fn over(nets: Vec<Box<dyn Model>>) -> Result<Self, ModelError> {
        let head = |net: &str, name: &str| {
            let reason = || format!("`{name}` is no language whose digits are known");
            let unknown = || ModelError::Contract { name: net.to_owned(), reason: reason() };
            let language = SpokenLanguage::of(name).ok_or_else(unknown)?;
            Ok(Head { language, words: language.words().map(|(digit, _)| digit).collect() })
        };
        let outputs =
            nets.iter().flat_map(|net| net.info().outputs.iter().map(|output| (&net.info().name, &output.name)));
        let heads = outputs.map(|(net, name)| head(net, name)).collect::<Result<_, ModelError>>()?;
        Ok(Self { nets, heads })
    }

    /// The languages it hears.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(|head| head.language.language.as_str())
    }

    /// Names and hashes of the nets, for the record of a verdict.
    pub fn nets(&self) -> impl Iterator<Item = (&str, &str)> {
        self.nets.iter().map(|net| (net.info().name.as_str(), net.info().sha256.as_str()))
    }

    /// The languages other than `asked` that hear just `count` digits, with the digits; the likeliest first, as relatives hear each other.
    fn elsewhere(&self, steps: &[Steps], asked: &str, count: usize) -> Vec<(String, Vec<u8>)> {
        let others = self.heads.iter().zip(steps).filter(|(head, _)| head.language.language != asked);
        let mut found: Vec<(f32, String, Vec<u8>)> = others
            .filter_map(|(head, steps)| {
                let placed = best(steps, &Grammar::free(&head.words, FREE_COST))?;
                let digits: Vec<u8> = placed.iter().map(|p| p.digit).collect();
                let only: Vec<Vec<u8>> = digits.iter().map(|digit| vec![*digit]).collect();
                let likely = || sums(steps, &Grammar::places(&only, &head.words), count).whole;
                (digits.len() == count).then(|| (likely(), head.language.language.clone(), digits))
            })
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().map(|(_, language, digits)| (language, digits)).collect()
    }

    /// The nets' answer for each head.
    fn run(&self, sound: &Sound) -> Result<Vec<Steps>, HearingError> {
        let samples = resample(&sound.samples, sound.sample_rate.max(1), RATE);
        let seen = planes(&samples);
        let failed = |error: ModelError| HearingError::Failed(error.to_string());
        let shape = vec![1, 2, BANDS, seen.frames];
        let input = Tensor::new(shape, seen.values).ok_or(HearingError::Unusable("no frames"))?;
        let input = [input];
        let answers = self.nets.iter().map(|net| net.run(&input)).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let outputs = answers.into_iter().flatten();
        self.heads
            .iter()
            .zip(outputs)
            .map(|(head, output)| {
                let units = 2 + PARTS * head.words.len();
                steps(&output, units)
                    .ok_or_else(|| HearingError::Failed("the net's units are not the language's".into()))
            })
            .collect()
    }
}

/// What the net sees of mono samples at 16 kHz: how many frames of 10 ms, and two planes of 40 bands of them.
pub fn spoken_planes(samples: &[f32]) -> (usize, Vec<f32>) {
    let seen = planes(samples);
    (seen.frames, seen.values)
}

impl DigitRecogniser for DigitNet {
    fn name(&self) -> &str {
        MODEL
    }

    fn hears(&self, language: &str) -> bool {
        self.heads.iter().any(|head| head.language.language == language)
    }

    fn recognise(&self, sound: &Sound, language: &str, expected_len: usize) -> Result<Hearing, HearingError> {
        if expected_len == 0 || expected_len > MAX_DIGITS {
            return Err(HearingError::Length { asked: expected_len });
        }
        usable(sound)?;
        let at = self.heads.iter().position(|head| head.language.language == language);
        let at = at.ok_or_else(|| HearingError::Language { asked: language.to_owned() })?;
        let all = self.run(sound)?;
        let (head, steps) = (&self.heads[at], &all[at]);
        let digits = string(steps, &head.words, expected_len);
        let free = best(steps, &Grammar::free(&head.words, FREE_COST)).unwrap_or_default();
        Ok(Hearing {
            digits,
            free: Some(free.iter().map(|placed| placed.digit).collect()),
            elsewhere: self.elsewhere(&all, language, expected_len),
        })
    }
}

/// The likeliest string of `count` digits with the support of every digit at every place; empty where none fits.
fn string(steps: &Steps, words: &[u8], count: usize) -> Vec<HeardDigit> {
    let anything: Vec<u8> = (0..10).collect();
    let found = sums(steps, &Grammar::places(&vec![anything; count], words), count);
    if !found.whole.is_finite() {
        return Vec::new();
    }
    let supports: Vec<[f32; 10]> = found.places.iter().map(shares).collect();
    let heard: Vec<u8> = supports.iter().map(largest).collect();
    // The times are those of the likeliest way of saying just these digits.
    let only: Vec<Vec<u8>> = heard.iter().map(|digit| vec![*digit]).collect();
    let Some(placed) = best(steps, &Grammar::places(&only, words)) else { return Vec::new() };
    placed.iter().zip(supports).map(|(placed, support)| heard_digit(*placed, support)).collect()
}

fn heard_digit(placed: Placed, support: [f32; 10]) -> HeardDigit {
    HeardDigit {
        digit: placed.digit,
        start_s: placed.first as f32 * STEP_S,
        end_s: placed.end as f32 * STEP_S,
        confidence: support[usize::from(placed.digit)],
        support,
    }
}

/// Logarithms of likelihoods as shares that add up to 1.
fn shares(place: &[f32; 10]) -> [f32; 10] {
    let most = place.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds = place.map(|own| ((own - most) / NATS_PER_NAT).exp());
    let total: f32 = odds.iter().sum();
    odds.map(|own| if total > 0.0 { own / total } else { 0.0 })
}

fn largest(support: &[f32; 10]) -> u8 {
    (0..10_u8).max_by(|a, b| support[usize::from(*a)].total_cmp(&support[usize::from(*b)])).unwrap_or_default()
}

/// An output `[1, units, steps]` of scores as logarithms of shares; `None` for another shape.
fn steps(output: &Tensor, units: usize) -> Option<Steps> {
    let [1, found, count] = output.shape[..] else { return None };
    if found != units {
        return None;
    }
    let mut shares = Vec::with_capacity(units * count);
    for step in 0..count {
        let scores: Vec<f32> = (0..units).map(|unit| output.data[unit * count + step]).collect();
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let whole = most + scores.iter().map(|s| (s - most).exp()).sum::<f32>().ln();
        shares.extend(scores.iter().map(|s| s - whole));
    }
    Some(Steps { units, shares })
}

#[cfg(test)]
mod tests;
