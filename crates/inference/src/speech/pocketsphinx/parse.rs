//! Reads PocketSphinx's segmentations.
//!
//! A line is `ID S <n> T <score> A <acoustic> L <language>`, then for each word `<start> <acoustic> <language> <word>`, then the
//! last frame. Frames are 10 ms; scores are logarithms, larger is likelier. A line without words means that nothing fitted.

use super::grammar::digit_of;

/// Frames a second.
pub const FRAME_RATE: f32 = 100.0;

/// One digit of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// 0 to 9.
    pub digit: u8,
    /// First frame.
    pub start: u32,
    /// The frame after the last.
    pub end: u32,
}

/// The best path through one grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Logarithm of its likelihood, in the recogniser's own base (1.0001) and scale.
    pub score: i64,
    /// Its digits in time order.
    pub digits: Vec<Span>,
}

/// The paths of all utterances named `u0`, `u1` …; `None` where nothing fitted.
pub fn paths(text: &str, utterances: usize) -> Result<Vec<Option<Path>>, &'static str> {
    let mut found = vec![None; utterances];
    for line in text.lines() {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        let Some(name) = words.first() else { continue };
        let at: usize = name.strip_prefix('u').and_then(|n| n.parse().ok()).ok_or("an utterance without its name")?;
        *found.get_mut(at).ok_or("an utterance that was not asked for")? = path(&words[1..])?;
    }
    Ok(found)
}

fn path(words: &[&str]) -> Result<Option<Path>, &'static str> {
    let Some(score) = words.iter().position(|w| *w == "T").and_then(|at| words.get(at + 1)) else { return Ok(None) };
    let score: i64 = score.parse().map_err(|_| "a score that is no number")?;
    let Some(first) = words.iter().position(|w| *w == "L").map(|at| at + 2) else { return Ok(None) };
    let rest = words.get(first..).unwrap_or_default();
    if rest.len() < 5 {
        return Ok(None);
    }
    let frame = |at: usize| -> Result<u32, &'static str> {
        rest.get(at).and_then(|f| f.parse().ok()).ok_or("a time that is no number")
    };
    let mut digits = Vec::new();
    for at in (0..rest.len() - 1).step_by(4) {
        let word = rest.get(at + 3).ok_or("a word cut short")?;
        if let Some(digit) = digit_of(word) {
            digits.push(Span { digit, start: frame(at)?, end: frame(at + 4)? });
        }
    }
    Ok(Some(Path { score, digits }))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn digits_come_with_their_times_and_the_score() {
        let text = "u0 S 0 T -9702 A -9028 L -674 0 -617 0 four 32 -2622 0 seven(2) 78 -337 -337 <sil> 116 -1300 0 oh 145\n";
        let found = paths(text, 1).unwrap();
        let path = found[0].as_ref().unwrap();
        assert_eq!(path.score, -9702);
        let expected = [(4, 0, 32), (7, 32, 78), (0, 116, 145)].map(|(digit, start, end)| Span { digit, start, end });
        assert_eq!(path.digits, expected);
    }

    #[test]
    fn a_line_without_words_is_no_path() {
        assert_eq!(paths("u1 S 0 T 0 A 0 L 0 0\nu0\n", 3).unwrap(), vec![None, None, None]);
    }

    #[test]
    fn lines_that_are_not_understood_are_errors() {
        assert!(paths("x0 S 0 T 1", 1).is_err());
        assert!(paths("u7 S 0 T 1", 1).is_err());
        assert!(paths("u0 S 0 T -1 A -1 L -1 0 -1 0 four 32 -1", 1).is_err());
    }
}
