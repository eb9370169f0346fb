//! `POST /v1/handoffs/take`

use axum::extract::State;
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;

/// A session and its new token.
#[derive(Serialize, ToSchema)]
pub struct TakenWire {
    pub(super) session_id: String,
    /// Opens the session from now on; every former one opens nothing.
    pub(super) token: String,
}

/// Takes the session to this device, once the person has said that the numbers are equal.
#[utoipa::path(
    post, operation_id = "take_handoff", path = "/v1/handoffs/take", tag = "handoffs", security(("handoff_secret" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = TakenWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<TakenWire>, Problem> {
    let (session, token) = state.app.take_handoff(caller.claim()?).await.map_err(|error| super::problem(&error))?;
    Ok(Json(TakenWire { session_id: session.to_string(), token: token.expose().to_owned() }))
}
