//! What can be wrong with a document, one switch each.

use super::mrz::CheckDigit;

/// Switches; all off is a genuine document. Several may be on together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defects {
    /// Issued and expired twelve years earlier than the holder says, on every side and in every zone.
    pub expired: bool,
    /// One check digit of the machine readable zone is off by one. No effect on a driving licence.
    pub wrong_check_digit: Option<CheckDigit>,
    /// The machine readable zone, or the barcode of a licence, gives other given names than the print.
    pub mrz_name_differs: bool,
    /// The back belongs to another holder. No effect on a passport.
    pub front_back_differ: bool,
    /// Nothing is printed where the machine readable zone, or the barcode of a licence, should be.
    pub no_mrz: bool,
    /// The printed birth date was painted over and typed again, ten years later, in another typeface.
    pub retyped_field: bool,
    /// Another person's portrait is stuck over the holder's; the ghost image still shows the holder.
    pub pasted_portrait: bool,
    /// SPECIMEN in large letters across each side.
    pub specimen_overprint: bool,
    /// A photocopy: grey, hard contrast, toner grain.
    pub grey_copy: bool,
}

impl Defects {
    /// A genuine document.
    pub fn none() -> Self {
        Self::default()
    }
}
