//! `GET /v1/sessions/{id}/tickets`

use axum::extract::{Path, State};
use axum::{Extension, Json};

use super::TicketWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;

/// A session's requests for help with their answers, oldest first. Only for its applicant.
#[utoipa::path(
    get, operation_id = "list_tickets", path = "/v1/sessions/{id}/tickets", tag = "tickets", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…")),
    responses((status = 200, body = Vec<TicketWire>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<Vec<TicketWire>>, Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let found = state.app.requests_of(id).await.map_err(|error| super::problem(&error, &state.texts, "en"))?;
    Ok(Json(found.iter().map(TicketWire::new).collect()))
}
