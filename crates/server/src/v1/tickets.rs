//! `/v1/sessions/{id}/tickets`: the applicant asks for help.

pub mod attach;
pub mod create;
pub mod list;
pub mod say;

use countersign_domain::TicketId;
use countersign_workflow::support::{SupportError, TicketView};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::texts::Texts;
use crate::v1::errors;
use crate::v1::wire::ReasonWire;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(create::handler))
        .routes(routes!(list::handler))
        .routes(routes!(say::handler))
        .routes(routes!(attach::handler))
}

/// A request for help as its applicant sees it.
#[derive(Serialize, ToSchema)]
pub struct TicketWire {
    id: String,
    /// `open`, `answered` or `solved`.
    state: &'static str,
    /// `camera`, `photo`, `video`, `details`, `face`, `result` or `other`.
    topic: String,
    made_at: String,
    messages: Vec<MessageWire>,
    /// How many files were sent with it.
    files: usize,
}

/// One message.
#[derive(Serialize, ToSchema)]
pub struct MessageWire {
    /// `applicant` or `desk`.
    from: &'static str,
    text: String,
    at: String,
}

impl TicketWire {
    pub(crate) fn new(view: &TicketView) -> Self {
        let messages = view.messages.iter().map(|message| MessageWire {
            from: if message.person.is_some() { "desk" } else { "applicant" },
            text: message.body.clone(),
            at: message.at.to_string(),
        });
        Self {
            id: view.ticket.id.to_string(),
            state: view.ticket.state.name(),
            topic: view.ticket.topic.clone(),
            made_at: view.ticket.made_at.to_string(),
            messages: messages.collect(),
            files: view.files.len(),
        }
    }
}

/// A request's id of the path; what is no id is not found.
pub(crate) fn id(text: &str) -> Result<TicketId, Problem> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

pub(crate) fn problem(error: &SupportError, texts: &Texts, language: &str) -> Problem {
    match error {
        SupportError::Unknown => ErrorCode::NotFound.into(),
        SupportError::Field(what) => Problem::new(ErrorCode::BadRequest).saying(*what),
        SupportError::TooMany => ErrorCode::TooManyRequests.into(),
        SupportError::Refused(reason) => {
            Problem::new(ErrorCode::FileRefused).because(ReasonWire::new(reason, texts, language))
        }
        SupportError::DecoderFailed => ErrorCode::Unavailable.into(),
        SupportError::NotAllowed => ErrorCode::Forbidden.into(),
        SupportError::Storage(error) => errors::storage(error),
    }
}
