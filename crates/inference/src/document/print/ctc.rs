//! From a recogniser's columns of probabilities to characters with their places.

/// A character of a line.
#[derive(Clone, PartialEq)]
pub struct Glyph {
    /// What it is.
    pub char: char,
    /// Where its middle lies along the line, 0–1.
    pub at: f32,
    /// The net's probability at its best column, 0–1; not calibrated.
    pub probability: f32,
}

/// What a line says.
#[derive(Clone, Default, PartialEq)]
pub struct LineText {
    /// Its characters.
    pub glyphs: Vec<Glyph>,
    /// Sum over columns of −ln of the chosen path's probability: 0 when the net is sure of every column.
    pub surprise: f32,
    /// The least sure column's probability, blanks included: a character that was nearly seen shows here.
    pub weakest: f32,
    /// Probability that the whole line is exact, 0–1, calibrated ([`super::Calibration`]); 0 for an empty line.
    pub confidence: f32,
}

impl LineText {
    /// The characters as text.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.char).collect()
    }
}

impl std::fmt::Debug for LineText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LineText({} characters, {:.2}, redacted)", self.glyphs.len(), self.confidence)
    }
}

/// Reads `columns` of probabilities greedily: equal neighbours are one character, class 0 is the blank. Only classes
/// with a character in `alphabet` can be chosen; what the net gives to others counts as doubt, since the path's
/// probability is taken of the whole column. `alphabet[i]` belongs to class `i`.
pub(super) fn read<'a>(columns: impl Iterator<Item = &'a [f32]>, alphabet: &[(usize, char)], count: usize) -> LineText {
    let mut line = LineText { weakest: 1.0, ..LineText::default() };
    let mut last = None;
    for (index, column) in columns.enumerate() {
        let mut best = (None, column[0]);
        for (class, char) in alphabet {
            if column[*class] > best.1 {
                best = (Some(*char), column[*class]);
            }
        }
        let (choice, probability) = best;
        line.surprise -= probability.max(1e-6).ln();
        line.weakest = line.weakest.min(probability);
        let at = (index as f32 + 0.5) / count.max(1) as f32;
        match (choice, last == Some(choice)) {
            (Some(char), false) => line.glyphs.push(Glyph { char, at, probability }),
            (Some(_), true) => {
                if let Some(glyph) = line.glyphs.last_mut().filter(|glyph| glyph.probability < probability) {
                    (glyph.at, glyph.probability) = (at, probability);
                }
            }
            (None, _) => {}
        }
        last = Some(choice);
    }
    trim(&mut line.glyphs);
    line
}

/// Spaces at the ends and doubled ones say nothing.
fn trim(glyphs: &mut Vec<Glyph>) {
    glyphs.dedup_by(|b, a| a.char == ' ' && b.char == ' ');
    while glyphs.last().is_some_and(|glyph| glyph.char == ' ') {
        glyphs.pop();
    }
    if glyphs.first().is_some_and(|glyph| glyph.char == ' ') {
        glyphs.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALPHABET: [(usize, char); 3] = [(1, 'A'), (2, 'B'), (4, ' ')];

    fn line(columns: &[[f32; 5]]) -> LineText {
        read(columns.iter().map(<[f32; 5]>::as_slice), &ALPHABET, columns.len())
    }

    fn sure(class: usize) -> [f32; 5] {
        std::array::from_fn(|i| if i == class { 0.96 } else { 0.01 })
    }

    #[test]
    fn runs_are_one_character_and_a_blank_parts_doubles() {
        let read = line(&[sure(4), sure(1), sure(1), sure(0), sure(1), sure(4), sure(4), sure(2), sure(4)]);
        assert_eq!(read.text(), "AA B");
        assert!((read.weakest - 0.96).abs() < 1e-6);
        assert!(read.glyphs.windows(2).all(|pair| pair[0].at < pair[1].at));
        assert!(!format!("{read:?}").contains("AA"));
    }

    #[test]
    fn what_is_no_letter_of_ours_is_doubt() {
        let read = line(&[sure(1), [0.01, 0.2, 0.01, 0.77, 0.01], sure(2)]);
        assert_eq!(read.text(), "AB");
        assert!(read.weakest < 0.21 && read.surprise > 1.6);
        assert_eq!(line(&[]).text(), "");
    }
}
