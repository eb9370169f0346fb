//! `POST /v1/sessions/{id}/submit`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::v1::errors;
use crate::v1::wire::SessionWire;

/// Hands everything in. The checks begin at once; follow the session until its status changes.
#[utoipa::path(
    post, operation_id = "submit_session", path = "/v1/sessions/{id}/submit", tag = "sessions", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 202, body = SessionWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<SessionWire>), Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    state.app.submit(id).await.map_err(|error| errors::capture(&error, &state.texts, "en"))?;
    Ok((StatusCode::ACCEPTED, Json(super::shown(&state, &caller, &wanted, id).await?)))
}
