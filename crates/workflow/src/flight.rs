//! The flight recorder: how face and sound of one decision were compared, as one self-contained page or JSON document, with pictures or
//! without, so that it can be shared.
//!
//! Measured anew from the evidence that the decision rests on, beside the values that the decision kept.

mod charts;
mod document;
mod page;

pub use page::STYLE;

use std::sync::Arc;

use countersign_checks::examine::{Asked, Flight};
use countersign_domain::{DecidedBy, Decision, PersonId, SessionId};
use countersign_storage::{Look, Person};
use jiff::tz::TimeZone;

use crate::App;
use crate::desk::{DeskError, May};
use crate::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE, ProcessError};

/// Who asks at the command line, where nobody signs in: whoever has the machine and its keys.
const AT_THE_MACHINE: &str = "command line";

/// The record of one decision.
pub struct FlightRecord {
    /// One HTML page without a reference to anything else.
    pub html: String,
    /// The same as data; curves and values always, pictures never.
    pub json: serde_json::Value,
}

/// What the page tells.
pub(crate) struct Told<'a> {
    pub(crate) decision: &'a Decision,
    pub(crate) flight: &'a Flight,
    pub(crate) pictures: bool,
}

impl App {
    /// The record for a person at the desk; the look is on record first.
    pub async fn flight_record(
        &self,
        person: &Person,
        session: SessionId,
        pictures: bool,
    ) -> Result<FlightRecord, DeskError> {
        if !person.role.may_see_evidence() {
            return Err(DeskError::NotAllowed);
        }
        self.recorded(person.id, &person.name, session, pictures).await
    }

    /// The record for whoever has the machine; on record as a look from the command line.
    pub async fn flight_record_here(&self, session: SessionId, pictures: bool) -> Result<FlightRecord, DeskError> {
        let nobody = PersonId::new(jiff::Timestamp::UNIX_EPOCH, 0);
        self.recorded(nobody, AT_THE_MACHINE, session, pictures).await
    }

    async fn recorded(
        &self,
        person: PersonId,
        name: &str,
        session: SessionId,
        pictures: bool,
    ) -> Result<FlightRecord, DeskError> {
        let mut tx = self.parts.store.begin().await?;
        let decision = tx
            .decisions_of(session)
            .await?
            .into_iter()
            .rfind(|decision| decision.by == DecidedBy::Policy)
            .ok_or(DeskError::Unknown)?;
        let subject = format!("{} {}", decision.id, if pictures { "with pictures" } else { "without pictures" });
        let at = self.now();
        let action = "flight_record.seen".to_owned();
        tx.append_look(&Look {
            person,
            name: name.to_owned(),
            action,
            session: Some(session),
            subject: Some(subject),
            at,
        })
        .await?;
        tx.commit().await?;
        let today = decision.at.to_zoned(TimeZone::UTC).date();
        let loaded = self.load_case(session, Some(&decision.inputs), today).await.map_err(unusable)?;
        let (decoder, examiner) = (self.parts.decoder.clone(), Arc::clone(&self.parts.examiner));
        self.decoding(move || {
            let bytes = loaded.files.clip.as_ref().ok_or(DeskError::Unknown)?;
            let clip =
                decoder.clip(bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE).map_err(|_| DeskError::Undecodable)?;
            let front = loaded.files.front.as_ref().and_then(|bytes| decoder.photo(bytes).ok());
            let question = &loaded.question;
            let asked = question.digits.as_deref().map(|digits| Asked { digits, language: &question.language });
            let flight = examiner.flight(front.as_ref(), &clip, asked).ok_or(DeskError::Undecodable)?;
            let told = Told { decision: &decision, flight: &flight, pictures };
            Ok(FlightRecord { html: page::html(&told), json: document::json(&told) })
        })
        .await
    }
}

fn unusable(error: ProcessError) -> DeskError {
    match error {
        ProcessError::Storage(error) => DeskError::Storage(error),
        _ => DeskError::Unknown,
    }
}
