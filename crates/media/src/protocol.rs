//! What parent and child say to each other.
//!
//! | descriptor of the child | direction | what |
//! |---|---|---|
//! | 0 | in | a sealed memfd with the untrusted bytes |
//! | 1 | out | pixels, RGB, frame after frame, nothing else |
//! | 2 | out | messages: length (u32, little-endian), JSON [`Reply`]; after the last one the samples (f32, little-endian) |
//!
//! The [`Job`] is the second argument. The parent believes no size it has not checked against its own limits.

use std::io::{self, Write};

use serde::{Deserialize, Deserializer, Serialize};

use crate::{ClipFacts, Limits, PhotoFormat, PhotoMetadata, Provenance, Refusal};

/// First argument of the decoding child.
pub const HIDDEN_ARGUMENT: &str = "__decode";

/// Longest message, bytes.
pub(crate) const MESSAGE_BYTES: usize = 64 << 10;

/// Most frame times told: a minute at 30 frames a second, and 36 kB of a message.
pub(crate) const FRAME_TIMES: usize = 1800;

/// Longest text taken from a file (a camera's name, a codec's), characters.
const TEXT_CHARS: usize = 96;

/// What the child shall do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Task {
    Photo,
    Clip { frames_per_second: f64, max_side: u32 },
    Sound,
    Probe { room: crate::Room, attempt: crate::Attempt },
}

/// A task and its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Job {
    pub task: Task,
    pub limits: Limits,
}

/// The child's messages. Pictures: `Start`, pixels on descriptor 1, then `Photo` or `Clip`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    Refused(Refusal),
    Failed(String),
    Start { width: u32, height: u32 },
    Photo { format: WireFormat, metadata: WireMetadata, provenance: Provenance },
    Clip { facts: WireFacts, duration_s: f64, samples: Option<u32> },
    Sound { samples: u32 },
    Survived { blocked: bool },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum WireFormat {
    Jpeg,
    Png,
    WebP,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct WireMetadata {
    #[serde(deserialize_with = "text")]
    pub make: Option<String>,
    #[serde(deserialize_with = "text")]
    pub model: Option<String>,
    #[serde(deserialize_with = "text")]
    pub software: Option<String>,
    #[serde(deserialize_with = "text")]
    pub taken_at: Option<String>,
    pub orientation: u8,
    pub has_exif: bool,
    pub has_xmp: bool,
    pub has_c2pa: bool,
    pub has_position: bool,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct WireFacts {
    #[serde(deserialize_with = "token")]
    pub container: String,
    #[serde(deserialize_with = "token")]
    pub video_codec: String,
    #[serde(deserialize_with = "token")]
    pub audio_codec: String,
    pub width: u32,
    pub height: u32,
    pub frame_rate: f64,
    #[serde(default)]
    pub frame_times: Vec<f64>,
    pub rotation: u32,
    pub audio_rate: u32,
}

impl From<WireFormat> for PhotoFormat {
    fn from(format: WireFormat) -> Self {
        match format {
            WireFormat::Jpeg => Self::Jpeg,
            WireFormat::Png => Self::Png,
            WireFormat::WebP => Self::WebP,
        }
    }
}

impl From<WireMetadata> for PhotoMetadata {
    fn from(wire: WireMetadata) -> Self {
        let WireMetadata { make, model, software, taken_at, orientation, has_exif, has_xmp, has_c2pa, has_position } =
            wire;
        Self { make, model, software, taken_at, orientation, has_exif, has_xmp, has_c2pa, has_position }
    }
}

impl From<WireFacts> for ClipFacts {
    fn from(wire: WireFacts) -> Self {
        let WireFacts {
            container,
            video_codec,
            audio_codec,
            width,
            height,
            frame_rate,
            mut frame_times,
            rotation,
            audio_rate,
        } = wire;
        frame_times.truncate(FRAME_TIMES);
        frame_times.retain(|at| at.is_finite());
        Self { container, video_codec, audio_codec, width, height, frame_rate, frame_times, rotation, audio_rate }
    }
}

/// Writes one message.
pub(crate) fn send(out: &mut impl Write, reply: &Reply) -> io::Result<()> {
    let json = serde_json::to_vec(reply).map_err(io::Error::other)?;
    let length = u32::try_from(json.len()).map_err(io::Error::other)?;
    out.write_all(&[&length.to_le_bytes()[..], &json].concat())?;
    out.flush()
}

/// Takes one message off the front of `bytes`: `Ok(None)` while it is not complete, the message and the bytes it took otherwise.
pub(crate) fn take(bytes: &[u8]) -> Result<Option<(Reply, usize)>, &'static str> {
    let Some(head) = bytes.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_le_bytes(*head) as usize;
    if length > MESSAGE_BYTES {
        return Err("a message longer than allowed");
    }
    let Some(json) = bytes.get(4..4 + length) else { return Ok(None) };
    let reply = serde_json::from_slice(json).map_err(|_| "a message that does not parse")?;
    Ok(Some((reply, 4 + length)))
}

/// A short name out of the child: letters, digits, `_`, `-`, `.`; anything else is dropped, as is what is too long.
pub(crate) fn token<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let raw = String::deserialize(from)?;
    Ok(raw.chars().filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c)).take(TEXT_CHARS).collect())
}

/// A text out of the child: no control characters, bounded.
fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let raw = Option::<String>::deserialize(from)?;
    Ok(raw.map(|s| s.chars().filter(|c| !c.is_control()).take(TEXT_CHARS).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_taken_whole_or_not_at_all() {
        let mut wire = Vec::new();
        send(&mut wire, &Reply::Start { width: 3, height: 2 }).unwrap();
        for cut in 0..wire.len() {
            assert!(take(&wire[..cut]).unwrap().is_none());
        }
        wire.extend_from_slice(b"rest");
        let (reply, used) = take(&wire).unwrap().unwrap();
        assert!(matches!(reply, Reply::Start { width: 3, height: 2 }));
        assert_eq!(&wire[used..], b"rest");
    }

    #[test]
    fn oversized_and_malformed_messages_are_errors() {
        assert!(take(&u32::MAX.to_le_bytes()).is_err());
        assert!(take(&[2, 0, 0, 0, b'{', b'{']).is_err());
    }

    #[test]
    fn texts_are_stripped_by_the_parent() {
        let raw = r#"{"Refused":{"unsupported_codec":{"codec":"h26\u001b[31m4/../x"}}}"#;
        let reply: Reply = serde_json::from_str(raw).unwrap();
        assert!(matches!(reply, Reply::Refused(Refusal::UnsupportedCodec { codec }) if codec == "h2631m4..x"));
    }
}
