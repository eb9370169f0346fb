//! The sound of a clip: noise, and the digits in it.

use std::time::Instant;

use countersign_inference::speech::{
    DigitMatch, DigitRecogniser, HeardDigit, Hearing, NoiseMeasurement, SpokenLanguage, judge,
};
use countersign_media::Sound;

use crate::measurements::{DigitsHeard, SoundMeasured};

/// What was to be said.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Each 0–9.
    pub digits: &'a [u8],
    /// BCP 47, the language alone.
    pub language: &'a str,
}

#[derive(Default)]
pub(super) struct Heard {
    pub(super) noise: Option<NoiseMeasurement>,
    pub(super) hearing: Option<(Hearing, DigitMatch)>,
    /// Of the language that was asked.
    pub(super) proven: bool,
    pub(super) noise_ms: f64,
    pub(super) hearing_ms: f64,
}

impl Heard {
    /// In the form that the checks ask for; `sound` is what was heard.
    pub(super) fn measured(&self, sound: &Sound) -> (Option<SoundMeasured>, Option<DigitsHeard>) {
        let digits = self.hearing.as_ref().map_or(&[][..], |(hearing, _)| &hearing.digits);
        let noise = self.noise.as_ref().map(|noise| sound_measured(noise, sound.duration_s(), digits));
        (noise, self.hearing.as_ref().map(|(hearing, found)| digits_heard(hearing, found, self.proven)))
    }
}

/// Measures a sound alone: its noise, and the digits where some were asked.
pub fn hear(
    ears: &dyn DigitRecogniser,
    sound: &Sound,
    asked: Option<Asked<'_>>,
) -> (Option<SoundMeasured>, Option<DigitsHeard>) {
    listen(ears, sound, asked).measured(sound)
}

pub(super) fn listen(ears: &dyn DigitRecogniser, sound: &Sound, asked: Option<Asked<'_>>) -> Heard {
    let started = Instant::now();
    let noise = NoiseMeasurement::of(sound);
    let noise_ms = started.elapsed().as_secs_f64() * 1000.0;
    let hearing = asked.and_then(|Asked { digits, language }| {
        let hearing = ears.recognise(sound, language, digits.len()).ok()?;
        let found = judge(&hearing, digits);
        Some((hearing, found))
    });
    let hearing_ms = started.elapsed().as_secs_f64() * 1000.0 - noise_ms;
    let proven = asked.and_then(|asked| SpokenLanguage::of(asked.language)).is_some_and(|language| language.proven);
    Heard { noise: Some(noise), hearing, proven, noise_ms, hearing_ms }
}

fn sound_measured(noise: &NoiseMeasurement, duration_s: f64, digits: &[HeardDigit]) -> SoundMeasured {
    SoundMeasured {
        snr_db: noise.snr_db.map(f64::from),
        speech_s: f64::from(noise.speech_share) * duration_s,
        silent: noise.silent,
        clipped_share: f64::from(noise.clipped_share),
        other_speech_s: f64::from(noise.other_speech_s(digits)),
    }
}

fn digits_heard(hearing: &Hearing, found: &DigitMatch, proven: bool) -> DigitsHeard {
    DigitsHeard {
        matched: found.matched.iter().filter(|matched| **matched).count() as u64,
        asked: found.matched.len() as u64,
        score: f64::from(found.score),
        free: hearing.free.as_ref().map(|free| free.len() as u64),
        language: found.elsewhere.clone(),
        proven,
    }
}
