//! Another way through the journey for people who cannot go the usual one. Of equal weight: a person decides instead of a machine.

/// What is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accommodation {
    /// The digits are shown with the hands or signed instead of spoken; sound proves nothing then, and a person looks.
    WithoutSpeech,
}

impl Accommodation {
    /// Every way.
    pub const ALL: [Self; 1] = [Self::WithoutSpeech];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::WithoutSpeech => "without_speech",
        }
    }

    /// The way of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}
