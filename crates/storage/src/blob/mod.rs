//! Encrypted bytes in a folder or an S3-compatible bucket, under `<session>/<blob>`.
//!
//! Each is sealed with its session's key for exactly its session, id and kind. A local file is synced, with its folder, before `put`
//! returns; S3 acknowledges what it has stored. So the order is: put the blob, then commit the row that refers to it.

mod failure;
mod location;

use std::sync::Arc;

use countersign_domain::{BlobId, SessionId};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};
use zeroize::Zeroizing;

use crate::crypto::SessionKey;
use crate::error::{ErrorKind, StorageError};
use failure::failure;
pub(crate) use location::choose_tls_provider;

/// The longest blob that is read back: the largest upload (25 MB of video) with room for what later kinds may need. A larger object is not ours.
pub const BLOB_MAX: u64 = 64 << 20;

/// Where the encrypted bytes lie.
pub struct BlobStore {
    objects: Arc<dyn ObjectStore>,
    prefix: Path,
}

impl std::fmt::Debug for BlobStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BlobStore")
    }
}

fn place<'a>(session: &'a str, blob: &'a str, kind: &'a str) -> [&'a str; 4] {
    ["blob", session, blob, kind]
}

impl BlobStore {
    /// Opens `file:///var/lib/countersign/blobs` (made if missing, mode 0700) or `s3://bucket/prefix`.
    ///
    /// `options` are those of `object_store`'s S3 client, such as `aws_access_key_id`, `aws_secret_access_key`, `aws_region`,
    /// `aws_endpoint`, `aws_allow_http`, `aws_virtual_hosted_style_request`; without them the process's own AWS role is used.
    pub fn open(location: &str, options: &[(String, String)]) -> Result<Self, StorageError> {
        let (objects, prefix) = location::open(location, options)?;
        Ok(Self { objects, prefix })
    }

    fn path(&self, session: SessionId, blob: BlobId) -> Path {
        self.prefix.clone().join(session.to_string()).join(blob.to_string())
    }

    /// Seals and stores bytes. Lasting when it returns. A blob that is there already is a conflict.
    pub async fn put(
        &self,
        session: SessionId,
        blob: BlobId,
        kind: &'static str,
        bytes: Vec<u8>,
        key: &SessionKey,
    ) -> Result<(), StorageError> {
        let key = key.clone();
        // 25 MB take about 50 ms to seal; that does not belong on the threads that answer requests.
        let sealed = tokio::task::spawn_blocking(move || {
            key.seal(&place(&session.to_string(), &blob.to_string(), kind), &Zeroizing::new(bytes))
        })
        .await
        .map_err(|_| StorageError::new(ErrorKind::Io, "blob").of(blob))?;
        let path = self.path(session, blob);
        let payload = PutPayload::from(sealed);
        let result = self.objects.put_opts(&path, payload.clone(), PutOptions::from(PutMode::Create)).await;
        let result = match result {
            // A bucket without conditional writes: the id is random and was never used.
            Err(object_store::Error::NotImplemented { .. }) => self.objects.put(&path, payload).await,
            other => other,
        };
        result.map(drop).map_err(|error| failure(error, blob))
    }

    /// Reads and opens bytes that were put for exactly this session, id and kind.
    pub async fn get(
        &self,
        session: SessionId,
        blob: BlobId,
        kind: &'static str,
        key: &SessionKey,
    ) -> Result<Zeroizing<Vec<u8>>, StorageError> {
        let found = self.objects.get(&self.path(session, blob)).await.map_err(|error| failure(error, blob))?;
        if found.meta.size > BLOB_MAX {
            return Err(StorageError::new(ErrorKind::Crypto, "blob").of(blob).saying("it is larger than any of ours"));
        }
        let sealed = found.bytes().await.map_err(|error| failure(error, blob))?;
        let key = key.clone();
        let opened = tokio::task::spawn_blocking(move || {
            key.open(&place(&session.to_string(), &blob.to_string(), kind), &sealed)
        });
        opened
            .await
            .map_err(|_| StorageError::new(ErrorKind::Io, "blob").of(blob))?
            .map_err(|cause| StorageError::new(ErrorKind::Crypto, "blob").of(blob).because(cause))
    }

    /// Deletes one blob; one that is not there is no error.
    pub async fn delete(&self, session: SessionId, blob: BlobId) -> Result<(), StorageError> {
        match self.objects.delete(&self.path(session, blob)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failure(error, blob)),
        }
    }

    /// Deletes everything of a session, also what no row refers to; gives how many objects.
    pub async fn delete_session(&self, session: SessionId) -> Result<u64, StorageError> {
        let folder = self.prefix.clone().join(session.to_string());
        let listed = self.objects.list_with_delimiter(Some(&folder)).await.map_err(|error| failure(error, session))?;
        for object in &listed.objects {
            match self.objects.delete(&object.location).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(failure(error, session)),
            }
        }
        Ok(listed.objects.len() as u64)
    }

    /// Whether the place answers: asks for an object that does not exist.
    pub async fn healthy(&self) -> Result<(), StorageError> {
        match self.objects.head(&self.prefix.clone().join("countersign-health")).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failure(error, "store")),
        }
    }
}

#[cfg(test)]
mod tests;
