//! Support: the applicant asks for help from any screen, and the desk answers.
//!
//! A request is tied to its session, step, try and reason. What is said and sent is sealed with the session's key and goes with it.

mod desk;

use countersign_domain::{BlobId, SessionId, SessionState, TicketId};
use countersign_media::DecodeError;
use countersign_storage::{StorageError, Ticket, TicketFile, TicketMessage, TicketState, Tx};

use crate::App;
use crate::desk::hold::URGENCIES;
use crate::refusal;

pub use desk::{DeskTicket, TicketEntry};

/// What a request may be about.
pub const TOPICS: [&str; 7] = ["camera", "photo", "video", "details", "face", "result", "other"];
/// The longest message, characters.
pub const TEXT_MAX: usize = 2_000;
/// The longest description of a device, characters.
pub const DEVICE_MAX: usize = 500;
/// Requests of one session; a person needs one or two.
const TICKETS_MAX: usize = 10;
/// Messages of one request.
const MESSAGES_MAX: usize = 100;
/// Files of one request.
const FILES_MAX: usize = 5;
/// What the blobs of requests are sealed as.
pub(crate) const FILE_KIND: &str = "ticket_file";

/// Why a request is not taken.
#[derive(Debug, thiserror::Error)]
pub enum SupportError {
    /// No such session or request here.
    #[error("there is nothing of that id")]
    Unknown,
    /// A field is empty, too long or no word of its list.
    #[error("{0}")]
    Field(&'static str),
    /// More than a person needs.
    #[error("there are too many of these already")]
    TooMany,
    /// The file is refused.
    #[error("the file is refused: {}", .0.code())]
    Refused(countersign_domain::Reason),
    /// The decoder did not work.
    #[error("the file could not be looked at")]
    DecoderFailed,
    /// The role may not do that.
    #[error("this role may not do that")]
    NotAllowed,
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A request as it arrives. Its `Debug` form leaves out what was said.
pub struct NewTicket {
    /// A word of [`TOPICS`].
    pub topic: String,
    /// The step at which help was asked for.
    pub step: Option<String>,
    /// The code of the reason that was shown.
    pub reason: Option<String>,
    /// A word of [`URGENCIES`].
    pub urgent: Option<String>,
    /// What the person lets us know of their device.
    pub device: Option<String>,
    /// What they say.
    pub text: String,
}

/// A request with what was said.
pub struct TicketView {
    /// The request.
    pub ticket: Ticket,
    /// Its messages, oldest first.
    pub messages: Vec<TicketMessage>,
    /// Its files, oldest first.
    pub files: Vec<TicketFile>,
}

fn text_of(given: &str) -> Result<String, SupportError> {
    let text = given.trim();
    match text.chars().count() {
        1..=TEXT_MAX => Ok(text.to_owned()),
        _ => Err(SupportError::Field("a message has 1 to 2,000 characters")),
    }
}

impl NewTicket {
    fn proved(&self) -> Result<(), SupportError> {
        let word = |text: &Option<String>| text.as_ref().is_none_or(|word| is_word(word));
        if !TOPICS.contains(&self.topic.as_str()) {
            return Err(SupportError::Field("topic is no word of the list"));
        }
        if self.urgent.as_ref().is_some_and(|why| !URGENCIES.contains(&why.as_str())) {
            return Err(SupportError::Field("urgent is no word of the list"));
        }
        if !word(&self.step) || !word(&self.reason) {
            return Err(SupportError::Field("step and reason are stable names"));
        }
        if self.device.as_ref().is_some_and(|device| device.chars().count() > DEVICE_MAX) {
            return Err(SupportError::Field("device has at most 500 characters"));
        }
        Ok(())
    }
}

/// A stable name: small letters, digits and `_`. Nothing that a person wrote gets into a column in the clear.
fn is_word(text: &str) -> bool {
    (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

impl App {
    /// Takes a request. An urgent one puts a case that waits for a person first.
    pub async fn ask_for_help(&self, id: SessionId, new: NewTicket) -> Result<TicketView, SupportError> {
        new.proved()?;
        let (text, now) = (text_of(&new.text)?, self.now());
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(SupportError::Unknown)?;
        if tx.tickets_of(id).await?.len() >= TICKETS_MAX {
            return Err(SupportError::TooMany);
        }
        let ticket = Ticket {
            id: TicketId::new(now, self.random_id()),
            session: id,
            state: TicketState::Open,
            topic: new.topic,
            step: new.step,
            reason: new.reason,
            attempt: session.attempt,
            urgent: new.urgent,
            device: new.device.filter(|device| !device.trim().is_empty()),
            made_at: now,
            changed_at: now,
        };
        let message = TicketMessage { person: None, body: text, at: now };
        tx.insert_ticket(&ticket).await?;
        tx.insert_ticket_message(&ticket, &message).await?;
        if let (Some(why), SessionState::InReview { .. }) = (&ticket.urgent, &session.state) {
            let mut case = tx.desk_case(id).await?;
            case.urgent = Some(why.clone());
            tx.put_desk_case(&case).await?;
        }
        tx.commit().await?;
        tracing::info!(session = %id, ticket = %ticket.id, "a request for help");
        Ok(TicketView { ticket, messages: vec![message], files: vec![] })
    }

    /// A session's requests, oldest first.
    pub async fn requests_of(&self, id: SessionId) -> Result<Vec<TicketView>, SupportError> {
        let mut tx = self.parts.store.read().await?;
        let mut views = Vec::new();
        for ticket in tx.tickets_of(id).await? {
            views.push(view(&mut *tx, ticket).await?);
        }
        Ok(views)
    }

    /// The applicant says more; what was answered or solved is open again.
    pub async fn say_more(&self, id: SessionId, ticket: TicketId, text: &str) -> Result<TicketView, SupportError> {
        let (body, now) = (text_of(text)?, self.now());
        let mut tx = self.parts.store.begin().await?;
        let found = own(&mut *tx, id, ticket).await?;
        if tx.ticket_messages(&found).await?.len() >= MESSAGES_MAX {
            return Err(SupportError::TooMany);
        }
        let found = Ticket { state: TicketState::Open, changed_at: now, ..found };
        tx.insert_ticket_message(&found, &TicketMessage { person: None, body, at: now }).await?;
        tx.update_ticket(&found).await?;
        let shown = view(&mut *tx, found).await?;
        tx.commit().await?;
        Ok(shown)
    }

    /// Takes a photo or a screenshot for a request: decoded once in the sandbox, sealed, and only then acknowledged.
    pub async fn attach(&self, id: SessionId, ticket: TicketId, bytes: Vec<u8>) -> Result<TicketFile, SupportError> {
        let now = self.now();
        let mut tx = self.parts.store.read().await?;
        own(&mut *tx, id, ticket).await?;
        if tx.ticket_files(ticket).await?.len() >= FILES_MAX {
            return Err(SupportError::TooMany);
        }
        let key = tx.session_key(id).await?.ok_or(SupportError::Unknown)?;
        drop(tx);
        let bytes = self.is_picture(bytes).await?;
        let file = TicketFile { blob: BlobId::new(now, self.random_id()), bytes: bytes.len() as u64, at: now };
        self.parts.blobs.put(id, file.blob, FILE_KIND, bytes, &key).await?;
        let mut tx = self.parts.store.begin().await?;
        let found = own(&mut *tx, id, ticket).await?;
        tx.insert_ticket_file(ticket, &file).await?;
        tx.update_ticket(&Ticket { changed_at: now, ..found }).await?;
        tx.commit().await?;
        Ok(file)
    }

    async fn is_picture(&self, bytes: Vec<u8>) -> Result<Vec<u8>, SupportError> {
        let permit = self.decoding.acquire().await.map_err(|_| SupportError::DecoderFailed)?;
        let decoder = self.parts.decoder.clone();
        let looked = tokio::task::spawn_blocking(move || decoder.photo(&bytes).map(|_| bytes)).await;
        drop(permit);
        match looked {
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(DecodeError::Refused(refused))) => Err(SupportError::Refused(refusal::reason(&refused))),
            _ => Err(SupportError::DecoderFailed),
        }
    }
}

/// A request of this session; another session's is not told apart from one that does not exist.
async fn own(tx: &mut (dyn Tx + '_), id: SessionId, ticket: TicketId) -> Result<Ticket, SupportError> {
    tx.ticket(ticket).await?.filter(|found| found.session == id).ok_or(SupportError::Unknown)
}

pub(crate) async fn view(tx: &mut (dyn Tx + '_), ticket: Ticket) -> Result<TicketView, SupportError> {
    let messages = tx.ticket_messages(&ticket).await?;
    let files = tx.ticket_files(ticket.id).await?;
    Ok(TicketView { ticket, messages, files })
}
