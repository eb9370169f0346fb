//! One open transaction over either backend, with what it has to remember.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use countersign_domain::SessionId;

use crate::crypto::{MasterKeys, SessionKey};
use crate::error::{ErrorKind, StorageError};
use crate::link::{Link, Sql};
use crate::row::{Row, Value, prove_storable};
use crate::store::Tx;

/// The transaction behind `Box<dyn Tx>`. The tables are implemented on it, one file each in `tables/`.
pub(crate) struct OpenTx {
    link: Box<dyn Link>,
    pub(crate) keys: Arc<MasterKeys>,
    /// The revision at which each session was read here; an update of a session that moved on since is a conflict.
    pub(crate) revisions: HashMap<SessionId, i64>,
    /// A statement failed. PostgreSQL takes no further statement then and turns the commit into a silent rollback; both refuse it aloud.
    failed: bool,
    /// Keys unwrapped here, so that reading many rows of one session unwraps once.
    pub(crate) unwrapped: HashMap<SessionId, Option<SessionKey>>,
}

impl OpenTx {
    pub(crate) fn new(link: Box<dyn Link>, keys: Arc<MasterKeys>) -> Self {
        Self { link, keys, revisions: HashMap::new(), failed: false, unwrapped: HashMap::new() }
    }

    pub(crate) fn sql(&self) -> &'static Sql {
        self.link.sql()
    }

    /// The rows of a query, named for errors by their table and key column.
    pub(crate) async fn rows(
        &mut self,
        (table, key): (&'static str, &'static str),
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StorageError> {
        prove_storable(&params)?;
        self.prove_open(table)?;
        let rows = self.link.rows(sql, params).await.map_err(|error| self.fail(error).about(table))?;
        Ok(rows.into_iter().map(|row| row.of(table, key)).collect())
    }

    /// The first row of a query, if any.
    pub(crate) async fn row(
        &mut self,
        from: (&'static str, &'static str),
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Option<Row>, StorageError> {
        Ok(self.rows(from, sql, params).await?.into_iter().next())
    }

    /// Runs a statement; `id` names the row in an error.
    pub(crate) async fn run(
        &mut self,
        table: &'static str,
        id: impl ToString + Send,
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<u64, StorageError> {
        let id = id.to_string();
        prove_storable(&params).map_err(|error| error.about(table).of(&id))?;
        self.prove_open(table)?;
        self.link.run(sql, params).await.map_err(|error| self.fail(error).about(table).of(id))
    }

    fn fail(&mut self, error: StorageError) -> StorageError {
        self.failed = true;
        error
    }

    fn prove_open(&self, table: &'static str) -> Result<(), StorageError> {
        if self.failed {
            return Err(
                StorageError::new(ErrorKind::Invalid, table).saying("an earlier statement of this transaction failed")
            );
        }
        Ok(())
    }
}

impl StorageError {
    fn about(mut self, entity: &'static str) -> Self {
        self.entity = entity;
        self
    }
}

#[async_trait]
impl Tx for OpenTx {
    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        self.prove_open("transaction")?;
        self.link.commit().await
    }
}
