//! Debian's Tesseract 5 as a child process: the picture goes in by a pipe, words with boxes come out by another, and
//! nothing touches the disk.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::mrz::ReadError;
use super::picture::Gray;

const PROGRAM: &str = "tesseract";

/// A word as Tesseract reports it.
#[derive(Clone, PartialEq)]
pub(super) struct Word {
    pub text: String,
    /// 0–1.
    pub confidence: f32,
    /// Block, paragraph, line: equal for words of one line.
    pub line: (u32, u32, u32),
    /// Left, top, width, height in the given picture.
    pub at: (f32, f32, f32, f32),
}

/// Reads the words of a picture. `mode` is Tesseract's page segmentation mode (11 sparse, 6 block, 7 line). The child is
/// killed when `limit` is over.
pub(super) fn words(picture: &Gray, mode: u8, limit: Duration) -> Result<Vec<Word>, ReadError> {
    let mode = mode.to_string();
    let mut child = Command::new(PROGRAM)
        .args(["stdin", "stdout", "--psm", &mode, "--oem", "1", "--dpi", "300", "-l", "eng", "tsv"])
        // One thread: the inference pool decides how many pictures are read at once.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| ReadError::NotStarted(PROGRAM))?;
    let output = exchange(&mut child, pgm(picture), limit);
    if output.is_err() {
        // The child may be gone already; reaping it is what matters.
        let _gone = child.kill();
    }
    let ended = child.wait();
    let text = output?;
    if !ended.is_ok_and(|status| status.success()) {
        return Err(ReadError::Failed(PROGRAM));
    }
    Ok(text.lines().skip(1).filter_map(word).collect())
}

/// Writes the picture and reads the answer, each on a thread of its own so that neither pipe can block the other.
fn exchange(child: &mut Child, picture: Vec<u8>, limit: Duration) -> Result<String, ReadError> {
    let (Some(mut stdin), Some(mut stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(ReadError::Failed(PROGRAM));
    };
    let writer = std::thread::spawn(move || stdin.write_all(&picture));
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let read = stdout.read_to_string(&mut text).map(|_| text);
        // The receiver is gone after a time-out: then nobody wants the text.
        let _unwanted = send.send(read);
    });
    let start = Instant::now();
    let text = receive.recv_timeout(limit).map_err(|_| ReadError::TimedOut(PROGRAM))?;
    // A picture that could not be written shows as an error of the child; only its end is waited for here.
    while !writer.is_finished() && start.elapsed() < limit {
        std::thread::sleep(Duration::from_millis(1));
    }
    text.map_err(|_| ReadError::Failed(PROGRAM))
}

fn pgm(picture: &Gray) -> Vec<u8> {
    let mut bytes = format!("P5\n{} {}\n255\n", picture.width, picture.height).into_bytes();
    bytes.extend_from_slice(&picture.pixels);
    bytes
}

/// One row of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn word(row: &str) -> Option<Word> {
    let cells: Vec<&str> = row.split('\t').collect();
    let number = |i: usize| cells.get(i)?.parse::<f32>().ok();
    let text = cells.get(11)?.trim();
    (cells.first() == Some(&"5") && !text.is_empty()).then_some(())?;
    Some(Word {
        text: text.to_owned(),
        confidence: (number(10)? / 100.0).clamp(0.0, 1.0),
        line: (number(2)? as u32, number(3)? as u32, number(4)? as u32),
        at: (number(6)?, number(7)?, number(8)?, number(9)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_table() {
        let w = word("5\t1\t2\t1\t3\t1\t10\t20\t30\t40\t87.5\tSurname").expect("a word");
        assert_eq!((w.text.as_str(), w.confidence, w.line), ("Surname", 0.875, (2, 1, 3)));
        assert!(word("4\t1\t2\t1\t3\t0\t10\t20\t30\t40\t-1\t").is_none());
        assert!(word("").is_none());
    }

    #[test]
    fn an_empty_picture_has_no_words() {
        let read = words(&Gray::filled(200, 100, 255), 11, Duration::from_secs(20));
        assert!(read.expect("tesseract is installed").is_empty());
    }

    #[test]
    fn a_child_out_of_time_is_stopped() {
        let read = words(&Gray::filled(3000, 3000, 255), 11, Duration::from_millis(1));
        assert!(matches!(read, Err(ReadError::TimedOut(_))));
    }
}
