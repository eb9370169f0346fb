//! What a failure of PostgreSQL means to us, by its SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>). Its own
//! messages and details are left out: they repeat stored values.

use crate::error::{ErrorKind, StorageError};

pub(super) fn fault(error: sqlx::Error) -> StorageError {
    let new = |kind| StorageError::new(kind, "database");
    match error {
        sqlx::Error::Database(inner) => {
            let state = inner.code().unwrap_or_default().into_owned();
            let text = match inner.constraint() {
                Some(constraint) => format!("SQLSTATE {state}, constraint {constraint}"),
                None => format!("SQLSTATE {state}"),
            };
            new(kind(&state)).saying(text)
        }
        sqlx::Error::PoolTimedOut => new(ErrorKind::Busy),
        sqlx::Error::Io(cause) => new(ErrorKind::Unavailable).because(cause),
        sqlx::Error::Tls(_) => new(ErrorKind::Unavailable).saying("no trusted TLS connection"),
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => new(ErrorKind::Unavailable),
        sqlx::Error::Configuration(_) => new(ErrorKind::Invalid).saying("the address cannot be read"),
        _ => new(ErrorKind::Io).saying("the driver failed"),
    }
}

fn kind(state: &str) -> ErrorKind {
    match (state, state.get(..2).unwrap_or_default()) {
        ("CS001", _) => ErrorKind::Immutable,
        ("23505", _) => ErrorKind::Conflict,
        ("23503", _) => ErrorKind::NotFound,
        ("40001" | "40P01" | "55P03" | "57014", _) => ErrorKind::Busy,
        ("53100", _) => ErrorKind::Full,
        ("XX001" | "XX002", _) => ErrorKind::Corrupt { table: "database", column: "file", row: "?".into() },
        (_, "08" | "28" | "53" | "57" | "3D") => ErrorKind::Unavailable,
        (_, "22" | "23" | "25") => ErrorKind::Invalid,
        (_, "42") => ErrorKind::Schema,
        _ => ErrorKind::Io,
    }
}
