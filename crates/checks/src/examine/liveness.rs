//! The video, measured: the face through the frames, the sound, and the two against each other.

use std::time::Instant;

use countersign_inference::face::{Descriptor, FaceNets, FaceQuality, FaceTrack};
use countersign_inference::liveness::{HeardLips, MouthFrame, MouthSync, at_rest, mouth_sync, shape_fit};
use countersign_inference::pad::{PresentationNet, Signs, signs};
use countersign_inference::speech::{DigitMatch, DigitRecogniser, Hearing, NoiseMeasurement, SpokenLanguage};
use countersign_media::Clip;

use super::Stage;
use super::listening::{Asked, Heard, listen};
use super::seen::{face_seen, whole_light};
use crate::measurements::{ClipMeasured, FaceOverTime, MouthMeasured, PresentationMeasured};

/// Frames whose descriptors are compared with the portrait: an odd number, so that the median is one of them.
pub(super) const COMPARED_FRAMES: usize = 5;

/// Pictures a second as recorded, under which lips cannot be followed: syllables come 4 to 5 a second, and need at least twice as many.
const LEAST_FRAME_RATE: f64 = 8.0;

/// What was found in a clip.
pub struct ClipFindings {
    /// In the form that the checks ask for.
    pub measured: ClipMeasured,
    /// The track of the face, when the nets ran.
    pub track: Option<FaceTrack>,
    /// Descriptors of the best frames.
    pub descriptors: Vec<Descriptor>,
    /// What was heard, when there was sound, a challenge and a working recogniser.
    pub hearing: Option<(Hearing, DigitMatch)>,
    /// Noise, when there was sound.
    pub noise: Option<NoiseMeasurement>,
    /// Mouth against sound.
    pub mouth: Option<MouthSync>,
    /// Milliseconds by step.
    pub timings: Vec<(&'static str, f64)>,
}

/// Measures a clip.
pub fn measure(
    nets: &FaceNets,
    ears: &dyn DigitRecogniser,
    lips: &HeardLips,
    presentation: &PresentationNet,
    clip: &Clip,
    asked: Option<Asked<'_>>,
    progress: &(dyn Fn(Stage) + Sync),
) -> ClipFindings {
    // The recogniser is a process of its own: it listens while the nets look.
    let (heard, (track, descriptors, qualities, face_ms)) = std::thread::scope(|scope| {
        let heard = scope.spawn(|| {
            progress(Stage::Speech);
            clip.sound.as_ref().map(|sound| listen(ears, sound, asked))
        });
        progress(Stage::Face);
        let seen = look(nets, clip);
        (heard.join().ok().flatten(), seen)
    });
    let heard = heard.unwrap_or_default();
    let (sound_found, digits_found) = clip.sound.as_ref().map_or((None, None), |sound| heard.measured(sound));
    let Heard { noise, hearing, noise_ms, hearing_ms, .. } = heard;
    let started = Instant::now();
    // Decoding lays pictures on an even grid, so that too few of them look like enough: what came counts.
    let sparse = clip.facts.frame_rate > 0.0 && clip.facts.frame_rate < LEAST_FRAME_RATE;
    let mouth = clip.sound.as_ref().zip(track.as_ref()).filter(|_| !sparse).and_then(|(sound, track)| {
        let frames: Vec<MouthFrame> = track.mouth();
        let spans = hearing.as_ref().map(|(hearing, _)| hearing.digits.as_slice()).unwrap_or_default();
        mouth_sync(lips, &frames, sound, spans).ok()
    });
    let shape_fit = track.as_ref().zip(hearing.as_ref()).zip(asked).and_then(|((track, (hearing, _)), asked)| {
        shape_fit(&track.mouth(), &hearing.digits, SpokenLanguage::of(asked.language)?)
    });
    let shape_fit = shape_fit.map(|fit| f64::from(fit.share));
    let mouth_ms = started.elapsed().as_secs_f64() * 1000.0;
    let started = Instant::now();
    let presented = track.as_ref().map(|track| {
        let found = signs(clip, track);
        let score = presentation.score(&found).ok().flatten();
        presentation_measured(&found, score)
    });
    let presentation_ms = started.elapsed().as_secs_f64() * 1000.0;
    let started = Instant::now();
    let voice_from_s =
        hearing.as_ref().and_then(|(hearing, _)| hearing.digits.first()).map(|digit| digit.start_s.into());
    let face = track.as_ref().map(|track| {
        let rest = at_rest(nets, track, &clip.frames, voice_from_s).ok().flatten();
        let (brightness, overexposed) = whole_light(clip);
        FaceOverTime {
            picture_brightness: brightness,
            picture_overexposed_share: overexposed,
            seen: face_seen(clip, track, &descriptors, rest),
            ..face_over_time(track, &qualities)
        }
    });
    let seen_ms = started.elapsed().as_secs_f64() * 1000.0;
    let measured = ClipMeasured {
        duration_s: clip.duration_s,
        face,
        sound: sound_found,
        has_sound: clip.sound.is_some(),
        digits: digits_found,
        mouth: mouth.as_ref().map(|mouth| MouthMeasured { shape_fit, ..mouth_measured(mouth) }),
        presentation: presented,
    };
    let timings = vec![
        ("face", face_ms),
        ("noise", noise_ms),
        ("digits", hearing_ms),
        ("mouth", mouth_ms),
        ("presentation", presentation_ms),
        ("seen", seen_ms),
    ];
    ClipFindings { measured, track, descriptors, hearing, noise, mouth, timings }
}

fn look(nets: &FaceNets, clip: &Clip) -> (Option<FaceTrack>, Vec<Descriptor>, Vec<FaceQuality>, f64) {
    let started = Instant::now();
    let Ok(track) = FaceTrack::over(nets, &clip.frames) else { return (None, vec![], vec![], 0.0) };
    let mut descriptors = Vec::new();
    let qualities = track.points.iter().filter_map(|point| Some(point.face?.quality)).collect();
    for index in track.best_frames(COMPARED_FRAMES) {
        let (Some(frame), Some(face)) = (clip.frames.get(index), track.points[index].face) else { continue };
        // A frame whose descriptor cannot be computed is left out; without any the comparison could not be assessed.
        descriptors.extend(nets.descriptor(&frame.image, &face.landmarks));
    }
    (Some(track), descriptors, qualities, started.elapsed().as_secs_f64() * 1000.0)
}

fn face_over_time(track: &FaceTrack, qualities: &[FaceQuality]) -> FaceOverTime {
    let median = |value: fn(&FaceQuality) -> f32| {
        let mut values: Vec<f32> = qualities.iter().map(value).collect();
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).map(|value| f64::from(*value))
    };
    FaceOverTime {
        frames_with_face: f64::from(track.frames_with_face_share),
        faces_max: track.faces_max as u64,
        several_share: f64::from(track.several_faces_share),
        brightness: median(|quality| quality.brightness),
        overexposed_share: median(|quality| quality.over_exposed_share),
        backlit_ratio: median(|quality| quality.background_brightness_ratio),
        imbalance: median(|quality| quality.left_right_imbalance),
        picture_brightness: None,
        picture_overexposed_share: None,
        seen: None,
    }
}

/// In the form that the check asks for.
pub fn presentation_measured(signs: &Signs, score: Option<f32>) -> PresentationMeasured {
    let known = Signs::NAMES.iter().zip(signs.values()).filter_map(|(name, value)| Some((*name, f64::from(value?))));
    PresentationMeasured {
        score: score.map(f64::from),
        impossible_share: signs.impossible.map(f64::from),
        signs: known.collect(),
    }
}

/// In the form that the check asks for.
pub fn mouth_measured(mouth: &MouthSync) -> MouthMeasured {
    MouthMeasured {
        motion: f64::from(mouth.moving_share_in_speech),
        correlation: f64::from(mouth.agreement),
        best_correlation: f64::from(mouth.best_agreement),
        offset_s: f64::from(mouth.best_offset_s),
        shape_fit: None,
    }
}
