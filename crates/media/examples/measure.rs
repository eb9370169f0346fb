//! Times of the decoder through the sandbox: `cargo run -p countersign-media --example measure -- PHOTO CLIP`.

use std::process::ExitCode;
use std::time::Instant;

use countersign_media::{Attempt, Decoder, Limits, Room, child_main, is_child};

/// Repetitions; the median is printed.
const TIMES: usize = 9;

fn main() -> ExitCode {
    if is_child() {
        return child_main();
    }
    let files: Vec<Vec<u8>> = std::env::args().skip(1).filter_map(|path| std::fs::read(path).ok()).collect();
    let (Ok(decoder), [photo, clip]) = (Decoder::this_program(Limits::default()), &files[..]) else {
        eprintln!("usage: measure PHOTO CLIP");
        return ExitCode::FAILURE;
    };
    median("start, confine, answer (pixels)", || decoder.probe(Room::Pixels, Attempt::ReadFile).is_ok());
    median("start, confine, answer (tool)", || decoder.probe(Room::Tool, Attempt::ReadFile).is_ok());
    median("photo", || decoder.photo(photo).is_ok());
    median("clip, 15 frames a second, as large as it is", || decoder.clip(clip, 15.0, 4096).is_ok());
    median("clip, 15 frames a second, longer side 640", || decoder.clip(clip, 15.0, 640).is_ok());
    median("sound of the clip", || decoder.sound(clip).is_ok());
    ExitCode::SUCCESS
}

fn median(what: &str, work: impl Fn() -> bool) {
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            let fine = work();
            if fine { start.elapsed().as_secs_f64() * 1000.0 } else { f64::NAN }
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what}: {:.1} ms", times[TIMES / 2]);
}
