//! What a failure below the blobs means to us.

use object_store::Error;

use crate::error::{ErrorKind, StorageError, means_full};

pub(super) fn failure(error: Error, id: impl ToString) -> StorageError {
    let kind = match &error {
        Error::NotFound { .. } => ErrorKind::NotFound,
        Error::AlreadyExists { .. } | Error::Precondition { .. } => ErrorKind::Conflict,
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => ErrorKind::Unavailable,
        Error::InvalidPath { .. } | Error::UnknownConfigurationKey { .. } => ErrorKind::Invalid,
        _ if means_full(&error) => ErrorKind::Full,
        Error::Generic { store, .. } if *store != "LocalFileSystem" => ErrorKind::Unavailable,
        _ => ErrorKind::Io,
    };
    // The text of the cause names paths and addresses, never content; secrets of the client are not in it.
    StorageError::new(kind, "blob").of(id).because(error)
}
