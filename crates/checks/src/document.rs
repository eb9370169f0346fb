//! Questions asked of the photos of the document.

pub mod barcode;
pub mod expiry;
pub mod glare;
pub mod kind;
pub mod lighting;
pub mod mrz;
pub mod resolution;
pub mod sharpness;
pub mod sides_agree;
pub mod whole;
