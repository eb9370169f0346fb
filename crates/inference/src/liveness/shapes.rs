//! Does the mouth take the shapes that the digits ask for: corners apart for "three", pushed forward for "two", jaw down for "nine"?
//!
//! Groups of shapes are compared within one recording, so that nobody's mouth is measured against another's: of every two moments of
//! which one asks for a wider or a more open mouth, it is counted whether it was. That contradicts a prompt or does not; it reads nothing.

use serde::Serialize;

use super::sync::{LEAD_S, MouthFrame};
use crate::face::Lips;
use crate::speech::{HeardDigit, MouthShape, SpokenLanguage};

/// Fewer comparisons say nothing.
const LEAST_PAIRS: usize = 4;

/// How the shapes fit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ShapeFit {
    /// Share of comparisons that came out as the digits ask, 0 … 1; about 0.5 for a mouth that says something else.
    pub share: f32,
    /// How many comparisons there were, at least 4.
    pub pairs: usize,
}

/// One moment of a digit.
struct Moment {
    shape: MouthShape,
    width: f32,
    height: f32,
}

/// Compares the shapes of the digits, as heard, with the mouth; `None` where the digits give too few comparisons.
pub fn shape_fit(mouth: &[MouthFrame], digits: &[HeardDigit], language: &SpokenLanguage) -> Option<ShapeFit> {
    let moments: Vec<Moment> = digits.iter().flat_map(|digit| of_digit(mouth, digit, language)).collect();
    let mut counted = (0_usize, 0_usize);
    for a in &moments {
        for b in &moments {
            // Where shapes differ least in what a camera sees, nothing is counted: spread and open differ in width hardly, and so on.
            let as_asked = match (a.shape, b.shape) {
                (MouthShape::Spread, MouthShape::Round) => a.width > b.width,
                (MouthShape::Open, MouthShape::Round | MouthShape::Bite | MouthShape::Closed) => a.height > b.height,
                _ => continue,
            };
            counted = (counted.0 + usize::from(as_asked), counted.1 + 1);
        }
    }
    let (asked, pairs) = counted;
    (pairs >= LEAST_PAIRS).then(|| ShapeFit { share: asked as f32 / pairs as f32, pairs })
}

/// The parts of one digit with what the mouth did, ahead of the sound by [`LEAD_S`].
fn of_digit(mouth: &[MouthFrame], digit: &HeardDigit, language: &SpokenLanguage) -> Vec<Moment> {
    let Some(spoken) = language.digits.get(usize::from(digit.digit)) else { return vec![] };
    let (start, end) = (f64::from(digit.start_s) - LEAD_S, f64::from(digit.end_s) - LEAD_S);
    let part = (end - start) / spoken.mouth.len().max(1) as f64;
    let moment = |(at, shape): (usize, &MouthShape)| {
        let from = start + part * at as f64;
        let within: Vec<&Lips> =
            mouth.iter().filter(|frame| (from..=from + part).contains(&frame.at_s)).map(|frame| &frame.lips).collect();
        let mean = |value: fn(&Lips) -> f32| within.iter().map(|lips| value(lips)).sum::<f32>() / within.len() as f32;
        let width = mean(|lips| lips.width);
        (!within.is_empty()).then(|| Moment { shape: *shape, width, height: mean(|lips| lips.height) })
    };
    spoken.mouth.iter().enumerate().filter_map(moment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "three two three two nine four", each 0.4 s from 0.5 s on, 0.6 s apart.
    const SAID: [u8; 6] = [3, 2, 3, 2, 9, 4];

    fn heard(digits: &[u8]) -> Vec<HeardDigit> {
        let digit = |(at, digit): (usize, &u8)| {
            let start_s = 0.5 + 0.6 * at as f32;
            HeardDigit { digit: *digit, start_s, end_s: start_s + 0.4, confidence: 0.9, support: [0.1; 10] }
        };
        digits.iter().enumerate().map(digit).collect()
    }

    /// A mouth that says `digits`.
    fn mouth(digits: &[u8]) -> Vec<MouthFrame> {
        let frame = |i: usize| {
            let at_s = i as f64 / 25.0;
            let within = heard(digits).into_iter().find(|d| (d.start_s..d.end_s).contains(&(at_s as f32 + 0.03)));
            let (width, height) = match within.map(|d| d.digit) {
                Some(2 | 4) => (0.6, 0.3),
                Some(9) => (0.75, 0.6),
                Some(_) => (0.85, 0.4),
                None => (0.75, 0.3),
            };
            MouthFrame { at_s, lips: Lips { opening: 0.1, height, width, dark_share: 0.1 } }
        };
        (0..110).map(frame).collect()
    }

    #[test]
    fn a_mouth_that_says_the_digits_fits_and_one_that_says_others_does_not() {
        let english = SpokenLanguage::of("en").expect("English is known");
        let own = shape_fit(&mouth(&SAID), &heard(&SAID), english).expect("enough to compare");
        assert!(own.share > 0.95 && own.pairs >= 4, "{own:?}");
        let other = shape_fit(&mouth(&[2, 3, 2, 3, 2, 3]), &heard(&SAID), english).expect("enough to compare");
        assert!(other.share < 0.3, "{other:?}");
    }

    #[test]
    fn digits_of_one_shape_say_nothing() {
        let english = SpokenLanguage::of("en").expect("English is known");
        assert_eq!(shape_fit(&mouth(&SAID), &heard(&[3, 6, 8]), english), None);
        assert_eq!(shape_fit(&[], &heard(&SAID), english), None);
    }
}
