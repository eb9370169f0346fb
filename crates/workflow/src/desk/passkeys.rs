//! Passkeys: a person of the desk signs in with a device that knows them, by its lock or its PIN, instead of password and code.
//!
//! The device proves both at once, that it is there and who holds it; user verification is always required. A ceremony lives in the process that
//! began it, for five minutes, and serves once.

use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use countersign_domain::PersonId;
use countersign_storage::{ErrorKind, Passkey, Person, StorageError};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions, UserHandle16, Username,
};
use webauthn_rp::request::{AsciiDomain, FixedCapHashSet, InsertResult, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
};

use super::DeskError;
use super::sign_in::SignInError;
use crate::App;
use crate::keys::Secret;

/// Passkeys that one person may have: a telephone, a laptop and a key in the drawer, and room.
const MOST: usize = 10;
/// Ceremonies that may be open at once; more are refused until some are over.
const MOST_OPEN: usize = 4_096;
/// Longest name of a passkey, characters.
const LABEL_MAX: usize = 60;

/// A public key as it was stored.
type StoredKey = StaticState<CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>>;
/// A person's id as the device keeps it: 16 bytes.
type Handle = UserHandle16;

/// Where passkeys belong to: the host and the origin of the desk.
#[derive(Clone, Debug)]
pub struct Site {
    host: String,
    origin: String,
}

impl Site {
    /// The site of an outer address; `None` where browsers allow no passkeys: at a bare IP address.
    pub fn of(base_url: &str) -> Option<Self> {
        let rest = base_url
            .strip_prefix("https://")
            .or_else(|| base_url.strip_prefix("http://localhost").map(|_| base_url.trim_start_matches("http://")))?;
        let authority = rest.split('/').next()?;
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        let named = host.parse::<std::net::IpAddr>().is_err() && !host.starts_with('[');
        let origin = base_url.split('/').take(3).collect::<Vec<_>>().join("/");
        named.then(|| Self { host: host.to_owned(), origin })
    }

    fn id(&self) -> Result<RpId, DeskError> {
        AsciiDomain::try_from(self.host.clone()).map(RpId::Domain).map_err(|_| DeskError::Passkey)
    }
}

/// Ceremonies that were begun.
pub(crate) struct Ceremonies {
    adding: Mutex<FixedCapHashSet<RegistrationServerState<16>>>,
    entering: Mutex<FixedCapHashSet<DiscoverableAuthenticationServerState>>,
}

impl Default for Ceremonies {
    fn default() -> Self {
        Self {
            adding: Mutex::new(FixedCapHashSet::new(MOST_OPEN)),
            entering: Mutex::new(FixedCapHashSet::new(MOST_OPEN)),
        }
    }
}

fn handle(person: PersonId) -> Handle {
    // A decoding of bytes that are there already cannot fail.
    Handle::decode(person.bytes()).unwrap_or_else(|never| match never {})
}

fn stored<T>(found: Result<T, impl std::error::Error>) -> Result<T, DeskError> {
    found.map_err(|_| StorageError::new(ErrorKind::Invalid, "desk_passkeys").into())
}

impl App {
    /// A person's passkeys, oldest first.
    pub async fn passkeys(&self, person: &Person) -> Result<Vec<Passkey>, DeskError> {
        Ok(self.parts.store.read().await?.passkeys_of(person.id).await?)
    }

    /// Begins to add a passkey; gives what the browser is to be asked, as JSON.
    pub async fn begin_passkey(&self, site: &Site, person: &Person) -> Result<String, DeskError> {
        let known = self.passkeys(person).await?;
        if known.len() >= MOST {
            return Err(DeskError::Passkey);
        }
        let mut exclude = Vec::new();
        for passkey in known {
            let transports = u8::try_from(passkey.transports).unwrap_or_default();
            exclude.push(PublicKeyCredentialDescriptor {
                id: stored(CredentialId::<Vec<u8>>::decode(passkey.credential))?,
                transports: stored(AuthTransports::decode(transports))?,
            });
        }
        let plain: String =
            person.name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '.' }).collect();
        let (rp, id) = (site.id()?, handle(person.id));
        let user = PublicKeyCredentialUserEntity {
            name: Username::try_from(plain.as_str()).map_err(|_| DeskError::Passkey)?,
            id: &id,
            display_name: Nickname::try_from(person.name.as_str()).ok(),
        };
        let mut options = PublicKeyCredentialCreationOptions::passkey(&rp, user, exclude);
        // Telephones and laptops do not know this extension and would make no passkey; that the person is verified is proved at every sign-in.
        options.extensions.cred_protect = CredProtect::None;
        let (server, client) = options.start_ceremony().map_err(|_| DeskError::Passkey)?;
        let asked = serde_json::to_string(&client).map_err(|_| DeskError::Passkey)?;
        let mut open = self.ceremonies.adding.lock().unwrap_or_else(PoisonError::into_inner);
        match open.insert_or_replace_all_expired(server) {
            InsertResult::Success => Ok(asked),
            _ => Err(DeskError::Passkey),
        }
    }

    /// Adds the passkey that the browser made.
    pub async fn add_passkey(&self, site: &Site, person: &Person, label: &str, json: &str) -> Result<(), DeskError> {
        let label = label.trim();
        if label.is_empty() || label.chars().count() > LABEL_MAX || label.chars().any(char::is_control) {
            return Err(DeskError::Name);
        }
        let answer = Registration::from_json_relaxed(json.as_bytes()).map_err(|_| DeskError::Passkey)?;
        let challenge = answer.challenge_relaxed().map_err(|_| DeskError::Passkey)?;
        let begun = self.ceremonies.adding.lock().unwrap_or_else(PoisonError::into_inner).take(&challenge);
        let origins = [site.origin.as_str()];
        let options = RegistrationVerificationOptions::<&str, &str> {
            allowed_origins: &origins,
            // A key may say more of itself than it was asked.
            error_on_unsolicited_extensions: false,
            ..RegistrationVerificationOptions::default()
        };
        let begun = begun.ok_or(DeskError::Passkey)?;
        let made = begun.verify(&site.id()?, &answer, &options).map_err(|_| DeskError::Passkey)?;
        if *made.user_id() != handle(person.id) {
            return Err(DeskError::Passkey);
        }
        let now = self.now();
        let passkey = Passkey {
            credential: made.id().as_ref().to_vec(),
            person: person.id,
            label: label.to_owned(),
            fixed: stored(made.static_state().encode())?,
            changing: stored(made.dynamic_state().encode())?.to_vec(),
            transports: u32::from(stored(made.transports().encode())?),
            created_at: now,
            used_at: None,
        };
        let mut tx = self.parts.store.begin().await?;
        tx.insert_passkey(&passkey).await.map_err(|error| match error.kind {
            ErrorKind::Conflict => DeskError::Passkey,
            _ => error.into(),
        })?;
        Self::note_look(&mut *tx, person, "passkey.added", None, None, now).await?;
        Ok(tx.commit().await?)
    }

    /// Removes a passkey of a person, by its credential in base64url.
    pub async fn remove_passkey(&self, person: &Person, credential: &str) -> Result<(), DeskError> {
        let credential = URL_SAFE_NO_PAD.decode(credential).map_err(|_| DeskError::Unknown)?;
        let mut tx = self.parts.store.begin().await?;
        if !tx.remove_passkey(person.id, &credential).await? {
            return Err(DeskError::Unknown);
        }
        Self::note_look(&mut *tx, person, "passkey.removed", None, None, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Begins to sign in with a passkey; gives what the browser is to be asked, as JSON.
    pub fn begin_sign_in(&self, site: &Site) -> Result<String, DeskError> {
        let rp = site.id()?;
        let options = DiscoverableCredentialRequestOptions::passkey(&rp);
        let (server, client) = options.start_ceremony().map_err(|_| DeskError::Passkey)?;
        let asked = serde_json::to_string(&client).map_err(|_| DeskError::Passkey)?;
        let mut open = self.ceremonies.entering.lock().unwrap_or_else(PoisonError::into_inner);
        match open.insert_or_replace_all_expired(server) {
            InsertResult::Success => Ok(asked),
            _ => Err(DeskError::Passkey),
        }
    }

    /// Opens a login with the browser's answer.
    pub async fn sign_in_with_passkey(&self, site: &Site, json: &str) -> Result<(Person, Secret), SignInError> {
        let answer =
            DiscoverableAuthentication::<16>::from_json_relaxed(json.as_bytes()).map_err(|_| SignInError::Refused)?;
        let challenge = answer.challenge_relaxed().map_err(|_| SignInError::Refused)?;
        let begun = self.ceremonies.entering.lock().unwrap_or_else(PoisonError::into_inner).take(&challenge);
        let begun = begun.ok_or(SignInError::Refused)?;
        let raw = answer.raw_id();
        let mut tx = self.parts.store.begin().await?;
        let known = tx.passkey(raw.as_ref()).await?.ok_or(SignInError::Refused)?;
        let person = tx.person(known.person).await?.filter(|person| person.disabled_at.is_none());
        let person = person.ok_or(SignInError::Refused)?;
        let user = handle(person.id);
        let changing = <[u8; 7]>::try_from(known.changing.as_slice()).map_err(|_| SignInError::Refused)?;
        let fixed = stored(StoredKey::decode(&known.fixed))?;
        let changing = stored(DynamicState::decode(changing))?;
        let mut credential = stored(AuthenticatedCredential::new(raw, &user, fixed, changing))?;
        let origins = [site.origin.as_str()];
        let options = AuthenticationVerificationOptions::<&str, &str> {
            allowed_origins: &origins,
            error_on_unsolicited_extensions: false,
            ..AuthenticationVerificationOptions::default()
        };
        begun.verify(&site.id()?, &answer, &mut credential, &options).map_err(|_| SignInError::Refused)?;
        let now = self.now();
        let changed = stored(credential.dynamic_state().encode())?;
        tx.touch_passkey(&known.credential, &changed, now).await?;
        let secret = self.open_login(&mut *tx, &person, "signed_in.passkey", now).await?;
        tx.commit().await?;
        Ok((person, secret))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_a_name_and_is_reached_privately() {
        let site = Site::of("https://verify.example.org:8443/x").expect("a site");
        assert_eq!(
            (site.host.as_str(), site.origin.as_str()),
            ("verify.example.org", "https://verify.example.org:8443")
        );
        let local = Site::of("http://localhost:8080").expect("a site");
        assert_eq!((local.host.as_str(), local.origin.as_str()), ("localhost", "http://localhost:8080"));
        for bare in ["http://127.0.0.1:8080", "https://127.0.0.1", "https://[::1]:8080", "http://verify.example.org"] {
            assert!(Site::of(bare).is_none(), "{bare}");
        }
    }
}
