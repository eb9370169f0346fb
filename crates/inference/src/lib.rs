//! Models: load, verify, preprocess, run, postprocess into measurements; never a verdict.

pub mod convert;
pub mod document;
pub mod face;
pub mod liveness;
pub mod models;
pub mod pad;
pub mod programs;
pub mod speech;
