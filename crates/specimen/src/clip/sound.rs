//! The sound of a clip: digits one by one in a quiet room.

use super::spec::{ClipDefect, ClipSpec, Voice};
use super::speech::{RATE, speak};
use crate::SpecimenError;
use crate::person::{Person, Random};

/// One spoken digit and when it is heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// 0–9.
    pub digit: u8,
    /// Seconds from the clip's start.
    pub start_s: f32,
    /// Seconds from the clip's start.
    pub end_s: f32,
}

/// Samples with the spans of the digits in them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sound {
    /// Mono at [`RATE`], −1 to 1.
    pub(crate) samples: Vec<f32>,
    pub(crate) spans: Vec<Span>,
}

/// How loud the voice peaks.
const LOUDNESS: f32 = 0.5;
/// Root mean square of a quiet room: −60 dB of full scale.
const ROOM: f32 = 0.001;
/// A clip without defect aims at this many seconds, and never passes 4.9.
const AIM: f32 = 4.3;
/// `TooShort` ends here.
const SHORT: f32 = 1.8;
/// `TooLong` reaches this.
const LONG: f32 = 9.0;

/// Speaks the digits with `rest` seconds of quiet at either end (before the defect, if it is one of sound, is laid on).
pub(crate) fn recite(spec: &ClipSpec, rest: f32) -> Result<Sound, SpecimenError> {
    let person = Person::new(spec.seen());
    let voice = match spec.voice {
        Voice::OfPerson if person.is_male() => Voice::Man,
        Voice::OfPerson => Voice::Woman,
        given => given,
    };
    let words = spec.spoken().iter().map(|&d| speak(d, voice)).collect::<Result<Vec<_>, _>>()?;
    let spoken = words.iter().map(Vec::len).sum::<usize>() as f32 / RATE as f32;
    let pauses = words.len().saturating_sub(1).max(1) as f32;
    let gap = match spec.defect {
        ClipDefect::TooLong => ((LONG - spoken - 2.0 * rest) / pauses).max(0.3),
        _ => ((AIM - spoken - 0.9) / pauses).clamp(0.09, 0.30),
    };
    let mut random = Random::new(spec.seen(), 21);
    let mut samples = quiet(rest);
    let mut spans = Vec::with_capacity(words.len());
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            samples.extend(quiet(gap * random.between(0.85, 1.15)));
        }
        let start_s = samples.len() as f32 / RATE as f32;
        let loudness = LOUDNESS * random.between(0.85, 1.0);
        samples.extend(word.iter().map(|s| s * loudness));
        spans.push(Span { digit: spec.spoken()[i] % 10, start_s, end_s: samples.len() as f32 / RATE as f32 });
    }
    let least = if spec.defect == ClipDefect::TooLong { LONG } else { 3.2 };
    let tail = rest.max(least - samples.len() as f32 / RATE as f32);
    samples.extend(quiet(tail));
    if spec.defect == ClipDefect::TooShort {
        samples.truncate((SHORT * RATE as f32) as usize);
        spans.retain(|s| s.end_s <= SHORT);
    }
    Ok(Sound { samples, spans })
}

fn quiet(seconds: f32) -> Vec<f32> {
    vec![0.0; (seconds.max(0.0) * RATE as f32) as usize]
}

/// What the microphone takes down: room, and the defect if it is one of sound.
pub(crate) fn record(spec: &ClipSpec, sound: &Sound) -> Vec<f32> {
    if spec.defect == ClipDefect::Silent {
        return vec![0.0; sound.samples.len()];
    }
    let mut samples = sound.samples.clone();
    let mut level = ROOM;
    if let ClipDefect::SoundShift(ms) = spec.defect {
        let by = (ms.unsigned_abs() as usize * RATE as usize / 1000).min(samples.len());
        if ms >= 0 {
            samples.rotate_right(by);
            samples[..by].fill(0.0);
        } else {
            samples.rotate_left(by);
            let kept = samples.len() - by;
            samples[kept..].fill(0.0);
        }
    }
    if let ClipDefect::Noise { snr_db } = spec.defect {
        level = speech_level(sound) * 10.0_f32.powf(-snr_db / 20.0);
    }
    let mut random = Random::new(spec.seen(), 22);
    for sample in &mut samples {
        *sample = (*sample + level * random.normal()).clamp(-1.0, 1.0);
    }
    samples
}

/// Root mean square while a digit is spoken.
fn speech_level(sound: &Sound) -> f32 {
    let at = |s: f32| ((s * RATE as f32) as usize).min(sound.samples.len());
    let (sum, count) = sound.spans.iter().fold((0.0, 0), |(sum, count), span| {
        let part = &sound.samples[at(span.start_s)..at(span.end_s)];
        (sum + part.iter().map(|s| s * s).sum::<f32>(), count + part.len())
    });
    (sum / count.max(1) as f32).sqrt()
}

/// Loudness (root mean square over 50 ms) round a moment.
pub(crate) fn loudness(samples: &[f32], second: f32) -> f32 {
    let from = ((second - 0.025).max(0.0) * RATE as f32) as usize;
    let to = (((second + 0.025) * RATE as f32) as usize).min(samples.len());
    let part = samples.get(from..to).unwrap_or_default();
    (part.iter().map(|s| s * s).sum::<f32>() / part.len().max(1) as f32).sqrt()
}
