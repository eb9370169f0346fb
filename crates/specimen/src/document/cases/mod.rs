//! Named cases: whose document, what is wrong with it, how it was photographed, and what should come of it.

mod folder;
mod list;
mod write;

#[cfg(test)]
mod tests;

pub use folder::write_folder;
pub use list::cases;
pub use write::write_case;

use super::{Defects, Holder, Kind};
use crate::photograph::Scene;

/// One case. The same case writes the same bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseSpec {
    /// Folder name: lower case and hyphens.
    pub name: &'static str,
    /// The document.
    pub kind: Kind,
    /// Whose.
    pub holder: Holder,
    /// What is wrong with it.
    pub defects: Defects,
    /// How its front was photographed.
    pub front: Scene,
    /// How its back was photographed; unused for a passport.
    pub back: Scene,
    /// Legal name that the applicant declares.
    pub declared_name: String,
    /// Outcome family when everything else is in order: `approved`, `declined`, `resubmission` or `in_review`.
    pub outcome: &'static str,
    /// What must be found, in words of this crate: `none`, `expired`, `glare` …
    pub finding: &'static str,
}
