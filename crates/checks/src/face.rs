//! Questions asked of the two faces.

pub mod same_person;
pub mod seen_before;
