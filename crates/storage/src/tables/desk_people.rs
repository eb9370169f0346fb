//! The people who work at the desk, and their logins.

use async_trait::async_trait;
use countersign_domain::PersonId;
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const PEOPLE: (&str, &str) = ("desk_people", "id");
const LOGINS: (&str, &str) = ("desk_logins", "person_id");

/// What a person of the desk may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskRole {
    /// Looks at cases and decides them.
    Reviewer,
    /// Answers requests for help; sees no document, face or video.
    Support,
    /// Looks at cases to find out what went wrong; decides nothing.
    Engineer,
    /// All of it.
    Admin,
}

impl DeskRole {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Reviewer, Self::Support, Self::Engineer, Self::Admin];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::Support => "support",
            Self::Engineer => "engineer",
            Self::Admin => "admin",
        }
    }

    /// The role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A person of the desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// What colleagues call them; it signs their decisions.
    pub name: String,
    /// What they may do.
    pub role: DeskRole,
    /// Argon2id over the password, in PHC form.
    pub password_hash: String,
    /// The secret of their code generator, 20 bytes.
    pub totp: Zeroizing<Vec<u8>>,
    /// The time step of the last code that was taken; 0 before the first.
    pub last_step: u64,
    /// Refused sign-ins since the last good one.
    pub failures: u32,
    /// When the last sign-in was refused.
    pub failed_at: Option<Timestamp>,
    /// When they were added.
    pub created_at: Timestamp,
    /// When they left.
    pub disabled_at: Option<Timestamp>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, {})", self.id, self.role.name())
    }
}

/// An open login.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// Whose.
    pub person: PersonId,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends, used or not.
    pub expires_at: Timestamp,
}

/// People and logins.
#[async_trait]
pub trait DeskPeopleTable {
    /// Adds a person; a known id or name is a conflict.
    async fn insert_person(&mut self, person: &Person) -> Result<(), StorageError>;
    /// Every person, oldest first.
    async fn people(&mut self) -> Result<Vec<Person>, StorageError>;
    /// The person of that name.
    async fn person_by_name(&mut self, name: &str) -> Result<Option<Person>, StorageError>;
    /// The person of that id.
    async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StorageError>;
    /// Stores role, password, code generator, refused sign-ins and leave of a person who is there.
    async fn update_person(&mut self, person: &Person) -> Result<(), StorageError>;
    /// Notes that the code of `step` was used; `false` when that or a later one was used before.
    async fn spend_code(&mut self, id: PersonId, step: u64) -> Result<bool, StorageError>;
    /// Opens a login under the hash of its secret.
    async fn insert_login(&mut self, token_hash: [u8; 32], login: &Login) -> Result<(), StorageError>;
    /// The login of that hash, also one that is over.
    async fn login(&mut self, token_hash: [u8; 32]) -> Result<Option<Login>, StorageError>;
    /// Notes that a login was used.
    async fn touch_login(&mut self, token_hash: [u8; 32], at: Timestamp) -> Result<(), StorageError>;
    /// Ends a login; one that is not there is no error.
    async fn end_login(&mut self, token_hash: [u8; 32]) -> Result<(), StorageError>;
    /// Ends every login of a person; gives how many.
    async fn end_logins_of(&mut self, id: PersonId) -> Result<u64, StorageError>;
    /// Removes logins that ended before `before`.
    async fn purge_logins(&mut self, before: Timestamp) -> Result<u64, StorageError>;
}

pub(crate) struct DeskPeopleSql {
    /// id, name, role, password, totp, `created_at`
    pub(crate) insert: &'static str,
    pub(crate) all: &'static str,
    pub(crate) by_name: &'static str,
    pub(crate) by_id: &'static str,
    /// id, role, password, totp, failures, `failed_at`, `disabled_at`
    pub(crate) update: &'static str,
    /// id, step
    pub(crate) spend: &'static str,
    /// hash, person, created, seen, expires
    pub(crate) insert_login: &'static str,
    pub(crate) login: &'static str,
    /// hash, at
    pub(crate) touch: &'static str,
    pub(crate) end: &'static str,
    pub(crate) end_of: &'static str,
    pub(crate) purge: &'static str,
}

fn place(id: &str) -> [&str; 2] {
    ["desk_people.totp", id]
}

impl OpenTx {
    fn read_person(&self, row: &Row) -> Result<Person, StorageError> {
        let id: PersonId = row.parsed("id")?;
        let totp = self.keys.open(&place(&id.to_string()), &row.blob("totp")?).ok_or_else(|| row.impossible("totp"))?;
        Ok(Person {
            id,
            name: row.text("name")?,
            role: row.named("role", DeskRole::from_name)?,
            password_hash: row.text("password_hash")?,
            totp: Zeroizing::new(totp),
            last_step: row.u64("last_step")?,
            failures: row.u32("failures")?,
            failed_at: row.opt_time("failed_at")?,
            created_at: row.time("created_at")?,
            disabled_at: row.opt_time("disabled_at")?,
        })
    }
}

#[async_trait]
impl DeskPeopleTable for OpenTx {
    async fn insert_person(&mut self, person: &Person) -> Result<(), StorageError> {
        let id = person.id.to_string();
        let totp = self.keys.seal(&place(&id), &person.totp);
        let hash = person.password_hash.as_str();
        let params = values![id.as_str(), person.name.as_str(), person.role.name(), hash, totp, person.created_at];
        self.run(PEOPLE.0, person.id, self.sql().desk_people.insert, params).await.map(drop)
    }

    async fn people(&mut self) -> Result<Vec<Person>, StorageError> {
        let rows = self.rows(PEOPLE, self.sql().desk_people.all, vec![]).await?;
        rows.iter().map(|row| self.read_person(row)).collect()
    }

    async fn person_by_name(&mut self, name: &str) -> Result<Option<Person>, StorageError> {
        let row = self.row(PEOPLE, self.sql().desk_people.by_name, values![name]).await?;
        row.map(|row| self.read_person(&row)).transpose()
    }

    async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StorageError> {
        let row = self.row(PEOPLE, self.sql().desk_people.by_id, values![id.to_string()]).await?;
        row.map(|row| self.read_person(&row)).transpose()
    }

    async fn update_person(&mut self, person: &Person) -> Result<(), StorageError> {
        let id = person.id.to_string();
        let totp = self.keys.seal(&place(&id), &person.totp);
        let params = values![
            id.as_str(),
            person.role.name(),
            person.password_hash.as_str(),
            totp,
            person.failures,
            person.failed_at,
            person.disabled_at,
        ];
        match self.run(PEOPLE.0, person.id, self.sql().desk_people.update, params).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(ErrorKind::NotFound, PEOPLE.0).of(person.id)),
        }
    }

    async fn spend_code(&mut self, id: PersonId, step: u64) -> Result<bool, StorageError> {
        let params = values![id.to_string(), step as i64];
        Ok(self.run(PEOPLE.0, id, self.sql().desk_people.spend, params).await? == 1)
    }

    async fn insert_login(&mut self, token_hash: [u8; 32], login: &Login) -> Result<(), StorageError> {
        let params = values![token_hash, login.person.to_string(), login.created_at, login.seen_at, login.expires_at];
        self.run(LOGINS.0, login.person, self.sql().desk_people.insert_login, params).await.map(drop)
    }

    async fn login(&mut self, token_hash: [u8; 32]) -> Result<Option<Login>, StorageError> {
        let row = self.row(LOGINS, self.sql().desk_people.login, values![token_hash]).await?;
        row.map(|row| {
            Ok(Login {
                person: row.parsed("person_id")?,
                created_at: row.time("created_at")?,
                seen_at: row.time("seen_at")?,
                expires_at: row.time("expires_at")?,
            })
        })
        .transpose()
    }

    async fn touch_login(&mut self, token_hash: [u8; 32], at: Timestamp) -> Result<(), StorageError> {
        self.run(LOGINS.0, "login", self.sql().desk_people.touch, values![token_hash, at]).await.map(drop)
    }

    async fn end_login(&mut self, token_hash: [u8; 32]) -> Result<(), StorageError> {
        self.run(LOGINS.0, "login", self.sql().desk_people.end, values![token_hash]).await.map(drop)
    }

    async fn end_logins_of(&mut self, id: PersonId) -> Result<u64, StorageError> {
        self.run(LOGINS.0, id, self.sql().desk_people.end_of, values![id.to_string()]).await
    }

    async fn purge_logins(&mut self, before: Timestamp) -> Result<u64, StorageError> {
        self.run(LOGINS.0, "logins", self.sql().desk_people.purge, values![before]).await
    }
}
