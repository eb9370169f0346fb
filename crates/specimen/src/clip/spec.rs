//! What a clip shall show and what shall be wrong with it.

/// Whose voice speaks; both are Debian's `espeak-ng`, voice `en-us`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The voice that goes with the person's face.
    OfPerson,
    /// At its own pitch.
    Man,
    /// Higher and a little faster.
    Woman,
}

/// The file's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// VP8 and Opus, as Chromium and Firefox record.
    WebM,
    /// H.264 and AAC, as Safari records.
    Mp4,
}

/// What is wrong with a clip; all else stays right.
#[derive(Clone, Debug, PartialEq)]
pub enum ClipDefect {
    /// Nothing.
    None,
    /// The mouth moves, the sound track holds nothing but zeros.
    Silent,
    /// The file has no sound track.
    NoSoundTrack,
    /// These digits are spoken instead.
    WrongDigits(Vec<u8>),
    /// Noise over the whole, this far below the speech.
    Noise {
        /// Speech over noise, in decibels of their mean powers.
        snr_db: f32,
    },
    /// Hardly any light.
    Dark,
    /// A bright window behind the person.
    Backlit,
    /// One lamp from the side.
    OneSided,
    /// Burnt out.
    Over,
    /// An empty room with the voice in it.
    NoFace,
    /// A second person looks in.
    TwoFaces,
    /// A surgical mask.
    CoveredMouth,
    /// Dark glasses.
    DarkGlasses,
    /// One picture for the whole clip; only the sensor's noise changes.
    StillPicture,
    /// The sound comes later (or, negative, earlier) than the mouth by this many milliseconds.
    SoundShift(i32),
    /// Cut off after 1.8 s.
    TooShort,
    /// Stretched by pauses to 9 s.
    TooLong,
    /// Another person speaks the right digits.
    OtherPerson(u64),
}

/// A clip to be made. The same spec makes the same pictures and samples.
#[derive(Clone, Debug, PartialEq)]
pub struct ClipSpec {
    /// Who is seen: `Person::new(person_seed)`.
    pub person_seed: u64,
    /// What the person was asked to say, each 0–9; 3 to 8 of them fit into 3–5 s.
    pub digits: Vec<u8>,
    /// Whose voice.
    pub voice: Voice,
    /// What is wrong.
    pub defect: ClipDefect,
    /// Columns, even.
    pub width: u32,
    /// Rows, even.
    pub height: u32,
    /// Pictures a second.
    pub fps: u32,
    /// The file's format.
    pub container: Container,
}

impl ClipSpec {
    /// A flawless 640 × 480 WebM at 15 pictures a second.
    pub fn new(person_seed: u64, digits: &[u8]) -> Self {
        Self {
            person_seed,
            digits: digits.to_vec(),
            voice: Voice::OfPerson,
            defect: ClipDefect::None,
            width: 640,
            height: 480,
            fps: 15,
            container: Container::WebM,
        }
    }

    /// The same with a defect.
    #[must_use]
    pub fn with(mut self, defect: ClipDefect) -> Self {
        self.defect = defect;
        self
    }

    /// The seed of the person who is really seen.
    pub(crate) fn seen(&self) -> u64 {
        if let ClipDefect::OtherPerson(seed) = self.defect { seed } else { self.person_seed }
    }

    /// The digits that are really spoken.
    pub(crate) fn spoken(&self) -> &[u8] {
        if let ClipDefect::WrongDigits(digits) = &self.defect { digits } else { &self.digits }
    }
}
