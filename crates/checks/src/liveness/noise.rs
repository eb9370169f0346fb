//! `liveness_noise`: somebody speaks, and it is quiet enough to hear them.
//!
//! Raw: `sound.snr_db`, `sound.speech_s`, `sound.clipped_share`, `sound.other_speech_s`. Limits `min_snr_db`, `min_speech_s`,
//! `max_clipped_share`, `max_other_speech_s`. Fails with `clip_without_sound`; and, unless the digits were heard for certain or in another
//! language in spite of it, with `no_speech`, `too_noisy`, `sound_clipped`, `other_speech`. Voice without any pause to measure the noise in gives no ratio: with
//! the digits heard that does not matter, without them it is `other_speech`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use super::digits::heard_for_certain;
use crate::measurements::{Measurements, SoundMeasured};
use crate::ruling::Ruling;

/// What stands between the voice and who listens.
struct Limits {
    snr_db: f64,
    speech_s: f64,
    clipped_share: f64,
    other_speech_s: f64,
}

impl Limits {
    fn of(limit: &mut dyn FnMut(&'static str) -> Result<f64, PolicyError>) -> Result<Self, PolicyError> {
        Ok(Self {
            snr_db: limit("min_snr_db")?,
            speech_s: limit("min_speech_s")?,
            clipped_share: limit("max_clipped_share")?,
            other_speech_s: limit("max_other_speech_s")?,
        })
    }

    /// Why nothing can be heard at all.
    fn mute(&self, sound: &SoundMeasured) -> Option<Reason> {
        (sound.silent || sound.speech_s < self.speech_s).then_some(Reason::NoSpeech)
    }

    /// Why what is said may not be understood.
    fn obstacle(&self, sound: &SoundMeasured) -> Option<Reason> {
        match sound.snr_db {
            Some(snr) if snr < self.snr_db => Some(Reason::TooNoisy { snr_db: snr.round() }),
            _ if sound.clipped_share > self.clipped_share => Some(Reason::SoundClipped),
            None => Some(Reason::OtherSpeech),
            Some(_) if sound.other_speech_s > self.other_speech_s => Some(Reason::OtherSpeech),
            Some(_) => None,
        }
    }
}

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessNoise, policy);
    let limits = Limits::of(&mut |name| ruling.limit(name))?;
    let Some(clip) = &found.clip else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    if !clip.has_sound {
        ruling.fail(Reason::ClipWithoutSound);
        return Ok(ruling.done());
    }
    let Some(sound) = &clip.sound else {
        ruling.not_assessed();
        return Ok(ruling.done());
    };
    let understood =
        heard_for_certain(clip, policy)? || clip.digits.as_ref().is_some_and(|heard| heard.language.is_some());
    ruling.raw("sound.speech_s", sound.speech_s, "s");
    ruling.raw("sound.clipped_share", sound.clipped_share, "share");
    ruling.raw("sound.other_speech_s", sound.other_speech_s, "s");
    if let Some(snr) = sound.snr_db {
        ruling.raw("sound.snr_db", snr, "dB");
        ruling.score(snr, limits.snr_db, limits.snr_db + 20.0);
    }
    if understood {
        return Ok(ruling.done());
    }
    if let Some(reason) = limits.mute(sound) {
        // Noise so loud that no voice is found in it is noise, not silence.
        let loud = !sound.silent && sound.snr_db.is_some_and(|snr| snr < limits.snr_db);
        ruling.fail(if loud { limits.obstacle(sound).unwrap_or(reason) } else { reason });
    } else if let Some(reason) = limits.obstacle(sound) {
        ruling.fail(reason);
    }
    Ok(ruling.done())
}

/// What in the sound explains digits that were not understood; `None` where the sound is in order or was not measured.
pub(super) fn explanation(found: &Measurements, policy: &Policy) -> Result<Option<Reason>, PolicyError> {
    let limits = Limits::of(&mut |name| policy.limit(Check::LivenessNoise, name))?;
    let sound = found.clip.as_ref().and_then(|clip| clip.sound.as_ref());
    Ok(sound.and_then(|sound| limits.mute(sound).or_else(|| limits.obstacle(sound))))
}
