//! `POST /v1/handoffs/open`

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ServerState;
use crate::problem::Problem;
use crate::v1::sessions::body::Body;

/// A code that was read from another screen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeWire {
    /// `cho_…`
    code: String,
}

/// What the device that opened a code is told.
#[derive(Serialize, ToSchema)]
pub struct OpenedWire {
    /// Proves that it is the one that opened; goes on as a bearer.
    claim: String,
    /// What the other screen must show.
    number: String,
    session_id: String,
    level: u32,
}

/// Opens a code. One device may, once.
#[utoipa::path(
    post, operation_id = "open_handoff", path = "/v1/handoffs/open", tag = "handoffs", request_body = CodeWire,
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = OpenedWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Body(given): Body<CodeWire>,
) -> Result<Json<OpenedWire>, Problem> {
    let opened = state.app.open_handoff(&given.code).await.map_err(|error| super::problem(&error))?;
    Ok(Json(OpenedWire {
        claim: opened.claim.expose().to_owned(),
        number: opened.number,
        session_id: opened.session.to_string(),
        level: opened.level,
    }))
}
