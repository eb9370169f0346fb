//! Sealing: XChaCha20-Poly1305 with a fresh random nonce, a key per session, and master keys that wrap those.
//!
//! Nonces and keys are drawn from the operating system here and are no parameter: a repeated nonce would break the encryption, so a
//! test's fixed generator must never reach it.

mod master;
mod seal;

pub use master::MasterKeys;
pub use seal::{SealError, SessionKey};
