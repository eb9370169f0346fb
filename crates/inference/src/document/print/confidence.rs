//! How likely a line is exact, from what the net says of it.

use super::LineText;

/// A logistic curve over what the net says: `1 / (1 + exp(-(bias + a · ln(1 + surprise) + b · logit(weakest) + c · ln(length))))`,
/// fitted on generated lines (`training/lines-eval`), so that of all lines with confidence 0.9 nine in ten are exact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// Constant.
    pub bias: f32,
    /// Of `ln(1 + surprise)`; negative.
    pub surprise: f32,
    /// Of the weakest column's log odds; positive.
    pub weakest: f32,
    /// Of the logarithm of the number of characters; longer lines have more places to go wrong.
    pub length: f32,
}

impl Calibration {
    /// The probability that the line is exact; 0 for one without characters.
    pub fn of(&self, line: &LineText) -> f32 {
        if line.glyphs.is_empty() || !line.surprise.is_finite() {
            return 0.0;
        }
        let [a, b, c] = features(line);
        let sum = self.bias + self.surprise * a + self.weakest * b + self.length * c;
        1.0 / (1.0 + (-sum).exp())
    }
}

/// The three numbers the curve is over.
fn features(line: &LineText) -> [f32; 3] {
    let weakest = line.weakest.clamp(1e-4, 1.0 - 1e-4);
    [line.surprise.max(0.0).ln_1p(), (weakest / (1.0 - weakest)).ln(), (line.glyphs.len() as f32).ln()]
}

#[cfg(test)]
mod tests {
    use super::super::Glyph;
    use super::*;

    const CURVE: Calibration = Calibration { bias: 2.0, surprise: -2.0, weakest: 0.5, length: -0.1 };

    fn line(surprise: f32, weakest: f32) -> LineText {
        let glyphs = vec![Glyph { char: 'A', at: 0.5, probability: 0.9 }; 5];
        LineText { glyphs, surprise, weakest, confidence: 0.0 }
    }

    #[test]
    fn doubt_lowers_it_and_nothing_is_never_sure() {
        assert!(CURVE.of(&line(0.01, 0.99)) > 0.9);
        assert!(CURVE.of(&line(3.0, 0.3)) < 0.3);
        assert!(CURVE.of(&line(0.5, 0.8)) < CURVE.of(&line(0.1, 0.8)));
        assert!(CURVE.of(&LineText::default()) <= 0.0);
        assert!(CURVE.of(&line(f32::NAN, 0.9)) <= 0.0);
    }
}
