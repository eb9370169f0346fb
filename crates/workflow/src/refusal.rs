//! A file that the decoder refuses, as a reason for the applicant.

use countersign_domain::Reason;
use countersign_media::Refusal;

const MEGA: f64 = 1_000_000.0;

/// The reason for a refusal.
pub fn reason(refusal: &Refusal) -> Reason {
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    match refusal {
        Refusal::Empty => Reason::FileEmpty,
        Refusal::TooLarge { bytes, limit } => {
            Reason::FileTooLarge { found_mb: tenth(*bytes as f64 / MEGA), limit_mb: (*limit as f64 / MEGA).floor() }
        }
        Refusal::UnknownFormat => Reason::FileTypeUnknown,
        Refusal::UnsupportedFormat { format } => Reason::FileTypeUnsupported { format: format.clone() },
        Refusal::Animated => Reason::FileAnimated,
        Refusal::Truncated { format } | Refusal::Damaged { format } => Reason::FileDamaged { format: format.clone() },
        Refusal::TooManyPixels { pixels, limit } => Reason::FileTooManyPixels {
            found_mp: tenth(*pixels as f64 / MEGA),
            limit_mp: (*limit as f64 / MEGA).round(),
        },
        Refusal::TooSmall { width, height, least } => {
            Reason::FileTooFewPixels { found_px: u64::from(*width.min(height)), needed_px: u64::from(*least) }
        }
        Refusal::TooLong { seconds, limit } => Reason::ClipTooLong { seconds: tenth(*seconds), limit_s: *limit },
        Refusal::NoPicture => Reason::ClipWithoutPicture,
        Refusal::NoSound => Reason::ClipWithoutSound,
        Refusal::UnsupportedCodec { codec } => Reason::ClipCodecUnsupported { codec: codec.clone() },
        Refusal::Encrypted => Reason::FileEncrypted,
        Refusal::TimeBudget | Refusal::MemoryBudget => Reason::FileTooCostly,
    }
}
