//! A line of print, prepared: folded letters, and whether it belongs to a machine readable zone.

use super::super::text::TextLine;
use super::super::types::fold::Folded;

/// Left, top, width, height in pixels of the upright picture.
pub type Area = (f32, f32, f32, f32);

/// A prepared line.
#[derive(Clone)]
pub struct Line {
    /// As read.
    pub text: Vec<char>,
    /// Letters and digits of it.
    pub folded: Folded,
    /// 0–1, the engine's.
    pub confidence: f32,
    /// Where it stands.
    pub at: Area,
    /// Belongs to a machine readable zone.
    pub zone: bool,
}

/// A zone's line holds this many fillers, which no other print does.
const FILLERS: usize = 3;
/// Readers that know no `<` give a zone's line as one long word of capitals and digits.
const LONGEST_WORD: usize = 26;

impl Line {
    /// Prepares a line as it would stand if all print of the picture, which sinks by `slope`, were level.
    pub fn new(line: &TextLine, slope: f32) -> Self {
        let text: Vec<char> = line.text.chars().collect();
        let fillers = text.iter().filter(|c| matches!(c, '<' | '«' | '‹')).count();
        let word = text.len() >= LONGEST_WORD
            && text.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == '<')
            && text.iter().any(char::is_ascii_digit);
        Self {
            folded: Folded::new(&line.text),
            zone: fillers >= FILLERS || word,
            confidence: line.confidence,
            at: level(line, slope),
            text,
        }
    }

    /// The text of some characters.
    pub fn slice(&self, from: usize, to: usize) -> String {
        self.text.get(from..to.min(self.text.len())).unwrap_or_default().iter().collect()
    }

    /// Where some characters stand, as if all were equally wide.
    pub fn part(&self, from: usize, to: usize) -> Area {
        let length = self.text.len().max(1) as f32;
        let (left, top, width, height) = self.at;
        let (a, b) = (from as f32 / length, (to as f32 / length).min(1.0));
        (left + a * width, top, (b - a).max(0.0) * width, height)
    }
}

/// The middle of the lines' slopes, long lines counting more.
pub fn common_slope(lines: &[TextLine]) -> f32 {
    let mut slopes: Vec<(f32, f32)> = lines.iter().map(|line| (line.slope, line.at.2)).collect();
    slopes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = slopes.iter().map(|(_, width)| width).sum::<f32>() / 2.0;
    let mut passed = 0.0;
    let middle = slopes.iter().find(|(_, width)| {
        passed += width;
        passed >= half
    });
    middle.map_or(0.0, |(slope, _)| *slope)
}

/// The rectangle around a sloping line is taller than the line, and the print to its right stands lower.
fn level(line: &TextLine, slope: f32) -> Area {
    let (left, top, width, height) = line.at;
    let tall = (height - line.slope.abs() * width).max(0.3 * height);
    let middle = top + height / 2.0 - slope * (left + width / 2.0);
    (left, middle - tall / 2.0, width, tall)
}

/// The corners of a level area where it stands in the upright picture.
pub fn sloping((left, top, width, height): Area, slope: f32) -> [(f32, f32); 4] {
    let at = |x: f32, y: f32| (x, y + slope * x);
    [at(left, top), at(left + width, top), at(left + width, top + height), at(left, top + height)]
}

/// The smallest area that holds both.
pub fn around(a: Area, b: Area) -> Area {
    let (left, top) = (a.0.min(b.0), a.1.min(b.1));
    let (right, bottom) = ((a.0 + a.2).max(b.0 + b.2), (a.1 + a.3).max(b.1 + b.3));
    (left, top, right - left, bottom - top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::new(&TextLine { text: text.to_owned(), confidence: 1.0, at: (10.0, 0.0, 100.0, 10.0), slope: 0.0 }, 0.0)
    }

    #[test]
    fn sloping_print_is_put_level_and_back() {
        let sinking = |left: f32| TextLine {
            text: "A".to_owned(),
            confidence: 1.0,
            at: (left, 100.0 + 0.1 * left, 200.0, 30.0),
            slope: 0.1,
        };
        let lines = [sinking(0.0), sinking(500.0)];
        assert!((common_slope(&lines) - 0.1).abs() < 1e-6);
        let [a, b] = [Line::new(&lines[0], 0.1).at, Line::new(&lines[1], 0.1).at];
        assert!((a.1 - b.1).abs() < 0.01 && (a.3 - 10.0).abs() < 0.01, "{a:?} {b:?}");
        let back = sloping(b, 0.1);
        assert!((back[0].1 - 150.0).abs() < 0.01 && (back[2].1 - 180.0).abs() < 0.01, "{back:?}");
    }

    #[test]
    fn a_zones_lines_are_told_from_print() {
        assert!(line("P<UTOERIKSSON<<ANNA<MARIA<<<").zone);
        assert!(line("7077979792GBR9505209M1704224KKKKKKKK00").zone);
        assert!(!line("UNITEDKINGDOMOFGREATBRITAINANDNORTHERNIRELAND").zone);
        assert!(!line("12 AUG 1974").zone);
    }

    #[test]
    fn a_part_of_a_line_has_its_share() {
        assert_eq!(line("0123456789").part(5, 10), (60.0, 0.0, 50.0, 10.0));
        assert_eq!(around((0.0, 0.0, 1.0, 1.0), (4.0, 2.0, 1.0, 1.0)), (0.0, 0.0, 5.0, 3.0));
    }
}
