//! What the applicant does, one screen at a time.

/// A step of the journey. A resubmission names steps, so only the failed one is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Agreeing to the processing, before any picture.
    Consent,
    /// Declaring legal name, birth date and the document.
    Details,
    /// The document's front (a passport's data page).
    DocumentFront,
    /// The document's back.
    DocumentBack,
    /// Reciting the digits on video.
    Liveness,
}

impl Step {
    /// Every step in the order of the journey.
    pub const ALL: [Self; 5] = [Self::Consent, Self::Details, Self::DocumentFront, Self::DocumentBack, Self::Liveness];

    /// The stable name, as in the HTTP interface and the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Details => "details",
            Self::DocumentFront => "document_front",
            Self::DocumentBack => "document_back",
            Self::Liveness => "liveness",
        }
    }

    /// The step of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }
}
