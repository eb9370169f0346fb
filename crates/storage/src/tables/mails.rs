//! Mail to applicants: the address, sealed with the session's key, and the outbox of what is told.

use async_trait::async_trait;
use countersign_domain::{MailId, SessionId};
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::session_keys::SessionKeyTable;
use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const ADDRESSES: (&str, &str) = ("mail_addresses", "session_id");
const MAILS: (&str, &str) = ("mails", "id");

/// Where an applicant wants to be told. Its `Debug` form leaves the address out.
#[derive(Clone, PartialEq, Eq)]
pub struct MailAddress {
    /// As given.
    pub address: Zeroizing<String>,
    /// The language to write in (BCP 47).
    pub language: String,
}

impl std::fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MailAddress(redacted, {})", self.language)
    }
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// A person looks.
    InReview,
    /// The level is granted.
    Approved,
    /// The level is refused.
    Declined,
    /// A part is to be done again.
    Resubmission,
    /// Somebody answered a request for help.
    Answered,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::InReview, Self::Approved, Self::Declined, Self::Resubmission, Self::Answered];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Resubmission => "resubmission",
            Self::Answered => "answered",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One mail of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id; also the message's own, so that a copy sent twice is known as one.
    pub id: MailId,
    /// About which session.
    pub session: SessionId,
    /// What is told.
    pub kind: MailKind,
    /// When it was written down.
    pub made_at: Timestamp,
    /// When a server took it.
    pub sent_at: Option<Timestamp>,
    /// Why it was never sent, a word of a closed list.
    pub dropped: Option<String>,
}

/// Addresses and the outbox.
#[async_trait]
pub trait MailTable {
    /// Keeps where to tell, in place of what was kept before.
    async fn put_mail_address(&mut self, session: SessionId, to: &MailAddress) -> Result<(), StorageError>;
    /// Where to tell; `None` when nothing was given, and once the session's key was erased.
    async fn mail_address(&mut self, session: SessionId) -> Result<Option<MailAddress>, StorageError>;
    /// Forgets where to tell; nothing happens where nothing was given.
    async fn forget_mail_address(&mut self, session: SessionId) -> Result<(), StorageError>;
    /// Writes a mail down.
    async fn insert_mail(&mut self, mail: &Mail) -> Result<(), StorageError>;
    /// The mail of that id.
    async fn mail(&mut self, id: MailId) -> Result<Option<Mail>, StorageError>;
    /// A session's mails, oldest first.
    async fn mails_of(&mut self, session: SessionId) -> Result<Vec<Mail>, StorageError>;
    /// Notes what became of a mail that was still open.
    async fn settle_mail(
        &mut self,
        id: MailId,
        sent_at: Option<Timestamp>,
        dropped: Option<&str>,
    ) -> Result<(), StorageError>;
}

pub(crate) struct MailSql {
    /// session, sealed, language
    pub(crate) put_address: &'static str,
    pub(crate) address: &'static str,
    pub(crate) forget_address: &'static str,
    /// id, session, kind, made
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) of_session: &'static str,
    /// id, sent, dropped
    pub(crate) settle: &'static str,
}

fn place(session: &str) -> [&str; 2] {
    ["mail_addresses.sealed", session]
}

fn read(row: &Row) -> Result<Mail, StorageError> {
    Ok(Mail {
        id: row.parsed("id")?,
        session: row.parsed("session_id")?,
        kind: row.named("kind", MailKind::from_name)?,
        made_at: row.time("made_at")?,
        sent_at: row.opt_time("sent_at")?,
        dropped: row.opt_text("dropped")?,
    })
}

#[async_trait]
impl MailTable for OpenTx {
    async fn put_mail_address(&mut self, session: SessionId, to: &MailAddress) -> Result<(), StorageError> {
        let key = self.required_key(session).await?;
        let id = session.to_string();
        let sealed = key.seal(&place(&id), to.address.as_bytes());
        let params = values![id, sealed, to.language.as_str()];
        self.run(ADDRESSES.0, session, self.sql().mails.put_address, params).await.map(drop)
    }

    async fn mail_address(&mut self, session: SessionId) -> Result<Option<MailAddress>, StorageError> {
        let id = session.to_string();
        let Some(row) = self.row(ADDRESSES, self.sql().mails.address, values![id.as_str()]).await? else {
            return Ok(None);
        };
        let Some(key) = self.session_key(session).await? else { return Ok(None) };
        let impossible = || row.impossible("sealed");
        let plain = key.open(&place(&id), &row.blob("sealed")?).map_err(|cause| impossible().because(cause))?;
        let address = std::str::from_utf8(&plain).map_err(|_| impossible())?;
        Ok(Some(MailAddress { address: Zeroizing::new(address.to_owned()), language: row.text("language")? }))
    }

    async fn forget_mail_address(&mut self, session: SessionId) -> Result<(), StorageError> {
        let params = values![session.to_string()];
        self.run(ADDRESSES.0, session, self.sql().mails.forget_address, params).await.map(drop)
    }

    async fn insert_mail(&mut self, mail: &Mail) -> Result<(), StorageError> {
        let params = values![mail.id.to_string(), mail.session.to_string(), mail.kind.name(), mail.made_at];
        self.run(MAILS.0, mail.id, self.sql().mails.insert, params).await.map(drop)
    }

    async fn mail(&mut self, id: MailId) -> Result<Option<Mail>, StorageError> {
        let row = self.row(MAILS, self.sql().mails.by_id, values![id.to_string()]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn mails_of(&mut self, session: SessionId) -> Result<Vec<Mail>, StorageError> {
        self.rows(MAILS, self.sql().mails.of_session, values![session.to_string()]).await?.iter().map(read).collect()
    }

    async fn settle_mail(
        &mut self,
        id: MailId,
        sent_at: Option<Timestamp>,
        dropped: Option<&str>,
    ) -> Result<(), StorageError> {
        match self.run(MAILS.0, id, self.sql().mails.settle, values![id.to_string(), sent_at, dropped]).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(ErrorKind::Conflict, MAILS.0).of(id)),
        }
    }
}
