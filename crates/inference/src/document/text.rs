//! Lines of print, by Tesseract. Slow (about a second): the zone and the barcode say most of it, so callers may skip it.

use std::time::Duration;

use super::mrz::ReadError;
use super::picture::Gray;
use super::tesseract::{self, Word};

/// Longer side given to Tesseract: print of a card that fills the picture is then about 25 pixels high, where it works
/// best; smaller pictures are enlarged up to three times.
const READ_SIDE: usize = 1600;
const ENLARGE: usize = 3;
/// Tesseract's mode for text scattered over a picture.
const SPARSE: u8 = 11;
/// Each attempt's time; measured at 0.4–1.5 s for a full picture on one core.
const LIMIT: Duration = Duration::from_secs(8);
/// Words under this are texture, not print.
const LEAST_CONFIDENCE: f32 = 0.3;
/// This many letters in confident words and the turn is right; no other need be tried.
const ENOUGH: usize = 60;

/// A line of print.
#[derive(Clone, PartialEq)]
pub struct TextLine {
    /// Words joined by spaces.
    pub text: String,
    /// 0–1, the least sure word's.
    pub confidence: f32,
    /// Left, top, width, height in pixels of the picture once turned upright.
    pub at: (f32, f32, f32, f32),
}

impl std::fmt::Debug for TextLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TextLine({} characters, redacted)", self.text.len())
    }
}

/// Lines from top to bottom with the quarter turns that bring them upright. `known` turns (from a zone) spare the search.
pub fn read(picture: &Gray, known: Option<u32>) -> Result<(Vec<TextLine>, u32), ReadError> {
    let (view, factor) = sized(picture);
    let order: &[u32] = match &known {
        Some(turns) => std::slice::from_ref(turns),
        None => &[0, 2, 1, 3],
    };
    let mut best: (usize, Vec<Word>, u32) = (0, Vec::new(), order[0]);
    for turns in order {
        let words = tesseract::words(&view.turned(*turns), SPARSE, LIMIT)?;
        let letters = words.iter().filter(|w| w.confidence > 0.7 && w.text.len() > 2).map(|w| w.text.len()).sum();
        if letters > best.0 || best.1.is_empty() {
            best = (letters, words, *turns);
        }
        if letters >= ENOUGH {
            break;
        }
    }
    Ok((lines(&best.1, factor), best.2))
}

fn sized(picture: &Gray) -> (Gray, f32) {
    let long = picture.long_side();
    if long >= READ_SIDE {
        return picture.shrunk(READ_SIDE);
    }
    let times = (READ_SIDE / long).clamp(1, ENLARGE);
    (picture.resized(picture.width * times, picture.height * times), times as f32)
}

/// Words to lines; words far apart on one height are different lines (columns of a card).
fn lines(words: &[Word], factor: f32) -> Vec<TextLine> {
    let mut out: Vec<(TextLine, (u32, u32, u32))> = Vec::new();
    for word in words.iter().filter(|w| w.confidence >= LEAST_CONFIDENCE) {
        let at = (word.at.0 / factor, word.at.1 / factor, word.at.2 / factor, word.at.3 / factor);
        let joins = out
            .last()
            .is_some_and(|(line, key)| *key == word.line && at.0 - (line.at.0 + line.at.2) < 2.0 * line.at.3.max(at.3));
        if let Some((line, _)) = out.last_mut().filter(|_| joins) {
            line.text.push(' ');
            line.text.push_str(&word.text);
            line.confidence = line.confidence.min(word.confidence);
            let bottom = (line.at.1 + line.at.3).max(at.1 + at.3);
            line.at.1 = line.at.1.min(at.1);
            (line.at.2, line.at.3) = (at.0 + at.2 - line.at.0, bottom - line.at.1);
        } else {
            out.push((TextLine { text: word.text.clone(), confidence: word.confidence, at }, word.line));
        }
    }
    let mut lines: Vec<TextLine> = out.into_iter().map(|(line, _)| line).collect();
    lines.sort_by(|a, b| a.at.1.total_cmp(&b.at.1));
    lines
}
