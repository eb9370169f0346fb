//! Questions asked of the two faces.

pub mod same_person;
