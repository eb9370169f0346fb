//! One printed side and what it truly says.

use std::collections::BTreeMap;

use super::paint::{Canvas, Rect};
use crate::Picture;

/// What stands on one side, after all defects: what a perfect reader reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Printed fields by name: `surname`, `given_names`, `birth_date`, `issue_date`, `expiry_date` (YYYY-MM-DD), `sex`,
    /// `nationality`, `number`, as far as this side shows them.
    pub printed: BTreeMap<&'static str, String>,
    /// Lines of the machine readable zone; empty when there is none.
    pub mrz: Vec<String>,
    /// Text of the barcode.
    pub barcode: Option<String>,
}

/// One side of a document as a flat scan.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// `front` or `back`.
    pub name: &'static str,
    /// The scan, 600 dpi.
    pub picture: Picture,
    /// Radius of its rounded corners in millimetres.
    pub corner_mm: f32,
    /// What it says.
    pub truth: Truth,
    /// Where things stand, in millimetres: the fields of [`Truth::printed`], `portrait`, `ghost`, `mrz`, `barcode`.
    pub zones: BTreeMap<&'static str, Rect>,
}

/// A side in the making.
pub(crate) struct Sheet {
    pub(crate) canvas: Canvas,
    pub(crate) truth: Truth,
    pub(crate) zones: BTreeMap<&'static str, Rect>,
}

impl Sheet {
    pub(crate) fn new(canvas: Canvas) -> Self {
        Self { canvas, truth: Truth::default(), zones: BTreeMap::new() }
    }

    pub(crate) fn done(self, name: &'static str, corner_mm: f32) -> Side {
        Side { name, picture: self.canvas.picture, corner_mm, truth: self.truth, zones: self.zones }
    }
}
