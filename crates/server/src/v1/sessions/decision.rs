//! `GET /v1/sessions/{id}/decision`

use axum::extract::{Path, State};
use axum::{Extension, Json};

use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::DecisionWire;

/// The last decision with every check's answer. For integrators and reviewers: an applicant reads the reasons in the session.
#[utoipa::path(
    get, operation_id = "get_decision", path = "/v1/sessions/{id}/decision", tag = "sessions", security(("api_key" = [])),
    params(("id" = String, Path, description = "ses_…")),
    responses((status = 200, body = DecisionWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<DecisionWire>, Problem> {
    caller.key()?;
    let id = super::id(&id)?;
    state.app.session(id).await.map_err(|error| errors::session(&error))?;
    let decisions = state.app.decisions(id).await.map_err(|error| errors::storage(&error))?;
    let last = decisions.last().ok_or_else(|| Problem::new(ErrorCode::NotDecided))?;
    Ok(Json(DecisionWire::new(last, &state.texts, "en")))
}
