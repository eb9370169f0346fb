//! Requests for help as the desk sees them. Opening one is a look at personal data and on record.

use countersign_domain::{SessionState, TicketId};
use countersign_media::encode;
use countersign_storage::{MailKind, Person, Ticket, TicketMessage, TicketState};

use super::{FILE_KIND, SupportError, TicketView, text_of, view};
use crate::App;
use crate::desk::May;

/// Longest side of a file on the desk, pixels.
const FILE_MAX_SIDE: u32 = 1_600;
/// Requests shown of one state.
const SHOWN: u32 = 300;

/// A request in the inbox. Nothing in it was written by anyone.
pub struct TicketEntry {
    /// The request.
    pub ticket: Ticket,
    /// Where its session stands.
    pub session_state: &'static str,
}

/// A request on one screen.
pub struct DeskTicket {
    /// The request with what was said.
    pub view: TicketView,
    /// Where its session stands.
    pub session_state: &'static str,
    /// The language of the journey.
    pub language: String,
}

impl App {
    /// The inbox: urgent ones first, then the oldest.
    pub async fn inbox(&self, person: &Person, state: TicketState) -> Result<Vec<TicketEntry>, SupportError> {
        if !person.role.may_answer() {
            return Err(SupportError::NotAllowed);
        }
        let mut tx = self.parts.store.read().await?;
        let mut entries = Vec::new();
        for ticket in tx.tickets_in(state, SHOWN).await? {
            let session_state = tx.session(ticket.session).await?.map_or("unknown", |session| session.state.name());
            entries.push(TicketEntry { ticket: Ticket { device: None, ..ticket }, session_state });
        }
        entries.sort_by_key(|entry| (entry.ticket.urgent.is_none(), entry.ticket.id));
        Ok(entries)
    }

    /// Opens a request; the look is on record before anything is shown.
    pub async fn open_request(&self, person: &Person, id: TicketId) -> Result<DeskTicket, SupportError> {
        if !person.role.may_answer() {
            return Err(SupportError::NotAllowed);
        }
        let mut tx = self.parts.store.begin().await?;
        let ticket = tx.ticket(id).await?.ok_or(SupportError::Unknown)?;
        let session = ticket.session;
        Self::note_look(&mut *tx, person, "ticket.opened", Some(session), Some(id.to_string()), self.now()).await?;
        let session_state = tx.session(session).await?.map_or("unknown", |session| session.state.name());
        let language = tx.session_labels(session).await?.map_or_else(|| "en".to_owned(), |labels| labels.language);
        let view = view(&mut *tx, ticket).await?;
        tx.commit().await?;
        Ok(DeskTicket { view, session_state, language })
    }

    /// Answers a request; `solved` closes it with the answer.
    pub async fn answer_request(
        &self,
        person: &Person,
        id: TicketId,
        text: &str,
        solved: bool,
    ) -> Result<(), SupportError> {
        if !person.role.may_answer() {
            return Err(SupportError::NotAllowed);
        }
        let (body, now) = (text_of(text)?, self.now());
        let mut tx = self.parts.store.begin().await?;
        let ticket = tx.ticket(id).await?.ok_or(SupportError::Unknown)?;
        let state = if solved { TicketState::Solved } else { TicketState::Answered };
        let ticket = Ticket { state, changed_at: now, ..ticket };
        tx.insert_ticket_message(&ticket, &TicketMessage { person: Some(person.name.clone()), body, at: now }).await?;
        tx.update_ticket(&ticket).await?;
        let session = Some(ticket.session);
        Self::note_look(&mut *tx, person, "ticket.answered", session, Some(id.to_string()), now).await?;
        self.tell(&mut *tx, ticket.session, MailKind::Answered, now).await?;
        Ok(tx.commit().await?)
    }

    /// Puts a request first for a reason, and with it its case when that waits for a person.
    pub async fn urge_request(&self, person: &Person, id: TicketId, why: Option<&str>) -> Result<(), SupportError> {
        if !person.role.may_answer() {
            return Err(SupportError::NotAllowed);
        }
        if why.is_some_and(|why| !crate::desk::hold::URGENCIES.contains(&why)) {
            return Err(SupportError::Field("urgent is no word of the list"));
        }
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let ticket = tx.ticket(id).await?.ok_or(SupportError::Unknown)?;
        let session = tx.session_for_update(ticket.session).await?.ok_or(SupportError::Unknown)?;
        if matches!(session.state, SessionState::InReview { .. }) {
            let mut case = tx.desk_case(session.id).await?;
            case.urgent = why.map(str::to_owned);
            tx.put_desk_case(&case).await?;
        }
        tx.update_ticket(&Ticket { urgent: why.map(str::to_owned), changed_at: now, ..ticket }).await?;
        let subject = why.map(str::to_owned);
        Self::note_look(&mut *tx, person, "ticket.urged", Some(session.id), subject, now).await?;
        Ok(tx.commit().await?)
    }

    /// Shows a file of a request, counted from 0, as a JPEG of our own making.
    pub async fn show_request_file(&self, person: &Person, id: TicketId, at: usize) -> Result<Vec<u8>, SupportError> {
        if !person.role.may_answer() {
            return Err(SupportError::NotAllowed);
        }
        let mut tx = self.parts.store.begin().await?;
        let ticket = tx.ticket(id).await?.ok_or(SupportError::Unknown)?;
        let file = tx.ticket_files(id).await?.into_iter().nth(at).ok_or(SupportError::Unknown)?;
        let key = tx.session_key(ticket.session).await?.ok_or(SupportError::Unknown)?;
        let subject = Some(file.blob.to_string());
        Self::note_look(&mut *tx, person, "ticket.file_seen", Some(ticket.session), subject, self.now()).await?;
        tx.commit().await?;
        let bytes = self.parts.blobs.get(ticket.session, file.blob, FILE_KIND, &key).await?;
        let decoder = self.parts.decoder.clone();
        let permit = self.decoding.acquire().await.map_err(|_| SupportError::DecoderFailed)?;
        let shown = tokio::task::spawn_blocking(move || {
            decoder.photo(&bytes).ok().and_then(|photo| encode::jpeg(&photo.image, FILE_MAX_SIDE))
        })
        .await;
        drop(permit);
        shown.ok().flatten().ok_or(SupportError::DecoderFailed)
    }
}
