//! Why nothing was decoded: the input's fault ([`Refusal`], a result) or ours ([`SandboxError`], could not assess).

use std::io;

use serde::{Deserialize, Serialize};

use crate::protocol::token;

/// Nothing was decoded.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The input cannot be taken; the applicant can send another.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The sandbox did not work; nothing is known of the input.
    #[error("sandbox: {0}")]
    Sandbox(#[from] SandboxError),
}

/// The sandbox did not work.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The child could not be started or spoken to.
    #[error("the decoding process could not be run: {0}")]
    Process(#[from] io::Error),
    /// The child could not confine itself or found no `ffmpeg`; it decoded nothing.
    #[error("the decoding process refused to start: {0}")]
    Confinement(String),
    /// The child did something its confinement forbids and was stopped by the kernel.
    #[error("the decoding process left its confinement and was stopped")]
    Violation,
    /// The child died of a signal that is not one of its own limits (killed from outside, or out of memory machine-wide).
    #[error("the decoding process died of signal {signal}")]
    Died {
        /// Signal number.
        signal: i32,
    },
    /// The child's answer does not follow the protocol.
    #[error("the decoding process answered out of protocol: {0}")]
    Protocol(&'static str),
}

/// Why an input is refused. [`Refusal::code`] is stable.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than allowed.
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Bytes received.
        bytes: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// The first bytes are of no format known here.
    #[error("the file's format is unknown")]
    UnknownFormat,
    /// A format known by name that is not taken for this purpose.
    #[error("files of the format {format} are not taken here")]
    UnsupportedFormat {
        /// For example `heic`, `gif`, `pdf`, `jpeg_cmyk`.
        #[serde(deserialize_with = "token")]
        format: String,
    },
    /// A moving picture where a still one is wanted.
    #[error("the picture is animated")]
    Animated,
    /// The file ends before its picture or sound does.
    #[error("the {format} file is cut off")]
    Truncated {
        /// Container name.
        #[serde(deserialize_with = "token")]
        format: String,
    },
    /// The file contradicts its format.
    #[error("the {format} file is damaged")]
    Damaged {
        /// Container name; `unknown` where the decoder crashed.
        #[serde(deserialize_with = "token")]
        format: String,
    },
    /// More pixels than allowed, by the header, before any was decoded.
    #[error("the picture has {pixels} pixels, the limit is {limit}")]
    TooManyPixels {
        /// Width × height.
        pixels: u64,
        /// Pixels allowed.
        limit: u64,
    },
    /// A side shorter than the least.
    #[error("the picture has {width} x {height} pixels, the shortest side allowed is {least}")]
    TooSmall {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
        /// Shortest side allowed.
        least: u32,
    },
    /// Longer than allowed. `seconds` is what the container says or, where it says nothing, at least what was decoded.
    #[error("the recording lasts {seconds:.1} s, the limit is {limit:.1} s")]
    TooLong {
        /// Seconds.
        seconds: f64,
        /// Seconds allowed.
        limit: f64,
    },
    /// A recording without any picture.
    #[error("the recording has no picture")]
    NoPicture,
    /// A recording without any sound, where sound was asked for.
    #[error("the recording has no sound")]
    NoSound,
    /// A codec outside the allowed list.
    #[error("the codec {codec} is not taken here")]
    UnsupportedCodec {
        /// For example `hevc`, `mpeg4`.
        #[serde(deserialize_with = "token")]
        codec: String,
    },
    /// Protected by a key.
    #[error("the file is encrypted")]
    Encrypted,
    /// Decoding took longer than allowed.
    #[error("decoding took too long")]
    TimeBudget,
    /// Decoding needed more memory than allowed.
    #[error("decoding needed too much memory")]
    MemoryBudget,
}

impl Refusal {
    /// Stable name, `snake_case`, never reused for another meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too_large",
            Self::UnknownFormat => "unknown_format",
            Self::UnsupportedFormat { .. } => "unsupported_format",
            Self::Animated => "animated",
            Self::Truncated { .. } => "truncated",
            Self::Damaged { .. } => "damaged",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::TooSmall { .. } => "too_small",
            Self::TooLong { .. } => "too_long",
            Self::NoPicture => "no_picture",
            Self::NoSound => "no_sound",
            Self::UnsupportedCodec { .. } => "unsupported_codec",
            Self::Encrypted => "encrypted",
            Self::TimeBudget => "time_budget",
            Self::MemoryBudget => "memory_budget",
        }
    }
}

impl DecodeError {
    /// The refusal, where the input was at fault.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Sandbox(_) => None,
        }
    }
}
