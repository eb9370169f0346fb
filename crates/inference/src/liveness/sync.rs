//! Does the mouth move when the sound says it does?
//!
//! The loudness of the voice's band and the opening of the mouth are laid on one 20 ms grid, freed of everything slower than half a second (that
//! somebody speaks at all says little), and compared at every shift of up to half a second. In a live recording the two
//! move together without delay; in dubbed, swapped or shifted sound they do less. Lips support or contradict a
//! prompt; they cannot read it, and lip generators made to follow a sound pass this measurement: the policy must not rest on it alone.

use countersign_media::Sound;
use serde::Serialize;

use super::digits::HeardDigit;
use super::voice::{STEP_S, Voice};

/// Steps of the common grid a second.
const GRID: f64 = 50.0;
/// The largest shift that is looked at, grid steps: half a second.
const MOST_SHIFT: i64 = 25;
/// Shifts that count as none, grid steps: 0.15 s. Lips open up to a tenth of a second before their sound, and recorders misplace
/// sound by as much; on the clips of docs/evaluation/speech.md wider and narrower told own from other sound less well.
const IN_SYNC: i64 = 7;
/// What moves slower than this is taken away, grid steps (0.5 s); from the same measurement, where 0.4 to 0.6 s did alike.
const SLOW: usize = 25;
/// The voice's band, Hz.
const BAND_HZ: (f64, f64) = (200.0, 4000.0);
/// Picture and sound must overlap this long, grid steps: 1.5 s, three to four spoken digits.
const LEAST_OVERLAP: usize = 75;
/// Fewer pictures a second cannot follow syllables (4–5 a second need at least twice as many).
const LEAST_RATE: f64 = 8.0;
/// Half the window in which the mouth's travel is looked at, seconds: half a syllable on each side.
const REACH_S: f64 = 0.15;
/// Travel of the inner lips within the window from which the mouth counts as moving, in distances between the eyes. Landmarks
/// jitter by about 0.01 from picture to picture.
const MOVING: f32 = 0.04;
/// How much under the loudest 5 % the envelope ends, dB: pauses count as equally quiet.
const RANGE_DB: f32 = 35.0;

/// How well the mouth follows the sound.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MouthSync {
    /// −1 … 1: correlation of loudness and opening at the best shift within 0.15 s; 0 where the mouth does not move or the sound is even.
    pub correlation: f32,
    /// −1 … 1: the same at the best shift within 0.5 s, ≥ `correlation`.
    pub best_correlation: f32,
    /// That shift, −0.5 … 0.5 s; positive where the mouth comes after the sound.
    pub best_offset_s: f32,
    /// Share of the time with speech in which the mouth moves, 0 … 1.
    pub moving_share_in_speech: f32,
    /// Share of the time without speech in which the mouth moves, 0 … 1; 0 where there is no pause.
    pub moving_share_in_silence: f32,
    /// For each digit heard, how far the inner lips travel from 0.1 s before it to its end, in distances between the eyes, ≥ 0.
    pub per_digit_motion: Vec<f32>,
}

/// Why nothing could be compared: *could not assess*, never a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
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
}

/// Compares mouth and sound. `openings` are (seconds, inner-lip gap divided by the distance between the eyes, ≥ 0) in time order, at 8 or
/// more a second; pictures without a face are left out. `digits` are those heard in the sound, possibly none.
pub fn mouth_sync(openings: &[(f64, f32)], sound: &Sound, digits: &[HeardDigit]) -> Result<MouthSync, MouthSyncError> {
    let (first_s, last_s) = match openings {
        [first, .., last] => (first.0, last.0),
        _ => return Err(MouthSyncError::TooFewPictures),
    };
    let end_s = last_s.min(sound.duration_s());
    if openings.len() < LEAST_RATE as usize || (openings.len() as f64) < LEAST_RATE * (last_s - first_s) {
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
    let mouth = without_slow(&times.iter().map(|t| opening_at(openings, *t)).collect::<Vec<f32>>());
    let loud = without_slow(&loudness(sound, &times));
    let (_, correlation) = best_shift(&loud, &mouth, IN_SYNC);
    let (shift, best_correlation) = best_shift(&loud, &mouth, MOST_SHIFT);
    let (speaking, pausing) = moving_shares(openings, &times, &voice);
    Ok(MouthSync {
        correlation,
        best_correlation,
        best_offset_s: (shift as f64 / GRID) as f32,
        moving_share_in_speech: speaking,
        moving_share_in_silence: pausing,
        per_digit_motion: digits
            .iter()
            .map(|d| travel(openings, f64::from(d.start_s) - 0.1, f64::from(d.end_s)))
            .collect(),
    })
}

/// The opening between the two nearest pictures.
fn opening_at(openings: &[(f64, f32)], at_s: f64) -> f32 {
    let after = openings.partition_point(|(t, _)| *t < at_s).clamp(1, openings.len() - 1);
    let ((t0, a), (t1, b)) = (openings[after - 1], openings[after]);
    let share = if t1 > t0 { ((at_s - t0) / (t1 - t0)).clamp(0.0, 1.0) } else { 0.0 };
    a + (b - a) * share as f32
}

/// The shift of at most `most` with the best correlation, and that.
fn best_shift(loud: &[f32], mouth: &[f32], most: i64) -> (i64, f32) {
    let shifts = (-most..=most).map(|shift| (shift, correlation_at(loud, mouth, shift)));
    shifts.fold((0, f32::MIN), |best, next| if next.1 > best.1 { next } else { best })
}

/// Less its own running mean (a raised cosine over [`SLOW`] steps, the ends held).
fn without_slow(values: &[f32]) -> Vec<f32> {
    let weight = |i: usize| 1.0 - (std::f32::consts::TAU * (i + 1) as f32 / (SLOW + 1) as f32).cos();
    let total: f32 = (0..SLOW).map(weight).sum();
    let held = |at: usize, i: usize| values[(at + i).saturating_sub(SLOW / 2).min(values.len() - 1)];
    (0..values.len()).map(|at| values[at] - (0..SLOW).map(|i| weight(i) * held(at, i)).sum::<f32>() / total).collect()
}

/// Loudness of the voice's band in dB over 80 ms around each time, cut off [`RANGE_DB`] under the loudest.
fn loudness(sound: &Sound, times: &[f64]) -> Vec<f32> {
    let rate = f64::from(sound.sample_rate);
    let voiced = in_band(&sound.samples, rate);
    let power = |t: &f64| {
        let first = ((t - 0.04).max(0.0) * rate) as usize;
        let last = (((t + 0.04) * rate) as usize).min(voiced.len());
        let part = voiced.get(first..last).unwrap_or_default();
        10.0 * (part.iter().map(|s| s * s).sum::<f32>() / part.len().max(1) as f32).max(1e-10).log10()
    };
    let decibels: Vec<f32> = times.iter().map(power).collect();
    let mut sorted = decibels.clone();
    sorted.sort_by(f32::total_cmp);
    let top = sorted.get(sorted.len() * 95 / 100).copied().unwrap_or(0.0);
    decibels.iter().map(|d| d.clamp(top - RANGE_DB, top)).collect()
}

/// Second-order high- and low-pass (Butterworth, after the Audio EQ Cookbook) at the ends of [`BAND_HZ`].
fn in_band(samples: &[f32], rate: f64) -> Vec<f32> {
    filtered(&filtered(samples, BAND_HZ.0 / rate, true), (BAND_HZ.1 / rate).min(0.45), false)
}

/// `cut` is the corner in shares of the sample rate.
fn filtered(samples: &[f32], cut: f64, high: bool) -> Vec<f32> {
    let (sine, cosine) = (std::f64::consts::TAU * cut).sin_cos();
    let alpha = sine / std::f64::consts::SQRT_2;
    let scale = 1.0 + alpha;
    let (outer, middle) =
        if high { (f64::midpoint(1.0, cosine), -1.0 - cosine) } else { ((1.0 - cosine) / 2.0, 1.0 - cosine) };
    let (mut x1, mut x2, mut y1, mut y2) = (0.0, 0.0, 0.0, 0.0);
    let step = |sample: &f32| {
        let x = f64::from(*sample);
        let y = (outer * x + middle * x1 + outer * x2 + 2.0 * cosine * y1 - (1.0 - alpha) * y2) / scale;
        (x2, x1, y2, y1) = (x1, x, y1, y);
        y as f32
    };
    samples.iter().map(step).collect()
}

/// Pearson's correlation of `loud[i]` with `mouth[i + shift]` where both exist; 0 where one of them does not change.
fn correlation_at(loud: &[f32], mouth: &[f32], shift: i64) -> f32 {
    let skip = shift.unsigned_abs() as usize;
    let (a, b) =
        if shift >= 0 { (loud, mouth.get(skip..)) } else { (loud.get(skip..).unwrap_or_default(), Some(mouth)) };
    let b = b.unwrap_or_default();
    let n = a.len().min(b.len());
    let mean = |v: &[f32]| v.iter().take(n).sum::<f32>() / n.max(1) as f32;
    let (ma, mb) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        ab += (x - ma) * (y - mb);
        aa += (x - ma).powi(2);
        bb += (y - mb).powi(2);
    }
    if aa <= 1e-9 || bb <= 1e-9 { 0.0 } else { ab / (aa * bb).sqrt() }
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
mod tests {
    use super::*;

    /// When the syllables of the test are said, seconds (start, end).
    const SYLLABLES: [(f64, f64); 6] = [(0.4, 0.7), (0.95, 1.2), (1.6, 1.9), (2.05, 2.3), (2.75, 3.1), (3.3, 3.5)];

    fn within(t: f64) -> bool {
        SYLLABLES.iter().any(|(from, to)| (*from..*to).contains(&t))
    }

    /// A buzz of 120 Hz with the formants of a vowel, so that the voice detector takes it for a voice.
    fn sound() -> Sound {
        let tone = |t: f64| {
            let partial = |k: u32| {
                let hertz = 120.0 * f64::from(k);
                let near = |formant: f64| (-((hertz - formant) / 150.0).powi(2)).exp();
                (near(700.0) + 0.6 * near(1200.0) + 0.3 * near(2600.0) + 0.02)
                    * (std::f64::consts::TAU * hertz * t).sin()
            };
            (1..30).map(partial).sum::<f64>() * 0.1
        };
        let samples = (0..64_000)
            .map(|i| f64::from(i) / 16_000.0)
            .map(|t| if within(t) { tone(t) as f32 } else { 0.0 })
            .collect();
        Sound { sample_rate: 16_000, samples }
    }

    fn mouth(late_s: f64) -> Vec<(f64, f32)> {
        (0..60).map(|i| f64::from(i) / 15.0).map(|t| (t, if within(t - late_s) { 0.2 } else { 0.02 })).collect()
    }

    #[test]
    fn a_mouth_that_follows_the_sound_correlates_without_a_shift() {
        let found = mouth_sync(&mouth(0.0), &sound(), &[]).unwrap();
        assert!(found.correlation > 0.6 && found.best_offset_s.abs() <= 0.1, "{found:?}");
        assert!(
            found.moving_share_in_speech > 0.8 && found.moving_share_in_speech > found.moving_share_in_silence,
            "{found:?}"
        );
    }

    #[test]
    fn a_late_mouth_shows_its_delay() {
        let found = mouth_sync(&mouth(0.3), &sound(), &[]).unwrap();
        assert!((found.best_offset_s - 0.3).abs() <= 0.1, "{found:?}");
        assert!(found.correlation < found.best_correlation - 0.2, "{found:?}");
    }

    #[test]
    fn a_still_mouth_is_measured_as_still() {
        let still: Vec<(f64, f32)> = mouth(0.0).iter().map(|(t, _)| (*t, 0.05)).collect();
        let heard = HeardDigit { digit: 1, start_s: 0.4, end_s: 0.7, confidence: 1.0, support: [0.0; 10] };
        let found = mouth_sync(&still, &sound(), &[heard]).unwrap();
        assert!(found.correlation.abs() < 1e-6 && found.moving_share_in_speech.abs() < 1e-6, "{found:?}");
        assert_eq!(found.per_digit_motion, [0.0]);
    }

    #[test]
    fn each_digit_has_its_own_motion() {
        let heard = |start_s, end_s| HeardDigit { digit: 1, start_s, end_s, confidence: 1.0, support: [0.0; 10] };
        let found = mouth_sync(&mouth(0.0), &sound(), &[heard(0.4, 0.8), heard(3.6, 3.9)]).unwrap();
        assert!((found.per_digit_motion[0] - 0.18).abs() < 1e-6, "{found:?}");
        assert!(found.per_digit_motion[1] < 0.01, "{found:?}");
    }

    #[test]
    fn what_cannot_be_compared_says_why() {
        assert_eq!(mouth_sync(&[], &sound(), &[]), Err(MouthSyncError::TooFewPictures));
        let sparse: Vec<(f64, f32)> = mouth(0.0).into_iter().step_by(4).collect();
        assert_eq!(mouth_sync(&sparse, &sound(), &[]), Err(MouthSyncError::TooFewPictures));
        assert_eq!(mouth_sync(&mouth(0.0)[..16], &sound(), &[]), Err(MouthSyncError::TooShort));
        let quiet = Sound { sample_rate: 16_000, samples: vec![0.0; 64_000] };
        assert_eq!(mouth_sync(&mouth(0.0), &quiet, &[]), Err(MouthSyncError::NoSpeech));
    }
}
