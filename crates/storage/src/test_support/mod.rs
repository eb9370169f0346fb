//! For tests of this crate and of those above it: a real PostgreSQL, and keys that are no secret.

mod cluster;
pub mod postgres;

use std::sync::Arc;

use crate::crypto::MasterKeys;

/// A master key that anyone can read here.
pub fn master_keys() -> Arc<MasterKeys> {
    let line = hex::encode((0..32).collect::<Vec<u8>>());
    Arc::new(MasterKeys::parse(&line).unwrap_or_else(|error| panic!("the test key: {error}")))
}
