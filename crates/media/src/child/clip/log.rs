//! ffmpeg's log: times of the decoded frames (`showinfo`), and signs of damage.

/// What the log says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Log {
    /// Frames that came out of the decoder.
    pub frames: u32,
    /// Time of the first, seconds.
    pub first_s: f64,
    /// Time of the last, seconds.
    pub last_s: f64,
    /// Times of all, seconds, as the container says them.
    pub times: Vec<f64>,
    /// The demultiplexer reached the file's end inside something.
    pub cut_off: bool,
    /// An allocation failed.
    pub out_of_memory: bool,
    /// Packets or frames a decoder complained about.
    pub complaints: u32,
}

/// Share of frames a decoder may complain about before the recording counts as damaged. Recorders start in the midst of a stream now
/// and then and lose a frame or two; our own choice.
const COMPLAINTS_SHARE: f64 = 0.05;

/// Phrases of libavformat when the data ends early.
const CUT_OFF: [&str; 4] = ["File ended prematurely", "partial file", "moov atom not found", "Truncating packet"];
/// Phrases of decoders about data they could not use.
const COMPLAINTS: [&str; 4] =
    ["Error while decoding stream", "error while decoding MB", "Error submitting", "corrupt decoded frame"];

/// Reads the log line by line; a line it does not know says nothing.
pub(super) fn read(log: &[u8]) -> Log {
    let mut found = Log::default();
    for line in String::from_utf8_lossy(log).lines() {
        if line.contains("showinfo") {
            if let Some(at) = frame_time(line) {
                if found.frames == 0 {
                    found.first_s = at;
                }
                found.frames += 1;
                found.last_s = found.last_s.max(at);
                found.times.push(at);
            }
            continue;
        }
        found.cut_off |= CUT_OFF.iter().any(|phrase| line.contains(phrase));
        found.out_of_memory |= line.contains("Cannot allocate memory");
        found.complaints += u32::from(COMPLAINTS.iter().any(|phrase| line.contains(phrase)));
    }
    found
}

impl Log {
    /// Frames a second, over the decoded frames; 0 where fewer than two came.
    pub(super) fn frame_rate(&self) -> f64 {
        let span = self.last_s - self.first_s;
        if self.frames < 2 || span <= 0.0 { 0.0 } else { f64::from(self.frames - 1) / span }
    }

    /// When the last frame ends, seconds.
    pub(super) fn end_s(&self) -> f64 {
        let rate = self.frame_rate();
        if rate > 0.0 { self.last_s + 1.0 / rate } else { self.last_s }
    }

    /// Whether the decoders complained too often.
    pub(super) fn broken(&self) -> bool {
        f64::from(self.complaints) > (f64::from(self.frames) * COMPLAINTS_SHARE).max(2.0)
    }
}

fn frame_time(line: &str) -> Option<f64> {
    let rest = &line[line.find("pts_time:")? + "pts_time:".len()..];
    let seconds: f64 = rest.split_whitespace().next()?.parse().ok()?;
    seconds.is_finite().then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frame_times_and_rate_come_from_showinfo() {
        let text = b"[Parsed_showinfo_0 @ 0x1] [info] n:   0 pts:  14 pts_time:0.014   pos: 981 fmt:yuv420p\n\
            [Parsed_showinfo_0 @ 0x1] [info] color_range:tv\n\
            [Parsed_showinfo_0 @ 0x1] [info] n:   1 pts:  47 pts_time:0.114   pos: 981 fmt:yuv420p\n";
        let log = read(text);
        assert_eq!(log.frames, 2);
        assert!((log.frame_rate() - 10.0).abs() < 1e-9);
        assert!((log.end_s() - 0.214).abs() < 1e-9);
        assert!(!log.cut_off && !log.broken());
    }

    #[test]
    fn a_cut_is_told() {
        assert!(read(b"[matroska,webm @ 0x1] [error] File ended prematurely\n").cut_off);
    }
}
