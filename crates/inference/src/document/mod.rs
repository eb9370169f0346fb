//! What can be read and measured on the photo of a document.

pub mod barcode;
pub mod mrz;
pub mod picture;
mod slant;
