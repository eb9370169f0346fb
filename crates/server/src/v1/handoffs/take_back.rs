//! `POST /v1/handoffs/take-back`

use axum::extract::State;
use axum::{Extension, Json};

use super::take::TakenWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;

/// Takes the session back to the device that follows.
#[utoipa::path(
    post, operation_id = "take_back_handoff", path = "/v1/handoffs/take-back", tag = "handoffs", security(("handoff_secret" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = TakenWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<TakenWire>, Problem> {
    let (_, secret) = caller.follower()?;
    let (session, token) = state.app.return_handoff(secret).await.map_err(|error| super::problem(&error))?;
    Ok(Json(TakenWire { session_id: session.to_string(), token: token.expose().to_owned() }))
}
