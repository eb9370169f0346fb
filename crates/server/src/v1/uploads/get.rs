//! `GET /v1/sessions/{id}/uploads/{upload}`

use axum::extract::{Path, State};
use axum::{Extension, Json};

use super::UploadWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions;

/// The byte at which to go on after the line broke.
#[utoipa::path(
    get, operation_id = "get_upload", path = "/v1/sessions/{id}/uploads/{upload}", tag = "evidence", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("upload" = String, Path, description = "upl_…")),
    responses((status = 200, body = UploadWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path((id, upload)): Path<(String, String)>,
) -> Result<Json<UploadWire>, Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let upload = upload.parse().map_err(|_| Problem::new(ErrorCode::NotFound))?;
    let offset = state.app.upload_wants(id, upload).await.map_err(|error| super::problem(&error, &state, "en"))?;
    Ok(Json(UploadWire { upload_id: upload.to_string(), offset, evidence_id: None }))
}
