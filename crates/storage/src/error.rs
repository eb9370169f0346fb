//! The one error of this crate. Its texts never hold a stored value: ids, table and column names only.

use std::error::Error;

/// What went wrong, by what the caller can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The named row or object does not exist.
    NotFound,
    /// It exists already, or was changed by someone else since it was read.
    Conflict,
    /// The database is locked or deadlocked for longer than we wait; try again.
    Busy,
    /// No space left, in the database or under the blobs.
    Full,
    /// A row that the program cannot have written.
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        row: String,
    },
    /// A value that cannot be stored: not a finite number, a NUL character, a change of what was never read.
    Invalid,
    /// A row that may be added but never changed or deleted.
    Immutable,
    /// The database or the object store does not answer, or refuses us.
    Unavailable,
    /// Reading or writing failed below us.
    Io,
    /// A key is missing or wrong, or sealed bytes were changed.
    Crypto,
    /// The schema is older, newer or other than this program's.
    Schema,
}

/// What failed, about what, and why.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.text())]
pub struct StorageError {
    /// What the caller can do about it.
    pub kind: ErrorKind,
    /// The table or kind of object.
    pub entity: &'static str,
    /// Its id.
    pub id: Option<String>,
    /// What lies below.
    #[source]
    pub source: Option<Box<dyn Error + Send + Sync>>,
}

/// A cause told in our own words, because the driver's may repeat stored values.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Cause(pub String);

impl StorageError {
    /// An error without a cause.
    pub fn new(kind: ErrorKind, entity: &'static str) -> Self {
        Self { kind, entity, id: None, source: None }
    }

    /// Names the row.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "ids are small copies; a reference at every call would say nothing"
    )]
    pub fn of(mut self, id: impl ToString) -> Self {
        self.id = Some(id.to_string());
        self
    }

    /// Adds the cause.
    #[must_use]
    pub fn because(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// Adds a cause in our own words.
    #[must_use]
    pub fn saying(self, text: impl Into<String>) -> Self {
        self.because(Cause(text.into()))
    }

    #[expect(clippy::needless_pass_by_value, reason = "as for `of`")]
    pub(crate) fn corrupt(table: &'static str, column: &'static str, row: impl ToString) -> Self {
        let row = row.to_string();
        Self::new(ErrorKind::Corrupt { table, column, row: row.clone() }, table).of(row)
    }

    /// Whether trying again later may help.
    pub fn is_transient(&self) -> bool {
        matches!(self.kind, ErrorKind::Busy | ErrorKind::Unavailable)
    }

    fn text(&self) -> String {
        let what = match &self.kind {
            ErrorKind::NotFound => "does not exist",
            ErrorKind::Conflict => "exists already or was changed meanwhile",
            ErrorKind::Busy => "is locked for too long",
            ErrorKind::Full => "cannot be stored: no space left",
            ErrorKind::Corrupt { table, column, row } => {
                return format!("the row {row} of {table} holds an impossible {column}");
            }
            ErrorKind::Invalid => "cannot be stored",
            ErrorKind::Immutable => "can be added but never changed or deleted",
            ErrorKind::Unavailable => "cannot be reached",
            ErrorKind::Io => "cannot be read or written",
            ErrorKind::Crypto => "cannot be opened: wrong key or changed bytes",
            ErrorKind::Schema => "has another schema than this program",
        };
        match &self.id {
            Some(id) => format!("{} {id} {what}", self.entity),
            None => format!("{} {what}", self.entity),
        }
    }
}

/// Whether an error chain ends in a full disk or a spent quota (`ENOSPC`, `EDQUOT`).
pub(crate) fn means_full(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(current) = next {
        if let Some(io) = current.downcast_ref::<std::io::Error>()
            && matches!(io.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
        {
            return true;
        }
        next = current.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_names_table_column_and_row() {
        let error = StorageError::corrupt("sessions", "state", "ses_1");
        assert_eq!(error.to_string(), "the row ses_1 of sessions holds an impossible state");
    }

    #[test]
    fn a_full_disk_is_found_at_the_end_of_a_chain() {
        let full = StorageError::new(ErrorKind::Io, "blob").because(std::io::Error::from_raw_os_error(28));
        assert!(means_full(&full));
        let other = StorageError::new(ErrorKind::Io, "blob").because(std::io::Error::from_raw_os_error(5));
        assert!(!means_full(&other));
    }
}
