//! Evidence of our own making: documents, photographs of them, clips, and every defect by a switch.

pub mod attack;
pub mod clip;
pub mod document;
mod error;
pub mod person;
pub mod photograph;
mod picture;
pub mod recapture;

pub use error::SpecimenError;
pub use picture::Picture;
