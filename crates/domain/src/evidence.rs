//! Evidence: an immutable, hashed image or video that was accepted.

use jiff::Timestamp;

use crate::{BlobId, ChallengeId, EvidenceId, SessionId, Step};

/// What a piece of evidence shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// Photo of the document's front.
    DocumentFront,
    /// Photo of the document's back.
    DocumentBack,
    /// Video of the person reciting the digits.
    LivenessVideo,
}

impl EvidenceKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::DocumentFront, Self::DocumentBack, Self::LivenessVideo];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::DocumentFront => "document_front",
            Self::DocumentBack => "document_back",
            Self::LivenessVideo => "liveness_video",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The step in which it is captured.
    pub fn step(self) -> Step {
        match self {
            Self::DocumentFront => Step::DocumentFront,
            Self::DocumentBack => Step::DocumentBack,
            Self::LivenessVideo => Step::Liveness,
        }
    }
}

/// A SHA-256 over the received bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl std::fmt::Display for Sha256 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl std::str::FromStr for Sha256 {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(HashError);
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| HashError)?;
        }
        Ok(Self(bytes))
    }
}

/// Not 64 hexadecimal characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 of 64 hexadecimal characters")]
pub struct HashError;

/// One accepted upload. Later uploads of the same kind do not replace it; the latest of an attempt counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The session it belongs to.
    pub session: SessionId,
    /// What it shows.
    pub kind: EvidenceKind,
    /// Hash of the received bytes.
    pub sha256: Sha256,
    /// Length of the received bytes.
    pub bytes: u64,
    /// The sniffed media type, for example `image/jpeg`.
    pub media_type: String,
    /// Where the encrypted bytes lie.
    pub blob: BlobId,
    /// The challenge that a video answers.
    pub challenge: Option<ChallengeId>,
    /// When it was accepted.
    pub received_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_and_a_short_one_is_refused() {
        let hash = Sha256([0xA7; 32]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!("a7".parse::<Sha256>(), Err(HashError));
        assert_eq!("zz".repeat(32).parse::<Sha256>(), Err(HashError));
    }
}
