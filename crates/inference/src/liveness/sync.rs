//! Does the mouth do what the sound demands, when it demands it?
//!
//! Two courses of the mouth (height of the lips, darkness between them) are laid on one 20 ms grid with the loudness of the voice and what
//! the net `speech-lips` expects of the lips, freed of everything slower than 0.7 s, and compared at every shift of up to half a second; so
//! is the width of the mouth with the expected rounding. In a live recording they move together without delay; in dubbed, swapped or
//! shifted sound they do less.

use countersign_media::Sound;
use serde::Serialize;

use super::HeardLips;
use super::signal::{GRID, between, correlation_at, smooth, standard, sum, without_slow};
use crate::face::Lips;
use crate::speech::HeardDigit;
use crate::speech::voice::{STEP_S, Voice};

/// The largest shift that is looked at, grid steps: half a second.
const MOST_SHIFT: i64 = 25;
/// Shifts that count as none, grid steps: 0.12 s around [`LEAD_S`], what recorders misplace and this measurement scatters together.
const IN_SYNC: std::ops::RangeInclusive<i64> = -7..=4;
/// Lips open this much before their sound: the median over the clips of docs/evaluation/liveness.md.
pub(super) const LEAD_S: f64 = 0.03;
/// How much the width counts against the opening; 0.15 to 0.5 did alike (same origin).
const WIDTH: f32 = 0.3;
/// Picture and sound must overlap this long, grid steps: 1.5 s, three to four spoken digits.
const LEAST_OVERLAP: usize = 75;
/// Fewer pictures a second cannot follow syllables (4–5 a second need at least twice as many).
const LEAST_RATE: f64 = 8.0;
/// Half the window in which the mouth's travel is looked at, seconds: half a syllable on each side.
const REACH_S: f64 = 0.15;
/// Travel of the inner lips within the window from which the mouth counts as moving, in distances between the eyes. Landmarks
/// jitter by about 0.01 from picture to picture.
const MOVING: f32 = 0.04;

/// One picture's mouth and when it was taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MouthFrame {
    /// Seconds from the clip's start.
    pub at_s: f64,
    /// The mouth.
    pub lips: Lips,
}

/// How one heard digit was seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DigitSeen {
    /// 0 to 9, as heard.
    pub digit: u8,
    /// How far the inner lips travel from 0.1 s before it to its end, in distances between the eyes, ≥ 0.
    pub motion: f32,
}

/// How well the mouth follows the sound.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MouthSync {
    /// −1 … 1: agreement of mouth and sound at the best shift that counts as none; 0 where the mouth does not move.
    pub agreement: f32,
    /// −1 … 1: the same at the best shift within 0.5 s, ≥ `agreement`.
    pub best_agreement: f32,
    /// That shift, about −0.5 … 0.5 s, less the 0.03 s that lips open ahead of their sound; positive where the mouth comes too late.
    pub best_offset_s: f32,
    /// Share of the time with speech in which the mouth moves, 0 … 1.
    pub moving_share_in_speech: f32,
    /// Share of the time without speech in which the mouth moves, 0 … 1; 0 where there is no pause.
    pub moving_share_in_silence: f32,
    /// Each digit heard.
    pub digits: Vec<DigitSeen>,
    /// Agreement at every shift from −0.5 to 0.5 s by 0.02 s.
    pub by_shift: Vec<f32>,
}

/// Why nothing could be compared: *could not assess*, never a pass.
#[derive(Debug, thiserror::Error)]
pub enum MouthSyncError {
    /// Too few pictures with a mouth in them.
    #[error("too few pictures with a mouth to follow it")]
    TooFewPictures,
    /// Picture and sound overlap for under 1.5 s.
    #[error("picture and sound overlap for under 1.5 s")]
    TooShort,
    /// Nobody speaks.
    #[error("no speech to compare the mouth with")]
    NoSpeech,
    /// The net.
    #[error(transparent)]
    Model(#[from] crate::models::ModelError),
}

/// Compares mouth and sound. `mouth` is in time order, at 8 pictures or more a second; pictures without a face are left out. `digits` are
/// those heard in the sound, possibly none.
pub fn mouth_sync(
    heard: &HeardLips,
    mouth: &[MouthFrame],
    sound: &Sound,
    digits: &[HeardDigit],
) -> Result<MouthSync, MouthSyncError> {
    let (first_s, last_s) = match mouth {
        [first, .., last] => (first.at_s, last.at_s),
        _ => return Err(MouthSyncError::TooFewPictures),
    };
    let end_s = last_s.min(sound.duration_s());
    if mouth.len() < LEAST_RATE as usize || (mouth.len() as f64) < LEAST_RATE * (last_s - first_s) {
        return Err(MouthSyncError::TooFewPictures);
    }
    if (end_s - first_s) * GRID < LEAST_OVERLAP as f64 {
        return Err(MouthSyncError::TooShort);
    }
    let voice = Voice::of(sound);
    if voice.bounds_s().is_none() {
        return Err(MouthSyncError::NoSpeech);
    }
    let times: Vec<f64> = (0..((end_s - first_s) * GRID) as usize).map(|i| first_s + i as f64 / GRID).collect();
    let by_shift = agreement(heard, mouth, sound, &times)?;
    let all = by_shift.iter().zip(-MOST_SHIFT..=MOST_SHIFT).map(|(value, shift)| (*value, shift));
    let best = |all: &mut dyn Iterator<Item = (f32, i64)>| {
        all.fold((f32::MIN, 0), |best, next| if next.0 > best.0 { next } else { best })
    };
    let (agreement, _) = best(&mut all.clone().filter(|(_, shift)| IN_SYNC.contains(shift)));
    let (best_agreement, shift) = best(&mut all.clone());
    let openings: Vec<(f64, f32)> = mouth.iter().map(|frame| (frame.at_s, frame.lips.opening)).collect();
    let (speaking, pausing) = moving_shares(&openings, &times, &voice);
    let seen = |digit: &HeardDigit| DigitSeen {
        digit: digit.digit,
        motion: travel(&openings, f64::from(digit.start_s) - 0.1, f64::from(digit.end_s)),
    };
    Ok(MouthSync {
        agreement,
        best_agreement,
        best_offset_s: (shift as f64 / GRID + LEAD_S) as f32,
        moving_share_in_speech: speaking,
        moving_share_in_silence: pausing,
        digits: digits.iter().map(seen).collect(),
        by_shift,
    })
}

/// Agreement at each shift, −1 … 1.
fn agreement(
    heard: &HeardLips,
    mouth: &[MouthFrame],
    sound: &Sound,
    times: &[f64],
) -> Result<Vec<f32>, crate::models::ModelError> {
    let demand = heard.demand(sound, times.first().copied().unwrap_or_default(), times.len())?;
    let course = |value: fn(&Lips) -> f32| {
        let samples: Vec<(f64, f32)> = mouth.iter().map(|frame| (frame.at_s, value(&frame.lips))).collect();
        let on_grid: Vec<f32> = times.iter().map(|t| between(&samples, *t)).collect();
        standard(&without_slow(&smooth(&on_grid)))
    };
    let opening = sum(&course(|lips| lips.height), &course(|lips| lips.dark_share));
    let width = course(|lips| lips.width);
    let demanded = sum(&standard(&without_slow(&demand.loud)), &standard(&without_slow(&demand.opening)));
    let rounding = without_slow(&demand.rounding);
    let at = |shift: i64| {
        let narrow = correlation_at(&rounding, &width, shift);
        (correlation_at(&demanded, &opening, shift) - WIDTH * narrow) / (1.0 + WIDTH)
    };
    Ok((-MOST_SHIFT..=MOST_SHIFT).map(at).collect())
}

/// The shares of speech and of pauses in which the mouth moves.
fn moving_shares(openings: &[(f64, f32)], times: &[f64], voice: &Voice) -> (f32, f32) {
    let mut counted = [(0_u32, 0_u32); 2];
    for t in times {
        let speaks = voice.active.get((*t / f64::from(STEP_S)) as usize).copied().unwrap_or(false);
        let (moving, all) = &mut counted[usize::from(speaks)];
        *moving += u32::from(travel(openings, t - REACH_S, t + REACH_S) >= MOVING);
        *all += 1;
    }
    let share = |(moving, all): (u32, u32)| moving as f32 / all.max(1) as f32;
    (share(counted[1]), share(counted[0]))
}

/// The largest less the smallest opening among the pictures of a stretch.
fn travel(openings: &[(f64, f32)], from_s: f64, to_s: f64) -> f32 {
    let within = openings.iter().filter(|(t, _)| (from_s..=to_s).contains(t)).map(|(_, o)| *o);
    let (low, high) = within.fold((f32::MAX, f32::MIN), |(low, high), o| (low.min(o), high.max(o)));
    (high - low).max(0.0)
}

#[cfg(test)]
mod tests;
