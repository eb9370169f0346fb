//! What a failure of SQLite means to us, by its result code (<https://www.sqlite.org/rescode.html>).

use crate::error::{ErrorKind, StorageError, means_full};

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
pub(super) fn fault(error: sqlx::Error) -> StorageError {
    let new = |kind| StorageError::new(kind, "database");
    match &error {
        sqlx::Error::Database(inner) => {
            let code = inner.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or(1);
            new(kind(code)).saying(format!("SQLite result code {code}: {}", meaning(code)))
        }
        sqlx::Error::PoolTimedOut => new(ErrorKind::Busy),
        sqlx::Error::Io(_) if means_full(&error) => new(ErrorKind::Full),
        sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => new(ErrorKind::Unavailable),
        _ => new(ErrorKind::Io).saying("the driver failed"),
    }
}

fn kind(code: i32) -> ErrorKind {
    match (code, code & 0xff) {
        (1555 | 2067 | 2579, _) => ErrorKind::Conflict,
        (787, _) => ErrorKind::NotFound,
        (1811, _) => ErrorKind::Immutable,
        // The memory of the log's index could not grow: in practice a full disk.
        (4874, _) | (_, 13) => ErrorKind::Full,
        (_, 5 | 6) => ErrorKind::Busy,
        (_, 8 | 19 | 20 | 25) => ErrorKind::Invalid,
        (_, 11 | 26) => ErrorKind::Corrupt { table: "database", column: "file", row: "?".into() },
        (_, 14 | 23) => ErrorKind::Unavailable,
        // Our statements are fixed, so what SQLite cannot make sense of is the schema.
        (_, 1 | 17) => ErrorKind::Schema,
        _ => ErrorKind::Io,
    }
}

fn meaning(code: i32) -> &'static str {
    match (code, code & 0xff) {
        (1555 | 2067 | 2579, _) => "a value that must be unique is there already",
        (787, _) => "it refers to a row that does not exist",
        (1811, _) => "a trigger refused it",
        (_, 8) => "the transaction only reads",
        (_, 13) => "no space left",
        (_, 19) => "a constraint refused it",
        _ => "see the list of SQLite's result codes",
    }
}
