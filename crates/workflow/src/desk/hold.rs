//! Holding a case: while one person has it open, nobody else decides it.

use countersign_domain::{PersonId, SessionId};
use countersign_storage::{DeskCase, DeskRole, Person, Tx};
use jiff::{SignedDuration, Timestamp};

use super::{DeskError, May, name_of};
use crate::App;

/// How long a case stays held without a sign of life from the screen, which gives one each minute.
pub const HOLD: SignedDuration = SignedDuration::from_mins(5);

/// Why a case comes first.
pub const URGENCIES: [&str; 4] = ["travel", "payment_blocked", "vulnerable_person", "promise_at_risk"];

impl App {
    /// Takes or keeps hold of a case. An administrator may take it from somebody else.
    pub async fn hold_case(&self, person: &Person, id: SessionId, take_over: bool) -> Result<Timestamp, DeskError> {
        if !person.role.may_decide() {
            return Err(DeskError::NotAllowed);
        }
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        tx.session_for_update(id).await?.ok_or(DeskError::Unknown)?;
        let case = tx.desk_case(id).await?;
        let other = case.held_by(now).filter(|holder| *holder != person.id);
        if let Some(holder) = other
            && !(take_over && person.role == DeskRole::Admin)
        {
            let by = name_of(&Self::names(&mut *tx).await?, holder);
            return Err(DeskError::Held { by, until: case.held_until.unwrap_or(now) });
        }
        let until = now + HOLD;
        if case.held_by(now).is_none() || other.is_some() {
            let action = if other.is_some() { "case.taken_over" } else { "case.held" };
            Self::note_look(&mut *tx, person, action, Some(id), None, now).await?;
        }
        tx.put_desk_case(&DeskCase { holder: Some(person.id), held_until: Some(until), ..case }).await?;
        tx.commit().await?;
        Ok(until)
    }

    /// Lets go of a case; nothing happens where somebody else holds it.
    pub async fn leave_case(&self, person: &Person, id: SessionId) -> Result<(), DeskError> {
        self.change_case(id, |case| {
            if case.holder == Some(person.id) {
                (case.holder, case.held_until) = (None, None);
            }
        })
        .await
    }

    /// Says who is to do a case; `None`: anyone.
    pub async fn assign_case(&self, person: &Person, id: SessionId, to: Option<PersonId>) -> Result<(), DeskError> {
        if !person.role.may_decide() {
            return Err(DeskError::NotAllowed);
        }
        let mut tx = self.parts.store.begin().await?;
        if let Some(to) = to {
            let other = tx.person(to).await?.filter(|other| other.disabled_at.is_none()).ok_or(DeskError::Unknown)?;
            if !other.role.may_decide() {
                return Err(DeskError::NotAllowed);
            }
        }
        let case = locked(&mut *tx, id).await?;
        tx.put_desk_case(&DeskCase { assignee: to, ..case }).await?;
        let subject = to.map(|to| to.to_string());
        Self::note_look(&mut *tx, person, "case.assigned", Some(id), subject, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Puts a case first, for a reason of [`URGENCIES`]; `None`: back in its row.
    pub async fn urge_case(&self, person: &Person, id: SessionId, why: Option<&str>) -> Result<(), DeskError> {
        if why.is_some_and(|why| !URGENCIES.contains(&why)) {
            return Err(DeskError::Unknown);
        }
        let mut tx = self.parts.store.begin().await?;
        let case = locked(&mut *tx, id).await?;
        tx.put_desk_case(&DeskCase { urgent: why.map(str::to_owned), ..case }).await?;
        Self::note_look(&mut *tx, person, "case.urged", Some(id), why.map(str::to_owned), self.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn change_case(&self, id: SessionId, change: impl FnOnce(&mut DeskCase) + Send) -> Result<(), DeskError> {
        let mut tx = self.parts.store.begin().await?;
        let mut case = locked(&mut *tx, id).await?;
        change(&mut case);
        tx.put_desk_case(&case).await?;
        Ok(tx.commit().await?)
    }
}

/// The case, with its session locked, so that two people cannot take it at once.
async fn locked(tx: &mut (dyn Tx + '_), id: SessionId) -> Result<DeskCase, DeskError> {
    tx.session_for_update(id).await?.ok_or(DeskError::Unknown)?;
    Ok(tx.desk_case(id).await?)
}
