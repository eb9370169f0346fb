//! Reading print: the nets against stored outputs of another runtime, our own specimens, and, where they are there, the
//! corpus' printed fields and generated lines.
#![expect(clippy::unwrap_used, reason = "tests")]

mod accents;
mod across;
mod fields;
mod lines;
mod reference;
mod score;
mod support;
