//! Own and attacked recordings, measured and judged as the server does it.

use anyhow::Result;
use countersign_checks::examine::mouth_measured;
use countersign_domain::CheckResult;
use countersign_inference::face::FaceTrack;
use countersign_inference::liveness::{MouthFrame, MouthSync, mouth_sync};
use countersign_media::{Frame, RgbImage, Sound};

use super::corpus::Talking;
use crate::eval::clip::{Part, judged};
use crate::inspect::Bench;

/// Other recordings whose sound each picture is tried with at most.
const SWAPS: usize = 12;
/// Share of pictures with a face from which a piece is one of a talking head.
const LEAST_FACE: f32 = 0.9;

/// What was done to a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attack {
    /// Nothing.
    Genuine,
    /// The sound of another recording.
    Swapped,
    /// Own sound 200 ms late.
    Late,
    /// Own sound 200 ms early.
    Early,
    /// One picture, moved a little by the hand that holds it, with the sound.
    Still,
    /// The quietest half second of the mouth to and fro, with the sound.
    Muted,
    /// What the manifest says, as `xtask clip-attacks` makes it.
    Made,
}

impl Attack {
    /// All that are made here, the genuine first.
    pub const ALL: [Self; 6] = [Self::Genuine, Self::Swapped, Self::Late, Self::Early, Self::Still, Self::Muted];

    /// In tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Genuine => "genuine",
            Self::Swapped => "swapped sound",
            Self::Late => "sound 200 ms late",
            Self::Early => "sound 200 ms early",
            Self::Still => "still photo with sound",
            Self::Muted => "muted mouth",
            Self::Made => "as made",
        }
    }
}

/// One recording, judged.
pub struct Trial<'a> {
    /// The piece.
    pub talking: &'a Talking,
    /// What was done to it.
    pub attack: Attack,
    /// What was measured; `None` where it could not be.
    pub sync: Option<MouthSync>,
    /// The mouth that was measured.
    pub mouth: Vec<MouthFrame>,
    /// What the check says under the policy.
    pub result: CheckResult,
}

impl Trial<'_> {
    /// What was done, in tables.
    pub fn label(&self) -> &str {
        match (self.attack, &self.talking.made) {
            (Attack::Made, Some(made)) => made,
            _ => self.attack.name(),
        }
    }

    /// One number of how well mouth and sound belong together: the agreement in step, less what it would gain out of step, twice.
    pub fn score(&self) -> Option<f32> {
        let sync = self.sync.as_ref()?;
        Some(sync.agreement - 2.0 * (sync.best_agreement - sync.agreement))
    }
}

/// Every piece with every attack. Pieces without a face nearly throughout are left out.
pub fn run<'a>(bench: &Bench, clips: &'a [Talking]) -> Result<Vec<Trial<'a>>> {
    let mut trials = Vec::new();
    for (at, talking) in clips.iter().enumerate() {
        eprint!("\r{} of {}", at + 1, clips.len());
        let track = FaceTrack::over(&bench.toolbox.faces, &talking.frames)?;
        if track.frames_with_face_share < LEAST_FACE {
            continue;
        }
        let mouth = track.mouth();
        let mut judge = |attack, mouth: &[MouthFrame], sound: &Sound| -> Result<()> {
            let sync = mouth_sync(&bench.toolbox.lips, mouth, sound, &[]).ok();
            let result = judged(bench, Part::Mouth(sync.as_ref().map(mouth_measured)))?;
            trials.push(Trial { talking, attack, sync, mouth: mouth.to_vec(), result });
            Ok(())
        };
        if talking.made.is_some() {
            judge(Attack::Made, &mouth, &talking.sound)?;
            continue;
        }
        judge(Attack::Genuine, &mouth, &talking.sound)?;
        judge(Attack::Late, &mouth, &shifted(&talking.sound, 0.2))?;
        judge(Attack::Early, &mouth, &shifted(&talking.sound, -0.2))?;
        let others = clips.iter().cycle().skip(at + 1).take(clips.len() - 1).filter(|other| other.made.is_none());
        for other in others.take(SWAPS) {
            judge(Attack::Swapped, &mouth, &other.sound)?;
        }
        let still = FaceTrack::over(&bench.toolbox.faces, &held(&talking.frames))?;
        judge(Attack::Still, &still.mouth(), &talking.sound)?;
        judge(Attack::Muted, &muted(&mouth), &talking.sound)?;
    }
    eprintln!();
    Ok(trials)
}

/// The sound begun `seconds` later or, negative, earlier.
fn shifted(sound: &Sound, seconds: f32) -> Sound {
    let by = (seconds.abs() * sound.sample_rate as f32) as usize;
    let samples = if seconds >= 0.0 {
        [vec![0.0; by], sound.samples[..sound.samples.len().saturating_sub(by)].to_vec()].concat()
    } else {
        sound.samples.get(by..).unwrap_or_default().to_vec()
    };
    Sound { sample_rate: sound.sample_rate, samples }
}

/// The middle picture at every time, moved by up to three pixels.
fn held(frames: &[Frame]) -> Vec<Frame> {
    let picture = &frames[frames.len() / 2].image;
    let moved = |frame: &Frame| {
        let sway = |hertz: f64| (3.0 * (std::f64::consts::TAU * hertz * frame.at_s).sin()).round() as i64;
        Frame { at_s: frame.at_s, image: displaced(picture, sway(0.7), sway(1.1)) }
    };
    frames.iter().map(moved).collect()
}

fn displaced(picture: &RgbImage, dx: i64, dy: i64) -> RgbImage {
    let (width, height) = (i64::from(picture.width), i64::from(picture.height));
    let pixels = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| picture.at((x + dx).clamp(0, width - 1) as u32, (y + dy).clamp(0, height - 1) as u32));
    RgbImage { width: picture.width, height: picture.height, pixels: pixels.collect() }
}

/// The half second in which the lips travel least, played to and fro for as long as the whole.
fn muted(mouth: &[MouthFrame]) -> Vec<MouthFrame> {
    const LENGTH: usize = 8;
    let travel = |window: &[MouthFrame]| {
        let heights = window.iter().map(|frame| frame.lips.height);
        let (low, high) = heights.fold((f32::MAX, f32::MIN), |(low, high), h| (low.min(h), high.max(h)));
        high - low
    };
    let Some(quiet) = mouth.windows(LENGTH).min_by(|a, b| travel(a).total_cmp(&travel(b))) else { return vec![] };
    let place = |at: usize| {
        let turn = at % (2 * LENGTH - 2);
        if turn < LENGTH { turn } else { 2 * LENGTH - 2 - turn }
    };
    mouth.iter().enumerate().map(|(at, frame)| MouthFrame { at_s: frame.at_s, ..quiet[place(at)] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_inference::face::Lips;

    #[test]
    fn a_shift_moves_the_sound_and_keeps_its_rate() {
        let sound = Sound { sample_rate: 10, samples: (0..10).map(|i| i as f32).collect() };
        assert_eq!(shifted(&sound, 0.2).samples, [0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
        assert_eq!(shifted(&sound, -0.2).samples, [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
    }

    #[test]
    fn a_muted_mouth_is_its_quietest_half_second() {
        let frame = |i: usize| MouthFrame {
            at_s: i as f64,
            lips: Lips { opening: 0.0, height: if i < 20 { (i % 2) as f32 } else { 0.3 }, width: 0.7, dark_share: 0.0 },
        };
        let mouth: Vec<MouthFrame> = (0..40).map(frame).collect();
        let quiet = muted(&mouth);
        assert!(quiet.len() == 40 && quiet.iter().all(|frame| (frame.lips.height - 0.3).abs() < 1e-6));
        assert!((quiet[7].at_s - 7.0).abs() < 1e-9);
    }
}
