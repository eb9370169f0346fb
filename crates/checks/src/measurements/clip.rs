//! What was measured on the video.

/// The video.
#[derive(Clone, Debug)]
pub struct ClipMeasured {
    /// Seconds.
    pub duration_s: f64,
    /// The face over the frames.
    pub face: Option<FaceOverTime>,
    /// The sound; `None` when the clip has none or it could not be measured.
    pub sound: Option<SoundMeasured>,
    /// Whether the clip has a sound track at all.
    pub has_sound: bool,
    /// What was heard, when a challenge was there and the recogniser ran.
    pub digits: Option<DigitsHeard>,
    /// Mouth against sound.
    pub mouth: Option<MouthMeasured>,
    /// Whether a live person is before a camera; `None` without a face to follow.
    pub presentation: Option<PresentationMeasured>,
}

/// The face over the frames.
#[derive(Clone, Debug)]
pub struct FaceOverTime {
    /// Share of frames with a face, 0–1.
    pub frames_with_face: f64,
    /// Most faces in one frame.
    pub faces_max: u64,
    /// Share of looked-at frames with more than one face, 0–1.
    pub several_share: f64,
    /// Brightness of the face, 0–1, median over the best frames.
    pub brightness: Option<f64>,
    /// Share of saturated face pixels, 0–1.
    pub overexposed_share: Option<f64>,
    /// Background brightness over face brightness.
    pub backlit_ratio: Option<f64>,
    /// Difference between the halves of the face over their sum, 0–1.
    pub imbalance: Option<f64>,
    /// Mean brightness of the whole pictures, 0–1, median over the clip: the light where no face is found in it.
    pub picture_brightness: Option<f64>,
    /// Share of saturated pixels of the whole pictures, 0–1, median over the clip.
    pub picture_overexposed_share: Option<f64>,
    /// What is seen of it; `None` where no frame has a face.
    pub seen: Option<FaceSeen>,
}

/// What is seen of the face. What they are and how they are measured: `countersign_inference::liveness::Recording`.
#[derive(Clone, Debug, Default)]
pub struct FaceSeen {
    /// Degrees to the side, without a sign.
    pub yaw: f64,
    /// Degrees up or down.
    pub pitch: f64,
    /// Degrees of tilt.
    pub roll: f64,
    /// Pixels between the eyes in the recording as it came.
    pub eyes_px: f64,
    /// The same over the picture's shorter side, 0–1.
    pub eyes_share: f64,
    /// Share of frames on which part of the face lies beyond the border, 0–1.
    pub cut_share: f64,
    /// About 0.05 and less blurred, 0.15 and more sharp.
    pub sharpness: f64,
    /// Contrast of the mouth against the skin; with the next four `None` where parts of the face could not be looked at.
    pub mouth_contrast: Option<f64>,
    /// Share of the mouth's surroundings in another colour than the skin, 0–1.
    pub mouth_other_share: Option<f64>,
    /// Brightness of the eyes against the skin.
    pub eyes_brightness: Option<f64>,
    /// Contrast of the eyes against the skin.
    pub eyes_contrast: Option<f64>,
    /// Share of the forehead in another colour or brightness than the skin, 0–1.
    pub forehead_other_share: Option<f64>,
    /// The longest time out of the picture, seconds.
    pub away_s: f64,
    /// Largest Euclidean distance between descriptors of the same clip; `None` with fewer than two.
    pub own_distance: Option<f64>,
    /// Smile or surprise before the first digit, 0–1; `None` where the net did not run.
    pub smile_at_rest: Option<f64>,
    /// The same on the person's other frames, 0–1.
    pub smile_otherwise: Option<f64>,
    /// Components of ISO/IEC 29794-5, 0–100, by the standard's names.
    pub components: Vec<(&'static str, f64)>,
}

/// The sound.
#[derive(Clone, Debug)]
pub struct SoundMeasured {
    /// Signal to noise, dB; `None` when no voice or no pause was found to compare.
    pub snr_db: Option<f64>,
    /// Seconds of voice.
    pub speech_s: f64,
    /// Whether the sound is digital silence.
    pub silent: bool,
    /// Share of clipped samples.
    pub clipped_share: f64,
    /// Seconds of voice away from every digit that was heard; 0 where no digit was.
    pub other_speech_s: f64,
}

/// What was heard.
#[derive(Clone, Debug)]
pub struct DigitsHeard {
    /// How many digits at their places are as asked.
    pub matched: u64,
    /// How many were asked.
    pub asked: u64,
    /// Evidence for the asked string, 0–1.
    pub score: f64,
    /// How many digits are heard when any number may have been said; `None` where the recogniser cannot tell.
    pub free: Option<u64>,
    /// Another language in which the asked string was heard (BCP 47, the language alone).
    pub language: Option<String>,
    /// Whether hearing the asked language was measured on people (`countersign_inference::speech::SpokenLanguage`).
    pub proven: bool,
}

/// Mouth against sound.
#[derive(Clone, Debug)]
pub struct MouthMeasured {
    /// Share of the time with voice in which the mouth moves, 0–1.
    pub motion: f64,
    /// Correlation of opening and sound at the best shift within ±0.15 s, −1 … 1.
    pub correlation: f64,
    /// The same within ±0.5 s.
    pub best_correlation: f64,
    /// The shift at which it is best, seconds; positive: the mouth comes after the sound.
    pub offset_s: f64,
    /// Share of comparisons in which the mouth was wider or more open where the digits ask for it, 0–1; `None` where the digits give too
    /// few of them.
    pub shape_fit: Option<f64>,
}

/// Signs of a picture, a replay or a program before a live person.
#[derive(Clone, Debug)]
pub struct PresentationMeasured {
    /// How much likelier a live person is than an attack, natural logarithm; `None` where a sign that counts could not be measured.
    pub score: Option<f64>,
    /// Share of frame times that no camera gives, 0–1; `None` for fewer than ten frames.
    pub impossible_share: Option<f64>,
    /// Every sign that could be measured, by name.
    pub signs: Vec<(&'static str, f64)>,
}
