//! `POST /v1/sessions/{id}/uploads/{upload}`

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use countersign_domain::UploadId;
use countersign_workflow::capture::Progress;

use super::UploadWire;
use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions;

/// Takes the piece that begins at `Upload-Offset`. The last one is answered 201, and the file then outlives a crash.
///
/// When the last piece was answered with a fault of the server, an empty piece at the end asks for another try.
#[utoipa::path(
    post, operation_id = "send_piece", path = "/v1/sessions/{id}/uploads/{upload}", tag = "evidence", security(("session_token" = [])),
    request_body(content_type = "application/octet-stream", description = "Any number of bytes", content = Vec<u8>),
    params(
        ("id" = String, Path, description = "ses_…"),
        ("upload" = String, Path, description = "upl_…"),
        ("Upload-Offset" = u64, Header, description = "Place of the piece's first byte"),
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")
    ),
    responses(
        (status = 200, body = UploadWire), (status = 201, body = UploadWire),
        (status = "4XX", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path((id, upload)): Path<(String, String)>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<(StatusCode, Json<UploadWire>), Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let upload: UploadId = upload.parse().map_err(|_| Problem::new(ErrorCode::NotFound))?;
    let offset = headers
        .get("upload-offset")
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .ok_or_else(|| Problem::new(ErrorCode::BadRequest).saying("Upload-Offset is a whole number of bytes"))?;
    let end = u64::saturating_add(offset, bytes.len() as u64);
    let language = sessions::language(&state, &wanted, id).await?;
    let progress = state.app.take_piece(id, upload, offset, bytes.into()).await;
    let (status, offset, evidence_id) = match progress.map_err(|error| super::problem(&error, &state, &language))? {
        Progress::Wants(next) => (StatusCode::OK, next, None),
        Progress::Taken(evidence) => (StatusCode::CREATED, end, Some(evidence.id.to_string())),
    };
    Ok((status, Json(UploadWire { upload_id: upload.to_string(), offset, evidence_id })))
}
