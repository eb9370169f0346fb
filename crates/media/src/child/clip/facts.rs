//! What is inside a recording, as ffprobe says it.

use serde::Deserialize;

use super::{Container, run};
use crate::child::Stop;
use crate::sandbox::Tools;
use crate::{Limits, Refusal};

/// Codecs whose decoders may run, in ffmpeg's names. Everything else is refused by name.
const VIDEO_CODECS: [&str; 3] = ["vp8", "vp9", "h264"];
/// The same for sound. `mp3float` is ffmpeg's decoder for `mp3`.
const AUDIO_CODECS: [&str; 14] = [
    "opus",
    "vorbis",
    "aac",
    "flac",
    "mp3",
    "mp3float",
    "pcm_u8",
    "pcm_s16le",
    "pcm_s24le",
    "pcm_s32le",
    "pcm_f32le",
    "pcm_mulaw",
    "pcm_alaw",
    "pcm_s16be",
];

/// The allow-list as ffmpeg takes it.
pub(super) fn decoders() -> String {
    VIDEO_CODECS.into_iter().chain(AUDIO_CODECS).collect::<Vec<_>>().join(",")
}

/// First picture track and first sound track.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub video: Option<Video>,
    pub audio: Option<Audio>,
    /// Seconds, where the container says it. `MediaRecorder`'s WebM does not.
    pub declared_s: Option<f64>,
}

/// A picture track; `width` and `height` upright, in square pixels.
#[derive(Debug, PartialEq)]
pub(super) struct Video {
    pub codec: String,
    pub width: u32,
    pub height: u32,
    pub rotation: u32,
    pub encrypted: bool,
}

/// A sound track.
#[derive(Debug, PartialEq)]
pub(super) struct Audio {
    pub codec: String,
    pub rate: u32,
    pub encrypted: bool,
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Format,
}

#[derive(Default, Deserialize)]
struct Format {
    duration: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    codec_type: Option<String>,
    codec_name: Option<String>,
    codec_tag_string: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    sample_aspect_ratio: Option<String>,
    sample_rate: Option<String>,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    side_data_list: Vec<SideData>,
}

#[derive(Default, Deserialize)]
struct Disposition {
    #[serde(default)]
    attached_pic: u8,
}

#[derive(Deserialize)]
struct SideData {
    side_data_type: Option<String>,
    rotation: Option<f64>,
}

/// Asks ffprobe.
pub(super) fn read(tools: &Tools, container: &Container) -> Result<Facts, Stop> {
    let answer = run::ffprobe(tools, container)?;
    let damaged = || Refusal::Damaged { format: container.name.to_owned() };
    let json = match answer {
        Ok(json) => json,
        Err(log) => {
            return Err(off_the_list(&log).map_or_else(damaged, |codec| Refusal::UnsupportedCodec { codec }).into());
        }
    };
    let told: Told = serde_json::from_slice(&json).map_err(|_| damaged())?;
    Ok(understand(&told))
}

impl Facts {
    /// Refuses by what was told, before anything is decoded.
    pub(super) fn judge(&self, limits: &Limits, longest_s: f64) -> Result<(), Refusal> {
        if self.video.as_ref().is_some_and(|v| v.encrypted) || self.audio.as_ref().is_some_and(|a| a.encrypted) {
            return Err(Refusal::Encrypted);
        }
        let refuse = |codec: &str| Refusal::UnsupportedCodec { codec: codec.to_owned() };
        if let Some(video) = &self.video {
            let pixels = u64::from(video.width) * u64::from(video.height);
            if !VIDEO_CODECS.contains(&video.codec.as_str()) {
                return Err(refuse(&video.codec));
            }
            if pixels > limits.clip_pixels {
                return Err(Refusal::TooManyPixels { pixels, limit: limits.clip_pixels });
            }
            if pixels == 0 {
                return Err(Refusal::NoPicture);
            }
        }
        if let Some(audio) = self.audio.as_ref().filter(|audio| !AUDIO_CODECS.contains(&audio.codec.as_str())) {
            return Err(refuse(&audio.codec));
        }
        match self.declared_s {
            Some(seconds) if seconds > longest_s => Err(Refusal::TooLong { seconds, limit: longest_s }),
            _ => Ok(()),
        }
    }
}

/// The codec that ffprobe would not open because it is not on the list ("Codec (mpeg4) not on whitelist").
fn off_the_list(log: &[u8]) -> Option<String> {
    let log = String::from_utf8_lossy(log);
    let line = log.lines().find(|line| line.contains("not on whitelist"))?;
    let (_, rest) = line.split_once("Codec (")?;
    Some(rest.split_once(')')?.0.to_owned())
}

fn understand(told: &Told) -> Facts {
    let first = |kind: &str| {
        let wanted =
            |stream: &&Stream| stream.codec_type.as_deref() == Some(kind) && stream.disposition.attached_pic == 0;
        told.streams.iter().find(wanted)
    };
    Facts {
        video: first("video").map(video),
        audio: first("audio").map(|stream| Audio {
            codec: codec(stream),
            rate: stream.sample_rate.as_deref().and_then(|rate| rate.parse().ok()).unwrap_or(0),
            encrypted: encrypted(stream),
        }),
        declared_s: told
            .format
            .duration
            .as_deref()
            .and_then(|text| text.parse().ok())
            .filter(|seconds: &f64| seconds.is_finite()),
    }
}

fn video(stream: &Stream) -> Video {
    let counter_clockwise = stream.side_data_list.iter().find_map(|side| side.rotation).unwrap_or(0.0);
    let rotation = ((-counter_clockwise).rem_euclid(360.0) / 90.0).round() as u32 % 4 * 90;
    let coded = (stream.width.unwrap_or(0), stream.height.unwrap_or(0));
    let (wide, high) = (widened(coded.0, stream.sample_aspect_ratio.as_deref()), coded.1);
    let (width, height) = if rotation.is_multiple_of(180) { (wide, high) } else { (high, wide) };
    Video { codec: codec(stream), width, height, rotation, encrypted: encrypted(stream) }
}

/// Columns as shown, where pixels are not square ("16:11"). Ratios beyond 4 are taken for nonsense.
fn widened(width: u32, ratio: Option<&str>) -> u32 {
    let factor = ratio.and_then(|text| {
        let (over, under) = text.split_once(':')?;
        Some(over.parse::<f64>().ok()? / under.parse::<f64>().ok()?)
    });
    match factor {
        Some(factor) if (0.25..=4.0).contains(&factor) => (f64::from(width) * factor).round() as u32,
        _ => width,
    }
}

fn codec(stream: &Stream) -> String {
    stream.codec_name.clone().unwrap_or_else(|| "unknown".to_owned())
}

fn encrypted(stream: &Stream) -> bool {
    let tagged = matches!(stream.codec_tag_string.as_deref(), Some("encv" | "enca"));
    let told = |side: &SideData| side.side_data_type.as_deref().is_some_and(|kind| kind.starts_with("Encryption"));
    tagged || stream.side_data_list.iter().any(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_phone_video_is_told_upright() {
        let json = r#"{"streams":[{"codec_type":"video","codec_name":"h264","width":1280,"height":720,"sample_aspect_ratio":"1:1",
            "side_data_list":[{"side_data_type":"Display Matrix","rotation":-90}]}],"format":{"duration":"4.0"}}"#;
        let facts = understand(&serde_json::from_str(json).unwrap());
        let video = facts.video.unwrap();
        assert_eq!((video.width, video.height, video.rotation), (720, 1280, 90));
        assert_eq!(facts.declared_s, Some(4.0));
    }

    #[test]
    fn covers_are_not_pictures_of_the_recording() {
        let json = r#"{"streams":[{"codec_type":"video","codec_name":"mjpeg","disposition":{"attached_pic":1}}]}"#;
        assert_eq!(understand(&serde_json::from_str(json).unwrap()), Facts::default());
    }
}
