//! Signing in: name, password and the code of the moment, told apart by nobody from outside.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use countersign_storage::{ErrorKind, Login, Person, StorageError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::DeskError;
use super::people::{hash_password, is_password, totp};
use crate::App;
use crate::keys::{Secret, hash};

/// Start of a desk login's secret.
pub const LOGIN_PREFIX: &str = "cdk_";
/// A login ends after a working day, used or not.
const LASTS: SignedDuration = SignedDuration::from_hours(12);
/// A login that was not used for this long is over: the person has left their screen.
const IDLE: SignedDuration = SignedDuration::from_mins(45);
/// How exactly the last use is known; spares a write on most requests.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// Refused sign-ins before each further one has to wait.
const FREE_FAILURES: u32 = 5;
/// The longest wait; each refusal after the free ones doubles it, from 15 seconds on.
const LONGEST_WAIT_S: i64 = 900;
/// Names that are nobody's, remembered so that they wait like names that are somebody's.
const STRANGERS_MAX: usize = 10_000;

/// Why a sign-in is refused.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name, password or code is wrong; which one is not told.
    #[error("name, password or code is wrong")]
    Refused,
    /// Too many refusals.
    #[error("too many tries")]
    Wait {
        /// Seconds until the next one is looked at.
        seconds: i64,
    },
    /// Anything else.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl From<StorageError> for SignInError {
    fn from(error: StorageError) -> Self {
        Self::Desk(error.into())
    }
}

/// Refusals of names that are nobody's.
#[derive(Default)]
pub(crate) struct Strangers(Mutex<HashMap<[u8; 32], (u32, Timestamp)>>);

impl Strangers {
    fn known(&self, name: &str) -> (u32, Option<Timestamp>) {
        let map = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        map.get(&hash(name)).map_or((0, None), |(failures, at)| (*failures, Some(*at)))
    }

    fn refused(&self, name: &str, failures: u32, now: Timestamp) {
        let mut map = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if map.len() >= STRANGERS_MAX {
            map.clear();
        }
        map.insert(hash(name), (failures + 1, now));
    }
}

/// Seconds to wait after so many refusals, the last at `at`; `None` when the next try may come.
fn wait(failures: u32, at: Option<Timestamp>, now: Timestamp) -> Option<i64> {
    let over = failures.checked_sub(FREE_FAILURES)?;
    let pause = 15_i64.saturating_mul(1 << over.min(10)).min(LONGEST_WAIT_S);
    let left = at?.as_second() + pause - now.as_second();
    (left > 0).then_some(left)
}

impl App {
    /// Runs a password's hashing off the asynchronous threads, one at a time: it takes 19 MiB and is what an attacker would ask for.
    pub(crate) async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, DeskError> {
        let broken = || StorageError::new(ErrorKind::Io, "password");
        let permit = self.hashing.acquire().await.map_err(|_| broken())?;
        let done = tokio::task::spawn_blocking(work).await;
        drop(permit);
        done.map_err(|_| broken().into())
    }

    /// Opens a login.
    pub async fn sign_in(&self, name: &str, password: &str, code: &str) -> Result<(Person, Secret), SignInError> {
        let now = self.now();
        let name = name.trim();
        let known = self.parts.store.read().await?.person_by_name(name).await?;
        let (failures, failed_at) =
            known.as_ref().map_or_else(|| self.strangers.known(name), |person| (person.failures, person.failed_at));
        if let Some(seconds) = wait(failures, failed_at, now) {
            return Err(SignInError::Wait { seconds });
        }
        let person = known.clone().filter(|person| person.disabled_at.is_none());
        // A name that is nobody's costs as much as one that is somebody's.
        let stored = match &person {
            Some(person) => person.password_hash.clone(),
            None => hash_password("nobody", &self.salt())?,
        };
        let password = password.to_owned();
        let right = self.hashing(move || is_password(&password, &stored)).await? && person.is_some();
        let step = person.as_ref().and_then(|person| totp(&person.totp).check(code.trim(), seconds(now)));
        let Some((person, step)) = person.zip(step).filter(|_| right) else {
            self.refuse(name, known, failures, now).await?;
            return Err(SignInError::Refused);
        };
        let mut tx = self.parts.store.begin().await?;
        if !tx.spend_code(person.id, step).await? {
            drop(tx);
            self.refuse(name, Some(person), failures, now).await?;
            return Err(SignInError::Refused);
        }
        let person = Person { failures: 0, failed_at: None, ..person };
        tx.update_person(&person).await?;
        let secret = self.open_login(&mut *tx, &person, "signed_in", now).await?;
        tx.commit().await?;
        Ok((person, secret))
    }

    /// Opens a login in an open transaction, for whoever proved to be the person.
    pub(crate) async fn open_login(
        &self,
        tx: &mut (dyn Tx + '_),
        person: &Person,
        how: &str,
        now: Timestamp,
    ) -> Result<Secret, StorageError> {
        let secret = self.draw_secret(LOGIN_PREFIX);
        let login = Login { person: person.id, created_at: now, seen_at: now, expires_at: now + LASTS };
        tx.insert_login(hash(secret.expose()), &login).await?;
        tx.purge_logins(now).await?;
        Self::note_look(tx, person, how, None, None, now).await?;
        Ok(secret)
    }

    async fn refuse(
        &self,
        name: &str,
        known: Option<Person>,
        failures: u32,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let Some(person) = known else {
            self.strangers.refused(name, failures, now);
            return Ok(());
        };
        let mut tx = self.parts.store.begin().await?;
        tx.update_person(&Person { failures: failures + 1, failed_at: Some(now), ..person.clone() }).await?;
        Self::note_look(&mut *tx, &person, "sign_in.refused", None, None, now).await?;
        tx.commit().await
    }

    /// The person whose login a secret opens; `None` when it is over.
    pub async fn person_of_login(&self, secret: &str) -> Result<Option<Person>, StorageError> {
        let now = self.now();
        let key = hash(secret);
        let mut tx = self.parts.store.read().await?;
        let Some(login) = tx.login(key).await? else { return Ok(None) };
        if now >= login.expires_at || now >= login.seen_at + IDLE {
            return Ok(None);
        }
        let person = tx.person(login.person).await?.filter(|person| person.disabled_at.is_none());
        drop(tx);
        if now >= login.seen_at + SEEN_EVERY {
            let mut tx = self.parts.store.begin().await?;
            tx.touch_login(key, now).await?;
            tx.commit().await?;
        }
        Ok(person)
    }

    /// Ends a login.
    pub async fn sign_out(&self, person: &Person, secret: &str) -> Result<(), StorageError> {
        let mut tx = self.parts.store.begin().await?;
        tx.end_login(hash(secret)).await?;
        Self::note_look(&mut *tx, person, "signed_out", None, None, self.now()).await?;
        tx.commit().await
    }
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_after_the_free_ones_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        let at = Timestamp::from_second(1_795_000_000).expect("a second");
        assert_eq!(wait(4, Some(at), at), None);
        assert_eq!(wait(5, Some(at), at), Some(15));
        assert_eq!(wait(7, Some(at), at), Some(60));
        assert_eq!(wait(40, Some(at), at), Some(900));
        assert_eq!(wait(5, Some(at), at + SignedDuration::from_secs(15)), None);
    }

    #[test]
    fn a_password_is_told_from_another_and_its_hash_is_argon2id() {
        let hashed = hash_password("correct horse battery", &[7; 16]).expect("hashed");
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert!(is_password("correct horse battery", &hashed));
        assert!(!is_password("correct horse batterz", &hashed));
        assert!(!is_password("", "no hash"));
    }
}
