//! Applicants: an id and the integrator's own reference to the person.

use async_trait::async_trait;
use countersign_domain::ApplicantId;
use jiff::Timestamp;

use crate::error::StorageError;
use crate::row::values;
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("applicants", "id");

/// The person verified, across sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// Its id.
    pub id: ApplicantId,
    /// The integrator's reference; stored in the clear, so it should be a pseudonym.
    pub external_id: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Applicants.
#[async_trait]
pub trait ApplicantTable {
    /// Adds an applicant; a known id is a conflict.
    async fn insert_applicant(&mut self, applicant: &Applicant) -> Result<(), StorageError>;
    /// The applicant of that id.
    async fn applicant(&mut self, id: ApplicantId) -> Result<Option<Applicant>, StorageError>;
}

pub(crate) struct ApplicantSql {
    /// id, `external_id`, `created_at`
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
}

#[async_trait]
impl ApplicantTable for OpenTx {
    async fn insert_applicant(&mut self, applicant: &Applicant) -> Result<(), StorageError> {
        let params = values![applicant.id.to_string(), applicant.external_id.as_deref(), applicant.created_at];
        self.run(TABLE.0, applicant.id, self.sql().applicants.insert, params).await.map(drop)
    }

    async fn applicant(&mut self, id: ApplicantId) -> Result<Option<Applicant>, StorageError> {
        let row = self.row(TABLE, self.sql().applicants.by_id, values![id.to_string()]).await?;
        row.map(|row| {
            Ok(Applicant {
                id: row.parsed("id")?,
                external_id: row.opt_text("external_id")?,
                created_at: row.time("created_at")?,
            })
        })
        .transpose()
    }
}
