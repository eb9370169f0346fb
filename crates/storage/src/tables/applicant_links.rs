//! What opens an applicant's levels: a secret by its hash, for one applicant, for a time.

use async_trait::async_trait;
use countersign_domain::ApplicantId;
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::values;
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("applicant_links", "applicant_id");

/// An opened door to one applicant's levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantLink {
    /// Whose levels.
    pub applicant: ApplicantId,
    /// Language of the page and of the sessions it begins (BCP 47).
    pub language: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Links to levels.
#[async_trait]
pub trait ApplicantLinkTable {
    /// Adds a link under the hash of its secret; a known hash is a conflict.
    async fn insert_applicant_link(&mut self, hash: [u8; 32], link: &ApplicantLink) -> Result<(), StorageError>;
    /// The link of that hash, also one that is over.
    async fn applicant_link(&mut self, hash: [u8; 32]) -> Result<Option<ApplicantLink>, StorageError>;
    /// Removes links that ended before `before`.
    async fn purge_applicant_links(&mut self, before: Timestamp) -> Result<u64, StorageError>;
}

pub(crate) struct ApplicantLinkSql {
    /// hash, applicant, language, created, expires
    pub(crate) insert: &'static str,
    pub(crate) by_hash: &'static str,
    pub(crate) purge: &'static str,
}

#[async_trait]
impl ApplicantLinkTable for OpenTx {
    async fn insert_applicant_link(&mut self, hash: [u8; 32], link: &ApplicantLink) -> Result<(), StorageError> {
        let applicant = link.applicant.to_string();
        let params = values![hash, applicant, link.language.as_str(), link.created_at, link.expires_at];
        self.run(TABLE.0, link.applicant, self.sql().applicant_links.insert, params).await.map(drop)
    }

    async fn applicant_link(&mut self, hash: [u8; 32]) -> Result<Option<ApplicantLink>, StorageError> {
        let row = self.row(TABLE, self.sql().applicant_links.by_hash, values![hash]).await?;
        row.map(|row| {
            Ok(ApplicantLink {
                applicant: row.parsed("applicant_id")?,
                language: row.text("language")?,
                created_at: row.time("created_at")?,
                expires_at: row.time("expires_at")?,
            })
        })
        .transpose()
    }

    async fn purge_applicant_links(&mut self, before: Timestamp) -> Result<u64, StorageError> {
        self.run(TABLE.0, "links", self.sql().applicant_links.purge, values![before]).await
    }
}
