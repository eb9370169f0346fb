//! Questions asked of the photos of the document.

pub mod alone;
pub mod barcode;
pub mod edited;
pub mod expiry;
pub mod filtered;
pub mod glare;
pub mod kind;
pub mod lighting;
pub mod metadata;
pub mod mrz;
pub mod origin;
pub(crate) mod pairs;
pub mod portrait;
pub mod print_agrees;
pub mod resolution;
pub mod sharpness;
pub mod side_shown;
pub mod sides_agree;
pub mod uncovered;
pub mod watermark;
pub mod whole;
