//! Requests for help. What is said is sealed with the session's key; files lie among the session's blobs, sealed with it as well.

use async_trait::async_trait;
use countersign_domain::{BlobId, SessionId, TicketId};
use jiff::Timestamp;

use super::session_keys::{ERASED_NOTE, SessionKeyTable};
use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TICKETS: (&str, &str) = ("tickets", "id");
const MESSAGES: (&str, &str) = ("ticket_messages", "ticket_id");
const FILES: (&str, &str) = ("ticket_files", "ticket_id");

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// The desk is to answer.
    Open,
    /// The desk has answered.
    Answered,
    /// Done, until it is opened again.
    Solved,
}

impl TicketState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Open, Self::Answered, Self::Solved];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Solved => "solved",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A request for help.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// Of which session.
    pub session: SessionId,
    /// Where it stands.
    pub state: TicketState,
    /// What it is about, a word of a closed list.
    pub topic: String,
    /// The step at which help was asked for.
    pub step: Option<String>,
    /// The code of the reason that was shown.
    pub reason: Option<String>,
    /// At which try.
    pub attempt: u32,
    /// Why it comes first, a word of a closed list.
    pub urgent: Option<String>,
    /// What the person let us know of their device, as shown to them and corrected by them.
    pub device: Option<String>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

/// One message of a request.
#[derive(Clone, PartialEq, Eq)]
pub struct TicketMessage {
    /// Who of the desk; `None`: the applicant.
    pub person: Option<String>,
    /// What was said.
    pub body: String,
    /// When.
    pub at: Timestamp,
}

/// One file of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFile {
    /// Where its sealed bytes lie.
    pub blob: BlobId,
    /// Its length.
    pub bytes: u64,
    /// When it came.
    pub at: Timestamp,
}

impl std::fmt::Debug for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ticket({}, {}, redacted)", self.id, self.state.name())
    }
}

impl std::fmt::Debug for TicketMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TicketMessage(redacted)")
    }
}

/// Requests for help.
#[async_trait]
pub trait TicketTable {
    /// Adds a request.
    async fn insert_ticket(&mut self, ticket: &Ticket) -> Result<(), StorageError>;
    /// The request of that id.
    async fn ticket(&mut self, id: TicketId) -> Result<Option<Ticket>, StorageError>;
    /// A session's requests, oldest first.
    async fn tickets_of(&mut self, session: SessionId) -> Result<Vec<Ticket>, StorageError>;
    /// Requests in a state, oldest first.
    async fn tickets_in(&mut self, state: TicketState, limit: u32) -> Result<Vec<Ticket>, StorageError>;
    /// Stores state, urgency and change of a request.
    async fn update_ticket(&mut self, ticket: &Ticket) -> Result<(), StorageError>;
    /// Adds a message.
    async fn insert_ticket_message(&mut self, ticket: &Ticket, message: &TicketMessage) -> Result<(), StorageError>;
    /// A request's messages, oldest first.
    async fn ticket_messages(&mut self, ticket: &Ticket) -> Result<Vec<TicketMessage>, StorageError>;
    /// Adds a file whose blob is written.
    async fn insert_ticket_file(&mut self, ticket: TicketId, file: &TicketFile) -> Result<(), StorageError>;
    /// A request's files, oldest first.
    async fn ticket_files(&mut self, ticket: TicketId) -> Result<Vec<TicketFile>, StorageError>;
}

pub(crate) struct TicketSql {
    /// id, session, state, topic, step, reason, attempt, urgent, device, made, changed
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) of_session: &'static str,
    /// state, limit
    pub(crate) in_state: &'static str,
    /// id, state, urgent, changed
    pub(crate) update: &'static str,
    /// ticket, person, body, at
    pub(crate) insert_message: &'static str,
    pub(crate) messages: &'static str,
    /// ticket, blob, bytes, at
    pub(crate) insert_file: &'static str,
    pub(crate) files: &'static str,
}

fn device_place<'a>(session: &'a str, ticket: &'a str) -> [&'a str; 3] {
    ["tickets.device", session, ticket]
}

fn body_place<'a>(session: &'a str, ticket: &'a str) -> [&'a str; 3] {
    ["ticket_messages.body", session, ticket]
}

impl OpenTx {
    /// Opens a text of a request; after erasing it reads as erased.
    async fn ticket_text(
        &mut self,
        row: &Row,
        column: &'static str,
        session: SessionId,
        place: [&str; 3],
    ) -> Result<Option<String>, StorageError> {
        let Some(sealed) = row.opt_blob(column)? else { return Ok(None) };
        let Some(key) = self.session_key(session).await? else { return Ok(Some(ERASED_NOTE.into())) };
        let plain = key.open(&place, &sealed).map_err(|cause| row.impossible(column).because(cause))?;
        String::from_utf8(plain.to_vec()).map(Some).map_err(|_| row.impossible(column))
    }

    async fn read_ticket(&mut self, row: &Row) -> Result<Ticket, StorageError> {
        let id: TicketId = row.parsed("id")?;
        let session: SessionId = row.parsed("session_id")?;
        let place = (session.to_string(), id.to_string());
        let device = self.ticket_text(row, "device", session, device_place(&place.0, &place.1)).await?;
        Ok(Ticket {
            id,
            session,
            state: row.named("state", TicketState::from_name)?,
            topic: row.text("topic")?,
            step: row.opt_text("step")?,
            reason: row.opt_text("reason")?,
            attempt: row.u32("attempt")?,
            urgent: row.opt_text("urgent")?,
            device,
            made_at: row.time("made_at")?,
            changed_at: row.time("changed_at")?,
        })
    }

    async fn read_tickets(&mut self, rows: Vec<Row>) -> Result<Vec<Ticket>, StorageError> {
        let mut tickets = Vec::with_capacity(rows.len());
        for row in &rows {
            tickets.push(self.read_ticket(row).await?);
        }
        Ok(tickets)
    }
}

#[async_trait]
impl TicketTable for OpenTx {
    async fn insert_ticket(&mut self, ticket: &Ticket) -> Result<(), StorageError> {
        let place = (ticket.session.to_string(), ticket.id.to_string());
        let device = match &ticket.device {
            None => None,
            Some(text) => {
                let key = self.required_key(ticket.session).await?;
                Some(key.seal(&device_place(&place.0, &place.1), text.as_bytes()))
            }
        };
        let params = values![
            place.1,
            place.0,
            ticket.state.name(),
            ticket.topic.as_str(),
            ticket.step.as_deref(),
            ticket.reason.as_deref(),
            ticket.attempt,
            ticket.urgent.as_deref(),
            device,
            ticket.made_at,
            ticket.changed_at,
        ];
        self.run(TICKETS.0, ticket.id, self.sql().tickets.insert, params).await.map(drop)
    }

    async fn ticket(&mut self, id: TicketId) -> Result<Option<Ticket>, StorageError> {
        match self.row(TICKETS, self.sql().tickets.by_id, values![id.to_string()]).await? {
            Some(row) => self.read_ticket(&row).await.map(Some),
            None => Ok(None),
        }
    }

    async fn tickets_of(&mut self, session: SessionId) -> Result<Vec<Ticket>, StorageError> {
        let rows = self.rows(TICKETS, self.sql().tickets.of_session, values![session.to_string()]).await?;
        self.read_tickets(rows).await
    }

    async fn tickets_in(&mut self, state: TicketState, limit: u32) -> Result<Vec<Ticket>, StorageError> {
        let rows = self.rows(TICKETS, self.sql().tickets.in_state, values![state.name(), limit]).await?;
        self.read_tickets(rows).await
    }

    async fn update_ticket(&mut self, ticket: &Ticket) -> Result<(), StorageError> {
        let params = values![ticket.id.to_string(), ticket.state.name(), ticket.urgent.as_deref(), ticket.changed_at];
        match self.run(TICKETS.0, ticket.id, self.sql().tickets.update, params).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(ErrorKind::NotFound, TICKETS.0).of(ticket.id)),
        }
    }

    async fn insert_ticket_message(&mut self, ticket: &Ticket, message: &TicketMessage) -> Result<(), StorageError> {
        let place = (ticket.session.to_string(), ticket.id.to_string());
        let key = self.required_key(ticket.session).await?;
        let body = key.seal(&body_place(&place.0, &place.1), message.body.as_bytes());
        let params = values![place.1, message.person.as_deref(), body, message.at];
        self.run(MESSAGES.0, ticket.id, self.sql().tickets.insert_message, params).await.map(drop)
    }

    async fn ticket_messages(&mut self, ticket: &Ticket) -> Result<Vec<TicketMessage>, StorageError> {
        let place = (ticket.session.to_string(), ticket.id.to_string());
        let rows = self.rows(MESSAGES, self.sql().tickets.messages, values![place.1.as_str()]).await?;
        let mut messages = Vec::with_capacity(rows.len());
        for row in &rows {
            let body = self.ticket_text(row, "body", ticket.session, body_place(&place.0, &place.1)).await?;
            messages.push(TicketMessage {
                person: row.opt_text("person")?,
                body: body.ok_or_else(|| row.impossible("body"))?,
                at: row.time("at")?,
            });
        }
        Ok(messages)
    }

    async fn insert_ticket_file(&mut self, ticket: TicketId, file: &TicketFile) -> Result<(), StorageError> {
        let params = values![ticket.to_string(), file.blob.to_string(), file.bytes as i64, file.at];
        self.run(FILES.0, ticket, self.sql().tickets.insert_file, params).await.map(drop)
    }

    async fn ticket_files(&mut self, ticket: TicketId) -> Result<Vec<TicketFile>, StorageError> {
        let rows = self.rows(FILES, self.sql().tickets.files, values![ticket.to_string()]).await?;
        rows.iter()
            .map(|row| Ok(TicketFile { blob: row.parsed("blob_id")?, bytes: row.u64("bytes")?, at: row.time("at")? }))
            .collect()
    }
}
