//! Passkeys of the people who work at the desk.

use async_trait::async_trait;
use countersign_domain::PersonId;
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("desk_passkeys", "person_id");

/// A passkey: what its device showed us. Nothing of it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// The credential's id, at most 1023 bytes.
    pub credential: Vec<u8>,
    /// Whose.
    pub person: PersonId,
    /// What they call it.
    pub label: String,
    /// Its public key, as the library writes it.
    pub fixed: Vec<u8>,
    /// Counter and backup state, as the library writes them.
    pub changing: Vec<u8>,
    /// How its device is reached, as the library writes it.
    pub transports: u32,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it last opened a login.
    pub used_at: Option<Timestamp>,
}

/// Passkeys.
#[async_trait]
pub trait PasskeyTable {
    /// Adds a passkey; a known credential is a conflict.
    async fn insert_passkey(&mut self, passkey: &Passkey) -> Result<(), StorageError>;
    /// The passkey of that credential.
    async fn passkey(&mut self, credential: &[u8]) -> Result<Option<Passkey>, StorageError>;
    /// A person's passkeys, oldest first.
    async fn passkeys_of(&mut self, person: PersonId) -> Result<Vec<Passkey>, StorageError>;
    /// Notes that a passkey was used, with its counter.
    async fn touch_passkey(&mut self, credential: &[u8], changing: &[u8], at: Timestamp) -> Result<(), StorageError>;
    /// Removes a passkey of a person; `false` when they have none of that credential.
    async fn remove_passkey(&mut self, person: PersonId, credential: &[u8]) -> Result<bool, StorageError>;
    /// Removes every passkey of a person; gives how many.
    async fn remove_passkeys_of(&mut self, person: PersonId) -> Result<u64, StorageError>;
}

pub(crate) struct PasskeySql {
    /// credential, person, label, fixed, changing, transports, created
    pub(crate) insert: &'static str,
    pub(crate) by_credential: &'static str,
    pub(crate) of_person: &'static str,
    /// credential, changing, at
    pub(crate) touch: &'static str,
    /// person, credential
    pub(crate) remove: &'static str,
    pub(crate) remove_of: &'static str,
}

fn read(row: &Row) -> Result<Passkey, StorageError> {
    Ok(Passkey {
        credential: row.blob("credential")?,
        person: row.parsed("person_id")?,
        label: row.text("label")?,
        fixed: row.blob("fixed")?,
        changing: row.blob("changing")?,
        transports: row.u32("transports")?,
        created_at: row.time("created_at")?,
        used_at: row.opt_time("used_at")?,
    })
}

#[async_trait]
impl PasskeyTable for OpenTx {
    async fn insert_passkey(&mut self, passkey: &Passkey) -> Result<(), StorageError> {
        let params = values![
            passkey.credential.clone(),
            passkey.person.to_string(),
            passkey.label.as_str(),
            passkey.fixed.clone(),
            passkey.changing.clone(),
            passkey.transports,
            passkey.created_at,
        ];
        self.run(TABLE.0, passkey.person, self.sql().passkeys.insert, params).await.map(drop)
    }

    async fn passkey(&mut self, credential: &[u8]) -> Result<Option<Passkey>, StorageError> {
        let row = self.row(TABLE, self.sql().passkeys.by_credential, values![credential.to_vec()]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn passkeys_of(&mut self, person: PersonId) -> Result<Vec<Passkey>, StorageError> {
        self.rows(TABLE, self.sql().passkeys.of_person, values![person.to_string()]).await?.iter().map(read).collect()
    }

    async fn touch_passkey(&mut self, credential: &[u8], changing: &[u8], at: Timestamp) -> Result<(), StorageError> {
        let params = values![credential.to_vec(), changing.to_vec(), at];
        self.run(TABLE.0, "passkey", self.sql().passkeys.touch, params).await.map(drop)
    }

    async fn remove_passkey(&mut self, person: PersonId, credential: &[u8]) -> Result<bool, StorageError> {
        let params = values![person.to_string(), credential.to_vec()];
        Ok(self.run(TABLE.0, person, self.sql().passkeys.remove, params).await? == 1)
    }

    async fn remove_passkeys_of(&mut self, person: PersonId) -> Result<u64, StorageError> {
        self.run(TABLE.0, person, self.sql().passkeys.remove_of, values![person.to_string()]).await
    }
}
