//! Mail: an applicant who gave an address is told when something changed. Nothing is said of them but that.
//!
//! What is to be sent is written down in the transaction of what it tells, with the job that sends it. A mail has one id for good: sent twice
//! because a worker died in between, it is one mail to whoever reads it.

mod smtp;
mod texts;

use std::sync::Arc;

use async_trait::async_trait;
use countersign_domain::{JobId, MailId, Outcome, SessionId};
use countersign_storage::{Mail, MailAddress, MailKind, NewJob, StorageError, Tx};
use jiff::Timestamp;
use zeroize::Zeroizing;

pub use smtp::{Security, Smtp, SmtpOptions};
pub use texts::{MailTexts, TextError};

use crate::App;

/// Sends a mail.
pub const SEND_MAIL: &str = "send_mail";
/// Tries before a mail is given up: with the queue's pauses, four hours and a half.
pub const MAIL_ATTEMPTS: u32 = 14;

/// An address that a mail server could take. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Zeroizing<String>);

impl Address {
    /// Proves the form: one `@`, no blanks, no control characters, at most 254 characters (RFC 5321).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (text.len() <= 254 && text.parse::<lettre::Address>().is_ok()).then(|| Self(Zeroizing::new(text.to_owned())))
    }
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address(redacted)")
    }
}

/// One mail, ready to go.
pub struct Letter {
    /// The left part of its message id.
    pub id: String,
    /// Where to.
    pub to: Zeroizing<String>,
    /// The language of its texts (BCP 47).
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// When it was written down.
    pub at: Timestamp,
}

/// Why a mail was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The server does not answer or says to come back.
    #[error("the mail server could not be used: {0}")]
    Later(&'static str),
    /// The server will never take it.
    #[error("the mail was refused for good: {0}")]
    Never(&'static str),
}

/// What takes mails.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Hands one over; `Ok` when a server answers for it.
    async fn send(&self, letter: &Letter) -> Result<(), MailError>;
}

/// What an application needs to tell by mail.
#[derive(Clone)]
pub struct MailParts {
    /// What takes mails.
    pub mailer: Arc<dyn Mailer>,
    /// What is said, in every language.
    pub texts: Arc<MailTexts>,
}

impl App {
    /// Whether mail can be sent at all.
    pub fn mails(&self) -> bool {
        self.parts.mail.is_some()
    }

    /// Keeps where an applicant wants to be told, or forgets it.
    pub async fn choose_mail(
        &self,
        id: SessionId,
        address: Option<&Address>,
        language: &str,
    ) -> Result<bool, StorageError> {
        let mut tx = self.parts.store.begin().await?;
        if tx.session_for_update(id).await?.is_none() {
            return Ok(false);
        }
        match address {
            Some(address) => self.keep_mail_address(&mut *tx, id, address, language).await?,
            None => tx.forget_mail_address(id).await?,
        }
        tx.commit().await?;
        Ok(true)
    }

    pub(crate) async fn keep_mail_address(
        &self,
        tx: &mut (dyn Tx + '_),
        id: SessionId,
        address: &Address,
        language: &str,
    ) -> Result<(), StorageError> {
        tx.put_mail_address(id, &MailAddress { address: address.0.clone(), language: language.to_owned() }).await
    }

    /// Writes a mail down with the job that sends it, where an address was given and mail can be sent.
    pub(crate) async fn tell(
        &self,
        tx: &mut (dyn Tx + '_),
        session: SessionId,
        kind: MailKind,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        if self.parts.mail.is_none() || tx.mail_address(session).await?.is_none() {
            return Ok(());
        }
        let mail =
            Mail { id: MailId::new(now, self.random_id()), session, kind, made_at: now, sent_at: None, dropped: None };
        tx.insert_mail(&mail).await?;
        let job = NewJob {
            id: JobId::new(now, self.random_id()),
            kind: SEND_MAIL.into(),
            subject: mail.id.to_string(),
            run_at: now,
            max_attempts: MAIL_ATTEMPTS,
            dedupe_key: Some(mail.id.to_string()),
        };
        tx.enqueue(&job).await?;
        self.work.notify_one();
        Ok(())
    }

    /// Sends a mail that was written down; one that was sent or dropped is left alone.
    pub(crate) async fn send_mail(&self, id: MailId) -> Result<(), SendError> {
        let Some(parts) = &self.parts.mail else { return Err(SendError::Mail(MailError::Later("mail.off"))) };
        let mut tx = self.parts.store.read().await?;
        let mail = tx.mail(id).await?.ok_or(SendError::Unknown)?;
        if mail.sent_at.is_some() || mail.dropped.is_some() {
            return Ok(());
        }
        let (address, session) = (tx.mail_address(mail.session).await?, tx.session(mail.session).await?);
        drop(tx);
        let Some((to, session)) = address.zip(session) else {
            return self.settle(id, None, Some("no_address")).await;
        };
        if mail.kind == MailKind::InReview && session.state.review_due().is_none() {
            return self.settle(id, None, Some("overtaken")).await;
        }
        match parts.mailer.send(&parts.texts.letter(&mail, &to, &session)).await {
            Ok(()) => self.settle(id, Some(self.now()), None).await,
            Err(MailError::Never(code)) => {
                tracing::warn!(mail = %id, code, "a mail was refused for good");
                self.settle(id, None, Some(code)).await
            }
            Err(later @ MailError::Later(_)) => Err(later.into()),
        }
    }

    async fn settle(&self, id: MailId, sent: Option<Timestamp>, dropped: Option<&str>) -> Result<(), SendError> {
        let mut tx = self.parts.store.begin().await?;
        tx.settle_mail(id, sent, dropped).await?;
        Ok(tx.commit().await?)
    }
}

/// What is told of an outcome.
pub(crate) fn kind_of(outcome: &Outcome) -> MailKind {
    match outcome {
        Outcome::Approved => MailKind::Approved,
        Outcome::Declined => MailKind::Declined,
        Outcome::Resubmit(_) => MailKind::Resubmission,
        Outcome::InReview => MailKind::InReview,
    }
}

/// Why a job that sends did not.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SendError {
    /// No such mail.
    #[error("there is no such mail")]
    Unknown,
    /// The server.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_form_and_is_never_shown() {
        let good = Address::parse(" anna@example.org ").expect("an address");
        assert_eq!(format!("{good:?}"), "Address(redacted)");
        for wrong in ["", "anna", "anna@", "a b@example.org", "anna@example.org\r\nBcc: x@example.org", "a@b@c"] {
            assert!(Address::parse(wrong).is_none(), "{wrong:?}");
        }
        assert!(Address::parse(&format!("{}@example.org", "x".repeat(250))).is_none());
    }
}
