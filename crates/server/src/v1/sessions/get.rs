//! `GET /v1/sessions/{id}`

use axum::extract::{Path, State};
use axum::{Extension, Json};

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::v1::wire::SessionWire;

/// Where a session stands: its steps, reasons and tries.
#[utoipa::path(
    get, operation_id = "get_session", path = "/v1/sessions/{id}", tag = "sessions", security(("api_key" = []), ("session_token" = [])),
    params(("id" = String, Path, description = "ses_…")),
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
    super::shown(&state, &caller, &wanted, id).await.map(Json)
}
