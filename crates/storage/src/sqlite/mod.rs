//! SQLite: one file, one writer, as many readers as needed.
//!
//! - Write-ahead log, `synchronous = FULL`: a commit is on disk when it returns.
//! - One writing connection, every transaction `BEGIN IMMEDIATE`, and a busy timeout for other processes: callers do not meet `SQLITE_BUSY`.
//! - `secure_delete`: what is erased is overwritten in the file.

mod fault;
mod link;
mod sql;
mod sql_doors;
mod sql_people;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use tempfile::TempDir;

use crate::crypto::MasterKeys;
use crate::error::{ErrorKind, StorageError};
use crate::link::Link;
use crate::migrate::{self, Migration, MigrationSql};
use crate::store::{Store, Tx};
use crate::tx::OpenTx;
use fault::fault;
use link::SqliteLink;

/// How long a writer waits for another one, in this process or another. Our transactions take milliseconds; a minute means that something hangs.
const WAIT: Duration = Duration::from_mins(1);
/// Readers at once. Each is a thread; reads take well under a millisecond.
const READERS: u32 = 4;

const MIGRATIONS: [Migration; 11] = [
    Migration { version: 1, name: "spine", sql: include_str!("../../migrations/sqlite/0001_spine.sql") },
    Migration { version: 2, name: "readings", sql: include_str!("../../migrations/sqlite/0002_readings.sql") },
    Migration { version: 3, name: "looks", sql: include_str!("../../migrations/sqlite/0003_looks.sql") },
    Migration {
        version: 4,
        name: "partial_uploads",
        sql: include_str!("../../migrations/sqlite/0004_partial_uploads.sql"),
    },
    Migration { version: 5, name: "desk", sql: include_str!("../../migrations/sqlite/0005_desk.sql") },
    Migration { version: 6, name: "handoffs", sql: include_str!("../../migrations/sqlite/0006_handoffs.sql") },
    Migration { version: 7, name: "support", sql: include_str!("../../migrations/sqlite/0007_support.sql") },
    Migration { version: 11, name: "levels", sql: include_str!("../../migrations/sqlite/0011_levels.sql") },
    Migration { version: 12, name: "mail", sql: include_str!("../../migrations/sqlite/0012_mail.sql") },
    Migration { version: 13, name: "passkeys", sql: include_str!("../../migrations/sqlite/0013_passkeys.sql") },
    Migration { version: 14, name: "faces", sql: include_str!("../../migrations/sqlite/0014_faces.sql") },
];

static MIGRATION_SQL: MigrationSql = MigrationSql {
    lock: None,
    create: "CREATE TABLE IF NOT EXISTS schema_migrations (
                 version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT",
    applied: "SELECT version, name, sha256 FROM schema_migrations ORDER BY version",
    insert: "INSERT INTO schema_migrations (version, name, sha256) VALUES ($1, $2, $3)",
};

pub(crate) struct SqliteStore {
    writer: SqlitePool,
    readers: SqlitePool,
    keys: Arc<MasterKeys>,
    /// The folder of a database that vanishes with the store.
    #[cfg_attr(not(test), expect(dead_code, reason = "held only to be dropped with the store"))]
    temporary: Option<TempDir>,
}

impl SqliteStore {
    pub(crate) async fn open(url: &str, keys: Arc<MasterKeys>) -> Result<Self, StorageError> {
        Self::open_bounded(url, keys, None).await
    }

    /// With `max_pages` the database is full at that many pages of 4096 bytes.
    async fn open_bounded(url: &str, keys: Arc<MasterKeys>, max_pages: Option<u32>) -> Result<Self, StorageError> {
        let (options, temporary) = options(url)?;
        create_private(options.get_filename()).map_err(|error| {
            let kind = if crate::error::means_full(&error) { ErrorKind::Full } else { ErrorKind::Unavailable };
            StorageError::new(kind, "database file").because(error)
        })?;
        let mut writing = options.clone();
        if let Some(pages) = max_pages {
            writing = writing.pragma("max_page_count", pages.to_string());
        }
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(WAIT)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(writing)
            .await
            .map_err(fault)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(WAIT)
            .connect_lazy_with(options.pragma("query_only", "ON"));
        Ok(Self { writer, readers, keys, temporary })
    }

    async fn write_link(&self) -> Result<Box<dyn Link>, StorageError> {
        Ok(Box::new(SqliteLink(self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(fault)?)))
    }

    async fn read_link(&self) -> Result<Box<dyn Link>, StorageError> {
        Ok(Box::new(SqliteLink(self.readers.begin().await.map_err(fault)?)))
    }
}

fn options(url: &str) -> Result<(SqliteConnectOptions, Option<TempDir>), StorageError> {
    let invalid = |_| StorageError::new(ErrorKind::Invalid, "database address").saying("no SQLite address");
    let (options, temporary) = if url == "sqlite::memory:" {
        let folder = tempfile::Builder::new()
            .prefix("countersign-")
            .tempdir()
            .map_err(|error| StorageError::new(ErrorKind::Io, "temporary folder").because(error))?;
        (SqliteConnectOptions::new().filename(folder.path().join("temporary.db")), Some(folder))
    } else {
        (SqliteConnectOptions::from_str(url).map_err(invalid)?, None)
    };
    let options = options
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(WAIT)
        .pragma("secure_delete", "ON");
    Ok((options, temporary))
}

/// Makes the file readable by its owner only; the log files beside it take over its mode.
fn create_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.sync_all()?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned);
    std::fs::File::open(folder)?.sync_all()
}

#[async_trait]
impl Store for SqliteStore {
    async fn begin(&self) -> Result<Box<dyn Tx>, StorageError> {
        Ok(Box::new(OpenTx::new(self.write_link().await?, self.keys.clone())))
    }

    async fn read(&self) -> Result<Box<dyn Tx>, StorageError> {
        Ok(Box::new(OpenTx::new(self.read_link().await?, self.keys.clone())))
    }

    async fn migrate(&self) -> Result<u32, StorageError> {
        migrate::migrate(self.write_link().await?, &MIGRATION_SQL, &MIGRATIONS).await
    }

    async fn healthy(&self) -> Result<(), StorageError> {
        migrate::prove_current(self.read_link().await?, &MIGRATION_SQL, &MIGRATIONS).await
    }

    async fn scrub(&self) -> Result<(), StorageError> {
        let row: (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.writer).await.map_err(fault)?;
        // The first column says that a reader kept the log from being folded in whole.
        if row.0 == 0 { Ok(()) } else { Err(StorageError::new(ErrorKind::Busy, "write-ahead log")) }
    }

    fn backend(&self) -> &'static str {
        "sqlite"
    }
}

#[cfg(test)]
mod tests;
