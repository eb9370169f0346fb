//! `POST /v1/sessions/{id}/handoff/confirm`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;
use crate::v1::sessions::body::Body;

/// What the person saw.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparedWire {
    /// Whether both screens show the same number.
    equal: bool,
}

/// How the first device goes on.
#[derive(Serialize, ToSchema)]
pub struct ConfirmedWire {
    /// With it this device follows the session once the other one has it; absent where the numbers differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    follow: Option<String>,
}

/// Says whether both screens show the same number. When they do, the other device may take the session.
#[utoipa::path(
    post, operation_id = "confirm_handoff", path = "/v1/sessions/{id}/handoff/confirm", tag = "handoffs", request_body = ComparedWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = ConfirmedWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(compared): Body<ComparedWire>,
) -> Result<Json<ConfirmedWire>, Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let follow = state.app.confirm_handoff(id, compared.equal).await.map_err(|error| super::problem(&error))?;
    Ok(Json(ConfirmedWire { follow: follow.map(|secret| secret.expose().to_owned()) }))
}
