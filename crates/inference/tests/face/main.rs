//! The face nets against the JavaScript package's own answers and against real pictures.
#![expect(clippy::unwrap_used, reason = "tests")]

mod chain;
mod corpus;
mod evaluation;
mod ghost;
mod own_net;
mod pictures;
mod presentation;
mod reference;
mod store;
mod support;
