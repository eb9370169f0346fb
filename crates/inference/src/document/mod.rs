//! What can be read and measured on the photo of a document. Measurements only; no verdict is made here.

pub mod aamva;
pub mod barcode;
mod boundary;
pub mod fields;
pub mod geometry;
mod glare;
pub mod mrz;
pub mod picture;
pub mod print;
pub mod quality;
mod reader;
mod sharpness;
pub mod text;
pub mod types;
pub mod unaltered;
mod zone;

pub use geometry::Quad;
pub use reader::{DocumentReader, DocumentReading, ReadOptions, TextWhen};
pub(crate) use unaltered::{SIDE, Spectrum};
