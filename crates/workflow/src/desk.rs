//! The desk: the people who look at what waits for a person, and everything they may do there.
//!
//! Every look at personal data leaves a row that nobody can change. A case is decided by the one person who holds it.

pub mod case;
pub mod hold;
pub mod media;
pub mod passkeys;
pub mod people;
pub mod queue;
pub mod sign_in;

use countersign_domain::{DecisionId, Outcome, PersonId, Reason, SessionId};
use countersign_storage::{DeskRole, Look, Person, StorageError, Tx};
use jiff::{SignedDuration, Timestamp};

use crate::App;
use crate::review::{AtDesk, ReviewError, Ruling};

/// Within this time a person has looked, on most cases. The promise to the applicant is the policy's `review_hours`.
pub const TARGET: SignedDuration = SignedDuration::from_hours(24);

/// Why the desk refuses.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The person's role does not allow it.
    #[error("this role may not do that")]
    NotAllowed,
    /// No such session, evidence or person.
    #[error("there is nothing of that id")]
    Unknown,
    /// Somebody else has the case open.
    #[error("another person has this case open")]
    Held {
        /// Their name.
        by: String,
        /// Until when, if they do nothing more.
        until: Timestamp,
    },
    /// A name is taken or not usable.
    #[error("the name has 1 to 60 characters and is not taken")]
    Name,
    /// The new password is too short.
    #[error("a password has at least {} characters", people::PASSWORD_MIN)]
    Password,
    /// What a browser answered for a passkey is not what was asked, or there are too many.
    #[error("the passkey cannot be used")]
    Passkey,
    /// The file cannot be shown.
    #[error("the file cannot be decoded")]
    Undecodable,
    /// The decision is not taken.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What a role may do.
pub trait May {
    /// See documents, faces, videos and what was declared.
    fn may_see_evidence(&self) -> bool;
    /// Decide cases.
    fn may_decide(&self) -> bool;
    /// Answer requests for help.
    fn may_answer(&self) -> bool;
}

impl May for DeskRole {
    fn may_see_evidence(&self) -> bool {
        !matches!(self, Self::Support)
    }

    fn may_decide(&self) -> bool {
        matches!(self, Self::Reviewer | Self::Admin)
    }

    fn may_answer(&self) -> bool {
        matches!(self, Self::Support | Self::Reviewer | Self::Admin)
    }
}

impl App {
    /// Adds a look to an open transaction.
    pub(crate) async fn note_look(
        tx: &mut (dyn Tx + '_),
        person: &Person,
        action: &str,
        session: Option<SessionId>,
        subject: Option<String>,
        at: Timestamp,
    ) -> Result<(), StorageError> {
        let look =
            Look { person: person.id, name: person.name.clone(), action: action.to_owned(), session, subject, at };
        tx.append_look(&look).await
    }

    /// Decides a case at the desk: by the one who holds it, with a reason and a note, on the decision that they have seen.
    pub async fn decide_at_desk(
        &self,
        person: &Person,
        id: SessionId,
        after: DecisionId,
        outcome: Outcome,
        reason: Option<Reason>,
        note: &str,
    ) -> Result<(), DeskError> {
        if !person.role.may_decide() {
            return Err(DeskError::NotAllowed);
        }
        if note.trim().is_empty() {
            return Err(ReviewError::NoteMissing.into());
        }
        let ruling = Ruling { outcome, reason, note };
        self.sign(id, &person.name, ruling, Some(AtDesk { person, after })).await?;
        Ok(())
    }

    /// Names of people by id, for screens.
    pub(crate) async fn names(tx: &mut (dyn Tx + '_)) -> Result<Vec<(PersonId, String)>, StorageError> {
        Ok(tx.people().await?.into_iter().map(|person| (person.id, person.name)).collect())
    }
}

/// A person's name among those listed; the id where they are not.
pub(crate) fn name_of(names: &[(PersonId, String)], id: PersonId) -> String {
    names.iter().find(|(known, _)| *known == id).map_or_else(|| id.to_string(), |(_, name)| name.clone())
}
