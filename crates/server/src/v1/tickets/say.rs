//! `POST /v1/sessions/{id}/tickets/{ticket}/messages`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::TicketWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;
use crate::v1::sessions::body::Body;

/// A message.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidWire {
    /// 1 to 2,000 characters.
    text: String,
}

/// Says more. A request that was answered or solved is open again.
#[utoipa::path(
    post, operation_id = "say_more", path = "/v1/sessions/{id}/tickets/{ticket}/messages", tag = "tickets", request_body = SaidWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("ticket" = String, Path, description = "tic_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = TicketWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path((id, ticket)): Path<(String, String)>,
    Body(said): Body<SaidWire>,
) -> Result<(StatusCode, Json<TicketWire>), Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let shown = state.app.say_more(id, super::id(&ticket)?, &said.text).await;
    let shown = shown.map_err(|error| super::problem(&error, &state.texts, "en"))?;
    Ok((StatusCode::CREATED, Json(TicketWire::new(&shown))))
}
