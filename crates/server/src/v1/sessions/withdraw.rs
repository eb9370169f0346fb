//! `POST /v1/sessions/{id}/withdraw`

use axum::extract::{Path, State};
use axum::{Extension, Json};

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::v1::errors;
use crate::v1::wire::SessionWire;

/// Takes a session back, by its applicant or the integrator.
#[utoipa::path(
    post, operation_id = "withdraw_session", path = "/v1/sessions/{id}/withdraw", tag = "sessions", security(("api_key" = []), ("session_token" = [])),
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
    caller.may_use(id)?;
    state.app.withdraw(id).await.map_err(|error| errors::session(&error))?;
    super::shown(&state, &caller, &wanted, id).await.map(Json)
}
