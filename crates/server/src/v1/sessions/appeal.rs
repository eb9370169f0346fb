//! `POST /v1/sessions/{id}/appeal`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_workflow::appeal::AppealError;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::SessionWire;

/// Puts a declined session before a person, once. The decision stands until that person signs another.
#[utoipa::path(
    post, operation_id = "appeal_decline", path = "/v1/sessions/{id}/appeal", tag = "sessions", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = SessionWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
) -> Result<Json<SessionWire>, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    state.app.appeal(id).await.map_err(|error| match &error {
        AppealError::UnknownSession => Problem::new(ErrorCode::NotFound),
        AppealError::Before | AppealError::Transition(_) => {
            Problem::new(ErrorCode::StateConflict).saying(error.to_string())
        }
        AppealError::Storage(error) => errors::storage(error),
    })?;
    super::shown(&state, &caller, &wanted, id).await.map(Json)
}
