//! What the document says: `{"v":1,"legal_name":"…","birth_date":"1990-08-12"}`, each only where it was read.
//!
//! Personal data: stored only sealed with the session's key.

use countersign_domain::DocumentSays;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Unreadable, parse, print, version};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadingV1 {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    legal_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    birth_date: Option<String>,
}

/// Writes the newest form; the caller seals it.
pub fn write_reading(says: &DocumentSays) -> Result<Zeroizing<String>, StorageError> {
    let birth_date = says.birth_date.map(|day| day.to_string());
    print(&ReadingV1 { v: 1, legal_name: says.legal_name.clone(), birth_date }).map(Zeroizing::new)
}

/// Reads any form ever written.
pub fn read_reading(text: &str) -> Result<DocumentSays, Unreadable> {
    match version(text)? {
        1 => {
            let form: ReadingV1 = parse(text)?;
            let day = |text: String| text.parse().map_err(|_| Unreadable::Field("birth_date"));
            Ok(DocumentSays { legal_name: form.legal_name, birth_date: form.birth_date.map(day).transpose()? })
        }
        other => Err(Unreadable::Version(other)),
    }
}
