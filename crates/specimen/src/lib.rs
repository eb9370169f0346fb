//! Evidence of our own making: documents, photographs of them, clips, and every defect by a switch.

pub mod clip;
pub mod document;
pub mod person;
pub mod photograph;
mod picture;

pub use picture::Picture;
