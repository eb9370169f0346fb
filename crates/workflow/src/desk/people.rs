//! Adding people to the desk, renewing what they sign in with, and letting them go.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use countersign_domain::PersonId;
use countersign_storage::{DeskRole, ErrorKind, Person};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use totp_rs::{Builder, Secret as TotpSecret, Totp};
use zeroize::Zeroizing;

use super::DeskError;
use crate::App;

/// The shortest password that a person may choose, characters: NIST SP 800-63B asks for 8 beside a second factor; ours opens passports.
pub const PASSWORD_MIN: usize = 12;
/// Bytes of a code generator's secret, as RFC 4226 recommends for SHA-1.
const TOTP_BYTES: usize = 20;
/// Bytes of a password that we draw: 96 bits.
const PASSWORD_BYTES: usize = 12;
const SALT_BYTES: usize = 16;

/// A person and what they sign in with, shown once.
pub struct Enrolment {
    /// The person.
    pub person: Person,
    /// Their first password.
    pub password: Zeroizing<String>,
    /// The address that a code generator reads.
    pub otpauth: Zeroizing<String>,
}

/// What a person signs in with, drawn for them.
struct Drawn {
    password: Zeroizing<String>,
    password_hash: String,
    totp: Zeroizing<Vec<u8>>,
    otpauth: Zeroizing<String>,
}

impl Enrolment {
    /// The address as a picture of half blocks, for a terminal.
    pub fn picture(&self) -> String {
        QrCode::new(self.otpauth.as_bytes())
            .map(|code| code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build())
            .unwrap_or_default()
    }
}

/// The code generator of a secret: SHA-1, six digits, 30 seconds, one step to either side.
pub(crate) fn totp(secret: &[u8]) -> Totp {
    Builder::new().with_secret(TotpSecret::new(secret.into())).build_noncompliant()
}

/// Argon2id with OWASP's parameters of 2024: 19 MiB, two passes.
pub(crate) fn hash_password(password: &str, salt: &[u8]) -> Result<String, DeskError> {
    let hash: PasswordHash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt).map_err(|_| DeskError::Password)?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was hashed. Takes some ten milliseconds.
pub(crate) fn is_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

impl App {
    pub(crate) fn salt(&self) -> [u8; SALT_BYTES] {
        let mut salt = [0; SALT_BYTES];
        self.parts.randomness.fill(&mut salt);
        salt
    }

    fn draw(&self, name: &str) -> Result<Drawn, DeskError> {
        let mut bytes = Zeroizing::new([0; PASSWORD_BYTES]);
        self.parts.randomness.fill(bytes.as_mut());
        let password = Zeroizing::new(URL_SAFE_NO_PAD.encode(*bytes));
        let password_hash = hash_password(&password, &self.salt())?;
        let mut totp = Zeroizing::new(vec![0; TOTP_BYTES]);
        self.parts.randomness.fill(&mut totp);
        let base32 = Zeroizing::new(TotpSecret::new(totp.as_slice().into()).to_base32());
        let label: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '.' }).collect();
        let otpauth =
            Zeroizing::new(format!("otpauth://totp/Countersign:{label}?secret={}&issuer=Countersign", *base32));
        Ok(Drawn { password, password_hash, totp, otpauth })
    }

    /// Adds a person with a password and a code generator that are drawn for them.
    pub async fn add_person(&self, name: &str, role: DeskRole) -> Result<Enrolment, DeskError> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
            return Err(DeskError::Name);
        }
        let Drawn { password, password_hash, totp, otpauth } = self.draw(name)?;
        let now = self.now();
        let person = Person {
            id: PersonId::new(now, self.random_id()),
            name: name.to_owned(),
            role,
            password_hash,
            totp,
            last_step: 0,
            failures: 0,
            failed_at: None,
            created_at: now,
            disabled_at: None,
        };
        let mut tx = self.parts.store.begin().await?;
        tx.insert_person(&person).await.map_err(|error| match error.kind {
            ErrorKind::Conflict => DeskError::Name,
            _ => error.into(),
        })?;
        Self::note_look(&mut *tx, &person, "person.added", None, Some(role.name().into()), now).await?;
        tx.commit().await?;
        Ok(Enrolment { person, password, otpauth })
    }

    /// Draws a new password and code generator for a person and ends their logins.
    pub async fn renew_person(&self, name: &str) -> Result<Enrolment, DeskError> {
        let Drawn { password, password_hash, totp, otpauth } = self.draw(name)?;
        let mut tx = self.parts.store.begin().await?;
        let known = tx.person_by_name(name).await?.ok_or(DeskError::Unknown)?;
        let person = Person { password_hash, totp, failures: 0, failed_at: None, ..known };
        tx.update_person(&person).await?;
        tx.end_logins_of(person.id).await?;
        // Whoever lost what they sign in with may have lost the device as well.
        tx.remove_passkeys_of(person.id).await?;
        Self::note_look(&mut *tx, &person, "person.renewed", None, None, self.now()).await?;
        tx.commit().await?;
        Ok(Enrolment { person, password, otpauth })
    }

    /// Lets a person go: no sign-in, no login. What they signed stays.
    pub async fn disable_person(&self, name: &str) -> Result<(), DeskError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let known = tx.person_by_name(name).await?.ok_or(DeskError::Unknown)?;
        let person = Person { disabled_at: Some(now), ..known };
        tx.update_person(&person).await?;
        tx.end_logins_of(person.id).await?;
        Self::note_look(&mut *tx, &person, "person.disabled", None, None, now).await?;
        Ok(tx.commit().await?)
    }

    /// Every person of the desk.
    pub async fn people(&self) -> Result<Vec<Person>, DeskError> {
        Ok(self.parts.store.read().await?.people().await?)
    }

    /// A person chooses another password. Their other logins end.
    pub async fn change_password(&self, person: &Person, old: &str, new: &str) -> Result<(), DeskError> {
        if new.chars().count() < PASSWORD_MIN || new.len() > 1_000 {
            return Err(DeskError::Password);
        }
        let salt = self.salt();
        let (hash, old, new) = (person.password_hash.clone(), old.to_owned(), Zeroizing::new(new.to_owned()));
        let hashed = self
            .hashing(
                move || if is_password(&old, &hash) { hash_password(&new, &salt) } else { Err(DeskError::NotAllowed) },
            )
            .await??;
        let mut tx = self.parts.store.begin().await?;
        let known = tx.person(person.id).await?.ok_or(DeskError::Unknown)?;
        let person = Person { password_hash: hashed, ..known };
        tx.update_person(&person).await?;
        tx.end_logins_of(person.id).await?;
        Self::note_look(&mut *tx, &person, "password.changed", None, None, self.now()).await?;
        Ok(tx.commit().await?)
    }
}
