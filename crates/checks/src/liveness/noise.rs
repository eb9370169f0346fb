//! `liveness_noise`: somebody speaks, and it is quiet enough to hear them.
//!
//! Raw: `sound.snr_db`, `sound.speech_s`, `sound.clipped_share`. Limits `min_snr_db`, `min_speech_s`. Fails with `clip_without_sound`,
//! `no_speech`, `too_noisy`. Voice without any pause to measure the noise in gives no ratio: *could not assess*.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::LivenessNoise, policy);
    let (quietest, least_speech) = (ruling.limit("min_snr_db")?, ruling.limit("min_speech_s")?);
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
    ruling.raw("sound.speech_s", sound.speech_s, "s");
    ruling.raw("sound.clipped_share", sound.clipped_share, "share");
    if let Some(snr) = sound.snr_db {
        ruling.raw("sound.snr_db", snr, "dB");
        ruling.score(snr, quietest, quietest + 20.0);
    }
    match sound.snr_db {
        _ if sound.silent => ruling.fail(Reason::NoSpeech),
        Some(snr) if snr < quietest => ruling.fail(Reason::TooNoisy { snr_db: snr.round() }),
        _ if sound.speech_s < least_speech => ruling.fail(Reason::NoSpeech),
        Some(_) => {}
        None => ruling.not_assessed(),
    }
    Ok(ruling.done())
}
