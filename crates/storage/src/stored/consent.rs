//! The receipt of an agreement: `{"v":1,"version":"2026-11","language":"en","given_at":1795000000000}`.

use countersign_domain::Consent;
use serde::{Deserialize, Serialize};

use super::{Unreadable, parse, print, time, version};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentV1 {
    v: u32,
    version: String,
    language: String,
    given_at: i64,
}

/// Writes the newest form.
pub fn write_consent(consent: &Consent) -> Result<String, StorageError> {
    print(&ConsentV1 {
        v: 1,
        version: consent.version.clone(),
        language: consent.language.clone(),
        given_at: consent.given_at.as_millisecond(),
    })
}

/// Reads any form ever written.
pub fn read_consent(text: &str) -> Result<Consent, Unreadable> {
    match version(text)? {
        1 => {
            let form: ConsentV1 = parse(text)?;
            let given_at = time(form.given_at, "given_at")?;
            Ok(Consent { version: form.version, language: form.language, given_at })
        }
        other => Err(Unreadable::Version(other)),
    }
}
