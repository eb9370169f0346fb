//! What can be read and measured on the photo of a document. Measurements only; no verdict is made here.

pub mod aamva;
pub mod barcode;
mod boundary;
pub mod fields;
mod glare;
pub mod mrz;
pub mod picture;
pub mod quality;
mod reader;
mod slant;
mod tesseract;
pub mod text;
pub mod types;
pub mod unaltered;

pub use boundary::Quad;
pub use reader::{DocumentReader, DocumentReading, ReadOptions, TextWhen};
