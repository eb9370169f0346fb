//! Secrets that open the interface: integrators' and reviewers' keys, applicants' session tokens. Only their SHA-256 is stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use countersign_domain::{ApiKeyId, Session};
use countersign_storage::{ApiKey, Role, StorageError};
use sha2::Digest;

use crate::App;

/// Start of an integrator's or reviewer's key.
pub const KEY_PREFIX: &str = "csk_";
/// Start of an applicant's session token.
pub const TOKEN_PREFIX: &str = "cst_";

/// A secret to hand out once. No `Display`, and `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

/// SHA-256 of a secret, as stored. The secret has 256 random bits, so that no slow hash is needed.
pub fn hash(secret: &str) -> [u8; 32] {
    sha2::Sha256::digest(secret.as_bytes()).into()
}

impl App {
    pub(crate) fn draw_secret(&self, prefix: &str) -> Secret {
        let mut bytes = [0; 32];
        self.parts.randomness.fill(&mut bytes);
        Secret(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Makes a key.
    pub async fn create_key(&self, name: &str, role: Role) -> Result<(ApiKey, Secret), StorageError> {
        let secret = self.draw_secret(KEY_PREFIX);
        let now = self.now();
        let key = ApiKey {
            id: ApiKeyId::new(now, self.random_id()),
            name: name.to_owned(),
            role,
            hash: hash(secret.expose()),
            created_at: now,
            revoked_at: None,
        };
        let mut tx = self.parts.store.begin().await?;
        tx.insert_api_key(&key).await?;
        tx.commit().await?;
        Ok((key, secret))
    }

    /// The key that a secret opens; `None` for an unknown or revoked one.
    pub async fn key_of(&self, secret: &str) -> Result<Option<ApiKey>, StorageError> {
        let mut tx = self.parts.store.read().await?;
        Ok(tx.api_key_by_hash(hash(secret)).await?.filter(|key| key.revoked_at.is_none()))
    }

    /// The session that an applicant's token opens.
    pub async fn session_of_token(&self, token: &str) -> Result<Option<Session>, StorageError> {
        let mut tx = self.parts.store.read().await?;
        tx.session_by_token(hash(token)).await
    }
}
