//! `POST /v1/sessions/{id}/tickets/{ticket}/files`

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::v1::sessions;

/// Takes a photo or a screenshot for a request: five at most, JPEG, PNG or WebP up to 10 MiB.
#[utoipa::path(
    post, operation_id = "attach_file", path = "/v1/sessions/{id}/tickets/{ticket}/files", tag = "tickets", security(("session_token" = [])),
    request_body(content_type = "application/octet-stream", description = "JPEG, PNG or WebP up to 10 MiB", content = Vec<u8>),
    params(("id" = String, Path, description = "ses_…"), ("ticket" = String, Path, description = "tic_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path((id, ticket)): Path<(String, String)>,
    bytes: Bytes,
) -> Result<StatusCode, Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let ticket = super::id(&ticket)?;
    match state.app.attach(id, ticket, bytes.into()).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT),
        Err(error) => {
            let language = sessions::language(&state, &wanted, id).await?;
            Err(super::problem(&error, &state.texts, &language))
        }
    }
}
