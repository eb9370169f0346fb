//! Every string under every condition, heard by each recogniser.

use std::time::Instant;

use anyhow::{Result, bail};
use countersign_inference::speech::{DigitMatch, DigitRecogniser, Ears, Hearing, judge};

use super::corpus::{Corpus, Said, sound};
use super::spoil::{Condition, Dice};
use crate::inspect::Bench;

/// Random wrong prompts tried on each string; besides, every prompt that differs in one digit.
const RANDOM_PROMPTS: usize = 200;

/// Who hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listener {
    /// The net alone.
    Net,
    /// The other recogniser alone.
    Sphinx,
    /// As the server does it: the net, in doubt with the other.
    Server,
}

impl Listener {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Server, Self::Net, Self::Sphinx];

    /// In tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Net => "net",
            Self::Sphinx => "PocketSphinx",
            Self::Server => "server",
        }
    }
}

/// One string under one condition, heard once.
pub struct Trial<'a> {
    /// The condition.
    pub condition: Condition,
    /// Who heard.
    pub listener: Listener,
    /// What was said.
    pub said: &'a Said,
    /// What was heard.
    pub hearing: Hearing,
    /// Against what was said.
    pub own: DigitMatch,
    /// Scores of the prompts that differ in one digit.
    pub near: Vec<f32>,
    /// Scores of random other prompts.
    pub far: Vec<f32>,
    /// Milliseconds.
    pub ms: f64,
    /// What it sounded like: the loudest sample of every 10 ms.
    pub envelope: Vec<f32>,
}

/// Hears everything; `only` names conditions, none names all.
pub fn run<'a>(bench: &Bench, corpus: &'a Corpus, language: &str, only: &[String]) -> Result<Vec<Trial<'a>>> {
    let wanted = |condition: &Condition| only.is_empty() || only.contains(&condition.name());
    let conditions: Vec<Condition> = Condition::ALL.into_iter().filter(wanted).collect();
    if conditions.is_empty() {
        bail!("possible conditions are {}", Condition::ALL.map(Condition::name).join(", "));
    }
    let mut trials = Vec::new();
    for (at, said) in corpus.strings.iter().enumerate() {
        eprint!("\r{} of {}", at + 1, corpus.strings.len());
        for condition in &conditions {
            let samples = condition.apply(&said.samples, &corpus.voices, 0xD1CE + at as u64);
            trials.extend(heard(&bench.toolbox.digits, *condition, said, samples, language, at as u64));
        }
    }
    eprintln!();
    Ok(trials)
}

fn heard<'a>(
    ears: &Ears,
    condition: Condition,
    said: &'a Said,
    samples: Vec<f32>,
    language: &str,
    seed: u64,
) -> Vec<Trial<'a>> {
    let envelope = samples.chunks(160).map(|part| part.iter().fold(0.0_f32, |most, s| most.max(s.abs()))).collect();
    let sound = sound(samples);
    let (net, sphinx) = ears.each();
    let listen = |ears: &dyn DigitRecogniser| {
        let started = Instant::now();
        // What cannot be heard is a string not heard.
        let hearing = ears.recognise(&sound, language, said.digits.len()).unwrap_or_else(|_| Hearing::nothing());
        (hearing, started.elapsed().as_secs_f64() * 1000.0)
    };
    let first = net.filter(|net| net.hears(language)).map(listen);
    let second = sphinx.hears(language).then(|| listen(sphinx));
    let server = match (&first, &second) {
        (Some((first, took)), Some((second, ms))) if Ears::in_doubt(first) => {
            Some((Ears::together(first.clone(), second), took + ms))
        }
        (Some(first), _) => Some(first.clone()),
        (None, second) => second.clone(),
    };
    let all = [(Listener::Server, server), (Listener::Net, first), (Listener::Sphinx, second)];
    all.into_iter()
        .filter_map(|(listener, found)| Some((listener, found?)))
        .map(|(listener, (hearing, ms))| {
            let scores = |prompts: Vec<Vec<u8>>| prompts.iter().map(|p| judge(&hearing, p).score).collect();
            Trial {
                condition,
                listener,
                said,
                own: judge(&hearing, &said.digits),
                near: scores(neighbours(&said.digits)),
                far: scores(strangers(&said.digits, seed)),
                hearing,
                ms,
                envelope: Vec::clone(&envelope),
            }
        })
        .collect()
}

/// Every prompt that differs in one digit.
pub fn neighbours(digits: &[u8]) -> Vec<Vec<u8>> {
    let changed =
        |at: usize, by: u8| digits.iter().enumerate().map(|(i, d)| if i == at { (d + by) % 10 } else { *d }).collect();
    (0..digits.len()).flat_map(|at| (1..10).map(move |by| changed(at, by))).collect()
}

fn strangers(digits: &[u8], seed: u64) -> Vec<Vec<u8>> {
    let mut dice = Dice::new(0xFA2 + seed);
    let mut random = || -> Vec<u8> { (0..digits.len()).map(|_| dice.below(10) as u8).collect() };
    (0..RANDOM_PROMPTS).map(|_| random()).filter(|prompt| prompt != digits).collect()
}
