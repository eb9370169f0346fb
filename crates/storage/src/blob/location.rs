//! Opening a folder or a bucket.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, RetryConfig};

use super::failure::failure;
use crate::error::{ErrorKind, StorageError, means_full};

/// An applicant waits at the other end of an upload: a bucket that stays away for a quarter of a minute is told, and the upload can be repeated.
const RETRY_TIME: Duration = Duration::from_secs(15);
const RETRIES: usize = 3;

type Opened = (Arc<dyn ObjectStore>, Path);

fn invalid(text: &'static str) -> StorageError {
    StorageError::new(ErrorKind::Invalid, "blob location").saying(text)
}

pub(super) fn open(location: &str, options: &[(String, String)]) -> Result<Opened, StorageError> {
    if let Some(folder) = location.strip_prefix("file://") {
        return open_folder(std::path::Path::new(folder));
    }
    if let Some(rest) = location.strip_prefix("s3://") {
        return open_bucket(rest, options);
    }
    Err(invalid("it starts with neither file:// nor s3://"))
}

fn open_folder(folder: &std::path::Path) -> Result<Opened, StorageError> {
    if !folder.is_absolute() {
        return Err(invalid("the folder is not absolute: write file:///var/lib/…"));
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        let kind = if means_full(&error) { ErrorKind::Full } else { ErrorKind::Unavailable };
        StorageError::new(kind, "blob folder").because(error)
    })?;
    let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| failure(error, "folder"))?;
    // Syncs each file and the folders above it before a put returns.
    Ok((Arc::new(local.with_fsync(true)), Path::default()))
}

fn open_bucket(rest: &str, options: &[(String, String)]) -> Result<Opened, StorageError> {
    choose_tls_provider();
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    if bucket.is_empty() {
        return Err(invalid("the bucket has no name"));
    }
    let retry = RetryConfig { max_retries: RETRIES, retry_timeout: RETRY_TIME, ..RetryConfig::default() };
    let mut builder = AmazonS3Builder::new().with_bucket_name(bucket).with_retry(retry);
    for (name, value) in options {
        let key: AmazonS3ConfigKey = name.parse().map_err(|error| failure(error, "option"))?;
        builder = builder.with_config(key, value);
    }
    let bucket = builder.build().map_err(|error| failure(error, "bucket"))?;
    let prefix = Path::parse(prefix).map_err(|_| invalid("the prefix is no path"))?;
    Ok((Arc::new(bucket), prefix))
}

/// Makes rustls use ring, in PostgreSQL's and S3's connections alike. Another provider that was chosen before stays.
pub(crate) fn choose_tls_provider() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}
