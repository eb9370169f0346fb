//! Evidence and measurements to breakdowns; one file per check.
//!
//! `examine` measures with the real models, `registry` turns measurements and a policy into breakdowns. Nothing here stores or decides.

pub mod document;
pub mod examine;
pub mod face;
pub mod identity;
pub mod liveness;
pub mod measurements;
pub mod registry;
mod ruling;

pub use countersign_inference::speech::SpokenLanguage;
pub use examine::{Case, Examiner, Stage, Toolbox, ToolboxError, ToolboxOptions};
pub use measurements::Measurements;
pub use registry::assess;
