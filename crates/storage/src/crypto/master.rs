//! The master keys: they wrap each session's key and seal the few things that belong to no session.
//!
//! The key file holds one key a line, 64 hexadecimal characters. The first line is the current key; the lines after it are former keys
//! that still open what they wrapped. To rotate: put a new line first, restart, call
//! [`rewrap_session_keys`](crate::SessionKeyTable::rewrap_session_keys) until it gives 0, remove the old line.

use std::io::Write;
use std::path::Path;

use countersign_domain::SessionId;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::seal::{SessionKey, open, seal};
use crate::error::{ErrorKind, StorageError};

const WHAT: &str = "master key";

struct MasterKey {
    /// The first 16 hexadecimal characters of a hash over the key: names it without telling it.
    id: String,
    bytes: Zeroizing<[u8; 32]>,
}

/// The current master key and the former ones. Wiped from memory when dropped; never printed.
pub struct MasterKeys {
    current: MasterKey,
    former: Vec<MasterKey>,
}

impl std::fmt::Debug for MasterKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKeys(current {}, {} former)", self.current.id, self.former.len())
    }
}

impl MasterKeys {
    /// Reads the text of a key file, or of an environment variable: one key or several, separated by line ends, spaces or commas.
    pub fn parse(text: &str) -> Result<Self, StorageError> {
        let mut keys = text
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|part| !part.is_empty())
            .map(MasterKey::parse)
            .collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err(StorageError::new(ErrorKind::Crypto, WHAT).saying("the text holds no key"));
        }
        Ok(Self { current: keys.remove(0), former: keys })
    }

    /// Reads a key file. On Unix it must not be readable by group or others.
    pub fn load(path: &Path) -> Result<Self, StorageError> {
        let failed = |error: std::io::Error| {
            let kind = if error.kind() == std::io::ErrorKind::NotFound { ErrorKind::NotFound } else { ErrorKind::Io };
            StorageError::new(kind, "master key file").of(path.display()).because(error)
        };
        refuse_readable_by_others(path).map_err(failed)?;
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(failed)?);
        Self::parse(&text)
    }

    /// Makes a key file with one new key, mode 0600, lasting on disk; refuses to replace one.
    pub fn generate(path: &Path) -> Result<Self, StorageError> {
        let key = SessionKey::draw();
        let text = Zeroizing::new(hex::encode(key.expose()));
        write_new(path, &text).map_err(|error| {
            let kind = match error.kind() {
                std::io::ErrorKind::AlreadyExists => ErrorKind::Conflict,
                std::io::ErrorKind::StorageFull => ErrorKind::Full,
                _ => ErrorKind::Io,
            };
            StorageError::new(kind, "master key file").of(path.display()).because(error)
        })?;
        Self::parse(&text)
    }

    /// The id of the key that wraps now.
    pub fn current_id(&self) -> &str {
        &self.current.id
    }

    fn of_id(&self, id: &str) -> Option<&MasterKey> {
        std::iter::once(&self.current).chain(&self.former).find(|key| key.id == id)
    }

    pub(crate) fn wrap(&self, session: SessionId, key: &SessionKey) -> Vec<u8> {
        seal(&self.current.bytes, &["session key", &session.to_string(), &self.current.id], key.expose())
    }

    pub(crate) fn unwrap(&self, session: SessionId, key_id: &str, wrapped: &[u8]) -> Result<SessionKey, StorageError> {
        let failed = || StorageError::new(ErrorKind::Crypto, "session key").of(session);
        let Some(master) = self.of_id(key_id) else {
            return Err(failed().saying(format!("the master key {key_id} is not among those given")));
        };
        let plain = open(&master.bytes, &["session key", &session.to_string(), key_id], wrapped)
            .map_err(|error| failed().because(error))?;
        SessionKey::from_bytes(&Zeroizing::new(plain)).ok_or_else(failed)
    }

    /// Seals what belongs to no session, under the current key: its id in 16 characters, then the sealed bytes.
    pub(crate) fn seal(&self, place: &[&str], plain: &[u8]) -> Vec<u8> {
        let mut sealed = self.current.id.clone().into_bytes();
        sealed.extend(seal(&self.current.bytes, place, plain));
        sealed
    }

    /// Opens it again, under whichever key sealed it.
    pub(crate) fn open(&self, place: &[&str], sealed: &[u8]) -> Option<Vec<u8>> {
        let (id, sealed) = sealed.split_at_checked(16)?;
        open(&self.of_id(std::str::from_utf8(id).ok()?)?.bytes, place, sealed).ok()
    }
}

impl MasterKey {
    fn parse(text: &str) -> Result<Self, StorageError> {
        let wrong = || StorageError::new(ErrorKind::Crypto, WHAT).saying("a key is not 64 hexadecimal characters");
        let mut bytes = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text, bytes.as_mut()).map_err(|_| wrong())?;
        if bytes.iter().all(|byte| *byte == bytes[0]) {
            return Err(StorageError::new(ErrorKind::Crypto, WHAT).saying("a key of one repeated byte can be guessed"));
        }
        let digest = Sha256::new().chain_update(b"countersign master key id\0").chain_update(bytes.as_ref()).finalize();
        Ok(Self { id: hex::encode(&digest[..8]), bytes })
    }
}

#[cfg(unix)]
fn refuse_readable_by_others(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        return Err(std::io::Error::new(
            std::io::ErrorKind::PermissionDenied,
            "others may read the key file; give it mode 0600",
        ));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_readable_by_others(path: &Path) -> std::io::Result<()> {
    std::fs::metadata(path).map(|_| ())
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    // The name must last as well: a key that is lost at power failure takes every session with it.
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::File::open(folder)?.sync_all(),
        _ => std::fs::File::open(".")?.sync_all(),
    }
}

#[cfg(test)]
mod tests;
