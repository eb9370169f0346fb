//! The stored forms: JSON documents inside columns, each with its version `v`.
//!
//! A form that was ever written keeps loading: `tests/stored_forms/` holds a sample of each. To change a form, add a version with its own
//! `read_v2`, write only the newest, and add samples; never change what an older version means.

mod breakdown;
mod consent;
mod decision;
mod declaration;
mod look;
mod reading;
mod reason;
mod state;
mod steps;
mod words;

pub use consent::{read_consent, write_consent};
pub use decision::{DecisionBody, read_decision, write_decision};
pub use declaration::{read_declaration, write_declaration};
pub use look::{read_look, write_look};
pub use reading::{read_reading, write_reading};
pub use state::{read_state, write_state};
pub use steps::{read_steps, write_steps};

use serde::{Deserialize, Serialize};

use crate::error::{Cause, ErrorKind, StorageError};

/// A stored document that does not read back. Says where, never which value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No JSON of this form.
    #[error("no document of this form (line {line}, column {column})")]
    Form {
        /// Line, from 1.
        line: usize,
        /// Column, from 1; 0 at the end.
        column: usize,
    },
    /// Written by a newer program.
    #[error("version {0} of this form is not known")]
    Version(u32),
    /// A field holds what the form does not allow.
    #[error("the field {0} holds what this form does not allow")]
    Field(&'static str),
}

#[derive(Deserialize)]
struct Versioned {
    v: u32,
}

fn version(text: &str) -> Result<u32, Unreadable> {
    Ok(parse::<Versioned>(text)?.v)
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::Form { line: error.line(), column: error.column() })
}

fn print(form: &impl Serialize) -> Result<String, StorageError> {
    serde_json::to_string(form)
        .map_err(|_| StorageError::new(ErrorKind::Invalid, "stored form").because(Cause("it has no JSON".into())))
}

/// Numbers are kept exactly; what is not finite has no JSON and no meaning.
fn finite(value: f64, field: &'static str) -> Result<f64, StorageError> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(StorageError::new(ErrorKind::Invalid, "stored form").saying(format!("{field} is not a finite number")))
}

fn time(ms: i64, field: &'static str) -> Result<jiff::Timestamp, Unreadable> {
    jiff::Timestamp::from_millisecond(ms).map_err(|_| Unreadable::Field(field))
}

fn id<T: std::str::FromStr>(text: &str, field: &'static str) -> Result<T, Unreadable> {
    text.parse().map_err(|_| Unreadable::Field(field))
}

#[cfg(test)]
mod tests;
