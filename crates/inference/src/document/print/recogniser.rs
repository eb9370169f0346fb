//! Reads lines with PP-OCRv4's mobile recogniser (`models/ppocr_recogniser.toml`).

use countersign_media::RgbImage;

use super::{Accents, Calibration, LineBox, LineRecogniser, LineText, Strip, ctc, detector::planes, latin, spaces};
use crate::models::{Model, ModelError, ModelStore};

/// Name of the net in the store.
const NET: &str = "ppocr_recogniser";
/// Rows of a strip.
const ROWS: usize = 48;
/// Longest strip, columns: 40 times its height. Longer lines are pressed together.
const MOST_COLUMNS: usize = 1920;
/// Strips are padded to a multiple of this, the net's own step.
const STEP: usize = 8;

/// Accents are looked for in lines that are at least this sure: of others the letters themselves are not known.
const LEGIBLE: f32 = 0.2;

/// Fitted on half of 1,800 generated lines, for being right but for accents, most of which this net does not know
/// (`docs/evaluation/documents-print.md`): on the other half the calibration error is 0.03.
const CALIBRATION: Calibration = Calibration { bias: 0.027, surprise: -2.331, weakest: 0.698, length: 1.377 };

/// The recogniser. Its net knows é, ü and a few more of the accented letters ([`latin`]); [`Accents`] give the others. Its confidence is
/// that of a line which is right but for accents.
pub struct Recogniser {
    net: Box<dyn Model>,
    accents: Option<Accents>,
}

impl Recogniser {
    /// Loads the net.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self { net: store.load(NET)?, accents: Some(Accents::load(store)?) })
    }

    /// Without accents, for measuring what they add.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { accents: None, ..self }
    }

    /// One line. Lines are run one by one: measured, padding several to one width costs more than it gains.
    fn line(&self, strip: &Strip) -> Result<LineText, ModelError> {
        let width = strip.width.next_multiple_of(STEP);
        let scores = self.net.run(&[planes(&[strip], width)])?.remove(0);
        let [_, columns, classes] = scores.shape[..] else {
            let reason = format!("gave scores of {:?}", scores.shape);
            return Err(ModelError::Contract { name: NET.to_owned(), reason });
        };
        if classes != latin::CLASSES {
            let reason = format!("knows {classes} classes, not {}", latin::CLASSES);
            return Err(ModelError::Contract { name: NET.to_owned(), reason });
        }
        // Columns of the padding say nothing.
        let used = (columns * strip.width).div_ceil(width);
        let mut line = ctc::read(scores.data.chunks_exact(classes).take(used), latin::ALPHABET, used);
        line.confidence = CALIBRATION.of(&line);
        spaces::put(&mut line, strip);
        Ok(line)
    }
}

impl LineRecogniser for Recogniser {
    fn nets(&self) -> Vec<(String, String)> {
        let own = self.accents.as_ref().map(Accents::nets).unwrap_or_default();
        [vec![(NET.to_owned(), self.net.info().sha256.clone())], own].concat()
    }

    fn read(&self, picture: &RgbImage, lines: &[LineBox]) -> Result<Vec<LineText>, ModelError> {
        let read = |place: &LineBox| {
            let mut line = self.line(&Strip::cut(picture, place, ROWS, MOST_COLUMNS))?;
            if let Some(accents) = self.accents.as_ref().filter(|_| line.confidence >= LEGIBLE) {
                accents.put(picture, place, &mut line)?;
            }
            Ok(line)
        };
        lines.iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::{FakeModel, Tensor};

    /// A net that sees one class in every column.
    fn always(class: usize, classes: usize) -> Recogniser {
        let net = FakeModel::new("always", move |inputs| {
            let columns = inputs[0].shape[3] / STEP;
            let column: Vec<f32> = (0..classes).map(|i| if i == class { 0.99 } else { 0.0 }).collect();
            vec![Tensor { shape: vec![1, columns, classes], data: column.repeat(columns) }]
        });
        Recogniser { net: Box::new(net), accents: None }
    }

    fn read(recogniser: &Recogniser) -> Result<Vec<LineText>, ModelError> {
        let picture = RgbImage { width: 120, height: 20, pixels: vec![9; 7200] };
        let line = LineBox { corners: [(0.0, 0.0), (120.0, 0.0), (120.0, 20.0), (0.0, 20.0)], score: 1.0 };
        recogniser.read(&picture, &[line, line])
    }

    #[test]
    fn a_line_of_one_letter_and_a_net_of_another_kind() {
        let (class, char) = latin::ALPHABET[40];
        let lines = read(&always(class, latin::CLASSES)).unwrap();
        assert_eq!((lines.len(), lines[1].text()), (2, char.to_string()));
        assert!(lines[0].confidence > 0.5);
        assert!(read(&always(0, latin::CLASSES)).unwrap()[0].confidence <= 0.0);
        assert!(read(&always(0, 40)).is_err());
    }
}
