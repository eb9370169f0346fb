//! PostgreSQL 13 or later, over TLS or a socket, for several servers on one database.
//!
//! Transactions run at *read committed*: rows that are about to change are locked (`session_for_update`, leases) or compared by
//! revision, so a lost update is a conflict, never silent.

mod fault;
mod link;
mod sql;
mod sql_doors;
mod sql_people;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use crate::crypto::MasterKeys;
use crate::error::StorageError;
use crate::link::Link;
use crate::migrate::{self, Migration, MigrationSql};
use crate::store::{Store, Tx};
use crate::tx::OpenTx;
use fault::fault;
use link::PostgresLink;

/// How long to wait for a free connection.
const WAIT: Duration = Duration::from_secs(30);
/// Connections of one process. PostgreSQL allows 100 in all by default, so five processes fit.
const CONNECTIONS: u32 = 16;

const MIGRATIONS: [Migration; 11] = [
    Migration { version: 1, name: "spine", sql: include_str!("../../migrations/postgres/0001_spine.sql") },
    Migration { version: 2, name: "readings", sql: include_str!("../../migrations/postgres/0002_readings.sql") },
    Migration { version: 3, name: "looks", sql: include_str!("../../migrations/postgres/0003_looks.sql") },
    Migration {
        version: 4,
        name: "partial_uploads",
        sql: include_str!("../../migrations/postgres/0004_partial_uploads.sql"),
    },
    Migration { version: 5, name: "desk", sql: include_str!("../../migrations/postgres/0005_desk.sql") },
    Migration { version: 6, name: "handoffs", sql: include_str!("../../migrations/postgres/0006_handoffs.sql") },
    Migration { version: 7, name: "support", sql: include_str!("../../migrations/postgres/0007_support.sql") },
    Migration { version: 11, name: "levels", sql: include_str!("../../migrations/postgres/0011_levels.sql") },
    Migration { version: 12, name: "mail", sql: include_str!("../../migrations/postgres/0012_mail.sql") },
    Migration { version: 13, name: "passkeys", sql: include_str!("../../migrations/postgres/0013_passkeys.sql") },
    Migration { version: 14, name: "faces", sql: include_str!("../../migrations/postgres/0014_faces.sql") },
];

static MIGRATION_SQL: MigrationSql = MigrationSql {
    // The number is the first eight bytes of "countersign" as a 63-bit number; it only has to be ours.
    lock: Some("SELECT 1::bigint AS locked FROM pg_advisory_xact_lock(7165065848958115186)"),
    create: "CREATE TABLE IF NOT EXISTS schema_migrations (
                 version BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)",
    applied: "SELECT version, name, sha256 FROM schema_migrations ORDER BY version",
    insert: "INSERT INTO schema_migrations (version, name, sha256) VALUES ($1, $2, $3)",
};

pub(crate) struct PostgresStore {
    pool: PgPool,
    keys: Arc<MasterKeys>,
}

impl PostgresStore {
    pub(crate) async fn open(url: &str, keys: Arc<MasterKeys>) -> Result<Self, StorageError> {
        crate::blob::choose_tls_provider();
        let options = PgConnectOptions::from_str(url).map_err(fault)?.application_name("countersign");
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(WAIT)
            .connect_with(options)
            .await
            .map_err(fault)?;
        Ok(Self { pool, keys })
    }

    async fn link(&self, begin: &'static str) -> Result<Box<dyn Link>, StorageError> {
        Ok(Box::new(PostgresLink(self.pool.begin_with(begin).await.map_err(fault)?)))
    }
}

const WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

#[async_trait]
impl Store for PostgresStore {
    async fn begin(&self) -> Result<Box<dyn Tx>, StorageError> {
        Ok(Box::new(OpenTx::new(self.link(WRITE).await?, self.keys.clone())))
    }

    async fn read(&self) -> Result<Box<dyn Tx>, StorageError> {
        Ok(Box::new(OpenTx::new(self.link(READ).await?, self.keys.clone())))
    }

    async fn migrate(&self) -> Result<u32, StorageError> {
        migrate::migrate(self.link(WRITE).await?, &MIGRATION_SQL, &MIGRATIONS).await
    }

    async fn healthy(&self) -> Result<(), StorageError> {
        migrate::prove_current(self.link(READ).await?, &MIGRATION_SQL, &MIGRATIONS).await
    }

    async fn scrub(&self) -> Result<(), StorageError> {
        Ok(())
    }

    fn backend(&self) -> &'static str {
        "postgres"
    }
}
