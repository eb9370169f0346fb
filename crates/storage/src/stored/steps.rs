//! Steps: a JSON list of their stable names, without a version of its own; it is part of versioned rows.

use countersign_domain::Step;

use super::{Unreadable, parse, print};
use crate::error::StorageError;

/// Writes steps in their order.
pub fn write_steps(steps: &[Step]) -> Result<String, StorageError> {
    print(&names(steps))
}

/// Reads steps.
pub fn read_steps(text: &str) -> Result<Vec<Step>, Unreadable> {
    from_names(&parse::<Vec<String>>(text)?)
}

pub(super) fn names(steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| step.name().to_owned()).collect()
}

pub(super) fn from_names(names: &[String]) -> Result<Vec<Step>, Unreadable> {
    names.iter().map(|name| Step::from_name(name).ok_or(Unreadable::Field("steps"))).collect()
}
