//! What a first look found: `{"v":1,"unreadable":[…],"differs":[…]}`, each a list of reasons.

use countersign_domain::Reason;
use serde::{Deserialize, Serialize};

use super::reason::{ReasonV1, read_reasons, write_reasons};
use super::{Unreadable, parse, print, version};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LookV1 {
    v: u32,
    unreadable: Vec<ReasonV1>,
    differs: Vec<ReasonV1>,
}

/// Writes the newest form of what cannot be read and what differs.
pub fn write_look(unreadable: &[Reason], differs: &[Reason]) -> Result<String, StorageError> {
    print(&LookV1 { v: 1, unreadable: write_reasons(unreadable)?, differs: write_reasons(differs)? })
}

/// Reads any form ever written: what cannot be read, what differs.
pub fn read_look(text: &str) -> Result<(Vec<Reason>, Vec<Reason>), Unreadable> {
    match version(text)? {
        1 => {
            let form: LookV1 = parse(text)?;
            Ok((read_reasons(&form.unreadable)?, read_reasons(&form.differs)?))
        }
        other => Err(Unreadable::Version(other)),
    }
}
