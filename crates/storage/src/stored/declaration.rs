//! What was declared: `{"v":1,"legal_name":"…","birth_date":"1990-08-12","document_type":"id_card","issuing_country":"UTO"}`.
//!
//! Personal data: stored only sealed with the session's key.

use countersign_domain::{BirthDate, Country, Declaration, DocumentType, LegalName};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Unreadable, parse, print, version};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclarationV1<'a> {
    v: u32,
    #[serde(borrow)]
    legal_name: std::borrow::Cow<'a, str>,
    birth_date: String,
    document_type: String,
    issuing_country: String,
}

/// Writes the newest form; the caller seals it.
pub fn write_declaration(declaration: &Declaration) -> Result<Zeroizing<String>, StorageError> {
    let form = DeclarationV1 {
        v: 1,
        legal_name: declaration.legal_name.expose().into(),
        birth_date: declaration.birth_date.expose().to_string(),
        document_type: declaration.document_type.name().into(),
        issuing_country: declaration.issuing_country.code().into(),
    };
    print(&form).map(Zeroizing::new)
}

/// Reads any form ever written.
pub fn read_declaration(text: &str) -> Result<Declaration, Unreadable> {
    match version(text)? {
        1 => read_v1(text),
        other => Err(Unreadable::Version(other)),
    }
}

fn read_v1(text: &str) -> Result<Declaration, Unreadable> {
    let form: DeclarationV1<'_> = parse(text)?;
    let birth_date = form.birth_date.parse().map_err(|_| Unreadable::Field("birth_date"))?;
    Ok(Declaration {
        legal_name: LegalName::new(&form.legal_name).map_err(|_| Unreadable::Field("legal_name"))?,
        birth_date: BirthDate::from_stored(birth_date),
        document_type: DocumentType::from_name(&form.document_type).ok_or(Unreadable::Field("document_type"))?,
        issuing_country: Country::new(&form.issuing_country).map_err(|_| Unreadable::Field("issuing_country"))?,
    })
}
