//! `/desk/api/tickets`: the inbox and its requests.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use countersign_workflow::stored::{Ticket, TicketState};
use countersign_workflow::support::SupportError;
use serde::{Deserialize, Serialize};

use super::access::Sitting;
use super::hold::Urge;
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::body::Body;
use crate::v1::tickets;

#[derive(Deserialize)]
pub(super) struct Filter {
    #[serde(default)]
    state: Option<String>,
}

#[derive(Serialize)]
pub(super) struct EntryWire {
    id: String,
    session: String,
    session_status: &'static str,
    state: &'static str,
    topic: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    attempt: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgent: Option<String>,
    made_at: String,
    changed_at: String,
}

#[derive(Serialize)]
pub(super) struct OpenWire {
    #[serde(flatten)]
    entry: EntryWire,
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    messages: Vec<MessageWire>,
    files: usize,
}

#[derive(Serialize)]
struct MessageWire {
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    text: String,
    at: String,
}

impl EntryWire {
    fn new(ticket: &Ticket, session_status: &'static str) -> Self {
        Self {
            id: ticket.id.to_string(),
            session: ticket.session.to_string(),
            session_status,
            state: ticket.state.name(),
            topic: ticket.topic.clone(),
            step: ticket.step.clone(),
            reason: ticket.reason.clone(),
            attempt: ticket.attempt,
            urgent: ticket.urgent.clone(),
            made_at: ticket.made_at.to_string(),
            changed_at: ticket.changed_at.to_string(),
        }
    }
}

fn told(state: &ServerState, error: &SupportError) -> Problem {
    tickets::problem(error, &state.texts, "en")
}

pub(super) async fn list(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Query(filter): Query<Filter>,
) -> Result<Json<Vec<EntryWire>>, Problem> {
    let wanted = filter.state.as_deref().unwrap_or("open");
    let wanted = TicketState::from_name(wanted).ok_or_else(|| Problem::new(ErrorCode::BadRequest))?;
    let found = state.app.inbox(&sitting.person, wanted).await.map_err(|error| told(&state, &error))?;
    Ok(Json(found.iter().map(|entry| EntryWire::new(&entry.ticket, entry.session_state)).collect()))
}

pub(super) async fn get(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
) -> Result<Json<OpenWire>, Problem> {
    let found = state.app.open_request(&sitting.person, tickets::id(&id)?).await;
    let found = found.map_err(|error| told(&state, &error))?;
    let messages = found.view.messages.into_iter().map(|message| MessageWire {
        person: message.person,
        text: message.body,
        at: message.at.to_string(),
    });
    Ok(Json(OpenWire {
        entry: EntryWire::new(&found.view.ticket, found.session_state),
        language: found.language,
        device: found.view.ticket.device,
        messages: messages.collect(),
        files: found.view.files.len(),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    text: String,
    #[serde(default)]
    solved: bool,
}

pub(super) async fn answer(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<Answer>,
) -> Result<StatusCode, Problem> {
    let done = state.app.answer_request(&sitting.person, tickets::id(&id)?, &given.text, given.solved).await;
    done.map(|()| StatusCode::CREATED).map_err(|error| told(&state, &error))
}

pub(super) async fn urge(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<Urge>,
) -> Result<StatusCode, Problem> {
    let done = state.app.urge_request(&sitting.person, tickets::id(&id)?, given.why.as_deref()).await;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| told(&state, &error))
}

#[derive(Serialize)]
pub(super) struct FileWire {
    /// Base64.
    jpeg: String,
}

pub(super) async fn file(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path((id, at)): Path<(String, usize)>,
) -> Result<Json<FileWire>, Problem> {
    let shown = state.app.show_request_file(&sitting.person, tickets::id(&id)?, at).await;
    let jpeg = shown.map_err(|error| told(&state, &error))?;
    Ok(Json(FileWire { jpeg: STANDARD.encode(&jpeg) }))
}
