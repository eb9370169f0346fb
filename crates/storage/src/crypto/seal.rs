//! Sealed bytes, version 1: one byte `1`, 24 bytes of nonce, the ciphertext, 16 bytes of tag.
//!
//! What the bytes belong to is authenticated with them, so that none can be moved to another session, blob or column: a domain word and
//! its parts, each preceded by its length.

use chacha20poly1305::aead::{Aead, AeadInPlace, KeyInit, OsRng, Payload, rand_core::RngCore};
use chacha20poly1305::{Key, Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const NONCE: usize = 24;
const TAG: usize = 16;
/// Bytes that sealing adds.
pub(crate) const OVERHEAD: usize = 1 + NONCE + TAG;

/// Sealed bytes that do not open: another key, another place, changed or cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed bytes do not open: another key, another place, or changed bytes")]
pub struct SealError;

/// The key of one session. Wiped from memory when dropped; never printed.
#[derive(Clone)]
pub struct SessionKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionKey(redacted)")
    }
}

impl SessionKey {
    /// Draws a key from the operating system.
    pub fn draw() -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        OsRng.fill_bytes(bytes.as_mut());
        Self(bytes)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals bytes for one place, named by its parts.
    pub fn seal(&self, place: &[&str], plain: &[u8]) -> Vec<u8> {
        seal(&self.0, place, plain)
    }

    /// Opens bytes that were sealed for exactly that place.
    pub fn open(&self, place: &[&str], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        open(&self.0, place, sealed).map(Zeroizing::new)
    }
}

/// The associated data: each part with its length before it, so that `ab`+`c` is another place than `a`+`bc`.
fn associated(place: &[&str]) -> Vec<u8> {
    let mut data = b"countersign/1".to_vec();
    for part in place {
        data.extend((part.len() as u64).to_be_bytes());
        data.extend(part.as_bytes());
    }
    data
}

pub(crate) fn seal(key: &[u8; 32], place: &[&str], plain: &[u8]) -> Vec<u8> {
    let mut nonce = XNonce::default();
    OsRng.fill_bytes(&mut nonce);
    let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
    sealed.push(VERSION);
    sealed.extend(&nonce);
    sealed.extend(plain);
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    // Refused only beyond 256 GiB; an empty tag then opens nowhere.
    let tag =
        cipher.encrypt_in_place_detached(&nonce, &associated(place), &mut sealed[1 + NONCE..]).unwrap_or_default();
    sealed.extend::<Tag>(tag);
    sealed
}

pub(crate) fn open(key: &[u8; 32], place: &[&str], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    if sealed.len() < OVERHEAD || sealed[0] != VERSION {
        return Err(SealError);
    }
    let nonce = XNonce::from_slice(&sealed[1..=NONCE]);
    let payload = Payload { msg: &sealed[1 + NONCE..], aad: &associated(place) };
    XChaCha20Poly1305::new(Key::from_slice(key)).decrypt(nonce, payload).map_err(|_| SealError)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: [&str; 3] = ["blob", "ses_1", "blb_1"];

    #[test]
    fn what_was_sealed_opens_in_its_place_only() {
        let key = SessionKey::draw();
        let sealed = key.seal(&PLACE, b"a photo");
        assert_eq!(sealed.len(), 7 + OVERHEAD);
        assert_eq!(key.open(&PLACE, &sealed).as_deref().map(Vec::as_slice), Ok(&b"a photo"[..]));
        for place in [
            ["blob", "ses_2", "blb_1"],
            ["blob", "ses_1", "blb_2"],
            ["note", "ses_1", "blb_1"],
            ["blobses_", "1", "blb_1"],
        ] {
            assert_eq!(key.open(&place, &sealed), Err(SealError), "{place:?}");
        }
        assert_eq!(SessionKey::draw().open(&PLACE, &sealed), Err(SealError));
    }

    #[test]
    fn a_changed_bit_anywhere_and_every_cut_is_noticed() {
        let key = SessionKey::draw();
        let sealed = key.seal(&PLACE, b"digits");
        for at in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[at / 8] ^= 1 << (at % 8);
            assert_eq!(key.open(&PLACE, &changed), Err(SealError), "bit {at}");
        }
        for length in 0..sealed.len() {
            assert_eq!(key.open(&PLACE, &sealed[..length]), Err(SealError), "{length} bytes");
        }
    }

    #[test]
    fn sealing_twice_gives_other_bytes() {
        let key = SessionKey::draw();
        assert_ne!(key.seal(&PLACE, b"x"), key.seal(&PLACE, b"x"));
        assert_eq!(format!("{key:?}"), "SessionKey(redacted)");
    }
}
