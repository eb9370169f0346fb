//! `GET /v1/sessions/{id}/handoff`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;

/// Where a hand-off stands.
#[derive(Serialize, ToSchema)]
pub struct HandoffWire {
    /// `none`, `waiting`, `opened`, `confirmed`, `taken`, `denied`, `returned` or `expired`.
    state: &'static str,
    /// What both screens show, once it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// Whether a second device tried to open it and was refused.
    second_refused: bool,
}

/// Where the latest hand-off of a session stands.
#[utoipa::path(
    get, operation_id = "get_handoff", path = "/v1/sessions/{id}/handoff", tag = "handoffs", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…")),
    responses((status = 200, body = HandoffWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<HandoffWire>, Problem> {
    let id = sessions::id(&id)?;
    caller.may_use(id)?;
    let found = state.app.handoff(id).await.map_err(|error| super::problem(&error))?;
    Ok(Json(HandoffWire { state: found.state, number: found.number, second_refused: found.second_refused }))
}
