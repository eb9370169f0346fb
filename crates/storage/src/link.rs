//! The seam to a backend: one open transaction that runs SQL, and the texts of that SQL.

use async_trait::async_trait;

use crate::error::StorageError;
use crate::row::{Row, Value};
use crate::tables::{
    api_keys::ApiKeySql, applicant_links::ApplicantLinkSql, applicants::ApplicantSql, challenges::ChallengeSql,
    decisions::DecisionSql, desk_cases::DeskCaseSql, desk_passkeys::PasskeySql, desk_people::DeskPeopleSql,
    events::EventSql, evidence::EvidenceSql, faces::FaceSql, handoffs::HandoffSql, idempotency::IdempotencySql,
    jobs::JobSql, looks::LookSql, mails::MailSql, queue::QueueSql, readings::ReadingSql, session_keys::SessionKeySql,
    sessions::SessionSql, tickets::TicketSql, uploads::UploadSql,
};

/// Every statement a backend must know. A missing one does not compile.
pub(crate) struct Sql {
    pub(crate) applicants: ApplicantSql,
    pub(crate) sessions: SessionSql,
    pub(crate) session_keys: SessionKeySql,
    pub(crate) evidence: EvidenceSql,
    pub(crate) challenges: ChallengeSql,
    pub(crate) decisions: DecisionSql,
    pub(crate) events: EventSql,
    pub(crate) jobs: JobSql,
    pub(crate) idempotency: IdempotencySql,
    pub(crate) api_keys: ApiKeySql,
    pub(crate) readings: ReadingSql,
    pub(crate) looks: LookSql,
    pub(crate) uploads: UploadSql,
    pub(crate) queue: QueueSql,
    pub(crate) desk_people: DeskPeopleSql,
    pub(crate) desk_cases: DeskCaseSql,
    pub(crate) handoffs: HandoffSql,
    pub(crate) tickets: TicketSql,
    pub(crate) faces: FaceSql,
    pub(crate) applicant_links: ApplicantLinkSql,
    pub(crate) mails: MailSql,
    pub(crate) passkeys: PasskeySql,
}

/// One open transaction; dropping it rolls back.
#[async_trait]
pub(crate) trait Link: Send {
    fn sql(&self) -> &'static Sql;
    /// Runs a query and gives its rows.
    async fn rows(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Vec<Row>, StorageError>;
    /// Runs a statement and gives the number of rows it changed.
    async fn run(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64, StorageError>;
    /// Runs several statements without parameters.
    async fn script(&mut self, sql: &'static str) -> Result<(), StorageError>;
    async fn commit(self: Box<Self>) -> Result<(), StorageError>;
}
