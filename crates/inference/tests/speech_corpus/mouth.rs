//! How well own, swapped and shifted sound are told apart by the mouth, on real talking clips.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use countersign_inference::face::FaceTrack;
use countersign_inference::liveness::{HeardLips, MouthFrame, MouthSync, mouth_sync};
use countersign_inference::models::ModelStore;
use countersign_media::{Frame, RgbImage, Sound};

use crate::corpus::folder;
use crate::sound::{RATE, decode};
use crate::support::nets;

struct Talking {
    mouth: Vec<MouthFrame>,
    sound: Vec<f32>,
}

/// Up to 4 s of every clip with sound, 15 pictures a second.
fn clips(folder: &Path) -> Vec<Talking> {
    let manifest = std::fs::read_to_string(folder.join("MANIFEST.csv")).unwrap();
    let video = |p: &&str| [".mpg", ".mp4"].iter().any(|ending| p.ends_with(ending));
    let mut paths: Vec<&str> = manifest
        .lines()
        .filter_map(|l| l.split(',').next())
        .filter(|p| p.starts_with("talking/"))
        .filter(video)
        .collect();
    paths.sort_unstable();
    paths.iter().filter_map(|path| talking(&folder.join(path))).collect()
}

fn talking(path: &Path) -> Option<Talking> {
    let mut sound = decode(path);
    sound.truncate(4 * RATE as usize);
    let track = FaceTrack::over(nets(), &frames(path)).unwrap();
    (sound.len() > 2 * RATE as usize).then_some(Talking { mouth: track.mouth(), sound })
}

fn frames(path: &Path) -> Vec<Frame> {
    let (width, height) = (480_u32, 360_u32);
    let filter = format!("fps=15,scale={width}:{height}:force_original_aspect_ratio=decrease,pad={width}:{height}");
    let shape = ["-vf", &filter, "-pix_fmt", "rgb24", "-f", "rawvideo", "-"];
    let output = Command::new("ffmpeg").args(["-v", "error", "-t", "4", "-i"]).arg(path).args(shape).output().unwrap();
    let pictures = output.stdout.chunks_exact((width * height * 3) as usize).enumerate();
    pictures
        .map(|(i, p)| Frame { at_s: i as f64 / 15.0, image: RgbImage { width, height, pixels: p.to_vec() } })
        .collect()
}

fn sync(mouth: &Talking, samples: Vec<f32>) -> Option<MouthSync> {
    static HEARD: LazyLock<HeardLips> = LazyLock::new(|| HeardLips::load(&ModelStore::built_in(1).unwrap()).unwrap());
    mouth_sync(&HEARD, &mouth.mouth, &Sound { sample_rate: RATE as u32, samples }, &[]).ok()
}

/// The sound begun `seconds` later or, negative, earlier.
fn shifted(samples: &[f32], seconds: f32) -> Vec<f32> {
    let by = (seconds.abs() * RATE) as usize;
    if seconds >= 0.0 { [vec![0.0; by], samples.to_vec()].concat() } else { samples[by..].to_vec() }
}

#[test]
fn own_sound_follows_the_mouth_better_than_another() {
    let Some(folder) = folder() else {
        println!("skipped: no corpus");
        return;
    };
    let clips = clips(&folder);
    let own: Vec<MouthSync> = clips.iter().filter_map(|c| sync(c, c.sound.clone())).collect();
    let mut swapped = Vec::new();
    for (i, mouth) in clips.iter().enumerate() {
        let others = clips.iter().enumerate().filter(|(j, _)| *j != i);
        swapped.extend(others.filter_map(|(_, other)| sync(mouth, other.sound.clone())));
    }
    let late: Vec<MouthSync> =
        clips.iter().flat_map(|c| [0.2, -0.2].map(|s| sync(c, shifted(&c.sound, s)))).flatten().collect();
    println!(
        "\n| sound | trials | agreement in step | within 0.5 s | offset within 0.15 s | moving in speech | in pauses |\n|---|---|---|---|---|---|---|"
    );
    for (name, trials) in [("own", &own), ("of another clip", &swapped), ("own, shifted by 0.2 s", &late)] {
        row(name, trials);
    }
    let (swap, shift) = (area(&own, &swapped), area(&own, &late));
    println!(
        "\n{} clips; agreement in step: own against swapped AUC {swap:.3}, own against shifted AUC {shift:.3}",
        own.len()
    );
    for least in [0.2, 0.3, 0.35, 0.4, 0.45, 0.5] {
        let taken = |trials: &[MouthSync]| trials.iter().filter(|s| s.agreement >= least).count();
        println!(
            "agreement from {least}: own {} of {}, swapped {} of {}, shifted {} of {}",
            taken(&own),
            own.len(),
            taken(&swapped),
            swapped.len(),
            taken(&late),
            late.len()
        );
    }
    assert!(own.len() >= 10 && swap > 0.85 && shift > 0.85, "own sound no longer stands out");
}

fn row(name: &str, trials: &[MouthSync]) {
    let mean = |of: fn(&MouthSync) -> f32| trials.iter().map(of).sum::<f32>() / trials.len().max(1) as f32;
    println!(
        "| {name} | {} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
        trials.len(),
        mean(|s| s.agreement),
        mean(|s| s.best_agreement),
        mean(|s| f32::from(u8::from(s.best_offset_s.abs() <= 0.15))),
        mean(|s| s.moving_share_in_speech),
        mean(|s| s.moving_share_in_silence)
    );
}

/// Share of pairs in which the first correlates more than the second.
fn area(own: &[MouthSync], other: &[MouthSync]) -> f32 {
    let pairs = own.iter().flat_map(|a| other.iter().map(|b| a.agreement.total_cmp(&b.agreement)));
    let won: f32 = pairs.map(|order| f32::from(order as i8 + 1) / 2.0).sum();
    won / (own.len() * other.len()).max(1) as f32
}
