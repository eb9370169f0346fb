//! How many strings are heard, how sure the recogniser is, and how many wrong prompts would pass.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use countersign_inference::speech::{DigitRecogniser, Hearing, PocketSphinx, judge};
use countersign_media::Sound;

use crate::corpus::{Said, Speaker, folder, speakers, strings};
use crate::sound::{Dice, RATE, babble, telephone, white, with_noise};

/// Scores from which a prompt could be taken for said.
const THRESHOLDS: [f32; 8] = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8];
/// Random wrong prompts tried on each string; besides, every prompt that differs in one digit.
const RANDOM_PROMPTS: usize = 200;

/// The strings of one condition, what was heard, and the mean seconds that a string took.
struct Trial<'a> {
    name: &'static str,
    said: Vec<&'a Said>,
    heard: Vec<Hearing>,
    seconds: f64,
}

impl<'a> Trial<'a> {
    fn of(name: &'static str, said: &'a [Said], change: impl Fn(&[f32]) -> Vec<f32>) -> Self {
        let said: Vec<&Said> = said.iter().collect();
        let sounds: Vec<Sound> =
            said.iter().map(|s| Sound { sample_rate: RATE as u32, samples: change(&s.sound.samples) }).collect();
        let (heard, seconds) = hear(&sounds);
        Self { name, said, heard, seconds }
    }

    /// Strings heard exactly, strings, digits heard at their place, for those speakers that `wanted` takes.
    fn exact(&self, wanted: impl Fn(&Speaker) -> bool) -> (usize, usize, usize) {
        let own =
            self.said.iter().zip(&self.heard).filter(|(s, _)| wanted(&s.speaker)).map(|(s, h)| judge(h, &s.digits));
        own.fold((0, 0, 0), |(right, all, digits), m| {
            (right + usize::from(m.exact), all + 1, digits + m.matched.iter().filter(|m| **m).count())
        })
    }
}

/// Hears every sound, on as many threads as there are cores; with the mean seconds a sound takes.
fn hear(sounds: &[Sound]) -> (Vec<Hearing>, f64) {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let work = || {
        let ears = PocketSphinx::default();
        let mut heard = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(sound) = sounds.get(at) else { return heard };
            let started = Instant::now();
            heard.push((at, ears.recognise(sound, "en", 6).unwrap(), started.elapsed().as_secs_f64()));
        }
    };
    let mut all: Vec<(usize, Hearing, f64)> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|r| r.join().unwrap()).collect()
    });
    all.sort_by_key(|(at, ..)| *at);
    let time = all.iter().map(|(.., s)| s).sum::<f64>() / all.len().max(1) as f64;
    (all.into_iter().map(|(_, hearing, _)| hearing).collect(), time)
}

#[test]
fn real_digits_are_heard() {
    let Some(folder) = folder() else {
        println!("skipped: no corpus");
        return;
    };
    let asked = std::env::var("COUNTERSIGN_SPEECH").unwrap_or_default();
    let said = strings(&folder, if asked == "full" { 8 } else { 2 });
    let hiss = white(20.0, &mut Dice::new(7));
    let chatter = babble(&speakers(&folder), 20.0, &mut Dice::new(8));
    let mut trials = vec![
        Trial::of("as recorded", &said, <[f32]>::to_vec),
        Trial::of("room: white 40 dB", &said, |s| with_noise(s, &hiss, 40.0)),
        Trial::of("white 20 dB", &said, |s| with_noise(s, &hiss, 20.0)),
        Trial::of("babble 20 dB", &said, |s| with_noise(s, &chatter, 20.0)),
    ];
    if !asked.is_empty() {
        trials.push(Trial::of("white 10 dB", &said, |s| with_noise(s, &hiss, 10.0)));
        trials.push(Trial::of("babble 10 dB", &said, |s| with_noise(s, &chatter, 10.0)));
        trials.push(Trial::of("through 8 kHz", &said, telephone));
    }
    conditions(&trials);
    people(&trials[0]);
    thresholds(&trials);
    certainty(&trials);
    let (right, all, _) = trials[0].exact(|s| !s.narrow);
    assert!(
        right * 100 >= all * 80,
        "joined digits at 16 kHz were heard in 148 of 184 strings before; now {right} of {all}"
    );
    for trial in &trials {
        assert!(wrong_accepted(trial, 0.5, false).0 == 0, "a random wrong prompt was heard");
    }
}

fn conditions(trials: &[Trial]) {
    println!(
        "\n| condition | 16 kHz and wider | digits | recorded at 8 kHz | digits | seconds a string |\n|---|---|---|---|---|---|"
    );
    for trial in trials {
        let (wide, wide_all, wide_digits) = trial.exact(|s| !s.narrow);
        let (narrow, narrow_all, narrow_digits) = trial.exact(|s| s.narrow);
        let share = |digits: usize, strings: usize| digits as f64 / 6.0 / strings.max(1) as f64;
        println!(
            "| {} | {wide} of {wide_all} | {:.3} | {narrow} of {narrow_all} | {:.3} | {:.2} |",
            trial.name,
            share(wide_digits, wide_all),
            share(narrow_digits, narrow_all),
            trial.seconds
        );
    }
}

fn people(trial: &Trial) {
    println!("\n| source | speaker | strings | digits |\n|---|---|---|---|");
    let everybody: BTreeSet<&Speaker> = trial.said.iter().map(|s| &s.speaker).collect();
    for speaker in &everybody {
        let (right, all, digits) = trial.exact(|s| s == *speaker);
        println!("| {} | {} | {right} of {all} | {digits} of {} |", speaker.source, speaker.name, all * 6);
    }
}

fn thresholds(trials: &[Trial]) {
    println!(
        "\n| condition | score from | said, taken | one digit wrong, taken | random prompt, taken |\n|---|---|---|---|---|"
    );
    for trial in trials {
        for threshold in THRESHOLDS {
            let own =
                trial.said.iter().zip(&trial.heard).filter(|(s, h)| judge(h, &s.digits).score >= threshold).count();
            let (near, near_all) = wrong_accepted(trial, threshold, true);
            let (far, far_all) = wrong_accepted(trial, threshold, false);
            println!(
                "| {} | {threshold} | {own} of {} | {near} of {near_all} | {far} of {far_all} |",
                trial.name,
                trial.said.len()
            );
        }
    }
}

/// How often a digit is right, by the confidence it came with.
fn certainty(trials: &[Trial]) {
    println!("\n| confidence | digits | right |\n|---|---|---|");
    for (from, to) in [(0.0, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01)] {
        let (mut right, mut all) = (0_u32, 0_u32);
        for (said, heard) in trials.iter().flat_map(|t| t.said.iter().zip(&t.heard)) {
            for (wanted, digit) in
                said.digits.iter().zip(&heard.digits).filter(|(_, d)| (from..to).contains(&d.confidence))
            {
                all += 1;
                right += u32::from(digit.digit == *wanted);
            }
        }
        println!("| {from}–{:.2} | {all} | {:.2} |", f32::min(to, 1.0), f64::from(right) / f64::from(all.max(1)));
    }
}

/// Wrong prompts with at least this score, and how many were tried: all that differ in one digit, or random ones.
fn wrong_accepted(trial: &Trial, threshold: f32, near: bool) -> (usize, usize) {
    let mut dice = Dice::new(99);
    let (mut taken, mut tried) = (0, 0);
    for (said, heard) in trial.said.iter().zip(&trial.heard) {
        let prompts = if near { neighbours(&said.digits) } else { strangers(&said.digits, &mut dice) };
        taken += prompts.iter().filter(|p| judge(heard, p).score >= threshold).count();
        tried += prompts.len();
    }
    (taken, tried)
}

fn neighbours(digits: &[u8]) -> Vec<Vec<u8>> {
    let changed =
        |at: usize, by: u8| digits.iter().enumerate().map(|(i, d)| if i == at { (d + by) % 10 } else { *d }).collect();
    (0..digits.len()).flat_map(|at| (1..10).map(move |by| changed(at, by))).collect()
}

fn strangers(digits: &[u8], dice: &mut Dice) -> Vec<Vec<u8>> {
    let mut random = || -> Vec<u8> { (0..digits.len()).map(|_| dice.below(10) as u8).collect() };
    (0..RANDOM_PROMPTS).map(|_| random()).filter(|p| p != digits).collect()
}
