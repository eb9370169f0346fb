//! How many strings are heard, and how many wrong prompts would pass.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use countersign_inference::speech::{DigitRecogniser, Hearing, PocketSphinx, judge};
use countersign_media::Sound;

use crate::corpus::{Said, folder, strings};
use crate::sound::{Dice, white, with_noise};

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
            heard.push((at, ears.recognise(sound, 6).unwrap(), started.elapsed().as_secs_f64()));
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
fn real_digits() {
    let Some(folder) = folder() else {
        println!("skipped: no corpus");
        return;
    };
    let each = if std::env::var("COUNTERSIGN_SPEECH").is_ok_and(|v| v == "full") { 8 } else { 2 };
    let said = strings(&folder, each);
    let mut dice = Dice::new(7);
    let hiss = white(20.0, &mut dice);
    for (name, db) in [("clean", None), ("white 40", Some(40.0)), ("white 20", Some(20.0)), ("white 10", Some(10.0))] {
        let sounds: Vec<Sound> = said
            .iter()
            .map(|s| match db {
                None => s.sound.clone(),
                Some(db) => Sound { sample_rate: 16_000, samples: with_noise(&s.sound.samples, &hiss, db) },
            })
            .collect();
        let (heard, time) = hear(&sounds);
        table(name, &said, &heard, time);
    }
}

fn table(name: &str, said: &[Said], heard: &[Hearing], time: f64) {
    let mut rows: BTreeMap<bool, (usize, usize, usize)> = BTreeMap::new();
    for (s, h) in said.iter().zip(heard) {
        let found = judge(h, &s.digits);
        let row = rows.entry(s.speaker.narrow).or_default();
        row.0 += 1;
        row.1 += usize::from(found.exact);
        row.2 += found.matched.iter().filter(|m| **m).count();
    }
    println!("{name} {rows:?} {time:.2}s");
}
